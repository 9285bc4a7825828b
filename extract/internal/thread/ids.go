package thread

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/page"
)

// identify fills in what a unit is called and what it is worth: id, permalink, votes, kind, whether it was accepted.
func (f *finder) identify() {
	for i := range f.units {
		u := &f.units[i]
		u.out.ID = f.idFound(u)
	}
	f.readDateLinks()
	for i := range f.units {
		u := &f.units[i]
		u.out.URL = f.permalink(u)
		u.out.Score = f.votes(u)
		u.out.Accepted = f.isAccepted(u)
		f.takeFacts(u)
		switch {
		case u.given.passes(rules.Deleted):
			u.out.Kind = page.Removed
		case u.ping:
			u.out.Kind = page.Pingback
		case f.saysDeleted(u):
			u.out.Kind = page.Removed
		default:
			u.out.Kind = page.Remark
		}
	}
}

// idFound is what a unit is called: by the rule, by its elements, by its permalink.
func (f *finder) idFound(u *unit) string {
	if id := f.idGiven(u); id != "" {
		return id
	}
	if id := f.idOf(u); id != "" {
		return id
	}
	return f.idInLink(u)
}

// isPing tells a notice that another page links here: named so, in a list named so, or beginning with the word.
func (f *finder) isPing(u *unit) bool {
	if f.x.Node(u.root).Names&dom.NamePing != 0 {
		return true
	}
	for n, up := f.x.Node(u.root).Parent, 0; n > 0 && up < 2; n, up = f.x.Node(n).Parent, up+1 {
		if names := f.x.Node(n).Names; names&dom.NamePing != 0 && names&dom.NameComment == 0 {
			return true
		}
	}
	for n := u.root; n <= u.last; n++ {
		if node := f.x.Node(n); f.x.IsText(n) && node.Flags&(dom.Blank|dom.NotText) == 0 {
			return pingWords.of(strings.TrimSpace(node.HTML.Data))
		}
	}
	return false
}

// pings are what WordPress writes before a notice that another page links here.
var pings = []string{"pingback", "trackback"}

var pingWords = beginningsOf(pings)

// isPingLabel tells a text that is no more than that.
func isPingLabel(s string) bool {
	return slices.Contains(pings, strings.ToLower(strings.Trim(s, " \u00a0\t\n:")))
}

// idOf is the number by which the page names a unit: in the id or a data attribute of its root, of what holds it
// alone, of an anchor before it, or of the first elements and anchors in it.
func (f *finder) idOf(u *unit) string {
	for n := u.root; n >= u.item && n > 0; n = f.x.Node(n).Parent {
		if id := f.idAt(n); id != "" {
			return id
		}
	}
	if a := f.anchorBefore(u); a != dom.None {
		if id := f.idAt(a); id != "" {
			return id
		}
	}
	for n, seen := u.root+1, 0; n <= u.last && seen < 5; n++ {
		if f.x.IsText(n) || isInside(u.body, n) {
			continue
		}
		seen++
		if id := f.idAt(n); id != "" {
			return id
		}
	}
	return ""
}

// isInside tells whether n stands in one of the spans and does not begin it.
func isInside(s dom.Selection, n dom.ID) bool {
	return slices.ContainsFunc(s, func(span dom.Span) bool { return span.First < n && n <= span.Last })
}

// anchorBefore is an empty anchor right before a unit, dom.None if there is none.
func (f *finder) anchorBefore(u *unit) dom.ID {
	n := u.root - 1
	for n > 0 && f.x.IsText(n) && f.x.Has(n, dom.Blank) {
		n--
	}
	if n > 0 && f.x.Is(n, atom.A) && f.x.Chars(n) == 0 && f.x.Node(n).Parent == f.x.Node(u.root).Parent {
		return n
	}
	return dom.None
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
	return isNumberAttribute(key) && !strings.Contains(key, "user") &&
		containsAny(key, "comment", "post", "message", "reply", "answer", "node")
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
	if last > 0 && isKindPrefix(tokens[last-1]) {
		return tokens[last]
	}
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

// isKindPrefix tells the prefixes that Reddit puts before the id of a thing for what it is: t1 to t6, in its API.
func isKindPrefix(token string) bool {
	return len(token) == 2 && token[0] == 't' && token[1] >= '1' && token[1] <= '6'
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// permalink is the address of a unit: what its date links to, if that has its id; else of its links to a numbered place
// the one that holds its id, else the first that does not name another; else the page's address with the element's id.
func (f *finder) permalink(u *unit) string {
	id := u.out.ID
	if href := f.dateLink(u); id != "" && strings.Contains(href, id) {
		return f.address(href)
	}
	first := ""
	for _, c := range u.marks {
		href := f.x.Attr(c.node, "href")
		if c.kind&markPermalink == 0 || c.kind&markReply != 0 || containsAny(href, "/edit", "/reactions", "/report", "/delete") {
			continue
		}
		if id != "" && strings.Contains(href, id) {
			return f.address(href)
		}
		if first == "" && !u.body.Contains(c.node) && !namesAnother(href, id) {
			first = href
		}
	}
	if first == "" && f.ctx.Base != nil && !f.sharesID(u) {
		first = f.fragmentOf(u)
	}
	return f.address(first)
}

// dateLink is what the date of a unit links to, "" if it is no link.
func (f *finder) dateLink(u *unit) string {
	if u.date == dom.None {
		return ""
	}
	if a := f.x.Ancestor(u.date, atom.A); a != dom.None && a > u.root {
		return f.x.Attr(a, "href")
	}
	for n, last := u.date, min(f.x.Node(u.date).Last, u.date+4); n <= last; n++ {
		if f.x.Is(n, atom.A) {
			return f.x.Attr(n, "href")
		}
	}
	return ""
}

// readDateLinks gives the units that nothing numbers the ids in what their dates link to: where the links of all of
// them differ, these are permalinks.
func (f *finder) readDateLinks() {
	links := make(map[string]int, len(f.units))
	missing := 0
	for i := range f.units {
		if u := &f.units[i]; u.out.ID == "" {
			missing++
			if href := f.dateLink(u); href != "" {
				links[href] = i
			}
		}
	}
	if len(links) < missing || missing < 2 {
		return
	}
	for href, i := range links {
		f.units[i].out.ID = lastID(href)
	}
}

// lastID is the id with which an address ends: in its fragment, the value of its last parameter, or the last segment
// of its path.
func lastID(href string) string {
	href, fragment, _ := strings.Cut(href, "#")
	if id := bareID(fragment); id != "" {
		return id
	}
	if path, query, ok := strings.Cut(href, "?"); !ok {
		href = path
	} else if i := strings.LastIndexByte(query, '='); hasDigit(query[i+1:]) {
		return query[i+1:]
	} else {
		href = path
	}
	href = strings.TrimRight(href, "/")
	return bareID(href[strings.LastIndexByte(href, '/')+1:])
}

// sharesID tells whether a unit beside u has the same id attribute: it names no place then.
func (f *finder) sharesID(u *unit) bool {
	i, own := f.unitFrom(u.root), f.x.Attr(u.root, "id")
	for _, j := range [...]int{i - 1, i + 1} {
		if own != "" && j >= 0 && j < len(f.units) && f.x.Attr(f.units[j].root, "id") == own {
			return true
		}
	}
	return false
}

// namesAnother tells whether a link leads to the fragment of another unit than that with this id: "in reply to".
func namesAnother(href, id string) bool {
	_, fragment, ok := strings.Cut(href, "#")
	other := bareID(fragment)
	return ok && id != "" && other != "" && other != id
}

// fragmentOf is the fragment of a unit's element, of what holds it alone, or of the one in it that is named after the
// unit's id alone.
func (f *finder) fragmentOf(u *unit) string {
	own := f.x.Attr(u.root, "id")
	if a := f.anchorBefore(u); own == "" && a != dom.None {
		own = cmp.Or(f.x.Attr(a, "id"), f.x.Attr(a, "name"))
	}
	for n := u.root; own == "" && n >= u.item && n > 0; n = f.x.Node(n).Parent {
		own = f.x.Attr(n, "id")
	}
	if own == "" {
		return ""
	}
	for n, last := u.root+1, min(u.last, u.root+maxInner); n <= last && !isAlone(own, u.out.ID); n++ {
		if id := f.x.Attr(n, "id"); isAlone(id, u.out.ID) {
			return "#" + id
		}
	}
	return "#" + own
}

// maxInner is how many nodes of a unit are looked at for an element that is named after it.
const maxInner = 40

// isAlone tells whether an element's id is that of a unit with nothing but a word before it: comment-12, p12.
func isAlone(elementID, id string) bool {
	word, ok := strings.CutSuffix(elementID, id)
	return ok && id != "" && !hasDigit(word) && strings.Count(word, "-")+strings.Count(word, "_") <= 1
}
