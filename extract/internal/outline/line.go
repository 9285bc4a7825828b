package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// mode says what a block-level element does to the line in which it stands.
type mode uint8

const (
	paragraphs mode = iota // it ends the paragraph
	lines                  // it begins a new line: in a cell or a caption
	words                  // it is parted by a space: in a heading
)

// line is a run of inline content as it is read: a paragraph, or the text of a heading, a cell or a caption.
type line struct {
	mode     mode
	open     bool        // it holds something
	begun    bool        // it holds text
	gap      bool        // white space is owed before the next character
	apart    bool        // so it is, unless that character is punctuation: see dom.Index.SetApart
	br       bool        // a break is owed before the next character
	breaks   int         // br elements since the last content
	start    int         // where its text begins
	stack    []wrapper   // the inline elements that are open
	marks    []mark      // markup read so far, in document order
	lastMark int         // position of the last mark that stands in no other; -1 for none
	figure   *page.Block // takes the images, where the line is its caption
}

// ready prepares for the next character: what is owed before it is written, and the markup around it begins.
func (r *reader) ready() {
	l := &r.line
	switch {
	case !l.begun:
		r.begin()
	case l.br:
		r.text = append(r.text, '\n')
		r.enter(mark{kind: page.Break, start: len(r.text) - 1, end: len(r.text)}, l.started())
	case l.gap:
		r.text = append(r.text, ' ')
	}
	l.gap, l.br, l.breaks = false, false, 0
	r.startMarks()
}

// begin opens the line's text. Images may stand before it.
func (r *reader) begin() {
	l := &r.line
	r.part()
	l.open, l.begun, l.start = true, true, len(r.text)
	for i := range l.marks {
		l.marks[i].start, l.marks[i].end = l.start, l.start
	}
}

// write adds a text node, each run of white space as one space.
func (r *reader) write(s string) {
	if r.notes.open != nil {
		s = r.withoutLabel(s)
	}
	from := -1 // where a run of characters to be copied begins
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		space := c <= ' ' || c > '~' && unicode.IsSpace(c)
		if !space && !zeroWidth(c) && !(c == utf8.RuneError && size == 1) {
			if from < 0 {
				r.line.settle(c, r.text)
				r.ready()
				from = i
			}
			i = dom.PlainEnd(s, i+size)
			continue
		}
		if from >= 0 {
			r.text = append(r.text, s[from:i]...)
			from = -1
		}
		r.line.gap = r.line.gap || space
		i += size
	}
	if from >= 0 {
		r.text = append(r.text, s[from:]...)
	}
}

// settle decides whether neighbouring elements that nothing parts are set apart before c: not where a sentence goes
// on or ends.
func (l *line) settle(c rune, text []byte) {
	if l.apart && !strings.ContainsRune(".,;:!?)]}»”’%", c) && (len(text) == 0 || !strings.ContainsRune("([{", rune(text[len(text)-1]))) {
		l.gap = true
	}
	l.apart = false
}

// zeroWidth tells whether a character takes no room and parts no words, as package dom counts them: zero width space,
// byte order mark, soft hyphen.
func zeroWidth(c rune) bool { return c == '\u200b' || c == '\ufeff' || c == '\u00ad' }

// newline reads a br element: one is a break, two part paragraphs.
func (r *reader) newline() {
	l := &r.line
	if l.mode == words {
		l.gap = true
		return
	}
	l.breaks++
	if l.mode == paragraphs && (l.breaks > 1 || l.onlyImages()) {
		r.flush()
		return
	}
	l.br = l.open
}

// endLine parts what stands on either side of a block-level element in a heading, cell or caption.
func (r *reader) endLine() {
	if r.line.mode == words {
		r.line.gap = true
	} else {
		r.line.br = r.line.open
	}
}

func (l *line) onlyImages() bool { return l.open && !l.begun }

// onlyFormula tells whether a line that ends at end holds one formula alone.
func (l *line) onlyFormula(end int) bool {
	return len(l.marks) == 1 && l.marks[0].kind == page.InlineMath && l.marks[0].start == l.start && l.marks[0].end == end
}

// flush ends the paragraph, if one is open.
func (r *reader) flush() {
	l := &r.line
	if l.mode != paragraphs || !l.open {
		l.gap, l.apart, l.br, l.breaks = false, false, false, 0
		return
	}
	switch {
	case l.onlyImages():
		r.imagesAsFigure()
	case l.onlyFormula(len(r.text)):
		b := &page.Block{Type: page.Math}
		r.finish(&b.Text, nil)
		r.emit(b)
	default:
		b := &page.Block{Type: page.Paragraph}
		r.finish(&b.Text, &b.Inlines)
		r.emit(b)
	}
}

// finish ends the line and gives its text and markup to those who wait for them. Markup is nil where the text says
// all, unless only markup is asked for.
func (r *reader) finish(text *string, inlines *[]page.Inline) {
	l := &r.line
	r.closeMarks()
	if !l.begun {
		l.start = len(r.text)
	}
	if l.begun && text != nil {
		r.slot(text, l.start, len(r.text))
	}
	if inlines != nil && (len(l.marks) > 0 || l.begun && text == nil) {
		*inlines = r.inlines(0, len(l.marks), l.start, len(r.text))
	}
	l.open, l.begun, l.gap, l.apart, l.br, l.breaks = false, false, false, false, false, 0
	l.marks, l.lastMark = l.marks[:0], -1
}

// oneLine reads what read reads as one line of its own within the block being read: a heading, a cell, a caption.
// It tells whether the line holds anything that is asked for.
func (r *reader) oneLine(m mode, text *string, inlines *[]page.Inline, read func()) bool {
	r.flush()
	outer := r.line
	r.line = line{mode: m, marks: outer.marks, lastMark: -1, stack: slices.Clone(outer.stack)}
	read()
	open := r.line.begun || r.line.open && inlines != nil
	r.finish(text, inlines)
	outer.marks = r.line.marks
	r.line = outer
	return open
}

// inline reads an element that stands in a line.
func (r *reader) inline(n dom.ID, node *dom.Node) {
	switch node.Tag {
	case atom.Br:
		r.newline()
		return
	case atom.Wbr:
		return
	case atom.Rt:
		r.between(n, '(', ')')
		return
	case atom.Q:
		r.between(n, '"', '"')
		return
	}
	if r.sideNote(n) {
		return
	}
	if r.x.SetApart(n) && !r.x.HasClass(node.Parent, "sig") { // Sphinx sets signatures letter by letter
		r.line.apart = true
	}
	w := r.wrapper(n, node)
	if w.kind == "" {
		r.children(n)
		return
	}
	r.line.stack = append(r.line.stack, w)
	r.children(n)
	r.leave()
}

// between reads what an element holds between marks that browsers show around it: brackets where ruby text says how
// a word is pronounced, as browsers without ruby do (HTML Standard, 4.5.10), and the quotation marks of q.
func (r *reader) between(n dom.ID, open, close byte) {
	if r.x.Chars(n) == 0 || open == '(' && !r.line.begun {
		r.children(n)
		return
	}
	if open != '(' {
		r.line.settle('x', r.text)
		r.ready()
	}
	r.text = append(r.text, open)
	r.children(n)
	if r.line.begun { // no block ended the line meanwhile
		r.text = append(r.text, close)
	}
}
