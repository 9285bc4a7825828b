package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// prefixes are words that a text may begin with: the leads of bylines, the labels of summaries. Whether a text begins
// with one is asked of many text blocks, so the words are sorted by their first byte.
type prefixes [256][]string

// newPrefixes takes the words in lower case.
func newPrefixes(words ...string) *prefixes {
	var p prefixes
	for _, w := range words {
		p[w[0]] = append(p[w[0]], w)
		if upper := strings.ToUpper(w)[0]; upper != w[0] {
			p[upper] = append(p[upper], w)
		}
	}
	return &p
}

// length is the length of the longest of the words that s begins with, whatever its case, and that no letter follows;
// 0 if it begins with none. White space before it counts.
func (p *prefixes) length(s string) (longest int) {
	rest := s
	for rest != "" && rest[0] <= ' ' {
		rest = rest[1:]
	}
	if rest == "" {
		return 0
	}
	for _, w := range p[rest[0]] {
		if len(w) > longest && len(w) <= len(rest) && strings.EqualFold(rest[:len(w)], w) && endsWord(w, rest[len(w):]) {
			longest = len(w)
		}
	}
	if longest > 0 {
		longest += len(s) - len(rest)
	}
	return longest
}

// endsWord tells whether a word ends before rest: no letter follows its last one. Chinese and Japanese do not part words.
func endsWord(word, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(last) || !unicode.IsLetter(next) || last >= 0x2e80
}
