// Package boost holds gradient-boosted decision trees (Friedman, Greedy Function Approximation: A Gradient Boosting
// Machine, Annals of Statistics 29, 2001): their evaluation, their file, and their training on histograms of binned
// features (as in Ke et al., LightGBM, NIPS 2017). The same data give the same trees, bit for bit.
package boost

import "math"

// Row is what a forest reads of one example: a number for each feature, the rest unused. Its size and those of trees
// are fixed, so that reading them needs no checks.
type Row [256]float32

// maxNodes is the size of a tree: 32 leaves and the inner nodes above them.
const maxNodes = 64

// Forest is a sum of trees over a row of features. It is not changed after it is made and is safe for concurrent use.
type Forest struct {
	names     []string // of the features, in the order of a row
	base      float32
	trees     []tree
	symmetric []symmetric // instead of trees
	gains     []float64
}

// tree holds nodes level by level; the root is the first.
type tree struct {
	nodes  [maxNodes]node
	leaves [maxNodes]float32 // what the leaf at this place adds to the sum
	size   int               // nodes in use
	depth  int
}

// node is an inner node or a leaf. The right child of an inner node stands behind its left child.
type node struct {
	cut     float32 // the highest value that goes left; infinity for a leaf
	feature uint8
	left    uint8 // of a leaf, itself
}

var infinity = float32(math.Inf(1))

func (n *node) isLeaf() bool { return n.cut == infinity }

// addLeaf appends a leaf.
func (t *tree) addLeaf(value float32) {
	t.nodes[t.size] = node{cut: infinity, left: uint8(t.size)}
	t.leaves[t.size] = value
	t.size++
}

// addInner appends an inner node whose left child will stand at the given place.
func (t *tree) addInner(feature uint8, cut float32, left int) {
	t.nodes[t.size] = node{cut, feature, uint8(left)}
	t.size++
}

// measure finds the depth of the tree.
func (t *tree) measure() {
	var depth [maxNodes]int
	for i := range t.nodes[:t.size] {
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
		t := &f.trees[i]
		n := uint8(0)
		for range t.depth {
			n = t.next(n, row)
		}
		sum += t.leaves[n%maxNodes]
	}
	for i := range f.symmetric {
		sum += f.symmetric[i].value(row)
	}
	return sum
}

// next is the child of node n to which a row goes on, n itself if it is a leaf.
func (t *tree) next(n uint8, row *Row) uint8 {
	at := &t.nodes[n%maxNodes]
	var right uint8
	if row[at.feature] > at.cut {
		right = 1
	}
	return at.left + right
}

// Probability turns log odds into a probability.
func Probability(score float32) float32 {
	return float32(1 / (1 + math.Exp(-float64(score))))
}
