package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
)

// crossValidate gives every block the probability that a model says which saw no page of its site.
func crossValidate(samples []*sample, folds int) {
	for k := range folds {
		var in, out []*sample
		for _, s := range samples {
			if fold(s.site, folds) == k {
				out = append(out, s)
			} else {
				in = append(in, s)
			}
		}
		m := fit(in)
		for _, s := range out {
			s.probability = m.Predict(s.examples)
		}
	}
}

// score is how well a way of choosing does on some pages.
type score struct{ pages, f1, precision, recall, expected, best float64 }

func (t *score) add(f1, precision, recall, expected, best float64) {
	t.pages++
	t.f1 += f1
	t.precision += precision
	t.recall += recall
	t.expected += expected
	t.best += best
}

// printScores prints the cross-validated figures by kind of page: word F1, precision and recall; the F1 that the
// decision expected of itself; and the F1 of choosing exactly the blocks that the gold holds.
func printScores(samples []*sample) {
	scores := map[string]*score{"all": {}}
	for _, s := range samples {
		if s.segments != nil {
			continue
		}
		if scores[s.kind] == nil {
			scores[s.kind] = &score{}
		}
		keep, expected := content.Decide(s.blocks, s.probability)
		if s.thread {
			for i := range keep {
				keep[i] = s.examples[i].Said
			}
		}
		f1, precision, recall := s.f1(keep)
		for i := range keep {
			keep[i] = s.isContent(i)
		}
		best, _, _ := s.f1(keep)
		for _, t := range []*score{scores["all"], scores[s.kind]} {
			t.add(f1, precision, recall, float64(expected), best)
		}
	}
	if len(samples) > 0 {
		variants(samples)
	}
	fmt.Println("cross-validated  pages     F1  precision  recall  expected F1  labels' F1")
	kinds := make([]string, 0, len(scores))
	for k := range scores {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		t := scores[k]
		fmt.Printf("%-15s %6.0f  %.4f  %.4f     %.4f  %.4f       %.4f\n", k, t.pages, t.f1/t.pages, t.precision/t.pages,
			t.recall/t.pages, t.expected/t.pages, t.best/t.pages)
	}
}

// writePredictions lists every block with its page, position, probability and label.
func writePredictions(file string, samples []*sample) error {
	if file == "" {
		return nil
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, s := range samples {
		for i, p := range s.probability {
			fmt.Fprintf(w, "%s\t%d\t%.4f\t%.2f\n", s.id, i, p, s.covered[i])
		}
	}
	return w.Flush()
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

func variants(samples []*sample) {
	for _, floor := range []float32{0, 0.3, 0.4, 0.45, 0.5, 0.55} {
		var sum, n float64
		for _, s := range samples {
			if s.segments != nil || s.thread {
				continue
			}
			keep, _ := content.Decide(s.blocks, s.probability)
			for i := range keep {
				keep[i] = keep[i] && s.probability[i] >= floor
			}
			f1, _, _ := s.f1(keep)
			sum += f1
			n++
		}
		fmt.Printf("floor %.2f: %.4f\n", floor, sum/n)
	}
}
