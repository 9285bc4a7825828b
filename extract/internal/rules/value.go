package rules

import (
	"fmt"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Value is where a value stands: the text of an element, or an attribute of it. Of several places the one counts that
// the page has first.
type Value struct {
	source string
	places []place
}

type place struct {
	selector  *Selector // nil for the unit itself
	attribute string    // "" for the text
}

// String is the value as it was written.
func (v *Value) String() string { return v.source }

// CompileValue reads "selector", "selector@attribute" or "@attribute", an attribute of the unit itself; several with
// commas between them.
func CompileValue(source string) (*Value, error) {
	v := &Value{source: source}
	for _, text := range splitTop(source, ',') {
		text, attribute, err := cutAttribute(strings.TrimSpace(text))
		if err != nil {
			return nil, err
		}
		p := place{attribute: attribute}
		if text != "" || attribute == "" {
			if p.selector, err = Compile(text); err != nil {
				return nil, err
			}
		}
		v.places = append(v.places, p)
	}
	return v, nil
}

// cutAttribute parts "time@datetime" into "time" and "datetime".
func cutAttribute(text string) (selector, attribute string, err error) {
	parts := splitTop(text, '@')
	if len(parts) == 1 {
		return text, "", nil
	}
	attribute = strings.ToLower(strings.TrimSpace(parts[1]))
	if len(parts) > 2 || strings.Trim(attribute, "abcdefghijklmnopqrstuvwxyz0123456789-_:") != "" || attribute == "" {
		return "", "", fmt.Errorf("%q: after @ stands the name of one attribute, as in time@datetime", text)
	}
	return strings.TrimSpace(parts[0]), attribute, nil
}

// ofUnit tells whether one of the places is an attribute of the unit itself.
func (v *Value) ofUnit() bool {
	for _, p := range v.places {
		if p.selector == nil {
			return true
		}
	}
	return false
}

// Answer is where a value was found.
type Answer struct {
	Node      dom.ID // the element that holds it
	Attribute string // the attribute that is the value, "" if the text is
}

// Reader looks for a value in a unit whose nodes are shown to it in document order, its root first.
type Reader struct {
	x      *dom.Index
	root   dom.ID
	places []place
	scans  []Scanner
}

// In begins to look for the value in the unit with this root.
func (v *Value) In(x *dom.Index, root dom.ID) Reader {
	r := Reader{x, root, v.places, make([]Scanner, len(v.places))}
	for i, p := range v.places {
		if p.selector != nil {
			r.scans[i] = p.selector.Scan(x)
		}
	}
	return r
}

// Read tells whether the node n holds the value, and where.
func (r *Reader) Read(n dom.ID) (answer Answer, ok bool) {
	for i, p := range r.places {
		matched := n == r.root
		if p.selector != nil {
			matched = r.scans[i].Match(n) >= 0
		}
		if matched && !ok && (p.attribute == "" || r.x.Attr(n, p.attribute) != "") {
			answer, ok = Answer{n, p.attribute}, true
		}
	}
	return answer, ok
}
