package score

import "fmt"

// confidence says whether a page's confidence means what it says: error is the expected calibration error, see
// [Calibration].
func confidence(gold []*wcxb) measure {
	return func(predictions Predictions, worst int) Table {
		var c Calibration
		for _, g := range gold {
			if p := predictions[g.id]; p != nil {
				_, _, f1 := precisionRecall(p.Text, g.MainContent)
				c.Add(p.Confidence, f1)
			}
		}
		t := c.Table()
		t.Pages, t.Missing = len(gold), len(gold)-t.Pages
		return t
	}
}

// Table lists the error and, for each bin that is not empty, what was stated and what was reached.
func (c *Calibration) Table() Table {
	t := Table{Name: "confidence", Pages: c.N(), Rows: []Row{c.all().row("all", Low("error", c.Error()))}}
	for i, b := range c {
		if b.N() > 0 {
			t.Rows = append(t.Rows, b.row(fmt.Sprintf("%.1f", float64(i)/bins)))
		}
	}
	return t
}

// row is the figures of a bin, after those given.
func (b Bin) row(name string, first ...Figure) Row {
	return Row{name, b.N(), append(first, High("stated", b.Stated()), High("f1", b.Reached()))}
}
