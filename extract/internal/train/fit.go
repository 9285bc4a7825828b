package main

import (
	"hash/fnv"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
)

// fit learns a model from samples.
func fit(samples []*sample) *content.Model {
	lexicon := crossLexicons(samples)
	trees := boost.Train(table(samples), boost.Options{
		Loss: boost.Logistic, Trees: *trees, Leaves: 24, Depth: 6, Rate: float32(*rate), Rows: 0.5, Features: 0.3,
		MinWeight: 0.05, Lambda: 0.1, Seed: 1,
	})
	return &content.Model{Lexicon: *lexicon, Trees: trees}
}

// table lists the blocks that can be chosen.
func table(samples []*sample) boost.Data {
	d := boost.Data{Names: content.FeatureNames()}
	for _, s := range samples {
		weights := s.weights()
		for i := range s.examples {
			if s.examples[i].Barred || weights[i] == 0 {
				continue
			}
			label := float32(0)
			if s.isContent(i) {
				label = 1
			}
			d.Rows = append(d.Rows, s.examples[i].Row)
			d.Label = append(d.Label, label)
			d.Weight = append(d.Weight, weights[i])
		}
	}
	return d
}

// Weights: that of a block is what it can cost its page in word F1, about words / (words of the gold). fewWords keeps
// pages with little gold from weighing too much, and so does pageWeight pages with much else.
const (
	fewWords   = 150
	pageWeight = 3
)

func (s *sample) weights() []float32 {
	weights := make([]float32, len(s.words))
	var total float32
	for i, words := range s.words {
		weights[i] = float32(len(words)) / float32(s.goldLength+fewWords)
		total += weights[i]
	}
	if total > pageWeight {
		for i := range weights {
			weights[i] *= pageWeight / total
		}
	}
	return weights
}

// predict gives each block its probability of being content. The lexical features must be there.
func (s *sample) predict(m *content.Model) {
	s.probability = make([]float32, len(s.examples))
	for i := range s.examples {
		if !s.examples[i].Barred {
			s.probability[i] = boost.Probability(m.Trees.Score(&s.examples[i].Row))
		}
	}
}

// fold deals sites into folds, all pages of a site into one.
func fold(site string, folds int) int {
	h := fnv.New64a()
	h.Write([]byte(site))
	sum := h.Sum64()
	return int((sum ^ sum>>33) % uint64(folds))
}
