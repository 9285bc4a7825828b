package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"golang.org/x/net/html/atom"
)

// found are the elements that may hold a field, in document order. The comments, navigation and what is not text of
// the page are left out.
type found struct {
	authors   []dom.ID // by class, rel or address of a link
	dates     []dom.ID // by class or tag
	titles    []dom.ID // by class
	subtitles []dom.ID
	summaries []dom.ID
	topics    []dom.ID // links to categories and tags
	pages     []dom.ID // links that show the number of a page or have the rel or class of a pager
	licenses  []dom.ID // links to licences
	images    []dom.ID
	fronts    []dom.ID // links to the front page
}

// maxFound is how many elements are kept of each kind: a page that has more lists many articles.
const maxFound = 400

// maxInside is how many nodes an element holds at most that is kept: what names an author, a date or a summary is small,
// and is read more than once.
const maxInside = 1000

// notHere are the flags of elements that name nothing of the article.
const notHere = dom.NotText | dom.InDialog

// survey goes over the page once and notes the elements that later steps ask for. Of the comments it takes the links to
// other pages alone, for the pager of a topic stands among its posts and its breadcrumbs close above them, and the title
// and tags of the opening post.
func (r *reader) survey() {
	skip := r.ctx.Skip
	for n, end := dom.ID(0), dom.ID(r.x.Len()); n < end; n++ {
		for len(skip) > 0 && skip[0].Last < n {
			skip = skip[1:]
		}
		node := r.x.Node(n)
		switch {
		case node.Tag == 0 && node.Names == 0: // text
		case len(skip) > 0 && skip[0].First <= n:
			if node.Tag == atom.A {
				r.noteWay(n, node)
			}
			if r.ctx.Post.Contains(n) {
				r.notePost(n, node)
			}
		case node.Flags&dom.InRaw != 0:
			n = node.Last
		case node.Flags&notHere == 0 && node.Last-n <= maxInside:
			r.note(n, node)
		}
	}
}

// notePost keeps what an element of a thread's opening post says of the whole page: its title, its tags.
func (r *reader) notePost(n dom.ID, node *dom.Node) {
	if node.Names&dom.NameTitle != 0 && node.Flags&notHere == 0 && node.Last-n <= maxInside {
		keep(&r.found.titles, n)
	}
	if node.Tag == atom.A && (r.isRelated(n, "tag") || r.x.HasClass(n, "tag") && isTagPage(r.x.Attr(n, "href"))) {
		keep(&r.found.topics, n)
	}
}

// isTagPage tells whether an address is that of what has a tag: /tags/tea, /t/tea.
func isTagPage(address string) bool {
	return strings.Contains(address, "/tag") || strings.Contains(address, "/t/")
}

// isRelated tells whether a link has a value in its rel.
func (r *reader) isRelated(n dom.ID, rel string) bool {
	return slices.Contains(strings.Fields(r.x.Attr(n, "rel")), rel)
}

// note sorts an element under what it may hold.
func (r *reader) note(n dom.ID, node *dom.Node) {
	f := &r.found
	switch node.Tag {
	case atom.A:
		r.noteLink(n, node)
	case atom.Time:
		keep(&f.dates, n)
	case atom.Img:
		keep(&f.images, n)
	case atom.Span:
		if isDateProperty(r.x.Attr(n, "property")) {
			keep(&f.dates, n)
		}
	}
	if node.Names == 0 {
		return
	}
	if node.Names&dom.NameAuthor != 0 {
		keep(&f.authors, n)
	}
	if node.Names&dom.NameDate != 0 && node.Tag != atom.Time {
		keep(&f.dates, n)
	}
	if node.Names&dom.NameTitle != 0 && node.Flags&(dom.InNav|dom.InFooter|dom.InAside|dom.InPre) == 0 {
		keep(&f.titles, n)
	}
	if node.Names&dom.NameSubtitle != 0 || node.Names&dom.NameTitle != 0 && strings.Contains(r.x.Attr(n, "class"), "sub-title") {
		keep(&f.subtitles, n)
	}
	if node.Names&dom.NameSummary != 0 {
		keep(&f.summaries, n)
	}
}

// isDateProperty tells the terms of Dublin Core and schema.org by which Drupal says in RDFa when a text was published.
func isDateProperty(terms string) bool {
	return strings.Contains(terms, "dc:created") || strings.Contains(terms, "schema:dateCreated") || strings.Contains(terms, "schema:datePublished")
}

// maxPageDigits is how many digits the number of a page has at most.
const maxPageDigits = 4

// mayLeadOn tells whether a link may lead to another page of the same article: by its class or because it shows a
// number.
func (r *reader) mayLeadOn(n dom.ID, node *dom.Node) bool {
	return node.Names&dom.NamePager != 0 || r.x.Chars(n) <= maxPageDigits && r.x.Chars(n) > 0 && isDigits(r.x.Text(n))
}

// noteWay notes a link to another page of the same article or to the front page: these stand among comments too.
func (r *reader) noteWay(n dom.ID, node *dom.Node) {
	switch {
	case r.mayLeadOn(n, node):
		keep(&r.found.pages, n)
	case isFrontPage(r.x.Attr(n, "href")):
		keep(&r.found.fronts, n)
	}
}

// noteLink sorts a link by its rel, its address and its text.
func (r *reader) noteLink(n dom.ID, node *dom.Node) {
	r.noteWay(n, node)
	for _, a := range node.HTML.Attr {
		switch a.Key {
		case "rel":
			for rel := range strings.FieldsSeq(a.Val) {
				switch rel {
				case "author":
					keep(&r.found.authors, n)
				case "tag", "category":
					keep(&r.found.topics, n)
				case "license":
					keep(&r.found.licenses, n)
				case "next", "prev":
					keep(&r.found.pages, n)
				}
			}
		case "typeof":
			if a.Val == "skos:Concept" { // a term of a vocabulary (SKOS), as Drupal names it in RDFa
				keep(&r.found.topics, n)
			}
		case "href":
			switch {
			case node.Flags&(dom.InNav|dom.InAside) == 0 && (topicOf(a.Val) != noTopic || r.isLabelled(node)):
				keep(&r.found.topics, n)
			case node.Flags&(dom.InNav|dom.InFooter) == 0 && isAuthorPage(a.Val):
				keep(&r.found.authors, n)
			case strings.Contains(a.Val, "//creativecommons.org/"):
				keep(&r.found.licenses, n)
			}
		}
	}
}

// keep adds an element unless it was added last, or there are too many.
func keep(list *[]dom.ID, n dom.ID) {
	if l := *list; len(l) < maxFound && (len(l) == 0 || l[len(l)-1] != n) {
		*list = append(l, n)
	}
}

// isAuthorPage tells whether an address is that of a page about an author: /author/jane-doe, /by/jane-doe.
func isAuthorPage(address string) bool {
	for {
		i := strings.IndexByte(address, '/')
		if i < 0 || i+1 == len(address) {
			return false
		}
		switch address[:i] {
		case "author", "authors", "by", "writer", "writers", "autor", "autoren", "auteur", "autore", "contributor", "contributors", "people",
			"profile", "profiles", "staff", "team", "reporters", "journalist", "columnists":
			return true
		}
		address = address[i+1:]
	}
}
