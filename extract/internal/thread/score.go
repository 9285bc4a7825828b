package thread

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// shares say of how many of a group's members something holds, from 0 to 1. What lies in a nested member counts for
// that member alone.
type shares struct {
	date, author, reply, avatar, permalink, vote float64
	body                                         float64 // has words beyond its marks
	title                                        float64 // has a heading that links elsewhere, as a card has
	named                                        float64 // has a name that nothing but its place beside the date marks; looked for where it decides
	links                                        float64 // link density
	words                                        float64 // mean words beyond the marks
}

// String is how a group's shares are told to those who ask why it was chosen or not.
func (s shares) String() string {
	return fmt.Sprintf("date %.2f, author %.2f, named %.2f, reply %.2f, avatar %.2f, permalink %.2f, vote %.2f, body %.2f, title %.2f, links %.2f, words %.1f",
		s.date, s.author, s.named, s.reply, s.avatar, s.permalink, s.vote, s.body, s.title, s.links, s.words)
}

// judge scores a group by what its members hold and where they stand. Groups of fewer than two members need a name.
func (f *finder) judge(g *group) {
	f.dropLists(g)
	f.dropCards(g)
	f.measure(g)
	s := &g.share
	p := 1.2*s.date + bylinePoints*s.author + 1.5*s.reply + .6*s.avatar + .8*s.permalink + .4*s.vote
	p += f.named(g)
	p += f.place(g)
	if g.names&strongNames == 0 || s.words > 120 && g.trait != byMicrodata {
		p -= 2.5 * s.title
	}
	if f.isForm(g) {
		p -= 3
	}
	if f.isReview(g) || f.isPost(g.members[0]) {
		p -= 6
	}
	if f.areArticles(g) {
		p += 1.6
	}
	if len(g.members) > 2 && s.date > .9 && s.words > 8 {
		p += .5
	}
	if s.links > .5 {
		p -= 2 * s.links
	}
	if g.names&(dom.NameList|dom.NameForm|dom.NamePager) != 0 {
		p -= 1.5
	}
	if len(g.members) == 1 && f.isVerdict(g) {
		p -= 2
	}
	if s.body < .6 || len(g.members) > 1 && math.Max(s.date, math.Max(s.author, s.reply)) < .7 && g.names&dom.NameComment == 0 {
		p -= 4
	}
	if p+bylinePoints >= enough && (p < enough || !f.isKnown(g)) && mayBeNamed(s) {
		s.named = f.namedBesideDates(g)
		p += bylinePoints * s.named
	}
	g.points = p
}

// mayBeNamed tells whether members have dates and texts but no names that are marked.
func mayBeNamed(s *shares) bool {
	return s.author < .5 && s.date > .8 && s.body > .8 && s.words >= 8 && s.links < .3 && s.title == 0
}

// bylinePoints are what members are given for names that are marked, and for names beside their dates.
const bylinePoints = 1.2

// byline is the share of the members that have a name, whatever marks it.
func (s *shares) byline() float64 { return math.Max(s.author, s.named) }

// isVerdict tells a single text with a name and nothing else that a comment has: what the house or one of its customers thinks.
func (f *finder) isVerdict(g *group) bool {
	s := &g.share
	return s.author > 0 && s.date+s.reply+s.avatar+s.permalink+s.vote == 0 && g.trait != byMicrodata && g.trait != byNumber && !g.headed
}

// isForm tells whether the members are parts of a form, a dialog or the notes of an article: of a comment form, every
// field may be named for comments.
func (f *finder) isForm(g *group) bool {
	flags := f.x.Node(g.members[0]).Flags
	if flags&dom.InDialog != 0 || g.names&(dom.NamePopup|dom.NameFootnote) != 0 {
		return true
	}
	return g.share.date < .5 && (flags&dom.InForm != 0 && g.share.reply < .5 || f.holdsAny(g.members[0], f.marks.fields))
}

// isPost tells a post of a blog by the classes that WordPress gives it (post_class), among which are the names of its
// categories; what its forum plugins show has the same without these.
func (f *finder) isPost(n dom.ID) bool {
	for token := range strings.FieldsSeq(f.x.Attr(n, "class")) {
		switch token {
		case "type-post", "type-page", "type-product":
			return true
		}
	}
	return false
}

// isReview tells whether the members are what buyers say of a product: they are named so, or what holds them is.
func (f *finder) isReview(g *group) bool {
	n := g.members[0]
	if g.names&dom.NameRating != 0 && (g.names&dom.NameComment == 0 || f.namesReview(n) || f.ctx.Data != nil && f.ctx.Data.First("Product") != nil) {
		return true
	}
	for n = f.x.Node(n).Parent; n > 0 && f.x.Words(n)*2 <= f.x.Words(0); n = f.x.Node(n).Parent {
		if f.x.Node(n).Names&dom.NameRating != 0 && f.namesReview(n) {
			return true
		}
	}
	return false
}

// namesReview tells a review from what has the stars that a comment may give.
func (f *finder) namesReview(n dom.ID) bool {
	names := strings.ToLower(f.x.Attr(n, "class") + " " + f.x.Attr(n, "id"))
	return strings.Contains(strings.ReplaceAll(names, "preview", ""), "review")
}

// areArticles tells whether the members are article elements with authors and texts but without titles: HTML has that
// element for forum posts and comments too (HTML Standard, section 4.3.2).
func (f *finder) areArticles(g *group) bool {
	s := &g.share
	return len(g.members) > 2 && g.names&unitNames == 0 && f.x.Is(g.members[0], atom.Article) &&
		s.author > .9 && s.words > 15 && s.title < .2 && s.links < .3 && (s.date < .5 || s.reply+s.avatar+s.permalink > .5)
}

// arePosts tells whether the members are named posts, have authors, dates and texts without titles, and stand in what
// is named for a topic: the posts of a forum go by the name of those of a blog.
func (f *finder) arePosts(g *group) bool {
	s := &g.share
	if g.names&dom.NameArticle == 0 || s.author < .9 || s.date < .9 || s.words < 15 || s.title > .2 || s.links > .3 {
		return false
	}
	for n := f.x.Node(g.members[0]).Parent; n > 0; n = f.x.Node(n).Parent {
		if f.x.Node(n).Names&dom.NameThread != 0 {
			return true
		}
	}
	return false
}

// named scores what the members call themselves.
func (f *finder) named(g *group) float64 {
	p := 0.0
	switch {
	case g.trait == byMicrodata:
		p = 3
	case g.names&(dom.NameComment|dom.NameAnswer) != 0:
		p = 2
	case g.names&(dom.NameMessage|dom.NameReply) != 0:
		p = 1.5
	case g.names&(dom.NameThread|dom.NameArticle) != 0:
		p = .7
	}
	if g.trait == byNumber && p > 0 {
		p += .5
	} else if g.trait == byNumber && isUnitStem(g.label) {
		p = 2
	} else if g.trait == byAnchor && p == 0 {
		p = 1.5
	}
	if g.names&(dom.NameRelated|dom.NamePopular|dom.NameProduct) != 0 {
		p -= 3
	}
	return p
}

// place scores where the members stand, from what holds the first of them.
func (f *finder) place(g *group) float64 {
	g.headed = f.isHeaded(g.members[0])
	p, conversation := 0.0, g.headed
	for n := f.x.Node(g.members[0]).Parent; n > 0; n = f.x.Node(n).Parent {
		node := f.x.Node(n)
		if node.Tag == atom.Body {
			break
		}
		if f.x.Words(n)*2 > f.x.Words(0) {
			continue // most of the page: no side of it
		}
		if node.Names&(dom.NameComment|dom.NameThread|dom.NameMessage|dom.NameAnswer) != 0 {
			conversation = true
		}
		if node.Names&(dom.NameRelated|dom.NamePopular|dom.NameNav|dom.NameWidget) != 0 {
			p--
		}
		if node.Names&(dom.NameSidebar) != 0 || node.Flags&dom.InAside != 0 && f.x.Is(n, atom.Aside) {
			p -= 2
		}
	}
	if conversation {
		p++
	}
	return math.Max(p, -4)
}

// isHeaded tells whether the nearest heading before n names comments and stands close to it, or a line that is none
// stands right over it and does.
func (f *finder) isHeaded(n dom.ID) bool {
	if f.caption(n) != nil || f.isLabelled(n) {
		return true
	}
	i, _ := slices.BinarySearch(f.x.Headings, n)
	if i == 0 {
		return false
	}
	h := f.x.Headings[i-1]
	if f.x.CharsBetween(f.x.Node(h).Last, n) > 200 {
		return false
	}
	_, ok := slices.BinarySearch(f.headings, h)
	return ok
}

// isTalkHeading tells a heading in lower case that names a conversation, with or without a number.
func isTalkHeading(heading []byte) bool {
	heading = bytes.TrimFunc(heading, func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.Contains(talkHeadings, string(heading))
}

// isRecentHeading tells a heading in lower case over what was last said anywhere on the site.
func isRecentHeading(heading []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimSpace(heading), []byte(" "))
	return slices.Contains(recentWords, string(first)) || bytes.HasPrefix(first, []byte("最"))
}

// maxLabelled is how far around a unit the label of its list is looked for.
const maxLabelled = 4

// isLabelled tells whether what n stands in has a label that names comments (WAI-ARIA, aria-label).
func (f *finder) isLabelled(n dom.ID) bool {
	for range maxLabelled {
		if n = f.x.Node(n).Parent; n <= 0 {
			return false
		}
		if label := f.x.Attr(n, "aria-label"); label != "" && len(label) <= maxMark && namesComments([]byte(label)) {
			return true
		}
	}
	return false
}

// readHeadings finds the headings that name comments.
func (f *finder) readHeadings() {
	for _, h := range f.x.Headings {
		if f.x.Words(h) > 16 || f.x.Words(h) == 0 {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], h, f.x.Node(h).Last)
		if (namesComments(f.buf) || isTalkHeading(f.buf)) && !isRecentHeading(f.buf) {
			f.headings = append(f.headings, h)
		}
	}
}

// measure counts what the members hold, each without its nested members.
func (f *finder) measure(g *group) {
	var s shares
	var chars, links int
	for i, n := range g.members {
		end := f.end(g, i)
		t := f.marks.between(n, end+1)
		words, c, l := f.x.WordsBetween(n, end+1), f.x.CharsBetween(n, end+1), f.x.LinkCharsBetween(n, end+1)
		for m := range f.nested(g.members, i) {
			u := f.marks.of(m)
			t.sub(u)
			words -= f.x.Words(m)
			c -= f.x.Chars(m)
			l -= f.x.LinkChars(m)
		}
		chars += c
		links += l
		s.date += has(t.dates)
		s.author += has(t.authors)
		s.reply += has(t.replies)
		s.avatar += has(t.avatars)
		s.permalink += has(t.permalinks)
		s.vote += has(t.votes)
		body := int32(words) - t.words
		s.body += has(body)
		s.words += float64(body)
	}
	s.title = f.titles(g.members)
	n := float64(len(g.members))
	for _, v := range [...]*float64{&s.date, &s.author, &s.reply, &s.avatar, &s.permalink, &s.vote, &s.body, &s.title, &s.words} {
		*v /= n
	}
	if chars > 0 {
		s.links = float64(links) / float64(chars)
	}
	g.share = s
}

func has(n int32) float64 {
	if n > 0 {
		return 1
	}
	return 0
}

// nested yields the members that stand in member i directly: in no other member within it.
func (f *finder) nested(members []dom.ID, i int) func(yield func(dom.ID) bool) {
	return func(yield func(dom.ID) bool) {
		last := f.x.Node(members[i]).Last
		for j := i + 1; j < len(members) && members[j] <= last; {
			n := members[j]
			if !yield(n) {
				return
			}
			next, _ := slices.BinarySearch(members[j:], f.x.Node(n).Last+1)
			j += next
		}
	}
}

// titles counts the members that have a heading with a link to another page.
func (f *finder) titles(members []dom.ID) float64 {
	count, i := 0.0, 0
	for _, h := range f.titleLinks {
		for i < len(members) && f.x.Node(members[i]).Last < h {
			i++
		}
		if i < len(members) && members[i] <= h {
			count++
		}
	}
	return math.Min(count, float64(len(members)))
}

// readTitleLinks finds the headings, and what else is named a title, that link to another page.
func (f *finder) readTitleLinks() {
	for _, h := range f.x.Headings {
		if f.leadsElsewhere(h) {
			f.titleLinks = append(f.titleLinks, h)
		}
	}
	for _, n := range f.marks.titled {
		if f.leadsElsewhere(n) && f.x.LinkChars(n) == f.x.Chars(n) {
			f.titleLinks = append(f.titleLinks, n)
		}
	}
	slices.Sort(f.titleLinks)
}

// leadsElsewhere tells whether a title links to another page than that of a person or a comment.
func (f *finder) leadsElsewhere(h dom.ID) bool {
	if f.marks.of(h).authors > 0 {
		return false
	}
	a := f.linkAt(h)
	if a == dom.None {
		return false
	}
	href := f.x.Attr(a, "href")
	return !strings.HasPrefix(href, "#") && !isProfile(href) && !isPermalink(href)
}

// dropLists takes out of a group without classes the members whose marks are all those of members in them: a list is made
// of the same bare elements as what it lists.
func (f *finder) dropLists(g *group) {
	if g.trait != byParent || len(g.members) < 2 {
		return
	}
	kept := g.members[:0:0]
	for i, n := range g.members {
		own, holds := f.marks.of(n), false
		for m := range f.nested(g.members, i) {
			own.sub(f.marks.of(m))
			holds = true
		}
		if !holds || own.dates+own.authors+own.replies > 0 {
			kept = append(kept, n)
		}
	}
	g.members = kept
}

// dropCards takes out of a group the members that begin with a title which links to another page, where most do not:
// rows of similar topics below the posts of one.
func (f *finder) dropCards(g *group) {
	if len(g.members) < 3 || g.ends != nil {
		return
	}
	var kept []dom.ID
	for _, n := range g.members {
		if !f.isCard(n) {
			kept = append(kept, n)
		}
	}
	if len(kept)*2 > len(g.members) && len(kept) < len(g.members) {
		f.ctx.Log.Add("thread", g.label, "dropped", "%d of %d elements: their titles link to other pages", len(g.members)-len(kept), len(g.members))
		g.members = kept
	}
}

// isCard tells whether an element begins with a title that links to another page, but for the letter of an avatar.
func (f *finder) isCard(n dom.ID) bool {
	i, _ := slices.BinarySearch(f.titleLinks, n)
	return i < len(f.titleLinks) && f.titleLinks[i] <= f.x.Node(n).Last && f.x.CharsBetween(n, f.titleLinks[i]) <= 2
}

// linkAt is a link in or around the heading h.
func (f *finder) linkAt(h dom.ID) dom.ID {
	if a := f.x.Ancestor(h, atom.A); a != dom.None {
		return a
	}
	for n := h; n <= f.x.Node(h).Last; n++ {
		if f.x.Is(n, atom.A) {
			return n
		}
	}
	return dom.None
}
