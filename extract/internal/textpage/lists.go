package textpage

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// mark is what an item of a list begins with.
type mark struct {
	kind   byte // '*', '+', ... a bullet; '.', ')' or ']' a number; '-' or '~' a term; '[' a note's label
	number int
	label  string
	width  int // columns up to the item's text, if there is one
	bytes  int // of the mark with the space after it
}

// counts says whether a mark is a number.
func (m *mark) counts() bool { return m.kind == '.' || m.kind == ')' || m.kind == ']' }

// bullets are what text browsers draw before items, by the depth of the list.
var bullets = []string{"•", "◦", "▪", "●", "○", "■", "□", "☆", "★", "◎", "♦", "‣"}

// listMark reads the mark at the beginning of a line.
func listMark(text string) (m mark, ok bool) {
	switch text[0] {
	case '*', '+', '-', '~', 'o', '#', '@':
		if len(text) == 1 || text[1] == ' ' {
			return mark{kind: text[0], width: 2, bytes: 2}, true
		}
	case '[':
		label, _, ok := strings.Cut(text[1:], "]")
		if width := len(label) + 2; ok && len(label) < 20 && (len(text) == width || text[width] == ' ') {
			return mark{kind: '[', label: label, width: width + 1, bytes: width + 1}, true
		}
	}
	if n, width, ok := number(text); ok {
		return mark{kind: text[width-1], number: n, width: width + 1, bytes: width + 1}, true
	}
	for i, bullet := range bullets {
		if rest, ok := strings.CutPrefix(text, bullet); ok && (rest == "" || rest[0] == ' ') {
			return mark{kind: byte(0x80 + i), width: 2, bytes: len(bullet) + 1}, true
		}
	}
	return mark{}, false
}

// number reads "12.", "12)" or "12]" at the beginning of a line; width is how many bytes that is.
func number(text string) (n, width int, ok bool) {
	for width < len(text) && width < 9 && text[width] >= '0' && text[width] <= '9' {
		width++
	}
	if width == 0 || width == len(text) || strings.IndexByte(".)]", text[width]) < 0 {
		return 0, 0, false
	}
	n, _ = strconv.Atoi(text[:width])
	width++
	return n, width, width == len(text) || text[width] == ' '
}

// list reads the items that follow each other with marks of one kind at one indentation.
func list(lines []line, depth int) (*page.Block, int) {
	first, ok := listMark(lines[0].text)
	if !ok {
		return nil, 0
	}
	b := &page.Block{Type: page.List}
	switch first.kind {
	case '.', ')', ']':
		b.Ordered = true
		if first.number != 1 {
			b.Start = first.number
		}
	case '[':
		b.Type = page.Footnotes
	}
	n := 0
	for want := first.number; n < len(lines) && lines[n].indent == lines[0].indent; want++ {
		m, ok := listMark(lines[n].text)
		if !ok || m.kind != first.kind || m.number != want && b.Ordered {
			break
		}
		end := itemEnd(lines, n)
		b.Items = append(b.Items, item(lines[n:end], m, depth))
		n = end
		for n < len(lines) && lines[n].blank() {
			n++
		}
	}
	b.Text = listText(b)
	return b, n
}

// centred is how much deeper than its list a line below a blank one stands if it is none of the list's: a heading in
// the middle.
const centred = 16

// itemEnd is the line after the item that begins at line n: the first that is indented no deeper than its mark.
func itemEnd(lines []line, n int) int {
	end := n + 1
	for i := n + 1; i < len(lines); i++ {
		if lines[i].blank() {
			continue
		}
		if lines[i].indent <= lines[n].indent || lines[i-1].blank() && lines[i].indent > lines[n].indent+centred {
			break
		}
		end = i + 1
	}
	return end
}

func item(lines []line, m mark, depth int) *page.Item {
	it := &page.Item{Term: m.label}
	margin := lines[0].indent + m.width
	rest := strings.TrimLeft(lines[0].text[min(m.bytes, len(lines[0].text)):], " ")
	inner := lines[1:]
	switch {
	case (m.kind == '-' || m.kind == '~') && strings.HasSuffix(rest, ":"):
		it.Term = strings.TrimRight(strings.TrimSuffix(rest, ":"), " ")
	case rest != "":
		first := lines[0]
		first.indent, first.text, first.prose = margin, rest, true
		inner = append([]line{first}, inner...)
	}
	it.Blocks = blocks(parse(inner, margin, depth+1))
	return it
}

// listText is a list's items line by line.
func listText(b *page.Block) string {
	var text []string
	for _, it := range b.Items {
		if it.Term != "" && b.Type == page.List {
			text = append(text, it.Term)
		}
		for _, inner := range it.Blocks {
			if inner.Text != "" {
				text = append(text, inner.Text)
			}
		}
	}
	return strings.Join(text, "\n")
}
