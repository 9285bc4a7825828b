package render

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// boxedSummary is the summary that readers see in a place of its own, nil where it is none of the page's, or is written as the
// subtitle or as a block of the text.
func boxedSummary(p *page.Page) []page.Inline {
	s := p.Summary
	if s == nil || s.Origin != page.FromPage || sameWords(s.Text, p.Subtitle) || isShown(p, s.Text) {
		return nil
	}
	return inLines(s.Text)
}

// isShown tells whether a text stands in the page's sections: as a block, after a label in one, or each line of it in one.
func isShown(p *page.Page, text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && !stands(p, line) {
			return false
		}
	}
	return true
}

func stands(p *page.Page, line string) bool {
	for _, section := range p.AllSections() {
		if slices.ContainsFunc(section.Blocks, func(b *page.Block) bool { return strings.Contains(b.Text, line) || sameWords(b.Text, line) }) {
			return true
		}
	}
	return false
}

// sameWords tells whether two texts are the same but for white space.
func sameWords(a, b string) bool {
	return a == b || len(a) < 2*len(b)+2 && len(b) < 2*len(a)+2 && slices.Equal(strings.Fields(a), strings.Fields(b))
}

// inLines is a text with a break at the end of each line but the last: the points of a summary are a line each.
func inLines(text string) (inlines []page.Inline) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if len(inlines) > 0 {
			inlines = append(inlines, page.Inline{Type: page.Break})
		}
		inlines = append(inlines, page.Inline{Type: page.Text, Text: line})
	}
	return inlines
}
