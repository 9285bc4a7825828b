package render

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/page"
)

// Comments are numbered from 1 on each level; the opening post of a thread is number 0.

func (t *textWriter) conversation(p *page.Page) {
	c := &p.Comments
	if c.Declared == nil && (len(c.Items) > 0 || p.Post != nil) {
		t.gap()
		t.line("Comments:")
	}
	if p.Post != nil {
		t.comment(0, &page.Comment{Post: *p.Post})
	}
	t.comments(c.Items)
}

func (t *textWriter) comments(cs []*page.Comment) {
	for i, c := range cs {
		t.comment(i+1, c)
	}
}

// comment writes the number with author and date, the text two columns under it, and the answers there too.
func (t *textWriter) comment(number int, c *page.Comment) {
	bs := c.Blocks
	if len(bs) == 0 {
		bs = paragraphs(c.Text)
	}
	mark := strconv.Itoa(number) + "."
	t.gap()
	t.inside("  ", func() {
		head := byline(c)
		if head == "" && hangs(bs) {
			lines := textLines(bs[0].Text)
			t.broken(mark+" "+lines[0], len(lines) > 1)
			t.inside("  ", func() { t.linesOf(lines[1:]) })
			bs = bs[1:]
		} else {
			t.line(strings.TrimRight(mark+" "+head, " "))
		}
		t.gap()
		t.inside("  ", func() { t.blocks(bs) })
		t.comments(c.Replies)
	})
}

// broken writes a line, with two spaces at its end if a break is meant.
func (t *textWriter) broken(s string, meant bool) {
	if meant {
		s += "  "
	}
	t.line(s)
}

// hangs says whether a comment without byline can begin on the line of its number.
func hangs(bs []*page.Block) bool {
	if len(bs) == 0 || bs[0].Type != page.Paragraph {
		return false
	}
	lines := textLines(bs[0].Text)
	return len(lines) > 0 && !textpage.IsByline(lines[0])
}

// brackets keeps what stands in brackets free of others.
var brackets = strings.NewReplacer("[", "(", "]", ")")

// byline is a comment's author and date, and in brackets what else is known of it.
func byline(c *page.Comment) string {
	var parts []string
	if c.Author != nil && oneLine(c.Author.Name) != "" {
		parts = append(parts, oneLine(c.Author.Name))
	}
	date, dated := textpage.FormatDate(c.Published)
	if dated {
		parts = append(parts, date)
	} else if c.Published != "" {
		parts = append(parts, "["+oneLine(string(c.Published))+"]")
	} else if text := oneLine(c.PublishedText); text != "" {
		parts = append(parts, "["+brackets.Replace(text)+"]")
	}
	if c.Score != nil {
		parts = append(parts, "["+strconv.Itoa(*c.Score)+" points]")
	}
	if c.Accepted {
		parts = append(parts, "[accepted]")
	}
	if c.Kind != page.Remark && c.Kind != "" {
		parts = append(parts, "["+string(c.Kind)+"]")
	}
	line := strings.Join(parts, " ")
	if line != "" && !dated && c.Author != nil {
		line += ":"
	}
	return line
}

// closing says whether one can still comment, where there are more comments, and where the conversation stands if it is not
// on the page.
func (t *textWriter) closing(c *page.Comments) {
	if c.Open != nil {
		t.gap()
		if *c.Open {
			t.line("Leave a comment")
		} else {
			t.line("Comments have been disabled for this post")
		}
	}
	if next := oneLine(c.Next); next != "" {
		t.gap()
		t.line("More comments: " + next)
	}
	if discussion := oneLine(c.DiscussionURL); discussion != "" {
		t.gap()
		t.line("Discussion: " + discussion)
	}
}
