package render_test

import (
	"bytes"
	"testing"

	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// A page's text is read back as the same page, but for what Text does not write.
func TestTextReadsBack(t *testing.T) {
	for name, p := range pages(t) {
		got := textpage.Read(text(t, p))
		strip(p)
		strip(got)
		if diff := differ(indented(t, p), indented(t, got)); diff != "" {
			t.Errorf("%s, %s", name, diff)
		}
	}
}

// Whatever page a text is read as, writing that page and reading it again changes nothing.
func FuzzTextReadsBack(f *testing.F) {
	for _, p := range pages(f) {
		f.Add(text(f, p))
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := textpage.Read(s)
		written := text(t, p)
		got := textpage.Read(written)
		if diff := differ(indented(t, p), indented(t, got)); diff != "" {
			t.Errorf("%s\n%s", diff, written)
		}
	})
}

func text(t testing.TB, p *page.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Text(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func indented(t testing.TB, p *page.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// flat is the text of inlines.
func flat(inlines []page.Inline) string {
	var s string
	for _, in := range inlines {
		s += in.Text + flat(in.Inlines)
	}
	return s
}

// strip takes away what the text of a page does not hold: inline markup, ids and permalinks, the spans of a
// table's cells and its headers below the first row, and what follows from the rest.
func strip(p *page.Page) {
	p.Source, p.Text, p.Words, p.Confidence = "", "", 0, 0
	for _, s := range p.AllSections() {
		s.ID, s.Inlines = "", nil
		stripBlocks(s.Blocks)
	}
	if p.Post != nil {
		stripPost(p.Post)
	}
	for _, c := range p.Comments.All() {
		stripPost(&c.Post)
	}
}

func stripPost(p *page.Post) {
	p.ID, p.URL = "", ""
	if p.Author != nil {
		p.Author.URL = ""
	}
	stripBlocks(p.Blocks)
}

func stripBlocks(bs []*page.Block) {
	for _, b := range bs {
		b.ID = ""
		if caption := flat(b.Inlines); b.Type == page.Table && caption != "" {
			b.Inlines = []page.Inline{{Type: page.Text, Text: caption}}
		} else {
			b.Inlines = nil
		}
		for _, it := range b.Items {
			it.ID = ""
			stripBlocks(it.Blocks)
		}
		for n, r := range b.Rows {
			for i := range r.Cells {
				c := &r.Cells[i]
				c.Inlines, c.ColSpan, c.RowSpan = nil, 0, 0
				c.Header = c.Header && n == 0
			}
		}
		stripBlocks(b.Blocks)
	}
}
