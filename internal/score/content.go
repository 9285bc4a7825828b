package score

import (
	"fmt"
	"sort"
	"strings"
)

// pageTypes are the types of page that WCXB has, in the order in which tables list them.
var pageTypes = []string{"article", "forum", "documentation", "service", "listing", "collection", "product"}

// contentRow is how well one page's text agrees with its gold.
type contentRow struct {
	*wcxb
	precision, recall, f1 float64
	with, without         float64
}

// content is the measure of WCXB itself: precision, recall and F1 of a page's text as a bag of words, averaged over
// pages, overall and by type; with_found and without_found are the shares of the snippets that should and should not
// be in it that are.
func content(gold []*wcxb) measure {
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "content", Pages: len(gold)}
		rows := make([]contentRow, len(gold))
		for i, g := range gold {
			if predictions[g.id] == nil {
				t.Missing++
			}
			rows[i] = judgeContent(g, predictions.of(g.id).Text)
		}
		for _, name := range append([]string{"all"}, pageTypes...) {
			if row := averageContent(name, rows); row.N > 0 {
				t.Rows = append(t.Rows, row)
			}
		}
		sort.SliceStable(rows, func(i, j int) bool { return rows[i].f1 < rows[j].f1 })
		for _, r := range rows[:min(worst, len(rows))] {
			t.Worst = append(t.Worst, fmt.Sprintf("%s %s P=%.3f R=%.3f F1=%.3f", r.id, r.kind, r.precision, r.recall, r.f1))
		}
		return t
	}
}

func judgeContent(g *wcxb, text string) contentRow {
	r := contentRow{wcxb: g, with: 1}
	r.precision, r.recall, r.f1 = precisionRecall(text, g.MainContent)
	text = lower(text)
	if len(g.With) > 0 {
		r.with = contained(g.With, text)
	}
	if len(g.Without) > 0 {
		r.without = contained(g.Without, text)
	}
	return r
}

// contained is the share of snippets that stand in text, which is in lower case.
func contained(snippets []string, text string) float64 {
	var s share
	for _, snippet := range snippets {
		s.add(strings.Contains(text, lower(snippet)))
	}
	return s.value()
}

// averageContent is the row of the pages of one type, or of all.
func averageContent(name string, rows []contentRow) Row {
	var f1, precision, recall, with, without mean
	for _, r := range rows {
		if name != "all" && name != r.kind {
			continue
		}
		f1.add(r.f1)
		precision.add(r.precision)
		recall.add(r.recall)
		with.add(r.with)
		without.add(r.without)
	}
	return Row{name, f1.n, []Figure{
		High("f1", f1.value()), High("precision", precision.value()), High("recall", recall.value()),
		High("with_found", with.value()), Low("without_found", without.value()),
	}}
}
