package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/kind"
	"github.com/scholia/scholia/extract/page"
)

// kindSample is a page as the model of kinds learns from it.
type kindSample struct {
	kind, site string
	weight     float32
	row        boost.Row
	tokens     []uint32
	thread     bool // a conversation is its main content
}

// articleWeight is the weight of a page of which only segments are known. Nearly all of them are articles; they keep pages in
// languages other than English from being strange to the model.
const articleWeight = 0.7

// readKinds takes what kinds are learned from; choose tells what is content in a page.
func readKinds(pages []goldPage, choose func(*dom.Index, content.Context) content.Result) ([]kindSample, error) {
	samples := make([]kindSample, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		address, _ := url.Parse(pages[i].address)
		ctx := kind.Context{Data: p.data, Content: choose(p.Index, p.ctx).Selection, Thread: p.ctx.Thread, Address: address}
		s := kindSample{kind: pages[i].kind, site: pages[i].site, weight: 1, thread: p.ctx.Thread}
		s.row, s.tokens = kind.Features(p.Index, ctx, kind.Guess{}), kind.Tokens(p.Index, ctx)
		if pages[i].segments != nil {
			s.kind, s.weight = string(page.Article), articleWeight
		}
		samples[i] = s
	})
	return samples, err
}

// fitKinds learns to tell the kinds of pages apart that are no threads.
func fitKinds(samples []kindSample) *kind.Model {
	samples = slices.DeleteFunc(slices.Clone(samples), func(s kindSample) bool { return s.thread })
	m := &kind.Model{Lexicon: *guess(samples)}
	for i, k := range kind.Learned {
		d := boost.Data{Names: kind.FeatureNames()}
		for _, s := range samples {
			label := float32(0)
			if page.Kind(s.kind) == k {
				label = 1
			}
			d.Rows, d.Label, d.Weight = append(d.Rows, s.row), append(d.Label, label), append(d.Weight, s.weight)
		}
		m.Forests[i] = boost.Train(d, boost.Options{
			Loss: boost.Logistic, Trees: 90, Leaves: 8, Depth: 4, Rate: 0.06, Rows: 0.7, Features: 0.5, MinWeight: 2, Lambda: 2, Seed: 1,
		})
	}
	return m
}

// crossValidateKinds prints which kinds are taken for which, judged by models that saw no page of the site.
func crossValidateKinds(samples []kindSample, folds int) {
	taken, others, all := map[string]map[page.Kind]int{}, 0, 0
	for f := range folds {
		var in []kindSample
		for _, s := range samples {
			if fold(s.site, folds) != f {
				in = append(in, s)
			}
		}
		m := fitKinds(in)
		for _, s := range samples {
			if fold(s.site, folds) != f {
				continue
			}
			read := s.read(m)
			if s.weight < 1 {
				all++
				if read != page.Article {
					others++
				}
				continue
			}
			if taken[s.kind] == nil {
				taken[s.kind] = map[page.Kind]int{}
			}
			taken[s.kind][read]++
		}
	}
	printKinds(taken)
	fmt.Printf("pages with segments taken for something else than an article: %d of %d\n", others, all)
}

// read is the kind that m takes the page for.
func (s kindSample) read(m *kind.Model) page.Kind {
	if s.thread {
		return page.Thread
	}
	kind.SetGuess(&s.row, m.Lexicon.Guess(s.tokens))
	best := 0
	for i := range m.Forests {
		if m.Forests[i].Score(&s.row) > m.Forests[best].Score(&s.row) {
			best = i
		}
	}
	return kind.Learned[best]
}

func printKinds(taken map[string]map[page.Kind]int) {
	columns := append(slices.Clone(kind.Learned[:]), page.Thread)
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
