// Package boost holds gradient-boosted decision trees (Friedman, Greedy Function Approximation: A Gradient Boosting
// Machine, Annals of Statistics 29, 2001): their evaluation, their file, and their training on histograms of binned
// features (as in Ke et al., LightGBM, NIPS 2017). The same data give the same trees, bit for bit.
package boost

import "math"

// Row is what a forest reads of one example: a number for each feature, the rest unused. Its size is fixed, so that
// reading it needs no checks.
type Row [256]float32

// maxNodes is more than a tree has: 32 leaves and the inner nodes above them.
const maxNodes = 64

// Forest is a sum of trees over a row of features. It is not changed after it is made and is safe for concurrent use.
type Forest struct {
	names     []string // of the features, in the order of a row
	base      float32
	trees     []tree
	symmetric []symmetric // instead of trees
	gains     []float64
}

// tree holds nodes level by level; the root is the first. It is no larger than it must be: what a forest of small trees takes is
// the time in which they come to the processor.
type tree struct {
	nodes []node
	depth int
}

// node is an inner node or a leaf. The right child of an inner node stands behind its left child.
type node struct {
	cut     float32 // the highest value that goes left; infinity for a leaf
	value   float32 // of a leaf, what it adds to the sum
	feature uint8
	left    uint8 // of a leaf, itself
}

var infinity = float32(math.Inf(1))

func (n *node) isLeaf() bool { return n.cut == infinity }

// addLeaf appends a leaf.
func (t *tree) addLeaf(value float32) {
	t.nodes = append(t.nodes, node{cut: infinity, value: value, left: uint8(len(t.nodes))})
}

// addInner appends an inner node whose left child will stand at the given place.
func (t *tree) addInner(feature uint8, cut float32, left int) {
	t.nodes = append(t.nodes, node{cut: cut, feature: feature, left: uint8(left)})
}

// measure finds the depth of the tree.
func (t *tree) measure() {
	var depth [maxNodes]int
	for i := range t.nodes {
		if n := &t.nodes[i]; !n.isLeaf() {
			depth[n.left], depth[n.left+1] = depth[i]+1, depth[i]+1
			t.depth = depth[i] + 1
		}
	}
}

// Names are the features that the forest was trained on, in the order of a row.
func (f *Forest) Names() []string { return f.names }

// Gains tells how much each feature lowered the loss in training; nil for a forest that was read from a file.
func (f *Forest) Gains() []float64 { return f.gains }

// Trees is the number of trees.
func (f *Forest) Trees() int { return len(f.trees) + len(f.symmetric) }

// Score is the sum of the leaves that a row reaches: for a forest trained by [Logistic] loss, log odds.
func (f *Forest) Score(row *Row) float32 {
	sum := f.base
	for i := range f.trees {
		sum += f.trees[i].value(row)
	}
	for i := range f.symmetric {
		sum += f.symmetric[i].value(row)
	}
	return sum
}

// value is that of the leaf which a row reaches. All rows take as many steps as the tree is deep, for a leaf leads to
// itself: so there is little for the processor to guess.
func (t *tree) value(row *Row) float32 {
	n := &t.nodes[0]
	for range t.depth {
		var right uint8
		if row[n.feature] > n.cut {
			right = 1
		}
		n = &t.nodes[n.left+right]
	}
	return n.value
}

// Probability turns log odds into a probability.
func Probability(score float32) float32 {
	return float32(1 / (1 + math.Exp(-float64(score))))
}
