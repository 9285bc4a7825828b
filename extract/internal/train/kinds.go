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

// crossValidateKinds prints which kinds are taken for which, judged by models that saw no page of the site. Another deal puts
// other sites together into folds.
func crossValidateKinds(samples []kindSample, folds int, deal string) {
	taken, alones, others, all := confusion{}, confusion{}, 0, 0
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
			read := s.read(m, fetched)
			if s.weight < 1 {
				all++
				if read != page.Article {
					others++
				}
				continue
			}
			taken.add(s.kind, read)
			alones.add(s.kind, s.read(m, alone))
		}
	}
	taken.print()
	right, n := taken.right()
	fmt.Printf("kinds right: %.4f of %d pages\n", float64(right)/float64(n), n)
	right, n = alones.right()
	fmt.Printf("by no address but that which the page gives: %.4f\n", float64(right)/float64(n))
	fmt.Printf("pages with segments taken for something else than an article: %d of %d\n", others, all)
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

// right counts the pages that are read right, and all.
func (c confusion) right() (right, all int) {
	for of, reads := range c {
		for read, n := range reads {
			all += n
			if read == of {
				right += n
			}
		}
	}
	return right, all
}

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
