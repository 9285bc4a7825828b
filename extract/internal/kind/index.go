package kind

import "github.com/scholia/scholia/extract/internal/boost"

// NoArticle tells whether the features of a page rule out that it is one article, whatever its words say. It holds for none of the
// 793 articles of WCXB's development set.
func NoArticle(row *boost.Row) bool { return isList(row) || isBare(row) }

// isList tells whether a page leads to articles and is none: by its address a month or a further page of an archive, an index of
// articles, a list of titles.
func isList(row *boost.Row) bool { return isArchive(row) || isIndex(row) || isTitles(row) }

// isArchive tells whether the address is that of a month, a day, a search or a further page, and the page does not say that one article
// was published there, as some do that publish one a day. What og:type says of archives is often wrong.
func isArchive(row *boost.Row) bool {
	return row[fArchive] > 0 && row[fPublished] == 0 && row[fArticle] != 1
}

// declaresArticle tells whether the page says for machines that it is one article.
func declaresArticle(row *boost.Row) bool {
	return row[fArticle] == 1 || row[fOpenGraph] == openGraphArticle || row[fPublished] > 0
}

// Bounds of an index: the words of an introduction, and the share of the content's words that one of its stories has.
const (
	introduction = 30
	mostOfIndex  = 0.65
)

// isIndex tells whether the content is parted by headings that lead to other pages of the site, with a text below each of
// several, and begins with the first of them. An article that ends with such teasers has most of its words before them.
func isIndex(row *boost.Row) bool {
	return row[fStories] >= 2 && row[fLargest] <= mostOfIndex && row[fBefore] < introduction && !declaresArticle(row)
}

// isTitles tells whether the content is links and hardly anything else.
func isTitles(row *boost.Row) bool {
	return row[fBlocks] > 0 && row[fProse] == 0 && row[fLinked] > 0.5 && row[fTitles] >= 3 && !declaresArticle(row)
}

// isBare tells whether there are few words, and no sign that somebody wrote them as a post.
func isBare(row *boost.Row) bool {
	return isFew(row) && !declaresArticle(row) && row[fDated]+row[fAuthors]+row[fEntries]+row[fPathDate] == 0
}

// isFew tells whether the page has so few words of content that its figures tell nothing.
func isFew(row *boost.Row) bool { return row[fWords] > 0 && row[fWords] < fewWords }
