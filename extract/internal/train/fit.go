package main

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
)

// fit learns a model from samples. The trees also learn from the augmented ones.
func fit(samples, augmented []*sample) *content.Model {
	lexicon := crossLexicons(samples, augmented)
	trees := boost.Train(table(samples, augmented), boost.Options{
		Loss: boost.Logistic, Symmetric: true, Trees: 1100, Depth: 6, Rate: 0.08, Rows: 0.5, Features: 0.3,
		MinWeight: 0.05, Lambda: 0.1, Seed: 3,
	})
	return &content.Model{Lexicon: *lexicon, Trees: trees}
}

// table lists the blocks that can be chosen.
func table(samples, augmented []*sample) boost.Data {
	d := boost.Data{Names: content.FeatureNames()}
	for _, s := range samples {
		s.appendTo(&d, 1)
	}
	for _, s := range augmented {
		s.appendTo(&d, augmentedWeight)
	}
	return d
}

// appendTo lists the blocks of a page, with their weights times a factor.
func (s *sample) appendTo(d *boost.Data, factor float32) {
	if s.thread {
		return
	}
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
		d.Weight = append(d.Weight, factor*weights[i])
	}
}

// Weights: that of a block is what it can cost its page in word F1, about words / (words of the gold). fewWords keeps
// pages with little gold from weighing too much, and so does pageWeight pages with much else.
const (
	fewWords   = 150
	pageWeight = 3
)

func (s *sample) weights() []float32 {
	if s.segments != nil {
		return s.segmentWeights()
	}
	weights := make([]float32, len(s.words))
	var total float32
	for i, words := range s.words {
		weights[i] = float32(len(words)) / float32(len(s.gold)+fewWords)
		total += weights[i]
	}
	scale := min(1, pageWeight/total)
	random := rand.New(rand.NewPCG(hash(s.id), 0))
	for i := range weights {
		weights[i] = thin(weights[i]*scale, random)
	}
	return weights
}

// lightBlock is the weight below which blocks are drawn by lot, so that the many light ones do not take most of the
// time: those drawn stand for the others.
const lightBlock = 0.02

func thin(weight float32, random *rand.Rand) float32 {
	if draw := random.Float32(); weight >= lightBlock {
		return weight
	} else if draw*lightBlock < weight {
		return lightBlock
	}
	return 0
}

// segmentWeight is the weight of a block that holds a segment: a page has about six.
const segmentWeight = 0.15

func (s *sample) segmentWeights() []float32 {
	weights := make([]float32, len(s.known))
	for i, known := range s.known {
		if known {
			weights[i] = segmentWeight
		}
	}
	return weights
}

// fold deals sites into folds, all pages of a site into one.
func fold(site string, folds int) int { return int(hash(site) % uint64(folds)) }

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	sum := h.Sum64()
	return sum ^ sum>>33
}

// printImportance lists the features by what they bring.
func printImportance(f *boost.Forest) {
	gains := f.Gains()
	order := make([]int, len(gains))
	var total float64
	for i, g := range gains {
		order[i] = i
		total += g
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case gains[a] > gains[b]:
			return -1
		case gains[a] < gains[b]:
			return 1
		}
		return 0
	})
	for _, i := range order {
		fmt.Printf("%.4f  %s\n", gains[i]/total, f.Names()[i])
	}
}
