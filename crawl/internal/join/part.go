package join

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// commentPath is the end of a path that counts pages of comments: WordPress' /comment-page-2/.
var commentPath = regexp.MustCompile(`^(.*?/)comment-page-([1-9][0-9]{0,4})/?$`)

// commentParameters count pages of comments in a query, in lower case: WordPress' cpage, Blogger's commentPage and
// what others call it.
var commentParameters = []string{"cpage", "commentpage", "commentspage", "comment_page", "comments_page", "comment-page", "comments-page"}

// commentPage takes the address of a page of comments apart: what all of the article have in common, and the number
// of the page, 0 if the address has none.
func commentPage(normalised string) (stem string, number int) {
	before, query, _ := strings.Cut(normalised, "?")
	if !strings.Contains(before, "/comment-page-") && query == "" { // most are so
		return normalised, 0
	}
	if m := commentPath.FindStringSubmatch(before); m != nil {
		number, _ = strconv.Atoi(m[2])
		if query != "" {
			m[1] += "?" + query
		}
		return m[1], number
	}
	parameters := strings.Split(query, "&")
	for i, p := range parameters {
		name, value, _ := strings.Cut(p, "=")
		n, err := strconv.Atoi(value)
		if err != nil || n <= 0 || n > 99_999 || !slices.Contains(commentParameters, strings.ToLower(name)) {
			continue
		}
		rest := strings.Join(append(parameters[:i:i], parameters[i+1:]...), "&")
		if rest != "" {
			rest = "?" + rest
		}
		return before + rest, n
	}
	return normalised, 0
}

// First tells by its address, and by what was read on it, whether a page is a further page of an article: of its
// comments or of its text. first is where the article begins, or a page nearer to it; the record is to be made from
// there. p may be nil before the page was fetched.
func First(normalised string, p *page.Page) (first string, further bool) {
	if stem, n := commentPage(normalised); n > 0 {
		return stem, true
	}
	if p == nil || p.Pagination.Page <= 1 || p.Kind == page.Listing || p.Kind == page.Collection {
		return "", false
	}
	first = normal(p.Pagination.Previous)
	return first, first != "" && first != normalised
}
