package main

import (
	"math"

	"github.com/scholia/scholia/extract/internal/kind"
)

// Parameters of the training of the lexicon of kinds.
const (
	guessEpochs   = 60
	guessRate     = 0.3
	guessPenalty  = 2 // L2, where a page weighs 1
	guessMinSites = 4
)

// trainGuess learns what the words of pages tell of their kind: for each kind and each group of tokens a logistic
// regression, by gradient steps over all pages with AdaGrad's rates.
func trainGuess(in []kindSample) *kind.Lexicon {
	known := knownWords(in)
	weights, squares := make([][len(kind.Learned)]float64, kind.Buckets), make([][len(kind.Learned)]float64, kind.Buckets)
	for range guessEpochs {
		gradients := guessGradients(in, weights)
		for t := range weights {
			if !known[t] {
				continue
			}
			for k := range weights[t] {
				g := gradients[t][k] + guessPenalty*weights[t][k]
				squares[t][k] += g * g
				weights[t][k] -= guessRate * g / math.Sqrt(squares[t][k]+1e-9)
			}
		}
	}
	lexicon := new(kind.Lexicon)
	for t := range weights {
		for k, w := range weights[t] {
			lexicon.Set(t, k, w)
		}
	}
	return lexicon
}

// guessGradients sums up the gradients of the loss over pages.
func guessGradients(samples []kindSample, weights [][len(kind.Learned)]float64) [][len(kind.Learned)]float64 {
	gradients := make([][len(kind.Learned)]float64, len(weights))
	for i := range samples {
		s := &samples[i]
		tokens := s.views[fetched].tokens
		for from := 0; from < len(tokens); {
			to := from
			var score [len(kind.Learned)]float64
			for ; to < len(tokens) && kind.SameGroup(tokens[from], tokens[to]); to++ {
				for k, w := range weights[tokens[to]] {
					score[k] += w
				}
			}
			for k := range score {
				score[k] = 1 / (1 + math.Exp(-score[k]))
				if s.kind == kind.Learned[k] {
					score[k]--
				}
			}
			for _, t := range tokens[from:to] {
				for k, g := range score {
					gradients[t][k] += g * float64(s.weight)
				}
			}
			from = to
		}
	}
	return gradients
}

// knownWords tells which tokens stand on enough sites.
func knownWords(samples []kindSample) []bool {
	sites, seen := make([]int, kind.Buckets), map[siteToken]bool{}
	known := make([]bool, kind.Buckets)
	for _, s := range samples {
		for _, t := range s.views[fetched].tokens {
			if k := (siteToken{s.site, t}); !seen[k] {
				seen[k] = true
				sites[t]++
				known[t] = sites[t] >= guessMinSites
			}
		}
	}
	return known
}

// guess fills in what a lexicon that saw no page of its site guesses of each page, and returns the lexicon of all.
func guess(samples []kindSample) *kind.Lexicon {
	for k := range lexiconFolds {
		var in []kindSample
		for _, s := range samples {
			if fold("guess "+s.site, lexiconFolds) != k {
				in = append(in, s)
			}
		}
		lexicon := trainGuess(in)
		for i := range samples {
			s := &samples[i]
			if fold("guess "+s.site, lexiconFolds) != k {
				continue
			}
			for v := range s.views {
				kind.SetGuess(&s.views[v].row, lexicon.Guess(s.views[v].tokens))
			}
		}
	}
	return trainGuess(samples)
}
