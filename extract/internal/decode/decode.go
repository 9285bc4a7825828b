// Package decode makes text of bytes: it finds the character encoding, tells HTML from plain text and from what is
// neither, and parses HTML into a tree whose depth and cost are bounded whatever the page does.
package decode

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// Options says what is known of an input besides its bytes.
type Options struct {
	// ContentType is the value of the HTTP Content-Type header, as it is; "" if unknown.
	ContentType string
	// MaxDepth is how deep the tree may be, from 16 to MaxDepth; 0 stands for MaxDepth.
	MaxDepth int
}

// Document is an input as text.
type Document struct {
	// Root is the document node of the parsed page, at most Options.MaxDepth deep; nil where the input is plain text. The
	// texts of styles, long comments and the attributes of drawn shapes may be empty in it.
	Root *html.Node
	// Text is the input as UTF-8 with lines ended by "\n", where it is plain text; else "".
	Text string
	// Encoding is the name of the encoding that the bytes were in, as the WHATWG Encoding Standard writes it in lower
	// case.
	Encoding string
	// Simplified says that the page was read by the bounded tree builder instead of the standard's algorithm, for
	// the standard's would have nested it too deep or taken too long.
	Simplified bool
}

// Bytes decodes b. Empty input gives an empty document. The error is a *BinaryError where b is no text.
func Bytes(b []byte, o Options) (*Document, error) {
	doc := &Document{}
	if err := checkBinary(b); err != nil {
		return nil, err
	}
	b, doc.Encoding = toUTF8(b, o.ContentType)
	if !isHTML(b, o.ContentType) {
		doc.Text = newlines.Replace(string(b))
		return doc, nil
	}
	doc.Root, doc.Simplified = parse(b, o.ContentType, o.maxDepth())
	return doc, nil
}

func (o Options) maxDepth() int {
	if o.MaxDepth <= 0 || o.MaxDepth > MaxDepth {
		return MaxDepth
	}
	return max(o.MaxDepth, 16)
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// parse makes a tree of b by the HTML standard, or with the bounded builder where the standard's algorithm would cost
// too much, nest too deep, or read XML wrongly. Scripting counts as off, so that the content of noscript is a tree.
func parse(b []byte, contentType string, maxDepth int) (root *html.Node, simplified bool) {
	if isXML(b, contentType) && hasSelfClosing(b) {
		return build(b, true, maxDepth), true
	}
	root = parseStandard(b, maxDepth)
	if root == nil {
		return build(b, false, maxDepth), true
	}
	unframe(root, maxDepth)
	return root, false
}

// parseStandard makes a tree of b by the HTML standard, but for what is cut out; nil where that would cost too much or
// nest too deep.
func parseStandard(b []byte, maxDepth int) *html.Node {
	c := cut(b)
	defer c.release()
	root := c.tree(maxDepth)
	if root != nil && !c.isWhole() {
		c.restart()
		root = c.tree(maxDepth)
	}
	if root == nil || !c.streamed && !c.shadowed {
		return root
	}
	if c.streamed {
		settle(root)
	}
	if c.shadowed {
		attachShadows(root)
	}
	if walk(root, maxDepth, func(*html.Node) {}) {
		return nil
	}
	return root
}

// BinaryError says that an input is no text.
type BinaryError struct {
	Kind   string // what it is, as far as its first bytes tell: "a PDF document"
	Advice string // what to do with it
}

// Error names the kind of input and what to do.
func (e *BinaryError) Error() string {
	return fmt.Sprintf("the input is %s, not HTML or plain text: %s", e.Kind, e.Advice)
}
