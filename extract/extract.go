package extract

import (
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/decode"
	"github.com/scholia/scholia/extract/page"
)

// Error says which input could not be read, why, and what to do about it.
type Error struct {
	Source string // as given with WithSource or WithURL; "" if it was not
	Err    error
}

// Error names the input and the reason.
func (e *Error) Error() string {
	if e.Source == "" {
		return "extract: " + e.Err.Error()
	}
	return fmt.Sprintf("extract %s: %v", e.Source, e.Err)
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

// Reader reads a page from r. Its error is an *[Error]: r failed, or what [Bytes] says.
func Reader(r io.Reader, opts ...Option) (*page.Page, error) {
	o := newOptions(opts)
	b, err := io.ReadAll(io.LimitReader(r, o.limits.Bytes+1))
	if err != nil {
		return nil, &Error{o.source, err}
	}
	return o.bytes(b)
}

// Bytes reads a page. Its error is an *[Error]: the input is not HTML or text (an image, a PDF document), or larger than
// the limits allow. Broken markup is no error, and an empty page is a page without content.
func Bytes(b []byte, opts ...Option) (*page.Page, error) {
	return newOptions(opts).bytes(b)
}

// Node reads the page in the tree under n, which is not changed: a document, or a part of one. Its error is an
// *[Error]: there is no tree, or it is larger than the limits allow.
func Node(n *html.Node, opts ...Option) (*page.Page, error) {
	o := newOptions(opts)
	if n == nil {
		return nil, &Error{o.source, errors.New("there is no tree: give the root of a parsed page, or of a part of one")}
	}
	return o.node(element(n))
}

// element is n, or an element in its stead where it is none: with its text, or with nothing.
func element(n *html.Node) *html.Node {
	switch n.Type {
	case html.TextNode, html.RawNode:
		body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: atom.Body.String()}
		body.AppendChild(&html.Node{Type: html.TextNode, Data: n.Data})
		return body
	case html.CommentNode, html.DoctypeNode:
		return &html.Node{Type: html.DocumentNode}
	}
	return n
}

func (o options) bytes(b []byte) (*page.Page, error) {
	if int64(len(b)) > o.limits.Bytes {
		return nil, &Error{o.source, fmt.Errorf("the page has more than %d bytes: give a part of it, or raise Limits.Bytes", o.limits.Bytes)}
	}
	doc, err := decode.Bytes(b, decode.Options{ContentType: o.contentType, MaxDepth: o.limits.Depth})
	if err != nil {
		return nil, &Error{o.source, err}
	}
	if doc.Root == nil {
		return o.plain(doc.Text), nil
	}
	if o.tree != nil {
		o.tree(doc.Root)
	}
	return o.node(doc.Root)
}
