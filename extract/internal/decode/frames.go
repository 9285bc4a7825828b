package decode

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unframe gives a page of frames the body that it has for readers without them: the noframes elements hold its markup as
// text (HTML Standard, 13.2.6.4.20). The frames are pages of their own.
func unframe(root *html.Node, maxDepth int) {
	frames := frameset(root)
	if frames == nil {
		return
	}
	var markup strings.Builder
	for n := range root.Descendants() {
		if n.DataAtom == atom.Noframes && n.FirstChild != nil {
			markup.WriteString(n.FirstChild.Data)
		}
	}
	if markup.Len() == 0 {
		return
	}
	page := parseStandard([]byte(markup.String()), maxDepth)
	if page == nil {
		return
	}
	for n := range page.Descendants() {
		if n.DataAtom == atom.Body {
			n.Parent.RemoveChild(n)
			frames.Parent.AppendChild(n)
			return
		}
	}
}

// frameset is the element that a page of frames has in the place of its body, nil if the page is none.
func frameset(root *html.Node) *html.Node {
	for page := range root.ChildNodes() {
		for n := range page.ChildNodes() {
			if n.DataAtom == atom.Frameset {
				return n
			}
		}
	}
	return nil
}
