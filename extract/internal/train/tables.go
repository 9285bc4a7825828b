package main

import (
	"maps"
	"slices"

	"github.com/scholia/scholia/internal/score"
)

// unseen names the figures of pages judged by models that saw no page of their site, as evaluate names its folders.
const unseen = "unseen"

// figures are the sums of how well a way of choosing does on some pages.
type figures struct {
	pages                                     int
	f1, precision, recall, confidence, labels float64
}

// contentTable lists by kind of page word F1, precision and recall; the confidence, which is the F1 that the decision
// expected; and the F1 of choosing exactly the blocks that count as content.
func contentTable(samples []*sample, results []result) score.Table {
	sums := map[string]*figures{"all": {}}
	for i, s := range samples {
		if s.segments != nil {
			continue
		}
		if sums[s.kind] == nil {
			sums[s.kind] = &figures{}
		}
		r, labels := &results[i], s.labelF1()
		for _, f := range []*figures{sums["all"], sums[s.kind]} {
			f.pages++
			f.f1 += r.f1
			f.precision += r.precision
			f.recall += r.recall
			f.confidence += r.confidence
			f.labels += labels
		}
	}
	t := score.Table{Name: "content", Pages: sums["all"].pages}
	for _, k := range slices.Sorted(maps.Keys(sums)) {
		f := sums[k]
		mean := func(sum float64) float64 { return sum / float64(max(f.pages, 1)) }
		t.Rows = append(t.Rows, score.Row{Name: k, N: f.pages, Figures: []score.Figure{
			score.High("f1", mean(f.f1)), score.High("precision", mean(f.precision)), score.High("recall", mean(f.recall)),
			score.High("confidence", mean(f.confidence)), score.High("labels", mean(f.labels)),
		}})
	}
	return t
}

// confidenceTable lists what the decision's expectation of itself was worth where it chose something.
func confidenceTable(samples []*sample, results []result) score.Table {
	var c score.Calibration
	for i, r := range results {
		if samples[i].segments == nil && !samples[i].thread && r.confidence != 0 {
			c.Add(r.confidence, r.f1)
		}
	}
	return c.Table()
}

// segmentTable lists how many of the segments came out right.
func segmentTable(results []result) score.Table {
	t := score.Table{Name: "segments"}
	var sum tally
	for _, r := range results {
		if r.segments != nil {
			t.Pages++
			sum.found, sum.missed, sum.wrong = sum.found+r.segments.found, sum.missed+r.segments.missed, sum.wrong+r.segments.wrong
		}
	}
	ratio := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	t.Rows = []score.Row{{Name: "all", N: sum.found + sum.missed, Figures: []score.Figure{
		score.High("f1", ratio(2*sum.found, 2*sum.found+sum.missed+sum.wrong)),
		score.High("precision", ratio(sum.found, sum.found+sum.wrong)), score.High("recall", ratio(sum.found, sum.found+sum.missed)),
	}}}
	return t
}
