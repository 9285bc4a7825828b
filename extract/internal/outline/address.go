package outline

import (
	"net/url"
	"strings"
)

// address makes a link's address absolute. It is empty for what no reader can follow: scripts, data, other schemes
// than http, https and mailto. A link within the page stays a fragment, which is noted.
func (r *reader) address(href string) string {
	href = strings.TrimSpace(href)
	switch {
	case href == "" || href == "#":
		return ""
	case href[0] == '#':
		if r.linked == nil {
			r.linked = make(map[string]bool)
		}
		r.linked[fragment(href[1:])] = true
		return href
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

// fragment is a fragment as an id is written.
func fragment(escaped string) string {
	if s, err := url.PathUnescape(escaped); err == nil {
		return s
	}
	return escaped
}

// hasScheme tells whether an address begins with a scheme, in either case of letters, and goes on after it.
func hasScheme(href, scheme string) bool {
	return len(href) > len(scheme) && strings.EqualFold(href[:len(scheme)], scheme)
}

// clean tells whether an address can be used as it stands: ASCII without white space, quotes or dot segments.
func clean(href string) bool {
	i := strings.Index(href, "//") + 2
	if c := href[i]; c == '/' || c == ':' || c == '?' || c == '#' || c == '@' || c == '[' || href[0] != 'h' {
		return false
	}
	for ; i < len(href); i++ {
		switch c := href[i]; {
		case c <= ' ' || c > '~', c == '"', c == '<', c == '>', c == '\\', c == '^', c == '`', c == '{', c == '|',
			c == '}', c == '%', c == '.' && href[i-1] == '/':
			return false
		}
	}
	return true
}
