package render

import (
	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/page"
)

type htmlWriter struct{ buf []byte }

func (h *htmlWriter) inlines(inlines []page.Inline) {
	for i := range inlines {
		h.buf = append(h.buf, html.EscapeString(inlines[i].Text)...)
		h.inlines(inlines[i].Inlines)
	}
}

// attribute escapes the value of an attribute.
func attribute(s string) string { return html.EscapeString(s) }
