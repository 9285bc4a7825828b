package main

import (
	"slices"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/dom"
)

// sample is a gold page as the model learns from it. Its slices run over the text blocks of the page.
type sample struct {
	goldPage
	blocks   []dom.Block
	examples []content.Example
	covered  []float32 // share of the words that the gold holds
	known    []bool    // whether that is known; nil if it is of all
	words    [][]int32 // as the benchmark counts them, numbered

	thread bool // a conversation is its main content

	gold []int32 // words of the gold
}

// contentShare is the share of a block's words that the gold must hold for the block to be content.
const contentShare = 0.5

func (s *sample) isContent(i int) bool { return s.covered[i] >= contentShare }

// readSamples reads all pages.
func readSamples(pages []goldPage) ([]*sample, error) {
	samples := make([]*sample, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		samples[i] = newSample(pages[i], p)
	})
	return samples, err
}

func newSample(g goldPage, p reading) *sample {
	s := &sample{goldPage: g, blocks: slices.Clone(p.Blocks()), examples: content.Examples(p.Index, p.ctx), thread: p.ctx.Thread}
	if s.segments != nil {
		s.labelBySegments(p.Index)
	} else {
		s.label(p.Index)
	}
	return s
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
	s.gold = gold.words
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

// labelF1 is the word F1 of choosing exactly the blocks that count as content.
func (s *sample) labelF1() float64 {
	var text []int32
	for i := range s.blocks {
		if s.isContent(i) {
			text = append(text, s.words[i]...)
		}
	}
	f1, _, _ := bagF1(text, s.gold)
	return f1
}

// bagF1 compares two texts as bags of numbered words, as the benchmark does.
func bagF1(text, gold []int32) (f1, precision, recall float64) {
	if len(gold) == 0 && len(text) == 0 {
		return 1, 1, 1
	}
	left := map[int32]int{}
	for _, w := range gold {
		left[w]++
	}
	right := 0
	for _, w := range text {
		if left[w] > 0 {
			left[w]--
			right++
		}
	}
	if right == 0 {
		return 0, 0, 0
	}
	return 2 * float64(right) / float64(len(text)+len(gold)), float64(right) / float64(len(text)), float64(right) / float64(len(gold))
}
