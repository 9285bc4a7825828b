package outline

import (
	"net/url"
	"strings"
)

// address makes a link's address absolute. It is empty for what no reader can follow: scripts, data, other schemes
// than http, https and mailto. A link within the page stays a fragment, which is noted.
func (r *reader) address(href string) string {
	href = destination(strings.TrimSpace(href))
	switch {
	case href == "" || href == "#":
		return ""
	case href[0] == '#':
		return r.withinPage(fragment(href[1:]))
	case r.origin != "" && href[0] == '/' && !strings.HasPrefix(href, "//"):
		if plainPath(href) {
			return r.origin + href
		}
	case hasScheme(href, "http://") || hasScheme(href, "https://"):
		if clean(href) {
			return href
		}
	}
	u, err := url.Parse(strings.ReplaceAll(href, " ", "%20"))
	if err != nil {
		return ""
	}
	if r.ctx.Base != nil {
		u = r.ctx.Base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	case "":
		if r.ctx.Base != nil {
			return ""
		}
	default:
		return ""
	}
	return u.String()
}

// withinPage is the address of a link to the element with an id, which is noted.
func (r *reader) withinPage(id string) string {
	if r.linked == nil {
		r.linked = make(map[string]bool)
	}
	r.linked[id] = true
	return linkTo(id)
}

// fragment is a fragment as an id is written.
func fragment(escaped string) string {
	if s, err := url.PathUnescape(escaped); err == nil {
		return s
	}
	return escaped
}

// linkTo is the address of the element with an id, within its page.
func linkTo(id string) string {
	href := "#" + id
	if !strings.ContainsRune(id, '%') {
		if _, err := url.Parse(href); err == nil {
			return href
		}
	}
	return (&url.URL{Fragment: id}).String()
}

// hasScheme tells whether an address begins with a scheme, in either case of letters, and goes on after it.
func hasScheme(href, scheme string) bool {
	return len(href) > len(scheme) && strings.EqualFold(href[:len(scheme)], scheme)
}

// clean tells whether an http address can be used as it stands: in plain ASCII, a host without a port, no escapes and
// no dot segments.
func clean(href string) bool {
	host := href[strings.Index(href, "//")+2:]
	end := strings.IndexAny(host, "/?#")
	if end < 0 {
		end = len(host)
	}
	if end == 0 || href[0] != 'h' {
		return false
	}
	for i := range end {
		if c := host[i]; c != '.' && c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return plainPath(host[end:])
}

// plainPath tells whether a path with its query and fragment can be used as it stands.
func plainPath(path string) bool {
	for i := range len(path) {
		if c := path[i]; !plainByte[c] || c == '.' && (i == 0 || path[i-1] == '/') {
			return false
		}
	}
	return true
}

// plainByte are the characters of an address that are never escaped (RFC 3986, section 2).
var plainByte = func() (plain [256]bool) {
	for c := '!'; c <= '~'; c++ {
		plain[c] = !strings.ContainsRune("\"<>\\^`{|}%", c)
	}
	return plain
}()
