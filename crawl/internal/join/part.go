package join

import (
	"slices"
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// commentPath is the last segment of a path that counts pages of comments, before the number: WordPress' /comment-page-2/.
const commentPath = "/comment-page-"

// maxNumber bounds the number of a page: what is larger counts something else.
const maxNumber = 99_999

// commentParameters count pages of comments in a query, in lower case: WordPress' cpage, Blogger's commentPage and
// what others call it.
var commentParameters = []string{"cpage", "commentpage", "commentspage", "comment_page", "comments_page", "comment-page", "comments-page"}

// commentPage takes the address of a page of comments apart: what all of the article have in common, and the number
// of the page, 0 if the address has none.
func commentPage(normalised string) (stem string, number int) {
	before, query, _ := strings.Cut(normalised, "?")
	if i := strings.LastIndex(before, commentPath); i >= 0 {
		if n, ok := pageNumber(strings.TrimSuffix(before[i+len(commentPath):], "/")); ok {
			return before[:i+1] + normalised[len(before):], n
		}
	}
	if query == "" { // most are so
		return normalised, 0
	}
	parameters := strings.Split(query, "&")
	for i, p := range parameters {
		name, value, _ := strings.Cut(p, "=")
		n, ok := pageNumber(value)
		if !ok || !slices.Contains(commentParameters, strings.ToLower(name)) {
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

// pageNumber reads the number of a page, from 1.
func pageNumber(digits string) (n int, ok bool) {
	n, err := strconv.Atoi(digits)
	return n, err == nil && n > 0 && n <= maxNumber && digits[0] != '0' && digits[0] != '+'
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
