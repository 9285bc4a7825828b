package outline

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// embed reads an element that shows something from elsewhere.
func (r *reader) embed(n dom.ID, node *dom.Node) {
	src := ""
	for _, key := range [...]string{"data-src", "data-lazy-src", "src", "data"} {
		if src = r.imageURL(r.x.Attr(n, key)); src != "" {
			break
		}
	}
	if src == "" {
		for c := range r.x.Children(n) {
			if r.x.Is(c, atom.Source) {
				if src = r.imageURL(r.x.Attr(c, "src")); src != "" {
					break
				}
			}
		}
	}
	if src == "" || r.line.mode != paragraphs {
		return
	}
	w, h := r.pixels(n, "width"), r.pixels(n, "height")
	if w >= 0 && w <= 2 || h >= 0 && h <= 2 {
		return
	}
	r.flush()
	r.emit(&page.Block{Type: page.Embed, URL: src})
}
