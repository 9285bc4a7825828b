package metadata

import (
	"slices"
	"strings"
	"unicode"
)

// readSite finds the name of the site where the page states it.
func (r *reader) readSite() {
	publisher := ""
	for t := range r.data.All(articleTypes...) {
		if publisher = t.Text("publisher"); publisher != "" {
			break
		}
	}
	for _, c := range []struct{ name, source string }{
		{r.head.meta("og:site_name", "og:site"), "og:site_name"},
		{r.data.First("WebSite").Text("name"), "structured data, WebSite"},
		{publisher, "structured data, publisher"},
		{r.head.meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_publisher", "publisher"), "meta tags"},
		{r.data.First("Organization", "NewsMediaOrganization", "LocalBusiness", "Corporation").Text("name"), "structured data, Organization"},
	} {
		c.name = strings.Trim(c.name, " |-–—·•")
		if key(c.name) == "" || len(c.name) > 100 || absolute(nil, c.name) != nil {
			continue
		}
		if r.site == "" {
			r.site = c.name
			r.chose("site", c.name, c.source, 0.9)
		}
		r.siteKeys = append(r.siteKeys, strings.TrimPrefix(key(c.name), "the"))
	}
}

// isSite tells whether a text is the site's name: as the page states it, or as its host is called.
func (r *reader) isSite(s string) bool {
	k := strings.TrimPrefix(key(s), "the")
	return k != "" && (slices.Contains(r.siteKeys, k) || r.isHost(k))
}

// isHost tells whether a key (see [key]) is what the host is called.
func (r *reader) isHost(k string) bool {
	if r.hostKeys == nil {
		r.hostKeys = keysOfHost(r.host())
	}
	return k != "" && slices.Contains(r.hostKeys, strings.TrimPrefix(strings.TrimPrefix(k, "www"), "the"))
}

// keysOfHost are the keys of what a host is called, without "the": all of it, all but its top-level domain, and each of its
// labels. They are not nil.
func keysOfHost(host string) []string {
	keys := []string{}
	add := func(s string) { keys = append(keys, strings.TrimPrefix(key(s), "the")) }
	if host != "" {
		add(host)
	}
	for end := strings.LastIndexByte(host, '.'); end > 0; end = strings.LastIndexByte(host[:end], '.') {
		add(host[:end])
		add(host[strings.LastIndexByte(host[:end], '.')+1 : end])
	}
	return keys
}

// key is what is left of a name when case, spaces and punctuation are taken away: what is the same when read aloud.
func key(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
