package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// setText gives a unit a body of its own, from markup or from plain text. A text that cannot be read leaves the body
// empty.
func (f *finder) setText(u *Unit, text string, markup bool) {
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	if markup {
		nodes, err := html.ParseFragment(strings.NewReader(text), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
		if err != nil {
			f.ctx.Log.Add("thread", u.ID, "dropped", "its text is no markup: %v", err)
			return
		}
		for _, n := range nodes {
			root.AppendChild(n)
		}
	} else {
		for paragraph := range strings.SplitSeq(text, "\n\n") {
			appendParagraph(root, strings.TrimSpace(paragraph))
		}
	}
	doc, err := dom.Build(root, maxFragment)
	if err != nil {
		f.ctx.Log.Add("thread", u.ID, "dropped", "its text: %v", err)
		return
	}
	u.Doc = doc
	u.Body = dom.Selection{{First: 0, Last: dom.ID(doc.Len() - 1)}}
	if doc.Words(0) == 0 {
		u.Kind = page.Removed
	}
}

// maxFragment is how many nodes a comment's text may have.
const maxFragment = 100_000

// appendParagraph adds a paragraph with its lines to root.
func appendParagraph(root *html.Node, text string) {
	if text == "" {
		return
	}
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			p.AppendChild(&html.Node{Type: html.ElementNode, Data: "br", DataAtom: atom.Br})
		}
		p.AppendChild(&html.Node{Type: html.TextNode, Data: line})
	}
	root.AppendChild(p)
}
