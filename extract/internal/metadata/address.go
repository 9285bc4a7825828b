package metadata

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
	"golang.org/x/net/html/atom"
)

// Base is what the relative addresses of a page are resolved against: its base element, itself resolved against the
// address that the page was given with; failing both, the canonical address that the page states, else the one from which
// a browser says that it saved the page. It is nil if there is none.
func Base(x *dom.Index, given string) *url.URL {
	var base, canonical, open string
	for _, n := range x.Metas[:min(len(x.Metas), maxMetas)] {
		switch x.Node(n).Tag {
		case atom.Base:
			base = cmp.Or(base, x.Attr(n, "href"))
		case atom.Link:
			if canonical == "" && strings.EqualFold(x.Attr(n, "rel"), "canonical") {
				canonical = x.Attr(n, "href")
			}
		case atom.Meta:
			if open == "" && x.Attr(n, "property") == "og:url" {
				open = x.Attr(n, "content")
			}
		}
	}
	u := absolute(nil, given)
	for _, s := range []string{canonical, open, savedFrom(x)} {
		if u == nil {
			u = absolute(nil, s)
		}
	}
	if b := absolute(u, base); b != nil {
		return b
	}
	return u
}

// maxBefore is how many nodes may stand before the page's root element that are looked at.
const maxBefore = 16

// savedFrom is the address in the comment that browsers write over a page that they save (Microsoft, Mark of the Web):
// "saved from url=(0044)https://...", with the length of the address in brackets; "" if there is none.
func savedFrom(x *dom.Index) string {
	if x.Len() == 0 {
		return ""
	}
	for n, i := x.Node(0).HTML.FirstChild, 0; n != nil && i < maxBefore; n, i = n.NextSibling, i+1 {
		if n.Type != html.CommentNode {
			continue
		}
		if rest, ok := strings.CutPrefix(strings.TrimSpace(n.Data), "saved from url=("); ok {
			_, address, _ := strings.Cut(rest, ")")
			return address
		}
	}
	return ""
}

// absolute resolves an address against base, which may be nil. It is nil for what is no web address.
func absolute(base *url.URL, address string) *url.URL {
	address = strings.TrimSpace(address)
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// address resolves an address against the page's base: "" for what is no web address; as it is written if the base
// is unknown.
func (r *reader) address(s string) string {
	s = strings.TrimSpace(s)
	if u := absolute(r.ctx.Base, s); u != nil {
		return u.String()
	}
	if r.ctx.Base == nil && strings.HasPrefix(s, "/") {
		return s
	}
	return ""
}

// canonical is the address that the page states for itself (RFC 6596), else the one that it was given with, without
// a fragment.
func (r *reader) canonical() string {
	for _, s := range []string{r.head.link("canonical"), r.head.meta("og:url"), r.main.URL("url", "mainEntityOfPage")} {
		if u := absolute(r.ctx.Base, s); u != nil {
			return u.String()
		}
	}
	if r.ctx.Base == nil || r.head.base != "" {
		return ""
	}
	u := *r.ctx.Base
	u.Fragment = ""
	return u.String()
}

// original is the address of the page of which a web archive keeps the copy at this address, as most archives name
// their copies: by time and original address, "https://web.archive.org/web/20140226054445/http://blog.example/2014/02/".
// Other addresses are their own originals.
func original(address string) string {
	i := strings.Index(address, "/http")
	if i < 0 || !strings.Contains(address[i:], ":/") {
		return address
	}
	time := address[strings.LastIndexByte(address[:i], '/')+1 : i]
	if len(time) < archiveTime || strings.Trim(time[:archiveTime], "0123456789") != "" {
		return address
	}
	return address[i+1:]
}

// archiveTime is the length of the time in the address of an archive's copy: 20140226054445, after which letters may say in
// which form it is given.
const archiveTime = 14

// isRoot tells whether an address is that of a host as a whole.
func isRoot(address string) bool {
	_, rest, ok := strings.Cut(address, "://")
	i := strings.IndexByte(rest, '/')
	return ok && (i < 0 || rest[i:] == "/")
}
