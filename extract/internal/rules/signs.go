package rules

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// signs are by what an element may meet the condition of a rule: its tag, a class, its id. Elements are told apart by
// what dom knows of them in any case, so that a page on which no element has a sign of any rule costs next to nothing.
type signs struct {
	tags, ids map[string][]int // the rules
	classes   map[uint32][]int // by their hash (dom.Classes)
	any       []int            // those whose condition has no sign
	count     int

	names  dom.Vocabulary // what the words in the classes mean
	common bool           // some sign is a common tag, or a class without a word that dom knows: all elements may have it
}

// add adds the signs of the condition of rule i, one for each alternative.
func (s *signs) add(i int, when *Selector) {
	if s.tags == nil {
		s.tags, s.classes, s.ids = map[string][]int{}, map[uint32][]int{}, map[string][]int{}
	}
	s.count++
	for _, c := range when.chains {
		tag, class, id := nameParts(c[len(c)-1].source)
		switch {
		case tag != "" && isRare(atom.Lookup([]byte(tag))):
			s.tags[tag] = append(s.tags[tag], i)
		case class != "":
			s.addClass(class, i)
		case id != "":
			s.ids[id] = append(s.ids[id], i)
		case tag != "" && tag != "*":
			s.tags[tag], s.common = append(s.tags[tag], i), true
		default:
			s.any, s.common = append(s.any, i), true
		}
	}
}

// isRare tells the tags of which a page has few, among them those that HTML does not know.
func isRare(tag atom.Atom) bool {
	switch tag {
	case 0, atom.Html, atom.Body, atom.Meta, atom.Link, atom.Base, atom.Main:
		return true
	}
	return false
}

// may tells whether an element may have a sign by its tag or its classes.
func (s *signs) may(node *dom.Node) bool {
	return node.Flags&dom.InRaw == 0 && (node.Names&s.names != 0 || s.common || isRare(node.Tag))
}

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
			if !dom.Alternates(name) && (class == "" || dom.VocabularyOf(name) != 0) {
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

func (s *signs) addClass(class string, rule int) {
	for _, hash := range dom.Classes(class) {
		s.classes[hash] = append(s.classes[hash], rule)
	}
	names := dom.VocabularyOf(class)
	s.names, s.common = s.names|names, s.common || names == 0
}

// memo remembers by their signatures which rules elements are signs of. Sites share themes, so it is kept from page to
// page.
type memo struct {
	entries [4096]struct {
		signature uint32
		list      int32 // the position in lists of the rules
	}
	lists [][]int // the first is empty
}

// rows gives the rules whose conditions the tag and the classes of an element may meet.
func (m *memo) rows(s *signs, node *dom.Node) []int {
	e := &m.entries[node.Signature%uint32(len(m.entries))]
	if e.signature != node.Signature {
		e.signature, e.list = node.Signature, 0
		if rows := s.read(node); len(rows) > 0 {
			e.list = m.position(rows)
		}
	}
	return m.lists[e.list]
}

// position is that of a list in m, which holds each once.
func (m *memo) position(rows []int) int32 {
	for i, list := range m.lists {
		if slices.Equal(list, rows) {
			return int32(i)
		}
	}
	m.lists = append(m.lists, rows)
	return int32(len(m.lists) - 1)
}

func (s *signs) read(node *dom.Node) (rows []int) {
	rows = append(rows, s.any...)
	if len(s.tags) > 0 {
		rows = append(rows, s.tags[node.HTML.Data]...)
	}
	for i := range node.HTML.Attr {
		if a := &node.HTML.Attr[i]; a.Key == "class" && len(s.classes) > 0 {
			for _, hash := range dom.Classes(a.Val) {
				rows = append(rows, s.classes[hash]...)
			}
		}
	}
	return rows
}
