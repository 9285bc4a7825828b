package thread

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// nest gives each unit its parent as the nesting of elements shows it: units within units, lists of answers within
// the item that begins with what they answer, lists of answers beside it.
func (f *finder) nest() {
	roots := make([]dom.ID, len(f.units))
	for i := range f.units {
		roots[i] = f.units[i].root
	}
	var open []int // the units whose items hold the node now read
	for i := range f.units {
		u := &f.units[i]
		u.item = f.item(roots, i)
		for len(open) > 0 && f.x.Node(f.units[open[len(open)-1]].item).Last < u.root {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			u.parent = open[len(open)-1]
		}
		if p := f.beside(roots, i); p >= 0 {
			u.parent = p
		}
		open = append(open, i)
	}
}

// item is the outermost element that begins with unit i and is an item among others: it has a sibling in which a
// unit lies as deep.
func (f *finder) item(roots []dom.ID, i int) dom.ID {
	n := roots[i]
	for {
		p := f.x.Node(n).Parent
		if p <= 0 || f.x.Is(p, atom.Body) || i > 0 && roots[i-1] >= p {
			return n
		}
		next, _ := slices.BinarySearch(roots, f.x.Node(n).Last+1)
		if more := next < len(roots) && roots[next] <= f.x.Node(p).Last; more {
			if f.hasPeer(roots, n, p, f.x.Node(roots[i]).Depth-f.x.Node(n).Depth) || !f.isItem(p) && !f.isReplyList(f.childOf(p, roots[next])) {
				return n
			}
		}
		n = p
	}
}

// isItem tells whether an element can hold a comment and the answers to it.
func (f *finder) isItem(n dom.ID) bool {
	node := f.x.Node(n)
	switch node.Tag {
	case atom.Li, atom.Dd, atom.Article:
		return true
	}
	return node.Names&(strongNames|dom.NameThread|dom.NameItem) != 0 && node.Names&dom.NameList == 0
}

// childOf is the child of p in which n stands.
func (f *finder) childOf(p, n dom.ID) dom.ID {
	for f.x.Node(n).Parent != p {
		n = f.x.Node(n).Parent
	}
	return n
}

// hasPeer tells whether p, the parent of n, has another child whose first unit lies as deep in it as n's does.
func (f *finder) hasPeer(roots []dom.ID, n, p dom.ID, depth int32) bool {
	last := f.x.Node(p).Last
	for at := f.x.Node(n).Last + 1; at <= last; {
		j, _ := slices.BinarySearch(roots, at)
		if j == len(roots) || roots[j] > last {
			return false
		}
		child := f.childOf(p, roots[j])
		if f.x.Node(roots[j]).Depth-f.x.Node(child).Depth == depth {
			return true
		}
		at = f.x.Node(child).Last + 1
	}
	return false
}

// beside is the unit that unit i answers when its list stands beside that unit, not within it: ul.children after
// li.comment, div.indented after div.comment. It is -1 if there is none.
func (f *finder) beside(roots []dom.ID, i int) int {
	for n := f.units[i].item; ; {
		p := f.x.Node(n).Parent
		if p <= 0 || i == 0 {
			return -1
		}
		if roots[i-1] >= p { // the parent holds an earlier unit
			return f.answered(roots, i, n, p)
		}
		n = p
	}
}

// depthIn is how deep unit i lies in n.
func (f *finder) depthIn(i int, n dom.ID) int32 {
	return f.x.Node(f.units[i].root).Depth - f.x.Node(n).Depth
}

// isReplyList tells whether an element is a list of answers by its name, or a list where an item should stand.
func (f *finder) isReplyList(n dom.ID) bool {
	node := f.x.Node(n)
	if node.Names&(dom.NameChildren|dom.NameDepth|dom.NameReply) != 0 {
		return true
	}
	return (node.Tag == atom.Ul || node.Tag == atom.Ol) && f.x.Is(node.Parent, atom.Ul, atom.Ol)
}

// answered is what unit i answers, which lies in the child n of p: the nearest unit before it that lies less deep, if
// n is a list of answers; else the same as the nearest one that lies as deep.
func (f *finder) answered(roots []dom.ID, i int, n, p dom.ID) int {
	depth := f.depthIn(i, n)
	for j, steps := i-1, 0; j >= 0 && roots[j] > p && steps < maxPeers; j-- {
		item := f.units[j].item
		if f.x.Node(item).Parent != p {
			continue
		}
		steps++
		switch d := f.depthIn(j, item); {
		case d == depth:
			return f.units[j].parent
		case d < depth && f.isReplyList(n):
			return j
		}
	}
	return -1
}

// maxPeers bounds the search among the items before one.
const maxPeers = 64
