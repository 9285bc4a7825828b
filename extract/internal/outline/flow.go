package outline

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// start is the node from which to read: the smallest element that holds the selection, or the list, table or code
// around it where the selection is a part of one.
func (r *reader) start() dom.ID {
	x := r.x
	n := x.Common(r.sel[0].First, r.sel[len(r.sel)-1].Last)
	n = max(x.Node(n).Box, 0)
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

// root reads the node from which reading starts. A quote or an item that holds the whole selection is but its frame.
func (r *reader) root(n dom.ID) {
	if r.x.Is(n, atom.Blockquote, atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.Details, atom.Label, atom.Button) ||
		!r.x.IsText(n) && r.x.Node(n).HTML.Type != html.ElementNode {
		r.children(n)
		return
	}
	r.element(n, r.x.Node(n))
}

func (r *reader) children(n dom.ID) {
	for c := r.x.FirstChild(n); c != dom.None; c = r.x.NextSibling(c) {
		if !r.reaches(c) {
			continue
		}
		if r.line.mode == paragraphs && r.x.Is(c, atom.Li) {
			c = r.looseItems(c)
			continue
		}
		r.node(c)
	}
}

// node reads a node of which something is selected.
func (r *reader) node(n dom.ID) {
	node := r.x.Node(n)
	switch {
	case node.HTML.Type == html.TextNode:
		if node.Flags&dom.NotText == 0 {
			r.write(node.HTML.Data)
		}
	case r.depth >= maxDepth:
		r.flatten(n)
	case r.media(n, node) || r.skips(n, node):
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
		return true
	case node.Flags&dom.InHidden != 0 && r.visible:
		return true
	case node.Flags&dom.InControl != 0:
		return r.isControl(n, node)
	}
	return node.Flags&dom.InHeading != 0 && r.isPermalink(n, node)
}

// isControl tells a control from text that opens a panel when it is clicked, which reads as a label or a heading.
func (r *reader) isControl(n dom.ID, node *dom.Node) bool {
	switch node.Tag {
	case atom.Select, atom.Optgroup, atom.Option, atom.Datalist, atom.Textarea, atom.Input:
		return true
	}
	if node.Flags&dom.InHeading != 0 || r.x.Node(node.Parent).Flags&dom.InControl != 0 {
		return false
	}
	return r.x.Words(n) < 4
}

// element reads an element by its tag.
func (r *reader) element(n dom.ID, node *dom.Node) {
	if node.Flags&dom.BlockLevel == 0 {
		r.inline(n, node)
		return
	}
	if r.line.mode != paragraphs {
		r.box(n)
		return
	}
	r.flush()
	r.noteID(n)
	if !r.block(n, node) {
		r.children(n)
	}
	r.flush()
}

// box reads a block-level element where there may be no blocks: in a heading, a cell, a caption.
func (r *reader) box(n dom.ID) {
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
		return r.list(n, node)
	case atom.Dl:
		return r.definitions(n)
	case atom.Blockquote:
		return r.quote(n)
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		r.code(n)
	case atom.Table:
		return r.table(n)
	case atom.Figure:
		return r.figure(n)
	case atom.Details:
		r.details(n)
	case atom.Hr:
		r.separator()
	default:
		return r.byName(n, node)
	}
	return true
}

// byName reads an element whose role or class says what it is.
func (r *reader) byName(n dom.ID, node *dom.Node) bool {
	if node.Flags&dom.InHeading != 0 && r.x.Attr(n, "role") == "heading" {
		level := 2
		if l := r.x.Attr(n, "aria-level"); len(l) == 1 && l[0] >= '1' && l[0] <= '6' {
			level = int(l[0] - '0')
		}
		r.heading(n, level)
		return true
	}
	return r.namedCode(n, node) || r.namedFigure(n, node) || r.callout(n, node)
}
