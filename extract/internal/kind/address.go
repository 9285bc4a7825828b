package kind

import (
	"net/url"
	"slices"
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

// noAddress stands for the number of segments of an address that is not known.
const noAddress = -1

// address are the features of the page's address.
func address(ctx Context, row *boost.Row) {
	if ctx.Address == nil {
		row[fSegments] = noAddress
		return
	}
	last, archive := "", inSection
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
		archive = archiveAfter(archive, last, segment)
		last = segment
	}
	row[fArchive] = is(archive == inMonth || archive == onPage || row[fSegments] == 0 && asksForList(ctx.Address))
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

// archive is how far the segments of a path are those of an archive by time or number: /blog/2019/05, /tag/mills/page/3.
type archive int

const (
	inSection archive = iota // names of sections alone
	inYear
	inMonth // or on a day of it
	onPage
	inTitle // something with a name: what follows is of an article, /mills-in-winter/2019/05
)

// asksForList tells whether the query of a front page's address asks for a list: a search, a month, a category, a further page, as
// WordPress has them.
func asksForList(u *url.URL) bool {
	if u.RawQuery == "" {
		return false
	}
	query := u.Query()
	return slices.ContainsFunc([]string{"s", "m", "cat", "tag", "author", "paged"}, query.Has)
}

// archiveAfter goes on by a segment.
func archiveAfter(before archive, last, segment string) archive {
	switch {
	case before == inTitle || strings.ContainsAny(segment, "-_.%") || len(segment) > 20:
		return inTitle
	case isNumber(segment, 4) && (segment[:2] == "19" || segment[:2] == "20"):
		return inYear
	case (before == inYear || before == inMonth) && (isNumber(segment, 2) || isNumber(segment, 1)):
		return inMonth
	case strings.EqualFold(last, "page") && isNumber(segment, len(segment)):
		return onPage
	case before == inSection || strings.EqualFold(segment, "page"):
		return inSection
	}
	return inTitle
}

// isNumber tells whether s is a number of so many digits.
func isNumber(s string, digits int) bool {
	return len(s) == digits && strings.Trim(s, "0123456789") == ""
}
