package textpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/outline"
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
	var n outline.Nesting
	for i := range chunks {
		c := &chunks[i]
		if level := c.headingLevel(); level > 0 {
			n.Heading(&page.Section{Heading: c.block.Text, Level: level})
		} else {
			n.Block(c.block)
		}
	}
	return n.Top
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
