// Package metadata reads what a page says about its article: title, authors, dates, language, summary and the like.
//
// A page says such things several times: in JSON-LD and microdata, in meta tags, in the text that readers see, in its
// address. Each field has a file of its own that weighs these sources against one another; what none of them says
// with some certainty stays empty.
package metadata

import (
	"net/url"
	"strings"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// Context is what is known of a page before its metadata is read. All of it may be missing.
type Context struct {
	Skip     dom.Selection // what belongs to the comments: it names no author and no date of the article
	Post     dom.Selection // what of it is the opening post of a thread, which may have the title and the tags in it
	Base     *url.URL      // what relative addresses are resolved against, see [Base]
	Language string        // BCP 47, see [Language]
	// Author and Published are those of a thread's opening post, if the page is a thread: they are the page's where it
	// states no others.
	Author    *page.Person
	Published page.Date
	Log       *explain.Log // where to say which source a field was read from, and how sure it is
}

// Metadata is what a page says about its article. The fields are those of [page.Page].
type Metadata struct {
	URL        string // canonical address
	Title      string
	Subtitle   string
	Site       string
	License    string
	Authors    []page.Person
	Published  page.Date
	Modified   page.Date
	Categories []string
	Tags       []string
	Image      *page.Image
	Summary    *page.Summary
	// SummaryBox is where the summary stands on the page with its label ("Summary:"), so that it is not read as part
	// of the article; empty for a summary without label.
	SummaryBox dom.Selection
	// Statements are the lines near the title that say who wrote the article and when, and nothing else.
	Statements dom.Selection
	Pagination page.Pagination
	// Pager is where links to the other pages of the article stand: "Pages: 1 2 3".
	Pager dom.Selection
}

// Read reads the metadata of the page x; data is what [structured.Read] gives of it.
func Read(x *dom.Index, data *structured.Data, ctx Context) Metadata {
	r := &reader{x: x, data: data, ctx: ctx, head: readHead(x)}
	for _, err := range data.Problems {
		ctx.Log.Add("metadata", "structured data", "dropped", "%v", err)
	}
	r.survey()
	r.readSite()
	r.readTitle()
	r.siteOfLinks()
	r.cards = r.firstCard()
	r.readMain()
	r.dates = r.dateReader()
	m := Metadata{URL: r.canonical(), Title: r.title, Site: r.site}
	m.Authors = r.authors()
	if len(m.Authors) > 0 {
		r.author = key(m.Authors[0].Name)
	}
	m.Published, m.Modified = r.published(m.URL)
	m.Subtitle = r.subtitle()
	m.License = r.license()
	m.Categories, m.Tags = r.topics()
	m.Image = r.image()
	m.Summary = r.summary(m.Subtitle)
	m.SummaryBox = r.summaryAt
	m.Statements = r.statements(&m)
	m.Pagination, m.Pager = r.pagination()
	return m
}

// reader is the state of reading one page.
type reader struct {
	x     *dom.Index
	data  *structured.Data
	ctx   Context
	head  head
	found found // the elements that may hold a field, from one pass over the page

	site      string
	siteKeys  []string // what the page calls its site, as [key] has it, without "the"
	hostKeys  []string // what its host is called likewise; nil as long as nobody asked
	title     string
	titleAt   dom.ID    // the element that shows the title; None if none does
	hidden    dom.Flags // InHidden, unless the title itself is hidden: what is hidden then counts for nothing
	cards     dom.ID    // the first linked heading after the title: there begins a list of other articles; None if there is none
	main      *structured.Thing
	author    string        // the first author's name, as [key] has it
	summaryAt dom.Selection // where the summary stands, if it has a label
	dates     dates.Reader
}

// host is the name of the page's host without www, "" if unknown.
func (r *reader) host() string {
	if r.ctx.Base == nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(r.ctx.Base.Hostname()), "www.")
}

// chose notes in the log which value a field was given.
func (r *reader) chose(field, value, source string, confidence float64) {
	r.ctx.Log.Add("metadata", field, value, "from %s, confidence %.2f", source, confidence)
}
