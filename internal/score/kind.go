package score

import (
	"fmt"

	"github.com/scholia/scholia/extract/page"
)

// KindOf is what a page of one of WCXB's types is called in a page's JSON form.
func KindOf(pageType string) page.Kind {
	if pageType == "forum" {
		return page.Thread
	}
	return page.Kind(pageType)
}

// kind says how often the kind of a page is right, overall and by type.
func kind(gold []*wcxb) measure {
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "kind", Pages: len(gold)}
		var all share
		byType := map[string]*share{}
		for _, g := range gold {
			if predictions[g.id] == nil {
				t.Missing++
			}
			s := byType[g.kind]
			if s == nil {
				s = &share{}
				byType[g.kind] = s
			}
			p := predictions.of(g.id)
			right := p.Kind == KindOf(g.kind)
			all.add(right)
			s.add(right)
			if !right && len(t.Worst) < worst {
				t.Worst = append(t.Worst, fmt.Sprintf("%s: gold %s got %s", g.id, KindOf(g.kind), p.Kind))
			}
		}
		t.Rows = []Row{{"all", all.n, []Figure{High("right", all.value())}}}
		for _, name := range pageTypes {
			if s := byType[name]; s != nil {
				t.Rows = append(t.Rows, Row{name, s.n, []Figure{High("right", s.value())}})
			}
		}
		return t
	}
}
