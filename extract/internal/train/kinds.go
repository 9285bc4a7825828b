package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/kind"
	"github.com/scholia/scholia/extract/page"
)

// kindSample is a gold page as the model of kinds learns from it.
type kindSample struct {
	kind, site string
	row        boost.Row
	thread     bool // a conversation is its main content
}

// readKinds takes the features of the pages' kinds; what is content in them is told by m.
func readKinds(pages []goldPage, m *content.Model) ([]kindSample, error) {
	samples := make([]kindSample, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		address, _ := url.Parse(pages[i].address)
		row := kind.Features(p.Index, kind.Context{
			Data: p.data, Content: m.Select(p.Index, p.ctx).Selection, Thread: p.ctx.Thread, Address: address,
		})
		samples[i] = kindSample{pages[i].kind, pages[i].site, row, p.ctx.Thread}
	})
	return samples, err
}

// fitKinds learns to tell the kinds of pages apart.
func fitKinds(samples []kindSample) kind.Model {
	m := make(kind.Model, len(kind.Learned))
	for i, k := range kind.Learned {
		d := boost.Data{Names: kind.FeatureNames()}
		for _, s := range samples {
			if s.thread {
				continue
			}
			label := float32(0)
			if page.Kind(s.kind) == k {
				label = 1
			}
			d.Rows, d.Label, d.Weight = append(d.Rows, s.row), append(d.Label, label), append(d.Weight, 1)
		}
		m[i] = boost.Train(d, boost.Options{
			Loss: boost.Logistic, Trees: 60, Leaves: 8, Depth: 4, Rate: 0.08, Rows: 0.7, Features: 0.5, MinWeight: 2, Lambda: 2, Seed: 1,
		})
	}
	return m
}

// crossValidateKinds prints which kinds are taken for which, judged by models that saw no page of the site.
func crossValidateKinds(samples []kindSample, folds int) {
	taken := map[string]map[page.Kind]int{}
	for f := range folds {
		var in []kindSample
		for _, s := range samples {
			if fold(s.site, folds) != f {
				in = append(in, s)
			}
		}
		m := fitKinds(in)
		for _, s := range samples {
			if fold(s.site, folds) == f {
				if taken[s.kind] == nil {
					taken[s.kind] = map[page.Kind]int{}
				}
				taken[s.kind][s.guessKind(m)]++
			}
		}
	}
	printKinds(taken)
}

func (s *kindSample) guessKind(m kind.Model) page.Kind {
	if s.thread {
		return page.Thread
	}
	best := 0
	for i := range m {
		if m[i].Score(&s.row) > m[best].Score(&s.row) {
			best = i
		}
	}
	return kind.Learned[best]
}

func printKinds(taken map[string]map[page.Kind]int) {
	columns := append(slices.Clone(kind.Learned), page.Thread)
	fmt.Print("kind taken for ")
	for _, c := range columns {
		fmt.Printf("%14s", c)
	}
	fmt.Println("  right")
	right, all := 0, 0
	for i, c := range columns {
		name := strings.Replace(string(c), "thread", "forum", 1)
		hits, n := taken[name][columns[i]], 0
		fmt.Printf("%-15s", name)
		for _, c := range columns {
			fmt.Printf("%14d", taken[name][c])
			n += taken[name][c]
		}
		fmt.Printf("  %.3f\n", float64(hits)/float64(max(n, 1)))
		right, all = right+hits, all+n
	}
	fmt.Printf("kinds right: %.4f of %d pages\n", float64(right)/float64(all), all)
}
