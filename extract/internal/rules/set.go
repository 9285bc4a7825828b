package rules

import (
	"slices"
	"strings"
	"sync"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Set is a list of rules in the order in which they are tried.
type Set struct {
	rules []*Rule
	signs signs
	memos sync.Pool // of what the elements of pages are signs of
}

func newSet(rules []*Rule) *Set {
	s := &Set{rules: rules, memos: sync.Pool{New: func() any { return &memo{lists: [][]int{nil}} }}}
	for i, r := range rules {
		if r.When != nil {
			s.signs.add(i, r.When)
		}
	}
	return s
}

// Rules are all rules of the set.
func (s *Set) Rules() []*Rule { return s.rules }

// Without is the set less the rules of one name.
func (s *Set) Without(name string) *Set {
	var rest []*Rule
	for _, r := range s.rules {
		if r.Name() != name {
			rest = append(rest, r)
		}
	}
	return newSet(rest)
}

// Applying gives the rules that apply to the page x from this host, in order. A rule without a condition applies to
// all pages of its site.
func (s *Set) Applying(x *dom.Index, host string) []*Rule {
	if s == nil || len(s.rules) == 0 {
		return nil
	}
	var met []bool
	if s.signs.count > 0 {
		met = s.met(x)
	}
	var list []*Rule
	for i, r := range s.rules {
		if r.IsFor(host) && (r.When == nil || met != nil && met[i]) {
			list = append(list, r)
		}
	}
	return list
}

// IsFor tells whether a host is the rule's site or below it. A rule without a site is for all.
func (r *Rule) IsFor(host string) bool {
	rest, ok := strings.CutSuffix(strings.ToLower(host), r.Site)
	return ok && (r.Site == "" || rest == "" || strings.HasSuffix(rest, "."))
}

// met tells which of the rules have their condition met by an element of the page; nil if none has.
func (s *Set) met(x *dom.Index) []bool {
	var met []bool
	memo := s.memos.Get().(*memo)
	defer s.memos.Put(memo)
	for n := range dom.ID(x.Len()) {
		node := x.Node(n)
		var rows []int
		if node.Signature != 0 && s.signs.may(node) { // a text has none
			rows = memo.rows(&s.signs, node)
		}
		if node.Flags&dom.HasID != 0 && len(s.signs.ids) > 0 {
			rows = slices.Concat(rows, s.signs.ids[x.Attr(n, "id")])
		}
		for _, i := range rows {
			if (met == nil || !met[i]) && s.rules[i].When.matches(node.HTML) {
				if met == nil {
					met = make([]bool, len(s.rules))
				}
				met[i] = true
			}
		}
	}
	return met
}
