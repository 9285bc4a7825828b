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
// their numbers. lines are where the pager stands in the page: they are no part of its text.
func (r *reader) pagination() (p page.Pagination, lines dom.Selection) {
	own := r.ctx.Base
	if r.head.base != "" {
		own = absolute(nil, r.canonical())
	}
	if own == nil {
		return p, nil
	}
	pager := pager{reader: r, host: own.Host, own: splitPage(own)}
	for _, rel := range []string{"next", "prev", "previous"} {
		pager.read(r.head.link(rel), "")
	}
	for _, n := range r.found.pages {
		if !pager.read(r.x.Attr(n, "href"), r.x.Text(n)) {
			continue
		}
		if b := r.blockOf(n); b != nil && b.Words <= maxPager && !lines.Contains(b.First) {
			lines = append(lines, dom.Span{First: b.First, Last: b.Last})
		}
	}
	if p = pager.result(); p == (page.Pagination{}) {
		return p, nil
	}
	return p, lines
}

// blockOf is the text block that a link ends; nil if it holds no text.
func (r *reader) blockOf(link dom.ID) *dom.Block {
	i := r.x.BlockOf(r.x.Node(link).Last)
	if i < 0 || r.x.Blocks()[i].Last < link {
		return nil
	}
	return &r.x.Blocks()[i]
}

// maxPager is how many words a line of a pager has at most, page numbers among them.
const maxPager = 25

// pager collects the pages that links lead to.
type pager struct {
	*reader
	host  string
	own   paged
	links []pageLink
	size  int // posts on a page, where addresses count posts; 0 if unknown
}

// pageLink is a link to another page of the same article.
type pageLink struct {
	url   string
	to    paged
	shown bool // its text is the page's number
}

// read notes an address with the text of its link, if it is that of another page of the same article, and tells whether it is.
func (p *pager) read(address, text string) bool {
	u := absolute(p.ctx.Base, address)
	if u == nil || u.Host != p.host {
		return false
	}
	to := splitPage(u)
	if to.stem != p.own.stem || to.number == p.own.number && to.offset == p.own.offset {
		return false
	}
	u.Fragment = ""
	n, ok := count(text)
	shown := ok && (n == to.number || to.offset > 0 && n > 1)
	if shown && to.offset > 0 {
		p.size = to.offset / (n - 1)
	}
	p.links = append(p.links, pageLink{u.String(), to, shown})
	return true
}

// number is the number of a page, from 1; 0 if it is unknown.
func (p *pager) number(of paged) int {
	switch {
	case of.offset == 0:
		return of.number
	case p.size > 0:
		return of.offset/p.size + 1
	}
	return 0
}

func (p *pager) result() page.Pagination {
	result := page.Pagination{Page: p.number(p.own)}
	for _, l := range p.links {
		n := p.number(l.to)
		switch {
		case n == 0 || result.Page == 0:
			continue
		case n == result.Page+1:
			result.Next = l.url
		case n == result.Page-1:
			result.Previous = l.url
		}
		if l.shown {
			result.Pages = max(result.Pages, n, result.Page)
		}
	}
	if result.Next == "" && result.Previous == "" {
		return page.Pagination{}
	}
	p.chose("pagination", strconv.Itoa(result.Page)+" of "+strconv.Itoa(result.Pages), "links to the same address with other page numbers", 0.9)
	return result
}

// paged is an address taken apart: what its pages have in common, and what tells them apart.
type paged struct {
	stem   string
	number int // 1 if the address has none
	offset int // posts before the page, where the address counts posts (phpBB); else 0
}

// Query parameters that count pages, and those that count what stands on the pages before.
var (
	pageParameters   = []string{"page", "pg", "paged", "pagenumber", "pageNumber", "seite", "pagina", "p"}
	offsetParameters = []string{"start", "st", "offset"}
)

// splitPage takes an address apart: ?page=3, ?start=40, /page/3, /page-3, /page3, /3/ after an article's name. ?p=3 alone is
// the third article of a WordPress blog.
func splitPage(u *url.URL) paged {
	a := paged{number: 1}
	query, path := u.Query(), strings.TrimSuffix(u.Path, "/")
	for _, k := range pageParameters {
		if n, ok := count(query.Get(k)); ok && n > 0 && n < 1e6 && (k != "p" || path != "" || len(query) > 1) {
			a.number = n
			query.Del(k)
			break
		}
	}
	for _, k := range offsetParameters {
		if n, ok := count(query.Get(k)); ok {
			a.offset = n
			query.Del(k)
			break
		}
	}
	if a.number == 1 && a.offset == 0 {
		if path, a.offset = splitOffset(path); a.offset == 0 {
			path, a.number = splitPath(path)
		}
	}
	a.stem = path + "?" + query.Encode()
	return a
}

// splitOffset takes the number of posts before a page out of the middle of a path's last segment, where Tripadvisor has
// it: /ShowTopic-g1-i2-k3-o10-Title.html.
func splitOffset(path string) (stem string, offset int) {
	i := strings.LastIndex(path, "-o")
	if i <= strings.LastIndexByte(path, '/') {
		return path, 0
	}
	digits, rest, ok := strings.Cut(path[i+len("-o"):], "-")
	if n, isCount := count(digits); ok && isCount && n > 0 {
		return path[:i+1] + rest, n
	}
	return path, 0
}

// splitPath takes the number of a page off a path that has no slash at its end.
func splitPath(path string) (stem string, number int) {
	slash := strings.LastIndexByte(path, '/')
	if slash < 0 {
		return path, 1
	}
	dir, last := path[:slash], path[slash+1:]
	digits, marked := strings.CutPrefix(last, "page") // page-3 (XenForo), page3 (vBulletin 5)
	digits = strings.TrimPrefix(digits, "-")
	dir, inPage := strings.CutSuffix(dir, "/page")
	n, ok := count(digits)
	if !ok || n <= 0 || n >= 1000 || !marked && !inPage && !strings.Contains(dir, "-") {
		return path, 1
	}
	return dir, n
}

// count is the number that a text is, if it is digits and below ten millions.
func count(s string) (n int, ok bool) {
	if s == "" || len(s) > 7 || !isDigits(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
