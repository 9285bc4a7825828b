package outline

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// quote reads a blockquote.
func (r *reader) quote(n dom.ID) bool {
	b := &page.Block{Type: page.Quote, URL: r.address(r.x.Attr(n, "cite")), ID: r.takeID()}
	r.quoteOf(b, n, func(c dom.ID) bool { return r.cite(b, c) })
	return true
}

// quoteOf reads the children of n as the blocks of a quote and emits it. label reads a child that is a label or an
// attribution instead of content, and says so.
func (r *reader) quoteOf(b *page.Block, n dom.ID, label func(c dom.ID) bool) {
	start, end := len(r.text), -1
	b.Blocks = r.nested("\n\n", func() {
		for c := range r.x.Children(n) {
			if !r.reaches(c) {
				continue
			}
			before := len(r.text)
			switch {
			case !r.x.IsText(c) && !r.skips(c, r.x.Node(c)) && label(c):
				if len(r.blocks) == r.base {
					start = len(r.text)
				} else if end < 0 {
					end = before
				}
			default:
				r.node(c)
				end = -1
			}
		}
	})
	b.Blocks = withoutEnds(b.Blocks)
	if len(b.Blocks) == 0 && b.Summary == "" {
		return
	}
	if end < 0 {
		end = len(r.text)
	}
	for start < end && r.text[start] == '\n' {
		start++
	}
	r.slot(&b.Text, start, end)
	r.emit(b)
}

// cite reads who is quoted: a footer or a cite element that ends the quote, without the dash before it.
func (r *reader) cite(b *page.Block, n dom.ID) bool {
	if !r.x.Is(n, atom.Footer, atom.Cite, atom.Figcaption) || len(r.blocks) == r.base && !r.line.open || r.x.Words(n) > 30 {
		return false
	}
	if !r.oneLine(words, &b.Cite, nil, func() { r.children(n) }) {
		return false
	}
	if len(r.slots) > 0 {
		s := &r.slots[len(r.slots)-1]
		s.start += len(r.text[s.start:s.end]) - len(bytes.TrimLeft(r.text[s.start:s.end], "-–—―~ "))
	}
	return true
}

// details reads a disclosure: its summary is the label of what it hides.
func (r *reader) details(n dom.ID) {
	if r.sectioned && r.nesting == 0 && r.hasHeading(n) {
		r.children(n)
		return
	}
	b := &page.Block{Type: page.Quote, ID: r.takeID()}
	r.quoteOf(b, n, func(c dom.ID) bool {
		return r.x.Is(c, atom.Summary) && r.oneLine(words, &b.Summary, nil, func() { r.children(c) })
	})
}

// callout reads a box that is set off from the text and has a label: a note, a tip, a warning.
func (r *reader) callout(n dom.ID, node *dom.Node) bool { return false }
