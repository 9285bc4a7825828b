package content

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// container is an element that holds two text blocks or more, together with the wrappers around it that hold the
// same blocks.
type container struct {
	node     dom.ID // the innermost of the wrappers
	up       int32  // the next larger container, -1 for the page
	from, to int32  // its text blocks
	names    dom.Vocabulary
	above    dom.Vocabulary // names of the containers around it that hold less than most of the page
	flags    dom.Flags
	tag      atom.Atom // of the outermost wrapper
	repeat   repeat    // of the wrapper that is repeated most
	depth    int32     // how many containers are around it
	quarter  int32     // the smallest container at or around it with a quarter of the text, -1 if there is none
	large    int32     // the largest that is not most of the page
	item     int32     // the nearest around it that is one of three or more by the same template
	figures  figures
}

// figures are what the features say of a container.
type figures struct {
	share     float32 // of the page's characters
	prose     float32 // share of the page's prose
	words     float32 // mean of its blocks
	links     float32 // link density
	short     float32 // share of blocks of less than 4 words
	linkBlock float32 // share of blocks that are mostly links
	blocks    float32
	start     float32 // blocks before it, as a share of the page's
	headings  float32 // headings for each block
	images    float32 // images for each block
}

// quarter is the share of the page's text from which a container counts as a main one.
const quarter = 0.25

// most is the share of the page's text from which an element is the page rather than a part of it.
const most = 0.8

// findContainers lists the containers in document order and tells of each element in which it stands.
func (a *analysis) findContainers() {
	x := a.x
	total := float32(max(x.Chars(0), 1))
	a.containers = a.containers[:0]
	a.containers = append(a.containers, a.container(0, -1))
	for n := dom.ID(0); n < dom.ID(x.Len()); n++ {
		node := x.Node(n)
		in := int32(0)
		if node.Parent >= 0 {
			in = a.in[node.Parent]
		}
		a.in[n] = in
		if x.IsText(n) {
			continue
		}
		from, to := x.BlockRange(n)
		c := &a.containers[in]
		switch {
		case int(c.from) == from && int(c.to) == to:
			c.node = n
			c.flags |= node.Flags
			if float32(x.Chars(n)) < most*total {
				c.names |= node.Names
			}
			if r := a.repeatOf(n); r.count > c.repeat.count {
				c.repeat = r
			}
		case to-from > 1:
			a.in[n] = int32(len(a.containers))
			a.containers = append(a.containers, a.container(n, in))
		}
	}
}

// container makes the container whose outermost wrapper is n.
func (a *analysis) container(n dom.ID, up int32) container {
	x := a.x
	from, to := x.BlockRange(n)
	node := x.Node(n)
	c := container{node: n, up: up, from: int32(from), to: int32(to), flags: node.Flags, tag: node.Tag, repeat: a.repeatOf(n)}
	if up >= 0 {
		c.above = a.containers[up].above | a.containers[up].names
	}
	c.figures = a.figures(from, to)
	c.figures.images = float32(a.imagesIn(n)) / c.figures.blocks
	if c.figures.share < most {
		c.names = node.Names
	}
	a.place(&c, int32(len(a.containers)))
	return c
}

// place fills in which containers at and around c, which will stand at position self, are of interest.
func (a *analysis) place(c *container, self int32) {
	c.quarter, c.large, c.item = -1, -1, -1
	if c.up >= 0 {
		up := &a.containers[c.up]
		c.depth, c.quarter, c.large, c.item = up.depth+1, up.quarter, up.large, up.item
		if up.repeat.count >= 3 {
			c.item = c.up
		}
	}
	if c.figures.share >= quarter {
		c.quarter = self
	}
	if c.figures.share < most && c.large < 0 {
		c.large = self
	}
}

// figures of the blocks from up to to.
func (a *analysis) figures(from, to int) figures {
	p, q, all := &a.sums[from], &a.sums[to], &a.sums[len(a.sums)-1]
	n := float32(max(to-from, 1))
	return figures{
		share:     ratio(q.chars-p.chars, all.chars),
		prose:     ratio(q.prose-p.prose, all.prose),
		words:     float32(q.words-p.words) / n,
		links:     ratio(q.links-p.links, q.chars-p.chars),
		short:     float32(q.short-p.short) / n,
		linkBlock: float32(q.linkBlocks-p.linkBlocks) / n,
		blocks:    n,
		start:     ratio(int32(from), int32(len(a.sums)-1)),
		headings:  float32(q.headings-p.headings) / n,
	}
}

func ratio(part, whole int32) float32 {
	if whole <= 0 {
		return 0
	}
	return float32(part) / float32(whole)
}
