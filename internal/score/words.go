package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// words are the runs of letters, digits and "_" of s in lower case: Python's \w+ over s.lower(), by which the
// benchmarks count.
func words(s string) []string {
	return strings.FieldsFunc(lower(s), func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// lower is s in lower case by Unicode's full mapping: with final sigma, and İ as i with a dot.
func lower(s string) string { return cases.Lower(language.Und).String(s) }

// norm is s as its words with single spaces.
func norm(s string) string { return strings.Join(words(s), " ") }

// squeezed is s with every run of white space as one space.
func squeezed(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if isSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// isSpace says whether r is white space to Python, which counts the separators of ASCII too.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// bag counts words.
type bag map[string]int

func bagOf(words []string) bag {
	b := make(bag, len(words))
	for _, w := range words {
		b[w]++
	}
	return b
}

// overlap is how many words two bags share.
func (b bag) overlap(other bag) int {
	if len(other) < len(b) {
		b, other = other, b
	}
	n := 0
	for w, count := range b {
		n += min(count, other[w])
	}
	return n
}

// precisionRecall compares two texts as bags of words. Two empty texts agree.
func precisionRecall(predicted, gold string) (precision, recall, f1 float64) {
	p, g := words(predicted), words(gold)
	switch {
	case len(p) == 0 && len(g) == 0:
		return 1, 1, 1
	case len(p) == 0 || len(g) == 0:
		return 0, 0, 0
	}
	n := float64(bagOf(p).overlap(bagOf(g)))
	if n == 0 {
		return 0, 0, 0
	}
	precision, recall = n/float64(len(p)), n/float64(len(g))
	return precision, recall, 2 * precision * recall / (precision + recall)
}
