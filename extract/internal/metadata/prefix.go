package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// prefixes are words that a text may begin with: the leads of bylines, the labels of summaries. Whether a text begins
// with one is asked of every text block, so their first bytes are known beforehand.
type prefixes struct {
	words   []string
	longest int
	first   [256]bool
}

// newPrefixes takes the words in lower case.
func newPrefixes(words ...string) *prefixes {
	p := &prefixes{words: words}
	for _, w := range words {
		p.longest = max(p.longest, len(w))
		p.first[w[0]] = true
		upper := strings.ToUpper(w)
		p.first[upper[0]] = true
	}
	return p
}

// length is the length of the longest of the words that s begins with, whatever its case, and that no letter follows;
// 0 if it begins with none. White space before it counts.
func (p *prefixes) length(s string) int {
	start := 0
	for start < len(s) && s[start] <= ' ' {
		start++
	}
	if start == len(s) || !p.first[s[start]] {
		return 0
	}
	rest := s[start:]
	low := strings.ToLower(rest[:min(len(rest), p.longest+utf8.UTFMax)])
	best := 0
	for _, w := range p.words {
		if len(w) > best && strings.HasPrefix(low, w) && endsWord(w, low[len(w):]) {
			best = len(w)
		}
	}
	if best == 0 {
		return 0
	}
	return start + min(best, len(rest))
}

// endsWord tells whether a word ends before rest: no letter follows its last one. Chinese and Japanese do not part words.
func endsWord(word, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(last) || !unicode.IsLetter(next) || last >= 0x2e80
}
