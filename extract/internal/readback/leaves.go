package readback

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// writer lists the leaves that a page should come back with.
type writer struct {
	path   string
	leaves []Leaf
	noted  map[string]bool // ids of footnotes that a mark leads to
	notes  map[string]bool // ids of footnotes
}

// pageLeaves are the leaves of a page's article, and of its comments as quotes.
func pageLeaves(p *page.Page) []Leaf {
	w := &writer{noted: map[string]bool{}, notes: map[string]bool{}}
	w.findNotes(p)
	for _, s := range p.AllSections() {
		w.add("heading", w.text(s.Content()))
		w.blocks(s.Blocks)
	}
	if p.Post != nil {
		w.post(p.Post)
	}
	w.comments(p.Comments.Items)
	return w.leaves
}

// post lists the opening post; sections that hold no more than it does are not written beside it.
func (w *writer) post(p *page.Post) {
	sections := w.leaves
	w.leaves = nil
	w.body(p)
	if !slices.Equal(sections, w.leaves) {
		w.leaves = append(sections, w.leaves...)
	}
}

func (w *writer) comments(cs []*page.Comment) {
	for _, c := range cs {
		w.within("quote", func() {
			w.body(&c.Post)
			w.comments(c.Replies)
		})
	}
}

func (w *writer) body(p *page.Post) {
	if len(p.Blocks) > 0 {
		w.blocks(p.Blocks)
		return
	}
	for part := range strings.SplitSeq(p.Text, "\n\n") {
		w.add("paragraph", part)
	}
}

func (w *writer) findNotes(p *page.Page) {
	var visit func(bs []*page.Block)
	visit = func(bs []*page.Block) {
		for _, b := range bs {
			for _, it := range b.Items {
				if b.Type == page.Footnotes && it.ID != "" {
					w.notes[it.ID] = true
				}
				visit(it.Blocks)
			}
			visit(b.Blocks)
			w.marks(b.Inlines)
			w.cellMarks(b.Rows)
		}
	}
	for _, s := range p.AllSections() {
		w.marks(s.Inlines)
		visit(s.Blocks)
	}
	if p.Post != nil {
		visit(p.Post.Blocks)
	}
	for _, c := range p.Comments.All() {
		visit(c.Blocks)
	}
}

func (w *writer) marks(inlines []page.Inline) {
	for _, in := range inlines {
		if in.Type == page.Note {
			w.noted[strings.TrimPrefix(in.URL, "#")] = true
		}
		w.marks(in.Inlines)
	}
}

// cellMarks gathers the marks in a table, unless cells span: then it is HTML, where there are no footnotes.
func (w *writer) cellMarks(rows []page.Row) {
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.ColSpan > 1 || c.RowSpan > 1 {
				return
			}
		}
	}
	for _, r := range rows {
		for _, c := range r.Cells {
			w.marks(c.Inlines)
		}
	}
}

func (w *writer) add(kind, text string) {
	if kind != "code" {
		text = normal(text)
	}
	if text != "" || kind == "separator" {
		w.leaves = append(w.leaves, formula(strings.TrimLeft(w.path+" "+kind, " "), text))
	}
}

// formula is a leaf, as math if it is a paragraph between lines of two dollars.
func formula(path, text string) Leaf {
	if above, ok := strings.CutSuffix(path, "paragraph"); ok && len(text) > 6 && strings.HasPrefix(text, "$$\n") && strings.HasSuffix(text, "\n$$") {
		return Leaf{above + "math", text[3 : len(text)-3]}
	}
	return Leaf{path, text}
}

func (w *writer) within(kind string, write func()) {
	outer := w.path
	w.path = strings.TrimLeft(w.path+" "+kind, " ")
	write()
	w.path = outer
}

func (w *writer) blocks(bs []*page.Block) {
	for _, b := range bs {
		w.block(b)
	}
}

func (w *writer) block(b *page.Block) {
	switch b.Type {
	case page.Paragraph, page.Figure:
		w.add("paragraph", w.text(b.Content()))
	case page.Embed:
		w.add("paragraph", w.embed(b))
	case page.List:
		for _, it := range b.Items {
			w.within("list", func() {
				w.add("paragraph", it.Term)
				w.blocks(it.Blocks)
			})
		}
	case page.Footnotes:
		w.footnotes(b)
	case page.Quote:
		w.within("quote", func() { w.blocks(b.Blocks) })
	case page.Code:
		w.add("code", codeText(b.Text))
	case page.Math:
		w.add("math", b.Text)
	case page.Separator:
		w.add("separator", "")
	case page.Table:
		w.add("paragraph", w.text(b.Inlines))
		for _, r := range b.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, normal(w.text(c.Content())))
			}
			w.add("row", strings.TrimRight(strings.Join(cells, "\t"), "\t"))
		}
	}
}

func (w *writer) embed(b *page.Block) string {
	switch {
	case b.Text != "":
		return w.text(b.Content())
	case b.Provider != "":
		return b.Provider
	}
	return b.URL
}

func (w *writer) footnotes(b *page.Block) {
	for _, it := range b.Items {
		if w.noted[it.ID] && it.ID != "" {
			w.within("note", func() { w.blocks(it.Blocks) })
			continue
		}
		from := len(w.leaves)
		w.blocks(it.Blocks)
		if len(w.leaves) > from && it.Term != "" {
			w.leaves[from].Text = "[" + it.Term + "] " + w.leaves[from].Text
		}
	}
}

// text is what is read of inlines: no images, and no marks of footnotes.
func (w *writer) text(inlines []page.Inline) string {
	var b strings.Builder
	w.flatten(&b, inlines)
	return b.String()
}

func (w *writer) flatten(b *strings.Builder, inlines []page.Inline) {
	for _, in := range inlines {
		switch in.Type {
		case page.InlineImage:
		case page.Superscript:
			if !isReference(in.Inlines) {
				w.flatten(b, enclosed(in))
			}
		case page.Note:
			if !w.notes[strings.TrimPrefix(in.URL, "#")] {
				b.WriteString(in.Text)
			}
		case page.Break:
			b.WriteByte('\n')
		case page.InlineMath:
			if text := oneLine(in.Text); strings.Trim(text, " ") != "" {
				b.WriteString("$" + strings.Trim(text, " ") + "$")
			}
		case page.InlineCode:
			b.WriteString(oneLine(in.Text))
		case page.Text, "":
			b.WriteString(in.Text)
		default:
			w.flatten(b, enclosed(in))
		}
	}
}

// isReference says whether a superscript's content is nothing but a link on the page, as a footnote's mark is.
func isReference(inlines []page.Inline) bool {
	return len(inlines) == 1 && inlines[0].Type == page.Link && strings.HasPrefix(inlines[0].URL, "#")
}

// enclosed is what an inline holds.
func enclosed(in page.Inline) []page.Inline {
	if len(in.Inlines) == 0 && in.Text != "" {
		return []page.Inline{{Type: page.Text, Text: in.Text}}
	}
	return in.Inlines
}

// oneLine is a text with spaces for control characters.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return ' '
		}
		return r
	}, s)
}

func isControl(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// codeText is code without the characters that some formats cannot hold.
func codeText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return -1
		case isControl(r) && r != '\n' && r != '\t', r == '\uFFFD':
			return ' '
		}
		return r
	}, s)
}

// normal is a text without what no rendering keeps: control characters, and spaces and empty lines around its lines.
func normal(s string) string {
	s = strings.Map(func(r rune) rune {
		if isControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.Trim(line, " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
