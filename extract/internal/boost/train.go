package boost

import (
	"math"
	"math/rand/v2"
)

// Data is a table to learn from: a row of features, a label and a weight for each example.
type Data struct {
	Names  []string
	Rows   []Row
	Label  []float32
	Weight []float32
}

// Loss gives the first and second derivative of the loss at a score.
type Loss func(score, label float32) (gradient, hessian float32)

// Logistic is the loss for labels from 0 to 1 that are probabilities of the positive class.
func Logistic(score, label float32) (gradient, hessian float32) {
	p := Probability(score)
	return p - label, max(p*(1-p), 1e-6)
}

// Squared is the loss for labels that are amounts.
func Squared(score, label float32) (gradient, hessian float32) { return score - label, 1 }

// Options are the parameters of training.
type Options struct {
	Loss      Loss
	Trees     int
	Symmetric bool    // trees whose levels ask one question each; Leaves does not hold for them
	Leaves    int     // at most, in a tree; 32 or less
	Depth     int     // at most, of a tree; 6 or less if it is symmetric
	Rate      float32 // how far each tree goes of the best step (shrinkage)
	Rows      float32 // share of the rows that a tree sees
	Features  float32 // share of the features that a tree sees
	MinWeight float32 // second derivatives that a leaf holds at least
	Lambda    float32 // L2 penalty on leaf values
	Seed      uint64
}

// Train grows a forest.
func Train(d Data, o Options) *Forest {
	table, cuts := bin(d)
	f := &Forest{names: d.Names, base: baseScore(d, o.Loss)}
	g := grower{table: table, cuts: cuts, options: o, gradient: make([]float32, len(d.Rows)), hessian: make([]float32, len(d.Rows))}
	g.histograms = newHistograms(max(o.Leaves, 1<<maxLevels), table.features)
	g.gains = make([]float64, table.features)
	f.gains = g.gains
	score := make([]float32, len(d.Rows))
	for i := range score {
		score[i] = f.base
	}
	random := rand.New(rand.NewPCG(o.Seed, 0x9e3779b97f4a7c15))
	for range o.Trees {
		for i := range d.Rows {
			gr, he := o.Loss(score[i], d.Label[i])
			g.gradient[i], g.hessian[i] = gr*d.Weight[i], he*d.Weight[i]
		}
		rows, features := sample(random, len(d.Rows), o.Rows), sample(random, table.features, o.Features)
		if o.Symmetric {
			grown := g.growSymmetric(rows, features)
			f.symmetric = append(f.symmetric, grown.symmetric)
			grown.addTo(score, table)
			continue
		}
		grown := g.grow(rows, features)
		f.trees = append(f.trees, grown.tree())
		grown.addTo(score, table)
	}
	return f
}

// baseScore is the score that alone gives the least loss, found by Newton's steps.
func baseScore(d Data, loss Loss) float32 {
	var base float32
	for range 30 {
		var g, h float64
		for i := range d.Rows {
			gr, he := loss(base, d.Label[i])
			g += float64(gr * d.Weight[i])
			h += float64(he * d.Weight[i])
		}
		if h == 0 {
			return base
		}
		step := float32(g / h)
		base -= max(min(step, 2), -2)
		if math.Abs(float64(step)) < 1e-6 {
			break
		}
	}
	return base
}

// sample draws a share of the numbers below n, in order.
func sample(random *rand.Rand, n int, share float32) []int32 {
	s := make([]int32, 0, n)
	for i := range n {
		if share >= 1 || random.Float32() < share {
			s = append(s, int32(i))
		}
	}
	return s
}
