package outline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// wrapper is an inline element that is open. Its mark begins with the first thing in it.
type wrapper struct {
	kind       page.InlineType
	url, title string
	mark       int // position in marks; -1 before it begins
	lastMark   int // position of the last mark directly within it; -1 for none
}

// mark is a stretch of the text with markup.
type mark struct {
	kind       page.InlineType
	start, end int // of its text
	next       int // position of the first mark after those within it
	url, title string
	alt        string // an image's
}

// leaf tells whether a sort of markup holds no other.
func leaf(kind page.InlineType) bool {
	switch kind {
	case page.InlineCode, page.Note, page.InlineMath, page.Abbreviation, page.InlineImage, page.Break:
		return true
	}
	return false
}

// wrapper says what markup an element gives to its content; its kind is empty if none.
func (r *reader) wrapper(n dom.ID, node *dom.Node) wrapper {
	w := wrapper{mark: -1}
	switch node.Tag {
	case atom.A:
		w.kind, w.url, w.title = r.link(n)
	case atom.Abbr, atom.Acronym:
		if w.title = collapsed(r.x.Attr(n, "title")); w.title != "" {
			w.kind = page.Abbreviation
		}
	case atom.Span, atom.Font:
		w.kind = r.styled(n)
	case atom.B, atom.Strong:
		if !strings.Contains(r.x.Attr(n, "style"), "font-weight:normal") { // documents pasted from Google Docs
			w.kind = page.Strong
		}
	case atom.Cite:
		if node.Names&dom.NameQuote == 0 { // MediaWiki names whole references so
			w.kind = page.Emphasis
		}
	case atom.Sup:
		if !r.holdsMark(n) {
			w.kind = page.Superscript
		}
	default:
		w.kind = kindOf[node.Tag]
	}
	if r.within(w.kind) {
		w.kind = ""
	}
	return w
}

// link reads the attributes of an a element: a link, the mark of a footnote, or the name of a place.
func (r *reader) link(n dom.ID) (kind page.InlineType, address, title string) {
	href, ok := r.x.Lookup(n, "href")
	if !ok {
		if !r.line.open {
			r.anchorBefore(n)
		}
		return "", "", ""
	}
	if id, ok := r.noteMark(n); ok {
		return page.Note, id, ""
	}
	if r.inHeading != 0 && strings.HasPrefix(href, "#") { // to itself, or to the table of contents
		return "", "", ""
	}
	if address = r.address(href); address == "" {
		return "", "", ""
	}
	return page.Link, address, collapsed(r.x.Attr(n, "title"))
}

// holdsMark tells whether an element begins with the mark of a footnote.
func (r *reader) holdsMark(n dom.ID) bool {
	for c, last := n+1, min(r.x.Node(n).Last, n+4); c <= last; c++ {
		if r.x.Is(c, atom.A) {
			_, ok := r.noteMark(c)
			return ok
		}
	}
	return false
}

// kindOf is the markup of the inline elements of which the tag says all.
var kindOf = map[atom.Atom]page.InlineType{
	atom.I: page.Emphasis, atom.Em: page.Emphasis, atom.Dfn: page.Emphasis,
	atom.Var: page.Emphasis,
	atom.Del: page.Deleted, atom.S: page.Deleted, atom.Strike: page.Deleted,
	atom.Mark: page.Highlight, atom.Sub: page.Subscript,
	atom.Code: page.InlineCode, atom.Kbd: page.InlineCode, atom.Samp: page.InlineCode, atom.Tt: page.InlineCode,
}

// styled is the markup that an element has by its style attribute alone.
func (r *reader) styled(n dom.ID) page.InlineType {
	style, ok := r.x.Lookup(n, "style")
	if !ok {
		return ""
	}
	for declaration := range strings.SplitSeq(style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(property) {
		case "font-weight":
			if value == "bold" || value == "700" || value == "600" {
				return page.Strong
			}
		case "font-style":
			if value == "italic" {
				return page.Emphasis
			}
		}
	}
	return ""
}

// within tells whether markup of this sort is open, or one that holds no other.
func (r *reader) within(kind page.InlineType) bool {
	for i := range r.line.stack {
		if open := r.line.stack[i].kind; open == kind || leaf(open) {
			return true
		}
	}
	return false
}

// started is how many of the open elements have begun.
func (l *line) started() int {
	n := len(l.stack)
	for n > 0 && l.stack[n-1].mark < 0 {
		n--
	}
	return n
}

// startMarks begins the marks of the open elements that have none yet. An element that goes on where one of the
// same sort has just ended goes on with its mark.
func (r *reader) startMarks() {
	l := &r.line
	for i := l.started(); i < len(l.stack); i++ {
		w, last := &l.stack[i], l.last(i)
		w.lastMark = -1
		if *last >= 0 && r.resumes(w, &l.marks[*last]) {
			w.mark = *last
			continue
		}
		w.mark, *last = len(l.marks), len(l.marks)
		l.marks = append(l.marks, mark{kind: w.kind, start: len(r.text), url: w.url, title: w.title})
	}
}

// last is where the position of the last mark directly within the first depth open elements is kept.
func (l *line) last(depth int) *int {
	if depth == 0 {
		return &l.lastMark
	}
	return &l.stack[depth-1].lastMark
}

// resumes tells whether w goes on with the mark m that ended before it.
func (r *reader) resumes(w *wrapper, m *mark) bool {
	return m.kind == w.kind && m.url == w.url && m.title == w.title && r.meets(m)
}

// meets tells whether nothing, or for emphasis only a space, stands between the end of a mark and here.
func (r *reader) meets(m *mark) bool {
	between := r.text[m.end:]
	switch m.kind {
	case page.Strong, page.Emphasis, page.Deleted, page.Highlight:
		return len(between) == 0 || len(between) == 1 && between[0] == ' '
	case page.Link, page.InlineCode:
		return len(between) == 0 && m.end > m.start
	}
	return false
}

// enter adds a mark that is complete to the first depth open elements.
func (r *reader) enter(m mark, depth int) {
	l := &r.line
	if depth > 0 && leaf(l.stack[depth-1].kind) {
		return
	}
	*l.last(depth) = len(l.marks)
	m.next = len(l.marks) + 1
	l.marks = append(l.marks, m)
}

// leave closes the element that was opened last.
func (r *reader) leave() {
	l := &r.line
	last := len(l.stack) - 1
	r.closeMark(&l.stack[last])
	l.stack = l.stack[:last]
}

// closeMarks ends the marks of all open elements; they begin anew in the next line.
func (r *reader) closeMarks() {
	for i := len(r.line.stack) - 1; i >= 0; i-- {
		r.closeMark(&r.line.stack[i])
	}
}

func (r *reader) closeMark(w *wrapper) {
	if w.mark < 0 {
		return
	}
	l := &r.line
	if leaf(w.kind) {
		l.marks = l.marks[:w.mark+1]
	}
	l.marks[w.mark].end, l.marks[w.mark].next = len(r.text), len(l.marks)
	w.mark = -1
}

// inlines makes the markup of the text from start to end of the marks from i to j.
func (r *reader) inlines(i, j, start, end int) []page.Inline {
	marks := r.line.marks
	count, pos := 0, start
	for k := i; k < j; k = marks[k].next {
		if count++; marks[k].start > pos {
			count++
		}
		pos = marks[k].end
	}
	if pos < end {
		count++
	}
	out := make([]page.Inline, 0, count)
	plain := func(to int) {
		if pos < to {
			out = append(out, page.Inline{Type: page.Text})
			r.slot(&out[len(out)-1].Text, pos, to)
		}
	}
	pos = start
	for k := i; k < j; k = marks[k].next {
		m := &marks[k]
		plain(m.start)
		pos = m.end
		out = append(out, page.Inline{Type: m.kind, URL: m.url, Title: m.title, Text: m.alt})
		switch in := &out[len(out)-1]; {
		case m.kind == page.InlineImage || m.kind == page.Break:
		case leaf(m.kind):
			r.slot(&in.Text, m.start, m.end)
		default:
			in.Inlines = r.inlines(k+1, m.next, m.start, m.end)
		}
	}
	plain(end)
	return out
}

// anchorBefore notes the name of an anchor that stands before a block's text.
func (r *reader) anchorBefore(n dom.ID) {
	if name := r.name(n); name != "" && r.x.Chars(n) == 0 {
		r.anchor = name
	}
}

// name is the fragment that links to an element.
func (r *reader) name(n dom.ID) string {
	if id := r.x.Attr(n, "id"); id != "" {
		return id
	}
	if r.x.Is(n, atom.A) {
		return r.x.Attr(n, "name")
	}
	return ""
}

// collapsed is the text of an attribute on one line.
func collapsed(s string) string {
	if s == "" {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}
