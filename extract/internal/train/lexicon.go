package main

import (
	"math"
	"slices"

	"github.com/scholia/scholia/extract/internal/content"
)

// Parameters of the lexicon's training.
const (
	lexiconEpochs   = 4
	lexiconRate     = 0.08
	lexiconPenalty  = 3e-4 // L2, for each block that holds the token
	lexiconMinSites = 4    // sites on which the tokens of a weight must stand: what fewer use tells of them, not of pages
	lexiconMaxStep  = 5.0  // weight of a block, where 1 is a 50th of a page
)

// linear is a logistic regression over tokens, learned by AdaGrad (Duchi et al., Adaptive Subgradient Methods for Online
// Learning and Stochastic Optimization, JMLR 12, 2011).
type linear struct {
	bias, biasSum float64
	weight, sum   []float64
	known         []bool
}

// trainLexicon learns what the names and words of blocks tell. Pages are visited in an order that mixes their kinds.
func trainLexicon(samples []*sample) *content.Lexicon {
	var lexicon content.Lexicon
	l := linear{weight: make([]float64, len(lexicon)), sum: make([]float64, len(lexicon)), known: knownTokens(samples, len(lexicon))}
	for epoch := range lexiconEpochs {
		for k := range samples {
			l.learn(samples[(k*7919+epoch*31)%len(samples)])
		}
	}
	for i, w := range l.weight {
		lexicon[i] = int8(math.Round(max(min(w*content.LexiconUnits, math.MaxInt8), -math.MaxInt8)))
	}
	return &lexicon
}

// knownTokens tells which weights have tokens that stand on enough sites.
func knownTokens(samples []*sample, n int) []bool {
	sites, seen, known := make([]int, n), map[siteToken]bool{}, make([]bool, n)
	for _, s := range samples {
		for i := range s.examples {
			for _, t := range s.examples[i].Tokens {
				if k := (siteToken{s.site, t}); !known[t] && !seen[k] {
					seen[k] = true
					sites[t]++
					known[t] = sites[t] >= lexiconMinSites
				}
			}
		}
	}
	return known
}

type siteToken struct {
	site  string
	token uint32
}

func (l *linear) learn(s *sample) {
	if s.thread {
		return
	}
	for i, weight := range s.weights() {
		if e := &s.examples[i]; weight > 0 && !e.Barred {
			l.step(e.Tokens, s.isContent(i), min(float64(weight)*50, lexiconMaxStep))
		}
	}
}

// step moves the weights of a block's tokens towards its label.
func (l *linear) step(tokens []uint32, isContent bool, weight float64) {
	score := l.bias
	for _, t := range tokens {
		score += l.weight[t]
	}
	gradient := 1 / (1 + math.Exp(-score))
	if isContent {
		gradient--
	}
	gradient *= weight
	l.biasSum += gradient * gradient
	l.bias -= lexiconRate * gradient / math.Sqrt(l.biasSum+1)
	for _, t := range tokens {
		if l.known[t] {
			g := gradient + lexiconPenalty*l.weight[t]
			l.sum[t] += g * g
			l.weight[t] -= lexiconRate * g / math.Sqrt(l.sum[t]+1)
		}
	}
}

// lexiconFolds is into how many parts the pages are cut so that trees learn from what a lexicon says of pages that it
// did not see.
const lexiconFolds = 4

// crossLexicons fills in the lexical features of samples and augmented ones, each by a lexicon that saw no page of its
// site, and returns the lexicon of all samples.
func crossLexicons(samples, augmented []*sample) *content.Lexicon {
	for k := range lexiconFolds {
		told := func(s *sample) bool { return fold("lexicon "+s.site, lexiconFolds) == k }
		own, others := part(samples, told)
		more, _ := part(augmented, told)
		lexicon := trainLexicon(others)
		for _, s := range slices.Concat(own, more) {
			for i := range s.examples {
				lexicon.Sums(s.examples[i].Tokens, &s.examples[i].Row)
			}
		}
	}
	return trainLexicon(samples)
}
