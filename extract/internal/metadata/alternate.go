package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/page"
	"golang.org/x/net/html/atom"
)

// maxAhead is how many text blocks after a line are asked whether they are like it.
const maxAhead = 12

// alternating are the lines that say no more than a name or a day and alternate with the text: who speaks in an interview,
// the days of a diary. They are a part of it.
type alternating struct {
	names []string
	days  bool
}

// include tells whether the i-th text block, a paragraph, is such a line.
func (a *alternating) include(r *reader, i int) bool {
	b := &r.x.Blocks()[i]
	if !r.x.Is(b.Box, atom.P) || b.Words > maxBareDate {
		return false
	}
	text := r.textBetween(b.First, b.Last)
	switch {
	case r.isDay(text):
		a.days = a.days || r.alternates(i, func(other string) bool { return other != text && r.isDay(other) })
		return a.days
	case leadLength(text) > 0: // "By Jane Doe"
		return false
	case !slices.Contains(a.names, text):
		if !r.alternates(i, func(other string) bool { return other == text }) {
			return false
		}
		a.names = append(a.names, text)
	}
	return true
}

// alternates tells whether a paragraph like the i-th follows it, with text between.
func (r *reader) alternates(i int, like func(text string) bool) bool {
	between := false
	blocks := r.x.Blocks()
	for _, b := range blocks[i+1 : min(len(blocks), i+1+maxAhead)] {
		if !r.x.Is(b.Box, atom.P) {
			continue
		}
		if between && b.Words <= maxBareDate && like(r.textBetween(b.First, b.Last)) {
			return true
		}
		between = between || b.Words > maxOther
	}
	return false
}

// isDay tells a text that is a day and nothing else.
func (r *reader) isDay(text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	d, ok := r.dates.Read(text)
	return ok && len(d) >= len(page.Date("2006-01-02"))
}
