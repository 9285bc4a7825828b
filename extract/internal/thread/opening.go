package thread

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// takeOpening takes the opening post of a topic: the first unit if it is the post that the others answer, else what
// stands between the title and the first unit.
func (f *finder) takeOpening() *unit {
	if len(f.units) > 0 && f.isOpening(&f.units[0]) {
		post := f.units[0]
		f.units = f.units[1:]
		for i := range f.units {
			f.units[i].parent = max(f.units[i].parent-1, -1)
		}
		return &post
	}
	return f.textBefore()
}

// isOpening tells whether the first unit is the opening post: it is numbered 1 or named so, or it is a post among
// posts, the page is the first of its topic, and nothing that somebody wrote stands before it.
func (f *finder) isOpening(u *unit) bool {
	if n := f.ordinal(u); n > 0 {
		return n == 1
	}
	if f.isNamedFirst(u) {
		return true
	}
	if f.pageNumber() > 1 {
		return false
	}
	return f.wordsBefore(u.root) < 25 && f.unitScore() > -1 || f.isLikeFirst(u) || f.isDescribed(u)
}

// isDescribed tells whether a unit has the author and the day of the topic in the page's structured data.
func (f *finder) isDescribed(u *unit) bool {
	t := f.topicThing()
	if t == nil || u.out.Author == nil || t.Text("author") != u.out.Author.Name {
		return false
	}
	d, ok := dates.Machine(t.Text("datePublished", "dateCreated"))
	return ok && (u.out.Published == "" || d.Day() == u.out.Published.Day())
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
			if k, ok := number(rest); ok {
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
			case "firstpost", "first-post", "post--first", "is-first", "starter", "threadstarter", "original", "original-post", "post-original", "opening-post", "op", "topic-post--first", "h-original-topic-post", "topic-owner-first":
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
	return f.unitScore() >= 0 && f.x.Node(f.units[1].root).Signature != f.x.Node(u.root).Signature && f.units[1].group != u.group && f.wordsBefore(u.root) < 60
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

// textBefore makes a unit of what stands between the title and the first unit, nil if nobody wrote anything there.
func (f *finder) textBefore() *unit {
	end := dom.ID(f.x.Len())
	if len(f.units) > 0 {
		end = f.units[0].root
	}
	saved := f.units
	defer func() { f.units = saved }()
	f.units = []unit{{root: f.title(end), last: end - 1, parent: -1, author: dom.None, date: dom.None}}
	t := f.topicThing()
	if t != nil && t.Node != dom.None && t.Node < end {
		f.units[0].root = max(t.Node, 0)
	}
	f.gather()
	f.countTexts()
	f.findAuthors()
	f.findDates()
	f.findBodies()
	f.identify()
	u := f.units[0]
	f.describe(&u, t)
	if f.isEmpty(&u) || u.out.Author == nil && u.out.Published == "" {
		return nil
	}
	return &u
}

// describe takes from the topic's structured data what it says of the opening post.
func (f *finder) describe(u *unit, t *structured.Thing) {
	for v := range t.All("text") {
		if v.Node != dom.None && v.Node >= u.root && v.Node <= u.last {
			u.body = f.appendBody(nil, v.Node, u)
		}
	}
	if name := trimName(t.Text("author")); isName(name) {
		u.out.Author = &page.Person{Name: name, URL: f.address(t.Thing("author").URL("url"))}
	}
	if d, ok := dates.Machine(t.Text("datePublished", "dateCreated")); ok {
		u.out.Published = d
	}
}
