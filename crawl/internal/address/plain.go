package address

import "strings"

// plain resolves the links that most links are: to a path of the same site, written as it would be normalised. The parser comes to the same
// result (the fuzz test holds them against each other) in thirty times the time. ok is false for all other links.
func (b Base) plain(href string) (normalised string, ok bool) {
	path := href
	if len(href) > len(b.origin) && href[:len(b.origin)] == b.origin {
		path = href[len(b.origin):]
	}
	if path == "" || path[0] != '/' || strings.HasPrefix(href, "//") || b.origin[:4] != "http" {
		return "", false
	}
	query := -1 // where it begins
	for i := range len(path) {
		switch c := path[i]; {
		case c == '#':
			return b.join(path[:i], query)
		case c == '?' && query < 0:
			query = i
		case !asItIs[c], c == ';' && query < 0, c == '.' && query < 0 && path[i-1] == '/':
			return "", false
		case c == '%' && len(path) > i+2 && path[i+1] == '2' && path[i+2]|0x20 == 'e': // a dot
			return "", false
		}
	}
	return b.join(path, query)
}

// join puts an address together from a path whose query begins at an index, or has none if that is negative.
func (b Base) join(path string, query int) (string, bool) {
	if query < 0 {
		return b.origin + path, true
	}
	s := b.origin + path[:query]
	if k := kept(path[query+1:]); k != "" {
		s += "?" + k
	}
	return s, true
}

// asItIs are the bytes that the URL Standard leaves as they are in paths and queries.
var asItIs = func() (set [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~!$&()*+,;=:@/?%") {
		set[c] = true
	}
	return set
}()
