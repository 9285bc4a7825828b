package outline

import (
	"bytes"
	"strings"

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
	start, end, labelled := len(r.text), -1, false
	b.Blocks = r.nested("\n\n", func() {
		for c := range r.x.Children(n) {
			if !r.reaches(c) {
				continue
			}
			before := len(r.text)
			switch {
			case !r.x.IsText(c) && !r.skips(c, r.x.Node(c)) && label(c):
				labelled = true
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
	if len(b.Blocks) == 0 && !labelled {
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
	s := &r.slots[len(r.slots)-1]
	s.start = s.end - len(bytes.TrimLeft(r.text[s.start:s.end], attribution))
	return true
}

// attribution is what stands before the name of who is quoted.
const attribution = "-–—―~ "

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
func (r *reader) callout(n dom.ID, class string) bool {
	if r.sectioned && r.nesting == 0 && r.severalHeadings(n) || r.x.Words(n) > 400 {
		return false
	}
	title, b := r.calloutTitle(n), &page.Block{Type: page.Quote}
	if title == dom.None {
		if b.Summary = calloutKind(class); b.Summary == "" {
			return false
		}
		if label := r.boldLabel(n); label != dom.None {
			b.Summary = strings.TrimRight(r.x.Text(label), ":. ")
			outer := r.label
			r.label = label
			defer func() { r.label = outer }()
		}
	}
	b.ID = r.takeID()
	r.quoteOf(b, n, func(c dom.ID) bool {
		return c == title && r.oneLine(words, &b.Summary, nil, func() { r.children(c) })
	})
	return true
}

// calloutTitle is the element that holds the label of a callout: its first child, if it is named so.
func (r *reader) calloutTitle(n dom.ID) dom.ID {
	for c := range r.x.Children(n) {
		node := r.x.Node(c)
		if r.x.Chars(c) == 0 {
			continue
		}
		if r.x.IsText(c) || r.x.Words(c) > 12 || node.Names&dom.NameTitle == 0 && node.Flags&dom.InHeading == 0 {
			return dom.None
		}
		return c
	}
	return dom.None
}

// boldLabel is the bold word or two with which the text of a callout begins.
func (r *reader) boldLabel(n dom.ID) dom.ID {
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		switch {
		case r.x.Is(c, atom.Strong, atom.B):
			if words := r.x.Words(c); words > 0 && words <= 2 && r.x.Words(n) > words {
				return c
			}
			return dom.None
		case r.x.IsText(c) && r.x.Chars(c) > 0:
			return dom.None
		}
	}
	return dom.None
}

// calloutKind is the sort of callout that a class names, as a label.
func calloutKind(class string) string {
	boxed := false
	for c := range strings.FieldsSeq(class) {
		kind := c[strings.LastIndexByte(c, '-')+1:]
		switch kind {
		case "note", "tip", "warning", "important", "caution", "danger", "info", "hint":
			if boxed || kind != c {
				return strings.ToUpper(kind[:1]) + kind[1:]
			}
		case "admonition", "callout", "alert", "notecard", "admonitionblock", "block":
			boxed = true
		}
	}
	return ""
}
