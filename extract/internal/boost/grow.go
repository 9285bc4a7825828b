package boost

import (
	"math"
	"sync"
)

// grower grows trees leaf by leaf, best split first.
type grower struct {
	table             binned
	cuts              [][]float32
	options           Options
	gradient, hessian []float32
	histograms        *histograms
	gains             []float64 // of each feature, summed over splits
}

// sums are the derivatives summed over rows.
type sums struct{ g, h float64 }

func (s sums) minus(t sums) sums { return sums{s.g - t.g, s.h - t.h} }

// leaf is a leaf of a growing tree with the best way to split it.
type leaf struct {
	at    int // its node in the tree
	depth int
	rows  []int32
	total sums
	hist  histogram
	split split
}

// leastGain is what a split must lower the loss by; less is rounding.
const leastGain = 1e-9

type split struct {
	gain    float64
	feature int
	bin     int // the last bin that goes left
	left    sums
}

// sapling is a growing tree. Its nodes stand in the order in which they were made, and bins beside them, for the
// rows of training are in bins.
type sapling struct {
	nodes []node
	bins  []uint8
}

func (s *sapling) addLeaf() {
	s.nodes = append(s.nodes, node{cut: infinity})
	s.bins = append(s.bins, 0)
}

func (g *grower) grow(rows, features []int32) sapling {
	g.histograms.reset()
	var t sapling
	t.addLeaf()
	root := g.root(rows, features)
	g.findSplit(&root, features)
	leaves := []leaf{root}
	for len(leaves) < g.options.Leaves {
		best := -1
		for i := range leaves {
			if leaves[i].split.gain > leastGain && (best < 0 || leaves[i].split.gain > leaves[best].split.gain) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		left, right := g.divide(&t, leaves[best], features)
		leaves[best] = left
		leaves = append(leaves, right)
	}
	for _, l := range leaves {
		t.nodes[l.at].value = g.value(l)
	}
	return t
}

// root is the leaf that a tree begins as.
func (g *grower) root(rows, features []int32) leaf {
	root := leaf{rows: rows, hist: g.histograms.take()}
	root.hist.fill(g, rows, features)
	for _, i := range rows {
		root.total.g += float64(g.gradient[i])
		root.total.h += float64(g.hessian[i])
	}
	return root
}

// value is what a leaf adds to the sum: Newton's step, shortened.
func (g *grower) value(l leaf) float32 {
	return leafValue(-l.total.g / (l.total.h + float64(g.options.Lambda)) * float64(g.options.Rate))
}

// leafValue rounds to what the file can hold, so that the forest in training is the one that will be read.
func leafValue(v float64) float32 {
	return float32(math.Round(max(min(v/leafUnit, math.MaxInt16), math.MinInt16)) * leafUnit)
}

// tree gives the grown tree with its nodes level by level.
func (s *sapling) tree() (t tree) {
	queue := []uint8{0}
	for i := 0; i < len(queue); i++ {
		n := s.nodes[queue[i]]
		if n.isLeaf() {
			t.addLeaf(n.value)
			continue
		}
		t.addInner(n.feature, n.cut, len(queue))
		queue = append(queue, n.left, n.left+1)
	}
	t.measure()
	return t
}

// divide turns a leaf into an inner node with two leaves.
func (g *grower) divide(t *sapling, l leaf, features []int32) (left, right leaf) {
	g.gains[l.split.feature] += l.split.gain
	at := len(t.nodes)
	t.nodes[l.at] = node{cut: g.cuts[l.split.feature][l.split.bin], feature: uint8(l.split.feature), left: uint8(at)}
	t.bins[l.at] = uint8(l.split.bin)
	t.addLeaf()
	t.addLeaf()
	left, right = g.halve(l, features)
	left.at, right.at = at, at+1
	g.findSplit(&left, features)
	g.findSplit(&right, features)
	return left, right
}

// halve parts a leaf by its split. The histogram of the larger part is what the smaller one leaves of the whole.
func (g *grower) halve(l leaf, features []int32) (left, right leaf) {
	left = leaf{depth: l.depth + 1, total: l.split.left}
	right = leaf{depth: l.depth + 1, total: l.total.minus(l.split.left)}
	left.rows, right.rows = g.partition(l)
	small, large := &left, &right
	if len(left.rows) > len(right.rows) {
		small, large = large, small
	}
	small.hist, large.hist = g.histograms.take(), l.hist
	small.hist.fill(g, small.rows, features)
	large.hist.subtract(small.hist, features)
	return left, right
}

// partition parts the rows of a leaf in place, keeping their order.
func (g *grower) partition(l leaf) (left, right []int32) {
	left = l.rows[:0]
	for _, i := range l.rows {
		if int(g.table.row(i)[l.split.feature]) <= l.split.bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	return left, right
}

func (g *grower) findSplit(l *leaf, features []int32) {
	l.split = split{}
	if l.depth >= g.options.Depth {
		return
	}
	lambda, least := float64(g.options.Lambda), float64(g.options.MinWeight)
	whole := l.total.g * l.total.g / (l.total.h + lambda)
	for _, f := range features {
		var left sums
		bins := l.hist.of(int(f))
		for b := range len(g.cuts[f]) {
			left.g += bins[b].g
			left.h += bins[b].h
			right := l.total.minus(left)
			if left.h < least || right.h < least {
				continue
			}
			gain := left.g*left.g/(left.h+lambda) + right.g*right.g/(right.h+lambda) - whole
			if gain > l.split.gain {
				l.split = split{gain, int(f), b, left}
			}
		}
	}
}

// addTo adds the tree's leaf values to the scores of all rows.
func (t *sapling) addTo(score []float32, table binned) {
	for i := range score {
		row := table.row(int32(i))
		n := 0
		for !t.nodes[n].isLeaf() {
			next := int(t.nodes[n].left)
			if row[t.nodes[n].feature] > t.bins[n] {
				next++
			}
			n = next
		}
		score[i] += t.nodes[n].value
	}
}

// histogram holds the sums of each bin of each feature.
type histogram []sums

func (h histogram) of(feature int) []sums { return h[feature*maxBins:][:maxBins] }

// upTo sums up the bins of a feature from the first to the given one.
func (h histogram) upTo(feature, bin int) (s sums) {
	for _, b := range h.of(feature)[:bin+1] {
		s.g += b.g
		s.h += b.h
	}
	return s
}

// fill sums up the derivatives of rows, half of the features on each of two cores; each sum is added in row order,
// so that the result does not depend on how fast they are.
func (h histogram) fill(g *grower, rows, features []int32) {
	for _, f := range features {
		clear(h.of(int(f)))
	}
	half := len(features) / 2
	var wait sync.WaitGroup
	if len(rows) > 1000 {
		wait.Go(func() { h.add(g, rows, features[:half]) })
	} else {
		h.add(g, rows, features[:half])
	}
	h.add(g, rows, features[half:])
	wait.Wait()
}

func (h histogram) add(g *grower, rows, features []int32) {
	for _, i := range rows {
		row := g.table.row(i)
		gr, he := float64(g.gradient[i]), float64(g.hessian[i])
		for _, f := range features {
			s := &h[int(f)*maxBins+int(row[f])]
			s.g += gr
			s.h += he
		}
	}
}

func (h histogram) subtract(o histogram, features []int32) {
	for _, f := range features {
		a, b := h.of(int(f)), o.of(int(f))
		for i := range a {
			a[i].g -= b[i].g
			a[i].h -= b[i].h
		}
	}
}

// histograms are kept for all leaves of a tree and used again for the next.
type histograms struct {
	all  []histogram
	next int
}

func newHistograms(n, features int) *histograms {
	h := &histograms{all: make([]histogram, n)}
	for i := range h.all {
		h.all[i] = make(histogram, features*maxBins)
	}
	return h
}

func (h *histograms) reset() { h.next = 0 }

func (h *histograms) take() histogram {
	h.next++
	return h.all[h.next-1]
}
