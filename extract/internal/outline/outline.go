// Package outline turns the nodes that another room chose into what a reader sees there: sections by their
// headings, and blocks with inline markup.
//
// The selection is read once, in document order. Each file reads what it is named after.
package outline

import (
	"net/url"
	"slices"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/page"
)

// Context is what the rest of the page says about the selection.
type Context struct {
	Base  *url.URL // addresses are resolved against it; nil leaves relative ones as they are
	Title string   // the page's title: a heading that only repeats it is left out
	// Subtitle is the page's subtitle: a heading over all its text that says this is a paragraph.
	Subtitle string
	// Published is when the page was published: a heading over all its text that only says this is left out.
	Published page.Date
	Language  string // BCP 47: what dates are read in
	Log       *explain.Log
}

// Sections reads the selected nodes as an article: headings open sections, which nest by their level. Text before
// the first heading is a section without heading. Headings inside a list item or a quote open no section: they are
// paragraphs in bold. Captions, attributions, rows and notes that were not selected come with what they belong to;
// what is hidden comes if it is a block of its own, for then it was selected as such.
func Sections(x *dom.Index, sel dom.Selection, ctx Context) []*page.Section {
	r := read(x, bridged(x, sel), ctx, true)
	r.title = folded(ctx.Title)
	return r.sections()
}

// Blocks reads the selected nodes as one text without sections, such as a comment's. Headings in it are paragraphs
// in bold; what is hidden is left out, unless all is.
func Blocks(x *dom.Index, sel dom.Selection, ctx Context) []*page.Block {
	r := read(x, sel, ctx, false)
	blocks := make([]*page.Block, len(r.entries))
	for i := range r.entries {
		blocks[i] = r.entries[i].block
	}
	return tidied(blocks)
}

// maxDepth bounds the recursion. The subtrees below it are read as plain text. It is deeper than the trees that
// package decode makes.
const maxDepth = 600

// maxNesting bounds how many lists and quotes stand in one another, for a text is written in each that holds it. What is
// deeper is read as plain text.
const maxNesting = 32

// reader is the state of the one pass over a selection.
type reader struct {
	x      *dom.Index
	sel    dom.Selection
	ctx    Context
	origin string // scheme and host of the base
	title  string // the page's, folded
	label  dom.ID // of the callout being read, where it stands in its text
	over   over   // the line over a quote to come

	at        int  // the first span that does not end before the node being read
	visible   bool // something selected is visible, so what is hidden is left out
	whole     bool // all of what is being read counts as selected
	sectioned bool // headings at top level open sections
	depth     int

	text    []byte   // of the block at top level that is being read
	slots   []slot   // where pieces of text go
	waiting []func() // what is to be done when the text is complete
	owed    string   // what parts the next text from the one before
	parting string   // what parts the blocks of the block being read

	line      line          // the paragraph, heading, cell or caption being read
	nesting   int           // blocks around the one being read
	blocks    []*page.Block // of the blocks being read, the outer ones' first
	base      int           // where those of the innermost begin
	inHeading dom.ID        // the heading being read; 0 for none
	prose     dom.ID        // preformatted text that is read as prose; 0 for none
	notes     notes
	shown     map[string]bool // images that figures show
	entries   []entry         // what was read at top level
	anchor    string          // name of an empty anchor since the last block
	id        string          // of the element that the next block begins
	ids       []*string       // IDs of blocks and items
	linked    map[string]bool // fragments that links of the selection point to
}

// slot is a string that is a piece of the text being read.
type slot struct {
	dst        *string
	start, end int
}

// entry is a block at top level, or a heading.
type entry struct {
	block   *page.Block
	heading *page.Section
}

func read(x *dom.Index, sel dom.Selection, ctx Context, sectioned bool) *reader {
	r := &reader{x: x, sel: sel, ctx: ctx, sectioned: sectioned, parting: "\n\n", label: dom.None}
	r.line.lastMark = -1
	if ctx.Base != nil && ctx.Base.Host != "" && ctx.Base.User == nil {
		r.origin = ctx.Base.Scheme + "://" + ctx.Base.Host
	}
	if len(sel) == 0 || x.Len() == 0 {
		return r
	}
	r.visible = r.anyVisible()
	r.text = buffer()
	r.root(r.start())
	r.flush()
	r.sideNotes()
	release(r.text)
	r.text = nil
	r.keepLinkedIDs()
	return r
}

// anyVisible tells whether a selected text block is not hidden.
func (r *reader) anyVisible() bool {
	blocks := r.x.Blocks()
	for _, s := range r.sel {
		for i := max(r.x.BlockOf(s.First), 0); i < len(blocks) && blocks[i].First <= s.Last; i++ {
			if blocks[i].Flags&dom.InHidden == 0 && blocks[i].Last >= s.First {
				return true
			}
		}
	}
	return false
}

// reaches tells whether a node of the subtree of n is selected. It must be asked in document order.
func (r *reader) reaches(n dom.ID) bool {
	if r.whole {
		return true
	}
	for r.at < len(r.sel) && r.sel[r.at].Last < n {
		r.at++
	}
	return r.at < len(r.sel) && r.sel[r.at].First <= r.x.Node(n).Last
}

// emit adds a block that was read to the block around it; at top level its text is complete.
func (r *reader) emit(b *page.Block) {
	if b.ID == "" {
		b.ID = r.takeID()
	}
	if b.ID != "" {
		r.ids = append(r.ids, &b.ID)
	}
	if r.nesting > 0 {
		r.blocks = append(r.blocks, b)
		r.owed = r.parting
		return
	}
	r.seal()
	r.entries = append(r.entries, entry{block: b})
}

// slot has dst be the text from start to end, once the text is complete.
func (r *reader) slot(dst *string, start, end int) {
	r.slots = append(r.slots, slot{dst, start, end})
}

// seal gives the pieces of a complete text to those who wait for them. They share one string.
func (r *reader) seal() {
	text := string(r.text)
	for _, s := range r.slots {
		*s.dst = text[s.start:s.end]
	}
	r.text, r.slots, r.owed = r.text[:0], r.slots[:0], ""
	for _, f := range r.waiting {
		f()
	}
	r.waiting = r.waiting[:0]
}

// later has f called once the text is complete.
func (r *reader) later(f func()) { r.waiting = append(r.waiting, f) }

// part writes what parts the next text from the one before.
func (r *reader) part() {
	if len(r.text) > 0 {
		r.text = append(r.text, r.owed...)
	}
	r.owed = ""
}

// nested reads the blocks that a block holds; in its text they are parted by parting.
func (r *reader) nested(parting string, read func()) []*page.Block {
	r.flush()
	outer, base := r.parting, r.base
	r.parting, r.base = parting, len(r.blocks)
	r.nesting++
	read()
	r.flush()
	r.nesting--
	blocks := slices.Clone(tidied(r.blocks[r.base:]))
	r.blocks = r.blocks[:r.base]
	r.parting, r.base = outer, base
	return blocks
}

// hasHeading tells whether a heading stands in the subtree of n.
func (r *reader) hasHeading(n dom.ID) bool {
	i, _ := slices.BinarySearch(r.x.Headings, n)
	return i < len(r.x.Headings) && r.x.Headings[i] <= r.x.Node(n).Last
}

// noteID notes the id of an element: the next block begins it.
func (r *reader) noteID(n dom.ID) {
	if id := r.x.Attr(n, "id"); id != "" {
		r.id = id
	}
}

// takeID is the fragment that links to the block that begins here.
func (r *reader) takeID() string {
	id := r.anchor
	if id == "" {
		id = r.id
	}
	r.anchor, r.id = "", ""
	return id
}

// keepLinkedIDs takes the IDs to which no link of the selection points: themes number everything.
func (r *reader) keepLinkedIDs() {
	for _, id := range r.ids {
		if !r.linked[*id] {
			*id = ""
		}
	}
}
