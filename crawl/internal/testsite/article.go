package testsite

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Article is the truth about one article: what is to be read when all its pages are put together.
type Article struct {
	URL        string // of its first page
	Title      string
	Author     string
	Published  string     // 2019-03-05
	Paragraphs []string   // of all its pages
	Comments   []*Comment // in reading order: each before its answers, threads by their age
	// Forbidden says that robots.txt forbids to fetch it.
	Forbidden bool

	path    string     // of its first page, with the query
	pages   [][]string // its paragraphs by page
	threads [][]*Comment
	changed time.Time
}

// Comment is the truth about one comment.
type Comment struct {
	ID        string
	Parent    int // index in Article.Comments of the comment that it answers; -1 if it answers the article
	Author    string
	Published string // 2019-03-05T14:20
	Text      string
	// Revision is the one in which it was added; 0 for those that were there from the start.
	Revision int

	depth int
}

const (
	threadsPerPage = 5 // of comments, on a page of an article
	maxPages       = 3 // over which the text of an article is split
)

// article makes up the nth article of a site as it is at a revision.
func (s *Site) article(n, revision int) *Article {
	w := newWriter(s.seed, s.index, n)
	day := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, w.IntN(4400))
	a := &Article{Title: w.title(), Author: w.name(), Published: day.Format(time.DateOnly), changed: day}
	a.Title += " " + strconv.Itoa(n+1)
	a.Forbidden = s.blog.Robots.forbidsPrivate() && n%10 == 7
	a.path = s.permalink(a, n, day)
	a.URL = s.base + a.path
	pages := 1
	if w.IntN(4) == 0 {
		pages = 2 + w.IntN(maxPages-1)
	}
	for range pages {
		paragraphs := make([]string, 5+w.IntN(5))
		for i := range paragraphs {
			paragraphs[i] = w.sentences(3, 6)
		}
		a.pages = append(a.pages, paragraphs)
	}
	a.converse(w, s.blog.Comments, n, day)
	a.revise(newWriter(s.seed, s.index, n, revision), n, revision)
	for _, page := range a.pages {
		a.Paragraphs = append(a.Paragraphs, page...)
	}
	for _, thread := range a.threads {
		a.Comments = append(a.Comments, thread...)
	}
	return a
}

// permalink is the address of an article below its site.
func (s *Site) permalink(a *Article, n int, day time.Time) string {
	name := slug(a.Title) + "-no-" + strconv.Itoa(n+1)
	private := ""
	if n%10 == 7 {
		private = "private/"
	}
	switch {
	case s.blog.Permalink == Query && private == "":
		return "/?p=" + strconv.Itoa(n+100)
	case s.blog.Permalink == Static:
		return "/" + private + "posts/" + name + ".html"
	default:
		return "/" + private + day.Format("2006/01/") + name + "/"
	}
}

// converse gives the article its comments: threads of a question and answers up to four deep.
func (a *Article) converse(w writer, threads, n int, day time.Time) {
	if threads == 0 || w.IntN(6) == 0 {
		return
	}
	at := day.Add(9 * time.Hour)
	number, count := 1000*n, 0
	for range 1 + w.IntN(threads) {
		start := count
		thread := []*Comment{}
		for size := 1 + w.IntN(4); len(thread) < size; {
			at = at.Add(time.Duration(3+w.IntN(200)) * time.Minute)
			number++
			c := &Comment{ID: strconv.Itoa(number), Parent: -1, Author: w.name(), Published: at.Format("2006-01-02T15:04"), Text: w.sentences(1, 4)}
			if k := len(thread); k > 0 { // answers the one before it, or the one which that answers
				c.Parent, c.depth = start+k-1, thread[k-1].depth+1
				if k > 1 && w.IntN(3) == 0 {
					c.Parent, c.depth = thread[k-1].Parent, thread[k-1].depth
				}
			}
			thread = append(thread, c)
		}
		count += len(thread)
		a.threads = append(a.threads, thread)
	}
}

// revise changes a third of the articles in every revision: a new paragraph, or a new answer to the first comment.
func (a *Article) revise(w writer, n, revision int) {
	for r := 1; r <= revision; r++ {
		if n%3 != r%3 {
			continue
		}
		a.changed = a.changed.AddDate(1, 0, 0)
		if len(a.threads) == 0 {
			last := len(a.pages) - 1
			a.pages[last] = append(a.pages[last], fmt.Sprintf("Update %d: %s", r, w.sentences(2, 3)))
			continue
		}
		thread, position := len(a.threads)-1, 0
		for _, t := range a.threads[:thread] {
			position += len(t)
		}
		a.threads[thread] = append(a.threads[thread], &Comment{ID: strconv.Itoa(1000*n + 900 + r), Parent: position, Author: w.name(),
			Published: a.changed.Format("2006-01-02T15:04"), Text: w.sentences(1, 3), Revision: r, depth: 1})
	}
}

// commentPages is over how many pages the comments are spread.
func (a *Article) commentPages() int { return (len(a.threads) + threadsPerPage - 1) / threadsPerPage }

// shown are the threads on a page of comments, from 1.
func (a *Article) shown(page int) [][]*Comment {
	from := (page - 1) * threadsPerPage
	return a.threads[min(from, len(a.threads)):min(from+threadsPerPage, len(a.threads))]
}

// part is the address of a page of the article's text, from 1.
func (a *Article) part(n int) string {
	switch {
	case n == 1:
		return a.path
	case strings.Contains(a.path, "?"):
		return a.path + "&page=" + strconv.Itoa(n)
	case strings.HasSuffix(a.path, "/"):
		return a.path + strconv.Itoa(n) + "/"
	default:
		return a.path + "?page=" + strconv.Itoa(n)
	}
}

// commentPage is the address of a page of comments, from 1.
func (a *Article) commentPage(n int) string {
	switch {
	case strings.Contains(a.path, "?"):
		return a.path + "&cpage=" + strconv.Itoa(n)
	case strings.HasSuffix(a.path, "/"):
		return a.path + "comment-page-" + strconv.Itoa(n) + "/"
	default:
		return a.path + "?cpage=" + strconv.Itoa(n)
	}
}

// key is the address by which a site knows a page: the request's path and query without what only tracks readers.
func key(u *url.URL) string {
	kept := u.Query()
	for name := range kept {
		if strings.HasPrefix(name, "utm_") {
			kept.Del(name)
		}
	}
	if len(kept) == 0 {
		return u.Path
	}
	// The site's own addresses have p before page and cpage, which is not the order of Encode.
	query := kept.Encode()
	if p := kept.Get("p"); p != "" {
		kept.Del("p")
		query = strings.TrimSuffix("p="+p+"&"+kept.Encode(), "&")
	}
	return u.Path + "?" + query
}
