package main

import (
	"fmt"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/dom"
)

// goldKinds are the kinds of pages whose gold is looked at.
var goldKinds = []string{"article", "documentation", "service", "listing", "collection", "product"}

// goldFlags are the sorts of block that are counted.
var goldFlags = []struct {
	name string
	flag dom.Flags
}{
	{"heading", dom.InHeading},
	{"figure", dom.InFigure},
	{"table", dom.InTable},
	{"code", dom.InPre},
	{"blockquote", dom.InQuote},
	{"list", dom.InList},
	{"details", dom.InDetails},
	{"hidden", dom.InHidden},
	{"aside", dom.InAside},
	{"footer", dom.InFooter},
}

// printGold prints which share of the words of some sorts of block the gold holds, on pages that are no threads.
func printGold(samples []*sample) {
	fmt.Print("gold holds    ")
	for _, kind := range goldKinds {
		fmt.Printf("%15s", kind)
	}
	fmt.Println()
	goldRow("h1", samples, func(e *content.Example, _ dom.Flags) bool { return e.Row[levelFeature] == 1 })
	goldRow("copy", samples, func(e *content.Example, _ dom.Flags) bool { return e.Row[copiesFeature] > 0 })
	goldRow("beside", samples, func(e *content.Example, _ dom.Flags) bool { return e.Beside })
	for _, sort := range goldFlags {
		goldRow(sort.name, samples, func(_ *content.Example, f dom.Flags) bool { return f&sort.flag != 0 })
	}
}

// Features that are looked up by name.
var (
	levelFeature  = feature("level")
	copiesFeature = feature("copies")
)

func feature(name string) int {
	for i, n := range content.FeatureNames() {
		if n == name {
			return i
		}
	}
	panic("content has no feature " + name)
}

func goldRow(name string, samples []*sample, counts func(*content.Example, dom.Flags) bool) {
	fmt.Printf("%-14s", name)
	for _, kind := range goldKinds {
		var all, held float64
		for _, s := range samples {
			if s.kind != kind || s.thread {
				continue
			}
			for i := range s.blocks {
				if counts(&s.examples[i], s.blocks[i].Flags) {
					words := float64(len(s.words[i]))
					all += words
					held += words * float64(s.covered[i])
				}
			}
		}
		fmt.Printf("%15.2f", held/max(all, 1))
	}
	fmt.Println()
}
