package main

import (
	"slices"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
)

// sample is a gold page as the model learns from it. Its slices run over the text blocks of the page.
type sample struct {
	goldPage
	blocks      []dom.Block
	examples    []content.Example
	covered     []float32 // share of the words that the gold holds
	known       []bool    // whether that is known; nil if it is of all
	words       [][]int32 // as the benchmark counts them, numbered
	probability []float32 // of being content, by a model that did not see the site

	thread bool // a conversation is its main content

	gold       []int32 // how often each word stands in the gold
	goldLength int     // in words
}

// contentShare is the share of a block's words that the gold must hold for the block to be content.
const contentShare = 0.5

func (s *sample) isContent(i int) bool { return s.covered[i] >= contentShare }

// readSamples reads all pages.
func readSamples(pages []goldPage) ([]*sample, error) {
	samples := make([]*sample, len(pages))
	err := eachPage(pages, func(i int, x *dom.Index, data *structured.Data, ctx content.Context) {
		s := &sample{goldPage: pages[i], blocks: slices.Clone(x.Blocks()), examples: content.Examples(x, ctx), thread: ctx.Thread}
		if s.segments != nil {
			s.labelBySegments(x)
		} else {
			s.label(x)
		}
		samples[i] = s
	})
	return samples, err
}

// label numbers the words of the blocks and of the gold and finds which blocks the gold holds.
func (s *sample) label(x *dom.Index) {
	numbers := lexicon{}
	var page sequence
	for _, b := range s.blocks {
		words, _ := splitWords(string(x.AppendText(nil, b.First, b.Last)))
		ids := numbers.ids(words)
		s.words = append(s.words, ids)
		for k := range ids {
			page.start = append(page.start, k == 0)
		}
		page.words = append(page.words, ids...)
	}
	words, lines := splitWords(s.text)
	gold := sequence{numbers.ids(words), lines}
	s.gold, s.goldLength = make([]int32, len(numbers)), len(gold.words)
	for _, w := range gold.words {
		s.gold[w]++
	}
	covered := align(page, gold)
	for _, words := range s.words {
		n := 0
		for _, c := range covered[:len(words)] {
			if c {
				n++
			}
		}
		covered = covered[len(words):]
		s.covered = append(s.covered, float32(n)/float32(max(len(words), 1)))
	}
}

// f1 is the word F1 of a choice of blocks, with precision and recall (of bags of words, as the benchmark has it).
func (s *sample) f1(keep []bool) (f1, precision, recall float64) {
	count := make([]int32, len(s.gold))
	chosen, right := 0, 0
	for i, k := range keep {
		if !k {
			continue
		}
		chosen += len(s.words[i])
		for _, w := range s.words[i] {
			if count[w]++; count[w] <= s.gold[w] {
				right++
			}
		}
	}
	switch {
	case s.goldLength == 0 && chosen == 0:
		return 1, 1, 1
	case right == 0:
		return 0, 0, 0
	}
	return 2 * float64(right) / float64(chosen+s.goldLength), float64(right) / float64(chosen), float64(right) / float64(s.goldLength)
}
