package outline

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// over is the line that forums put over a quote: "Quote from: Ann on May 3" (SMF 2.0), "Ann wrote:" (phpBB 3.0),
// "Quote:" (vBulletin 3).
type over struct{ label, quote dom.ID }

// maxOver is how many words such a line has at most.
const maxOver = 16

// isOver tells whether a block of a comment is the line over what follows it: a quote, which then takes it, or code,
// which goes without.
func (r *reader) isOver(n dom.ID) bool {
	if r.sectioned || r.x.Chars(n) == 0 || r.x.Words(n) > maxOver {
		return false
	}
	next := r.nextElement(n)
	switch {
	case next == dom.None:
		return false
	case r.x.Is(next, atom.Blockquote, atom.Table), r.isQuoteBox(next):
		if r.labels(n) != quoteBox && !r.isNamed(n, "quote") {
			return false
		}
		r.over = over{n, next}
		return true
	}
	return r.x.Words(n) < 5 && r.holdsCode(next) && (r.labels(n) == codeBox || r.isNamed(n, "code"))
}

// isNamed tells whether a word stands in the class of an element.
func (r *reader) isNamed(n dom.ID, word string) bool {
	return strings.Contains(strings.ToLower(r.x.Attr(n, "class")), word)
}

// labels is what the text of an element names up to its colon: "Quote:", "Code: Select all".
func (r *reader) labels(n dom.ID) box {
	text, _, _ := strings.Cut(r.x.Text(n), ":")
	return labelsOver[strings.ToLower(text)]
}

// labelsOver are the words over quotes and code, in lower case.
var labelsOver = map[string]box{
	"quote": quoteBox, "zitat": quoteBox, "citation": quoteBox, "cita": quoteBox, "citazione": quoteBox, "citaat": quoteBox,
	"cytat": quoteBox, "цитата": quoteBox, "alıntı": quoteBox, "citat": quoteBox, "citação": quoteBox,

	"code": codeBox, "php code": codeBox, "html code": codeBox, "php": codeBox, "html": codeBox, "css": codeBox, "sql": codeBox,
	"xml": codeBox, "json": codeBox, "python": codeBox, "javascript": codeBox, "bash": codeBox, "quellcode": codeBox,
	"quelltext": codeBox, "código": codeBox, "codice": codeBox, "kod": codeBox, "kód": codeBox, "код": codeBox,
}

// nextElement is the element that follows n, None if text does.
func (r *reader) nextElement(n dom.ID) dom.ID {
	for n = r.x.NextSibling(n); n != dom.None && r.x.IsText(n); n = r.x.NextSibling(n) {
		if !r.x.Has(n, dom.Blank) {
			return dom.None
		}
	}
	return n
}

func (r *reader) isQuoteBox(n dom.ID) bool {
	for c := range strings.FieldsSeq(r.x.Attr(n, "class")) {
		if boxes[c] == quoteBox {
			return true
		}
	}
	return false
}

// holdsCode tells whether an element is code, or a frame around code alone.
func (r *reader) holdsCode(n dom.ID) bool {
	for c, last := n, min(r.x.Node(n).Last, n+8); c <= last; c++ {
		if r.x.Is(c, atom.Pre, atom.Code) {
			return r.x.Chars(c) == r.x.Chars(n)
		}
	}
	return false
}

// readOver reads who is quoted from the line over the quote n.
func (r *reader) readOver(b *page.Block, n dom.ID) {
	if r.over.quote != n || b.Cite != "" {
		return
	}
	r.readsWhole(r.over.label, func(c dom.ID) bool { return r.person(b, c) })
}

// person reads who is quoted from what says so: the name, and of a post in a forum when it was written, where that
// stands there.
func (r *reader) person(b *page.Block, n dom.ID) bool {
	if !r.oneLine(words, &b.Cite, nil, func() { r.children(n) }) {
		return false
	}
	s := &r.slots[len(r.slots)-1]
	line := r.text[s.start:s.end]
	name, date := afterPosted(bytes.TrimLeft(line, attribution)), []byte(nil)
	if !r.sectioned {
		name, date = withoutDate(name)
	}
	name = withoutSaid(name)
	if labelsOver[strings.ToLower(string(name))] == quoteBox {
		name = nil
	}
	end := copy(line, name)
	if end > 0 && len(date) > 0 {
		end += copy(line[end:], ", ")
		end += copy(line[end:], date)
	}
	s.end = s.start + end
	return true
}

// firstLine takes who is quoted from the first paragraph of a quote, if all that it says is that somebody said what
// follows: "Ann wrote:" (Khoros). It gives where the text after it begins, 0 if there is no such line.
func (r *reader) firstLine(b *page.Block) int {
	if r.sectioned || b.Type != page.Quote || b.Cite != "" {
		return 0
	}
	blocks := b.Blocks
	for len(blocks) > 0 && blocks[0].Type == page.Separator {
		blocks = blocks[1:]
	}
	if len(blocks) < 2 || blocks[0].Type != page.Paragraph {
		return 0
	}
	for i := len(r.slots) - 1; i >= 0; i-- {
		s := r.slots[i]
		if s.dst != &blocks[0].Text {
			continue
		}
		line := r.text[s.start:s.end]
		name := withoutSaid(line)
		if len(name) == len(line) || line[len(line)-1] != ':' || len(bytes.Fields(line)) > maxOver/2 {
			return 0
		}
		r.slot(&b.Cite, s.start+len(name)-len(bytes.TrimLeft(name, "@")), s.start+len(name))
		if last := len(blocks) - 1; blocks[last].Type == page.Separator {
			blocks = blocks[:last]
		}
		b.Blocks = blocks[1:]
		return s.end
	}
	return 0
}

// withoutDate parts a name from when was said what is quoted: "Ann on May 3, 2016" (SMF), "Ann wrote: ↑ May 3, 2016"
// (phpBB).
func withoutDate(line []byte) (name, date []byte) {
	if i := bytes.LastIndex(line, []byte(": ")); i > 0 && bytes.ContainsAny(line[i:], "0123456789") {
		if said := withoutSaid(line[:i]); len(said) < i {
			return said, bytes.TrimLeft(line[i+1:], " ↑")
		}
	}
	for _, before := range [...]string{" on ", " am ", " le ", " el ", " il ", " op ", " em ", " dnia ", " в "} {
		if i := bytes.LastIndex(line, []byte(before)); i > 0 && bytes.ContainsAny(line[i:], "0123456789") {
			return line[:i], line[i+len(before):]
		}
	}
	return line, nil
}

// tableQuote reads a quote that a forum sets as a table: a cell below the line that names it (vBulletin 3), or a row
// for who is quoted and one for the words (phpBB 2). Code is set in the same way.
func (r *reader) tableQuote(n dom.ID) bool {
	if r.sectioned {
		return false
	}
	cells := r.soleCells(n)
	b := &page.Block{Type: page.Quote, ID: r.takeID()}
	switch {
	case len(cells) == 1 && r.over.quote == n:
		r.quoteOf(b, cells[0], false, func(c dom.ID) bool {
			return len(r.blocks) == r.base && !r.line.open && r.saysPosted(c) && r.person(b, c)
		})
	case len(cells) == 2 && r.x.Words(cells[0]) <= maxOver && r.x.HasClass(cells[1], "quote"):
		r.readsWhole(cells[0], func(c dom.ID) bool { return r.person(b, c) })
		r.quoteOf(b, cells[1], false, func(dom.ID) bool { return false })
	case len(cells) == 2 && r.x.Words(cells[0]) <= maxOver && r.x.HasClass(cells[1], "code"):
		r.code(cells[1])
	default:
		return false
	}
	return true
}

// saysPosted tells whether an element says who is quoted: "Originally Posted by Ann".
func (r *reader) saysPosted(n dom.ID) bool {
	line := []byte(r.x.Text(n))
	return r.x.Words(n) <= maxOver && len(afterPosted(line)) < len(line)
}

// soleCells are the cells of a table of one column and at most two rows, nil of any other.
func (r *reader) soleCells(n dom.ID) []dom.ID {
	var cells []dom.ID
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		switch r.x.Node(c).Tag {
		case atom.Td, atom.Th:
			if cells = append(cells, c); len(cells) > 2 || r.nextElement(c) != dom.None {
				return nil
			}
			c = r.x.Node(c).Last
		}
	}
	return cells
}
