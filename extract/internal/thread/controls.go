package thread

import (
	"github.com/scholia/scholia/extract/internal/dom"
)

// chooseByControls finds units by their controls to answer, where nothing else tells them: themes whose classes say how
// things look and not what they are make no groups. The units are the siblings that hold one control each, below a line
// that counts comments.
func (f *finder) chooseByControls() {
	controls := f.controls()
	if len(controls) < 2 {
		return
	}
	list := controls[0]
	for _, c := range controls[1:] {
		list = f.x.Common(list, c)
	}
	g := group{label: "elements with a control to answer"}
	for _, c := range controls {
		for f.x.Node(c).Parent != list && f.x.Node(c).Parent > 0 {
			c = f.x.Node(c).Parent
		}
		if n := len(g.members); n > 0 && c <= f.x.Node(g.members[n-1]).Last {
			return // two in one
		}
		g.members = append(g.members, c)
	}
	f.judge(&g)
	if g.share.body < 1 || g.share.words < 4 || g.share.links > .3 || !g.headed {
		return
	}
	f.ctx.Log.Add("thread", g.label, "chosen", "%d siblings below a line that counts comments: %v", len(g.members), g.share)
	f.merge([]*group{&g})
}

// controls are the controls to answer, each once.
func (f *finder) controls() []dom.ID {
	var list []dom.ID
	until := dom.None
	for n := range dom.ID(f.x.Len()) {
		if n > until && f.marks.kinds[n]&markReply != 0 {
			list = append(list, n)
			until = f.x.Node(n).Last
		}
	}
	return list
}
