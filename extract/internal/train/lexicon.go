package main

import (
	"math"

	"github.com/scholia/scholia/extract/internal/content"
)

// linear is a logistic regression over token buckets, learned by AdaGrad (Duchi et al., JMLR 12, 2011).
type linear struct {
	bias, biasSum float64
	weight, sum   []float64
	known         []bool
}

const (
	lexEpochs   = 4
	lexRate     = 0.08
	lexPenalty  = 3e-4
	lexMinSites = 4 // sites on which a token must stand
)

func trainLexicon(samples []*sample) *content.Lexicon {
	var lex content.Lexicon
	l := linear{weight: make([]float64, len(lex)), sum: make([]float64, len(lex)), known: knownTokens(samples, len(lex))}
	for e := range lexEpochs {
		for k := range samples {
			s := samples[(k*7919+e*31)%len(samples)]
			w := s.weights()
			for i := range s.examples {
				tokens := s.examples[i].Tokens
				if w[i] > 0 && !s.examples[i].Barred {
					l.step(tokens, s.isContent(i), float64(w[i])*50)
				}
			}
		}
	}
	for i, w := range l.weight {
		lex[i] = int8(math.Round(max(min(w*32, 127), -127)))
	}
	return &lex
}

func knownTokens(samples []*sample, n int) []bool {
	last, sites := make([]string, n), make([]int, n)
	bySite := map[string][]*sample{}
	var order []string
	for _, s := range samples {
		if bySite[s.site] == nil {
			order = append(order, s.site)
		}
		bySite[s.site] = append(bySite[s.site], s)
	}
	for _, site := range order {
		for _, s := range bySite[site] {
			for i := range s.examples {
				for _, t := range s.examples[i].Tokens {
					if last[t] != site {
						last[t] = site
						sites[t]++
					}
				}
			}
		}
	}
	known := make([]bool, n)
	for i := range known {
		known[i] = sites[i] >= lexMinSites
	}
	return known
}

func (l *linear) step(tokens []uint32, content bool, weight float64) {
	z := l.bias
	for _, t := range tokens {
		z += l.weight[t]
	}
	g := 1 / (1 + math.Exp(-z))
	if content {
		g--
	}
	g *= min(weight, 5)
	l.biasSum += g * g
	l.bias -= lexRate * g / math.Sqrt(l.biasSum+1)
	for _, t := range tokens {
		if !l.known[t] {
			continue
		}
		d := g + lexPenalty*l.weight[t]
		l.sum[t] += d * d
		l.weight[t] -= lexRate * d / math.Sqrt(l.sum[t]+1)
	}
}

// addLexicon fills the lexical features of samples.
func addLexicon(lex *content.Lexicon, samples []*sample) {
	for _, s := range samples {
		for i := range s.examples {
			lex.Sums(s.examples[i].Tokens, &s.examples[i].Row)
		}
	}
}

// innerFolds is into how many parts the training pages are cut so that trees see lexicons that did not see the page.
const innerFolds = 4

// crossLexicons trains lexicons such that the rows of train get theirs from pages of other sites; it returns that of all.
func crossLexicons(train []*sample) *content.Lexicon {
	for k := range innerFolds {
		var in, out []*sample
		for _, s := range train {
			if fold(s.site+"/", innerFolds) == k {
				out = append(out, s)
			} else {
				in = append(in, s)
			}
		}
		addLexicon(trainLexicon(in), out)
	}
	return trainLexicon(train)
}
