package outline

import (
	"path/filepath"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// FuzzSections reads any HTML, all of it and a part: nothing panics, and what comes out keeps the rules.
func FuzzSections(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		for i, s := range samples(f, file) {
			f.Add(s.html, i, 20*i)
		}
	}
	f.Fuzz(func(t *testing.T, source string, first, last int) {
		x := domtest.Index(t, source)
		sel := dom.Selection{x.Subtree(0)}
		if first >= 0 && first <= last && last < x.Len() {
			sel = dom.Selection{{First: dom.ID(first), Last: dom.ID(last)}}
		}
		sections := Sections(x, sel, Context{Base: base, Title: "a"})
		for _, s := range sections {
			check(t, s)
		}
		Text(sections)
		for _, b := range Blocks(x, sel, Context{Base: base}) {
			checkBlock(t, b)
		}
	})
}
