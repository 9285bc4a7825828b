package thread

import (
	"cmp"
	"slices"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/rules"
)

// followRules takes the units of the first rule that finds some which say something. It is false if no rule does: then
// the page is as if there were none.
func (f *finder) followRules() bool {
	for _, r := range f.ctx.Rules {
		f.rule = r
		if f.units = f.unitsByRule(r); len(f.units) == 0 {
			f.ctx.Log.Add("thread", "rule of "+r.Name(), "rejected", "nothing matches its unit %s", r.Unit)
			continue
		}
		count := len(f.units)
		f.split()
		if len(f.units) > 0 {
			f.ctx.Log.Add("thread", "rule of "+r.Name(), "chosen", "%d units match %s", count, r.Unit)
			f.explainRule(count)
			f.judgeAll()
			return true
		}
		f.ctx.Log.Add("thread", "rule of "+r.Name(), "rejected", "what matches its unit %s has no text", r.Unit)
	}
	f.rule, f.told = nil, told{}
	return false
}

// judgeAll judges the groups, which the search has not, where the opening post is not given by the rule: what stands
// before the units may be like them.
func (f *finder) judgeAll() {
	for i := range f.groups {
		if !f.rule.Opens() {
			f.judge(&f.groups[i])
		}
	}
}

// unitsByRule makes units of what matches the rule's unit and its opening post.
func (f *finder) unitsByRule(r *rules.Rule) []unit {
	all := &group{members: r.Unit.Find(f.x)}
	if r.Run && len(all.members) > 0 {
		all = cmp.Or(f.runs(all), all)
	}
	var units []unit
	for i, n := range all.members {
		if f.x.Node(n).Flags&dom.NotText == 0 {
			units = append(units, newUnit(n, f.end(all, i)))
		}
	}
	if r.Opening != nil {
		if found := r.Opening.Find(f.x); len(found) > 0 {
			units = f.open(units, found[0])
		}
	}
	return units
}

// open marks the unit n as the opening post, and adds it if it is not among the units.
func (f *finder) open(units []unit, n dom.ID) []unit {
	i, ok := slices.BinarySearchFunc(units, n, func(u unit, n dom.ID) int { return cmp.Compare(u.root, n) })
	if !ok {
		units = slices.Insert(units, i, newUnit(n, f.x.Node(n).Last))
	}
	units[i].opening = true
	return units
}

// topicByRule is what the rule says of whether the conversation is what the page is for; ok is false if it says
// nothing.
func (f *finder) topicByRule() (topic, ok bool) {
	switch {
	case f.rule == nil:
		return false, false
	case f.rule.Thread != nil:
		return *f.rule.Thread, true
	case f.rule.First:
		return true, true
	}
	for i := range f.units {
		if f.units[i].opening {
			return true, true
		}
	}
	return false, false
}

// takeOpeningByRule takes the opening post as the rule has it. It is nil where this page has none.
func (f *finder) takeOpeningByRule() *unit {
	if !f.rule.First {
		return f.takeMarked()
	}
	if len(f.units) > 0 && f.isFirstPage(&f.units[0]) {
		return f.takeFirst()
	}
	return nil
}

// takeMarked takes the opening post that the rule found out of the list.
func (f *finder) takeMarked() *unit {
	k := slices.IndexFunc(f.units, func(u unit) bool { return u.opening })
	if k < 0 {
		return nil
	}
	post := f.units[k]
	f.units = slices.Delete(f.units, k, k+1)
	for i := range f.units {
		switch p := &f.units[i].parent; {
		case *p == k:
			*p = -1
		case *p > k:
			*p--
		}
	}
	return &post
}
