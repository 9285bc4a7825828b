package render

import (
	"strconv"

	"github.com/scholia/scholia/extract/page"
)

// nesting is how comments show what they answer.
type nesting byte

const (
	inQuotes nesting = iota
	inLists
	nowhere
)

// conversation writes the opening post of a thread, and the comments.
func (m *markdown) conversation(p *page.Page) {
	if p.Post != nil {
		m.post(&page.Comment{Post: *p.Post})
	}
	if m.nest != nowhere && len(p.Comments.Items) > 0 {
		m.gap()
		m.line("## Comments")
		m.comments(p.Comments.Items)
	}
}

func (m *markdown) comments(cs []*page.Comment) {
	for _, c := range cs {
		m.gap()
		write := func() {
			m.fresh = true
			m.post(c)
			m.comments(c.Replies)
			if m.fresh && m.nest == inQuotes { // an empty comment is a comment
				m.line("")
			}
		}
		if m.nest == inQuotes {
			m.within("> ", write)
		} else {
			m.hang("- ", 2, write)
		}
		m.fresh = false
	}
}

// post writes a line with author, date and what else is known, and the text.
func (m *markdown) post(c *page.Comment) {
	m.paragraph("", signature(c))
	bs := c.Blocks
	if len(bs) == 0 {
		bs = paragraphs(c.Text)
	}
	m.blocks(bs)
}

// signature is the line over a comment.
func signature(c *page.Comment) []page.Inline {
	var parts []page.Inline
	if c.Author != nil && c.Author.Name != "" {
		parts = append(parts, page.Inline{Type: page.Strong, Inlines: []page.Inline{
			{Type: page.Link, URL: c.Author.URL, Text: c.Author.Name},
		}})
	}
	date := string(c.Published)
	if date == "" {
		date = c.PublishedText
	}
	if date == "" && address(c.URL) != "" {
		date = "#"
	}
	if date != "" {
		parts = append(parts, page.Inline{Type: page.Link, URL: c.URL, Text: date})
	}
	for _, mark := range standing(c) {
		parts = append(parts, page.Inline{Type: page.Text, Text: mark})
	}
	var line []page.Inline
	for i, part := range parts {
		if i > 0 {
			line = append(line, page.Inline{Type: page.Text, Text: " · "})
		}
		line = append(line, part)
	}
	return line
}

// standing says in words what score and state a comment has.
func standing(c *page.Comment) []string {
	var words []string
	if c.Score != nil {
		unit := " points"
		if *c.Score == 1 {
			unit = " point"
		}
		words = append(words, strconv.Itoa(*c.Score)+unit)
	}
	if c.Accepted {
		words = append(words, "accepted")
	}
	if c.Kind != page.Remark && c.Kind != "" {
		words = append(words, string(c.Kind))
	}
	return words
}
