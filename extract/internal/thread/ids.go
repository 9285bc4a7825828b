package thread

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// identify fills in what a unit is called and what it is worth: id, permalink, votes, kind, whether it was accepted.
func (f *finder) identify() {
	for i := range f.units {
		u := &f.units[i]
		if u.out.ID = f.idOf(u); u.out.ID == "" {
			u.out.ID = f.idInLink(u)
		}
		u.out.URL = f.permalink(u)
		u.out.Score = f.votes(u)
		u.out.Accepted = f.isAccepted(u)
		node := f.x.Node(u.root)
		switch {
		case node.Names&dom.NamePing != 0:
			u.out.Kind = page.Pingback
		case f.saysDeleted(u):
			u.out.Kind = page.Removed
		default:
			u.out.Kind = page.Remark
		}
	}
}

// idOf is the number by which the page names a unit: in the id or a data attribute of its root, of what holds it
// alone, or of the first elements and anchors in it.
func (f *finder) idOf(u *unit) string {
	for n := u.root; n >= u.item && n > 0; n = f.x.Node(n).Parent {
		if id := f.idAt(n); id != "" {
			return id
		}
	}
	for n, seen := u.root+1, 0; n <= u.last && seen < 5; n++ {
		if f.x.IsText(n) {
			continue
		}
		seen++
		if id := f.idAt(n); id != "" {
			return id
		}
	}
	return ""
}

// idAt is the number in an id or data attribute of an element.
func (f *finder) idAt(n dom.ID) string {
	for _, a := range f.x.Node(n).HTML.Attr {
		if isIDAttribute(a.Key) {
			if id := bareID(a.Val); id != "" {
				return id
			}
		}
	}
	return ""
}

// isIDAttribute tells the attributes that number comments: id, name, data-comment-id, data-post-id, data-node-id.
func isIDAttribute(key string) bool {
	switch key {
	case "id", "name", "data-id", "thingid", "data-pid":
		return true
	}
	return isNumberAttribute(key) && containsAny(key, "comment", "post", "message", "reply", "answer", "node")
}

// idInLink is the number in the fragment of a unit's first link to a numbered place outside of its body.
func (f *finder) idInLink(u *unit) string {
	for _, c := range u.marks {
		if c.kind&markPermalink != 0 && c.kind&markReply == 0 && !u.body.Contains(c.node) {
			_, fragment, _ := strings.Cut(f.x.Attr(c.node, "href"), "#")
			return bareID(fragment)
		}
	}
	return ""
}

// bareID cuts the prefix of an id: comment-12 is 12, thing_t1_ab3 is ab3, wpd-comm-51_0 is 51. It is "" for an id
// without a number.
func bareID(id string) string {
	if !hasDigit(id) || len(id) > 64 || strings.ContainsAny(id, " \t\n") {
		return ""
	}
	tokens := strings.FieldsFunc(id, func(r rune) bool { return r == '-' || r == '_' || r == ':' || r == '.' || r == '/' || r == '=' })
	last := len(tokens) - 1
	for last > 0 && (!hasDigit(tokens[last]) || isNumber(tokens[last]) && isNumber(tokens[last-1])) {
		last--
	}
	if last < 0 {
		return ""
	}
	token := tokens[last]
	if number := strings.TrimLeft(token, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"); isNumber(number) {
		return number
	}
	return token
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// permalink is the address of a unit: of its links to a numbered place the one that holds its id, else the first;
// else the page's address with the id of its root.
func (f *finder) permalink(u *unit) string {
	first := ""
	for _, c := range u.marks {
		if c.kind&markPermalink == 0 || c.kind&markReply != 0 {
			continue
		}
		href := f.x.Attr(c.node, "href")
		if u.out.ID != "" && strings.Contains(href, u.out.ID) {
			return f.address(href)
		}
		if first == "" && !u.body.Contains(c.node) {
			first = href
		}
	}
	if id := f.x.Attr(u.root, "id"); first == "" && id != "" && f.ctx.Base != nil {
		first = "#" + id
	}
	return f.address(first)
}
