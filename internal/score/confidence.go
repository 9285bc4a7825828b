package score

import (
	"fmt"
	"math"
)

// bins is into how many parts of equal width confidence is cut.
const bins = 10

// confidence says whether a page's confidence means what it says: error is the expected calibration error, the
// difference between mean confidence and mean word F1 in each of ten bins, weighted by pages (Naeini, Cooper and
// Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015).
func confidence(gold []*wcxb) measure {
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "confidence", Pages: len(gold)}
		var stated, reached [bins]mean
		var all, allReached mean
		for _, g := range gold {
			p := predictions[g.id]
			if p == nil {
				t.Missing++
				continue
			}
			_, _, f1 := precisionRecall(p.Text, g.MainContent)
			b := min(max(int(p.Confidence*bins), 0), bins-1)
			stated[b].add(p.Confidence)
			reached[b].add(f1)
			all.add(p.Confidence)
			allReached.add(f1)
		}
		off := 0.0
		for b := range bins {
			if n := stated[b].n; n > 0 {
				off += float64(n) * math.Abs(stated[b].value()-reached[b].value()) / float64(all.n)
			}
		}
		t.Rows = []Row{{"all", all.n, []Figure{ceiling("error", off), figure("stated", all.value()), figure("f1", allReached.value())}}}
		for b := range bins {
			if n := stated[b].n; n > 0 {
				name := fmt.Sprintf("%.1f", float64(b)/bins)
				t.Rows = append(t.Rows, Row{name, n, []Figure{figure("stated", stated[b].value()), figure("f1", reached[b].value())}})
			}
		}
		return t
	}
}
