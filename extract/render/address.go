package render

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// schemes are those of the addresses that are written as links. All others, javascript: and data: among them, could
// do something else than show a page.
var schemes = map[string]bool{"": true, "http": true, "https": true, "mailto": true, "tel": true}

// address is a link's or an image's address as net/url writes it, or "" for one that must not be followed or that
// nobody can read.
func address(s string) string {
	s = encoded(s)
	for range 2 { // what net/url writes, it reads and writes again without a change; else the address is not sound
		u, err := url.Parse(s)
		if err != nil || !schemes[u.Scheme] {
			return ""
		}
		again := u.String()
		if again == s {
			return s
		}
		s = again
	}
	return ""
}

// encoded drops the control characters that browsers skip in an address, also inside of "java\nscript:", and
// percent-encodes what may not stand in one (WHATWG URL, sections 1.3 and 4.4).
func encoded(s string) string {
	s = strings.TrimSpace(strings.ToValidUTF8(s, ""))
	b := make([]byte, 0, len(s)+8)
	for i, r := range s {
		switch {
		case r < ' ' || r == 0x7f:
		case r == '%' && escapes(s[i:]):
			b = append(b, '%')
		case strings.ContainsRune(" \"%<>\\^`{|}", r), r > 0x7f && (unicode.IsSpace(r) || unicode.IsControl(r)):
			b = append(b, url.PathEscape(string(r))...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// escapes says whether s begins with a percent-encoded byte.
func escapes(s string) bool {
	return len(s) > 2 && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}
