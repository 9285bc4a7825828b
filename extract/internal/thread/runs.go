package thread

import (
	"slices"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
)

// chooseRuns finds units that no element holds, where none was found that one does: each begins with an element that
// names its author or its date and runs through the siblings after it, as far as the next such element. Definition
// lists (dt, dd, dd) and tables with a row for the byline and a row for the text are made so.
func (f *finder) chooseRuns(groups []group) {
	var best *group
	for i := range groups {
		g := f.inner(&groups[i])
		s := &g.share
		if s.body >= .6 && s.words > 8 || s.author+s.date < .8 || g.names&(dom.NameList|dom.NameForm) != 0 {
			continue
		}
		if g.names&unitNames == 0 && !isUnitStem(g.label) && g.trait != byAnchor && len(g.members) < 3 {
			continue
		}
		run := f.runs(g)
		if run == nil {
			continue
		}
		f.judge(run)
		if run.points < enough || !f.repeated(run) || run.share.words < 2*s.words || best != nil && best.rank() >= run.rank() {
			continue
		}
		best = run
	}
	if best == nil {
		return
	}
	f.ctx.Log.Add("thread", best.label, "chosen", "%d runs of elements, %.1f points: %v", len(best.members), best.points, best.share)
	f.merge([]*group{best})
}

// stretch gives the runs of g in place of g, where its members are bylines and what follows each of them holds the
// text.
func (f *finder) stretch(g *group) *group {
	if g.share.words >= 8 || len(g.members) < 2 || g.share.author+g.share.date < .8 ||
		g.trait != byAnchor && g.trait != byNumber && (g.names&unitNames == 0 || g.share.author > .5) {
		return g
	}
	run := f.runs(g)
	if run == nil {
		return g
	}
	f.judge(run)
	if run.points < g.points || run.share.words < 3*max(1, g.share.words) {
		return g
	}
	return run
}

// maxRun is how many elements a unit may be that has no other after it to end it.
const maxRun = 4

// runs is a group with the members of g, each with the siblings that follow it; nil if they are not siblings, nor
// the only ones of their kind in siblings.
func (f *finder) runs(g *group) *group {
	r := &group{trait: g.trait, label: g.label, names: g.names, members: f.innermost(g.members)}
	for up := 0; !f.areSiblings(r.members); up++ {
		parents := make([]dom.ID, len(r.members))
		for i, n := range r.members {
			parents[i] = f.x.Node(n).Parent
			if i > 0 && parents[i] <= parents[i-1] {
				return nil
			}
		}
		if up == 2 {
			return nil
		}
		r.members = parents
	}
	longest := 1
	for i, n := range r.members {
		length, end := 0, n
		for s := n; s != dom.None && (i+1 == len(r.members) || s < r.members[i+1]); s = f.x.NextSibling(s) {
			if i+1 == len(r.members) && length == max(longest, min(maxRun, maxRun*(2-len(r.members)))) {
				break // what follows the last is the rest of the page
			}
			if f.x.Node(s).HTML.Type == html.ElementNode {
				length++
			}
			end = f.x.Node(s).Last
		}
		longest = max(longest, length)
		r.ends = append(r.ends, end)
	}
	if longest == 1 {
		return nil
	}
	return r
}

// inner is g without the members that hold others.
func (f *finder) inner(g *group) *group {
	members := f.innermost(g.members)
	if len(members) == len(g.members) {
		return g
	}
	in := &group{trait: g.trait, label: g.label, names: g.names, members: members}
	f.judge(in)
	return in
}

// innermost are the members that hold no other one: of a table in a table, the inner rows.
func (f *finder) innermost(members []dom.ID) []dom.ID {
	for i := range members {
		if i+1 < len(members) && members[i+1] <= f.x.Node(members[i]).Last {
			inner := slices.Clone(members[:i])
			for j := i; j < len(members); j++ {
				if j+1 == len(members) || members[j+1] > f.x.Node(members[j]).Last {
					inner = append(inner, members[j])
				}
			}
			return inner
		}
	}
	return members
}

func (f *finder) areSiblings(members []dom.ID) bool {
	for _, n := range members {
		if f.x.Node(n).Parent != f.x.Node(members[0]).Parent {
			return false
		}
	}
	return true
}

// end is the last node of member i.
func (f *finder) end(g *group, i int) dom.ID {
	if g.ends != nil {
		return g.ends[i]
	}
	return f.x.Node(g.members[i]).Last
}
