package main

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Pages are too few: twice as many would teach the model more than any other change of it. So it also learns from each page
// as the page might have been: parts of it and names of its classes left out by lot (data augmentation; to leave out what a
// model leans on is what Iyyer et al., Deep Unordered Composition Rivals Syntactic Methods for Text Classification, ACL
// 2015, do with words). What is left is as much content as before. docs/model.md has the figures.
const (
	dropBoilerplate = 0.35 // probability that a part that is nothing but boilerplate is left out
	dropContent     = 0.15 // that one that is nothing but content is
	dropName        = 0.2  // that a class or id is, everywhere on the page
	dropAllNames    = 0.15 // that all are
	augmentedWeight = 0.5  // of what the page might have been, beside the page as it is
)

// augment makes another sample of each page that the trees learn from.
func augment(pages []goldPage, samples []*sample) ([]*sample, error) {
	more := make([]*sample, len(pages))
	errs := make([]error, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		s := samples[i]
		if s.thread {
			return
		}
		random := rand.New(rand.NewPCG(hash(s.id), 1))
		dropParts(s, p.Index, random)
		root := p.Node(0).HTML
		dropNames(root, random)
		errs[i] = readTree(root, s.goldPage, func(p reading) { more[i] = newSample(s.goldPage, p) })
	})
	isNone := func(s *sample) bool { return s == nil }
	return slices.DeleteFunc(more, isNone), errors.Join(append(errs, err)...)
}

// dropParts leaves out parts of a page: the largest elements in which all blocks are content, or none. Of a page of which
// only segments are known, none is left out.
func dropParts(s *sample, x *dom.Index, random *rand.Rand) {
	if s.segments != nil {
		return
	}
	content := make([]int, len(s.blocks)+1) // blocks of content before each
	for i := range s.blocks {
		content[i+1] = content[i]
		if s.isContent(i) {
			content[i+1]++
		}
	}
	mixed := func(n dom.ID) bool {
		from, to := x.BlockRange(n)
		in := content[to] - content[from]
		return in > 0 && in < to-from
	}
	var drop []*html.Node
	for n := dom.ID(1); n < dom.ID(x.Len()); n++ {
		from, to := x.BlockRange(n)
		if x.IsText(n) || from == to || mixed(n) || !mixed(x.Node(n).Parent) {
			continue
		}
		probability := dropBoilerplate
		if content[to] > content[from] {
			probability = dropContent
		}
		if random.Float64() < probability {
			drop = append(drop, x.Node(n).HTML)
		}
	}
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
}

// dropNames leaves out names from the classes and ids of a page: each everywhere or nowhere.
func dropNames(root *html.Node, random *rand.Rand) {
	probability := dropName
	if random.Float64() < dropAllNames {
		probability = 1
	}
	dropped := map[string]bool{}
	drop := func(name string) bool {
		d, ok := dropped[name]
		if !ok {
			d = random.Float64() < probability
			dropped[name] = d
		}
		return d
	}
	for n := range root.Descendants() {
		for i := range n.Attr {
			if a := &n.Attr[i]; a.Key == "class" || a.Key == "id" {
				a.Val = strings.Join(slices.DeleteFunc(strings.Fields(a.Val), drop), " ")
			}
		}
	}
}
