package outline

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// table reads a table of data. false says that it is a layout, whose cells are read as frames.
func (r *reader) table(n dom.ID) bool {
	if r.codeTable(n) {
		r.code(n)
		return true
	}
	if r.x.HasClass(n, "tr-caption-container") { // Blogger
		return r.namedFigure(n, r.x.Node(n))
	}
	if !r.isData(n) {
		return false
	}
	b := &page.Block{Type: page.Table, ID: r.takeID()}
	r.captionOf(n, b)
	r.part()
	start := len(r.text)
	r.rows(n, b)
	if len(b.Rows) == 0 {
		return true
	}
	boldHeader(b)
	r.slot(&b.Text, start, len(r.text))
	r.emit(b)
	return true
}

// captionOf reads the caption of a table.
func (r *reader) captionOf(n dom.ID, b *page.Block) {
	for c := range r.x.Children(n) {
		if !r.x.Is(c, atom.Caption) {
			if !r.x.IsText(c) {
				return
			}
			continue
		}
		if r.reaches(c) && !r.skips(c, r.x.Node(c)) {
			r.oneLine(words, nil, &b.Inlines, func() { r.children(c) })
			r.owed = "\n"
		}
		return
	}
}

// rows reads the rows within n: of a table or of a part of it.
func (r *reader) rows(n dom.ID, b *page.Block) {
	for c := range r.x.Children(n) {
		if !r.reaches(c) || r.x.IsText(c) || r.skips(c, r.x.Node(c)) {
			continue
		}
		switch r.x.Node(c).Tag {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			r.rows(c, b)
		case atom.Tr:
			r.row(c, b, r.x.Is(n, atom.Thead))
		}
	}
}

// row reads a row, all of it if any is selected, unless it is empty.
func (r *reader) row(n dom.ID, b *page.Block, header bool) {
	count := 0
	for c := range r.x.Children(n) {
		if r.x.Is(c, atom.Td, atom.Th) {
			count++
		}
	}
	row := page.Row{Cells: make([]page.Cell, 0, count)}
	text, slots, filled := len(r.text), len(r.slots), false
	outer := r.whole
	r.whole = true
	defer func() { r.whole = outer }()
	if len(b.Rows) > 0 {
		r.text = append(r.text, '\n')
	}
	for c := range r.x.Children(n) {
		if !r.x.Is(c, atom.Td, atom.Th) {
			continue
		}
		if len(row.Cells) > 0 {
			r.text = append(r.text, '\t')
		}
		row.Cells = append(row.Cells, page.Cell{Header: header || r.isHeader(c)})
		if r.cell(c, &row.Cells[len(row.Cells)-1]) {
			filled = true
		}
	}
	if !filled {
		r.text, r.slots = r.text[:text], r.slots[:slots]
		return
	}
	b.Rows = append(b.Rows, row)
}

// cell reads a cell and tells whether it holds anything.
func (r *reader) cell(n dom.ID, cell *page.Cell) bool {
	cell.ColSpan, cell.RowSpan = r.span(n, "colspan"), r.span(n, "rowspan")
	if !r.reaches(n) || r.skips(n, r.x.Node(n)) {
		return false
	}
	return r.oneLine(lines, &cell.Text, &cell.Inlines, func() { r.children(n) })
}

// span is the number of columns or rows that a cell takes, 0 for one (HTML Standard, 4.9.11, sets the limit).
func (r *reader) span(n dom.ID, key string) int {
	v, ok := r.x.Lookup(n, key)
	if !ok {
		return 0
	}
	if k, err := strconv.Atoi(strings.TrimSpace(v)); err == nil && k > 1 {
		return min(k, 1000)
	}
	return 0
}

// isHeader tells a header cell: a th element, or what a scope or a role makes one.
func (r *reader) isHeader(n dom.ID) bool {
	switch r.x.Attr(n, "role") {
	case "columnheader", "rowheader":
		return true
	}
	return r.x.Is(n, atom.Th) || r.x.Attr(n, "scope") != ""
}

// boldHeader makes header cells of a first row all in bold, where the table marks no header.
func boldHeader(b *page.Block) {
	for i, row := range b.Rows {
		for _, c := range row.Cells {
			if c.Header {
				return
			}
			if i == 0 && (len(c.Inlines) != 1 || c.Inlines[0].Type != page.Strong) {
				return
			}
		}
	}
	if len(b.Rows) < 2 {
		return
	}
	for k := range b.Rows[0].Cells {
		b.Rows[0].Cells[k].Header = true
	}
}
