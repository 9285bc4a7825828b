package metadata

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// pagination is the place of the page in an article or thread that runs over several pages, by its visible pager and by
// rel=next and prev in the head. On blogs these rel often lead to the next article: an address counts only if it is
// that of the same article with another page number. How many pages there are is known only from a pager that shows
// their numbers.
func (r *reader) pagination() (p page.Pagination) {
	own := r.ctx.Base
	if r.head.base != "" {
		own = absolute(nil, r.canonical())
	}
	if own == nil {
		return p
	}
	pager := pager{reader: r, own: own, number: pageNumber(own)}
	pager.relate(r.head.link("next"), r.head.link("prev"), r.head.link("previous"))
	for _, n := range r.found.pages {
		pager.read(n)
	}
	return pager.result()
}

// pager collects the pages that links lead to.
type pager struct {
	*reader
	own            *url.URL
	number         int // of this page, by its address; 1 if it has none
	next, previous string
	highest        int // the highest number that a visible pager shows
}

// relate takes over the addresses in the head.
func (p *pager) relate(addresses ...string) {
	for _, s := range addresses {
		if u := p.same(s); u != nil {
			p.see(u)
		}
	}
}

// read reads a link of a visible pager.
func (p *pager) read(n dom.ID) {
	u := p.same(p.x.Attr(n, "href"))
	if u == nil {
		return
	}
	p.see(u)
	if isDigits(p.x.Text(n)) {
		p.highest = max(p.highest, pageNumber(u), p.number)
	}
}

// see notes a page of the same article.
func (p *pager) see(u *url.URL) {
	switch pageNumber(u) {
	case p.number + 1:
		p.next = u.String()
	case p.number - 1:
		p.previous = u.String()
	}
}

// same is an address resolved, if it is that of another page of the same article; else nil.
func (p *pager) same(address string) *url.URL {
	u := absolute(p.ctx.Base, address)
	if u == nil || u.Host != p.own.Host || pageNumber(u) == p.number || stem(u) != stem(p.own) {
		return nil
	}
	u.Fragment = ""
	return u
}

func (p *pager) result() page.Pagination {
	if p.next == "" && p.previous == "" {
		return page.Pagination{}
	}
	p.chose("pagination", strconv.Itoa(p.number)+" of "+strconv.Itoa(p.highest), "links to the same address with other page numbers", 0.9)
	return page.Pagination{Next: p.next, Previous: p.previous, Page: p.number, Pages: p.highest}
}

// pageParameters are the query parameters that count pages.
var pageParameters = map[string]bool{"page": true, "p": true, "pg": true, "paged": true, "pagenumber": true, "seite": true, "pagina": true}

// pageNumber is the number of a page by its address: ?page=3, /page/3, /page-3, /3/ after an article's name; 1 if the
// address has none.
func pageNumber(u *url.URL) int {
	_, n := splitPage(u)
	return n
}

// stem is the address of an article without the number of its page.
func stem(u *url.URL) string {
	s, _ := splitPage(u)
	return s
}

func splitPage(u *url.URL) (stem string, number int) {
	number = 1
	query := u.Query()
	for k := range query {
		if n, err := strconv.Atoi(query.Get(k)); err == nil && n > 0 && n < 100000 && pageParameters[strings.ToLower(k)] {
			number = n
			query.Del(k)
		}
	}
	path := strings.TrimSuffix(u.Path, "/")
	dir, last := path[:strings.LastIndexByte(path, '/')+1], path[strings.LastIndexByte(path, '/')+1:]
	if n, err := strconv.Atoi(strings.TrimPrefix(last, "page-")); err == nil && number == 1 && n > 0 && n < 1000 {
		if strings.HasPrefix(last, "page-") || strings.HasSuffix(dir, "/page/") || strings.Contains(strings.Trim(dir, "/"), "-") {
			number, path = n, strings.TrimSuffix(strings.TrimSuffix(dir, "/"), "/page")
		}
	}
	return strings.TrimSuffix(path, "/") + "?" + query.Encode(), number
}
