package render

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// findNotes gives a label to each footnote that a mark leads to, and gathers the ids that links lead to.
func (m *markdown) findNotes(p *page.Page) {
	m.labels, m.aims = map[string]string{}, map[string]bool{}
	marked := map[string]bool{}
	visit := func(in *page.Inline) {
		id, ok := strings.CutPrefix(in.URL, "#")
		switch {
		case !ok || id == "":
		case in.Type == page.Note:
			marked[id] = true
		case in.Type == page.Link:
			m.aims[id] = true
		}
	}
	var notes []*page.Item
	used := map[string]bool{}
	eachBlock(p, func(b *page.Block) {
		if b.Type == page.Footnotes {
			notes = append(notes, b.Items...)
		}
		eachInline(b, visit)
	})
	for _, s := range p.AllSections() {
		walkInlines(s.Inlines, visit)
	}
	for i, note := range notes {
		if note.ID == "" || !marked[note.ID] || m.labels[note.ID] != "" {
			continue
		}
		label := noteLabel(note.Term)
		if label == "" || used[label] {
			label = "n" + strconv.Itoa(i+1)
		}
		used[label], m.labels[note.ID] = true, label
	}
}

// noteLabel is a note's label as GFM takes it: letters, digits and hyphens.
func noteLabel(term string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (isAlnum(byte(r)) || r == '-') {
			return r
		}
		return -1
	}, term)
}

// footnotes writes the notes that marks lead to as footnotes, the others, which a reader of Markdown would drop, as
// paragraphs.
func (m *markdown) footnotes(b *page.Block) {
	for _, it := range b.Items {
		m.gap()
		label := m.labels[it.ID]
		if label == "" || it.ID == "" {
			m.looseNote(it)
			continue
		}
		delete(m.labels, it.ID) // a second note of this id is another
		m.hang("[^"+label+"]: ", 4, func() { m.blocks(it.Blocks) })
	}
}

// looseNote writes a note with its label before its first paragraph.
func (m *markdown) looseNote(it *page.Item) {
	bs := it.Blocks
	if it.Term != "" {
		label := []page.Inline{{Type: page.Text, Text: "[" + it.Term + "] "}}
		if len(bs) > 0 && bs[0].Type == page.Paragraph {
			m.paragraph(m.anchor(it.ID), append(label, bs[0].Content()...))
			bs = bs[1:]
		} else {
			m.paragraph(m.anchor(it.ID), label)
		}
	}
	m.blocks(bs)
}

// eachBlock visits every block of a page, also those in quotes, lists and comments.
func eachBlock(p *page.Page, visit func(*page.Block)) {
	for b := range p.AllBlocks() {
		walkBlocks([]*page.Block{b}, visit)
	}
	if p.Post != nil {
		walkBlocks(p.Post.Blocks, visit)
	}
	for _, c := range p.Comments.All() {
		walkBlocks(c.Blocks, visit)
	}
}

func walkBlocks(bs []*page.Block, visit func(*page.Block)) {
	for _, b := range bs {
		visit(b)
		walkBlocks(b.Blocks, visit)
		for _, it := range b.Items {
			walkBlocks(it.Blocks, visit)
		}
	}
}

// eachInline visits every inline of a block that is written as Markdown, which a table with spans is not; not those
// of the blocks that it holds.
func eachInline(b *page.Block, visit func(*page.Inline)) {
	walkInlines(b.Inlines, visit)
	if spans(b.Rows) {
		return
	}
	for _, r := range b.Rows {
		for _, c := range r.Cells {
			walkInlines(c.Inlines, visit)
		}
	}
}

func walkInlines(inlines []page.Inline, visit func(*page.Inline)) {
	for i := range inlines {
		visit(&inlines[i])
		walkInlines(inlines[i].Inlines, visit)
	}
}
