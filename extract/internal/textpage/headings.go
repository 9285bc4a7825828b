package textpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

// plainLevel is the level of a heading that nothing but its form marks: h1 is the title.
const plainLevel = 2

// A heading that nothing but its form marks is no longer than this.
const (
	headingRunes = 80
	headingWords = 12
)

// IsHeading says whether a line that stands alone between paragraphs is read as a heading: short, and not ended
// like a sentence or a list's lead.
func IsHeading(text string) bool {
	if utf8.RuneCountInString(text) > headingRunes || strings.Count(text, " ") >= headingWords {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return begins(first) && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune("?!)”’\"'", last))
}

// begins says whether a heading may begin with r.
func begins(r rune) bool {
	return unicode.IsLetter(r) && !unicode.IsLower(r) || unicode.IsDigit(r) || strings.ContainsRune("“‘«„¿¡\"'", r)
}

// sections puts chunks under the headings among them, nested by level.
func sections(chunks []chunk) []*page.Section {
	var top []*page.Section
	var open []*page.Section // the headed sections that hold the current one, outermost first
	for i := range chunks {
		c := &chunks[i]
		if level := c.headingLevel(); level > 0 {
			s := &page.Section{Heading: c.block.Text, Level: level}
			for len(open) > 0 && (open[len(open)-1].Level >= level || open[len(open)-1].Level == 0) {
				open = open[:len(open)-1]
			}
			if len(open) == 0 {
				top = append(top, s)
			} else {
				parent := open[len(open)-1]
				parent.Sections = append(parent.Sections, s)
			}
			open = append(open, s)
			continue
		}
		if len(open) == 0 {
			if len(top) == 0 {
				top = append(top, &page.Section{})
			}
			open = append(open, top[0])
		}
		s := open[len(open)-1]
		s.Blocks = append(s.Blocks, c.block)
	}
	return top
}

// headingLevel is 0 for a chunk that is no heading.
func (c *chunk) headingLevel() int {
	switch {
	case c.level > 0:
		return c.level
	case c.alone && !c.prose && c.block.Type == page.Paragraph && IsHeading(c.block.Text):
		return plainLevel
	}
	return 0
}
