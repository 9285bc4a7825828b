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
	names []string // of the features, in the order of a row
	base  float32
	trees []tree
	gains []float64
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
func (f *Forest) Trees() int { return len(f.trees) }

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
	return sum
}

// Group is how many rows are scored together at most: they stay in the processor's nearest memory while a tree is.
const Group = 16

// Stop is where rows may leave a forest: after some of the trees, those whose sum is not between Low and High.
type Stop struct {
	After     int
	Low, High float32
}

// Screen scores a group of rows like [Forest.Score], but lets those whose case is clear leave at the stops, which are in
// order: they keep the sum that they have. Most rows of most pages are easy.
func (f *Forest) Screen(rows []Row, out []float32, stops []Stop) {
	var (
		live  [Group]*Row
		place [Group]int // of the row in rows
		sum   [Group]float32
	)
	n := len(rows)
	for i := range rows {
		live[i], place[i], sum[i] = &rows[i], i, f.base
	}
	for t := range f.trees {
		if len(stops) > 0 && t == stops[0].After {
			staying := 0
			for i := range n {
				if out[place[i]] = sum[i]; sum[i] >= stops[0].Low && sum[i] <= stops[0].High {
					live[staying], place[staying], sum[staying] = live[i], place[i], sum[i]
					staying++
				}
			}
			n, stops = staying, stops[1:]
		}
		f.trees[t].addTo(sum[:n], live[:n])
	}
	for i := range n {
		out[place[i]] = sum[i]
	}
}

// addTo adds the leaves that rows reach. Four rows go down side by side, so that their steps do not wait for one
// another, and all take as many steps as the tree is deep, for a leaf leads to itself: so there is nothing for the
// processor to guess.
func (t *tree) addTo(out []float32, rows []*Row) {
	for ; len(rows) >= 4 && len(out) >= 4; rows, out = rows[4:], out[4:] {
		a, b, c, d := rows[0], rows[1], rows[2], rows[3]
		var i, j, k, l uint8
		for range t.depth {
			i, j = t.next(i, a), t.next(j, b)
			k, l = t.next(k, c), t.next(l, d)
		}
		out[0] += t.leaves[i%maxNodes]
		out[1] += t.leaves[j%maxNodes]
		out[2] += t.leaves[k%maxNodes]
		out[3] += t.leaves[l%maxNodes]
	}
	for r := range rows {
		n := uint8(0)
		for range t.depth {
			n = t.next(n, rows[r])
		}
		out[r] += t.leaves[n%maxNodes]
	}
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
