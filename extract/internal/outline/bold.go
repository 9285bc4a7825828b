package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// boldHeadings makes headings of paragraphs in bold that stand alone over others, on pages that mark up no heading.
// One is taken for emphasis, the same one over and over for a label; there must
// be more text than headings.
func (r *reader) boldHeadings() {
	var found []int
	paragraphs, distinct := 0, make(map[string]bool)
	for i := range r.entries {
		if r.entries[i].heading != nil && !r.isTitle(r.entries[i].heading) {
			return
		}
		if b := r.entries[i].block; b != nil && b.Type == page.Paragraph {
			paragraphs++
		}
		if r.isBoldHeading(i) {
			found = append(found, i)
			distinct[r.entries[i].block.Text] = true
		}
	}
	if len(distinct) < 2 || 2*len(found) > paragraphs || len(found) > 2*len(distinct) {
		return
	}
	const level = 2 // below the title
	for _, i := range found {
		b := r.entries[i].block
		r.entries[i] = entry{heading: &page.Section{
			Heading: b.Text, Inlines: wholeInBold(b.Inlines), Level: level, ID: b.ID,
		}}
		r.ctx.Log.Add("outline", b.Text, "heading", "a paragraph in bold over others")
	}
}

// isBoldHeading tells whether the entry i is a short paragraph all in bold, no sentence, and another text follows it.
func (r *reader) isBoldHeading(i int) bool {
	const longest = 80 // characters
	b := r.entries[i].block
	if b == nil || b.Type != page.Paragraph || len(b.Inlines) != 1 || b.Inlines[0].Type != page.Strong ||
		utf8.RuneCountInString(b.Text) > longest || dom.Words(b.Text) == 0 || strings.Contains(b.Text, "\n") ||
		strings.ContainsRune(".,;!…。，！", lastRune(b.Text)) {
		return false
	}
	if i+1 == len(r.entries) || r.entries[i+1].block == nil {
		return false
	}
	next := r.entries[i+1].block
	return next.Type != page.Separator && (next.Type != page.Paragraph ||
		len(next.Text) > len(b.Text) && (len(next.Inlines) != 1 || next.Inlines[0].Type != page.Strong))
}

func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}
