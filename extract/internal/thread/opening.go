package thread

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// takeOpening takes the opening post of a topic: the first unit if it is the post that the others answer, else what
// stands between the title and the first unit.
func (f *finder) takeOpening() *unit {
	if f.rule != nil && f.rule.Opens() {
		return f.takeOpeningByRule()
	}
	if len(f.units) > 0 && f.isSurelyFirst(&f.units[0]) {
		return f.takeFirst()
	}
	before := f.textBefore()
	if len(f.units) > 0 && f.ordinal(&f.units[0]) == 1 && !f.isAnswer(&f.units[0], before) {
		return f.takeFirst()
	}
	if f.hasText(before) {
		return before
	}
	if len(f.units) > 0 && f.isStarter(&f.units[0], before) {
		return f.takeFirst()
	}
	if f.saysMuch(before) {
		return before
	}
	if len(f.units) > 0 && f.isOpening(&f.units[0], before) {
		return f.takeFirst()
	}
	return nil
}

// isSurelyFirst tells whether the first unit is named the opening post, or the page's structured data say that it is.
func (f *finder) isSurelyFirst(u *unit) bool {
	return f.isNamedFirst(u) || f.isIssue(u) || f.isDescribed(u, time.Minute)
}

// isAnswer tells whether the first unit answers what somebody wrote before it: where only answers are numbered, the
// first of them is number one, and the post before has a text, an author and an earlier time.
func (f *finder) isAnswer(u, before *unit) bool {
	return f.hasText(before) && before.out.Author != nil && before.out.Published != "" &&
		before.out.Published < u.out.Published && before.out.Published.Day() != "" && f.pageNumber() == 1
}

// isStarter tells whether what stands before the first unit names its author: "Started by Anna, 3 May".
func (f *finder) isStarter(u, before *unit) bool {
	if f.unitScore() < 0 || f.pageNumber() > 1 || u.out.Author == nil {
		return false
	}
	name := u.out.Author.Name
	if a := before.out.Author; a != nil && a.Name == name {
		return before.out.Published == "" || u.out.Published.Day() == before.out.Published.Day()
	}
	text := f.bodyText(before)
	return len(text) < maxStarter && strings.Contains(text, name)
}

// maxStarter is the length in bytes above which a text is more than a line on who began the topic.
const maxStarter = 240

// takeFirst takes the first unit out of the list.
func (f *finder) takeFirst() *unit {
	post := f.units[0]
	f.units = f.units[1:]
	for i := range f.units {
		f.units[i].parent = max(f.units[i].parent-1, -1)
	}
	return &post
}

// hasText tells whether the body of a unit calls itself text.
func (f *finder) hasText(u *unit) bool {
	return len(u.body) > 0 && !f.isEmpty(u) && f.isSigned(u) && (f.isText(u.body[0].First) || f.inText(u.body[0].First, u))
}

// isSigned tells whether a text has an author; a date is enough where the units have no authors either.
func (f *finder) isSigned(u *unit) bool {
	if u.out.Author != nil || u.out.Published == "" {
		return u.out.Author != nil
	}
	signed := 0
	for i := range f.units {
		if f.units[i].out.Author != nil {
			signed++
		}
	}
	return signed*2 <= len(f.units)
}

// saysMuch tells whether somebody wrote a text before the first unit, and not only handed in a link.
func (f *finder) saysMuch(u *unit) bool {
	words, links := 0, 0
	for _, s := range u.body {
		words += f.x.WordsBetween(s.First, s.Last+1)
		links += f.x.LinkCharsBetween(s.First, s.Last+1)
	}
	return f.isSigned(u) && words >= 8 && links < 5*words/2
}

// isOpening tells whether the first unit is the opening post: it is a post among posts, the page is the first of its
// topic, and nobody else is named before it.
func (f *finder) isOpening(u, before *unit) bool {
	if f.ordinal(u) > 1 || f.pageNumber() > 1 {
		return false
	}
	if a, b := u.out.Author, before.out.Author; a != nil && b != nil && a.Name != b.Name && f.topicThing() == nil {
		return false
	}
	if n := f.declared(true); n != nil && *n == len(f.units)-1 && f.next(true) == "" {
		return true
	}
	return f.wordsBefore(u.root) < 25 && f.unitScore() > -1 || f.isLikeFirst(u) || f.isDescribed(u, 24*time.Hour)
}

// isIssue tells whether the id of the first unit is one of topics, where those of the others are of comments.
func (f *finder) isIssue(u *unit) bool {
	prefix, _, ok := strings.Cut(strings.ToLower(f.x.Attr(u.root, "id")), "-")
	switch prefix {
	case "issue", "discussion", "topic", "question":
		return ok && len(f.units) > 1 && !strings.HasPrefix(strings.ToLower(f.x.Attr(f.units[1].root, "id")), prefix+"-")
	}
	return false
}

// isDescribed tells whether a unit has the author and the date of the topic in the page's structured data: its day,
// or its time give or take less than a day.
func (f *finder) isDescribed(u *unit, within time.Duration) bool {
	t := f.topicThing()
	if t == nil || u.out.Author == nil || t.Text("author") != u.out.Author.Name {
		return false
	}
	d, ok := dates.Machine(t.Text("datePublished", "dateCreated"))
	if within >= 24*time.Hour {
		return ok && (u.out.Published == "" || d.Day() == u.out.Published.Day())
	}
	a, shown := u.out.Published.Time()
	b, told := d.Time()
	return ok && shown && told && min(len(d), len(u.out.Published)) >= len("2006-01-02T15:04") && a.Sub(b).Abs() < within
}

// topicThing is the structured data of the topic, nil if there is none.
func (f *finder) topicThing() *structured.Thing {
	if f.ctx.Data == nil {
		return nil
	}
	return f.ctx.Data.First("DiscussionForumPosting", "Question", "SocialMediaPosting")
}

// ordinal is the number that a unit bears among its like ("#1", "Post 1"), 0 if it bears none.
func (f *finder) ordinal(u *unit) int {
	for n := u.root; n <= u.last && n < u.root+400; n++ {
		node := f.x.Node(n)
		if u.body.Contains(n) || f.x.Chars(n) > 12 || node.Flags&dom.NotText != 0 || f.x.Chars(n) == 0 {
			continue
		}
		text := f.x.Text(n)
		if rest, ok := strings.CutPrefix(text, "#"); ok {
			if k, ok := number(rest); ok && strconv.Itoa(k) != u.out.ID {
				return k
			}
		}
	}
	return 0
}

// isNamedFirst tells a unit whose classes or attributes say that it opens the topic.
func (f *finder) isNamedFirst(u *unit) bool {
	for _, a := range f.x.Node(u.root).HTML.Attr {
		if a.Key == "data-ips-first-post" || a.Key == "data-index" && a.Val == "0" || a.Key == "data-post-number" && a.Val == "1" {
			return true
		}
		if a.Key != "class" {
			continue
		}
		for token := range strings.FieldsSeq(strings.ToLower(a.Val)) {
			switch token {
			case "firstpost", "first-post", "post--first", "is-first", "starter", "threadstarter", "original",
				"original-post", "post-original", "opening-post", "op", "topic-post--first", "h-original-topic-post",
				"topic-owner-first":
				return true
			}
		}
	}
	return false
}

// isLikeFirst tells whether the first unit stands apart from the others as a post does from its comments.
func (f *finder) isLikeFirst(u *unit) bool {
	if len(f.units) < 2 {
		return false
	}
	if first, second := f.x.Node(u.root).Names, f.x.Node(f.units[1].root).Names; first&dom.NameThread != 0 && second&dom.NameThread == 0 {
		return true
	}
	return f.unitScore() >= 0 && f.wordsBefore(u.root) < 60 && f.units[1].group != u.group &&
		f.x.Node(f.units[1].root).Signature != f.x.Node(u.root).Signature
}

// wordsBefore counts the words in prose between the page's title and n.
func (f *finder) wordsBefore(n dom.ID) int {
	words, from := 0, f.title(n)
	for i := range f.x.Blocks() {
		b := &f.x.Blocks()[i]
		if b.First < from || b.First >= n {
			continue
		}
		if b.Words >= 8 && b.Links*2 < b.Chars && b.Flags&(dom.InNav|dom.InHidden|dom.InForm|dom.InHeading|dom.InControl|dom.InAside) == 0 {
			words += int(b.Words)
		}
	}
	return words
}

// title is the last first-rank heading before n, else the first heading of all.
func (f *finder) title(n dom.ID) dom.ID {
	found := dom.None
	for _, h := range f.x.Headings {
		if h < n && f.x.Is(h, atom.H1) {
			found = h
		}
	}
	if found == dom.None && len(f.x.Headings) > 0 && f.x.Headings[0] < n {
		found = f.x.Headings[0]
	}
	return max(found, 0)
}

// pageNumber is which page of the topic this is: from the address, from a current page in a pager; 1 if nothing says.
func (f *finder) pageNumber() int {
	if f.ctx.Base != nil {
		q := f.ctx.Base.Query()
		for _, key := range [...]string{"page", "p", "pg"} {
			if n, ok := number(q.Get(key)); ok && n > 1 && n < 10000 {
				return n
			}
		}
		if n, ok := number(q.Get("start")); ok && n > 0 {
			return 2
		}
		if _, rest, ok := strings.Cut(f.ctx.Base.Path, "/page-"); ok {
			if n, ok := number(strings.TrimRight(rest, "/")); ok {
				return n
			}
		}
	}
	return 1
}

// isFirstPage tells whether a page that begins with the unit u is the first of its topic.
func (f *finder) isFirstPage(u *unit) bool {
	switch n := f.ordinal(u); {
	case n > 0:
		return n == 1
	case f.isNamedFirst(u):
		return true
	case f.pageNumber() > 1:
		return false
	}
	for _, m := range f.x.Metas {
		if rel := f.x.Attr(m, "rel"); rel == "prev" || rel == "previous" {
			return false
		}
	}
	return true
}

// textBefore makes a unit of what stands between the title and the first unit; it is empty if nobody wrote anything
// there.
func (f *finder) textBefore() *unit {
	end := dom.ID(f.x.Len())
	if len(f.units) > 0 {
		end = f.units[0].root
	}
	saved := f.units
	defer func() { f.units = saved }()
	f.units = []unit{newUnit(f.title(end), end-1)}
	t := f.topicThing()
	if n := f.sameKind(saved); n != dom.None {
		f.units[0].root, f.units[0].last = n, f.x.Node(n).Last
	} else if t != nil && t.Node != dom.None && t.Node < end {
		f.units[0].root = max(t.Node, 0)
	}
	f.units[0].item = f.units[0].root
	f.takeApart()
	u := f.units[0]
	f.describe(&u, t)
	return &u
}

// sameKind is an element before the first unit that is one of a kind with most units: the opening post, where only
// the replies have microdata. It is dom.None if there is none.
func (f *finder) sameKind(units []unit) dom.ID {
	found := dom.None
	for i := range f.groups {
		g := &f.groups[i]
		if g.trait == byMicrodata || len(units) == 0 || len(g.members) < 2 || len(g.members) > len(units)+2 || g.share.body < .6 {
			continue
		}
		same, first := 0, dom.None
		j := 0
		for _, n := range g.members {
			for j < len(units) && units[j].root < n {
				j++
			}
			switch {
			case j < len(units) && units[j].root == n:
				same++
			case f.x.Node(n).Last < units[0].root && f.marks.of(n).authors > 0:
				first = n
			}
		}
		if same*5 >= len(units)*4 && first != dom.None {
			found = max(found, first)
		}
	}
	return found
}

// describe takes from the topic's structured data what it says of the opening post.
func (f *finder) describe(u *unit, t *structured.Thing) {
	for v := range t.All("text") {
		if v.Node != dom.None && v.Node >= u.root && v.Node <= u.last && f.x.Chars(v.Node) > 0 && !f.x.Has(v.Node, dom.InHidden) {
			u.body = f.appendBody(nil, v.Node, u)
		}
	}
	if name := trimName(t.Text("author")); isName(name) {
		author := &page.Person{Name: name, URL: f.address(t.Thing("author").URL("url"))}
		if shown := u.out.Author; author.URL == "" && shown != nil && shown.Name == name {
			author.URL = shown.URL
		}
		u.out.Author = author
	}
	if d, ok := dates.Machine(t.Text("datePublished", "dateCreated")); ok && !showsHourOf(u.out.Published, d) {
		u.out.Published = d
	}
}

// showsHourOf tells whether a date that the page shows, on its wall clock, is the instant that its data give in UTC.
func showsHourOf(shown, data page.Date) bool {
	a, ok := shown.Time()
	b, also := data.Time()
	return ok && also && len(shown) >= len("2006-01-02T15:04") && a.Sub(b).Abs() < 15*time.Hour
}
