package kind

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// links are the features of where the page leads, and the number of its forms and articles: a listing, a collection or a manual's
// chapter links to addresses below its own.
func links(x *dom.Index, own *url.URL, row *boost.Row) {
	host, path := "", ""
	if own != nil {
		host, path = strings.TrimPrefix(own.Hostname(), "www."), strings.TrimSuffix(own.Path, "/")
	}
	entry := dom.None // the end of the last article element that stands in no other
	for n := range dom.ID(x.Len()) {
		switch x.Node(n).Tag {
		case atom.Form:
			row[fForms]++
		case atom.Article:
			if n > entry && x.Node(n).Flags&apart == 0 {
				row[fEntries]++
				entry = x.Node(n).Last
			}
		case atom.A:
			href := x.Attr(n, "href")
			if href == "" {
				continue
			}
			row[fLinks]++
			to, ok := onSite(href, host)
			if !ok {
				continue
			}
			row[fSame]++
			if rest, ok := strings.CutPrefix(to, path); ok && path != "" && len(rest) > 2 && rest[0] == '/' {
				row[fBelow]++
			}
		}
	}
	row[fBelowShare] = row[fBelow] / max(row[fSame], 1)
	row[fSame] /= max(row[fLinks], 1)
}

// onSite gives the path of an address on a host or its subdomains; ok is false for one on another. What is no absolute
// address is on the same host.
func onSite(href, host string) (path string, ok bool) {
	i := strings.Index(href, "//")
	if i < 0 || i > len("https:") {
		return href, true
	}
	href = href[i+2:]
	end := strings.IndexByte(href, '/')
	if end < 0 {
		end = len(href)
	}
	return href[end:], strings.HasSuffix(href[:end], host)
}
