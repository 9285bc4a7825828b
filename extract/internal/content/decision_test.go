package content

import (
	"math"
	"slices"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
)

func TestDecide(t *testing.T) {
	tests := []struct {
		name        string
		words       []int32
		probability []float32
		keep        []bool
		expected    float64
	}{
		{"no blocks", nil, nil, []bool{}, 0},
		{"nothing probable", []int32{10, 20}, []float32{0.1, 0.29}, []bool{false, false}, 0},
		{"certain", []int32{100, 50}, []float32{1, 0}, []bool{true, false}, 1},
		{"a large doubtful block is worth more than it costs", []int32{100, 100}, []float32{1, 0.6}, []bool{true, true}, 2 * 160. / (200 + 160)},
		{"an improbable one is not", []int32{100, 100}, []float32{1, 0.3}, []bool{true, false}, 2 * 100. / (100 + 130)},
		{"order does not matter", []int32{100, 100}, []float32{0.3, 1}, []bool{false, true}, 2 * 100. / (100 + 130)},
		{"on a page without sure content less is enough", []int32{100, 100}, []float32{0.4, 0.35}, []bool{true, true}, 2 * 75. / (200 + 75)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			blocks := make([]dom.Block, len(test.words))
			for i := range blocks {
				blocks[i] = dom.Block{Words: test.words[i], Hash: uint64(i)}
			}
			keep := make([]bool, len(blocks))
			expected := decide(blocks, test.probability, new([]int32), keep)
			if !slices.Equal(keep, test.keep) || math.Abs(float64(expected)-test.expected) > 1e-6 {
				t.Errorf("%v, expected F1 %v; want %v, %v", keep, expected, test.keep, test.expected)
			}
		})
	}
}

func TestDropCopies(t *testing.T) {
	blocks := []dom.Block{
		{Words: 20, Hash: 1}, {Words: 20, Hash: 1}, {Words: 20, Hash: 2}, {Words: 20, Hash: 2}, {Words: 3, Hash: 3}, {Words: 3, Hash: 3},
	}
	var a analysis
	a.findCopies(blocks)
	keep := []bool{true, true, false, true, true, true}
	a.dropCopies(blocks, keep)
	if want := []bool{true, false, false, true, true, true}; !slices.Equal(keep, want) {
		t.Errorf("%v, want %v: the second of two kept copies goes, unless it is short", keep, want)
	}
}
