package thread

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
)

// What a search for names beside dates looks at, at most: members of a group, and nodes of a member.
const (
	maxNeighbours = 16
	maxBeforeDate = 64
)

// namedBesideDates is the share of members that have a name beside their date though nothing marks it as one: in the
// line of the date ("Anna | 3 May 2021"), or as the last short text before it. Many themes have classes that say nothing.
// It is 0 where all have the same, for that is a label.
func (f *finder) namedBesideDates(g *group) float64 {
	names := map[string]bool{}
	count := 0
	members := g.members[:min(len(g.members), maxNeighbours)]
	for i := range members {
		if name := f.nameBesideDate(members[i], f.end(g, i)); name != "" {
			names[name] = true
			count++
		}
	}
	if len(names) < 2 {
		return 0
	}
	return float64(count) / float64(len(members))
}

// nameBesideDate is the name that stands beside the first date from root to last, "" if there is none.
func (f *finder) nameBesideDate(root, last dom.ID) string {
	before := ""
	for n := root; n <= min(last, root+maxBeforeDate); n++ {
		node := f.x.Node(n)
		if f.marks.kinds[n]&markDate != 0 {
			u := newUnit(root, last)
			u.date = n
			return cmp.Or(unmarkedName(f.nameInDateline(&u)), before, f.signature(n, last))
		}
		if node.HTML.Type != html.TextNode || node.Flags&(dom.Blank|dom.NotText|dom.InControl) != 0 || f.marks.kinds[n] != 0 {
			continue
		}
		before = unmarkedName(trimName(node.HTML.Data))
	}
	return ""
}

// maxAfterText is how many nodes before the end of a member its signature is looked for.
const maxAfterText = 8

// signature is the name that stands at the end of a member, after its text, "" if there is none.
func (f *finder) signature(date, last dom.ID) string {
	for n := last; n > max(f.x.Node(date).Last, last-maxAfterText); n-- {
		node := f.x.Node(n)
		if node.HTML.Type == html.TextNode && node.Flags&(dom.Blank|dom.NotText|dom.InControl) == 0 && f.marks.kinds[n] == 0 {
			return unmarkedName(trimName(node.HTML.Data))
		}
	}
	return ""
}

// unmarkedName is s if a name can look so that only its place tells, "" else: a price stands there too.
func unmarkedName(s string) string {
	isPrice := func(r rune) bool { return unicode.Is(unicode.Sc, r) || r == '%' || r == '/' }
	if !isName(s) || len(s) > maxMark || len(strings.Fields(s)) > 5 || strings.ContainsFunc(s, isPrice) {
		return ""
	}
	return s
}
