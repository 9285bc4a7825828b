package render

import (
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

// delimiters are the characters that are markup in pairs only.
const delimiters = "*_~`$"

// escaper escapes the literals of a paragraph, a heading or a cell: only characters that would be read as markup where
// they stand.
type escaper struct {
	pieces []piece
	where  place
	active [utf8.RuneSelf]bool // the delimiters that would pair up
	link   int                 // how many links are open
}

// survey finds out which delimiters among the literals would pair up with each other or with real ones.
func (e *escaper) survey() {
	var opened [utf8.RuneSelf]bool
	ticks := 0
	for i := range e.pieces {
		p := &e.pieces[i]
		if p.kind == literal {
			ticks += e.surveyLiteral(i, &opened)
			continue
		}
		if p.kind == lineBreak {
			continue
		}
		if c := p.text[0]; strings.IndexByte(delimiters, c) >= 0 {
			e.active[c] = true
		}
		if strings.Contains(p.text, "`") {
			ticks += 2
		}
		if p.kind == verbatim && strings.Contains(p.text, "_") { // a formula's could close
			e.active['_'] = true
		}
	}
	e.active['`'] = e.active['`'] || ticks > 1
}

func (e *escaper) surveyLiteral(i int, opened *[utf8.RuneSelf]bool) (ticks int) {
	text := e.pieces[i].text
	for at := 0; at < len(text); {
		c := text[at]
		if strings.IndexByte(delimiters, c) < 0 {
			at++
			continue
		}
		end := runEnd(text, at)
		if c == '`' {
			ticks++
		} else {
			opens, closes := e.delimits(i, at, end)
			e.active[c] = e.active[c] || closes && opened[c]
			opened[c] = opened[c] || opens
		}
		at = end
	}
	return ticks
}

// count keeps track of the links that are open.
func (e *escaper) count(p *piece) {
	if p.style == page.Link && p.kind == opening {
		e.link++
	} else if p.style == page.Link && p.kind == closing {
		e.link--
	}
}

// runEnd is the end of the run of one character that begins at start.
func runEnd(s string, start int) int {
	end := start + 1
	for end < len(s) && s[end] == s[start] {
		end++
	}
	return end
}

// delimits says whether a run of a delimiter's character in a literal could open or close something.
func (e *escaper) delimits(i, start, end int) (opens, closes bool) {
	text := e.pieces[i].text
	c := text[start]
	if start == 0 && i > 0 && e.pieces[i-1].isMark() || end == len(text) && i+1 < len(e.pieces) && e.pieces[i+1].isMark() {
		return true, true
	}
	previous, next := ' ', ' '
	if start > 0 {
		previous, _ = utf8.DecodeLastRuneInString(text[:start])
	} else if i > 0 && e.pieces[i-1].kind == verbatim {
		previous = '*'
	}
	if end < len(text) {
		next, _ = utf8.DecodeRuneInString(text[end:])
	} else if i+1 < len(e.pieces) { // a line break is a backslash
		next = '*'
	}
	if c == '$' { // pandoc and GitHub: text stands right inside of both, and no digit after the second
		return next != ' ', previous != ' ' && (next < '0' || next > '9')
	}
	f := flanks(previous, next)
	g := flanks(symbolAsLetter(previous), symbolAsLetter(next))
	return f.opens(c) || g.opens(c), f.closes(c) || g.closes(c)
}

func symbolAsLetter(r rune) rune {
	if isSymbol(r) {
		return 'a'
	}
	return r
}

// literal appends the literal that is piece i.
func (e *escaper) literal(line []byte, i int) []byte {
	text := e.pieces[i].text
	for at := 0; at < len(text); at++ {
		c := text[at]
		if strings.IndexByte(delimiters, c) >= 0 {
			end := runEnd(text, at)
			line = e.run(line, i, at, end)
			at = end - 1
			continue
		}
		if c == '\\' && e.beforeBreak(i, at) { // the break is written as one
			line = append(line, "&#92;"...)
			continue
		}
		if c < utf8.RuneSelf && isASCIIPunct(rune(c)) && e.isMarkup(i, at) {
			line = append(line, '\\')
		}
		line = append(line, c)
	}
	return line
}

// beforeBreak says whether only spaces stand between this place of a literal and a line break.
func (e *escaper) beforeBreak(i, at int) bool {
	return i+1 < len(e.pieces) && e.pieces[i+1].kind == lineBreak && strings.Trim(e.pieces[i].text[at+1:], " ") == ""
}

// run appends a run of a delimiter's character.
func (e *escaper) run(line []byte, i, start, end int) []byte {
	text := e.pieces[i].text
	escape := e.active[text[start]]
	if escape && text[start] != '`' {
		opens, closes := e.delimits(i, start, end)
		escape = opens || closes
	}
	for range end - start {
		if escape {
			line = append(line, '\\')
		}
		line = append(line, text[start])
	}
	return line
}

// isMarkup says whether the punctuation at this place of a literal would be read as markup.
func (e *escaper) isMarkup(i, at int) bool {
	text := e.pieces[i].text
	next := e.next(i, at)
	switch c := text[at]; c {
	case '\\':
		return next == 0 || next < utf8.RuneSelf && isASCIIPunct(next)
	case '[':
		return e.link > 0 || next == '^'
	case ']':
		return e.link > 0 || next == '('
	case '!':
		return at == len(text)-1 && i+1 < len(e.pieces) && strings.HasPrefix(e.pieces[i+1].text, "[") && e.pieces[i+1].space == 0
	case '<':
		return next == '/' || next == '!' || next == '?' || next|0x20 >= 'a' && next|0x20 <= 'z'
	case '&':
		return isReference(text[at:])
	case '|':
		return e.where == inCell
	case '^':
		return at == 0 && i > 0 && e.pieces[i-1].text == "["
	case '(', ':':
		return at == 0 && i > 0 && strings.HasPrefix(e.pieces[i-1].text, "[^")
	}
	return false
}

// next is the character after this place of a literal, 0 at a line's end and before markup.
func (e *escaper) next(i, at int) rune {
	text := e.pieces[i].text
	if at+1 < len(text) {
		r, _ := utf8.DecodeRuneInString(text[at+1:])
		return r
	}
	if i+1 < len(e.pieces) && e.pieces[i+1].kind == literal {
		r, _ := utf8.DecodeRuneInString(e.pieces[i+1].text)
		return r
	}
	return 0
}

// isReference says whether s begins with a character reference, such as "&amp;" or "&#38;".
func isReference(s string) bool {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return false
	}
	name := strings.TrimPrefix(s[1:end], "#")
	for i := 0; i < len(name); i++ {
		if !isAlnum(name[i]) {
			return false
		}
	}
	return name != ""
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// lineOf is the place of a line in its paragraph.
type lineOf struct {
	first, last bool
	item        bool // a list's mark stands before the paragraph
}

// escapeLine escapes what is markup only at the beginning of a line of a paragraph: the marks of other blocks, and
// what would make the line above a heading or a table.
func escapeLine(line string, of lineOf) string {
	if line == "" {
		return line
	}
	rest := strings.TrimLeft(line, line[:1])
	run := len(line) - len(rest)
	spaced := rest == "" || rest[0] == ' '
	escape := isRule(line, of.first)
	switch line[0] {
	case '#':
		escape = run <= 6 && spaced
	case '>':
		escape = true
	case '-', '+', '*':
		escape = escape || run == 1 && spaced
	case '`':
		escape = run >= 3 && !strings.Contains(rest, "`")
	case '~':
		escape = run >= 3
	case '[':
		label, _, ends := strings.Cut(line[1:], "]:") // or else the label may go on in the next line
		escape = (ends || !of.last) && !strings.ContainsAny(label, "[]") || of.item && isTask(line)
	}
	if escape {
		return `\` + line
	}
	return escapeNumber(line)
}

// isTask says whether GFM reads the beginning of an item as a check box.
func isTask(line string) bool {
	return len(line) >= 3 && strings.IndexByte(" xX", line[1]) >= 0 && line[2] == ']'
}

// isRule says whether a line could be a thematic break, or under another line what makes that a heading or a table's
// head.
func isRule(line string, first bool) bool {
	if marks := strings.ReplaceAll(line, " ", ""); len(marks) >= 3 && strings.IndexByte("-*_", marks[0]) >= 0 && runEnd(marks, 0) == len(marks) {
		return true
	}
	if first {
		return false
	}
	return strings.Trim(line, "=") == "" || strings.Contains(line, "-") && strings.Trim(line, "-:| ") == ""
}

// escapeNumber escapes the dot or parenthesis that makes a list's number of a line's first.
func escapeNumber(line string) string {
	digits := 0
	for digits < len(line) && digits < 9 && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits == len(line) || line[digits] != '.' && line[digits] != ')' {
		return line
	}
	if rest := line[digits+1:]; rest != "" && rest[0] != ' ' {
		return line
	}
	return line[:digits] + `\` + line[digits:]
}
