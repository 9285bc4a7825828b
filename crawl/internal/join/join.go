// Package join puts the pages of one article or thread together: text that is split over pages, and comments that go
// on elsewhere, become one page with one tree of comments, each there once.
package join

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

// Assembly is an article of which some pages have been read. It is not safe for concurrent use.
type Assembly struct {
	first   string
	parts   []part
	queue   []string // addresses to read, in this order
	known   map[string]kind
	missing []record.Missing
}

// kind says what goes on at an address.
type kind int

const (
	ofText kind = iota + 1
	ofComments
)

// part is a page of the article.
type part struct {
	url    string
	page   *page.Page
	number int // of the page of comments, by its address; 0 if that has none
}

// Start begins with the first page of an article, read from a normalised address, and with the normalised addresses
// that it links to.
func Start(first string, p *page.Page, links []string) *Assembly {
	a := &Assembly{first: first, known: map[string]kind{first: ofText}}
	a.Add(first, p, links)
	return a
}

// Next is the address of a further page to read; ok is false if all are known. It is up to the caller how many there
// may be, and to tell by [Assembly.Fail] of those that are not read.
func (a *Assembly) Next() (next string, ok bool) {
	if len(a.queue) == 0 {
		return "", false
	}
	next, a.queue = a.queue[0], a.queue[1:]
	return next, true
}

// CommentsOnly says whether nothing but comments will be taken from the page at an address: the article's text is known.
func (a *Assembly) CommentsOnly(url string) bool {
	_, number := commentPage(url)
	return number > 0 && a.parts[0].page.Text != ""
}

// Continues says whether there are further pages to read.
func (a *Assembly) Continues() bool { return len(a.queue) > 0 }

// Add adds a page that was read.
func (a *Assembly) Add(url string, p *page.Page, links []string) {
	_, number := commentPage(url)
	a.parts = append(a.parts, part{url, p, number})
	a.want(normal(p.Pagination.Next), ofText)
	a.want(normal(p.Comments.Next), ofComments)
	stem, _ := commentPage(a.first)
	for _, l := range links {
		if of, n := commentPage(l); n > 0 && of == stem {
			a.want(l, ofComments)
		}
	}
}

// want queues an address that is not known yet. Pages of one article stand on one site; what is elsewhere is not read.
func (a *Assembly) want(url string, k kind) {
	if url == "" || a.known[url] != 0 {
		return
	}
	a.known[url] = k
	if address.Host(url) != address.Host(a.first) {
		a.Fail(url, "it is on another host than the article")
		return
	}
	a.queue = append(a.queue, url)
}

// Fail notes a page that could not be read, or was not, with the reason.
func (a *Assembly) Fail(url, reason string) {
	a.missing = append(a.missing, record.Missing{URL: url, Reason: reason})
}

// Missing are the pages that could not be read.
func (a *Assembly) Missing() []record.Missing { return a.missing }

// Pages are the addresses of the further pages that were read, in this order.
func (a *Assembly) Pages() []string {
	var urls []string
	for _, p := range a.parts[1:] {
		urls = append(urls, p.url)
	}
	return urls
}

// Page is the whole article as far as it was read. It shares what it can with the pages it is made from, which are
// not to be used any more.
func (a *Assembly) Page() *page.Page {
	whole := *a.parts[0].page
	if len(a.parts) == 1 && len(a.missing) == 0 {
		return &whole
	}
	a.addText(&whole)
	a.addComments(&whole)
	whole.Pagination, whole.Comments.Next = page.Pagination{}, ""
	for _, m := range a.missing {
		if a.known[m.URL] == ofComments {
			whole.Comments.Next = m.URL
		} else {
			whole.Pagination.Next = m.URL
		}
	}
	return &whole
}

// normal is an address normalised; "" if it is none.
func normal(url string) string {
	if url == "" { // most pages lead to none
		return ""
	}
	normalised, err := address.Normalise(url)
	if err != nil {
		return ""
	}
	return normalised
}

// addText adds the text of the further pages. Pages of comments repeat the article's text, wholly or in part: that is
// not added again.
func (a *Assembly) addText(whole *page.Page) {
	texts := []string{whole.Text}
	told := map[string]bool{}
	tell(told, whole)
	whole.Sections = slices.Clone(whole.Sections)
	for _, part := range a.parts[1:] {
		p := part.page
		if p.Text == "" || part.number > 0 && whole.Text != "" || repeats(told, p) {
			continue
		}
		tell(told, p)
		texts = append(texts, p.Text)
		whole.Sections = appendSections(whole.Sections, p.Sections)
		whole.Words += p.Words
		whole.Confidence = min(whole.Confidence, p.Confidence)
		whole.Modified = later(whole.Modified, p.Modified)
	}
	whole.Text = strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), "\n\n")
}

// tell remembers the blocks of a page; of one without any, its text.
func tell(told map[string]bool, p *page.Page) {
	told[p.Text] = true
	for b := range p.AllBlocks() {
		told[b.Text] = true
	}
}

// repeats tells whether more than half of a page's text was told before.
func repeats(told map[string]bool, p *page.Page) bool {
	if told[p.Text] {
		return true
	}
	old, all := 0, 0
	for b := range p.AllBlocks() {
		all += len(b.Text)
		if told[b.Text] {
			old += len(b.Text)
		}
	}
	return 2*old > all
}

// appendSections adds the sections of a further page. Its text before the first heading goes on in the last section
// of the page before.
func appendSections(all, more []*page.Section) []*page.Section {
	if len(all) == 0 || len(more) == 0 || more[0].Heading != "" {
		return append(all, more...)
	}
	last := all[len(all)-1]
	for len(last.Sections) > 0 {
		last = last.Sections[len(last.Sections)-1]
	}
	last.Blocks = append(last.Blocks, more[0].Blocks...)
	last.Sections = append(last.Sections, more[0].Sections...)
	return append(all, more[1:]...)
}

// later is the later of two dates.
func later(a, b page.Date) page.Date {
	ta, okA := a.Time()
	tb, okB := b.Time()
	if okB && (!okA || tb.After(ta)) {
		return b
	}
	return a
}
