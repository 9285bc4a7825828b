package decode

import (
	"bytes"
	"strconv"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Two fifths of the bytes of a page are programs, styles, drawings and comments, and the tokenizer takes as long for each as
// for a byte of text. So they are cut out before the parse, each leaving a mark, and are put back where the tree holds the
// mark. What nothing reads is not put back: the text of styles, long comments, the attributes of drawn shapes.
//
// Cutting looks for tags without following the tokenizer's state: it may take for a script what stands in an attribute's
// value. The marks tell. Up to the first mark both pages are the same. If it comes out of the parser in its own kind of
// node, the tokenizer was where it was taken to be, and what was cut out would have brought it to the same place; so up to
// the next mark. A mark that does not come out so proves the cutting wrong, and the page is parsed whole: of 1,300 pages
// of the web, one.

// markByte begins a mark. It stands nowhere in UTF-8, so no page can forge one.
const markByte = 0xff

// minCut is the least number of bytes worth a mark.
const minCut = 32

// piece is what was cut out of a page: page[from:to], out of an element of this name, or a comment.
type piece struct {
	from, to int
	name     shortName
}

// cutting is a page on its way to the tree.
type cutting struct {
	page   []byte
	short  []byte  // the page with marks instead of the pieces
	pieces []piece // by the number of their marks
	copied int     // how much of the page is in short
	found  int     // pieces whose marks came out of the parser

	streamed bool // parts of the page are to be put into their places
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
	c.short, c.pieces, c.copied, c.found, c.streamed = c.short[:0], c.pieces[:0], 0, 0, false
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
	c.page = nil
	shortened.Put(c)
}

// pass cuts what the "<" at page[i] begins, if that is to be cut, and gives the offset where to go on; -1 for nowhere.
func (c *cutting) pass(i int) int {
	after := c.page[i+1:]
	if len(after) == 0 {
		return -1
	}
	switch after[0] | 0x20 {
	case '!':
		if bytes.HasPrefix(after, []byte("!--")) {
			return c.outComment(i + len("<!--"))
		}
	case 's', 'p', 'r', 'c', 'l', 'e':
		name, _ := tagName(after)
		switch kind := lowered(name); {
		case kind == scriptName:
			from := tagEnd(c.page, i)
			return c.out(from, scriptEnd(c.page, from), kind)
		case kind == styleName:
			return c.outStyle(tagEnd(c.page, i))
		case kind == svgName:
			return c.passImage(i)
		case shapes[kind] && len(name) < len(after):
			return c.outAttributes(i, len(name), kind)
		}
	}
	return i + 1
}

// out cuts page[from:to]. Where to is -1 the end is not known, and nothing more is cut.
func (c *cutting) out(from, to int, name shortName) int {
	if to < 0 {
		return -1
	}
	if to-from < minCut || bytes.IndexByte(c.page[from:to], 0) >= 0 {
		return to
	}
	c.short = append(c.short, c.page[c.copied:from]...)
	c.short = append(c.short, markByte)
	c.short = strconv.AppendInt(c.short, int64(len(c.pieces)), 10)
	c.pieces = append(c.pieces, piece{from, to, name})
	c.copied = to
	return to
}

// outAttributes cuts the attributes of the tag at page[i], whose name is that long. Where a "/" at its end may belong
// to a value, they stay.
func (c *cutting) outAttributes(i, length int, name shortName) int {
	from, to := i+len("<")+length+len(" "), tagClose(c.page, i)
	if to < from {
		return to
	}
	if c.page[to-1] == '/' {
		if to--; to < from || c.page[to-1] != '"' && c.page[to-1] != '\'' && c.page[to-1] != ' ' {
			return to
		}
	}
	return c.out(from, to, name)
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
			return c.out(from, i, styleName)
		}
	}
	return -1
}

// passImage passes by the drawing that begins at page[i] where it is the address of an image, in an attribute's value.
func (c *cutting) passImage(i int) int {
	if before := c.page[max(i-1, 0)]; before != ',' && before != '"' && before != '\'' {
		return i + 1
	}
	n := bytes.Index(c.page[i:], []byte("</svg"))
	if n < 0 {
		return -1
	}
	return i + n
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
		case bytes.HasSuffix(text, []byte("--")):
			return c.out(from, i-len("--"), comment)
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

var (
	comment    shortName // what a comment has for a name
	scriptName = lowered([]byte("script"))
	styleName  = lowered([]byte("style"))
	svgName    = lowered([]byte("svg"))
)

// shapes are the elements that draw.
var shapes = shortNames("path", "polygon", "polyline", "rect", "circle", "line", "ellipse")

// visit puts back what the mark of n stands for, and looks for streamed parts.
func (c *cutting) visit(n *html.Node) {
	c.putBack(n)
	c.streamed = c.streamed || isStreamed(n)
}

// putBack puts back the piece whose mark n holds, if it holds one.
func (c *cutting) putBack(n *html.Node) {
	switch {
	case n.Type == html.CommentNode:
		if c.take(n.Data, "") != nil {
			n.Data = ""
		}
	case n.Type != html.ElementNode:
	case n.DataAtom == atom.Script && n.Namespace == "" && n.FirstChild != nil:
		if p := c.take(n.FirstChild.Data, n.Data); p != nil {
			n.FirstChild.Data = c.text(p)
		}
	case n.DataAtom == atom.Style && n.FirstChild != nil:
		if c.take(n.FirstChild.Data, n.Data) != nil {
			n.FirstChild.Data = ""
		}
	case len(n.Attr) == 1:
		if c.take(n.Attr[0].Key, n.Data) != nil {
			n.Attr = nil
		}
	}
}

// take is the piece with this mark, nil if s is not the mark of one out of an element of this name.
func (c *cutting) take(s, name string) *piece {
	if s == "" || s[0] != markByte {
		return nil
	}
	number, err := strconv.Atoi(s[1:])
	if err != nil || c.pieces[number].name != lowered([]byte(name)) {
		return nil
	}
	c.found++
	return &c.pieces[number]
}

// text is a piece as the tokenizer would have given it: with "\n" at the end of lines.
func (c *cutting) text(p *piece) string {
	b := c.page[p.from:p.to]
	if bytes.IndexByte(b, '\r') < 0 {
		return string(b)
	}
	return newlines.Replace(string(b))
}

// isWhole says whether all pieces were found, so that the tree is that of the page.
func (c *cutting) isWhole() bool { return c.found == len(c.pieces) }
