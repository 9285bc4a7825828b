package content

import "github.com/scholia/scholia/extract/internal/dom"

// Roles of a block in the conversation.
const (
	roleNone   = iota
	roleRegion // its heading, form, list
	rolePost   // of a post, but not what was said: author, date, buttons
	roleBody   // what was said
)

// place says where a block stands in the conversation.
type place struct {
	role int8
	post int32 // posts begun before its end
}

// findPlaces tells of each block its place in the conversation.
func (a *analysis) findPlaces() {
	blocks := a.x.Blocks()
	a.places = grow(a.places, len(blocks))
	clear(a.places)
	a.mark(a.ctx.Comments, roleRegion)
	a.mark(a.ctx.Posts, rolePost)
	a.mark(a.ctx.Bodies, roleBody)
	posts := a.ctx.Posts
	begun := 0
	for i := range blocks {
		for begun < len(posts) && posts[begun].First <= blocks[i].Last {
			begun++
		}
		a.places[i].post = int32(begun)
	}
}

// mark gives a role to the blocks that begin in the spans, which are in document order and may be nested.
func (a *analysis) mark(spans dom.Selection, role int8) {
	x := a.x
	done := 0 // blocks before it have been looked at
	for _, s := range spans {
		i := max(done, x.BlockOf(s.First))
		for ; i < len(a.places) && x.Blocks()[i].First <= s.Last; i++ {
			if x.Blocks()[i].First >= s.First {
				a.places[i].role = role
			}
		}
		done = max(done, i)
	}
}
