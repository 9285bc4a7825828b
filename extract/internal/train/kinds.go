package main

import (
	"fmt"
	"net/url"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/kind"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/internal/score"
)

// kindSample is a page as the model of kinds learns from it.
type kindSample struct {
	kind            page.Kind
	site            string
	weight          float32
	views           [views]view
	thread, remarks bool // a conversation is its main content; readers have commented on it
}

// view is a page as it looks to the model under some circumstances.
type view struct {
	row    boost.Row
	tokens []uint32
}

// The views of a page. Pages are judged by the first; the others keep the model from leaning on what may be missing.
const (
	fetched = iota // the address by which it was fetched is known
	alone          // its own address is known if it tells it
	strange        // none of its words is known, as if it were in another language
	views
)

// viewWeights are the weights of the views.
var viewWeights = [views]float32{0.7, 0.3, 0.2}

// articleWeight is the weight of a page of which only segments are known. Nearly all of them are articles; they keep pages in
// languages other than English from being strange to the model.
const articleWeight = 0.7

// readKinds takes what kinds are learned from. What is content in a page is told by a model of content that did not see its
// site, as it will be on pages that are new: in those that it learned from a model finds more. Pages with segments that are
// front pages or lists by their structure are left out.
func readKinds(pages []goldPage, models []*content.Model) ([]kindSample, error) {
	samples := make([]kindSample, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		chosen := models[fold(pages[i].site, len(models))].Select(p.Index, p.ctx)
		s := kindSample{kind: score.KindOf(pages[i].kind), site: pages[i].site, weight: 1, thread: p.ctx.Thread, remarks: len(p.ctx.Posts) > 0}
		if pages[i].segments != nil {
			s.kind, s.weight = page.Article, articleWeight
		}
		s.look(p, chosen.Selection, webAddress(pages[i].address))
		samples[i] = s
	})
	return slices.DeleteFunc(samples, func(s kindSample) bool {
		return s.weight < 1 && kind.NoArticle(&s.views[fetched].row)
	}), err
}

// look fills in the views of a page.
func (s *kindSample) look(p reading, chosen dom.Selection, address *url.URL) {
	md := metadata.Read(p.Index, p.data, p.about)
	ctx := kind.Context{Data: p.data, Metadata: &md, Content: chosen, Address: address}
	s.views[fetched] = view{kind.Features(p.Index, ctx, kind.Guess{}), kind.Tokens(p.Index, ctx)}
	s.views[strange] = view{s.views[fetched].row, kind.StrangeTokens(p.Index, ctx)}
	about := p.about
	about.Base = metadata.Base(p.Index, "")
	md = metadata.Read(p.Index, p.data, about)
	ctx.Address = webAddress(md.URL)
	s.views[alone] = view{kind.Features(p.Index, ctx, kind.Guess{}), kind.Tokens(p.Index, ctx)}
}

// webAddress reads an address of the web, nil if it is none: some pages with segments have but a name.
func webAddress(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

// fitKinds learns to tell the kinds of pages apart. What words tell is learned from all pages, the rest from those on which no
// conversation was found.
func fitKinds(samples []kindSample) *kind.Model {
	samples = slices.Clone(samples)
	m := &kind.Model{Lexicon: *guess(samples)}
	samples = slices.DeleteFunc(samples, func(s kindSample) bool { return s.thread })
	for i, k := range kind.Learned {
		m.Forests[i] = boost.Train(kindTable(samples, k), boost.Options{
			Loss: boost.Logistic, Trees: 220, Leaves: 5, Depth: 3, Rate: 0.045, Rows: 0.7, Features: 0.3, MinWeight: 0.5, Lambda: 1, Seed: 1,
		})
	}
	return m
}

// kindTable lists all views of the pages, those of one kind against the rest.
func kindTable(samples []kindSample, of page.Kind) boost.Data {
	d := boost.Data{Names: kind.FeatureNames()}
	for i := range samples {
		s := &samples[i]
		label := float32(0)
		if s.kind == of {
			label = 1
		}
		for v := range s.views {
			d.Rows, d.Label, d.Weight = append(d.Rows, s.views[v].row), append(d.Label, label), append(d.Weight, s.weight*viewWeights[v])
		}
	}
	return d
}

// crossValidateKinds says how many kinds are told right by models that saw no page of the site, and which are taken for which.
// Another deal puts other sites together into folds.
func crossValidateKinds(samples []kindSample, folds int, deal string) (score.Table, confusion) {
	taken, alones, foreign := confusion{}, confusion{}, confusion{}
	for f := range folds {
		var in []kindSample
		for _, s := range samples {
			if fold(deal+s.site, folds) != f {
				in = append(in, s)
			}
		}
		m := fitKinds(in)
		for _, s := range samples {
			switch {
			case fold(deal+s.site, folds) != f:
			case s.weight < 1:
				foreign.add(s.kind, s.read(m, fetched))
			default:
				taken.add(s.kind, s.read(m, fetched))
				alones.add(s.kind, s.read(m, alone))
			}
		}
	}
	return score.Table{Name: "kind", Pages: len(samples), Rows: []score.Row{
		taken.row("all"), alones.row("by its own address"), foreign.row("segments"),
	}}, taken
}

// read is the kind that m takes a view of the page for.
func (s *kindSample) read(m *kind.Model, as int) page.Kind {
	if s.thread {
		return page.Thread
	}
	row := s.views[as].row
	kind.SetGuess(&row, m.Lexicon.Guess(s.views[as].tokens))
	k, _ := m.Kind(&row, s.remarks)
	return k
}

// confusion counts what pages of each kind are taken for.
type confusion map[page.Kind]map[page.Kind]int

func (c confusion) add(of, read page.Kind) {
	if c[of] == nil {
		c[of] = map[page.Kind]int{}
	}
	c[of][read]++
}

// row says how many pages are taken for what they are.
func (c confusion) row(name string) score.Row {
	right, all := 0, 0
	for of, reads := range c {
		for read, n := range reads {
			all += n
			if read == of {
				right += n
			}
		}
	}
	return score.Row{Name: name, N: all, Figures: []score.Figure{score.High("right", float64(right)/float64(max(all, 1)))}}
}

// print writes what pages of each kind, a line each, are taken for.
func (c confusion) print() {
	columns := append(slices.Clone(kind.Learned[:]), page.Other)
	fmt.Print("kind taken for ")
	for _, k := range columns {
		fmt.Printf("%14s", k)
	}
	fmt.Println("  right")
	for _, of := range kind.Learned {
		n := 0
		fmt.Printf("%-15s", of)
		for _, k := range columns {
			fmt.Printf("%14d", c[of][k])
			n += c[of][k]
		}
		fmt.Printf("  %.3f\n", float64(c[of][of])/float64(max(n, 1)))
	}
}
