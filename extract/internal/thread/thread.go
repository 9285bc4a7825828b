// Package thread finds the conversation on a page: the comments of an article, the posts of a forum topic, the
// answers of a question, the replies of a link discussion, with who answered whom.
//
// It knows no site but by the rules of package rules, which it asks first (rules.go, given.go, taken.go); all they do not say is
// found as on a page without any. One pass marks what a comment is known by: dates, names, controls to answer, pictures of people,
// permalinks, votes (marks.go). Elements that are alike, by their classes, the stem of a numbered id or microdata, are
// groups (candidates.go); a group is scored by how many of its members hold those marks, by what they call themselves
// and by where they stand (score.go), and where no mark names anybody by names beside their dates (neighbours.go). The
// best groups that do not contain one another are the units (units.go, runs.go). A unit is cut into author, date and
// body by what stands in the same place of most units (author.go, unmarked.go, date.go, body.go, noise.go). The tree is
// read from nesting, from lists beside a comment (tree.go), and from levels, indents and references (levels.go). What
// all that means for the page is in topic.go, opening.go,
// count.go, state.go and next.go.
//
// The weights were set by hand so that the figures of cmd/evaluate are best over many sites, none for the sake of one.
package thread

import (
	"net/url"
	"time"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// Context is what is known of the page before its conversation is looked for. All of it may be missing.
type Context struct {
	Data     *structured.Data // what the page says of itself for machines
	Language string           // BCP 47
	Base     *url.URL         // what relative addresses are resolved against
	Saved    time.Time        // when the page was fetched: relative dates ("3 days ago") are read only if it is known
	Rules    []*rules.Rule    // those that may apply to the page, in the order in which they are tried
	Log      *explain.Log     // where to say what was found and why
}

// Thread is the conversation of a page.
type Thread struct {
	// IsThread says that the conversation is what the page is for: a forum topic, a question, a link discussion.
	// It is false where none of what was said is in the page.
	IsThread bool
	Post     *Unit  // the opening post of such a page, if it is on this page
	Units    []Unit // comments in document order
	Declared *int   // how many comments the page says there are, replies only; nil if it does not say
	Open     *bool  // whether one can still comment; nil if the page does not say
	Next     string // address of the next page of comments, "" if there is none
	// DiscussionURL is where the conversation can be read if it stands elsewhere, "" if nothing says that it does.
	DiscussionURL string
	// Region is what belongs to the conversation: its units, their list, its heading and form.
	Region dom.Selection
}

// Unit is a comment, an answer or a post: what one person wrote at one time.
type Unit struct {
	Root      dom.ID // the element that holds it; dom.None if it was read from a script
	Parent    int    // the position in Thread.Units of what it answers; -1 for the page or the opening post
	ID        string // as the page names it, without a prefix like "comment-"
	URL       string // permalink
	Author    *page.Person
	Published page.Date
	// PublishedText is the date as the page writes it, "" if it shows none.
	PublishedText string
	Score         *int
	Kind          page.CommentKind
	Accepted      bool
	Body          dom.Selection
	// Doc is the index that Body lies in: nil for the page's own, else that of a fragment from a script's JSON.
	Doc *dom.Index
}

// Find reads the conversation of the page x.
func Find(x *dom.Index, ctx Context) *Thread {
	marks := pool.Get().(*markReader)
	defer marks.release()
	marks.read(x)
	f := &finder{x: x, ctx: ctx, marks: marks}
	f.readTitleLinks()
	f.readHeadings()
	collector := collectors.Get().(*collector)
	defer collector.release()
	f.groups = collector.collect(x, f.marks)
	if !f.followRules() {
		f.search()
	}
	if len(f.units) == 0 {
		f.readStores()
	} else {
		f.fill()
	}
	if len(f.units)+len(f.stored) == 0 {
		f.readDescribed()
	}
	return f.thread()
}

// search finds the units by their marks.
func (f *finder) search() {
	f.choose(f.groups)
	if len(f.units) == 0 {
		f.chooseRuns(f.groups)
	}
	if len(f.units) == 0 {
		f.chooseByControls()
	}
	f.split()
}

// finder is the state of one search.
type finder struct {
	x   *dom.Index
	ctx Context
	buf []byte // for texts that are looked at and forgotten

	marks      *markReader
	titleLinks []dom.ID // headings that link elsewhere
	headings   []dom.ID // headings that name comments
	groups     []group

	rule *rules.Rule // whose units they are, nil if they were searched for
	told told        // what it gave

	units     []unit
	found     []dom.Span      // all units that were found, also those that the page lists twice
	texts     map[string]int  // how often each short text stands in the units
	textNames map[string]bool // which class and id attributes name a text
	region    dom.Selection
	order     dates.Order // of numeric dates

	counted    string // where the page says how many comments there are
	ownAddress string // of the page, "" if it is not known

	stored        []Unit            // comments that are in a script alone
	storedOpening bool              // the first of them is the opening post
	storedPosts   int               // how many posts their topic has, 0 if that is not known
	storedLocked  bool              // one can no longer answer
	described     *structured.Thing // whose comments they are, where they are from JSON-LD
}
