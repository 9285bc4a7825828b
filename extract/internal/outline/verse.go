package outline

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxVerse is how many words a line of verse has at most.
const maxVerse = 16

// isVerse tells a line of a poem that stands in an element of its own: it ends with a break, which without another line
// after it would say nothing, and so does the element beside it. One without text parts stanzas.
func (r *reader) isVerse(n dom.ID) bool {
	return r.endsInBreak(n) && (r.endsInBreak(r.elementAfter(n)) || r.endsInBreak(r.elementBefore(n)))
}

func (r *reader) endsInBreak(n dom.ID) bool {
	if n == dom.None || !r.x.Is(n, atom.Div) || r.x.Words(n) > maxVerse || r.x.LinkChars(n) > 0 {
		return false
	}
	last := r.x.Node(n).Last
	for last > n && r.x.IsText(last) && r.x.Has(last, dom.Blank) {
		last--
	}
	return last > n && r.x.Is(last, atom.Br) && r.x.Node(last).Parent == n
}

// elementAfter is the element after n with no text between, None if there is none.
func (r *reader) elementAfter(n dom.ID) dom.ID {
	c := r.x.NextSibling(n)
	for c != dom.None && r.x.IsText(c) && r.x.Has(c, dom.Blank) {
		c = r.x.NextSibling(c)
	}
	return c
}

// elementBefore is the element before n with no text between, None if there is none.
func (r *reader) elementBefore(n dom.ID) dom.ID {
	c := n - 1
	for c > 0 && r.x.IsText(c) && r.x.Has(c, dom.Blank) {
		c--
	}
	for c > 0 && r.x.Node(c).Parent != r.x.Node(n).Parent {
		if c = r.x.Node(c).Parent; c <= r.x.Node(n).Parent {
			return dom.None
		}
	}
	if c <= 0 {
		return dom.None
	}
	return c
}

// verse reads a line of a poem: it goes on the stanza of the line before.
func (r *reader) verse(n dom.ID) {
	if !r.endsInBreak(r.elementBefore(n)) {
		r.flush()
	}
	r.noteID(n)
	if r.x.Chars(n) == 0 {
		r.flush()
		return
	}
	r.children(n)
	if !r.endsInBreak(r.elementAfter(n)) {
		r.flush()
	}
}
