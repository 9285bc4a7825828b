package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
)

// fitFolds learns a model for each fold from the pages of the others.
func fitFolds(samples []*sample, folds int) []*content.Model {
	models := make([]*content.Model, folds)
	for k := range models {
		var in []*sample
		for _, s := range samples {
			if fold(s.site, folds) != k {
				in = append(in, s)
			}
		}
		models[k] = fit(in)
	}
	return models
}

// crossValidate prints how well the pages of each fold come out by its model.
func crossValidate(pages []goldPage, samples []*sample, models []*content.Model) error {
	results := make([]result, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		results[i] = judge(samples[i], models[fold(pages[i].site, len(models))], p)
	})
	printScores(samples, results)
	printCalibration(samples, results)
	printSegments(results)
	return err
}

// result is how well a page came out.
type result struct {
	f1, precision, recall, confidence float64
	segments                          *tally // instead of the figures, for a page of which only segments are known
}

// judge reads a page by m, which has no say where a conversation is the main content.
func judge(s *sample, m *content.Model, p reading) (r result) {
	chosen := m.Select(p.Index, p.ctx)
	var text []byte
	for _, span := range chosen.Selection {
		text = append(text, p.AppendText(nil, span.First, span.Last)...)
		text = append(text, ' ')
	}
	if p.ctx.Thread {
		text = []byte(p.talk)
	}
	if s.segments != nil {
		t := s.segments.count(string(text))
		return result{segments: &t}
	}
	numbers := lexicon{}
	words, _ := splitWords(string(text))
	gold, _ := splitWords(s.goldPage.text)
	r.f1, r.precision, r.recall = bagF1(numbers.ids(words), numbers.ids(gold))
	r.confidence = chosen.Confidence
	return r
}

// figures are how well a way of choosing does on some pages.
type figures struct{ pages, f1, precision, recall, confidence, labels float64 }

// printScores prints the figures by kind of page: word F1, precision and recall; the confidence, which is the F1 that the
// decision expected; and the F1 of choosing exactly the blocks that count as content.
func printScores(samples []*sample, results []result) {
	scores := map[string]*figures{"all": {}}
	for i, s := range samples {
		if s.segments != nil {
			continue
		}
		if scores[s.kind] == nil {
			scores[s.kind] = &figures{}
		}
		r, labels := &results[i], s.labelF1()
		for _, t := range []*figures{scores["all"], scores[s.kind]} {
			t.pages++
			t.f1 += r.f1
			t.precision += r.precision
			t.recall += r.recall
			t.confidence += r.confidence
			t.labels += labels
		}
	}
	fmt.Println("cross-validated  pages     F1  precision  recall  confidence  labels' F1")
	for _, k := range slices.Sorted(maps.Keys(scores)) {
		t := scores[k]
		fmt.Printf("%-15s %6.0f  %.4f  %.4f     %.4f  %.4f      %.4f\n", k, t.pages, t.f1/t.pages, t.precision/t.pages,
			t.recall/t.pages, t.confidence/t.pages, t.labels/t.pages)
	}
}

// printSegments prints how many of the segments came out right.
func printSegments(results []result) {
	var t tally
	for _, r := range results {
		if r.segments != nil {
			t.found, t.missed, t.wrong = t.found+r.segments.found, t.missed+r.segments.missed, t.wrong+r.segments.wrong
		}
	}
	if t.found > 0 {
		fmt.Printf("segments: F1 %.4f precision %.4f recall %.4f\n", 2*float64(t.found)/float64(2*t.found+t.missed+t.wrong),
			float64(t.found)/float64(t.found+t.wrong), float64(t.found)/float64(t.found+t.missed))
	}
}

// printImportance lists the features by what they bring.
func printImportance(f *boost.Forest) {
	gains := f.Gains()
	order := make([]int, len(gains))
	var total float64
	for i, g := range gains {
		order[i] = i
		total += g
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case gains[a] > gains[b]:
			return -1
		case gains[a] < gains[b]:
			return 1
		}
		return 0
	})
	for _, i := range order {
		fmt.Printf("%.4f  %s\n", gains[i]/total, f.Names()[i])
	}
}
