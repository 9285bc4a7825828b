package thread

import (
	"slices"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Posts are the elements that hold the posts and comments of the page's own tree, in document order; an answer that
// stands within what it answers follows it.
func (t *Thread) Posts(x *dom.Index) dom.Selection {
	return t.spans(func(u *Unit) dom.Selection { return dom.Selection{x.Subtree(u.Root)} })
}

// Bodies is what was said in them, in document order.
func (t *Thread) Bodies() dom.Selection {
	return t.spans(func(u *Unit) dom.Selection { return u.Body })
}

func (t *Thread) spans(of func(*Unit) dom.Selection) (all dom.Selection) {
	add := func(u *Unit) {
		if u.Doc == nil && u.Root != dom.None {
			all = append(all, of(u)...)
		}
	}
	if t.Post != nil {
		add(t.Post)
	}
	for i := range t.Units {
		add(&t.Units[i])
	}
	slices.SortStableFunc(all, func(a, b dom.Span) int { return int(a.First - b.First) })
	return all
}
