package metadata

import (
	"net/url"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Base is what the relative addresses of a page are resolved against: its base element, itself resolved against the
// address that the page was given with; failing both, the canonical address that the page states. It is nil if there
// is none.
func Base(x *dom.Index, given string) *url.URL {
	h := readHead(x)
	base := absolute(nil, given)
	if base == nil {
		for _, s := range []string{h.link("canonical"), h.meta("og:url")} {
			if base = absolute(nil, s); base != nil {
				break
			}
		}
	}
	if u := absolute(base, h.base); u != nil {
		return u
	}
	return base
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
