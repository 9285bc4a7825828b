package thread

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// What a search for names beside dates looks at, at most: members of a group, and nodes of a member.
const (
	maxNeighbours = 16
	maxBeforeDate = 64
)

// The places of a member in which a name may stand that nothing marks.
const (
	atDate  = iota // in the line of the date ("Anna | 3 May 2021"), or the last short text before it
	atStart        // the first short text
	atEnd          // a signature
	namePlaces
)

// namedBesideDates is the share of members that have a name in one of these places, where nothing marks names: many
// themes have classes that say nothing. Where all have the same it is a label.
func (f *finder) namedBesideDates(g *group) float64 {
	var names [namePlaces]map[string]int
	members := g.members[:min(len(g.members), maxNeighbours)]
	for i := range members {
		for place, name := range f.namesBesideDate(members[i], f.end(g, i), g.share.reply > .5) {
			if names[place] == nil {
				names[place] = map[string]int{}
			}
			if name != "" {
				names[place][name]++
			}
		}
	}
	best := 0
	for _, found := range names {
		count := 0
		for _, n := range found {
			count += n
		}
		if len(found) > 1 {
			best = max(best, count)
		}
	}
	return float64(best) / float64(len(members))
}

// namesBesideDate are the names that stand in each place of the member from root to last, "" where there is none. A date
// must have a year but where there is a control to answer.
func (f *finder) namesBesideDate(root, last dom.ID, replies bool) (names [namePlaces]string) {
	for n := root; n <= min(last, root+maxBeforeDate); n++ {
		node := f.x.Node(n)
		if f.marks.kinds[n]&markDate != 0 {
			if !replies && !f.x.Is(n, atom.Time) && !hasYear(f.x.Text(n)) { // "for 12 months"
				return [namePlaces]string{}
			}
			u := newUnit(root, last)
			u.date = n
			names[atDate] = cmp.Or(unmarkedName(f.nameInDateline(&u)), names[atDate])
			names[atEnd] = f.signature(n, last)
			break
		}
		if !isShown(node) || f.marks.kinds[n] != 0 {
			continue
		}
		names[atDate] = unmarkedName(trimName(node.HTML.Data))
		names[atStart] = cmp.Or(names[atStart], names[atDate])
	}
	return names
}

// maxAfterText is how many nodes before the end of a member its signature is looked for.
const maxAfterText = 8

// signature is the name that stands at the end of a member, after its text, "" if there is none.
func (f *finder) signature(date, last dom.ID) string {
	for n := last; n > max(f.x.Node(date).Last, last-maxAfterText); n-- {
		node := f.x.Node(n)
		if isShown(node) && f.marks.kinds[n] == 0 {
			return unmarkedName(trimName(node.HTML.Data))
		}
	}
	return ""
}

// unmarkedName is s if a name can look so that only its place tells, "" else: a price stands there too.
func unmarkedName(s string) string {
	isPrice := func(r rune) bool { return unicode.Is(unicode.Sc, r) || r == '%' || r == '/' }
	if !isName(s) || len(s) > maxMark || len(strings.Fields(s)) > maxNameWords || strings.ContainsFunc(s, isPrice) {
		return ""
	}
	return s
}
