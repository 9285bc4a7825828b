package crawl_test

import (
	"bufio"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/extract/page"
)

// article is what the tests compare: an article with its comments in their places.
type article struct {
	URL, Title string
	Paragraphs []string
	Comments   []comment
	Times      int // in the output
}

type comment struct {
	ID, Author, Published, Text string
	Parent                      string // id of the comment that it answers
}

// truth is what the test's web should give.
func truth(articles []*testsite.Article) map[string]article {
	all := make(map[string]article)
	for _, a := range articles {
		want := article{URL: a.URL, Title: a.Title, Paragraphs: a.Paragraphs, Times: 1}
		for _, c := range a.Comments {
			parent := ""
			if c.Parent >= 0 {
				parent = a.Comments[c.Parent].ID
			}
			want.Comments = append(want.Comments, comment{c.ID, c.Author, c.Published, c.Text, parent})
		}
		all[a.URL] = want
	}
	return all
}

// output is what a crawl wrote, by address.
func output(t *testing.T, name string) map[string]article {
	t.Helper()
	all := make(map[string]article)
	for _, r := range records(t, name) {
		a := article{URL: r.Fetch.URL, Title: r.Title, Times: all[r.Fetch.URL].Times + 1}
		for b := range r.AllBlocks() {
			if b.Type == page.Paragraph {
				a.Paragraphs = append(a.Paragraphs, b.Text)
			}
		}
		a.Comments = comments(nil, r.Comments.Items, "")
		all[a.URL] = a
	}
	return all
}

func comments(all []comment, items []*page.Comment, parent string) []comment {
	for _, c := range items {
		author := ""
		if c.Author != nil {
			author = c.Author.Name
		}
		all = append(all, comment{c.ID, author, string(c.Published), c.Text, parent})
		all = comments(all, c.Replies, c.ID)
	}
	return all
}

func records(t *testing.T, name string) (all []*record.Record) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		r, err := record.Parse(lines.Bytes())
		if err != nil {
			t.Fatalf("%v in %s", err, lines.Bytes())
		}
		all = append(all, r)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// compare fails the test for each article that is not there once and right.
func compare(t *testing.T, want, got map[string]article) {
	t.Helper()
	bad := 0
	for url := range want {
		if !cmp.Equal(want[url], got[url]) {
			bad++
			if bad <= 5 {
				t.Errorf("%s (-want +got):\n%s", url, cmp.Diff(want[url], got[url]))
			}
		}
	}
	for url := range got {
		if _, ok := want[url]; !ok {
			bad++
			if bad <= 5 {
				t.Errorf("%s is no article", url)
			}
		}
	}
	if bad > 5 {
		t.Errorf("%d articles are wrong in all", bad)
	}
}
