package decode

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Two fifths of the bytes of a page are programs, styles, drawings and comments, and the tokenizer takes as long for each as
// for a byte of text; half of the time that is left goes into attributes. So they are cut out before the parse, each leaving
// a mark, and are put back where the tree holds the mark. What nothing reads is not put back: the text of styles, long
// comments, the attributes of drawn shapes.
//
// Cutting follows the tokenizer from tag to tag, but does not know what the tree makes of them. The marks tell. Up to the
// first mark both pages are the same. If it comes out of the parser in its own kind of node, the tokenizer was where it was
// taken to be, and what was cut out would have brought it to the same place; so up to the next mark. A mark that does not
// come out so proves the cutting wrong, and the page is parsed whole: of 1,497 pages of the web, six.

// markByte begins a mark. It stands nowhere in UTF-8, so no page can forge one.
const markByte = 0xff

// minCut is the least number of bytes worth a mark.
const minCut = 32

// piece is what was cut out of a page: page[from:to], out of an element of this name, or a comment.
type piece struct {
	from, to    int
	name        shortName
	kind        pieceKind
	first, last int  // its attributes, of those of the page
	coded       bool // they hold references, or "\r"
	copies      int  // nodes that had its mark
}

// pieceKind is where a piece belongs.
type pieceKind uint8

const (
	text       pieceKind = iota // of a comment, a script or a style
	attributes                  // of an element
	dropped                     // attributes that are not put back
)

// maxCopies is the number of copies of a link from which the parser may hold several links open at a time, and would count
// those with the same attributes (HTML standard, 13.2.6.4.7: each turn of its adoption agency makes one, and there are at
// most eight).
const maxCopies = 8

// cutting is a page on its way to the tree.
type cutting struct {
	page   []byte
	short  []byte  // the page with marks instead of the pieces
	pieces []piece // by the number of their marks
	copied int     // how much of the page is in short
	found  int     // pieces whose marks came out of the parser

	attributes []attributeSpan  // of the tags up to here
	spare      []html.Attribute // memory for attributes that are put back

	streamed bool // parts of the page are to be put into their places
	shadowed bool // so are its shadow trees
}

// shortened are the buffers of pages that were parsed, kept for the next ones.
var shortened = sync.Pool{New: func() any { return new(cutting) }}

// cut reads page once, from "<" to "<", in linear time: what is looked through is cut out or passed by, or nothing more
// is cut.
func cut(page []byte) *cutting {
	c := shortened.Get().(*cutting)
	c.page = page
	c.restart()
	for i := nextTag(page, 0); i >= 0; i = nextTag(page, i) {
		if i = c.pass(i); i < 0 {
			break
		}
	}
	return c
}

// restart puts everything back.
func (c *cutting) restart() {
	c.short, c.pieces, c.attributes, c.copied, c.found = c.short[:0], c.pieces[:0], c.attributes[:0], 0, 0
	c.streamed, c.shadowed = false, false
}

// tree makes a tree of what is left of the page, and puts into it what was cut out; nil where that would cost too much or
// nest too deep.
func (c *cutting) tree(maxDepth int) *html.Node {
	c.short = append(c.short, c.page[c.copied:]...)
	if measure(c.short).costly() {
		return nil
	}
	root, err := html.ParseWithOptions(bytes.NewReader(c.short), html.ParseOptionEnableScripting(false))
	if err != nil || walk(root, maxDepth, c.visit) {
		return nil // the parser's one error is that of more than 512 open elements
	}
	return root
}

// release keeps the buffers for another page.
func (c *cutting) release() {
	c.page, c.spare = nil, nil
	shortened.Put(c)
}

// pass cuts what the "<" at page[i] begins, if that is to be cut, and gives the offset where to go on; -1 for nowhere.
func (c *cutting) pass(i int) int {
	after := c.page[i+1:]
	if bytes.HasPrefix(after, []byte("!--")) {
		return c.outComment(i + len("<!--"))
	}
	if len(after) == 0 || after[0] == '/' {
		return i + 1
	}
	name, _ := tagName(after)
	if len(name) == 0 {
		return i + 1
	}
	kind := lowered(name)
	end := c.outAttributes(i, len(name), kind)
	switch {
	case end < 0:
		return -1
	case kind == scriptName:
		return c.outText(end+1, scriptEnd(c.page, end+1), kind)
	case kind == styleName:
		return c.outStyle(end + 1)
	case raw.has(kind):
		return rawEnd(c.page, end+1, kind)
	}
	return end + 1
}

// outText cuts page[from:to], a text. Where to is -1 the end is not known, and nothing more is cut.
func (c *cutting) outText(from, to int, name shortName) int {
	if to-from >= minCut {
		c.cut(piece{from: from, to: to, name: name})
	}
	return to
}

// cut cuts a piece, unless there is a NUL in it, of which the tokenizer makes something else here and there.
func (c *cutting) cut(p piece) bool {
	if bytes.IndexByte(c.page[p.from:p.to], 0) >= 0 {
		return false
	}
	c.short = append(c.short, c.page[c.copied:p.from]...)
	c.short = append(c.short, markByte)
	c.short = strconv.AppendInt(c.short, int64(len(c.pieces)), 10)
	c.pieces = append(c.pieces, p)
	c.copied = p.to
	return true
}

// outStyle cuts the style whose text begins at page[from]. Within a drawing tags and entities of a style's text count:
// text that has such is passed by.
func (c *cutting) outStyle(from int) int {
	plain := true
	for i := nextTag(c.page, from); i >= 0; i = nextTag(c.page, i+1) {
		switch name, closing := tagName(c.page[i+1:]); {
		case !closing || lowered(name) != styleName:
			plain = false
		case !plain || bytes.IndexByte(c.page[from:i], '&') >= 0:
			return i
		default:
			return c.outText(from, i, styleName)
		}
	}
	return -1
}

// outComment cuts the comment whose text begins at page[from]. One that ends in an odd way is passed by.
func (c *cutting) outComment(from int) int {
	for i := from; ; i++ {
		n := bytes.IndexByte(c.page[i:], '>')
		if n < 0 {
			return -1
		}
		i += n
		switch text := c.page[from:i]; {
		case len(text) == 0, string(text) == "-", bytes.HasSuffix(text, []byte("--!")):
			return i
		case bytes.HasSuffix(text, []byte("--")) && bytes.HasPrefix(text, []byte(" saved from url=")):
			return i // it says where the page is from
		case bytes.HasSuffix(text, []byte("--")):
			return c.outText(from, i-len("--"), comment)
		}
	}
}

// scriptEnd is the offset of the tag that ends the script whose text begins at page[from]. It is -1 if there is none, and
// where a script within a comment within the script might hide it (HTML standard, 13.2.5.17 to 13.2.5.31).
func scriptEnd(page []byte, from int) int {
	commented := false
	for i := nextTag(page, from); i >= 0; i = nextTag(page, i+1) {
		name, closing := tagName(page[i+1:])
		switch script := lowered(name) == scriptName; {
		case script && closing:
			return i
		case script && commented:
			return -1
		case bytes.HasPrefix(page[i+1:], []byte("!--")):
			commented = true
		}
	}
	return -1
}

// rawEnd is the offset of the tag that ends the element of this name whose text begins at page[from], -1 if none does:
// what looks like a tag in it is text.
func rawEnd(page []byte, from int, kind shortName) int {
	for i := nextTag(page, from); i >= 0; i = nextTag(page, i+1) {
		if name, closing := tagName(page[i+1:]); closing && lowered(name) == kind {
			return i
		}
	}
	return -1
}

var (
	comment    shortName // what a comment has for a name
	scriptName = lowered([]byte("script"))
	styleName  = lowered([]byte("style"))
	linkName   = lowered([]byte("a"))
	inputName  = lowered([]byte("input"))

	// shapes are the elements that draw.
	shapes = shortNames("path", "polygon", "polyline", "rect", "circle", "line", "ellipse")
	// raw are further elements whose content the tokenizer reads as one text.
	raw = shortNames("iframe", "noembed", "noframes", "textarea", "title", "xmp")
)

// visit puts back what the mark of n stands for, and looks for streamed parts and shadow trees.
func (c *cutting) visit(n *html.Node) {
	c.putBack(n)
	c.streamed = c.streamed || isStreamed(n)
	c.shadowed = c.shadowed || isShadow(n)
}

// putBack puts back the pieces whose marks n holds.
func (c *cutting) putBack(n *html.Node) {
	switch {
	case n.Type == html.CommentNode:
		if c.take(n.Data, "", text) != nil {
			n.Data = ""
		}
	case n.Type == html.ElementNode:
		if len(n.Attr) == 1 {
			c.putBackAttributes(n)
		}
		if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
			c.putBackText(n)
		}
	}
}

func (c *cutting) putBackAttributes(n *html.Node) {
	if n.Namespace == "" {
		if p := c.take(n.Attr[0].Key, n.Data, attributes); p != nil {
			n.Attr = c.read(p)
		}
	}
	if len(n.Attr) == 1 && c.take(n.Attr[0].Key, n.Data, dropped) != nil {
		n.Attr = nil
	}
}

// putBackText puts back the text of a script. That of a style stays out.
func (c *cutting) putBackText(n *html.Node) {
	switch child := n.FirstChild; {
	case child == nil:
	case n.DataAtom == atom.Style:
		if c.take(child.Data, n.Data, text) != nil {
			child.Data = ""
		}
	case n.Namespace == "":
		if p := c.take(child.Data, n.Data, text); p != nil {
			child.Data = c.text(p)
		}
	}
}

// take is the piece with this mark, nil if s is not the mark of one of this kind out of an element of this name.
func (c *cutting) take(s, name string, kind pieceKind) *piece {
	if s == "" || s[0] != markByte {
		return nil
	}
	number, err := strconv.Atoi(s[1:])
	if err != nil || c.pieces[number].name != lowered([]byte(name)) || c.pieces[number].kind != kind {
		return nil
	}
	p := &c.pieces[number]
	switch p.copies++; p.copies {
	case 1:
		c.found++
	case maxCopies:
		c.found--
	}
	return p
}

// text is a piece as the tokenizer would have given it.
func (c *cutting) text(p *piece) string { return withNewlines(string(c.page[p.from:p.to])) }

// withNewlines is s with "\n" at the end of lines.
func withNewlines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return newlines.Replace(s)
}

// isWhole says whether all pieces were found, so that the tree is that of the page.
func (c *cutting) isWhole() bool { return c.found == len(c.pieces) }
