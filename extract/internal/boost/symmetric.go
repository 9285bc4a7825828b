package boost

import "math"

// maxLevels is how many levels a symmetric tree has at most.
const maxLevels = 6

// symmetric is a tree that asks all nodes of a level the same question (as in Prokhorenkova et al., CatBoost, NeurIPS
// 2018). The answers, the first as the highest bit, number the leaf. So there is no way down to be followed step by
// step: a row goes through such a tree in a quarter of the time that another takes, and such trees tell content as well.
type symmetric struct {
	cuts     [maxLevels]float32 // the highest values that are answered with 0; infinity behind the last level
	features [maxLevels]uint8
	levels   uint8
	leaves   [1 << maxLevels]float32
}

// newSymmetric is a tree of one leaf.
func newSymmetric() (t symmetric) {
	for l := range t.cuts {
		t.cuts[l] = infinity
	}
	return t
}

// ask appends a level.
func (t *symmetric) ask(feature uint8, cut float32) {
	t.features[t.levels], t.cuts[t.levels] = feature, cut
	t.levels++
}

// place is where the leaf of the given number among those of the levels in use stands in leaves.
func (t *symmetric) place(leaf int) int { return leaf << (maxLevels - t.levels) }

// value is the leaf that a row reaches.
func (t *symmetric) value(row *Row) float32 {
	leaf := uint(0)
	for l, cut := range t.cuts {
		leaf = leaf<<1 | bit(row[t.features[l]] > cut)
	}
	return t.leaves[leaf]
}

// addTo adds the leaves that rows reach. Questions are read once for all rows, and no answer waits for another.
func (t *symmetric) addTo(sums []float32, rows []*Row) {
	a, b, c, d, e, f := t.cuts[0], t.cuts[1], t.cuts[2], t.cuts[3], t.cuts[4], t.cuts[5]
	i, j, k, l, m, n := t.features[0], t.features[1], t.features[2], t.features[3], t.features[4], t.features[5]
	sums = sums[:len(rows)]
	for r, row := range rows {
		leaf := bit(row[i] > a)
		leaf = leaf<<1 | bit(row[j] > b)
		leaf = leaf<<1 | bit(row[k] > c)
		leaf = leaf<<1 | bit(row[l] > d)
		leaf = leaf<<1 | bit(row[m] > e)
		leaf = leaf<<1 | bit(row[n] > f)
		sums[r] += t.leaves[leaf%(1<<maxLevels)]
	}
}

func bit(b bool) uint {
	if b {
		return 1
	}
	return 0
}

// symmetricSapling is a growing symmetric tree. Its bins stand beside its cuts, for the rows of training are in bins.
type symmetricSapling struct {
	symmetric
	bins [maxLevels]uint8
}

// growSymmetric grows a tree level by level, each by the question that lowers the loss most over all its leaves.
func (g *grower) growSymmetric(rows, features []int32) symmetricSapling {
	g.histograms.reset()
	t := symmetricSapling{symmetric: newSymmetric()}
	for l := range t.bins {
		t.bins[l] = math.MaxUint8
	}
	leaves, depth := []leaf{g.root(rows, features)}, min(g.options.Depth, maxLevels)
	for int(t.levels) < depth {
		best := g.findQuestion(leaves, features)
		if best.gain <= leastGain {
			break
		}
		g.gains[best.feature] += best.gain
		t.bins[t.levels] = uint8(best.bin)
		t.ask(uint8(best.feature), g.cuts[best.feature][best.bin])
		if int(t.levels) == depth {
			features = nil // nothing is asked of the last leaves
		}
		next := make([]leaf, 0, 2*len(leaves))
		for _, l := range leaves {
			l.split = best
			l.split.left = l.hist.upTo(best.feature, best.bin)
			left, right := g.halve(l, features)
			next = append(next, left, right)
		}
		leaves = next
	}
	for i, l := range leaves {
		if l.total.h > 0 {
			t.leaves[t.place(i)] = g.value(l)
		}
	}
	return t
}

// findQuestion finds the split that lowers the loss most when all leaves that are heavy enough are split by it.
func (g *grower) findQuestion(leaves []leaf, features []int32) (best split) {
	lambda, least := float64(g.options.Lambda), float64(g.options.MinWeight)
	for _, f := range features {
		var gains [maxBins]float64
		n := len(g.cuts[f])
		for k := range leaves {
			total := leaves[k].total
			if total.h < 2*least {
				continue
			}
			whole := total.g * total.g / (total.h + lambda)
			var left sums
			for b, s := range leaves[k].hist.of(int(f))[:n] {
				left.g += s.g
				left.h += s.h
				right := total.minus(left)
				if left.h >= least && right.h >= least {
					gains[b] += left.g*left.g/(left.h+lambda) + right.g*right.g/(right.h+lambda) - whole
				}
			}
		}
		for b, gain := range gains[:n] {
			if gain > best.gain {
				best = split{gain: gain, feature: int(f), bin: b}
			}
		}
	}
	return best
}

// addTo adds the tree's leaf values to the scores of all rows.
func (t *symmetricSapling) addTo(score []float32, table binned) {
	for i := range score {
		row, leaf := table.row(int32(i)), uint(0)
		for l, bin := range t.bins {
			leaf = leaf<<1 | bit(row[t.features[l]] > bin)
		}
		score[i] += t.leaves[leaf]
	}
}
