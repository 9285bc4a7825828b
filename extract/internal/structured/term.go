package structured

import (
	"html"
	"strings"
)

// term is the name of a type or property without its vocabulary: Article for http://schema.org/Article,
// https://schema.org/Article, schema:Article.
func term(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), "/")
	if i := strings.LastIndexAny(s, "/#:"); i >= 0 {
		s = s[i+1:]
	}
	return s
}

// longestEntity is the length of the longest name of a character reference, with its & and ; (HTML Standard, section
// 13.5).
const longestEntity = len("&CounterClockwiseContourIntegral;")

// Unescape resolves the character references in a text that was escaped for HTML, once or twice, before it was put
// where no HTML is read. Only those with a semicolon: in an address "&section=2" is none.
func Unescape(s string) string {
	for range 2 {
		if strings.IndexByte(s, '&') < 0 {
			break
		}
		s = unescapeOnce(s)
	}
	return s
}

func unescapeOnce(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		end := strings.IndexByte(s[:min(len(s), longestEntity)], ';') + 1
		if end == 0 || strings.ContainsAny(s[1:end], "& ") {
			end = 1
			b.WriteByte('&')
		} else {
			b.WriteString(html.UnescapeString(s[:end]))
		}
		s = s[end:]
	}
	b.WriteString(s)
	return b.String()
}
