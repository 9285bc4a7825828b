package outline

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// code reads preformatted text as it stands, all of it if any is selected, without line numbers and buttons.
func (r *reader) code(n dom.ID) {
	b := &page.Block{Type: page.Code, Language: r.language(n), ID: r.takeID()}
	text := len(r.text)
	r.part()
	start := len(r.text)
	v := verbatim{reader: r, start: start, line: -1, ends: dom.None, loose: !r.x.Has(n, dom.InPre)}
	v.read(n)
	end := start + len(bytes.TrimRight(r.text[start:], " \t\n"))
	start = r.skipBlankLines(start)
	if start >= end {
		r.text = r.text[:text]
		return
	}
	r.text = r.text[:end]
	r.slot(&b.Text, start, end)
	r.dropLabel(b.Language)
	r.emit(b)
}

// dropLabel drops the paragraph before code that is but the name of its language, as documentation has it in a bar over
// the code.
func (r *reader) dropLabel(language string) {
	last := len(r.entries) - 1
	if r.nesting > 0 || last < 0 || language == "" || r.entries[last].block == nil {
		return
	}
	if b := r.entries[last].block; b.Type == page.Paragraph && len(b.Text) <= maxLanguage && languageName(b.Text) == language {
		r.entries = r.entries[:last]
	}
}

// isCodeBlock tells code of several lines that stands alone although its element is one for code in a line.
func (r *reader) isCodeBlock(n dom.ID, node *dom.Node) bool {
	if node.Tag != atom.Code || r.x.Node(node.Parent).Flags&dom.InPre != 0 || r.line.mode != paragraphs || r.line.begun {
		return false
	}
	for c := n + 1; c <= node.Last; c++ {
		if r.x.Is(c, atom.Br) {
			return true
		}
		if r.x.IsText(c) && strings.Contains(strings.TrimSpace(r.x.Node(c).HTML.Data), "\n") {
			return r.x.Chars(n) == r.x.Chars(node.Parent)
		}
	}
	return false
}

// skipBlankLines is where the first line of the text from start begins that is not blank.
func (r *reader) skipBlankLines(start int) int {
	for i := start; i < len(r.text); i++ {
		switch r.text[i] {
		case '\n':
			start = i + 1
		case ' ', '\t':
		default:
			return start
		}
	}
	return start
}

// verbatim reads the text of code.
type verbatim struct {
	*reader
	start int
	line  int    // where the element that holds a line began; -1 outside of such
	ends  dom.ID // the last node of that element; None outside of such
	loose bool   // lines end at breaks alone
}

func (v *verbatim) read(n dom.ID) {
	for c, last := n+1, v.x.Node(n).Last; c <= last; c++ {
		node := v.x.Node(c)
		switch {
		case v.x.IsText(c):
			if node.Flags&dom.NotText == 0 {
				v.endLine(c, node.HTML.Data)
				v.write(node.HTML.Data)
			}
		case node.Tag == atom.Br:
			v.text = append(v.text, '\n')
		case node.Flags&dom.NotText != 0 || v.isGutter(c, node):
			c = node.Last
		case node.Flags&dom.BlockLevel != 0:
			v.newLine()
		case isLine(v.x.Attr(c, "class")):
			v.newLine()
			v.line, v.ends = len(v.text), node.Last
		}
	}
}

// endLine ends the line of an element before a text that follows the element and does not end it itself.
func (v *verbatim) endLine(n dom.ID, text string) {
	if v.ends == dom.None || n <= v.ends || text == "" {
		return
	}
	if v.ends = dom.None; text[0] != '\n' && text[0] != '\r' {
		v.newLine()
	}
}

// newLine ends the line unless it has just ended. A line that an element held ends also if it is empty.
func (v *verbatim) newLine() {
	end := len(v.text)
	empty := v.line == end
	if end > v.start && v.text[end-1] != '\n' || empty && end > v.start && v.line >= 0 {
		v.text = append(v.text, '\n')
	}
	v.line = -1
}

// write adds a text node. No-break spaces keep lines in shape where pre is not used: they are spaces.
func (v *verbatim) write(s string) {
	for i, c := range s {
		switch {
		case c == '\u00a0':
			v.text = append(v.text, ' ')
		case c == '\r' || zeroWidth(c) || v.loose && c == '\n' && len(v.text) > v.start && v.text[len(v.text)-1] == '\n':
		case c == utf8.RuneError:
			v.text = append(v.text, "\uFFFD"...)
		default:
			v.text = append(v.text, s[i:i+utf8.RuneLen(c)]...)
		}
	}
}

// isLine tells the classes that highlighters give to the element of one line: Shiki, Docusaurus, CodeMirror, VS
// Code, Crayon, Chroma, Gatsby.
func isLine(class string) bool {
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "line", "token-line", "code-line", "view-line", "CodeMirror-line", "cm-line", "crayon-line", "gatsby-highlight-code-line":
			return true
		}
	}
	return false
}

// isGutter tells what stands beside the code: line numbers, buttons.
func (v *verbatim) isGutter(n dom.ID, node *dom.Node) bool {
	if v.x.Is(n, atom.Button, atom.Select, atom.Option) {
		return true
	}
	for _, a := range node.HTML.Attr {
		switch a.Key {
		case "class":
			if gutterClass(a.Val) {
				return true
			}
		case "style":
			if strings.Contains(a.Val, "user-select:none") || strings.Contains(a.Val, "user-select: none") {
				return true
			}
		}
	}
	return false
}

func gutterClass(class string) bool {
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "lineno", "linenos", "linenodiv", "line-number", "line-numbers", "line-numbers-rows", "linenumber",
			"ln", "lnt", "gutter", "gl", "rouge-gutter", "hljs-ln-numbers", "hljs-ln-n", "blob-num",
			"CodeMirror-linenumber", "CodeMirror-gutter-wrapper", "CodeMirror-gutters", "cm-gutters",
			"crayon-nums", "react-syntax-highlighter-line-number", "toolbar", "code-toolbar-item", "copy",
			"copybtn", "copy-button", "code-copy", "clipboard", "zeroclipboard-container", "btn-copy", "copy-btn",
			"code-block-header__copy", "margin-view-overlays":
			return true
		}
	}
	return false
}

// codeTable tells a table that only sets line numbers beside code.
func (r *reader) codeTable(n dom.ID) bool {
	node := r.x.Node(n)
	if node.Flags&dom.InPre != 0 {
		return true
	}
	for c := n + 1; c <= min(n+20, node.Last); c++ {
		switch r.x.Node(c).Tag {
		case atom.Td, atom.Th:
			if gutterClass(r.x.Attr(c, "class")) {
				return true
			}
			if r.x.Is(c, atom.Td) && !gutterClass(r.x.Attr(c, "class")) {
				return false
			}
		}
	}
	return false
}
