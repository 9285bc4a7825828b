package structured

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"golang.org/x/net/html/atom"
)

// maxReferred is how many elements are visited for itemref on a page: items may refer to the same elements, so that
// their number grows with the square of the page.
const maxReferred = 10000

// readItems reads the microdata items in document order (HTML Standard, section 5.2).
func (d *Data) readItems(x *dom.Index) {
	m := microdata{Data: d, x: x}
	var open []*Thing
	for _, n := range x.Items {
		for len(open) > 0 && !x.Within(n, open[len(open)-1].Node) {
			open = open[:len(open)-1]
		}
		var owner *Thing
		if len(open) > 0 {
			owner = open[len(open)-1]
		}
		if item := m.property(owner, n); item != nil {
			open = append(open, item)
		}
	}
	for _, t := range m.referring {
		m.refer(t)
	}
}

// microdata is the state of reading the items of a page.
type microdata struct {
	*Data
	x         *dom.Index
	referring []*Thing          // items with itemref
	items     map[dom.ID]*Thing // the items by their elements, made when an itemref asks for it
	referred  int
}

// property adds the element n to its owner, which may be nil, and gives the item that n begins, nil if none.
func (m *microdata) property(owner *Thing, n dom.ID) *Thing {
	var item *Thing
	if _, scope := m.x.Lookup(n, "itemscope"); scope {
		item = m.item(owner, n)
	}
	if owner != nil {
		m.assign(owner, n, item)
	}
	return item
}

func (m *microdata) item(owner *Thing, n dom.ID) *Thing {
	t := m.add(owner, n)
	t.ID = m.x.Attr(n, "itemid")
	for s := range strings.FieldsSeq(m.x.Attr(n, "itemtype")) {
		if s = term(s); s != "" {
			t.Types = append(t.Types, s)
		}
	}
	if _, ok := m.x.Lookup(n, "itemref"); ok {
		m.referring = append(m.referring, t)
	}
	return t
}

// assign gives owner the properties that the element n names.
func (m *microdata) assign(owner *Thing, n dom.ID, item *Thing) {
	for name := range strings.FieldsSeq(m.x.Attr(n, "itemprop")) {
		v := Value{Thing: item, Node: n}
		if item == nil {
			v = m.value(n)
		}
		owner.Properties = append(owner.Properties, Property{term(name), v})
	}
}

// value is the value of a property that is no item (HTML Standard, section 5.2.4). Text is not read before it is
// asked for: an articleBody may be the whole page.
func (m *microdata) value(n dom.ID) Value {
	key := ""
	switch m.x.Node(n).Tag {
	case atom.Meta:
		key = "content"
	case atom.Audio, atom.Embed, atom.Iframe, atom.Img, atom.Source, atom.Track, atom.Video:
		key = "src"
	case atom.A, atom.Area, atom.Link:
		return m.link(n)
	case atom.Object:
		key = "data"
	case atom.Data, atom.Meter:
		key = "value"
	case atom.Time:
		key = "datetime"
	default:
		key = "content" // not in the standard, but in use, also by its readers
	}
	if s, ok := m.x.Lookup(n, key); ok {
		return Value{Node: n, text: strings.TrimSpace(s)}
	}
	return Value{Node: n, x: m.x}
}

// link is the address of a link. Where a name is asked for, sites mean the link's text, whatever the standard says.
func (m *microdata) link(n dom.ID) Value {
	switch term(m.x.Attr(n, "itemprop")) {
	case "name", "author", "headline", "creator", "about", "keywords", "articleSection", "datePublished":
		if m.x.Chars(n) > 0 {
			return Value{Node: n, x: m.x}
		}
	}
	href, ok := m.x.Lookup(n, "href")
	if !ok { // YouTube gives the name of a channel so
		href = m.x.Attr(n, "content")
	}
	return Value{Node: n, text: strings.TrimSpace(href)}
}

// refer gives an item the properties in the elements that its itemref names.
func (m *microdata) refer(t *Thing) {
	if m.items == nil {
		m.items = map[dom.ID]*Thing{}
		for _, t := range m.Things {
			if t.Node != dom.None {
				m.items[t.Node] = t
			}
		}
	}
	for id := range strings.FieldsSeq(m.x.Attr(t.Node, "itemref")) {
		if root := m.x.ByID(id); root != dom.None && !m.x.Within(t.Node, root) {
			m.take(t, root)
		}
	}
}

// take gives t the properties in the subtree of root that no item there has.
func (m *microdata) take(t *Thing, root dom.ID) {
	start, _ := slices.BinarySearch(m.x.Items, root)
	scope := dom.None // the item that is open, with all in it
	for _, n := range m.x.Items[start:] {
		if m.referred++; !m.x.Within(n, root) || m.referred > maxReferred {
			return
		}
		if m.x.Within(n, scope) {
			continue
		}
		item := m.items[n]
		if item != nil {
			scope = n
		}
		m.assign(t, n, item)
	}
}
