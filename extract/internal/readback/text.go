package readback

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// Text writes the page as text, reads that with textpage, and says where the two pages differ, "" if nowhere. What
// render.Text does not write, and the texts of lists, quotes and tables, which follow from what they hold, are not
// compared.
func Text(p *page.Page) (difference string, err error) {
	var written bytes.Buffer
	if err := render.Text(&written, p); err != nil {
		return "", err
	}
	want, err := bareJSON(p)
	if err != nil {
		return "", err
	}
	got, err := bareJSON(textpage.Read(written.String()))
	if err != nil {
		return "", err
	}
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			return fmt.Sprintf("line %d is %.200q, was %.200q", i+1, got[i], want[i]), nil
		}
	}
	if len(want) != len(got) {
		return fmt.Sprintf("%d lines, were %d", len(got), len(want)), nil
	}
	return "", nil
}

// bareJSON is what is compared of a page, as lines of JSON.
func bareJSON(p *page.Page) ([]string, error) {
	c := &page.Page{}
	if err := json.Unmarshal(p.AppendJSON(nil), c); err != nil { // a copy
		return nil, err
	}
	strip(c)
	b, err := json.MarshalIndent(c, "", " ")
	return strings.Split(string(b), "\n"), err
}

// strip takes away what is not compared: inline markup, ids and permalinks, the spans of a table's cells and its headers
// below the first row, and what follows from the rest.
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
	if len(p.Blocks) > 0 {
		p.Text = ""
	}
	stripBlocks(p.Blocks)
}

func stripBlocks(bs []*page.Block) {
	for _, b := range bs {
		stripBlock(b)
		for _, it := range b.Items {
			it.ID = ""
			stripBlocks(it.Blocks)
		}
		stripBlocks(b.Blocks)
	}
}

func stripBlock(b *page.Block) {
	b.ID = ""
	caption := strings.TrimSpace((&writer{}).text(b.Inlines))
	b.Inlines = nil
	switch b.Type {
	case page.Table:
		if caption != "" {
			b.Inlines = []page.Inline{{Type: page.Text, Text: caption}}
		}
		b.Text = ""
	case page.List, page.Quote, page.Footnotes:
		b.Text = ""
	}
	for n, r := range b.Rows {
		for i := range r.Cells {
			c := &r.Cells[i]
			c.Inlines, c.ColSpan, c.RowSpan = nil, 0, 0
			c.Header = c.Header && n == 0
		}
	}
}
