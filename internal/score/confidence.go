package score

import "fmt"

// confidence says whether a page's confidence means what it says: error is the expected calibration error, see
// [Calibration].
func confidence(gold []*wcxb) measure {
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "confidence", Pages: len(gold)}
		var c Calibration
		for _, g := range gold {
			p := predictions[g.id]
			if p == nil {
				t.Missing++
				continue
			}
			_, _, f1 := precisionRecall(p.Text, g.MainContent)
			c.Add(p.Confidence, f1)
		}
		t.Rows = []Row{c.all().row("all", ceiling("error", c.Error()))}
		for i, b := range c {
			if b.N() > 0 {
				t.Rows = append(t.Rows, b.row(fmt.Sprintf("%.1f", float64(i)/bins)))
			}
		}
		return t
	}
}

// row is the figures of a bin, after those given.
func (b Bin) row(name string, first ...Figure) Row {
	return Row{name, b.N(), append(first, figure("stated", b.Stated()), figure("f1", b.Reached()))}
}
