package extract

import (
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/outline"
	"github.com/scholia/scholia/extract/internal/thread"
	"github.com/scholia/scholia/extract/internal/transcript"
	"github.com/scholia/scholia/extract/page"
)

// converse puts the conversation th into the page: units become comments, each below the one it answers.
func converse(p *page.Page, x *dom.Index, th *thread.Thread, markup outline.Context) {
	p.Comments = page.Comments{Declared: th.Declared, Open: th.Open, Next: th.Next, DiscussionURL: th.DiscussionURL}
	if th.Post != nil {
		post := newPost(x, th.Post, markup)
		p.Post = &post
	}
	comments := make([]*page.Comment, len(th.Units)) // in the order of the page
	for i := range th.Units {
		u := &th.Units[i]
		comments[i] = &page.Comment{Post: newPost(x, u, markup), Kind: u.Kind, Accepted: u.Accepted}
		if u.Kind == page.Remark {
			p.Comments.Found++
		}
		siblings := &p.Comments.Items
		if u.Parent >= 0 {
			siblings = &comments[u.Parent].Replies
		}
		*siblings = append(*siblings, comments[i])
	}
	if th.IsThread {
		p.Text = threadText(p.Post, comments, th)
	}
}

// threadText is the conversation as a reader sees it, with its dates as the page writes them.
func threadText(post *page.Post, comments []*page.Comment, th *thread.Thread) string {
	var t transcript.Transcript
	if post != nil {
		t.Add(post, th.Post.PublishedText)
	}
	for i, c := range comments {
		if c.Kind == page.Remark {
			t.Add(&c.Post, th.Units[i].PublishedText)
		}
	}
	return t.String()
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
