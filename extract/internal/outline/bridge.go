package outline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// bridged joins spans of a selection between which only captions and headings were left out: then the figures between
// them, with their captions, and the headings belong to the text.
func bridged(x *dom.Index, sel dom.Selection) dom.Selection {
	joined := make(dom.Selection, 0, len(sel))
	for _, s := range sel {
		if n := len(joined); n > 0 && bridges(x, joined[n-1].Last+1, s.First-1) {
			joined[n-1].Last = s.Last
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// bridges tells whether the text blocks from first to last, one at least and a few at most, belong to their
// neighbours.
func bridges(x *dom.Index, first, last dom.ID) bool {
	const most = 12 // captions of a gallery
	blocks := x.Blocks()
	count := 0
	for i := max(x.BlockOf(first), 0); i < len(blocks) && blocks[i].First <= last; i++ {
		if blocks[i].First < first {
			continue
		}
		if count++; count > most || !isCaption(x, &blocks[i]) && !isLinkedHeading(x, &blocks[i]) {
			return false
		}
	}
	return count > 0
}

// isCaption tells whether a text block is the caption of a figure or a button in one, or is named the caption of an
// image.
func isCaption(x *dom.Index, b *dom.Block) bool {
	const longest = 60 // words
	if b.Words > longest {
		return false
	}
	if b.Flags&dom.InFigure != 0 {
		return b.Flags&dom.InControl != 0 || x.Is(b.Box, atom.Figure) || x.Ancestor(b.Box, atom.Figcaption) != dom.None
	}
	box := x.Node(b.Box)
	return box.Names&dom.NameCaption != 0 && x.Node(max(box.Parent, 0)).Names&(dom.NameCaption|dom.NameMedia) != 0
}

// isLinkedHeading tells whether a text block is a heading that links to a place in the page, to itself as a rule: its
// links make it look like navigation.
func isLinkedHeading(x *dom.Index, b *dom.Block) bool {
	if b.Flags&dom.InHeading == 0 {
		return false
	}
	a := x.Ancestor(b.First, atom.A)
	return a != dom.None && len(x.Attr(a, "href")) > 1 && strings.HasPrefix(x.Attr(a, "href"), "#")
}
