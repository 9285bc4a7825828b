package decode

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Half of the parse goes into attributes, for the tokenizer allocates seven times for each. So a tag with several gives
// them for one mark, and they are read here as the tokenizer would have read them.

// attributeSpan is where a key and its value stand on the page.
type attributeSpan struct{ key, value span }

// span is the bytes from one offset up to another.
type span struct{ from, to int }

// nextAttribute reads the blanks and the attribute that begin at b[i], which is not ">", and gives the offset behind
// them. The key is empty where only blanks were left.
func nextAttribute(b []byte, i int) (a attributeSpan, end int) {
	for i < len(b) && (isSpace(b[i]) || b[i] == '/') {
		i++
	}
	start := i
	for i < len(b) && !endsName[b[i]] && (b[i] != '=' || i == start) {
		i++
	}
	a.key = span{start, i}
	a.value = span{i, i}
	i = skipSpace(b, i)
	if i >= len(b) || b[i] != '=' {
		return a, i
	}
	i = skipSpace(b, i+1)
	if i < len(b) && (b[i] == '"' || b[i] == '\'') {
		n := bytes.IndexByte(b[i+1:], b[i])
		if n < 0 {
			return a, len(b)
		}
		a.value = span{i + 1, i + 1 + n}
		return a, i + n + 2
	}
	start = i
	for i < len(b) && !isSpace(b[i]) && b[i] != '>' {
		i++
	}
	a.value = span{start, i}
	return a, i
}

// idle are elements whose attributes mean nothing to the parser. The other formatting elements are not among them, for it
// counts those that have the same attributes.
var idle = shortNames("a", "article", "aside", "button", "div", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
	"header", "iframe", "img", "input", "label", "li", "link", "main", "meta", "nav", "ol", "p", "picture", "script",
	"section", "source", "span", "time", "ul", "video")

// maxAttributes is the number of attributes from which a tag keeps them, for each is compared with those before it.
const maxAttributes = 32

// outAttributes cuts the attributes of the tag at page[i], whose name is that long, and gives the offset of its ">"; -1 if
// it has none.
func (c *cutting) outAttributes(i, length int, name shortName) int {
	from, first := i+len("<")+length+len(" "), len(c.attributes)
	end := c.readAttributes(from - len(" "))
	to := end
	if end > from && c.page[end-1] == '/' {
		to--
	}
	p := piece{from: from, to: to, name: name, first: first, last: len(c.attributes)}
	if c.mayCut(&p) && c.cut(p) {
		return end
	}
	c.attributes = c.attributes[:first]
	return end
}

// readAttributes adds the attributes from page[i] on to those of the page, and gives the offset of the ">" that ends them.
func (c *cutting) readAttributes(i int) int {
	most := len(c.attributes) + maxAttributes
	for i < len(c.page) && c.page[i] != '>' {
		var a attributeSpan
		if a, i = nextAttribute(c.page, i); a.key.from < a.key.to && len(c.attributes) < most {
			c.attributes = append(c.attributes, a)
		}
	}
	if i >= len(c.page) {
		return -1
	}
	return i
}

// mayCut says whether attributes are worth a cut, mean nothing to the parser, and can be read here or are not put back.
func (c *cutting) mayCut(p *piece) bool {
	list := c.attributes[p.first:p.last]
	switch {
	case len(list) == 0, len(list) == 1 && p.to-p.from < minCut, len(list) == maxAttributes:
		return false
	case list[len(list)-1].value.to > p.to: // nothing closes the tag, or a "/" at its end belongs to a value
		return false
	case shapes.has(p.name):
		p.kind = dropped
		return true
	case !idle.has(p.name):
		return false
	}
	text := c.page[p.from:p.to]
	p.kind, p.coded = attributes, bytes.IndexByte(text, '&') >= 0 || bytes.IndexByte(text, '\r') >= 0
	if p.name == inputName && (p.coded || c.isHidden(list)) {
		return false
	}
	return !p.coded || isReadable(text)
}

// isHidden says whether one of an input's attributes has the value "hidden", as its type may have: that means something.
func (c *cutting) isHidden(list []attributeSpan) bool {
	return slices.ContainsFunc(list, func(a attributeSpan) bool {
		return bytes.EqualFold(c.page[a.value.from:a.value.to], []byte("hidden"))
	})
}

// isReadable says whether the references in attributes are all such that they are read alike in attributes and in text.
func isReadable(text []byte) bool {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return true
		}
		if text = text[i+1:]; !beginsReference(text) {
			return false
		}
	}
}

// beginsReference says whether b, which follows a "&", goes on as a number or as one of the references of XML.
func beginsReference(b []byte) bool {
	for _, reference := range []string{"amp;", "#", "quot;", "lt;", "gt;"} {
		if len(b) >= len(reference) && string(b[:len(reference)]) == reference {
			return true
		}
	}
	return false
}

// read makes the attributes of a piece. Of those with the same key the first counts.
func (c *cutting) read(p *piece) []html.Attribute {
	list := c.room(p.last - p.first)
	text := string(c.page[p.from:p.to])
	for _, a := range c.attributes[p.first:p.last] {
		key := keyOf(text[a.key.from-p.from:a.key.to-p.from], c.page[a.key.from:a.key.to])
		if hasKey(list, key) {
			continue
		}
		value := text[a.value.from-p.from : a.value.to-p.from]
		if p.coded {
			value = html.UnescapeString(withNewlines(value))
		}
		list = append(list, html.Attribute{Key: key, Val: value})
	}
	if p.name == linkName { // a formatting element: the parser sorts its attributes
		slices.SortFunc(list, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	}
	return list
}

func hasKey(list []html.Attribute, key string) bool {
	for i := range list {
		if list[i].Key == key {
			return true
		}
	}
	return false
}

// room is memory for n attributes, taken from a piece for many: most tags have few.
func (c *cutting) room(n int) []html.Attribute {
	if len(c.spare) < n {
		c.spare = make([]html.Attribute, max(n, min(len(c.attributes), 256)))
	}
	list := c.spare[:0:n]
	c.spare = c.spare[n:]
	return list
}

// keyOf is a key in lower case: one of those that package atom knows, where it does, for they are held in memory once.
func keyOf(key string, b []byte) string {
	for _, c := range b {
		if 'A' <= c && c <= 'Z' {
			return strings.Map(lower, key)
		}
	}
	if a := atom.Lookup(b); a != 0 {
		return a.String()
	}
	return key
}

// lower is a letter of ASCII in lower case, and any other character as it is.
func lower(c rune) rune {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}
