package render

import (
	"strconv"

	"github.com/scholia/scholia/extract/page"
)

func (h *htmlWriter) comments(c *page.Comments) {
	discussion := address(c.DiscussionURL)
	if len(c.Items) == 0 && c.Declared == nil && discussion == "" {
		return
	}
	h.raw("<section>\n")
	h.element("h2", commentsHeading(c))
	h.thread(c.Items)
	if url := address(c.Next); url != "" {
		h.raw("<p>")
		h.link(url, "More comments")
		h.raw("</p>\n")
	}
	if discussion != "" {
		h.raw("<p>")
		h.link(discussion, "Discussion")
		h.raw("</p>\n")
	}
	if c.Open != nil && !*c.Open {
		h.raw("<p>Comments are closed.</p>\n")
	}
	h.raw("</section>\n")
}

func commentsHeading(c *page.Comments) string {
	switch {
	case c.Declared == nil:
		return "Comments"
	case *c.Declared == 1:
		return "1 Comment"
	}
	return strconv.Itoa(*c.Declared) + " Comments"
}

// thread writes comments as a list, with the answers to each as a list in it.
func (h *htmlWriter) thread(cs []*page.Comment) {
	if len(cs) == 0 {
		return
	}
	h.raw("<ol>\n")
	for _, c := range cs {
		h.raw("<li>\n")
		id := ""
		if c.ID != "" {
			id = "comment-" + c.ID
		}
		h.open("article", id)
		h.raw("\n")
		h.post(c)
		h.raw("</article>\n")
		h.thread(c.Replies)
		h.raw("</li>\n")
	}
	h.raw("</ol>\n")
}

// post writes a line with author, date and what else is known, and the text.
func (h *htmlWriter) post(c *page.Comment) {
	h.signature(c)
	bs := c.Blocks
	if len(bs) == 0 {
		bs = paragraphs(c.Text)
	}
	h.blocks(bs)
}

func (h *htmlWriter) signature(c *page.Comment) {
	start := len(h.buf)
	h.raw("<p>")
	empty := len(h.buf)
	if c.Author != nil && c.Author.Name != "" {
		h.raw("<strong>")
		h.link(c.Author.URL, c.Author.Name)
		h.raw("</strong>")
	}
	if c.Published != "" || c.PublishedText != "" || address(c.URL) != "" {
		h.part(empty)
		h.permalink(c)
	}
	for _, words := range standing(c) {
		h.part(empty)
		h.text(words)
	}
	if len(h.buf) == empty {
		h.buf = h.buf[:start]
		return
	}
	h.raw("</p>\n")
}

// part parts what follows from what stands there since start.
func (h *htmlWriter) part(start int) {
	if len(h.buf) > start {
		h.raw(" · ")
	}
}

// permalink writes a comment's date, linked to its address.
func (h *htmlWriter) permalink(c *page.Comment) {
	url := address(c.URL)
	if url != "" {
		h.raw("<a")
		h.attr("href", url)
		h.raw(">")
	}
	switch {
	case c.Published != "":
		h.time(c.Published)
	case c.PublishedText != "":
		h.text(oneLine(c.PublishedText))
	default:
		h.raw("#")
	}
	if url != "" {
		h.raw("</a>")
	}
}
