package metadata

import (
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"golang.org/x/net/html/atom"
)

// head is what stands in the title, meta, link and base elements of a page.
type head struct {
	title string // the text of the title element
	base  string // the address in the base element
	metas []meta
	links []link
}

// meta is a meta element. Its key is its name, property, itemprop or http-equiv in lower case; its content is as it
// stands.
type meta struct{ key, content string }

// text is the content on one line, also where it was escaped twice.
func (m *meta) text() string { return collapse(structured.Unescape(m.content)) }

// link is a link element that has a rel.
type link struct{ rel, href string }

// maxMetas is how many elements of the head are read. Pages have up to some hundred.
const maxMetas = 2000

func readHead(x *dom.Index) (h head) {
	for _, n := range x.Metas[:min(len(x.Metas), maxMetas)] {
		node := x.Node(n).HTML
		switch x.Node(n).Tag {
		case atom.Title:
			if h.title == "" && node.Namespace == "" && node.FirstChild != nil {
				h.title = collapse(structured.Unescape(node.FirstChild.Data))
			}
		case atom.Base:
			if href := x.Attr(n, "href"); h.base == "" && href != "" {
				h.base = href
			}
		case atom.Link:
			if rel := x.Attr(n, "rel"); rel != "" {
				h.links = append(h.links, link{strings.ToLower(rel), strings.TrimSpace(x.Attr(n, "href"))})
			}
		case atom.Meta:
			h.readMeta(x, n)
		}
	}
	return h
}

func (h *head) readMeta(x *dom.Index, n dom.ID) {
	content := x.Attr(n, "content")
	if content == "" {
		return
	}
	for _, attr := range x.Node(n).HTML.Attr {
		switch attr.Key {
		case "property", "name", "itemprop", "http-equiv":
			if attr.Val != "" {
				h.metas = append(h.metas, meta{strings.ToLower(strings.TrimSpace(attr.Val)), content})
			}
		}
	}
}

// meta is the content of the first meta element of the first of these keys that has one.
func (h *head) meta(keys ...string) string {
	for _, key := range keys {
		for i := range h.metas {
			if m := &h.metas[i]; m.key == key {
				if s := m.text(); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// all are the contents of all meta elements with the first of these keys that has any.
func (h *head) all(keys ...string) (contents []string) {
	for _, key := range keys {
		for i := range h.metas {
			if m := &h.metas[i]; m.key == key {
				contents = append(contents, m.text())
			}
		}
		if contents != nil {
			break
		}
	}
	return contents
}

// link is the address of the first link element with this rel.
func (h *head) link(rel string) string {
	for _, l := range h.links {
		for token := range strings.FieldsSeq(l.rel) {
			if token == rel && l.href != "" {
				return l.href
			}
		}
	}
	return ""
}

// collapse makes one space of each run of white space, none at the ends.
func collapse(s string) string {
	if isCollapsed(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isCollapsed tells whether a text in ASCII has no other white space than single spaces between words.
func isCollapsed(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return false
		}
	}
	return true
}
