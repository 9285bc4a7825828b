package render

import (
	"strings"

	"github.com/scholia/scholia/extract/page"
)

func (h *htmlWriter) inlines(inlines []page.Inline) {
	for i := range inlines {
		h.inline(&inlines[i])
	}
}

func (h *htmlWriter) inline(in *page.Inline) {
	switch in.Type {
	case page.Text, "":
		h.lines(in.Text)
	case page.Break:
		h.raw("<br>")
	case page.InlineCode:
		h.raw("<code>")
		h.text(oneLine(in.Text))
		h.raw("</code>")
	case page.InlineMath:
		h.raw(`<code class="language-math">`)
		h.text(oneLine(in.Text))
		h.raw("</code>")
	case page.InlineImage:
		h.image(in.URL, in.Text, in.Title)
	case page.Note:
		h.raw("<sup>")
		h.anchor(in, []page.Inline{{Type: page.Text, Text: in.Text}})
		h.raw("</sup>")
	case page.Link:
		h.anchor(in, enclosed(in))
	default:
		h.styled(in)
	}
}

// lines writes text; a line end in it is a break.
func (h *htmlWriter) lines(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			h.raw("<br>")
		}
		h.text(line)
	}
}

// anchor writes a link, or what it holds where there is none to write: a link cannot hold another.
func (h *htmlWriter) anchor(in *page.Inline, inner []page.Inline) {
	url := address(in.URL)
	if url == "" || h.inLink {
		h.inlines(inner)
		return
	}
	h.raw("<a")
	h.attr("href", url)
	h.attr("title", oneLine(in.Title))
	h.raw(">")
	h.inLink = true
	h.inlines(inner)
	h.inLink = false
	h.raw("</a>")
}

func (h *htmlWriter) styled(in *page.Inline) {
	tag := tags[in.Type]
	if tag == "" {
		h.inlines(enclosed(in))
		return
	}
	h.raw("<" + tag)
	if in.Type == page.Abbreviation {
		h.attr("title", oneLine(in.Title))
	}
	h.raw(">")
	h.inlines(enclosed(in))
	h.raw("</" + tag + ">")
}
