package structured

import (
	"fmt"
	"html"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/valyala/fastjson"
)

// maxScripts is how many bytes of JSON-LD are read of a page. The largest page of the corpora has 150 KB.
const maxScripts = 2 << 20

var parsers fastjson.ParserPool

// readScripts reads the scripts of type application/ld+json.
func (d *Data) readScripts(x *dom.Index) {
	from, left := len(d.Things), maxScripts
	for i, n := range x.Scripts {
		script := x.Node(n).HTML.FirstChild
		if script == nil || !strings.Contains(strings.ToLower(x.Attr(n, "type")), "ld+json") {
			continue
		}
		if left -= len(script.Data); left < 0 {
			d.problem(fmt.Errorf("JSON-LD of more than %d bytes: script %d and those after it were not read", maxScripts, i+1))
			break
		}
		if err := d.readScript(bare(script.Data)); err != nil {
			d.problem(fmt.Errorf("JSON-LD in script %d: %w", i+1, err))
		}
	}
	d.resolve(from)
}

func (d *Data) problem(err error) { d.Problems = append(d.Problems, err) }

// readScript reads one script. Text that is not quite JSON is mended first.
func (d *Data) readScript(s string) error {
	if s == "" {
		return nil
	}
	p := parsers.Get()
	defer parsers.Put(p)
	v, err := p.Parse(s)
	if err != nil {
		if v, err = p.ParseBytes(mend(s)); err != nil {
			return err
		}
	}
	d.readTop(v)
	return nil
}

// bare takes off what sites wrap around the JSON of a script: HTML comments, CDATA marks, an escaping for HTML.
func bare(s string) string {
	for {
		before := len(s)
		s = strings.Trim(s, " \t\r\n;\ufeff")
		for _, mark := range []string{"<!--", "//", "/*", "*/", "<![CDATA["} {
			s = strings.TrimPrefix(s, mark)
		}
		for _, mark := range []string{"-->", "//", "/*", "*/", "]]>"} {
			s = strings.TrimSuffix(s, mark)
		}
		if len(s) == before {
			break
		}
	}
	if opening := strings.TrimLeft(s, "[{ \t\r\n"); strings.HasPrefix(opening, "&quot;") || strings.HasPrefix(opening, "&#34;") {
		s = html.UnescapeString(s)
	}
	return s
}

// readTop reads the value of a script: a thing, a graph or a list of them.
func (d *Data) readTop(v *fastjson.Value) {
	switch v.Type() {
	case fastjson.TypeArray:
		for _, v := range v.GetArray() {
			d.readTop(v)
		}
	case fastjson.TypeObject:
		if graph := v.Get("@graph"); graph != nil {
			d.readTop(graph)
			return
		}
		d.readNode(v.GetObject(), nil)
	}
}

// readNode reads an object as a thing. The parser refuses objects nested deeper than fastjson.MaxDepth.
func (d *Data) readNode(o *fastjson.Object, parent *Thing) *Thing {
	t := d.add(parent, dom.None)
	o.Visit(func(key []byte, v *fastjson.Value) {
		switch name := string(key); name {
		case "@context":
		case "@id":
			t.ID = text(v)
		case "@type":
			t.Types = types(v)
		default:
			if name = term(name); name != "" {
				d.readProperty(t, name, v)
			}
		}
	})
	return t
}

// readProperty adds the values of a property to t.
func (d *Data) readProperty(t *Thing, name string, v *fastjson.Value) {
	value := Value{Node: dom.None}
	switch v.Type() {
	case fastjson.TypeArray:
		for _, v := range v.GetArray() {
			d.readProperty(t, name, v)
		}
		return
	case fastjson.TypeObject:
		for _, key := range []string{"@value", "@list", "@set"} {
			if v := v.Get(key); v != nil {
				d.readProperty(t, name, v)
				return
			}
		}
		value.Thing = d.readNode(v.GetObject(), t)
	default:
		if value.text = text(v); value.text == "" {
			return
		}
	}
	t.Properties = append(t.Properties, Property{name, value})
}

func types(v *fastjson.Value) (types []string) {
	if v.Type() == fastjson.TypeArray {
		for _, v := range v.GetArray() {
			if s := term(text(v)); s != "" {
				types = append(types, s)
			}
		}
	} else if s := term(text(v)); s != "" {
		types = append(types, s)
	}
	return types
}

// text is a string, a number or a truth value as text.
func text(v *fastjson.Value) string {
	switch v.Type() {
	case fastjson.TypeString:
		return strings.TrimSpace(Unescape(strings.ToValidUTF8(string(v.GetStringBytes()), "\uFFFD")))
	case fastjson.TypeNumber, fastjson.TypeTrue, fastjson.TypeFalse:
		return v.String()
	}
	return ""
}
