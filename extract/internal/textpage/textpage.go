package textpage

import "github.com/scholia/scholia/extract/page"

// Read makes a page of a plain-text rendering. It never fails: text without any structure is an article of
// paragraphs. Page.Text is left empty, as it follows from the sections and the comments.
func Read(text string) *page.Page {
	p := &page.Page{Kind: page.Article}
	lines := header(p, split(text))
	c := findComments(lines)
	p.Post, p.Comments.Items, p.Comments.Found = c.post, c.items, c.found
	chunks := parse(lines[:c.from], 0, 0)
	if c.from < c.to {
		closing(p, parse(lines[c.to:], 0, 0))
	} else {
		chunks = closing(p, chunks)
	}
	chunks = declared(p, chunks)
	chunks = summary(p, chunks)
	p.Sections = sections(chunks)
	return p
}
