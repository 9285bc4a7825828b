package main

import (
	"fmt"

	"github.com/scholia/scholia/internal/score"
)

// printCalibration prints what the decision's expectation of itself was worth, in ten bins, on pages whose site the model did not
// see and where it chose something, and the expected calibration error.
func printCalibration(samples []*sample, results []result) {
	var c score.Calibration
	for i, r := range results {
		if samples[i].segments == nil && !samples[i].thread && r.confidence != 0 {
			c.Add(r.confidence, r.f1)
		}
	}
	fmt.Println("confidence  pages  stated  word F1")
	for i, b := range c {
		if b.N() > 0 {
			fmt.Printf("%.1f to %.1f  %5d  %.4f   %.4f\n", float64(i)/10, float64(i+1)/10, b.N(), b.Stated(), b.Reached())
		}
	}
	fmt.Printf("calibration error: %.4f of %d pages\n", c.Error(), c.N())
}
