package score

import "math"

// bins is into how many parts of equal width confidence is cut.
const bins = 10

// Calibration holds what predictions said of themselves against what they reached, in ten bins of equal width.
type Calibration [bins]Bin

// Bin is the predictions whose confidence lies in the same tenth.
type Bin struct{ stated, reached mean }

// Add takes in a prediction: its confidence, from 0 to 1, and the word F1 that it reached.
func (c *Calibration) Add(confidence, f1 float64) {
	b := &c[min(max(int(confidence*bins), 0), bins-1)]
	b.stated.add(confidence)
	b.reached.add(f1)
}

// N is how many predictions the bin holds.
func (b Bin) N() int { return b.stated.n }

// Stated is the mean confidence of the bin's predictions.
func (b Bin) Stated() float64 { return b.stated.value() }

// Reached is the mean word F1 of the bin's predictions.
func (b Bin) Reached() float64 { return b.reached.value() }

// all is the predictions of all bins together.
func (c *Calibration) all() (all Bin) {
	for _, b := range c {
		all.stated.merge(b.stated)
		all.reached.merge(b.reached)
	}
	return all
}

// N is how many predictions there are.
func (c *Calibration) N() int { return c.all().N() }

// Error is the expected calibration error: the difference between mean confidence and mean word F1 in each bin, weighted
// by predictions (Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI
// 2015); 0 without any.
func (c *Calibration) Error() (off float64) {
	n := float64(c.N())
	for _, b := range c {
		if b.N() > 0 {
			off += float64(b.N()) * math.Abs(b.Stated()-b.Reached()) / n
		}
	}
	return off
}
