package outline

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// shape is what tells a table of data from a layout.
type shape struct {
	rows, columns, cells, filled int
	headers                      int  // th elements
	marked                       bool // has what only tables of data have: caption, thead, summary
	nested                       bool // holds another table
	blocks                       int  // headings, lists, paragraphs after the first of a cell, rules, forms
	longest                      int  // characters of its longest cell
}

// isData tells a table of data from a layout, by the signs that Firefox shows to screen readers
// (TableAccessible::IsProbablyLayoutTable) as far as they can be seen without a style sheet, and by what the cells
// hold.
func (r *reader) isData(n dom.ID) bool {
	switch r.x.Attr(n, "role") {
	case "presentation", "none":
		return false
	case "grid", "treegrid", "table":
		return true
	}
	if r.x.Attr(n, "datatable") == "0" {
		return false
	}
	s := r.shape(n)
	switch {
	case s.nested || s.rows == 0 || s.columns < 2 && s.headers == 0:
		return false
	case s.marked || s.headers > 0:
		return s.blocks <= s.cells
	case s.rows < 2:
		return false
	case s.blocks*4 > s.filled || s.longest > 600:
		return false
	}
	return true
}

// shape looks over a table once.
func (r *reader) shape(n dom.ID) (s shape) {
	x := r.x
	s.marked = x.Attr(n, "summary") != ""
	columns := 0
	for c, last := n+1, x.Node(n).Last; c <= last; c++ {
		node := x.Node(c)
		switch node.Tag {
		case atom.Table:
			s.nested = s.nested || x.Chars(c) > 0
			c = node.Last
		case atom.Tr:
			s.rows++
			columns = 0
		case atom.Caption, atom.Thead:
			s.marked = s.marked || x.Chars(c) > 0
		case atom.Th, atom.Td:
			columns++
			s.columns = max(s.columns, columns)
			s.cells++
			if node.Tag == atom.Th && x.Chars(c) > 0 {
				s.headers++
			}
			chars := x.Chars(c)
			if chars > 0 {
				s.filled++
			}
			s.longest = max(s.longest, chars)
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Hr, atom.Form,
			atom.Iframe, atom.Figure, atom.Section, atom.Article:
			s.blocks++
		case atom.P:
			if prev := node.HTML.PrevSibling; prev != nil && prev.DataAtom == atom.P {
				s.blocks++
			}
		}
	}
	return s
}
