package kind

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

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
	fThread
	fWords       // of the content
	fShare       // of the page's text that is content
	fBlocks      // of the content
	fBlockWords  // mean words of a block
	fLinks       // link density
	fLinkBlocks  // share of blocks that are mostly links
	fProse       // share of the text that stands in long blocks
	fHeadings    // a block
	fCode        // share of the text that is code
	fTable       // share that stands in tables
	fListed      // share that stands in lists
	fPrices      // short blocks with a currency sign
	fCards       // blocks whose elements are named as cards or items
	fBought      // blocks whose elements are named after products, in the whole page
	fTimes       // dates in the page
	fForms       // forms in the page
	fControls    // share of the page's blocks that are buttons and the like
	fPageWords   // words of the page
	fPageBlocks  // blocks of the page
	fSpans       // runs of content, for each block of it
	fSegments    // of the address's path
	fPathWords   // words of its last segment
	fPathDigits  // digits in its path
	fPathDate    // a year and a month stand in it
	fAddress     // what a word of the address says
	fGuess       // what the words of the page tell of its kind
	featureCount = fGuess + groups*kinds
)

// FeatureNames names the features of a row.
func FeatureNames() []string {
	names := []string{
		"article", "technical", "products", "offers", "list", "questions", "organization", "og:type", "published", "thread",
		"words", "share", "blocks", "block words", "links", "link blocks", "prose", "headings", "code", "table", "listed",
		"prices", "cards", "bought", "times", "forms", "controls", "page words", "page blocks", "spans", "segments",
		"path words", "path digits", "path date", "address",
	}
	for i := range groups * kinds {
		names = append(names, fmt.Sprintf("guess %d", i))
	}
	return names
}

// Features are what the kind of a page is read from.
func Features(x *dom.Index, ctx Context, guess Guess) (row boost.Row) {
	declared(x, ctx, &row)
	content(x, ctx, &row)
	around(x, &row)
	address(ctx, &row)
	SetGuess(&row, guess)
	if ctx.Thread {
		row[fThread] = 1
	}
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

// openGraph numbers the values of og:type (ogp.me).
func openGraph(value string) float32 {
	switch value {
	case "":
		return 0
	case "article", "blog", "news":
		return 1
	case "website":
		return 2
	case "product", "og:product", "product.item":
		return 3
	case "product.group":
		return 4
	}
	return 5
}

// longBlock is the number of words from which a block that is not mostly links counts as prose.
const longBlock = 15

// content are the features of the blocks that were chosen.
func content(x *dom.Index, ctx Context, row *boost.Row) {
	var words, chars, links, prose, code, table, listed int32
	for _, span := range ctx.Content {
		from, to := max(x.BlockOf(span.First), 0), x.BlockOf(span.Last)
		for i := from; i <= to && i < len(x.Blocks()); i++ {
			b := &x.Blocks()[i]
			words, chars, links = words+b.Words, chars+b.Chars, links+b.Links
			row[fBlocks]++
			linked := b.Links*2 > b.Chars
			row[fLinkBlocks] += is(linked)
			row[fHeadings] += is(b.Flags&dom.InHeading != 0)
			row[fPrices] += is(b.Words < longBlock && hasCurrency(x, b))
			row[fCards] += is(x.Node(b.Box).Names&(dom.NameCard|dom.NameItem) != 0)
			prose += ifElse(b.Words >= longBlock && !linked, b.Chars)
			code += ifElse(b.Flags&dom.InPre != 0, b.Chars)
			table += ifElse(b.Flags&dom.InTable != 0, b.Chars)
			listed += ifElse(b.Flags&dom.InList != 0, b.Chars)
		}
	}
	blocks, all := max(row[fBlocks], 1), float32(max(chars, 1))
	row[fWords], row[fBlockWords] = float32(words), float32(words)/blocks
	row[fShare] = float32(chars) / float32(max(x.Chars(0), 1))
	row[fLinks], row[fLinkBlocks], row[fHeadings] = float32(links)/all, row[fLinkBlocks]/blocks, row[fHeadings]/blocks
	row[fProse], row[fCode], row[fTable], row[fListed] = float32(prose)/all, float32(code)/all, float32(table)/all, float32(listed)/all
	row[fSpans] = float32(len(ctx.Content)) / blocks
}

func hasCurrency(x *dom.Index, b *dom.Block) bool {
	for n := b.First; n <= b.Last; n++ {
		if x.IsText(n) && strings.ContainsFunc(x.Node(n).HTML.Data, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) {
			return true
		}
	}
	return false
}

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
	for n := range dom.ID(x.Len()) {
		row[fForms] += is(x.Node(n).Tag == atom.Form)
	}
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
