package main

import (
	"strings"
	"unicode"
)

// splitWords cuts a text into the words that the benchmark counts: runs of letters, digits and underscores,
// lower case. lineStart tells of each whether it is the first of its line.
func splitWords(s string) (words []string, lineStart []bool) {
	s = strings.ToLower(s)
	start, fresh := -1, true
	for i, r := range s {
		if r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			words, lineStart = append(words, s[start:i]), append(lineStart, fresh)
			start, fresh = -1, false
		}
		if r == '\n' {
			fresh = true
		}
	}
	if start >= 0 {
		words, lineStart = append(words, s[start:]), append(lineStart, fresh)
	}
	return words, lineStart
}

// lexicon numbers the words of a page and its gold.
type lexicon map[string]int32

func (l lexicon) ids(words []string) []int32 {
	ids := make([]int32, len(words))
	for i, w := range words {
		id, ok := l[w]
		if !ok {
			id = int32(len(l))
			l[w] = id
		}
		ids[i] = id
	}
	return ids
}
