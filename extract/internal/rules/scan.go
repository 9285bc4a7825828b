package rules

import (
	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Scanner matches a selector against nodes that are shown to it in document order. What stands around an element
// counts only if it was shown before: the scan of a unit sees the unit alone.
type Scanner struct {
	x      *dom.Index
	chains []chain
	open   []progress
}

// progress is how far a chain has come in an element that is open.
type progress struct {
	chain int
	done  int // links matched
	depth int32
	last  dom.ID
}

// Scan begins a pass over the page x. A nil selector matches nothing.
func (s *Selector) Scan(x *dom.Index) Scanner {
	if s == nil {
		return Scanner{x: x}
	}
	return Scanner{x: x, chains: s.chains}
}

// Match tells which of the alternatives the node n is, -1 if it is none.
func (s *Scanner) Match(n dom.ID) int {
	node := s.x.Node(n)
	if node.HTML.Type != html.ElementNode {
		return -1
	}
	for len(s.open) > 0 && s.open[len(s.open)-1].last < n {
		s.open = s.open[:len(s.open)-1]
	}
	found := -1
	for i, c := range s.chains {
		done, reached := s.done(i, c, node)
		if !c[done].match.Match(node.HTML) {
			continue
		}
		switch {
		case done < len(c)-1 && done == reached:
			s.open = append(s.open, progress{i, done + 1, node.Depth, node.Last})
		case done == len(c)-1 && found < 0:
			found = i
		}
	}
	return found
}

// done is how many links of a chain have been matched in elements that stand around all that the next link reaches
// from a node, and how many have been reached in any that are open.
func (s *Scanner) done(i int, c chain, node *dom.Node) (done, reached int) {
	for j := len(s.open) - 1; j >= 0; j-- {
		p := &s.open[j]
		if p.chain != i {
			continue
		}
		reached = max(reached, p.done)
		if p.depth < node.Depth-c[p.done].up {
			return p.done, reached
		}
	}
	return 0, reached
}

// Find gives all elements of the page that the selector matches, in document order.
func (s *Selector) Find(x *dom.Index) []dom.ID {
	var found []dom.ID
	scan := s.Scan(x)
	for n := range dom.ID(x.Len()) {
		if scan.Match(n) >= 0 {
			found = append(found, n)
		}
	}
	return found
}
