package extract

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/outline"
	"github.com/scholia/scholia/extract/internal/thread"
	"github.com/scholia/scholia/extract/page"
)

// converse puts the conversation th into the page: units become comments, each below the one it answers. Of a thread
// it is also the text.
func converse(p *page.Page, x *dom.Index, th *thread.Thread, markup outline.Context) {
	p.Comments = page.Comments{Declared: th.Declared, Open: th.Open, Next: th.Next}
	var spoken transcript
	if th.Post != nil {
		post := newPost(x, th.Post, markup)
		p.Post = &post
		spoken.add(p.Post, th.Post.PublishedText)
	}
	comments := make([]*page.Comment, len(th.Units))
	for i := range th.Units {
		u := &th.Units[i]
		c := &page.Comment{Post: newPost(x, u, markup), Kind: u.Kind, Accepted: u.Accepted}
		comments[i] = c
		if c.Kind == page.Remark {
			p.Comments.Found++
			spoken.add(&c.Post, u.PublishedText)
		}
		siblings := &p.Comments.Items
		if u.Parent >= 0 {
			siblings = &comments[u.Parent].Replies
		}
		*siblings = append(*siblings, c)
	}
	if th.IsThread {
		p.Text = spoken.String()
		credit(p)
	}
}

// credit makes who opened a thread its author, and the day of the opening post that of the page, unless the page
// says something else.
func credit(p *page.Page) {
	if p.Post == nil {
		return
	}
	if len(p.Authors) == 0 && p.Post.Author != nil {
		p.Authors = []page.Person{*p.Post.Author}
	}
	if p.Published == "" {
		p.Published = p.Post.Published
	}
}

func newPost(x *dom.Index, u *thread.Unit, markup outline.Context) page.Post {
	if u.Doc != nil {
		x = u.Doc
	}
	post := page.Post{
		ID: u.ID, URL: u.URL, Author: u.Author, Published: u.Published, Score: u.Score,
		Blocks: outline.Blocks(x, u.Body, markup),
	}
	if post.Published == "" {
		post.PublishedText = u.PublishedText
	}
	post.Text = outline.BlocksText(post.Blocks)
	return post
}

// transcript is a conversation as text, in the order of the page: author, date as written and body, post after post.
type transcript struct{ strings.Builder }

func (t *transcript) add(p *page.Post, date string) {
	if t.Len() > 0 {
		t.WriteString("\n\n")
	}
	if p.Author != nil {
		t.WriteString(p.Author.Name + "\n")
	}
	if date != "" {
		t.WriteString(date + "\n")
	}
	t.WriteString(p.Text)
}

// conversationText is the transcript of a thread whose dates are known only as they were read.
func conversationText(p *page.Page) string {
	var t transcript
	if p.Post != nil {
		t.add(p.Post, string(p.Post.Published))
	}
	for _, c := range p.Comments.All() {
		t.add(&c.Post, string(c.Published))
	}
	return t.String()
}
