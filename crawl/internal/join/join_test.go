package join

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

const home = "https://blog.example/"

// remark is a comment written "id author: text", at a time that follows from the id; without an id the line begins
// with a space.
func remark(line string, replies ...*page.Comment) *page.Comment {
	id, rest, _ := strings.Cut(line, " ")
	author, text, _ := strings.Cut(rest, ": ")
	date := page.Date("2019-03-05")
	if id != "" {
		date += page.Date("T10:0" + id[:1])
	}
	return &page.Comment{Post: page.Post{ID: id, Author: &page.Person{Name: author}, Published: date, Text: text}, Kind: page.Remark, Replies: replies}
}

// tree is a conversation as lines, answers indented.
func tree(p *page.Page) string {
	var b strings.Builder
	for depth, c := range p.Comments.All() {
		fmt.Fprintf(&b, "%s%s %s: %s\n", strings.Repeat("  ", depth), c.ID, c.Author.Name, c.Text)
	}
	return b.String()
}

// web is what can be fetched: pages by address, with the links on them.
type web map[string]*page.Page

// assemble reads an article as a crawler does, with at most so many pages.
func (w web) assemble(first string, most int, links ...string) *Assembly {
	a := Start(first, w[first], links)
	for url, ok := a.Next(); ok; url, ok = a.Next() {
		switch p := w[url]; {
		case most <= 1:
			a.Fail(url, "too many pages")
		case p == nil:
			a.Fail(url, "status 404")
		default:
			most--
			a.Add(url, p, links)
		}
	}
	return a
}

func article(text string, next string, c page.Comments) *page.Page {
	p := &page.Page{Kind: page.Article, Text: text, Words: len(strings.Fields(text)), Confidence: 0.9, Comments: c}
	if text != "" {
		p.Sections = []*page.Section{{Blocks: []*page.Block{{Type: page.Paragraph, Text: text}}}}
	}
	p.Pagination.Next = next
	return p
}

func comments(next string, items ...*page.Comment) page.Comments {
	return page.Comments{Next: next, Items: items, Found: len(items)}
}

func TestPage(t *testing.T) {
	tests := []struct {
		name    string
		web     web
		links   []string
		most    int
		text    string
		tree    string
		missing []record.Missing
		next    [2]string // pagination.next and comments.next
	}{
		{name: "one page", most: 9, web: web{home: article("One.", "", comments("", remark("1 Ann: yes")))}, text: "One.", tree: "1 Ann: yes\n"},
		{name: "text over three pages, with the same comments on each", most: 9, web: web{
			home:             article("One.", home+"2/", comments("", remark("1 Ann: yes"))),
			home + "2/":      article("Two.", home+"page/3/", comments("", remark("1 Ann: yes"))),
			home + "page/3/": article("Three.", "", comments("", remark("1 Ann: yes")))},
			text: "One.\n\nTwo.\n\nThree.", tree: "1 Ann: yes\n"},
		{name: "newer comments on further pages, which repeat the text", most: 9, web: web{
			home:                     article("One.", "", comments(home+"comment-page-2/#comments", remark("1 Ann: yes", remark("2 Bob: no")))),
			home + "comment-page-2/": article("One.", "", comments(home+"comment-page-3/", remark("3 Cid: why"))),
			home + "comment-page-3/": article("Something else.", "", comments("", remark("4 Dan: so"), remark("5 Eve: ah", remark("6 Ann: oh"))))},
			text: "One.", tree: "1 Ann: yes\n  2 Bob: no\n3 Cid: why\n4 Dan: so\n5 Eve: ah\n  6 Ann: oh\n"},
		{name: "older comments on further pages", most: 9, web: web{
			home:                     article("One.", "", comments(home+"comment-page-2/", remark("5 Eve: ah"))),
			home + "comment-page-2/": article("One.", "", comments(home+"comment-page-1/", remark("3 Cid: why"))),
			home + "comment-page-1/": article("One.", "", comments("", remark("1 Ann: yes")))},
			text: "One.", tree: "1 Ann: yes\n3 Cid: why\n5 Eve: ah\n"},
		{name: "the middle page leads forward, the pager back", most: 9, links: []string{home + "comment-page-1/", home + "other/comment-page-9/"}, web: web{
			home:                     article("One.", "", comments(home+"comment-page-2/", remark("5 Eve: ah"))),
			home + "comment-page-2/": article("One.", "", comments(home+"comment-page-3/", remark("3 Cid: why"))),
			home + "comment-page-3/": article("One.", "", comments("", remark("5 Eve: ah"))),
			home + "comment-page-1/": article("One.", "", comments(home+"comment-page-2/", remark("1 Ann: yes")))},
			text: "One.", tree: "1 Ann: yes\n3 Cid: why\n5 Eve: ah\n"},
		{name: "pages that overlap", most: 9, web: web{
			home:              article("One.", "", comments(home+"?cpage=2", remark("1 Ann: yes"), remark("2 Bob: no"))),
			home + "?cpage=2": article("One.", "", comments("", remark("2 Bob: no", remark("3 Cid: why")), remark("4 Dan: so")))},
			text: "One.", tree: "1 Ann: yes\n2 Bob: no\n  3 Cid: why\n4 Dan: so\n"},
		{name: "overlap without ids", most: 9, web: web{
			home:              article("One.", "", comments(home+"?cpage=2", remark(" Ann: first!"), remark(" Ann: first!"), remark(" Bob: no"))),
			home + "?cpage=2": article("One.", "", comments("", remark(" Bob: no"), remark(" Ann: first!"), remark(" Ann: first!"), remark(" Ann: first!")))},
			text: "One.", tree: " Ann: first!\n Ann: first!\n Bob: no\n Ann: first!\n"},
		{name: "ids that count from 1 on each page", most: 9, web: web{
			home:              article("One.", "", comments(home+"?cpage=2", remark("1 Ann: yes"), remark("2 Bob: no"))),
			home + "?cpage=2": article("One.", "", comments("", remark("1 Cid: why"), remark("2 Bob: indeed")))},
			text: "One.", tree: "1 Ann: yes\n2 Bob: no\n1 Cid: why\n"},
		{name: "a page that cannot be had", most: 9, web: web{home: article("One.", home+"2/", comments(home+"?cpage=2", remark("1 Ann: yes")))},
			text: "One.", tree: "1 Ann: yes\n", missing: []record.Missing{{URL: home + "2/", Reason: "status 404"}, {URL: home + "?cpage=2", Reason: "status 404"}},
			next: [2]string{home + "2/", home + "?cpage=2"}},
		{name: "too many pages", most: 2, web: web{
			home:              article("One.", "", comments(home+"?cpage=2", remark("1 Ann: yes"))),
			home + "?cpage=2": article("One.", "", comments(home+"?cpage=3", remark("2 Bob: no")))},
			text: "One.", tree: "1 Ann: yes\n2 Bob: no\n", missing: []record.Missing{{URL: home + "?cpage=3", Reason: "too many pages"}}, next: [2]string{"", home + "?cpage=3"}},
		{name: "pages that lead round", most: 9, web: web{home: article("One.", home+"2/", page.Comments{}), home + "2/": article("Two.", home, page.Comments{Next: home + "2/"})},
			text: "One.\n\nTwo."},
		{name: "comments elsewhere", most: 9, web: web{home: article("One.", "", comments("https://talk.example/1", remark("1 Ann: yes")))},
			text: "One.", tree: "1 Ann: yes\n", missing: []record.Missing{{URL: "https://talk.example/1", Reason: "it is on another host than the article"}},
			next: [2]string{"", "https://talk.example/1"}},
		{name: "a conversation that stands elsewhere is left there", most: 9, web: web{home: article("One.", "", page.Comments{DiscussionURL: home + "talk/"}), home + "talk/": article("Two.", "", comments("", remark("1 Ann: yes")))}, text: "One."},
		{name: "a next page that is no address", most: 9, web: web{home: article("One.", "javascript:more()", page.Comments{})}, text: "One.", next: [2]string{"javascript:more()", ""}},
	}
	for _, test := range tests {
		a := test.web.assemble(home, test.most, test.links...)
		p := a.Page()
		if p.Text != test.text || tree(p) != test.tree {
			t.Errorf("%s: text %q, comments\n%swant %q\n%s", test.name, p.Text, tree(p), test.text, test.tree)
		}
		if n := strings.Count(test.tree, "\n"); p.Comments.Found != n || p.Words != len(strings.Fields(test.text)) {
			t.Errorf("%s: %d comments and %d words are counted", test.name, p.Comments.Found, p.Words)
		}
		if d := cmp.Diff(test.missing, a.Missing()); d != "" {
			t.Errorf("%s: missing (-want +got):\n%s", test.name, d)
		}
		if got := [2]string{p.Pagination.Next, p.Comments.Next}; got != test.next {
			t.Errorf("%s: it goes on at %q, want %q", test.name, got, test.next)
		}
	}
}

func TestSectionsGoOn(t *testing.T) {
	block := func(s string) *page.Block { return &page.Block{Type: page.Paragraph, Text: s} }
	first, second := article("", home+"2/", page.Comments{}), article("", "", page.Comments{})
	first.Text, second.Text = "A b.", "C d."
	first.Sections = []*page.Section{{Blocks: []*page.Block{block("A")}}, {Heading: "H", Level: 2, Sections: []*page.Section{{Heading: "I", Level: 3, Blocks: []*page.Block{block("b.")}}}}}
	second.Sections = []*page.Section{{Blocks: []*page.Block{block("C")}}, {Heading: "J", Level: 2, Blocks: []*page.Block{block("d.")}}}
	p := web{home: first, home + "2/": second}.assemble(home, 9).Page()
	var got []string
	for depth, s := range p.AllSections() {
		line := fmt.Sprint(depth, s.Heading)
		for _, b := range s.Blocks {
			line += " " + b.Text
		}
		got = append(got, line)
	}
	if d := cmp.Diff([]string{"0 A", "0H", "1I b. C", "0J d."}, got); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
}

func TestThread(t *testing.T) {
	thread := func(next string, post *page.Post, items ...*page.Comment) *page.Page {
		return &page.Page{Kind: page.Thread, Post: post, Text: fmt.Sprint(items), Comments: page.Comments{Items: items}, Pagination: page.Pagination{Next: next}}
	}
	opening := page.Post{ID: "1", Text: "Who knows?", Author: &page.Person{Name: "Ann"}}
	second := remark("4 Dan: so").Post
	w := web{home: thread(home+"?page=2", &opening, remark("2 Bob: me")), home + "?page=2": thread("", &second, remark("5 Eve: ah"))}
	p := w.assemble(home, 9).Page()
	if got := tree(p); p.Post != &opening || got != "2 Bob: me\n4 Dan: so\n5 Eve: ah\n" {
		t.Errorf("%q is answered by\n%s", p.Post.Text, got)
	}
}

func TestFirst(t *testing.T) {
	second := func(k page.Kind) *page.Page {
		return &page.Page{Kind: k, Pagination: page.Pagination{Page: 2, Previous: home + "a/#top"}}
	}
	tests := []struct {
		url   string
		page  *page.Page
		first string
	}{
		{home + "a/comment-page-3/", nil, home + "a/"}, {home + "a/comment-page-3", nil, home + "a/"}, {home + "?p=17&cpage=2", nil, home + "?p=17"},
		{home + "a?commentPage=2", nil, home + "a"}, {home + "a?cpage=2&x=1", nil, home + "a?x=1"}, {home + "a/", nil, ""}, {home + "a?cpage=all", nil, ""},
		{home + "a/2/", second(page.Article), home + "a/"}, {home + "a/2/", second(page.Thread), home + "a/"}, {home + "page/2/", second(page.Listing), ""},
		{home + "a/", &page.Page{Kind: page.Article, Pagination: page.Pagination{Page: 1, Next: home + "a/2/"}}, ""}, {home + "comment-page-0/", nil, ""},
	}
	for _, test := range tests {
		if first, further := First(test.url, test.page); first != test.first || further != (test.first != "") {
			t.Errorf("First(%s) is %q, %v, want %q", test.url, first, further, test.first)
		}
	}
}

// Comments that all say the same are found again one by one, and not by looking at all of them each time.
func TestManyAlike(t *testing.T) {
	var items []*page.Comment
	for range 20_000 {
		items = append(items, remark("1 Ann: yes"))
	}
	w := web{home: article("One.", "", comments(home+"?cpage=2", items...)), home + "?cpage=2": article("One.", "", comments("", items...))}
	if p := w.assemble(home, 9).Page(); p.Comments.Found != len(items) {
		t.Errorf("%d comments, want %d", p.Comments.Found, len(items))
	}
}
