package boost

import (
	"runtime"
	"slices"
	"sync"
)

// maxBins is how many bins the values of a feature fall into at most.
const maxBins = 64

// cutsOf finds the upper bounds of a feature's bins so that they hold about as many rows each; the last bin has no
// bound. A value belongs to the first bin whose bound is not below it.
func cutsOf(values []float32) []float32 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	distinct := 0
	for i, v := range sorted {
		if i == 0 || v != sorted[i-1] {
			distinct++
		}
	}
	var cuts []float32
	inBin, perBin := 0, len(sorted)/maxBins+1
	for i, v := range sorted[:max(len(sorted)-1, 0)] {
		inBin++
		next := sorted[i+1]
		if v == next || distinct > maxBins && inBin < perBin || len(cuts) == maxBins-1 {
			continue
		}
		cuts = append(cuts, v+(next-v)/2)
		inBin = 0
	}
	return cuts
}

// binned are rows of features as bin numbers, row after row.
type binned struct {
	features int
	bins     []uint8
}

func (b binned) row(i int32) []uint8 { return b.bins[int(i)*b.features:][:b.features] }

// cutRows is about how many rows cuts are found on.
const cutRows = 40000

// bin finds cuts and puts all rows into bins, a feature at a time on each core.
func bin(d Data) (binned, [][]float32) {
	b := binned{features: len(d.Names), bins: make([]uint8, len(d.Rows)*len(d.Names))}
	cuts := make([][]float32, len(d.Names))
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for f := w; f < len(d.Names); f += workers {
				cuts[f] = cutsOf(column(d.Rows, f))
				for i := range d.Rows {
					k, _ := slices.BinarySearch(cuts[f], d.Rows[i][f])
					b.bins[i*b.features+f] = uint8(k)
				}
			}
		})
	}
	wait.Wait()
	return b, cuts
}

// column takes a feature of evenly spread rows.
func column(rows []Row, f int) []float32 {
	step := len(rows)/cutRows + 1
	values := make([]float32, 0, len(rows)/step+1)
	for i := 0; i < len(rows); i += step {
		values = append(values, rows[i][f])
	}
	return values
}
