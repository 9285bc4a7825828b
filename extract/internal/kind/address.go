package kind

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/boost"
)

// addressWords are words that hosts and paths are made of and what they say: 1 article, 2 documentation, 3 listing,
// 4 product, 5 collection, 6 service, 7 thread.
var addressWords = map[string]float32{
	"blog": 1, "blogs": 1, "news": 1, "article": 1, "articles": 1, "post": 1, "posts": 1, "story": 1, "stories": 1,
	"artikel": 1, "recipe": 1, "recipes": 1, "insights": 1,
	"docs": 2, "doc": 2, "documentation": 2, "reference": 2, "api": 2, "manual": 2, "guide": 2, "guides": 2, "wiki": 2,
	"tutorial": 2, "handbook": 2, "learn": 2, "developer": 2, "developers": 2, "help": 2, "support": 2, "man": 2,
	"tag": 3, "tags": 3, "archive": 3, "archives": 3, "author": 3, "topics": 3, "jobs": 3, "events": 3, "directory": 3,
	"product": 4, "products": 4, "p": 4, "dp": 4, "item": 4, "itm": 4, "ip": 4, "produkt": 4,
	"category": 5, "categories": 5, "collections": 5, "collection": 5, "c": 5, "shop": 5, "store": 5, "cat": 5, "catalog": 5,
	"service": 6, "services": 6, "solutions": 6, "solution": 6, "about": 6, "pricing": 6, "features": 6, "platform": 6,
	"forum": 7, "forums": 7, "thread": 7, "threads": 7, "topic": 7, "t": 7, "questions": 7, "community": 7, "discussion": 7,
}

// address are the features of the page's address.
func address(ctx Context, row *boost.Row) {
	if ctx.Address == nil {
		row[fSegments] = -1
		return
	}
	last := ""
	for segment := range strings.SplitSeq(strings.Trim(ctx.Address.Path, "/"), "/") {
		if segment == "" {
			continue
		}
		row[fSegments]++
		if says := addressWords[strings.ToLower(segment)]; says > 0 {
			row[fAddress] = says
		}
		if last != "" && isNumber(last, 4) && isNumber(segment, 2) {
			row[fPathDate] = 1
		}
		last = segment
	}
	if row[fAddress] == 0 {
		host, _, _ := strings.Cut(ctx.Address.Hostname(), ".")
		row[fAddress] = addressWords[host]
	}
	if last != "" {
		row[fPathWords] = float32(1 + strings.Count(last, "-") + strings.Count(last, "_"))
	}
	for _, c := range []byte(ctx.Address.Path) {
		row[fPathDigits] += is(c >= '0' && c <= '9')
	}
}

// isNumber tells whether s is a number of so many digits.
func isNumber(s string, digits int) bool {
	return len(s) == digits && strings.Trim(s, "0123456789") == ""
}
