package outline

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// start is the node from which to read: the smallest element that holds the selection, or the list, table or code
// around it where the selection is a part of one.
func (r *reader) start() dom.ID {
	x := r.x
	n := x.Common(r.sel[0].First, r.sel[len(r.sel)-1].Last)
	n = max(x.Node(n).Box, 0)
	if quote := r.quoteAround(n); quote != dom.None {
		return quote
	}
	switch {
	case x.Is(n, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot):
		n = x.Ancestor(n, atom.Table)
	case x.Has(n, dom.InPre):
		if pre := x.Ancestor(n, atom.Pre); pre != dom.None {
			n = pre
		}
	case x.Has(n, dom.InFigure):
		if figure := x.Ancestor(n, atom.Figure); figure != dom.None {
			n = figure
		}
	}
	return max(n, 0)
}

// quoteAround is the quote around n, or n itself, that a script turns into a post of a social network or that ends with who is
// quoted; None if there is none. Others are often but a frame: many pages indent their text so.
func (r *reader) quoteAround(n dom.ID) dom.ID {
	if !r.x.Has(n, dom.InQuote) || !r.sectioned {
		return dom.None
	}
	quote := r.x.Ancestor(n, atom.Blockquote)
	for c := range strings.FieldsSeq(r.x.Attr(quote, "class")) {
		if boxes[c] == postBox {
			return quote
		}
	}
	last := dom.None
	for c := range r.x.Children(quote) {
		if !r.x.IsText(c) {
			last = c
		}
	}
	if last != dom.None && last > n && r.x.Is(last, atom.Footer, atom.Cite) && r.x.Chars(last) > 0 && r.x.Words(last) <= maxAttribution {
		return quote
	}
	return dom.None
}

// maxAttribution is how many words say at most who is quoted.
const maxAttribution = 30

// root reads the node from which reading starts. A quote or an item that holds the whole selection is but its frame.
func (r *reader) root(n dom.ID) {
	if r.x.Is(n, atom.Blockquote) && r.quoteAround(n) == dom.None || r.x.Is(n, atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.Details, atom.Label, atom.Button) ||
		!r.x.IsText(n) && r.x.Node(n).HTML.Type != html.ElementNode {
		r.children(n)
		return
	}
	r.element(n, r.x.Node(n))
}

func (r *reader) children(n dom.ID) {
	for c := r.x.FirstChild(n); c != dom.None; c = r.x.NextSibling(c) {
		if !r.reaches(c) {
			r.leaveOut(c)
			continue
		}
		if r.line.mode == paragraphs {
			if _, ok := r.notes.items[c]; ok {
				c = r.notesRun(c)
				continue
			}
			if r.x.Is(c, atom.Li) {
				c = r.looseItems(c)
				continue
			}
			if list, _ := r.docsList(c); list != "" {
				c = r.docsLists(c)
				continue
			}
			if r.isContinued(c) {
				c = r.continuedList(c)
				continue
			}
		}
		r.node(c)
	}
}

// leaveOut passes over a node of which nothing is selected. Text blocks of an article were chosen as wholes, so what stands
// on either side of a break or a block-level element that was left out is no one line.
func (r *reader) leaveOut(n dom.ID) {
	if node := r.x.Node(n); r.sectioned && r.line.mode == paragraphs && r.line.begun && (node.Tag == atom.Br || node.Flags&dom.BlockLevel != 0) {
		r.flush()
	}
}

// node reads a node of which something is selected.
func (r *reader) node(n dom.ID) {
	node := r.x.Node(n)
	switch {
	case node.HTML.Type == html.TextNode:
		if node.Flags&dom.NotText == 0 {
			r.textNode(n, node.HTML.Data)
		}
	case r.depth >= maxDepth || r.nesting >= maxNesting:
		r.flatten(n)
	case r.math(n, node) || r.skips(n, node) || r.media(n, node):
	default:
		r.depth++
		r.element(n, node)
		r.depth--
	}
}

// flatten reads the text of a subtree without its markup.
func (r *reader) flatten(n dom.ID) {
	for last := r.x.Node(n).Last; n <= last; n++ {
		switch {
		case r.x.Node(n).Flags&dom.BlockLevel != 0:
			r.flush()
		case r.x.IsText(n) && r.reaches(n):
			r.node(n)
		}
	}
}

// skips tells whether an element is not for reading: hidden, a control, or without text.
func (r *reader) skips(n dom.ID, node *dom.Node) bool {
	switch {
	case node.Flags&dom.NotText != 0:
		return !isMedia(node.Tag)
	case node.Flags&dom.InHidden != 0 && r.leavesHidden(node):
		return true
	case node.Flags&dom.InControl != 0:
		return r.isControl(n, node)
	}
	return n == r.label || node.Tag == atom.A && r.isBacklink(n) ||
		(node.Flags&dom.InHeading != 0 || node.Tag == atom.A) && r.isPermalink(n, node)
}

// leavesHidden tells whether something hidden is left out. The blocks of an article were chosen one by one, hidden
// panels among them: of those only what hides within a line is left out, such as words for screen readers.
func (r *reader) leavesHidden(node *dom.Node) bool {
	if !r.visible || !r.sectioned {
		return r.visible
	}
	inline := node.Flags&dom.BlockLevel == 0 && r.line.begun
	return inline && r.x.Node(node.Parent).Flags&dom.InHidden == 0
}

// isControl tells a control from text that opens a panel when it is clicked, which reads as a label or a heading.
func (r *reader) isControl(n dom.ID, node *dom.Node) bool {
	switch node.Tag {
	case atom.Select, atom.Optgroup, atom.Option, atom.Datalist, atom.Textarea, atom.Input:
		return true
	}
	if node.Flags&dom.InHeading != 0 || r.x.Node(node.Parent).Flags&dom.InControl != 0 || r.enlarges(n, node) {
		return false
	}
	return r.x.Words(n) < 4
}

// enlarges tells an image of a figure that a click enlarges: an element with role=button around it.
func (r *reader) enlarges(n dom.ID, node *dom.Node) bool {
	const limit = 30 // nodes, the sources of a picture among them
	if node.Tag == atom.Button || node.Flags&dom.InFigure == 0 || node.Last-n > limit {
		return false
	}
	for c := n + 1; c <= node.Last; c++ {
		if r.x.Is(c, atom.Img) {
			return true
		}
	}
	return false
}

// element reads an element by its tag.
func (r *reader) element(n dom.ID, node *dom.Node) {
	if node.Flags&dom.BlockLevel == 0 {
		if r.isCodeBlock(n, node) {
			r.flush()
			r.code(n)
			return
		}
		r.inline(n, node)
		return
	}
	if r.line.mode != paragraphs {
		r.frame(n)
		return
	}
	if node.Tag == atom.Div && r.isVerse(n) {
		r.verse(n)
		return
	}
	r.flush()
	r.noteID(n)
	if !r.isOver(n) && !r.block(n, node) {
		r.children(n)
	}
	r.flush()
}

// frame reads a block-level element where there may be no blocks: in a heading, a cell, a caption.
func (r *reader) frame(n dom.ID) {
	r.endLine()
	r.children(n)
	r.endLine()
}

// block reads a block-level element that is more than a frame around others; false says that it is not.
func (r *reader) block(n dom.ID, node *dom.Node) bool {
	switch node.Tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.heading(n, int(node.HTML.Data[1]-'0'))
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		if !r.notesList(n) {
			r.list(n)
		}
	case atom.Dl:
		return r.definitions(n)
	case atom.Blockquote:
		return r.embeddedPost(n) || r.quote(n)
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		if r.isProse(n) {
			r.prose = n
			return false
		}
		r.code(n)
	case atom.Table:
		return r.tableQuote(n) || r.table(n)
	case atom.Figure:
		return r.figure(n)
	case atom.Details:
		r.details(n)
	case atom.Aside:
		return r.aside(n) || r.byRole(n, node) || r.byClass(n, node)
	case atom.Hr:
		r.emit(&page.Block{Type: page.Separator})
	default:
		return r.byRole(n, node) || r.byClass(n, node)
	}
	return true
}

// byRole reads an element which its role makes a heading.
func (r *reader) byRole(n dom.ID, node *dom.Node) bool {
	if node.Flags&dom.InHeading == 0 || r.x.Attr(n, "role") != "heading" {
		return false
	}
	level := 2
	if l := r.x.Attr(n, "aria-level"); len(l) == 1 && l[0] >= '1' && l[0] <= '6' {
		level = int(l[0] - '0')
	}
	r.heading(n, level)
	return true
}

// byClass reads an element of which a class says what it is.
func (r *reader) byClass(n dom.ID, node *dom.Node) bool {
	class := r.x.Attr(n, "class")
	if class == "" {
		return false
	}
	for c := range strings.FieldsSeq(class) {
		switch boxes[c] {
		case codeBox:
			r.code(n)
			return true
		case postBox:
			return r.embeddedPost(n)
		case calloutBox:
			return r.callout(n, class)
		case quoteBox:
			return r.boxedQuote(n, node)
		case controlBox:
			return true
		}
	}
	return node.Names&(dom.NameMedia|dom.NameCaption|dom.NameGallery) != 0 && r.namedFigure(n, node)
}

// box is what a class says that a block-level element is.
type box uint8

const (
	codeBox    box = iota + 1 // code that does not stand in a pre element: editors shown in the page
	postBox                   // a post of a social network or a pen, in whose place a script puts a widget
	calloutBox                // a note, a tip, a warning set off from the text
	quoteBox                  // a quote in a forum
	controlBox                // what works a script or stands beside code: a toolbar, line numbers
)

var boxes = map[string]box{
	"CodeMirror-code": codeBox, "cm-content": codeBox, "view-lines": codeBox, "syntaxhighlighter": codeBox,

	"twitter-tweet": postBox, "twitter-video": postBox, "bluesky-embed": postBox, "reddit-embed-bq": postBox,
	"reddit-card": postBox, "mastodon-embed": postBox, "instagram-media": postBox, "tiktok-embed": postBox,
	"text-post-media": postBox, "fb-post": postBox, "fb-video": postBox, "codepen": postBox,

	"bbCodeBlock-expandLink": controlBox, "toolbar": controlBox, "cm-gutters": controlBox, "CodeMirror-gutters": controlBox,

	"quote": quoteBox, "bbcode_quote": quoteBox, "quotecontent": quoteBox, "bbCodeQuote": quoteBox,
	"quotebox": quoteBox, "quoteBox": quoteBox,

	"admonition": calloutBox, "callout": calloutBox, "alert": calloutBox, "markdown-alert": calloutBox,
	"theme-admonition": calloutBox, "notecard": calloutBox, "confluence-information-macro": calloutBox,
	"admonitionblock": calloutBox, "custom-block": calloutBox, "hint": calloutBox, "note": calloutBox,
	"tip": calloutBox, "warning": calloutBox, "important": calloutBox, "caution": calloutBox,
	"NOTE": calloutBox, "TIP": calloutBox, "WARNING": calloutBox, "IMPORTANT": calloutBox, "CAUTION": calloutBox, // Microsoft Learn
}
