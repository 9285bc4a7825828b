package address

import (
	"net/netip"
	"strconv"
	"strings"
)

// plain resolves the links that most links are: to a path of the same site, or to a whole address, written as it
// would be normalised. The parser comes to the same result (the fuzz test holds them against each other) with fifteen
// times the allocations. ok is false for all other links.
func (b Base) plain(href string) (normalised string, ok bool) {
	origin, path := b.origin, href
	if rest, own := strings.CutPrefix(href, b.origin+"/"); own && origin != "" {
		path = href[len(href)-len(rest)-1:]
	} else if !strings.HasPrefix(href, "/") {
		if origin, path = plainOrigin(href); origin == "" {
			return "", false
		}
	} else if strings.HasPrefix(href, "//") || origin == "" {
		return "", false
	}
	query := -1 // where it begins
	for i := range len(path) {
		switch c := path[i]; {
		case c == '#':
			return join(origin, path[:i], query)
		case c == '?' && query < 0:
			query = i
		case !asItIs[c], c == ';' && query < 0, c == '.' && query < 0 && path[i-1] == '/':
			return "", false
		case c == '%' && len(path) > i+2 && path[i+1] == '2' && path[i+2]|0x20 == 'e': // a dot
			return "", false
		}
	}
	return join(origin, path, query)
}

// plainOrigin cuts a whole address where its path begins, if its host is a name in lower case or an IPv4 address, with a
// port at most, as it would be normalised; else origin is "". A last label that begins with a digit may be a number (WHATWG
// URL, "ends in a number"), and xn-- begins a name in another script.
func plainOrigin(href string) (origin, path string) {
	scheme, standard := len("https://"), "443"
	if !strings.HasPrefix(href, "https://") {
		if scheme, standard = len("http://"), "80"; !strings.HasPrefix(href, "http://") {
			return "", ""
		}
	}
	end := strings.IndexByte(href[scheme:], '/')
	if end <= 0 || end > 253 {
		return "", ""
	}
	host, port, ported := strings.Cut(href[scheme:scheme+end], ":")
	if ported && (port == standard || !plainPort(port)) || !plainHost(host) {
		return "", ""
	}
	return href[:scheme+end], href[scheme+end:]
}

func plainHost(host string) bool {
	for i := range len(host) {
		c := host[i]
		letter, digit := c >= 'a' && c <= 'z', c >= '0' && c <= '9'
		if !letter && !digit && (c != '.' && c != '-' || i == 0 || i == len(host)-1 || host[i-1] == '.') {
			return false
		}
	}
	if host == "" || strings.Contains(host, "xn--") {
		return false
	}
	if last := host[strings.LastIndexByte(host, '.')+1]; last < '0' || last > '9' {
		return true
	}
	_, err := netip.ParseAddr(host) // four numbers without leading zeros
	return err == nil
}

func plainPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && port[0] != '0' && n > 0
}

// join puts an address together from a path whose query begins at an index, or has none if that is negative.
func join(origin, path string, query int) (string, bool) {
	if query < 0 {
		return origin + path, true
	}
	s := origin + path[:query]
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
