package render

import (
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// table writes a GFM table, or HTML where cells span rows or columns, under its caption.
func (m *markdown) table(b *page.Block) {
	m.paragraph(m.anchor(b.ID), b.Inlines)
	columns := 0
	for _, r := range b.Rows {
		columns = max(columns, len(r.Cells))
	}
	if columns == 0 {
		return
	}
	m.gap()
	if spans(b.Rows) {
		m.htmlTable(b.Rows)
		return
	}
	rows := b.Rows
	head := page.Row{}
	if isHead(rows[0]) {
		head, rows = rows[0], rows[1:]
	}
	m.row(head, columns)
	m.line("|" + strings.Repeat(" --- |", columns))
	for _, r := range rows {
		m.row(r, columns)
	}
}

// isHead says whether a row's cells are headers, but for an empty one in the corner.
func isHead(r page.Row) bool {
	headers := 0
	for _, c := range r.Cells {
		if !c.Header && c.Text != "" {
			return false
		}
		if c.Header {
			headers++
		}
	}
	return headers > 0
}

func spans(rows []page.Row) bool {
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.ColSpan > 1 || c.RowSpan > 1 {
				return true
			}
		}
	}
	return false
}

func (m *markdown) row(r page.Row, columns int) {
	line := "|"
	for i := range columns {
		text := ""
		if i < len(r.Cells) {
			text = m.inline(r.Cells[i].Content(), inCell)
		}
		line += " " + text + " |"
	}
	m.line(line)
}

// htmlTable writes a table as HTML.
func (m *markdown) htmlTable(rows []page.Row) {
	h := &htmlWriter{}
	h.raw("<table>\n")
	h.rows(rows)
	h.raw("</table>") // no line of it is blank, which would end it (CommonMark 0.31.2, section 4.6)
	m.lines(string(h.buf))
}
