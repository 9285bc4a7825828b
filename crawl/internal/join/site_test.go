package join

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/scholia/scholia/crawl/internal/discover"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// read fetches a page and gives it with its links.
func read(t *testing.T, url string) (*page.Page, []string) {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	var found *discover.Found
	p, err := extract.Bytes(body, extract.WithURL(url), extract.WithTree(func(root *html.Node) {
		if found, err = discover.Page(&record.Document{URL: url, Header: answer.Header}, root, discover.Options{}); err != nil {
			t.Fatal(err)
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	var links []string
	for _, l := range found.Links {
		links = append(links, l.URL)
	}
	return p, links
}

// said is what the truth and a page have in common of a comment.
type said struct {
	ID, Author, Published, Text string
	Parent                      int
}

// saidOn are the comments of a page in reading order, each with the place of the one that it answers.
func saidOn(p *page.Page) []said {
	var all []said
	var above []int // places of the comments that this one is below
	for depth, c := range p.Comments.All() {
		above = append(above[:depth], len(all))
		parent := -1
		if depth > 0 {
			parent = above[depth-1]
		}
		all = append(all, said{c.ID, c.Author.Name, string(c.Published), c.Text, parent})
	}
	return all
}

// Every article of blogs of all themes and forms of addresses is put together as it was made up.
func TestArticlesOfASite(t *testing.T) {
	var blogs []testsite.Blog
	for i := range 9 {
		blogs = append(blogs, testsite.Blog{Articles: 12, Comments: 16, Theme: testsite.Theme(i % 3), Permalink: testsite.Permalink(i / 3)})
	}
	s, err := testsite.Start(testsite.Config{Seed: 11, Blogs: blogs})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	joined := 0
	for _, truth := range s.Truth() {
		first, links := read(t, truth.URL)
		a := Start(truth.URL, first, links)
		for url, ok := a.Next(); ok; url, ok = a.Next() {
			p, links := read(t, url)
			if begin, further := First(url, p); !further || begin == url {
				t.Errorf("%s is not known to be a further page of %s", url, truth.URL)
			}
			a.Add(url, p, links)
			joined++
		}
		if begin, further := First(truth.URL, first); further {
			t.Errorf("%s is taken for a further page of %s", truth.URL, begin)
		}
		p := a.Page()
		if d := cmp.Diff(strings.Join(truth.Paragraphs, "\n\n"), p.Text); d != "" {
			t.Errorf("%s: text (-want +got):\n%s", truth.URL, d)
		}
		var want []said
		for _, c := range truth.Comments {
			want = append(want, said{c.ID, c.Author, c.Published, c.Text, c.Parent})
		}
		if d := cmp.Diff(want, saidOn(p)); d != "" {
			t.Errorf("%s: comments (-want +got):\n%s", truth.URL, d)
		}
	}
	if joined < 50 {
		t.Errorf("only %d further pages were read: the test shows nothing", joined)
	}
}
