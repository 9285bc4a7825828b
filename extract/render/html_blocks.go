package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

func (h *htmlWriter) blocks(bs []*page.Block) {
	for _, b := range bs {
		h.block(b)
	}
}

func (h *htmlWriter) block(b *page.Block) {
	switch b.Type {
	case page.Paragraph:
		h.open("p", b.ID)
		h.inlines(b.Content())
		h.raw("</p>\n")
	case page.List:
		h.list(b)
	case page.Footnotes:
		h.notes(b)
	case page.Quote:
		h.quote(b)
	case page.Code:
		h.code(b)
	case page.Table:
		h.table(b)
	case page.Figure:
		h.figure(b)
	case page.Embed:
		h.embed(b)
	case page.Math:
		h.open("pre", b.ID)
		h.raw(`<code class="language-math">`)
		h.text(b.Text)
		h.raw("</code></pre>\n")
	case page.Separator:
		h.open("hr", b.ID)
		h.raw("\n")
	}
}

// open writes the start tag of an element that may have an id.
func (h *htmlWriter) open(name, id string) {
	h.raw("<" + name)
	h.id(id)
	h.raw(">")
}

// hasTerms says whether a list is one of definitions.
func hasTerms(b *page.Block) bool {
	return slices.ContainsFunc(b.Items, func(it *page.Item) bool { return it.Term != "" })
}

func (h *htmlWriter) list(b *page.Block) {
	if hasTerms(b) {
		h.definitions(b)
		return
	}
	name := "ul"
	if b.Ordered {
		name = "ol"
	}
	h.raw("<" + name)
	h.id(b.ID)
	if b.Ordered && b.Start > 1 {
		h.attr("start", strconv.Itoa(b.Start))
	}
	h.raw(">\n")
	for _, it := range b.Items {
		h.open("li", it.ID)
		h.item(it.Blocks)
		h.raw("</li>\n")
	}
	h.raw("</" + name + ">\n")
}

// item writes what an item holds; a first paragraph stands in it as it is.
func (h *htmlWriter) item(bs []*page.Block) {
	if len(bs) > 0 && bs[0].Type == page.Paragraph && bs[0].ID == "" && (len(bs) == 1 || bs[1].Type == page.List) {
		h.inlines(bs[0].Content())
		bs = bs[1:]
	}
	if len(bs) > 0 {
		h.raw("\n")
	}
	h.blocks(bs)
}

func (h *htmlWriter) definitions(b *page.Block) {
	h.open("dl", b.ID)
	h.raw("\n")
	for _, it := range b.Items {
		h.element("dt", it.Term)
		h.open("dd", it.ID)
		h.item(it.Blocks)
		h.raw("</dd>\n")
	}
	h.raw("</dl>\n")
}

// notes writes footnotes: a list with numbers where their labels count up from 1, else with labels as terms.
func (h *htmlWriter) notes(b *page.Block) {
	counted := &page.Block{Type: page.List, Ordered: true, ID: b.ID, Items: b.Items}
	items := make([]*page.Item, len(b.Items))
	for i, it := range b.Items {
		if it.Term != "" && it.Term != strconv.Itoa(i+1) {
			h.list(counted)
			return
		}
		items[i] = &page.Item{ID: it.ID, Blocks: it.Blocks}
	}
	counted.Items = items
	h.list(counted)
}

// quote writes a quote, with who is quoted under it; a callout is an aside with its label, a disclosure with one stays
// one.
func (h *htmlWriter) quote(b *page.Block) {
	switch {
	case b.Summary != "" && b.Disclosure:
		h.labelled("details", "<summary>", "</summary>", b)
		return
	case b.Summary != "":
		h.labelled("aside", "<p><strong>", "</strong></p>", b)
		return
	}
	id := b.ID
	if b.Cite != "" {
		h.open("figure", id)
		h.raw("\n")
		id = ""
	}
	h.raw("<blockquote")
	h.id(id)
	h.attr("cite", address(b.URL))
	h.raw(">\n")
	h.blocks(quoted(b))
	h.raw("</blockquote>\n")
	if b.Cite != "" {
		h.raw("<figcaption>")
		h.link(b.URL, b.Cite)
		h.raw("</figcaption>\n</figure>\n")
	}
}

// labelled writes a box with its label, between the tags given, and then what it holds.
func (h *htmlWriter) labelled(box, open, end string, b *page.Block) {
	h.open(box, b.ID)
	h.raw("\n" + open)
	h.text(oneLine(b.Summary))
	h.raw(end + "\n")
	h.blocks(quoted(b))
	h.raw("</" + box + ">\n")
}

func (h *htmlWriter) code(b *page.Block) {
	h.open("pre", b.ID)
	h.raw("<code")
	if language := languageName(b.Language); language != "" {
		h.attr("class", "language-"+language)
	}
	h.raw(">")
	h.text(b.Text)
	h.raw("</code></pre>\n")
}

// languageName is a programming language's name as a class: letters, digits, and what is in "c++", "c#" and
// "objective-c".
func languageName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && isAlnum(byte(r)) || strings.ContainsRune("+#-_.", r) {
			return r
		}
		return -1
	}, s)
}

func (h *htmlWriter) table(b *page.Block) {
	h.open("table", b.ID)
	h.raw("\n")
	if len(b.Inlines) > 0 {
		h.raw("<caption>")
		h.inlines(b.Inlines)
		h.raw("</caption>\n")
	}
	h.rows(b.Rows)
	h.raw("</table>\n")
}

func (h *htmlWriter) rows(rows []page.Row) {
	if len(rows) == 0 {
		return
	}
	h.raw("<tbody>\n")
	for _, r := range rows {
		h.raw("<tr>")
		for i := range r.Cells {
			h.cell(&r.Cells[i])
		}
		h.raw("</tr>\n")
	}
	h.raw("</tbody>\n")
}

func (h *htmlWriter) cell(c *page.Cell) {
	name := "td"
	if c.Header {
		name = "th"
	}
	h.raw("<" + name)
	h.span("colspan", c.ColSpan)
	h.span("rowspan", c.RowSpan)
	h.raw(">")
	h.inlines(c.Content())
	h.raw("</" + name + ">")
}

// maxSpan is the most columns that browsers let a cell span (WHATWG HTML, section 4.9.11).
const maxSpan = 1000

func (h *htmlWriter) span(name string, n int) {
	if n > 1 {
		h.attr(name, strconv.Itoa(min(n, maxSpan)))
	}
}

func (h *htmlWriter) figure(b *page.Block) {
	h.open("figure", b.ID)
	h.raw("\n")
	for _, i := range b.Images {
		h.image(i.URL, i.Alt, i.Caption)
		h.raw("\n")
	}
	if caption := b.Content(); len(caption) > 0 {
		h.raw("<figcaption>")
		h.inlines(caption)
		h.raw("</figcaption>\n")
	}
	h.raw("</figure>\n")
}

func (h *htmlWriter) image(url, alt, title string) {
	url = address(url)
	if url == "" {
		return
	}
	h.raw("<img")
	h.attr("src", url)
	h.raw(` alt="` + attribute(oneLine(alt)) + `"`)
	h.attr("title", oneLine(title))
	h.raw(">")
}

// embed writes a link to what is embedded.
func (h *htmlWriter) embed(b *page.Block) {
	label := b.Content()
	if len(label) == 0 {
		label = []page.Inline{{Type: page.Text, Text: embedName(b)}}
	}
	h.open("p", b.ID)
	h.inlines([]page.Inline{{Type: page.Link, URL: b.URL, Inlines: label}})
	h.raw("</p>\n")
}

// embedName stands for what is embedded without a text.
func embedName(b *page.Block) string {
	if b.Provider != "" {
		return b.Provider
	}
	return b.URL
}
