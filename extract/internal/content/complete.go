package content

import "github.com/scholia/scholia/extract/internal/dom"

// companion is the probability from which a block is kept that goes with a kept one.
const companion = 0.1

// complete keeps what belongs to the kept blocks though it might have been spared: it costs or brings a few words, but
// readers miss it. A heading goes with the block that it heads, a footnote with the text that it stands below.
func (a *analysis) complete() {
	blocks := a.x.Blocks()
	last := len(blocks) - 1
	for last >= 0 && !a.keep[last] {
		last--
	}
	kept := false
	for i := range blocks {
		switch {
		case a.keep[i]:
			kept = true
		case !kept || a.probability[i] < companion:
		case i < last && blocks[i].Flags&dom.InHeading != 0:
			a.keep[i] = a.heads(i)
		case a.isFootnote(i):
			a.keep[i] = true
		}
	}
}

// maxHeadings is how many headings may stand one below the other.
const maxHeadings = 3

// heads tells whether a kept block follows the heading i, or further headings and then a kept block.
func (a *analysis) heads(i int) bool {
	blocks := a.x.Blocks()
	for range maxHeadings {
		if i++; i == len(blocks) || a.keep[i] || blocks[i].Flags&dom.InHeading == 0 {
			break
		}
	}
	return i < len(blocks) && a.keep[i]
}

// isFootnote tells whether block i or a container around it is named a footnote.
func (a *analysis) isFootnote(i int) bool {
	b := &a.x.Blocks()[i]
	c := &a.containers[a.in[b.Box]]
	own, _ := a.ownNames(b)
	return (own|c.names|c.above)&dom.NameFootnote != 0
}
