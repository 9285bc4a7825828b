package decode

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// build makes a tree of b without the standard's costly repairs, in linear time and of bounded depth: for pages
// that would take the standard's algorithm too long, and for XHTML, whose <div/> is closed and whose CDATA is text.
//
// Each token gives at most one node. Text, comments and attributes are all kept; the tree of a page without misnested
// tags is that of the standard. A tag that closes an outer element closes what is open in it, as in XML. Elements that
// would make the tree deeper than maxDepth are left out, their text is kept.
func build(b []byte, xml bool, maxDepth int) *html.Node {
	t := newBuilder(bytes.NewReader(b), xml, maxDepth-reserve)
	for t.z.Next() != html.ErrorToken {
		t.token(t.z.Token())
	}
	t.flushText()
	return t.root
}

// reserve is how far a tree may grow below the last element that is added by its tag: the elements that a table cell
// implies, and its text.
const reserve = 4

type builder struct {
	z                *html.Tokenizer
	xml              bool
	maxOpen          int // how many elements may be open before the next
	root, head, body *html.Node
	open             []*html.Node   // open[0] is html, open[1] head or body
	count            map[string]int // of open elements by name
	skipped          map[string]int // of start tags left out for depth and not yet closed
	text             []byte         // of the text node being read
}

func newBuilder(r *bytes.Reader, xml bool, maxOpen int) *builder {
	t := &builder{
		z: html.NewTokenizer(r), xml: xml, maxOpen: maxOpen,
		root: &html.Node{Type: html.DocumentNode}, head: element(atom.Head), body: element(atom.Body),
		count: map[string]int{}, skipped: map[string]int{},
	}
	t.z.AllowCDATA(xml)
	page := element(atom.Html)
	page.AppendChild(t.head)
	page.AppendChild(t.body)
	t.root.AppendChild(page)
	t.open = []*html.Node{page, t.head}
	return t
}

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
}

func (t *builder) token(tok html.Token) {
	switch tok.Type {
	case html.TextToken:
		t.addText(tok.Data)
	case html.StartTagToken, html.SelfClosingTagToken:
		t.start(tok)
	case html.EndTagToken:
		t.end(tok.Data)
	case html.CommentToken:
		t.add(&html.Node{Type: html.CommentNode, Data: tok.Data})
	case html.DoctypeToken:
		if t.root.FirstChild == t.open[0] {
			t.root.InsertBefore(&html.Node{Type: html.DoctypeNode, Data: tok.Data}, t.open[0])
		}
	}
}

func (t *builder) top() *html.Node { return t.open[len(t.open)-1] }

// addText gathers text until something else is added to the tree: a tag that is left out does not part it. Text that
// is not white space ends the head.
func (t *builder) addText(s string) {
	if t.top() == t.head {
		if skipSpace([]byte(s), 0) == len(s) {
			return
		}
		t.leaveHead()
	}
	t.text = append(t.text, s...)
}

func (t *builder) flushText() {
	text := t.text
	if n := t.top(); n.FirstChild == nil && (n.DataAtom == atom.Pre || n.DataAtom == atom.Textarea) {
		text = bytes.TrimPrefix(text, []byte("\n"))
	}
	if len(text) > 0 {
		t.top().AppendChild(&html.Node{Type: html.TextNode, Data: string(text)})
	}
	t.text = t.text[:0]
}

func (t *builder) add(n *html.Node) {
	t.flushText()
	t.top().AppendChild(n)
}

func (t *builder) push(n *html.Node) {
	t.add(n)
	t.open = append(t.open, n)
	t.count[n.Data]++
}

func (t *builder) pop() {
	t.flushText()
	t.count[t.top().Data]--
	t.open = t.open[:len(t.open)-1]
}

// leaveHead goes on in the body, unless it is there already or in an element of the head that may hold anything.
func (t *builder) leaveHead() {
	switch {
	case t.open[1] != t.head:
	case t.top().DataAtom == atom.Noscript:
		t.pop()
		fallthrough
	case t.top() == t.head:
		t.open[1] = t.body
	}
}

// start adds an element.
func (t *builder) start(tok html.Token) {
	switch tok.DataAtom {
	case atom.Html:
		adopt(t.open[0], tok.Attr)
		return
	case atom.Head:
		adopt(t.head, tok.Attr)
		return
	case atom.Body:
		adopt(t.body, tok.Attr)
		t.leaveHead()
		return
	}
	if !inHead[tok.DataAtom] {
		t.leaveHead()
	}
	t.closeImplied(tok.DataAtom)
	closed := void[tok.DataAtom] || tok.Type == html.SelfClosingTagToken && (t.xml || t.namespace(tok.DataAtom) != "")
	if len(t.open) >= t.maxOpen && !closed && !rawText[tok.DataAtom] {
		t.skipped[tok.Data]++
		return
	}
	t.implyRow(tok.DataAtom)
	n := &html.Node{Type: html.ElementNode, DataAtom: tok.DataAtom, Data: tok.Data, Attr: tok.Attr}
	n.Namespace = t.namespace(tok.DataAtom)
	if closed {
		t.add(n)
		t.z.NextIsNotRawText()
		return
	}
	t.push(n)
	if tok.DataAtom == atom.Noscript {
		t.z.NextIsNotRawText()
	}
}

// implyRow opens the table body and the row that an element a needs around it.
func (t *builder) implyRow(a atom.Atom) {
	if a != atom.Tr && a != atom.Td && a != atom.Th {
		return
	}
	if t.top().DataAtom == atom.Table {
		t.push(element(atom.Tbody))
	}
	if in := t.top().DataAtom; a != atom.Tr && (in == atom.Tbody || in == atom.Thead || in == atom.Tfoot) {
		t.push(element(atom.Tr))
	}
}

// adopt gives n, one of the three elements that every page has, the attributes of its first tag.
func adopt(n *html.Node, attributes []html.Attribute) {
	if n.Attr == nil {
		n.Attr = attributes
	}
}

// namespace is that of an element a inside the open one.
func (t *builder) namespace(a atom.Atom) string {
	switch {
	case a == atom.Svg:
		return "svg"
	case a == atom.Math:
		return "math"
	case t.top().DataAtom == atom.Foreignobject:
		return ""
	}
	return t.top().Namespace
}

// end closes the innermost open element of this name, with all that is open inside. A tag that closes nothing is
// left out, and so is one whose start tag was.
func (t *builder) end(name string) {
	switch {
	case name == "head" && t.open[1] == t.head:
		t.leaveHead()
	case t.skipped[name] > 0:
		t.skipped[name]--
	case t.count[name] > 0:
		for t.top().Data != name {
			t.pop()
		}
		t.pop()
	case name == "br" || name == "p": // the standard makes an element of these
		t.add(element(atom.Lookup([]byte(name))))
	}
}

// maxImplied is how far up an element is looked for that the start of another closes.
const maxImplied = 16

// closeImplied closes what the start of an element a closes without a tag: a paragraph before a block, an item
// before the next.
func (t *builder) closeImplied(a atom.Atom) {
	rule, ok := implied[a]
	if !ok {
		if !closesParagraph[a] {
			return
		}
		rule = paragraph
	}
	for i := len(t.open) - 1; i >= max(2, len(t.open)-maxImplied); i-- {
		switch n := t.open[i]; {
		case slices.Contains(rule.closes, n.DataAtom):
			for len(t.open) > i {
				t.pop()
			}
		case slices.Contains(rule.within, n.DataAtom), n.Namespace != "":
			return
		}
	}
}

// impliedEnd says what the start of an element closes, up to the nearest element that it may stand in.
type impliedEnd struct{ closes, within []atom.Atom }

var (
	cells      = []atom.Atom{atom.P, atom.Td, atom.Th, atom.Caption, atom.Colgroup}
	rows       = append(slices.Clone(cells), atom.Tr)
	tableParts = append(slices.Clone(rows), atom.Thead, atom.Tbody, atom.Tfoot)

	paragraph = impliedEnd{[]atom.Atom{atom.P}, []atom.Atom{atom.Button, atom.Table, atom.Td, atom.Th, atom.Caption,
		atom.Object, atom.Li, atom.Dd, atom.Div, atom.Blockquote}}
	item = impliedEnd{[]atom.Atom{atom.P, atom.Li}, []atom.Atom{atom.Ul, atom.Ol, atom.Menu, atom.Table, atom.Td,
		atom.Blockquote, atom.Section, atom.Article}}
	definition = impliedEnd{[]atom.Atom{atom.P, atom.Dd, atom.Dt}, []atom.Atom{atom.Dl, atom.Table, atom.Td,
		atom.Blockquote, atom.Section, atom.Article}}
	ruby    = impliedEnd{[]atom.Atom{atom.Rb, atom.Rt, atom.Rtc, atom.Rp}, []atom.Atom{atom.Ruby}}
	inTable = []atom.Atom{atom.Table, atom.Template}

	implied = map[atom.Atom]impliedEnd{
		atom.Li: item, atom.Dd: definition, atom.Dt: definition,
		atom.Option:   {[]atom.Atom{atom.Option}, []atom.Atom{atom.Select, atom.Optgroup, atom.Datalist}},
		atom.Optgroup: {[]atom.Atom{atom.Option, atom.Optgroup}, []atom.Atom{atom.Select}},
		atom.Td:       {cells, inTable}, atom.Th: {cells, inTable}, atom.Tr: {rows, inTable},
		atom.Thead: {tableParts, inTable}, atom.Tbody: {tableParts, inTable}, atom.Tfoot: {tableParts, inTable},
		atom.Rb: ruby, atom.Rt: ruby, atom.Rtc: ruby, atom.Rp: ruby,
		atom.A: {[]atom.Atom{atom.A}, []atom.Atom{atom.Table, atom.Td, atom.Object}},
	}
)
