package textpage

import "github.com/scholia/scholia/extract/page"

// Read makes a page of a plain-text rendering. It never fails: text without any structure is an article of
// paragraphs. Page.Text is left empty, as it follows from the sections and the comments.
func Read(text string) *page.Page {
	p := &page.Page{Kind: page.Article}
	lines, headed := header(p, split(text))
	if headed || beginsWithLabel(lines) {
		readOwn(p, lines)
	} else {
		readForeign(p, lines)
	}
	for _, c := range p.Comments.All() {
		if c.Kind == page.Remark {
			p.Comments.Found++
		}
	}
	return p
}

// readOwn reads the layout of render.Text, of which the seed of that layout is one without a header.
func readOwn(p *page.Page, lines []line) {
	c := findComments(lines, false)
	p.Post, p.Comments.Items = c.post, c.items
	chunks := parse(lines[:c.from], 0, 0)
	if c.from < len(lines) {
		closing(p, parse(lines[c.to:], 0, 0))
	} else {
		chunks = closing(p, chunks)
	}
	chunks = declared(p, chunks)
	chunks = summary(p, chunks)
	p.Sections = sections(chunks)
}

// readForeign reads what other programs make of a page: its text with menus and links around it.
func readForeign(p *page.Page, lines []line) {
	lines, dumped := undump(lines)
	c := findComments(lines, true)
	p.Post, p.Comments.Items, p.Comments.Declared = c.post, c.items, c.declared
	margin := bodyMargin(lines[:c.from])
	chunks := parse(shiftNumbers(lines[:c.from]), margin, 0)
	if c.from < len(lines) {
		closing(p, parse(lines[c.to:], margin, 0))
	} else {
		chunks = closing(p, chunks)
	}
	if p.Comments.Declared == nil {
		chunks = declared(p, chunks)
	}
	chunks = summary(p, chunks)
	if dumped || clutterAbove(chunks) > 1 {
		chunks = mainText(p, chunks)
	} else {
		chunks = title(p, chunks)
	}
	p.Sections = sections(chunks)
}
