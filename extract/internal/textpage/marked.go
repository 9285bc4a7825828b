package textpage

import (
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// The marks of blocks other than lists.
const (
	fence        = "```"
	mathFence    = "$$"
	separator    = "----"
	tableCaption = "Table: "
)

// code reads a fenced block; the fence at its end is as long as the one at its beginning. Without one it runs to
// the end of what holds it, as in CommonMark (0.31.2, section 4.5).
func code(lines []line) (*page.Block, int) {
	open := lines[0].text
	language := strings.TrimLeft(open, "`")
	if strings.Contains(language, "`") { // code in a line
		return nil, 0
	}
	end := open[:len(open)-len(language)]
	var text []string
	n := 1
	for n < len(lines) && lines[n].text != end {
		text = append(text, lines[n].cut(lines[0].indent))
		n++
	}
	return &page.Block{Type: page.Code, Language: strings.TrimLeft(language, " "), Text: strings.Join(text, "\n")}, min(n+1, len(lines))
}

// math reads LaTeX between two lines "$$".
func math(lines []line) (*page.Block, int) {
	var text []string
	for n := 1; n < len(lines); n++ {
		if lines[n].text == mathFence {
			return &page.Block{Type: page.Math, Text: strings.Join(text, "\n")}, n + 1
		}
		text = append(text, lines[n].cut(lines[0].indent))
	}
	return nil, 0
}

// quote reads the lines that begin with ">", as in e-mail. "[!Note]" on the first is a callout's label, "[!Note]-" that of
// a disclosure, "-- name <address>" on the last says who is quoted.
func quote(lines []line, depth int) (*page.Block, int) {
	n := 0
	var inner []line
	for n < len(lines) && strings.HasPrefix(lines[n].text, ">") && lines[n].indent == lines[0].indent {
		raw := strings.TrimLeft(lines[n].raw, " \t")[1:]
		inner = append(inner, newLine(strings.TrimPrefix(raw, " ")))
		n++
	}
	b := &page.Block{Type: page.Quote}
	inner = trim(inner)
	if len(inner) > 0 {
		label, folded := strings.CutSuffix(inner[0].text, "-")
		if strings.HasPrefix(label, "[!") && strings.HasSuffix(label, "]") {
			b.Summary, b.Disclosure = label[2:len(label)-1], folded
			inner = inner[1:]
		}
	}
	if last := len(inner) - 1; last >= 0 && inner[last].indent == 0 && strings.HasPrefix(inner[last].text, "-- ") {
		source := person(inner[last].text[3:])
		b.Cite, b.URL = source.Name, source.URL
		inner = inner[:last]
	}
	b.Blocks = blocks(parse(inner, 0, depth+1))
	b.Text = blocksText(b.Blocks)
	return b, n
}

// blocksText is the text of blocks, parted by empty lines.
func blocksText(bs []*page.Block) string {
	if len(bs) == 1 {
		return bs[0].Text
	}
	text := make([]string, 0, len(bs))
	for _, b := range bs {
		if b.Text != "" {
			text = append(text, b.Text)
		}
	}
	return strings.Join(text, "\n\n")
}

// figure reads lines "[Image: what it shows <address>] caption", and the lines of the caption under them.
func figure(lines []line) (*page.Block, int) {
	b := &page.Block{Type: page.Figure}
	n := 0
	for n < len(lines) && strings.HasPrefix(lines[n].text, "[Image") {
		alt, url, caption, ok := bracket(lines[n].text, "[Image")
		if !ok {
			break
		}
		b.Images = append(b.Images, page.Image{URL: url, Alt: alt, Caption: caption})
		n++
	}
	if n == 0 {
		return nil, 0
	}
	m := under(lines, n)
	b.Text = join(lines[n:m])
	return b, m
}

// embed reads a line "[Embed: provider <address>]" and the lines of the text under it.
func embed(lines []line) (*page.Block, int) {
	provider, url, _, ok := bracket(lines[0].text, "[Embed")
	if !ok {
		return nil, 0
	}
	n := under(lines, 1)
	return &page.Block{Type: page.Embed, Provider: provider, URL: url, Text: join(lines[1:n])}, n
}

// under is the line after the text that begins at line n and belongs to what stands above it.
func under(lines []line, n int) int {
	for n < len(lines) && !lines[n].blank() && lines[n].indent == lines[0].indent {
		n++
	}
	return n
}

// bracket reads "[Name: text <address>] rest".
func bracket(s, name string) (text, url, rest string, ok bool) {
	s, ok = strings.CutPrefix(s, name)
	if !ok {
		return "", "", "", false
	}
	inner, rest, ok := strings.Cut(s, ">]")
	if ok {
		if i := strings.LastIndexByte(inner, '<'); i >= 0 {
			inner, url = inner[:i], inner[i+1:]
		}
	} else if inner, rest, ok = strings.Cut(s, "]"); !ok {
		return "", "", "", false
	}
	inner, named := strings.CutPrefix(inner, ":")
	return strings.Trim(inner, " "), strings.Trim(url, " "), strings.Trim(rest, " "), named || inner == "" || url != ""
}

// table reads lines "| cell | cell |"; dashes in the line under the first say which of its cells are headers. A line
// "Table: ..." above is the caption.
func table(lines []line) (*page.Block, int) {
	b := &page.Block{Type: page.Table}
	n := 0
	if caption, ok := strings.CutPrefix(lines[0].text, tableCaption); ok {
		b.Inlines = []page.Inline{{Type: page.Text, Text: strings.TrimSpace(caption)}}
		n++
	}
	from := n
	for ; n < len(lines) && strings.HasPrefix(lines[n].text, "|") && lines[n].indent == lines[0].indent; n++ {
		if n == from+1 && strings.Contains(lines[n].text, "---|") && strings.Trim(lines[n].text, "|- ") == "" {
			for i, rule := range row(lines[n].text).Cells {
				if i < len(b.Rows[0].Cells) {
					b.Rows[0].Cells[i].Header = rule.Text != ""
				}
			}
			continue
		}
		b.Rows = append(b.Rows, row(lines[n].text))
	}
	if len(b.Rows) == 0 {
		return nil, 0
	}
	b.Text = rowsText(b.Rows)
	return b, n
}

// row cuts "| cell | cell |" at its bars; a backslash before a bar or a backslash keeps it, "\n" is a line end.
func row(text string) page.Row {
	var r page.Row
	var cell strings.Builder
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			i++
			if c = text[i]; c == 'n' {
				c = '\n'
			}
			cell.WriteByte(c)
		case c == '|':
			r.Cells = append(r.Cells, page.Cell{Text: strings.Trim(cell.String(), " \n")})
			cell.Reset()
		default:
			cell.WriteByte(c)
		}
	}
	if cell.Len() > 0 {
		r.Cells = append(r.Cells, page.Cell{Text: strings.Trim(cell.String(), " \n")})
	}
	return r
}

// rowsText is a table's rows line by line with cells parted by tabs.
func rowsText(rows []page.Row) string {
	var b strings.Builder
	for i, r := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j, c := range r.Cells {
			if j > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(c.Text)
		}
	}
	return b.String()
}
