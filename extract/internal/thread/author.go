package thread

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// findAuthors finds who wrote each unit. Of the names in a unit the one is taken whose element looks most like a
// byline and stands in the same place of most units.
func (f *finder) findAuthors() {
	f.readNames()
	places := f.places(markAuthor, func(c *candidate) (string, bool) { return c.name, c.named })
	for i := range f.units {
		u := &f.units[i]
		if f.takeAuthor(u) {
			continue
		}
		if name := f.namedByRoot(u); name != "" && u.out.Author == nil {
			u.out.Author = &page.Person{Name: name}
		}
		best := 0.0
		for _, c := range u.marks {
			if c.kind&markAuthor == 0 || f.isQuoted(c.node, u) {
				continue
			}
			name := c.name
			if !c.named && (!u.ping || name == "") { // a page may have a colon in its title
				continue
			}
			score := f.bylineScore(c.node) + places[c.template].weight(len(f.units)) - .1*float64(max(0, len(strings.Fields(name))-3))
			if u.author != dom.None && f.x.Within(c.node, u.author) {
				score += .6 // the link within the byline
			}
			if u.out.Author != nil && strings.EqualFold(u.out.Author.Name, name) {
				score += 3
			}
			if utf8.RuneCountInString(name) <= 2 {
				score-- // the initials that stand for a picture
			}
			if score > best {
				best, u.author = score, c.node
			}
		}
		if u.ping && u.author == dom.None {
			u.author = f.linkIn(u)
		}
	}
}

// readNames reads the names that the marks of authors show.
func (f *finder) readNames() {
	for i := range f.units {
		for k := range f.units[i].marks {
			if c := &f.units[i].marks[k]; c.kind&markAuthor != 0 {
				c.name = f.nameIn(c.node)
				c.named = isName(c.name)
			}
		}
	}
}

// linkIn is the first link of a unit that has a text: in a pingback, the page that links here.
func (f *finder) linkIn(u *unit) dom.ID {
	for n := u.root; n <= u.last; n++ {
		if f.x.Is(n, atom.A) && f.x.Chars(n) > 0 && f.marks.kinds[n]&(markReply|markLabel) == 0 {
			return n
		}
	}
	return dom.None
}

// dropSharedAddress drops the address that all authors have, whatever their names: it is nobody's own, but that of the
// topic in a forum where they said it, or of a form to log in.
func (f *finder) dropSharedAddress() {
	name, address, shared := "", "", false
	for i := range f.units {
		switch a := f.units[i].out.Author; {
		case a == nil || a.URL == "":
		case address == "":
			name, address = a.Name, a.URL
		case a.URL != address:
			return
		default:
			shared = shared || a.Name != name
		}
	}
	for i := range f.units {
		if a := f.units[i].out.Author; shared && a != nil {
			a.URL = ""
		}
	}
}

// nameAuthors fills in the authors: those of bylines, else those that stand before a date in one text, else those that
// nothing marks.
func (f *finder) nameAuthors() {
	f.readDatelines()
	f.findUnmarked()
	for i := range f.units {
		u := &f.units[i]
		if u.author != dom.None && !f.isOther(u) {
			f.setAuthor(u)
		}
	}
	f.dropSharedAddress()
}

// spot is where marks of one template stand: in how many units, with how many different texts.
type spot struct {
	units, texts int
	last         int    // the last unit that has it
	text         string // what stands there in it
}

// weight is what standing in the same place of most of n units counts. A text that is the same in all of them is a
// label, not a name.
func (s *spot) weight(n int) float64 {
	if s == nil {
		return 0
	}
	w := 3 * float64(s.units) / float64(n)
	if s.texts == 1 && s.units > 1 && 2*s.units > n {
		w -= 4
	}
	return w
}

// places counts, for each template of marks of a kind, the units that have such a mark. read gives the text of a mark
// and whether it counts.
func (f *finder) places(kind mark, read func(*candidate) (string, bool)) map[uint64]*spot {
	spots := map[uint64]*spot{}
	for i := range f.units {
		for k := range f.units[i].marks {
			c := &f.units[i].marks[k]
			s := spots[c.template]
			if c.kind&kind == 0 || s != nil && s.last == i {
				continue
			}
			text, ok := read(c)
			if !ok {
				continue
			}
			if s == nil {
				s = &spot{}
				spots[c.template] = s
			}
			if s.texts == 0 || s.texts == 1 && text != s.text {
				s.texts++
			}
			s.units, s.last, s.text = s.units+1, i, text
		}
	}
	return spots
}

// bylineScore says how much an element looks like the name of an author.
func (f *finder) bylineScore(n dom.ID) float64 {
	node, score := f.x.Node(n), 0.0
	if prop := f.x.Attr(n, "itemprop"); prop == "author" || prop == "creator" {
		score = 5
	}
	if node.Names&dom.NameAuthor != 0 {
		score += 3
	} else if node.Names&dom.NameUser != 0 {
		score++
	}
	if node.Tag == atom.A && isProfile(f.x.Attr(n, "href")) || strings.Contains(f.x.Attr(n, "rel"), "author") {
		score += 2
	}
	if node.Tag == atom.Cite {
		score += 2
	}
	if f.isStanding(n) {
		score -= 4
	}
	if node.Names&(dom.NameBio|dom.NameTag|dom.NameCount|dom.NameRating|dom.NameTitle|dom.NameSignature) != 0 {
		score -= 2
	}
	return score
}

// isStanding tells what says how somebody stands in a community, by the end of a class: user-rank, userGroup, joined.
func (f *finder) isStanding(n dom.ID) bool {
	for token := range strings.FieldsSeq(strings.ToLower(f.x.Attr(n, "class"))) {
		for _, word := range [...]string{"rank", "role", "group", "status", "location", "joined"} {
			if strings.HasSuffix(token, word) {
				return true
			}
		}
	}
	return false
}

// isQuoted tells whether n stands in a quotation within the unit, or in the line above one that says whose it is.
func (f *finder) isQuoted(n dom.ID, u *unit) bool {
	if f.x.Node(n).Flags&^f.x.Node(u.root).Flags&dom.InQuote != 0 {
		return true
	}
	for p, up := n, 0; p > u.root && up < 4; p, up = f.x.Node(p).Parent, up+1 {
		if f.x.Node(p).Names&dom.NameQuote != 0 || strings.Contains(f.x.Attr(p, "class"), "quote") {
			return true
		}
	}
	return false
}

// namedByRoot reads the author from an attribute of the unit: data-author, data-username, author.
func (f *finder) namedByRoot(u *unit) string {
	for _, a := range f.x.Node(u.root).HTML.Attr {
		switch a.Key {
		case "data-author", "data-username", "author", "data-author-name", "data-author-username", "data-user-name":
			if name := trimName(a.Val); isName(name) {
				return name
			}
		}
	}
	return ""
}

// setAuthor fills in the person.
func (f *finder) setAuthor(u *unit) {
	name := f.nameOf(u)
	if name == "" {
		return
	}
	u.out.Author = &page.Person{Name: name}
	for n := u.author; n <= f.x.Node(u.author).Last; n++ {
		if href := f.x.Attr(n, "href"); href != "" && f.x.Chars(n) > 0 && !f.holds(n, u.date) { // not that of an icon
			u.out.Author.URL = f.address(href)
			return
		}
	}
	if a := f.x.Ancestor(u.author, atom.A); a >= u.root {
		u.out.Author.URL = f.address(f.x.Attr(a, "href"))
	}
}

// nameIn is the name that an element shows: without "says", badges and controls.
func (f *finder) nameIn(n dom.ID) string {
	n = f.nameElement(n)
	if v := f.x.Attr(n, "content"); v != "" && f.x.Is(n, atom.Meta) {
		return trimName(v)
	}
	var short [128]byte
	b := short[:0]
	for m := n; m <= f.x.Node(n).Last; m++ {
		node := f.x.Node(m)
		if m != n && node.HTML.Type == html.ElementNode && (f.besideName(node) || f.isStanding(m)) {
			m = node.Last
			continue
		}
		if node.HTML.Type == html.TextNode && node.Flags&(dom.Blank|dom.NotText) == 0 {
			if len(b) > 0 {
				b = append(b, ' ')
			}
			b = f.x.AppendText(b, m, m)
		}
	}
	return trimName(string(b))
}

// nameElement is the element of a byline that holds the name alone, where there is one: microdata, else a link.
func (f *finder) nameElement(n dom.ID) dom.ID {
	found := dom.None
	for m := n + 1; m <= f.x.Node(n).Last; m++ {
		node := f.x.Node(m)
		if node.HTML.Type != html.ElementNode {
			continue
		}
		if f.x.Attr(m, "itemprop") == "name" && (f.x.Chars(m) > 0 || node.Tag == atom.Meta) {
			return m
		}
		if f.x.Chars(m) > 0 && (f.x.HasClass(m, "p-name") || f.x.HasClass(m, "fn")) { // microformats2 h-card, hCard
			return m
		}
		if node.Names&dom.NameAvatar != 0 && node.Tag != atom.Span {
			m = node.Last
			continue
		}
		if found == dom.None && node.Tag == atom.A && f.x.Chars(m) > 0 && !hasOnlyMarks(f.x.Text(m)) {
			found = m
		}
	}
	if found != dom.None {
		return found
	}
	return n
}

// hasOnlyMarks tells a text without letters or digits.
func hasOnlyMarks(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// besideName tells what stands within a byline and is no part of the name.
func (f *finder) besideName(node *dom.Node) bool {
	const beside = dom.NameTag | dom.NameDate | dom.NameAvatar | dom.NameButton | dom.NameTool | dom.NameCount | dom.NameRating |
		dom.NamePopup | dom.NameVote
	return node.Names&beside != 0 && node.Names&(dom.NameAuthor|dom.NameUser) == 0 || node.Flags&dom.InTime != 0 ||
		node.Flags&dom.InControl != 0
}

// isName tells whether a text can be a name: short, with a letter or digit, and not the label of a control.
func isName(s string) bool {
	if s == "" || s[0] == '#' || strings.Contains(s, ": ") || isVerb(s) || strings.Contains(s, "://") || utf8.RuneCountInString(s) > maxMark || labelMark([]byte(s)) != 0 || s[0] == '[' && isDeletion(s) {
		return false
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || r > 0x2000 && !unicode.IsPunct(r) }); i < 0 {
		return false
	}
	if len(strings.Fields(s)) > 12 {
		return false
	}
	if !hasDigit(s) {
		return true
	}
	reader := dates.Reader{}
	_, ok := reader.Read(s)
	return !ok && !dates.Relative(s)
}
