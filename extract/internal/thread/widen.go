package thread

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// maxWiden is how far around a unit its author is looked for: a cell, its row.
const maxWiden = 3

// widen takes in place of the members of a group the smallest elements around each that name its author, where the
// members name none: in the tables of old forums a cell beside the text does. Members that lie in one another, or two of
// which lie in one such element, are left as they are.
func (f *finder) widen(g *group) {
	if len(g.members) < 2 || g.ends != nil || g.share.author > .2 {
		return
	}
	members := slices.Clone(g.members)
	for range maxWiden {
		signed, last := 0, members[0]-1
		for i, n := range members {
			p := f.x.Node(n).Parent
			if p <= 0 || i > 0 && p <= last || f.x.Is(p, atom.Body, atom.Tbody, atom.Table, atom.Ul, atom.Ol) {
				return
			}
			members[i], last = p, f.x.Node(p).Last
			if f.marks.of(p).authors > 0 {
				signed++
			}
		}
		if signed*5 >= len(members)*4 {
			f.ctx.Log.Add("thread", g.label, "widened", "%d of %d elements around its members name an author", signed, len(members))
			g.members = members
			f.measure(g)
			return
		}
	}
}
