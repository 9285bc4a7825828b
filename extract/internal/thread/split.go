package thread

import (
	"cmp"
	"strconv"

	"github.com/scholia/scholia/extract/internal/dom"
)

// split takes the units apart into author, date, body and the rest.
func (f *finder) split() {
	f.nest()
	for i := range f.units {
		if !f.units[i].opening {
			f.found = append(f.found, dom.Span{First: f.units[i].root, Last: f.units[i].last})
		}
	}
	f.takeApart()
	if !f.placeByRule() {
		f.readLevels()
		f.readReferences()
	}
	f.drop()
}

// takeApart finds in each unit its author, its date, its body and what it is called.
func (f *finder) takeApart() {
	f.gather()
	f.askRule()
	f.countTexts()
	f.findAuthors()
	f.findDates()
	f.nameAuthors()
	f.findBodies()
	f.identify()
}

// candidate is a mark in a unit, with the template that made it: a hash of its class and its parent's.
type candidate struct {
	node     dom.ID
	kind     mark
	template uint64
	name     string // what it shows, where it may be an author
	named    bool   // that can be a name
}

// gather lists the marks of each unit, and notes which are pingbacks.
func (f *finder) gather() {
	for i := range f.units {
		u := &f.units[i]
		u.ping = f.isPing(u)
		f.own(i, func(n dom.ID) bool {
			if k := f.marks.kinds[n]; k != 0 {
				u.marks = append(u.marks, candidate{node: n, kind: k, template: f.template(n, u.root)})
			}
			return false
		})
	}
}

// template is shared by elements that the same template made in the same place of a unit with this root. The root's
// own classes do not count: they say who wrote it and how deep it stands.
func (f *finder) template(n, root dom.ID) uint64 {
	node := f.x.Node(n)
	t := uint64(node.Signature) << 32
	if node.Parent != root && node.Parent >= 0 {
		t |= uint64(f.x.Node(node.Parent).Signature)
	}
	return t
}

// own yields the nodes of unit i that are in no unit within it, element by element: skip leaves out what the element
// yielded last holds.
func (f *finder) own(i int, visit func(n dom.ID) (skip bool)) {
	u := &f.units[i]
	next, n := i+1, u.root
	if u.last == f.x.Node(u.root).Last {
		n++ // the root is the unit; where a unit is a run of elements, the first is only one of them
	}
	for n <= u.last {
		for next < len(f.units) && f.units[next].root < n {
			next++
		}
		if next < len(f.units) && f.units[next].root == n {
			n = f.units[next].last + 1
			continue
		}
		if visit(n) {
			n = f.x.Node(n).Last
		}
		n++
	}
}

// thread puts the units together.
func (f *finder) thread() *Thread {
	f.region = f.findRegion()
	t := &Thread{Region: f.region, IsThread: f.isTopic()}
	t.Open, t.Next = f.openness(t.IsThread), f.next(t.IsThread)
	f.takeFromPage(t)
	if len(f.stored) > 0 {
		t.Post, t.Units = f.fromStore(t.IsThread)
	} else if t.IsThread {
		if post := f.takeOpening(); post != nil {
			o := post.finish()
			o.Parent = -1
			t.Post = &o
		}
	}
	if t.IsThread {
		f.acceptDescribed()
	}
	if t.Declared == nil {
		t.Declared = f.declared(t.IsThread)
	}
	t.DiscussionURL = f.discussionURL(t.IsThread)
	f.explain(t)
	for i := range f.units {
		t.Units = append(t.Units, f.units[i].finish())
	}
	if t.Post == nil && len(t.Units) == 0 {
		t.IsThread = false // it calls itself a conversation, but what was said is not in the page
	}
	return t
}

// explain notes what the page says of its comments.
func (f *finder) explain(t *Thread) {
	if t.Declared != nil {
		f.ctx.Log.Add("thread", "declared", strconv.Itoa(*t.Declared), "%s says so", cmp.Or(f.counted, "the rule"))
	}
	if t.Open != nil {
		f.ctx.Log.Add("thread", "open", strconv.FormatBool(*t.Open), "a notice, a form or controls to answer")
	}
	if t.Next != "" {
		f.ctx.Log.Add("thread", "next", t.Next, "a link to more comments")
	}
}

// fromStore is the conversation that is in a script alone.
func (f *finder) fromStore(topic bool) (post *Unit, units []Unit) {
	switch {
	case f.storedOpening && len(f.stored) > 0 && topic:
		post, units = &f.stored[0], f.stored[1:]
		for i := range units {
			units[i].Parent = max(units[i].Parent-1, -1)
		}
		return post, units
	case topic && f.described.Text("text") != "":
		u := f.fromThing(f.described)
		post = &u
	}
	return post, f.stored
}

// finish gives the unit as others see it.
func (u *unit) finish() Unit {
	u.out.Root, u.out.Parent, u.out.Body = u.root, u.parent, u.body
	return u.out
}
