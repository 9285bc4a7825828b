package content

import (
	"cmp"
	"slices"

	"github.com/scholia/scholia/extract/internal/dom"
)

// leastProbable is the probability that the best block of a page must have for the page to have content at all.
const leastProbable = 0.3

// decide chooses the blocks that together promise the best word F1. With blocks sorted by probability, the expected
// F1 of a prefix is about 2·E[words right] / (words chosen + E[words of content]); the best prefix is kept (Lewis,
// Evaluating and Optimizing Autonomous Text Classification Systems, SIGIR 1995). expected is that F1. keep has room
// for an answer for each block, and order is used as room to sort in.
func decide(blocks []dom.Block, probability []float32, order *[]int32, keep []bool) (expected float32) {
	sorted := grow(*order, len(blocks))
	*order = sorted
	var content float64
	for i, p := range probability {
		sorted[i] = int32(i)
		content += float64(p) * float64(blocks[i].Words)
		keep[i] = false
	}
	slices.SortFunc(sorted, func(i, j int32) int {
		return cmp.Or(cmp.Compare(probability[j], probability[i]), cmp.Compare(i, j))
	})
	if len(sorted) == 0 || probability[sorted[0]] < leastProbable {
		return 0
	}
	var right, chosen, best float64
	cut := 0
	for k, i := range sorted {
		words := float64(blocks[i].Words)
		right += float64(probability[i]) * words
		chosen += words
		if f := 2 * right / (chosen + content); f > best {
			best, cut = f, k+1
		}
	}
	for _, i := range sorted[:cut] {
		keep[i] = true
	}
	return float32(best)
}
