package thread

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// unit is a comment while it is taken apart.
type unit struct {
	root   dom.ID
	last   dom.ID // the last node that belongs to it: of its root, or of a sibling further on
	group  int    // the kind of unit: those of one group are made by the same template
	parent int
	ping   bool   // a notice that another page links here
	item   dom.ID // the element of which it is the beginning: it holds the answers too

	marks  []candidate // the marks in it, in no unit within it
	author dom.ID      // the element that holds the name, dom.None if none was found
	date   dom.ID
	body   dom.Selection
	out    Unit

	opening bool   // a rule says that it began the topic
	given   *given // what a rule found in it
}

// newUnit is the unit from the element root to the node last, of which nothing is known yet.
func newUnit(root, last dom.ID) unit {
	return unit{root: root, last: last, parent: -1, author: dom.None, date: dom.None}
}

// enough is the least that a group must score to be a conversation.
const enough = 3.4

// choose takes the groups that are units of the conversation, best first, and drops those that are parts of units
// or hold several.
func (f *finder) choose(groups []group) {
	var good []*group
	for i := range groups {
		g := &groups[i]
		f.judge(g)
		g = f.stretch(g)
		if g.points >= enough && f.repeated(g) {
			good = append(good, g)
		} else if f.ctx.Log.On() && g.points > enough-2 {
			f.ctx.Log.Add("thread", g.label, "rejected", "%d elements, %.1f points: %v", len(g.members), g.points, g.share)
		}
	}
	slices.SortStableFunc(good, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.rank(), a.rank()), cmp.Compare(a.members[0], b.members[0]))
	})
	var chosen []*group
	for _, g := range good[:min(len(good), maxGroups)] {
		if i := f.wrapped(g, chosen); i >= 0 {
			f.ctx.Log.Add("thread", g.label, "chosen", "%d elements, %.1f points: each holds one of %s",
				len(g.members), g.points, chosen[i].label)
			chosen[i] = g
			continue
		}
		if reason := f.against(g, chosen); reason != "" {
			f.ctx.Log.Add("thread", g.label, "rejected", "%d elements, %.1f points: %s", len(g.members), g.points, reason)
			continue
		}
		f.ctx.Log.Add("thread", g.label, "chosen", "%d elements, %.1f points: %v", len(g.members), g.points, g.share)
		chosen = append(chosen, g)
	}
	if len(chosen) == 1 {
		f.widen(chosen[0])
	}
	f.merge(chosen)
}

// wrapped is which of the chosen groups has each of its members in one member of g, where g tells more: it has the
// authors or dates too, or has pingbacks beside the comments. It is -1 if there is none.
func (f *finder) wrapped(g *group, chosen []*group) int {
	for i, c := range chosen {
		if len(g.members) < len(c.members) || len(g.members) > 2*len(c.members) || g.ends != nil || c.ends != nil {
			continue
		}
		pings := len(g.members) - len(c.members)
		if pings == 0 && g.share.author < c.share.author+.2 && g.share.date < c.share.date+.2 || pings > 0 && c.names&strongNames == 0 {
			continue
		}
		if holding, single := f.pairs(g, c); holding == len(c.members) && single == holding && f.pings(g) >= pings {
			return i
		}
	}
	return -1
}

// pings counts the members that are named pingbacks.
func (f *finder) pings(g *group) int {
	count := 0
	for _, n := range g.members {
		if f.x.Node(n).Names&dom.NamePing != 0 {
			count++
		}
	}
	return count
}

// pairs counts the members of outer that hold members of inner, not by way of another member of outer, and those that
// hold a single one.
func (f *finder) pairs(outer, inner *group) (holding, single int) {
	j := 0
	var open []int // members of outer that are open, innermost last
	held := make([]int, len(outer.members))
	for i := 0; i < len(outer.members) || j < len(inner.members); {
		if i < len(outer.members) && (j == len(inner.members) || outer.members[i] < inner.members[j]) {
			open = append(f.closed(open, outer, outer.members[i]), i)
			i++
			continue
		}
		open = f.closed(open, outer, inner.members[j])
		if len(open) > 0 && (i == len(outer.members) || outer.members[i] != inner.members[j]) {
			held[open[len(open)-1]]++
		}
		j++
	}
	for _, n := range held {
		if n > 0 {
			holding++
		}
		if n == 1 {
			single++
		}
	}
	return holding, single
}

// closed drops the members of g that end before n.
func (f *finder) closed(open []int, g *group, n dom.ID) []int {
	for len(open) > 0 && f.x.Node(g.members[open[len(open)-1]]).Last < n {
		open = open[:len(open)-1]
	}
	return open
}

// maxGroups bounds the work on pages with many lists.
const maxGroups = 64

// rank orders groups: a few points more or a few members more weigh little, so that of the nested elements that
// hold the same comments the outermost comes first.
func (g *group) rank() int {
	whole := math.Min(g.share.body, math.Max(g.share.date, math.Max(g.share.author, g.share.reply)))
	return int(g.points*2) * bits(int(float64(len(g.members))*whole+.5))
}

// bits is the number of binary digits of n, a coarse logarithm.
func bits(n int) int {
	b := 0
	for ; n > 0; n >>= 1 {
		b++
	}
	return b
}

// repeated tells whether a group has the two members that show a pattern, or one that is sure by its name.
func (f *finder) repeated(g *group) bool {
	s := &g.share
	if len(g.members) > 1 {
		return f.isKnown(g) || isWhole(s) || s.byline() > .8 && s.date > .8 && s.words >= minWords && s.words < maxWords && g.headed
	}
	n := g.members[0]
	if g.trait == byMicrodata || f.isLone(g) {
		return true
	}
	const containers = dom.NameList | dom.NameThread | dom.NameForm | dom.NameContent
	if g.names&(dom.NameComment|dom.NameAnswer|dom.NameMessage) == 0 || g.names&containers != 0 && g.trait != byNumber {
		return false
	}
	return s.author+s.date+s.reply >= 1 && !f.holdsAny(n, f.marks.fields) && !f.holdsTitle(n)
}

// isLone tells a single comment in elements whose names say nothing: under a heading for comments, with a name, a date and a
// control to answer.
func (f *finder) isLone(g *group) bool {
	s, n := &g.share, g.members[0]
	if !g.headed || s.date == 0 || s.reply == 0 || s.words > maxWords || f.holdsAny(n, f.marks.fields) {
		return false
	}
	return s.author > 0 || f.namesBesideDate(n, f.end(g, 0), false)[atDate] != ""
}

// isKnown tells whether the name of a group says enough: of a comment or an answer; of a message, a post or a thread
// only together with what a post has.
func (f *finder) isKnown(g *group) bool {
	s := &g.share
	switch {
	case g.trait == byMicrodata, f.areArticles(g), f.arePosts(g):
		return true
	case g.names&(dom.NameComment|dom.NameAnswer|dom.NameReply) != 0:
		return s.author+s.date > 0 || s.words >= 3
	case g.trait == byNumber && isUnitStem(g.label):
		return !strings.Contains(g.label, "post") || s.reply+s.avatar+s.permalink > .5
	case g.trait == byAnchor:
		return s.date > .5
	case g.names&(dom.NameMessage|dom.NameThread) != 0:
		return s.author > .7 && s.date > .7 || s.permalink > .7
	}
	return false
}

// How many words comments have on average, at least and at most, where nothing is named for them.
const (
	minWords = 3
	maxWords = 800
)

// isWhole tells whether the members have all that comments have, whatever they are called.
func isWhole(s *shares) bool {
	if s.words > maxWords {
		return false
	}
	return s.byline() > .8 && s.date > .8 && s.reply+s.avatar+s.permalink > .8 ||
		s.date > .9 && s.reply > .7 || s.author > .8 && s.reply > .8 && s.avatar > .8
}

// holdsAny tells whether one of the nodes of a sorted list stands in n.
func (f *finder) holdsAny(n dom.ID, list []dom.ID) bool {
	i, _ := slices.BinarySearch(list, n)
	return i < len(list) && list[i] <= f.x.Node(n).Last
}

// holdsTitle tells whether the page's title stands in n: then n is the page's main part.
func (f *finder) holdsTitle(n dom.ID) bool {
	for _, h := range f.x.Headings {
		if f.x.Is(h, atom.H1) && f.x.Within(h, n) {
			return true
		}
	}
	return false
}

// against tells why a group cannot be chosen beside those already chosen, "" if it can.
func (f *finder) against(g *group, chosen []*group) string {
	for _, c := range chosen {
		same, inside, around, around2 := f.overlap(g.members, c)
		n := float64(len(g.members))
		switch {
		case float64(same) > .3*n:
			return "the same elements as " + c.label
		case float64(inside) > .5*n && !f.replies(c, g):
			return "parts of " + c.label
		case around > 0 && !f.replies(g, c):
			if around2 > 0 || around*2 >= len(g.members) {
				return "holds " + c.label
			}
		case same+inside == 0 && g.names&strongNames == 0 && g.trait != byMicrodata && g.points < c.points && !f.together(g, c):
			return "elsewhere than " + c.label
		}
	}
	return ""
}

// together tells whether a member of g is a sibling of a member of c.
func (f *finder) together(g, c *group) bool {
	for _, n := range g.members {
		p := f.x.Node(n).Parent
		i, _ := slices.BinarySearch(c.members, p)
		if i < len(c.members) && f.x.Node(c.members[i]).Parent == p {
			return true
		}
	}
	return false
}

// overlap counts the elements a that are members of g, that stand in one, that hold one, that hold several.
func (f *finder) overlap(a []dom.ID, g *group) (same, inside, around, several int) {
	b, j, last := g.members, 0, dom.None
	for _, n := range a {
		for j < len(b) && b[j] < n {
			last = max(last, f.end(g, j))
			j++
		}
		switch {
		case j < len(b) && b[j] == n:
			same++
		case n <= last:
			inside++
		}
		k := j
		if k < len(b) && b[k] == n {
			k++
		}
		if k < len(b) && b[k] <= f.x.Node(n).Last {
			around++
			if next, _ := slices.BinarySearch(b[k:], f.x.Node(b[k]).Last+1); k+next < len(b) && b[k+next] <= f.x.Node(n).Last {
				several++
			}
		}
	}
	return same, inside, around, several
}

// replies tells whether the members of inner are answers to those of outer in which they stand, not parts of them:
// they have what the outer ones have, and the outer ones still have it without them.
func (f *finder) replies(outer, inner *group) bool {
	o, in := &outer.share, &inner.share
	if in.date < .5 && o.date >= .5 || in.author < .5 && o.author >= .5 {
		return false
	}
	if n := f.alike(inner.members[0]); n > len(inner.members) && n >= len(outer.members) {
		return false // others of the kind hold no mark: the place where some quote
	}
	all := slices.Concat(outer.members, inner.members)
	slices.Sort(all)
	all = slices.Compact(all)
	holding, single, whole := 0, 0, 0
	for i, n := range all {
		if _, ok := slices.BinarySearch(outer.members, n); !ok {
			continue
		}
		t, words, held := f.marks.of(n), f.x.Words(n), 0
		for m := range f.nested(all, i) {
			u := f.marks.of(m)
			t.sub(u)
			words -= f.x.Words(m)
			if _, ok := slices.BinarySearch(inner.members, m); ok {
				held++
			}
		}
		if held == 0 {
			continue
		}
		holding++
		if held == 1 {
			single++
		}
		if int32(words)-t.words > 0 && (t.dates > 0 || o.date < .5) && (t.authors > 0 || o.author < .5) {
			whole++
		}
	}
	if len(outer.members) == 1 && single == 0 && outer.trait != byMicrodata && !(outer.trait == byNumber && numbersUnit(outer.label)) {
		return false
	}
	return holding > 0 && whole*3 >= holding*2 && (len(outer.members) == 1 || single < len(outer.members))
}

// alike counts the elements of the page that the template of n made.
func (f *finder) alike(n dom.ID) int {
	count, signature := 0, f.x.Node(n).Signature
	for m := range dom.ID(f.x.Len()) {
		if f.x.Node(m).Signature == signature && !f.x.IsText(m) {
			count++
		}
	}
	return count
}

// merge makes units of the members of all chosen groups.
func (f *finder) merge(chosen []*group) {
	count := 0
	for _, g := range chosen {
		count += len(g.members)
	}
	f.units = slices.Grow(f.units, count)
	seen := make(map[dom.ID]bool, count)
	for i, g := range chosen {
		for j, n := range g.members {
			if !seen[n] {
				seen[n] = true
				u := newUnit(n, f.end(g, j))
				u.group = i
				f.units = append(f.units, u)
			}
		}
	}
	slices.SortFunc(f.units, func(a, b unit) int { return cmp.Compare(a.root, b.root) })
}
