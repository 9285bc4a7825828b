// Package transcript writes a conversation out as text.
package transcript

import (
	"hash/maphash"
	"strings"
	"unicode"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/outline"
	"github.com/scholia/scholia/extract/page"
)

// Transcript is a conversation as text: author, date and body, post after post. What a post quotes from an earlier one
// is not written a second time. The zero value is empty.
type Transcript struct {
	text strings.Builder
	said shingles
}

// Add writes a post at the end, with its date as the reader is to see it.
func (t *Transcript) Add(p *page.Post, date string) {
	if t.text.Len() > 0 {
		t.text.WriteString("\n\n")
	}
	if p.Author != nil {
		t.text.WriteString(p.Author.Name + "\n")
	}
	if date != "" {
		t.text.WriteString(date + "\n")
	}
	t.text.WriteString(t.news(p))
	t.said.add(p.Text)
}

// String is the conversation so far.
func (t *Transcript) String() string { return t.text.String() }

// longQuote is the number of words from which a quote of an earlier post is left out. A shorter one says what an answer is to.
const longQuote = 12

// news is the text of a post without quotes of what was said before.
func (t *Transcript) news(p *page.Post) string {
	repeats := func(b *page.Block) bool {
		return b.Type == page.Quote && dom.Words(b.Text) >= longQuote && t.said.hold(b.Text)
	}
	var blocks []*page.Block
	for _, b := range p.Blocks {
		if !repeats(b) {
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == len(p.Blocks) {
		return p.Text
	}
	return outline.BlocksText(blocks)
}

// shingles are the hashes of all runs of shingleWords words of some texts (Broder, On the Resemblance and Containment of
// Documents, SEQUENCES 1997).
type shingles struct {
	seed   maphash.Seed
	hashes map[uint64]struct{}
}

const shingleWords = 4

func (s *shingles) add(text string) {
	if s.hashes == nil {
		s.seed, s.hashes = maphash.MakeSeed(), make(map[uint64]struct{})
	}
	s.each(text, func(hash uint64) { s.hashes[hash] = struct{}{} })
}

// hold tells whether most of a text stands in the texts that were added.
func (s *shingles) hold(text string) bool {
	all, held := 0, 0
	s.each(text, func(hash uint64) {
		all++
		if _, ok := s.hashes[hash]; ok {
			held++
		}
	})
	return held*2 > all
}

func (s *shingles) each(text string, do func(hash uint64)) {
	if s.hashes == nil {
		return
	}
	var last [shingleWords]uint64 // of the words, in turn
	n := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		last[n%shingleWords] = maphash.String(s.seed, word)
		if n++; n < shingleWords {
			continue
		}
		var hash uint64
		for k := range shingleWords {
			hash = hash*0x9e3779b97f4a7c15 + last[(n+k)%shingleWords]
		}
		do(hash)
	}
}
