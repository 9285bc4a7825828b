// Package structured reads what a page says of itself for machines, JSON-LD (W3C, JSON-LD 1.1) and microdata (HTML
// Standard, section 5), in one form: things with types and properties, named as in schema.org.
package structured

import (
	"iter"
	"slices"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Data is all that a page says in JSON-LD and microdata.
type Data struct {
	// Things are all things, also those within others, each before those that it holds: JSON-LD first, then
	// microdata, both in document order.
	Things []*Thing
	// Problems say what could not be read, and why.
	Problems []error
}

// Thing is a JSON-LD node or a microdata item. Its methods may be called on nil, which has no properties.
type Thing struct {
	Types      []string // without the vocabulary's address: Article, Person
	ID         string   // @id or itemid; "" if it has none
	Properties []Property
	Parent     *Thing // the thing within which it is written; nil at the top
	Node       dom.ID // the element with itemscope; None for JSON-LD
}

// Property is one value of a property of a thing. A property with several values is given several times.
type Property struct {
	Name  string // without the vocabulary's address
	Value Value
}

// Value is a text or a thing.
type Value struct {
	Thing *Thing // nil for a text
	Node  dom.ID // the element with itemprop; None for JSON-LD
	text  string
	x     *dom.Index // where the text of Node is read from when it is asked for; nil when text is all
}

// Read reads the JSON-LD scripts and the microdata of a page. A reference to a thing by its @id alone is replaced by
// the thing.
func Read(x *dom.Index) *Data {
	d := &Data{}
	d.readScripts(x)
	d.readItems(x)
	return d
}

// All yields the things that have one of these types.
func (d *Data) All(types ...string) iter.Seq[*Thing] {
	return func(yield func(*Thing) bool) {
		for _, t := range d.Things {
			if t.Is(types...) && !yield(t) {
				return
			}
		}
	}
}

// First is the first thing that has one of these types, nil if there is none.
func (d *Data) First(types ...string) *Thing {
	for t := range d.All(types...) {
		return t
	}
	return nil
}

// Is tells whether the thing has one of these types.
func (t *Thing) Is(types ...string) bool {
	return t != nil && slices.ContainsFunc(t.Types, func(s string) bool { return slices.Contains(types, s) })
}

// All yields the values of a property in the order in which they are written.
func (t *Thing) All(name string) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if t == nil {
			return
		}
		for i := range t.Properties {
			if t.Properties[i].Name == name && !yield(t.Properties[i].Value) {
				return
			}
		}
	}
}

// Text is the text of the first of these properties that has one; of a property that is a thing, its name.
func (t *Thing) Text(names ...string) string {
	for _, name := range names {
		for v := range t.All(name) {
			if s := v.Text(); s != "" {
				return s
			}
		}
	}
	return ""
}

// URL is the address in the first of these properties that has one, as it is written; of a property that is a thing,
// its own address.
func (t *Thing) URL(names ...string) string {
	for _, name := range names {
		for v := range t.All(name) {
			if s := v.URL(); s != "" {
				return s
			}
		}
	}
	return ""
}

// Thing is the first value of these properties that is a thing, nil if there is none.
func (t *Thing) Thing(names ...string) *Thing {
	for _, name := range names {
		for v := range t.All(name) {
			if v.Thing != nil {
				return v.Thing
			}
		}
	}
	return nil
}

// maxText is how many characters the text of an element has at most: elements within elements share theirs.
const maxText = 1 << 17

// Text is the value as a text on one line; of a thing, its name. A longer text than anybody asks for is "".
func (v Value) Text() string {
	switch {
	case v.Thing != nil:
		for name := range v.Thing.All("name") {
			if name.Thing == nil {
				return name.Text()
			}
		}
		return ""
	case v.x != nil && v.x.Chars(v.Node) <= maxText:
		return v.x.Text(v.Node)
	}
	return v.text
}

// URL is the value as an address, as it is written; of a thing, its url, contentUrl or @id.
func (v Value) URL() string {
	if v.Thing == nil {
		return v.Text()
	}
	for _, name := range []string{"url", "contentUrl"} {
		for u := range v.Thing.All(name) {
			if u.Thing == nil && u.Text() != "" {
				return u.Text()
			}
		}
	}
	return v.Thing.ID
}

// add makes a new thing within parent, which may be nil.
func (d *Data) add(parent *Thing, node dom.ID) *Thing {
	t := &Thing{Parent: parent, Node: node}
	d.Things = append(d.Things, t)
	return t
}

// resolve replaces things from position from on that are nothing but an @id by the thing that has this @id.
func (d *Data) resolve(from int) {
	known := map[string]*Thing{}
	for _, t := range d.Things[from:] {
		if t.ID != "" && len(t.Properties) > 0 && known[t.ID] == nil {
			known[t.ID] = t
		}
	}
	if len(known) == 0 {
		return
	}
	reference := func(t *Thing) bool { return len(t.Properties) == 0 && known[t.ID] != nil }
	for _, t := range d.Things[from:] {
		for i := range t.Properties {
			if v := &t.Properties[i].Value; v.Thing != nil && reference(v.Thing) {
				v.Thing = known[v.Thing.ID]
			}
		}
	}
	d.Things = append(d.Things[:from], slices.DeleteFunc(d.Things[from:], reference)...)
}
