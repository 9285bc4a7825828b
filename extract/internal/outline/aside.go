package outline

import (
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// aside reads an aside that a heading begins and that interrupts a section as a box with that label. As a section of its own
// it would swallow the text that follows it.
func (r *reader) aside(n dom.ID) bool {
	if !r.sectioned || r.nesting > 0 || !r.hasHeading(n) || r.severalHeadings(n) || r.x.Words(n) > maxCallout || !r.interrupts(n) {
		return false
	}
	title := r.calloutTitle(n, "")
	if title == dom.None || !r.reaches(title) || r.headsLeftOut(title) {
		return false
	}
	r.labelledQuote(&page.Block{Type: page.Quote}, n, title)
	return true
}

// interrupts tells whether the text that was selected after n begins with no heading. It must be asked in document order.
func (r *reader) interrupts(n dom.ID) bool {
	last, blocks := r.x.Node(n).Last, r.x.Blocks()
	for _, s := range r.sel[r.at:] {
		if s.Last <= last {
			continue
		}
		i := max(r.x.BlockOf(max(s.First, last+1)), 0)
		if i < len(blocks) && blocks[i].First <= last {
			i++
		}
		return i < len(blocks) && blocks[i].First <= s.Last && blocks[i].Flags&dom.InHeading == 0
	}
	return false
}
