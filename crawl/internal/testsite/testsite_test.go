package testsite

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// start serves a web until the test ends.
func start(t *testing.T, c Config) *Server {
	t.Helper()
	s, err := Start(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// get is the status of an answer, and its body or the address to which it redirects.
func get(t *testing.T, address string) (int, string) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, r.Header.Get("Location") + string(b)
}

// flat are comments as the truth has them: in reading order with the index of the parent.
func flat(items []*page.Comment) []Comment {
	var all []Comment
	var walk func(items []*page.Comment, parent int)
	walk = func(items []*page.Comment, parent int) {
		for _, c := range items {
			author := ""
			if c.Author != nil {
				author = c.Author.Name
			}
			all = append(all, Comment{ID: c.ID, Parent: parent, Author: author, Published: string(c.Published), Text: c.Text})
			walk(c.Replies, len(all)-1)
		}
	}
	walk(items, -1)
	return all
}

// on are the comments that a page of an article shows, in the form of flat.
func (a *Article) on(comments int) []Comment {
	var all []Comment
	before := 0
	for _, thread := range a.threads[:(comments-1)*threadsPerPage] {
		before += len(thread)
	}
	for _, thread := range a.shown(comments) {
		for _, c := range thread {
			shown := Comment{ID: c.ID, Parent: c.Parent, Author: c.Author, Published: c.Published, Text: c.Text}
			if shown.Parent >= 0 {
				shown.Parent -= before
			}
			all = append(all, shown)
		}
	}
	return all
}

// The truth is worth nothing if the extractor cannot read the pages one by one.
func TestPagesCanBeRead(t *testing.T) {
	for theme := range themes {
		for permalink := range permalinks {
			s := start(t, Config{Seed: 5, Blogs: []Blog{{Articles: 12, Comments: 12, Theme: theme, Permalink: permalink}}})
			for address, v := range s.Sites[0].pages {
				_, body := get(t, s.Sites[0].base+address)
				p, err := extract.Bytes([]byte(body), extract.WithURL(s.Sites[0].base+address))
				if err != nil {
					t.Fatal(err)
				}
				comments := v.comments
				if comments == 0 && v.article.commentPages() > 0 {
					comments = 1
					if theme == WordPress {
						comments = v.article.commentPages()
					}
				}
				if d := cmp.Diff(v.article.pages[v.part-1], strings.Split(p.Text, "\n\n")); d != "" {
					t.Errorf("theme %d, permalink %d, %s: text (-want +got):\n%s", theme, permalink, address, d)
				}
				var want []Comment
				if comments > 0 {
					want = v.article.on(comments)
				}
				if d := cmp.Diff(want, flat(p.Comments.Items), cmp.AllowUnexported(Comment{})); d != "" {
					t.Errorf("theme %d, permalink %d, %s: comments (-want +got):\n%s", theme, permalink, address, d)
				}
				if p.Title != v.article.Title || len(p.Authors) != 1 || p.Authors[0].Name != v.article.Author || string(p.Published) != v.article.Published {
					t.Errorf("%s: %q by %v on %s, want %q by %s on %s", address, p.Title, p.Authors, p.Published, v.article.Title, v.article.Author, v.article.Published)
				}
			}
		}
	}
}

func TestSameSeedSameWeb(t *testing.T) {
	c := Config{Seed: 9, Blogs: Blogs(3, 4, 5, 0)}
	first, second := start(t, c), start(t, c)
	for i := range first.Sites {
		for n, a := range first.Sites[i].Articles() {
			b := second.Sites[i].Articles()[n]
			if d := cmp.Diff(a.Comments, b.Comments, cmp.AllowUnexported(Comment{})); d != "" || a.path != b.path || !cmp.Equal(a.Paragraphs, b.Paragraphs) {
				t.Errorf("site %d, article %d differs: %s, %s %s", i, n, a.path, b.path, d)
			}
		}
	}
}

func TestAnswers(t *testing.T) {
	s := start(t, Config{Seed: 1, Traps: true, Blogs: []Blog{
		{Articles: 25, Comments: 8},
		{Articles: 25, Discovery: BySitemap, Robots: Forbids},
		{Articles: 2, Discovery: ByFeed, Robots: Moved},
		{Robots: Failing}, {Robots: ForbidsUs}, {Robots: CrawlDelay, Delay: 1500 * time.Millisecond}, {Robots: Huge}, {Robots: Missing},
	}})
	tests := []struct {
		name, address string
		status        int
		contains      string
	}{
		{"the first list leads to the second", s.Sites[0].base + "/", 200, `<a rel="next" href="/page/2/">`},
		{"the last list leads back only", s.Sites[0].base + "/page/3/", 200, `<nav class="pagination"><a rel="prev" href="/page/2/">Newer posts</a> </nav>`},
		{"there is no fourth", s.Sites[0].base + "/page/4/", 404, ""},
		{"other addresses", s.Sites[0].base + "/nowhere", 404, ""},
		{"what tracks readers changes nothing", s.Sites[0].Articles()[0].URL + "?utm_source=rss", 200, s.Sites[0].Articles()[0].Paragraphs[0]},
		{"index of sitemaps", s.Sites[1].base + "/sitemap.xml", 200, s.Sites[1].base + "/sitemap-1.xml.gz"},
		{"sitemap", s.Sites[1].base + "/sitemap-1.xml.gz", 200, "\x1f\x8b"},
		{"no sitemap where there is none", s.Sites[0].base + "/sitemap.xml", 404, ""},
		{"feed", s.Sites[2].base + "/feed/", 200, "utm_source=rss</link>"},
		{"robots forbids", s.Sites[1].base + "/robots.txt", 200, "Disallow: /private/"},
		{"robots names the sitemap", s.Sites[1].base + "/robots.txt", 200, "Sitemap: " + s.Sites[1].base + "/sitemap.xml"},
		{"robots moved", s.Sites[2].base + "/robots.txt", 301, "/robots-moved.txt"},
		{"robots moved to", s.Sites[2].base + "/robots-here.txt", 200, "Disallow: /private/"},
		{"robots fails", s.Sites[3].base + "/robots.txt", 500, ""},
		{"robots forbids us", s.Sites[4].base + "/robots.txt", 200, "User-agent: scholia\nDisallow: /\n"},
		{"robots asks for a delay", s.Sites[5].base + "/robots.txt", 200, "Crawl-delay: 1.5\n"},
		{"robots is huge", s.Sites[6].base + "/robots.txt", 200, "Disallow: /\n"},
		{"robots is missing", s.Sites[7].base + "/robots.txt", 404, ""},
		{"trap", s.Hostile.base + "/calendar/2024/12/", 200, "/calendar/2025/01/"},
		{"trap back", s.Hostile.base + "/calendar/2024/01/", 200, "/calendar/2023/12/"},
		{"loop", s.Hostile.base + "/loop/back", 302, "/loop/"},
		{"name that leaves the folder", s.Hostile.base + "/..%2f..%2f..%2fetc%2fpasswd", 200, "escaped"},
	}
	for _, test := range tests {
		status, body := get(t, test.address)
		if status != test.status || !strings.Contains(body, test.contains) {
			t.Errorf("%s: %s gives %d, want %d and in it %q:\n%.400s", test.name, test.address, status, test.status, test.contains, body)
		}
	}
	if _, body := get(t, s.Sites[6].base+"/robots.txt"); strings.Index(body, "\nDisallow: /\n") < 500<<10 {
		t.Error("the huge robots.txt is not huge")
	}
}

func TestEveryTrapIsLinked(t *testing.T) {
	s := start(t, Config{Traps: true})
	_, front := get(t, s.Hostile.URL())
	for _, trap := range s.Traps() {
		if trap.serve == nil {
			t.Errorf("%s has no page", trap.Name)
		}
		if linked := strings.Contains(front, `href="`+trap.Path+`"`); linked == trap.Unwelcome {
			t.Errorf("%s is linked: %v", trap.Path, linked)
		}
	}
}

func TestFailures(t *testing.T) {
	s := start(t, Config{Seed: 3, Failures: 0.3, Blogs: []Blog{{Articles: 20}}})
	failed, recovered := 0, 0
	for _, a := range s.Sites[0].Articles() {
		if status, _ := get(t, a.URL); status == 500 {
			failed++
			for range 5 {
				if status, _ := get(t, a.URL); status == 200 {
					recovered++
					break
				}
			}
		}
	}
	if failed == 0 || failed == 20 || recovered != failed {
		t.Errorf("%d of 20 failed, %d of them came later", failed, recovered)
	}
}

func TestImpatience(t *testing.T) {
	s := start(t, Config{Blogs: []Blog{{Articles: 1, Patience: time.Minute}}})
	if status, _ := get(t, s.Sites[0].URL()); status != 200 {
		t.Errorf("the first request gives %d", status)
	}
	if status, _ := get(t, s.Sites[0].URL()); status != 429 {
		t.Errorf("the second request gives %d", status)
	}
}

func TestRequestsAreNoted(t *testing.T) {
	s := start(t, Config{Blogs: []Blog{{Articles: 20, Robots: Forbids}}})
	site := s.Sites[0]
	get(t, site.base+"/robots.txt")
	get(t, site.URL())
	time.Sleep(20 * time.Millisecond)
	forbidden := site.Articles()[7]
	if !forbidden.Forbidden || len(s.Truth()) != 18 {
		t.Errorf("of 20 articles %d may be read; the eighth is forbidden: %v", len(s.Truth()), forbidden.Forbidden)
	}
	get(t, forbidden.URL)
	if got := s.Requests(); len(got) != 3 || got[2].URI != forbidden.path || got[2].Status != 200 || got[1].Start.After(got[2].Start) {
		t.Errorf("noted: %v", got)
	}
	if got := s.Forbidden(); len(got) != 1 || got[0].URI != forbidden.path {
		t.Errorf("forbidden: %v", got)
	}
	if gap, later := site.ShortestGap(); gap < 20*time.Millisecond || gap > time.Minute || later.URI != forbidden.path {
		t.Errorf("the shortest gap is %v, before %v", gap, later)
	}
}

func TestRevise(t *testing.T) {
	s := start(t, Config{Seed: 2, Blogs: []Blog{{Articles: 9, Comments: 4}}})
	before := s.Sites[0].Articles()
	request, _ := http.NewRequest(http.MethodGet, before[0].URL, nil)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	request.Header.Set("If-None-Match", answer.Header.Get("ETag"))
	if answer, err = http.DefaultClient.Do(request); err != nil || answer.StatusCode != http.StatusNotModified {
		t.Errorf("a page that has not changed: %v, %v", answer.Status, err)
	}
	answer.Body.Close()
	s.Revise()
	after := s.Sites[0].Articles()
	if len(after) != len(before)+1 {
		t.Errorf("%d articles, want one more than %d", len(after), len(before))
	}
	changed := 0
	for i, a := range before {
		b := after[i]
		switch more := len(b.Comments) - len(a.Comments); {
		case more == 1 && b.Comments[len(b.Comments)-1].Revision == 1 && cmp.Equal(a.Paragraphs, b.Paragraphs):
			changed++
		case more == 0 && len(b.Paragraphs) == len(a.Paragraphs)+1:
			changed++
		case more != 0 || !cmp.Equal(a.Paragraphs, b.Paragraphs):
			t.Errorf("%s changed in another way", a.path)
		}
	}
	if changed != 3 {
		t.Errorf("%d of 9 articles changed, want 3", changed)
	}
}
