package thread

import (
	"strconv"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/rules"
)

// given is what a rule found in a unit; nil if there is no rule. What it did not find is looked for as in units without
// a rule: themes move parts about, and one page may have comments of two makes.
type given struct {
	values [rules.Fields]rules.Answer // those that were found have a node above 0
	tests  [rules.Tests]bool
}

// answer is where a value was found; its node is 0 if it was not.
func (g *given) answer(field rules.Field) rules.Answer {
	if g == nil {
		return rules.Answer{}
	}
	return g.values[field]
}

func (g *given) passes(test rules.Test) bool { return g != nil && g.tests[test] }

// told counts the units in which a rule found something. The ids of parents, levels, and what is accepted or a pingback
// speak for all units if they are found in one.
type told struct {
	values [rules.Fields]int
	tests  [rules.Tests]int
	bodies int
}

// askRule asks the rule for the parts of each unit.
func (f *finder) askRule() {
	f.told = told{}
	if f.rule == nil {
		return
	}
	for i := range f.units {
		f.units[i].given = &given{}
		for field := range rules.Declared {
			f.askValue(i, field)
		}
		for test := range rules.Closed {
			f.askTest(i, test)
		}
	}
	for i := range f.units {
		if u := &f.units[i]; f.told.tests[rules.Pingback] > 0 {
			u.ping = u.given.passes(rules.Pingback)
		}
	}
}

// eachNode shows the root of unit i and its own nodes; skip leaves out what the node shown last holds.
func (f *finder) eachNode(i int, visit func(n dom.ID) (skip bool)) {
	u := &f.units[i]
	if alone := u.last == f.x.Node(u.root).Last; alone && visit(u.root) {
		return
	}
	f.own(i, visit) // which shows the root of a run
}

func (f *finder) askValue(i int, field rules.Field) {
	v, u := f.rule.Values[field], &f.units[i]
	if v == nil {
		return
	}
	reader := v.In(f.x, u.root)
	f.eachNode(i, func(n dom.ID) bool {
		if answer, ok := reader.Read(n); ok && u.given.values[field].Node == 0 {
			u.given.values[field] = answer
			f.told.values[field]++
		}
		return false
	})
}

func (f *finder) askTest(i int, test rules.Test) {
	s, u := f.rule.Tests[test], &f.units[i]
	if s == nil {
		return
	}
	scan := s.Scan(f.x)
	f.eachNode(i, func(n dom.ID) bool {
		if scan.Match(n) >= 0 && !u.given.tests[test] {
			u.given.tests[test] = true
			f.told.tests[test]++
		}
		return false
	})
}

// bodyGiven is what matches the rule's body in unit i, without what it drops, the units within it and what is no part
// of a text by the general method.
func (f *finder) bodyGiven(i int) (body dom.Selection) {
	if f.rule == nil || f.rule.Body == nil {
		return nil
	}
	u, end := &f.units[i], dom.None
	scan, drop := f.rule.Body.Scan(f.x), f.rule.Drop.Scan(f.x)
	f.eachNode(i, func(n dom.ID) (skip bool) {
		isBody, dropped := scan.Match(n) >= 0, drop.Match(n) >= 0
		if isBody {
			end = max(end, f.x.Node(n).Last)
		}
		if n > end {
			return false
		}
		if dropped || n == u.author || n == u.date || n != u.root && !isBody && f.isNoise(n, u) {
			return true
		}
		body = grow(body, n)
		return false
	})
	if body != nil {
		f.told.bodies++
	}
	return body
}

// grow adds the node n, which comes after all of s.
func grow(s dom.Selection, n dom.ID) dom.Selection {
	if len(s) > 0 && s[len(s)-1].Last == n-1 {
		s[len(s)-1].Last = n
		return s
	}
	return append(s, dom.Span{First: n, Last: n})
}

// askPage asks the rule for a value of the page.
func (f *finder) askPage(field rules.Field) (rules.Answer, bool) {
	v := f.rule.Values[field]
	if v == nil {
		return rules.Answer{}, false
	}
	reader := v.In(f.x, dom.None)
	for n := range dom.ID(f.x.Len()) {
		if a, ok := reader.Read(n); ok {
			return a, true
		}
	}
	return rules.Answer{}, false
}

// explainRule says in how many of the units each selector of the rule found something.
func (f *finder) explainRule(units int) {
	say := func(what string, count int, selector any) {
		f.ctx.Log.Add("thread", "rule of "+f.rule.Name()+": "+what, strconv.Itoa(count)+" of "+strconv.Itoa(units), "%s", selector)
	}
	for field := range rules.Declared {
		if v := f.rule.Values[field]; v != nil {
			say(field.String(), f.told.values[field], v)
		}
	}
	if s := f.rule.Body; s != nil {
		say("body", f.told.bodies, s)
	}
	for test := range rules.Closed {
		if s := f.rule.Tests[test]; s != nil {
			say(test.String(), f.told.tests[test], s)
		}
	}
}
