package render

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

// Inlines are written in three steps: they are laid out flat as pieces, the marks of emphasis are chosen so that
// CommonMark's rules for them hold where they stand, and literal text is escaped where it would be markup.

// piece is a bit of a line of Markdown.
type piece struct {
	kind  pieceKind
	style page.InlineType // opening, closing: of what
	text  string          // literal: not yet escaped; the others: as it is written
	pair  int             // opening, closing: index of the other
	space int             // how many spaces stand before the opening, after the closing
}

type pieceKind byte

const (
	literal  pieceKind = iota
	verbatim           // code, an image, a tag
	opening
	closing
	lineBreak
)

// place is where inlines stand.
type place byte

const (
	inParagraph place = iota
	inItem            // a paragraph after a list's mark
	inHeading
	inCell
)

// inline writes inlines as lines of Markdown.
func (m *markdown) inline(inlines []page.Inline, where place) string {
	f := flattener{markdown: m, where: where}
	f.add(inlines, false)
	return compose(chooseMarks(settle(f.pieces)), where)
}

// flattener lays inlines out as pieces.
type flattener struct {
	*markdown
	where  place
	pieces []piece
}

func (f *flattener) add(inlines []page.Inline, inLink bool) {
	for i := range inlines {
		in := &inlines[i]
		switch in.Type {
		case page.Text, "":
			f.literal(in.Text)
		case page.Break:
			f.lineBreak()
		case page.InlineCode:
			f.code(in.Text)
		case page.InlineMath:
			f.verbatim(inlineMath(in.Text, f.where))
		case page.InlineImage:
			if url := address(in.URL); url != "" {
				f.verbatim("!" + markdownLink(oneLine(in.Text), url, in.Title, f.where))
			}
		case page.Note:
			f.note(in)
		case page.Link:
			f.link(in, inLink)
		default:
			f.styled(in, inLink)
		}
	}
}

func (f *flattener) literal(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			f.lineBreak()
		}
		if line = controls(line); line != "" {
			f.pieces = append(f.pieces, piece{kind: literal, text: line})
		}
	}
}

// controls turns control characters into spaces; CommonMark has no text with them.
func controls(s string) string {
	if !strings.ContainsFunc(s, isControl) && strings.ToValidUTF8(s, "") == s {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func isControl(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

func (f *flattener) verbatim(s string) {
	if s != "" {
		f.pieces = append(f.pieces, piece{kind: verbatim, text: s})
	}
}

// code writes a code span, or an element where what stands right before would take its backticks: another span, or a
// bare address.
func (f *flattener) code(text string) {
	span := codeSpan(text, f.where)
	if n := len(f.pieces); n > 0 && strings.HasPrefix(span, "`") {
		last := &f.pieces[n-1]
		if last.kind == verbatim && strings.HasSuffix(last.text, "`") || endsInAddress(last) {
			span = "<code>" + references(controls(text)) + "</code>"
		}
	}
	f.verbatim(span)
}

func (f *flattener) lineBreak() {
	if f.where <= inItem {
		f.pieces = append(f.pieces, piece{kind: lineBreak})
	} else {
		f.verbatim("<br>")
	}
}

// note writes a footnote's mark; one whose note is not on the page stays as it looks.
func (f *flattener) note(in *page.Inline) {
	if label := f.labels[strings.TrimPrefix(in.URL, "#")]; label != "" {
		f.verbatim("[^" + label + "]")
		return
	}
	f.styled(&page.Inline{Type: page.Superscript, Text: in.Text}, false)
}

func (f *flattener) link(in *page.Inline, inLink bool) {
	url := address(in.URL)
	if inLink || url == "" {
		f.add(enclosed(in), inLink)
		return
	}
	f.enclose(in, true, "[", "]("+destination(url, in.Title, f.where)+")")
}

// enclosed is what an inline holds.
func enclosed(in *page.Inline) []page.Inline {
	if len(in.Inlines) == 0 && in.Text != "" {
		return []page.Inline{{Type: page.Text, Text: in.Text}}
	}
	return in.Inlines
}

// tags are the HTML elements that say what an inline is where Markdown has no mark for it.
var tags = map[page.InlineType]string{
	page.Emphasis: "em", page.Strong: "strong", page.Deleted: "del", page.Highlight: "mark",
	page.Subscript: "sub", page.Superscript: "sup", page.Abbreviation: "abbr",
}

func (f *flattener) styled(in *page.Inline, inLink bool) {
	tag := tags[in.Type]
	if tag == "" {
		f.add(enclosed(in), inLink)
		return
	}
	title := ""
	if in.Title != "" && in.Type == page.Abbreviation {
		title = ` title="` + cell(attribute(oneLine(controls(in.Title))), f.where) + `"`
	}
	f.enclose(in, inLink, "<"+tag+title+">", "</"+tag+">")
}

func (f *flattener) enclose(in *page.Inline, inLink bool, before, after string) {
	from := len(f.pieces)
	f.pieces = append(f.pieces, piece{kind: opening, style: in.Type, text: before})
	f.add(enclosed(in), inLink)
	f.pieces[from].pair = len(f.pieces)
	f.pieces = append(f.pieces, piece{kind: closing, style: in.Type, text: after, pair: from})
}

// settle moves spaces at the edges of what is enclosed outside of it, and drops marks around nothing.
func settle(pieces []piece) []piece {
	for i := len(pieces) - 2; i >= 0; i-- { // inner openings stand further right
		if p, next := &pieces[i], &pieces[i+1]; p.kind == opening {
			p.space = leave(next, opening, strings.TrimLeft)
		}
	}
	for i := 1; i < len(pieces); i++ { // inner closings stand further left
		if p, last := &pieces[i], &pieces[i-1]; p.kind == closing {
			p.space = leave(last, closing, strings.TrimRight)
		}
	}
	return dropEmpty(pieces)
}

// leave takes the spaces from the edge of a piece and says how many there were.
func leave(p *piece, mark pieceKind, trim func(s, cutset string) string) (spaces int) {
	switch p.kind {
	case literal:
		trimmed := trim(p.text, " ")
		spaces = len(p.text) - len(trimmed)
		p.text = trimmed
	case mark:
		spaces, p.space = p.space, 0
	}
	return spaces
}

// dropEmpty drops literals without text and marks that enclose nothing.
func dropEmpty(pieces []piece) []piece {
	before := make([]int, len(pieces)+1) // how many pieces with content stand before each
	for i := range pieces {
		before[i+1] = before[i]
		if p := &pieces[i]; p.kind == verbatim || p.kind == lineBreak || p.kind == literal && p.text != "" {
			before[i+1]++
		}
	}
	kept := make([]piece, 0, len(pieces))
	var open []int    // places in kept of the openings that are not closed
	var text []string // literals that follow each other
	for i, p := range pieces {
		switch {
		case p.kind == literal && p.text == "":
			continue
		case p.kind == opening || p.kind == closing:
			if from, to := min(i, p.pair), max(i, p.pair); before[from] == before[to] {
				text = append(text, strings.Repeat(" ", p.space))
				continue
			}
		case p.kind == literal:
			text = append(text, p.text)
			continue
		}
		kept = flush(kept, &text)
		if p.kind == opening {
			open = append(open, len(kept))
		} else if p.kind == closing {
			p.pair = open[len(open)-1]
			open = open[:len(open)-1]
			kept[p.pair].pair = len(kept)
		}
		kept = append(kept, p)
	}
	return flush(kept, &text)
}

// flush appends literals that follow each other as one.
func flush(pieces []piece, text *[]string) []piece {
	if joined := strings.Join(*text, ""); joined != "" {
		pieces = append(pieces, piece{kind: literal, text: joined})
	}
	*text = (*text)[:0]
	return pieces
}

// compose writes pieces as lines of Markdown.
func compose(pieces []piece, where place) string {
	e := escaper{pieces: pieces, where: where}
	e.survey()
	return e.compose()
}

func (e *escaper) compose() string {
	var lines []string
	var line []byte
	ours := true // the line begins with markup
	end := func(last bool) {
		if l := strings.Trim(string(line), " "); l != "" {
			switch {
			case ours && e.where == inItem && isTask(l): // a link whose text is "x"
				l = "[" + fmt.Sprintf("&#%d;", l[1]) + l[2:]
			case !ours && e.where <= inItem:
				l = escapeLine(l, lineOf{first: len(lines) == 0, last: last, item: e.where == inItem})
			}
			lines = append(lines, l)
		}
		line = line[:0]
	}
	for i := range e.pieces {
		p := &e.pieces[i]
		if len(bytes.TrimLeft(line, " ")) == 0 {
			ours = p.kind != literal
		}
		switch p.kind {
		case literal:
			line = e.literal(line, i)
		case lineBreak:
			end(false)
		default:
			e.count(p)
			line = append(line, p.spaced()...)
		}
	}
	end(true)
	return strings.Join(lines, "\\\n")
}

// spaced is the piece with its spaces.
func (p *piece) spaced() string {
	switch {
	case p.space == 0:
		return p.text
	case p.kind == opening:
		return strings.Repeat(" ", p.space) + p.text
	}
	return p.text + strings.Repeat(" ", p.space)
}

// codeSpan writes inline code between more backticks than stand in it.
func codeSpan(s string, where place) string {
	s = controls(strings.ReplaceAll(s, "\n", " "))
	if s == "" {
		return ""
	}
	if where == inCell {
		if strings.Contains(s, `\|`) { // which no code span in a table can hold
			return "<code>" + references(s) + "</code>"
		}
		s = cell(s, where)
	}
	ticks := "`"
	if run := longestRun(s, '`'); run > 0 {
		ticks = strings.Repeat("`", run+1)
	}
	spaced := s[0] == ' ' && s[len(s)-1] == ' ' && strings.Trim(s, " ") != ""
	if spaced || s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return ticks + s + ticks
}

// references writes punctuation as character references.
func references(s string) string {
	var b strings.Builder
	for _, r := range s {
		if isASCIIPunct(r) {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// inlineMath writes LaTeX between dollars; where Markdown's rules would change it, as code between them, which GitHub
// reads as the same.
func inlineMath(s string, where place) string {
	s = strings.Trim(controls(strings.ReplaceAll(s, "\n", " ")), " ")
	if s == "" {
		return ""
	}
	if isStable(s) && !strings.ContainsAny(s, "$~") && !opensUnderscore(s) {
		return "$" + cell(s, where) + "$"
	}
	return "$" + codeSpan(s, where) + "$"
}

// opensUnderscore says whether an underscore in a formula could open emphasis.
func opensUnderscore(s string) bool {
	s = "$" + s + "$"
	for at := 1; at < len(s); at++ {
		if s[at] == '_' {
			end := runEnd(s, at)
			previous, _ := utf8.DecodeLastRuneInString(s[:at])
			next, _ := utf8.DecodeRuneInString(s[end:])
			if flanks(previous, next).opens('_') {
				return true
			}
			at = end
		}
	}
	return false
}

// isStable says whether text is read as it stands, without a need to escape anything in it.
func isStable(s string) bool {
	return compose([]piece{{kind: literal, text: s}}, inParagraph) == s && !strings.ContainsAny(s, "\\*`")
}

// cell escapes the bars of what stands in a table's cell.
func cell(s string, where place) string {
	if where == inCell {
		return strings.ReplaceAll(s, "|", `\|`)
	}
	return s
}

// markdownLink writes "[label](address "title")".
func markdownLink(label, url, title string, where place) string {
	pieces := []piece{
		{kind: opening, style: page.Link, text: "[", pair: 2},
		{kind: literal, text: controls(label)},
		{kind: closing, style: page.Link, text: "](" + destination(url, title, where) + ")"},
	}
	e := escaper{pieces: pieces, where: max(where, inHeading)}
	for _, c := range delimiters { // what stands outside of the label could pair up with what is in it
		e.active[c] = true
	}
	return e.compose()
}

// titleEscapes keep what would end a title, or begin code or a tag, which bind tighter than a link.
var titleEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "&#96;", "<", "&lt;")

// destination is a link's address and title.
func destination(url, title string, where place) string {
	if !balanced(url) {
		url = strings.NewReplacer("(", "%28", ")", "%29").Replace(url)
	}
	url = ampersands(url)
	if title = oneLine(controls(title)); title == "" {
		return url
	}
	return url + ` "` + cell(titleEscapes.Replace(ampersands(title)), where) + `"`
}

// balanced says whether the parentheses in s are pairs, as CommonMark wants them in an address.
func balanced(s string) bool {
	depth := 0
	for i := 0; i < len(s) && depth >= 0 && depth < 32; i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return depth == 0
}

// ampersands escapes those that begin a character reference.
func ampersands(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == '&' && isReference(s[i:]) {
			b.WriteString("amp;")
		}
	}
	return b.String()
}
