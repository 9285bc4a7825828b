package render

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/page"
)

// Text writes the page as a text document to be read by people: fields, the number of comments, the summary, the
// article with its headings, the comments numbered and nested by indentation, and a line that says whether one can
// still comment.
//
// The layout can be read back: everything but a paragraph is told by its indentation or mark, and a paragraph that
// would be taken for something else is indented by one column. Links and other inline markup are not written.
func Text(w io.Writer, p *page.Page) error {
	t := &textWriter{layout: layout{fresh: true}}
	t.header(p)
	t.count(&p.Comments)
	t.summary(p.Summary)
	if !repeats(p.Sections, p.Post) {
		for _, s := range p.AllSections() {
			t.heading(s)
			t.blocks(s.Blocks)
		}
	}
	t.conversation(p)
	t.closing(&p.Comments)
	_, err := w.Write(t.buf)
	return err
}

// repeats says whether the sections hold no more than the opening post does.
func repeats(sections []*page.Section, post *page.Post) bool {
	if post == nil || len(sections) != 1 || sections[0].Heading != "" || len(sections[0].Sections) > 0 ||
		len(sections[0].Blocks) != len(post.Blocks) {
		return false
	}
	for i, b := range sections[0].Blocks {
		if b.Type != post.Blocks[i].Type || b.Text != post.Blocks[i].Text {
			return false
		}
	}
	return true
}

type textWriter struct {
	layout
	nested bool // in a comment, a list or a quote, where no heading stands
}

// inside writes what stands in a comment, a list or a quote.
func (t *textWriter) inside(margin string, write func()) {
	nested := t.nested
	t.nested = true
	t.within(margin, write)
	t.nested = nested
}

// hangInside writes an item of a list under its mark.
func (t *textWriter) hangInside(mark string, write func()) {
	nested := t.nested
	t.nested = true
	t.hang(mark, len(mark), write)
	t.nested = nested
}

func (t *textWriter) header(p *page.Page) {
	t.field("Title", p.Title)
	t.field("Subtitle", p.Subtitle)
	for _, a := range p.Authors {
		t.field("Author", addressed(a.Name, a.URL))
	}
	t.field("Published", longDate(p.Published))
	t.field("Modified", longDate(p.Modified))
	t.field("Site", p.Site)
	t.field("Address", p.URL)
	t.field("Language", p.Language)
	t.field("License", p.License)
	if p.Kind != page.Article {
		t.field("Kind", string(p.Kind))
	}
	for _, c := range p.Categories {
		t.field("Category", c)
	}
	for _, c := range p.Tags {
		t.field("Tag", c)
	}
	if p.Image != nil {
		t.field("Image", addressed(p.Image.Alt, p.Image.URL))
		t.field("Caption", p.Image.Caption)
	}
	t.pagination(&p.Pagination)
	if len(t.buf) == 0 && p.Comments.Declared == nil && p.Summary == nil { // something at the top tells this layout
		t.field("Kind", string(page.Article))
	}
}

func (t *textWriter) pagination(p *page.Pagination) {
	switch {
	case p.Pages > 0:
		t.field("Page", strconv.Itoa(p.Page)+" of "+strconv.Itoa(p.Pages))
	case p.Page > 0:
		t.field("Page", strconv.Itoa(p.Page))
	}
	t.field("Next", p.Next)
	t.field("Previous", p.Previous)
}

func (t *textWriter) field(name, value string) {
	if value = oneLine(value); value != "" {
		t.line(name + ": " + value)
	}
}

// longDate is a date as people write it, or in ISO 8601 where it is less than a day.
func longDate(d page.Date) string {
	if text, ok := textpage.FormatDate(d); ok {
		return text
	}
	return string(d)
}

// addressed is "name <address>".
func addressed(name, url string) string {
	if url == "" {
		return oneLine(name)
	}
	return strings.TrimLeft(oneLine(name)+" <"+oneLine(url)+">", " ")
}

func (t *textWriter) count(c *page.Comments) {
	if c.Declared == nil {
		return
	}
	noun := " Comments"
	if *c.Declared == 1 {
		noun = " Comment"
	}
	t.gap()
	t.line(strconv.Itoa(*c.Declared) + noun)
}

func (t *textWriter) summary(s *page.Summary) {
	if s == nil || oneLine(s.Text) == "" {
		return
	}
	t.gap()
	switch s.Origin {
	case page.FromMetadata:
		t.line("Description:")
	case page.FromLead:
		t.line("Lead:")
	default:
		t.line("Summary:")
	}
	t.paragraph(s.Text)
}

// underlines are the characters that underline headings of level 1 to 6.
const underlines = `=-~^+.`

// heading writes the heading on its own line; where that would not do, underlined.
func (t *textWriter) heading(s *page.Section) {
	text := oneLine(s.Heading)
	if text == "" {
		return
	}
	t.gap()
	t.line(text)
	if s.Level != 2 || !textpage.IsHeading(text) || textpage.IsLabel(text) || !textpage.IsProse(text) {
		level := min(max(s.Level, 1), len(underlines))
		t.line(strings.Repeat(underlines[level-1:level], max(3, min(utf8.RuneCountInString(text), 80))))
	}
}

func (t *textWriter) blocks(bs []*page.Block) {
	again := false
	for i, b := range bs {
		again = !again && i > 0 && sameSort(b, bs[i-1])
		t.block(b, again)
	}
}

// sameSort says whether two lists are both of bullets or both of numbers.
func sameSort(a, b *page.Block) bool {
	return a.Type == page.List && b.Type == page.List && a.Ordered == b.Ordered
}

// block writes a block; again says that it follows a list of its own sort.
func (t *textWriter) block(b *page.Block, again bool) {
	switch b.Type {
	case page.Paragraph:
		t.paragraph(b.Text)
	case page.List:
		t.gap()
		t.list(b, again)
	case page.Footnotes:
		t.gap()
		t.notes(b)
	case page.Quote:
		t.gap()
		t.quote(b)
	case page.Code:
		t.gap()
		t.code(b)
	case page.Table:
		t.gap()
		t.table(b)
	case page.Figure:
		t.gap()
		t.figure(b)
	case page.Embed:
		t.gap()
		t.line("[" + strings.TrimSuffix("Embed: "+addressed(b.Provider, b.URL), ": ") + "]")
		t.under(b.Text)
	case page.Math:
		t.gap()
		t.line("$$")
		t.lines(b.Text)
		t.line("$$")
	case page.Separator:
		t.gap()
		t.line("----")
	}
}

func (t *textWriter) paragraph(text string) {
	lines := textLines(text)
	if len(lines) == 0 {
		return
	}
	hanging := t.lead != ""
	t.gap()
	if !hanging && (!textpage.IsProse(lines[0]) || !t.nested && (textpage.IsLabel(lines[0]) || len(lines) == 1 && textpage.IsHeading(lines[0]))) {
		t.margin += " "
		defer func() { t.margin = t.margin[:len(t.margin)-1] }()
	}
	t.linesOf(lines)
}

// under writes text below what stands above it.
func (t *textWriter) under(text string) { t.linesOf(textLines(text)) }

// linesOf writes the lines of one paragraph; two spaces say that a break is meant.
func (t *textWriter) linesOf(lines []string) {
	for i, l := range lines {
		if i+1 < len(lines) {
			l += "  "
		}
		t.line(l)
	}
}

// textLines are the lines of a text that hold anything, without white space around them.
func textLines(text string) []string {
	var lines []string
	for l := range strings.SplitSeq(text, "\n") {
		if l = oneLine(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// layoutSpace turns the white space that a text layout is made of into single spaces.
var layoutSpace = strings.NewReplacer("\n", " ", "\r", " ", "\f", " ", "\t", " ")

// oneLine is a text without line ends and without white space around it.
func oneLine(s string) string { return strings.Trim(layoutSpace.Replace(s), " ") }

// list writes an item a line where they are short, their marks two columns deep: "-" for terms that are defined,
// numbers, or "*"; another mark after another list of its sort.
func (t *textWriter) list(b *page.Block, again bool) {
	number := max(b.Start, 1)
	terms := slices.ContainsFunc(b.Items, func(it *page.Item) bool { return it.Term != "" })
	for i, it := range b.Items {
		switch {
		case terms && again:
			t.definition("  ~ ", it)
		case terms:
			t.definition("  - ", it)
		case b.Ordered && again:
			t.item(strconv.Itoa(number+i)+"] ", it)
		case b.Ordered:
			t.item(strconv.Itoa(number+i)+") ", it)
		case again:
			t.item("+ ", it)
		default:
			t.item("* ", it)
		}
	}
	t.fresh = false
}

// definition writes a term, and what defines it below.
func (t *textWriter) definition(mark string, it *page.Item) {
	t.hangInside(mark, func() {
		if term := oneLine(it.Term); term != "" {
			t.line(term + ":")
		} else {
			t.line("")
		}
		t.fresh = true
		t.blocks(it.Blocks)
	})
	t.fresh = true
}

func (t *textWriter) notes(b *page.Block) {
	for _, it := range b.Items {
		t.item("["+oneLine(it.Term)+"] ", it)
	}
	t.fresh = false
}

func (t *textWriter) item(mark string, it *page.Item) {
	t.hangInside("  "+mark, func() {
		if len(it.Blocks) == 0 || it.Blocks[0].Type != page.Paragraph {
			t.line("")
			t.fresh = true
		}
		t.blocks(it.Blocks[:min(1, len(it.Blocks))])
		if len(it.Blocks) > 1 {
			t.fresh = it.Blocks[1].Type == page.List
			t.blocks(it.Blocks[1:])
		}
	})
	t.fresh = true
}

func (t *textWriter) quote(b *page.Block) {
	t.inside("> ", func() {
		t.fresh = true
		switch label := "[!" + oneLine(b.Summary) + "]"; {
		case b.Disclosure:
			t.line(label + "-") // as Obsidian marks a callout that is folded
		case b.Summary != "":
			t.line(label)
		}
		t.blocks(quoted(b))
		if b.Cite != "" || b.URL != "" {
			t.gap()
			t.line("-- " + addressed(b.Cite, b.URL))
		}
		if t.fresh { // an empty quote is a quote
			t.line("")
		}
	})
	t.fresh = false
}

// quoted are a quote's blocks, or its text where it has none.
func quoted(b *page.Block) []*page.Block {
	if len(b.Blocks) == 0 {
		return paragraphs(b.Text)
	}
	return b.Blocks
}

// paragraphs are the parts of a text between its empty lines.
func paragraphs(text string) []*page.Block {
	var bs []*page.Block
	for part := range strings.SplitSeq(text, "\n\n") {
		if part != "" {
			bs = append(bs, &page.Block{Type: page.Paragraph, Text: part})
		}
	}
	return bs
}

func (t *textWriter) code(b *page.Block) {
	fence := strings.Repeat("`", max(3, longestRun(b.Text, '`')+1))
	t.line(fence + strings.ReplaceAll(oneLine(b.Language), "`", ""))
	if b.Text != "" {
		t.lines(b.Text)
	}
	t.line(fence)
}

// longestRun is the length of the longest run of c in s.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := 0; i < len(s); i++ {
		if run++; s[i] != c {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// cellEscapes keep what would end a cell or a row.
var cellEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "\n", `\n`, "\r", " ", "\t", " ", "\f", " ")

func (t *textWriter) table(b *page.Block) {
	if caption := oneLine(plain(b.Inlines)); caption != "" {
		t.line("Table: " + caption)
	}
	for i, r := range b.Rows {
		row, rule, headers := "|", "|", false
		for _, c := range r.Cells {
			row += " " + tableCell(c.Text) + " |"
			if c.Header {
				rule, headers = rule+"---|", true
			} else {
				rule += "   |"
			}
		}
		t.line(row)
		if i == 0 && headers {
			t.line(rule)
		}
	}
}

func tableCell(s string) string {
	s = cellEscapes.Replace(strings.Trim(s, " \t\r\n\f"))
	if s != "" && strings.Trim(s, "-") == "" { // or it would be read as the rule under headers
		return `\` + s
	}
	return s
}

// plain is the text of inlines without their markup.
func plain(inlines []page.Inline) string {
	var b strings.Builder
	var write func([]page.Inline)
	write = func(inlines []page.Inline) {
		for i := range inlines {
			if inlines[i].Type == page.Break {
				b.WriteByte('\n')
			} else if inlines[i].Type != page.InlineImage {
				b.WriteString(inlines[i].Text)
			}
			write(inlines[i].Inlines)
		}
	}
	write(inlines)
	return b.String()
}

func (t *textWriter) figure(b *page.Block) {
	for _, i := range b.Images {
		line := "[" + strings.TrimSuffix("Image: "+addressed(i.Alt, i.URL), ": ") + "]"
		if caption := oneLine(i.Caption); caption != "" {
			line += " " + caption
		}
		t.line(line)
	}
	if len(b.Images) == 0 {
		t.line("[Image]")
	}
	t.under(b.Text)
}
