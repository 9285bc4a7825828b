package render

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/page"
)

// HTML writes the page as an HTML5 document: an article with its sections, and the comments as nested lists. It
// consists of elements and attributes that this file writes, never of markup of the page, so there are no scripts,
// handlers or styles in it. Addresses that would do something other than show a page are left out.
func HTML(w io.Writer, p *page.Page) error {
	h := &htmlWriter{ids: map[string]bool{}}
	h.raw("<!DOCTYPE html>\n<html")
	h.attr("lang", p.Language)
	h.raw(">\n")
	h.head(p)
	h.raw("<body>\n<article>\n")
	h.front(p)
	if !repeats(p.Sections, p.Post) {
		h.sections(p.Sections, p.Title != "")
	}
	if p.Post != nil {
		h.post(&page.Comment{Post: *p.Post})
	}
	h.raw("</article>\n")
	h.comments(&p.Comments)
	h.raw("</body>\n</html>\n")
	_, err := w.Write(h.buf)
	return err
}

type htmlWriter struct {
	buf    []byte
	ids    map[string]bool // those that are given; an id stands for one element
	inLink bool
}

// raw writes markup.
func (h *htmlWriter) raw(s string) { h.buf = append(h.buf, s...) }

// text writes text.
func (h *htmlWriter) text(s string) { h.raw(html.EscapeString(visible(s))) }

// element writes text in an element on a line of its own, unless there is none.
func (h *htmlWriter) element(name, text string) {
	if text = strings.TrimSpace(text); text != "" {
		h.raw("<" + name + ">")
		h.text(text)
		h.raw("</" + name + ">\n")
	}
}

// attr writes an attribute, unless it is empty.
func (h *htmlWriter) attr(name, value string) {
	if value != "" {
		h.raw(" " + name + `="` + attribute(value) + `"`)
	}
}

// attribute escapes the value of an attribute.
func attribute(s string) string { return html.EscapeString(visible(s)) }

// id writes the id of an element; one that is taken, or that HTML does not allow, is left out.
func (h *htmlWriter) id(id string) {
	if id = visible(id); id != "" && !h.ids[id] && !strings.ContainsFunc(id, unicode.IsSpace) {
		h.ids[id] = true
		h.attr("id", id)
	}
}

// visible is a text without the characters that HTML does not allow (WHATWG HTML, section 13.2.3.5): controls are
// spaces, and what is not UTF-8 is shown as such.
func visible(s string) string {
	if !strings.ContainsFunc(s, unseen) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unseen(r) && r != unicode.ReplacementChar {
			return ' '
		}
		return r
	}, s)
}

func unseen(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == unicode.ReplacementChar || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

func (h *htmlWriter) head(p *page.Page) {
	h.raw("<head>\n<meta charset=\"utf-8\">\n<title>")
	h.text(oneLine(p.Title))
	h.raw("</title>\n")
	for _, a := range p.Authors {
		h.meta("author", a.Name)
	}
	if p.Summary != nil {
		h.meta("description", p.Summary.Text)
	}
	if url := address(p.URL); url != "" {
		h.raw(`<link rel="canonical"`)
		h.attr("href", url)
		h.raw(">\n")
	}
	h.raw("</head>\n")
}

func (h *htmlWriter) meta(name, content string) {
	if content = oneLine(content); content != "" {
		h.raw("<meta")
		h.attr("name", name)
		h.attr("content", content)
		h.raw(">\n")
	}
}

// front writes title, subtitle, authors and dates, and the summary. What the text has of these it has in its own place.
func (h *htmlWriter) front(p *page.Page) {
	subtitle := p.Subtitle
	if isShown(p, subtitle) {
		subtitle = ""
	}
	if p.Title != "" && subtitle != "" {
		h.raw("<hgroup>\n")
	}
	h.element("h1", p.Title)
	h.element("p", subtitle)
	if p.Title != "" && subtitle != "" {
		h.raw("</hgroup>\n")
	}
	h.byline(p)
	if s := boxedSummary(p); s != nil {
		h.raw("<p>")
		h.inlines(s)
		h.raw("</p>\n")
	}
}

func (h *htmlWriter) byline(p *page.Page) {
	if len(p.Authors) == 0 && p.Published == "" {
		return
	}
	h.raw("<p>")
	for i, a := range p.Authors {
		if i > 0 {
			h.raw(", ")
		}
		h.link(a.URL, a.Name)
	}
	if len(p.Authors) > 0 && p.Published != "" {
		h.raw(" · ")
	}
	h.time(p.Published)
	h.raw("</p>\n")
}

// link writes text with a link, if there is an address to link to.
func (h *htmlWriter) link(url, text string) {
	url = address(url)
	if url != "" {
		h.raw("<a")
		h.attr("href", url)
		h.raw(">")
	}
	h.text(oneLine(text))
	if url != "" {
		h.raw("</a>")
	}
}

func (h *htmlWriter) time(d page.Date) {
	if _, ok := d.Time(); !ok {
		h.text(string(d))
		return
	}
	h.raw("<time")
	h.attr("datetime", string(d))
	h.raw(">")
	h.text(strings.Replace(string(d), "T", " ", 1))
	h.raw("</time>")
}

// sections writes sections within those that hold them. Under a title no heading is of its rank.
func (h *htmlWriter) sections(ss []*page.Section, titled bool) {
	for _, s := range ss {
		h.raw("<section")
		h.id(s.ID)
		h.raw(">\n")
		if s.Heading != "" {
			h.heading(s, titled)
		}
		h.blocks(s.Blocks)
		h.sections(s.Sections, titled)
		h.raw("</section>\n")
	}
}

func (h *htmlWriter) heading(s *page.Section, titled bool) {
	level := min(max(s.Level, 1), 6)
	if s.Level == 0 || titled {
		level = max(level, 2)
	}
	name := "h" + strconv.Itoa(level)
	h.raw("<" + name + ">")
	h.inlines(s.Content())
	h.raw("</" + name + ">\n")
}
