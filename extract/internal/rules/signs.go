package rules

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// signs are by what an element may meet the condition of a rule: its tag, a class, its id. A page on which no element
// has a sign of any rule costs a look at each of its elements.
type signs struct {
	tags, classes, ids map[string][]int // the rules
	any                []int            // those whose condition has no sign
	count              int
}

// add adds the signs of the condition of rule i, one for each alternative.
func (s *signs) add(i int, when *Selector) {
	if s.tags == nil {
		s.tags, s.classes, s.ids = map[string][]int{}, map[string][]int{}, map[string][]int{}
	}
	s.count++
	for _, c := range when.chains {
		tag, class, id := nameParts(c[len(c)-1].source)
		switch {
		case rareTags[tag], strings.Contains(tag, "-"):
			s.tags[tag] = append(s.tags[tag], i)
		case class != "":
			s.classes[bare(class)] = append(s.classes[bare(class)], i)
		case id != "":
			s.ids[id] = append(s.ids[id], i)
		case tag != "" && tag != "*":
			s.tags[tag] = append(s.tags[tag], i)
		default:
			s.any = append(s.any, i)
		}
	}
}

// rareTags are those of which a page has few.
var rareTags = map[string]bool{"html": true, "body": true, "meta": true, "link": true, "base": true, "main": true}

// nameParts gives the tag, a class and the id that the last element of a selector must have, "" where it names none.
func nameParts(source string) (tag, class, id string) {
	var last []byte
	for i := range topLevel(source) {
		if isCombinator(source[i]) {
			last = last[:0]
		} else if !isSpace(source[i]) {
			last = append(last, source[i])
		}
	}
	for start := 0; start < len(last); {
		end := start + 1
		for end < len(last) && !strings.ContainsRune(".#:", rune(last[end])) {
			end++
		}
		switch name := string(last[start+1 : end]); last[start] {
		case '.':
			if !dom.Alternates(name) && bare(name) != "" {
				class = name
			}
		case '#':
			id = name
		case ':':
		default:
			tag = strings.ToLower(string(last[start:end]))
		}
		start = end
	}
	return tag, class, id
}

// bare is a class without digits, as signatures have it.
func bare(class string) string {
	if !strings.ContainsAny(class, "0123456789") {
		return class
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, class)
}

// memo remembers by their signatures which rules elements are signs of. Sites share themes, so it is kept from page to
// page.
type memo [1024]struct {
	signature uint32
	rows      []int
}

// rows gives the rules whose conditions the tag and the classes of an element may meet.
func (m *memo) rows(s *signs, node *dom.Node) []int {
	e := &m[node.Signature%uint32(len(m))]
	if e.signature != node.Signature {
		e.signature, e.rows = node.Signature, s.read(node)
	}
	return e.rows
}

func (s *signs) read(node *dom.Node) (rows []int) {
	rows = append(rows, s.any...)
	rows = append(rows, s.tags[node.HTML.Data]...)
	for i := range node.HTML.Attr {
		if a := &node.HTML.Attr[i]; a.Key == "class" && len(s.classes) > 0 {
			for class := range strings.FieldsSeq(a.Val) {
				rows = append(rows, s.classes[bare(class)]...)
			}
		}
	}
	return rows
}
