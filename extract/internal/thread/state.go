package thread

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// openness is false when the page says that commenting is over, true when it offers a form or a control to answer, nil
// when it says nothing.
func (f *finder) openness(topic bool) *bool {
	open, closed := true, false
	if f.storedLocked {
		return &closed
	}
	if len(f.units) == 0 && f.marks.names&unitNames == 0 {
		return nil
	}
	offers := false
	switch f.notice(topic) {
	case sayClosed:
		return &closed
	case sayOpen:
		offers = true
	}
	if offers || f.offersReply() {
		return &open
	}
	return nil
}

// offersReply tells whether the page has a field to comment in, or controls to answer.
func (f *finder) offersReply() bool {
	replies := 0
	for i := range f.units {
		for _, c := range f.units[i].marks {
			if c.kind&markReply != 0 {
				replies++
				break
			}
		}
	}
	if replies > 0 && replies*3 >= len(f.units) {
		return true
	}
	for _, t := range f.marks.fields {
		for n := t; n > 0 && !f.x.Is(n, atom.Body); n = f.x.Node(n).Parent {
			if f.x.Node(n).Names&(dom.NameComment|dom.NameReply|dom.NameMessage) != 0 {
				return true
			}
		}
		if name := f.x.Attr(t, "name"); strings.Contains(name, "comment") || strings.Contains(name, "message") {
			return true
		}
	}
	return false
}
