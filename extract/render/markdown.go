package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// Markdown writes the page as CommonMark with GitHub's extensions (tables, strikethrough, footnotes, math, alerts)
// under a YAML front matter. The comments follow the article as nested quotes, unless an option says otherwise.
// Characters are escaped where they would be read as markup, and only there.
func Markdown(w io.Writer, p *page.Page, opts ...MarkdownOption) error {
	m := &markdown{layout: layout{fresh: true}, nest: inQuotes}
	for _, opt := range opts {
		opt(m)
	}
	if err := m.frontMatter(p); err != nil {
		return err
	}
	m.findNotes(p)
	if s := boxedSummary(p); s != nil && len(p.Sections) == 0 { // all the text that there is; else the front matter says it
		m.paragraph("", s)
	}
	if !repeats(p.Sections, p.Post) {
		for _, s := range p.AllSections() {
			m.heading(s)
			m.blocks(s.Blocks)
		}
	}
	m.conversation(p)
	_, err := w.Write(m.buf)
	return err
}

// MarkdownOption changes how Markdown writes a page.
type MarkdownOption func(*markdown)

// CommentsAsLists writes comments as nested lists.
func CommentsAsLists() MarkdownOption { return func(m *markdown) { m.nest = inLists } }

// WithoutComments leaves the comments out.
func WithoutComments() MarkdownOption { return func(m *markdown) { m.nest = nowhere } }

type markdown struct {
	layout
	nest   nesting
	labels map[string]string // by id: the labels of the footnotes that marks lead to
	aims   map[string]bool   // the ids that links of the page lead to
}

func (m *markdown) heading(s *page.Section) {
	text := m.inline(s.Content(), inHeading)
	if text == "" {
		return
	}
	if run := strings.TrimRight(text, "#"); len(run) < len(text) && (run == "" || run[len(run)-1] == ' ') {
		text = text[:len(text)-1] + `\#`
	}
	m.gap()
	level := s.Level
	if level == 0 {
		level = 2
	}
	m.line(strings.Repeat("#", min(max(level, 1), 6)) + " " + m.anchor(s.ID) + text)
}

// anchor is the target of a link on the page.
func (m *markdown) anchor(id string) string {
	if id == "" || !m.aims[id] {
		return ""
	}
	return `<a id="` + attribute(controls(id)) + `"></a>`
}

func (m *markdown) blocks(bs []*page.Block) {
	again := false // the block before is a list of the same sort, marked the usual way
	for i, b := range bs {
		again = !again && i > 0 && sameSort(b, bs[i-1])
		m.block(b, again)
	}
}

func (m *markdown) block(b *page.Block, again bool) {
	switch b.Type {
	case page.Paragraph:
		m.paragraph(m.anchor(b.ID), b.Content())
	case page.List:
		m.list(b, again)
	case page.Quote:
		m.quote(b)
	case page.Code:
		m.code(b.Language, b.Text)
	case page.Table:
		m.table(b)
	case page.Figure:
		m.figure(b)
	case page.Embed:
		m.embed(b)
	case page.Math:
		m.math(b.Text)
	case page.Separator:
		m.gap()
		m.line("* * *")
	case page.Footnotes:
		m.footnotes(b)
	}
}

// paragraph writes inlines as a paragraph, after what is Markdown already.
func (m *markdown) paragraph(before string, inlines []page.Inline) {
	where := inParagraph
	if m.lead != "" {
		where = inItem
	}
	if text := m.inline(inlines, where); text != "" {
		m.gap()
		m.lines(before + text)
	}
}

// list writes items line after line where each is one paragraph, or one and a list, and with blank lines between
// them where one holds more. Another mark than usual parts a list from the one before.
func (m *markdown) list(b *page.Block, again bool) {
	if len(b.Items) == 0 {
		return
	}
	m.gap()
	tight := isTight(b)
	for i, it := range b.Items {
		if !tight {
			m.gap()
		}
		m.item(listMark(b, i, again), it, tight)
	}
	m.fresh = false
}

// maxNumber is the largest that CommonMark reads as a list's number.
const maxNumber = 999_999_999

func listMark(b *page.Block, i int, again bool) string {
	switch {
	case b.Ordered && again:
		return strconv.Itoa(min(max(b.Start, 1)+i, maxNumber)) + ") "
	case b.Ordered:
		return strconv.Itoa(min(max(b.Start, 1)+i, maxNumber)) + ". "
	case again:
		return "* "
	}
	return "- "
}

func isTight(b *page.Block) bool {
	for _, it := range b.Items {
		switch bs := it.Blocks; {
		case it.Term != "" && len(bs) > 0:
			return false
		case len(bs) == 0, len(bs) == 1 && bs[0].Type == page.Paragraph:
		case len(bs) == 2 && bs[0].Type == page.Paragraph && bs[1].Type == page.List && interrupts(bs[1]) && isTight(bs[1]):
		default:
			return false
		}
	}
	return true
}

// interrupts says whether a list needs no blank line between it and the paragraph before (CommonMark 0.31.2, 5.3).
func interrupts(b *page.Block) bool {
	if b.Ordered && b.Start > 1 || len(b.Items) == 0 {
		return false
	}
	first := b.Items[0]
	return first.Term != "" || len(first.Blocks) > 0 && first.Blocks[0].Text != ""
}

func (m *markdown) item(mark string, it *page.Item, tight bool) {
	m.hang(mark, len(mark), func() {
		m.paragraph("", []page.Inline{{Type: page.Strong, Text: it.Term}})
		for _, b := range it.Blocks {
			m.fresh = m.fresh || tight
			m.block(b, false)
		}
	})
	m.fresh = false
}

// alerts are the labels that GitHub knows of callouts.
var alerts = map[string]bool{"NOTE": true, "TIP": true, "IMPORTANT": true, "WARNING": true, "CAUTION": true}

func (m *markdown) quote(b *page.Block) {
	m.gap()
	m.within("> ", func() {
		m.fresh = true
		if label := oneLine(b.Summary); alerts[strings.ToUpper(label)] {
			m.line("[!" + strings.ToUpper(label) + "]")
		} else if label != "" {
			m.paragraph("", []page.Inline{{Type: page.Strong, Text: label}})
		}
		m.blocks(quoted(b))
		m.cite(b.Cite, b.URL)
		if m.fresh { // an empty quote is a quote
			m.line("")
		}
	})
}

// cite says who or what is quoted.
func (m *markdown) cite(cite, url string) {
	url = address(url)
	switch {
	case cite == "" && url == "":
		return
	case cite == "":
		cite = url
	}
	m.paragraph("", []page.Inline{{Type: page.Text, Text: "— "}, {Type: page.Link, Text: cite, URL: url}})
}

func (m *markdown) code(language, text string) {
	fence := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	m.gap()
	m.line(fence + infoString(language))
	if text != "" {
		m.lines(codeText.Replace(text))
	}
	m.line(fence)
}

// codeText drops what would be another line end, and shows what CommonMark shows of a zero byte.
var codeText = strings.NewReplacer("\r", "", "\x00", "\uFFFD")

// infoString is a code's language as one word without what ends or escapes it.
func infoString(language string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f || strings.ContainsRune("`\\&", r) {
			return -1
		}
		return r
	}, language)
}

// math writes a formula between lines of two dollars, or as a block of code in the language "math", which GitHub
// reads as the same, where Markdown's rules would change it.
func (m *markdown) math(latex string) {
	if latex = strings.Trim(latex, " \t\r\n"); latex == "" {
		return
	}
	lines := strings.Split(latex, "\n")
	stable := !strings.Contains(latex, "$")
	for i := range lines {
		lines[i] = controls(lines[i])
		line := lines[i]
		stable = stable && line != "" && line == strings.Trim(line, " \t") && isStable(line) && !isRule(line, false)
	}
	latex = strings.Join(lines, "\n")
	if !stable {
		m.code("math", latex)
		return
	}
	m.gap()
	m.line("$$")
	m.lines(latex)
	m.line("$$")
}

// figure writes the images and the caption as lines of one paragraph.
func (m *markdown) figure(b *page.Block) {
	var inlines []page.Inline
	for _, i := range b.Images {
		if len(inlines) > 0 {
			inlines = append(inlines, page.Inline{Type: page.Break})
		}
		inlines = append(inlines, page.Inline{Type: page.InlineImage, URL: i.URL, Text: i.Alt, Title: i.Caption})
	}
	if caption := b.Content(); len(caption) > 0 {
		inlines = append(append(inlines, page.Inline{Type: page.Break}), caption...)
	}
	m.paragraph(m.anchor(b.ID), inlines)
}

// embed writes a link to what is embedded.
func (m *markdown) embed(b *page.Block) {
	label := b.Content()
	if len(label) == 0 {
		label = []page.Inline{{Type: page.Text, Text: embedName(b)}}
	}
	m.paragraph(m.anchor(b.ID), []page.Inline{{Type: page.Link, URL: b.URL, Inlines: label}})
}
