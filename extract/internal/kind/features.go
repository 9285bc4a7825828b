package kind

import (
	"fmt"
	"iter"
	"strings"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// Features of a page, in the order of a row.
const (
	fArticle      = iota // it declares an article (schema.org, Open Graph)
	fTechnical           // a technical article
	fProducts            // number of products it declares
	fOffers              // of offers
	fList                // a list or collection
	fQuestions           // a page of questions and answers
	fOrganization        // a business or service
	fOpenGraph           // og:type: none, article, website, product, another
	fPublished           // it declares when it was published

	fAuthors    // it has so many
	fDated      // it was published at a known time
	fModified   // and modified
	fTopics     // categories and tags
	fSummary    // it has a summary
	fSubtitle   // a subtitle
	fPage       // its number among the pages of an article or list
	fNext       // there is a next one
	fStatements // lines that say who wrote it and when

	fWords      // of the content
	fShare      // of the page's text that is content
	fBlocks     // of the content
	fBlockWords // mean words of a block
	fLinked     // link density
	fLinkBlocks // share of blocks that are mostly links
	fProse      // share of the text that stands in long blocks
	fHeadings   // a block
	fCode       // share of the text that is code
	fTable      // share that stands in tables
	fListed     // share that stands in lists
	fPrices     // short blocks with a currency sign
	fCards      // blocks whose elements are named as cards or items
	fSpans      // runs of content, for each block of it

	fBought     // blocks whose elements are named after products, in the whole page
	fTimes      // dates in the page
	fForms      // forms in the page
	fControls   // share of the page's blocks that are buttons and the like
	fPageWords  // words of the page
	fPageBlocks // blocks of the page
	fLinks      // links in the page
	fSame       // share of them that lead to the same site
	fBelow      // links to addresses below that of the page
	fBelowShare // share of those to the same site

	fTeasers     // headings that lead to other pages of the site
	fTeasing     // share of the headings
	fTopHeadings // h1
	fBefore      // words of the content before the first of them
	fBeforeShare // share of the content's
	fStories     // how many of them have a text below them
	fLargest     // share of the content's words that stand between two of them at most
	fEntries     // article elements that stand in no other
	fTitles      // links of the length of titles
	fTitleWords  // share of the page's words in them

	fSegments    // of the address's path
	fPathWords   // words of its last segment
	fPathDigits  // digits in its path
	fPathDate    // a year and a month stand in it
	fArchive     // it ends with a date, a page's number
	fAddress     // what a word of the address says
	fGuess       // what the words of the page tell of its kind
	featureCount = fGuess + groups*kinds
)

// FeatureNames names the features of a row.
func FeatureNames() []string {
	names := []string{
		"article", "technical", "products", "offers", "list", "questions", "organization", "og:type", "published",
		"authors", "dated", "modified", "topics", "summary", "subtitle", "page", "next", "statements",
		"words", "share", "blocks", "block words", "linked", "link blocks", "prose", "headings", "code", "table", "listed",
		"prices", "cards", "spans", "bought", "times", "forms", "controls", "page words", "page blocks", "links", "same site",
		"below", "below share", "teasers", "teasing", "h1", "before", "before share", "stories", "largest", "entries", "titles", "title words", "segments", "path words", "path digits", "path date", "archive", "address",
	}
	for i := range groups * kinds {
		names = append(names, fmt.Sprintf("guess %d", i))
	}
	return names
}

// Features are what the kind of a page is read from.
func Features(x *dom.Index, ctx Context, guess Guess) (row boost.Row) {
	declared(x, ctx, &row)
	described(ctx, &row)
	text(x, ctx.Content, &row)
	around(x, &row)
	links(x, ctx.Address, &row)
	teasers(x, ctx, &row)
	address(ctx, &row)
	SetGuess(&row, guess)
	return row
}

// declared are the features that a page says of itself.
func declared(x *dom.Index, ctx Context, row *boost.Row) {
	if ctx.Data != nil {
		count := func(f int, types ...string) {
			for range ctx.Data.All(types...) {
				row[f]++
			}
		}
		count(fArticle, "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "Report", "Recipe")
		count(fTechnical, "TechArticle", "APIReference", "HowTo", "SoftwareSourceCode")
		count(fProducts, "Product", "ProductGroup", "IndividualProduct", "ProductModel")
		count(fOffers, "Offer", "AggregateOffer")
		count(fList, "ItemList", "CollectionPage", "Blog", "OfferCatalog", "SearchResultsPage")
		count(fQuestions, "QAPage", "Question", "DiscussionForumPosting", "FAQPage")
		count(fOrganization, "Service", "LocalBusiness", "ProfessionalService", "SoftwareApplication", "Corporation")
	}
	for _, m := range x.Metas {
		switch x.Attr(m, "property") {
		case "og:type":
			row[fOpenGraph] = openGraph(x.Attr(m, "content"))
		case "article:published_time":
			row[fPublished] = 1
		}
	}
}

// openGraphArticle is the number of the values of og:type that say it is an article.
const openGraphArticle = 1

// openGraph numbers the values of og:type (ogp.me).
func openGraph(value string) float32 {
	switch value {
	case "":
		return 0
	case "article", "blog", "news":
		return openGraphArticle
	case "website":
		return 2
	case "product", "og:product", "product.item":
		return 3
	case "product.group":
		return 4
	}
	return 5
}

// described are the features of what the page says about its article.
func described(ctx Context, row *boost.Row) {
	m := ctx.Metadata
	if m == nil {
		return
	}
	row[fAuthors], row[fTopics], row[fStatements] = float32(len(m.Authors)), float32(len(m.Categories)+len(m.Tags)), float32(len(m.Statements))
	row[fDated], row[fModified] = is(m.Published != ""), is(m.Modified != "")
	row[fSummary], row[fSubtitle] = is(m.Summary != nil), is(m.Subtitle != "")
	row[fPage], row[fNext] = float32(m.Pagination.Page), is(m.Pagination.Next != "")
}

// longBlock is the number of words from which a block that is not mostly links counts as prose.
const longBlock = 15

// text are the features of the blocks that were chosen.
func text(x *dom.Index, chosen dom.Selection, row *boost.Row) {
	var words, chars, links, prose, code, table, listed int32
	for b := range blocksOf(x, chosen) {
		words, chars, links = words+b.Words, chars+b.Chars, links+b.Links
		row[fBlocks]++
		linked := mostlyLinks(b)
		row[fLinkBlocks] += is(linked)
		row[fHeadings] += is(b.Flags&dom.InHeading != 0)
		row[fPrices] += is(b.Words < longBlock && hasCurrency(x, b))
		row[fCards] += is(x.Node(b.Box).Names&(dom.NameCard|dom.NameItem) != 0)
		prose += ifElse(b.Words >= longBlock && !linked, b.Chars)
		code += ifElse(b.Flags&dom.InPre != 0, b.Chars)
		table += ifElse(b.Flags&dom.InTable != 0, b.Chars)
		listed += ifElse(b.Flags&dom.InList != 0, b.Chars)
	}
	blocks, all := max(row[fBlocks], 1), float32(max(chars, 1))
	row[fWords], row[fBlockWords] = float32(words), float32(words)/blocks
	row[fShare] = float32(chars) / float32(max(x.Chars(0), 1))
	row[fLinked], row[fLinkBlocks], row[fHeadings] = float32(links)/all, row[fLinkBlocks]/blocks, row[fHeadings]/blocks
	row[fProse], row[fCode], row[fTable], row[fListed] = float32(prose)/all, float32(code)/all, float32(table)/all, float32(listed)/all
	row[fSpans] = float32(len(chosen)) / blocks
}

// blocksOf yields the blocks of a selection.
func blocksOf(x *dom.Index, chosen dom.Selection) iter.Seq[*dom.Block] {
	return func(yield func(*dom.Block) bool) {
		for _, span := range chosen {
			for i := max(x.BlockOf(span.First), 0); i <= x.BlockOf(span.Last) && i < len(x.Blocks()); i++ {
				if !yield(&x.Blocks()[i]) {
					return
				}
			}
		}
	}
}

func mostlyLinks(b *dom.Block) bool { return b.Links*2 > b.Chars }

// hasCurrency tells whether a currency sign stands in a block: those of Unicode's Latin-1 and Currency Symbols blocks.
func hasCurrency(x *dom.Index, b *dom.Block) bool {
	for n := b.First; n <= b.Last; n++ {
		if x.IsText(n) && strings.ContainsFunc(x.Node(n).HTML.Data, isCurrency) {
			return true
		}
	}
	return false
}

func isCurrency(r rune) bool { return r == '$' || r >= '¢' && r <= '¥' || r >= '₠' && r <= '⃀' }

// around are the features of the page as a whole.
func around(x *dom.Index, row *boost.Row) {
	row[fTimes] = float32(len(x.Times))
	row[fPageWords], row[fPageBlocks] = float32(x.Words(0)), float32(len(x.Blocks()))
	for i := range x.Blocks() {
		b := &x.Blocks()[i]
		row[fControls] += is(b.Flags&dom.InControl != 0)
		row[fBought] += is(x.Node(b.Box).Names&dom.NameProduct != 0)
	}
	row[fControls] /= max(row[fPageBlocks], 1)
}

func is(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func ifElse(b bool, v int32) int32 {
	if b {
		return v
	}
	return 0
}
