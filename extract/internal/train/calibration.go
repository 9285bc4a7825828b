package main

import (
	"fmt"
	"math"
)

// printCalibration prints what the decision's expectation of itself was worth, in ten bins, on pages whose site the model did not
// see and where it chose something, and the expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015).
func printCalibration(samples []*sample, results []result) {
	var stated, reached, pages [10]float64
	for i, r := range results {
		if samples[i].segments != nil || samples[i].thread || r.confidence == 0 {
			continue
		}
		b := min(int(r.confidence*10), 9)
		stated[b], reached[b], pages[b] = stated[b]+r.confidence, reached[b]+r.f1, pages[b]+1
	}
	fmt.Println("confidence  pages  stated  word F1")
	var off, all float64
	for b, n := range pages {
		if n > 0 {
			fmt.Printf("%.1f to %.1f  %5.0f  %.4f   %.4f\n", float64(b)/10, float64(b+1)/10, n, stated[b]/n, reached[b]/n)
			off, all = off+math.Abs(stated[b]-reached[b]), all+n
		}
	}
	fmt.Printf("calibration error: %.4f of %.0f pages\n", off/max(all, 1), all)
}
