package main

import (
	"fmt"
	"net/url"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/kind"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/page"
)

// kindSample is a page as the model of kinds learns from it.
type kindSample struct {
	kind            page.Kind
	site            string
	weight          float32
	row             boost.Row
	tokens          []uint32
	thread, remarks bool // a conversation is its main content; readers have commented on it
}

// articleWeight is the weight of a page of which only segments are known. Nearly all of them are articles; they keep pages in
// languages other than English from being strange to the model.
const articleWeight = 0.7

// readKinds takes what kinds are learned from. What is content in a page is told by a model of content that did not see its
// site, as it will be on pages that are new: in those that it learned from a model finds more.
func readKinds(pages []goldPage, models []*content.Model) ([]kindSample, error) {
	samples := make([]kindSample, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		md := metadata.Read(p.Index, p.data, p.about)
		chosen := models[fold(pages[i].site, len(models))].Select(p.Index, p.ctx)
		ctx := kind.Context{Data: p.data, Metadata: &md, Content: chosen.Selection}
		if pages[i].address != "" {
			ctx.Address, _ = url.Parse(pages[i].address)
		}
		s := kindSample{
			kind: kindOf(pages[i].kind), site: pages[i].site, weight: 1, thread: p.ctx.Thread, remarks: len(p.ctx.Posts) > 0,
			row: kind.Features(p.Index, ctx, kind.Guess{}), tokens: kind.Tokens(p.Index, ctx),
		}
		if pages[i].segments != nil {
			s.kind, s.weight = page.Article, articleWeight
		}
		samples[i] = s
	})
	return samples, err
}

// kindOf is what a page of one of WCXB's types is called.
func kindOf(pageType string) page.Kind {
	if pageType == "forum" {
		return page.Thread
	}
	return page.Kind(pageType)
}

// fitKinds learns to tell the kinds of pages apart. What words tell is learned from all pages, the rest from those on which no
// conversation was found.
func fitKinds(samples []kindSample) *kind.Model {
	samples = slices.Clone(samples)
	m := &kind.Model{Lexicon: *guess(samples)}
	samples = slices.DeleteFunc(samples, func(s kindSample) bool { return s.thread })
	for i, k := range kind.Learned {
		d := boost.Data{Names: kind.FeatureNames()}
		for _, s := range samples {
			label := float32(0)
			if s.kind == k {
				label = 1
			}
			d.Rows, d.Label, d.Weight = append(d.Rows, s.row), append(d.Label, label), append(d.Weight, s.weight)
		}
		m.Forests[i] = boost.Train(d, boost.Options{
			Loss: boost.Logistic, Trees: 200, Leaves: 5, Depth: 3, Rate: 0.04, Rows: 0.7, Features: 0.5, MinWeight: 2, Lambda: 2, Seed: 1,
		})
	}
	return m
}

// crossValidateKinds prints which kinds are taken for which, judged by models that saw no page of the site. Another deal puts
// other sites together into folds.
func crossValidateKinds(samples []kindSample, folds int, deal string) {
	taken, others, all := map[page.Kind]map[page.Kind]int{}, 0, 0
	for f := range folds {
		var in []kindSample
		for _, s := range samples {
			if fold(deal+s.site, folds) != f {
				in = append(in, s)
			}
		}
		m := fitKinds(in)
		for _, s := range samples {
			if fold(deal+s.site, folds) != f {
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
	k, _ := m.Kind(&s.row, s.remarks)
	return k
}

func printKinds(taken map[page.Kind]map[page.Kind]int) {
	columns := append(slices.Clone(kind.Learned[:]), page.Other)
	fmt.Print("kind taken for ")
	for _, c := range columns {
		fmt.Printf("%14s", c)
	}
	fmt.Println("  right")
	right, all := 0, 0
	for _, k := range kind.Learned {
		n := 0
		fmt.Printf("%-15s", k)
		for _, c := range columns {
			fmt.Printf("%14d", taken[k][c])
			n += taken[k][c]
		}
		fmt.Printf("  %.3f\n", float64(taken[k][k])/float64(max(n, 1)))
		right, all = right+taken[k][k], all+n
	}
	fmt.Printf("kinds right: %.4f of %d pages\n", float64(right)/float64(all), all)
}
