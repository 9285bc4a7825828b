package join

import (
	"cmp"
	"slices"

	"github.com/scholia/scholia/extract/page"
)

// addComments merges the comments of all pages into one tree.
func (a *Assembly) addComments(whole *page.Page) {
	m := merger{known: map[identity][]*known{}}
	for _, p := range a.inOrder() {
		c := &p.page.Comments
		m.part++
		m.post(whole, p.page.Post)
		m.merge(&m.items, c.Items)
		whole.Comments.Declared = moreOf(whole.Comments.Declared, c.Declared)
		if whole.Comments.Open == nil {
			whole.Comments.Open = c.Open
		}
	}
	whole.Comments.Items = m.items
	whole.Comments.Found = 0
	for _, c := range whole.Comments.All() {
		if c.Kind == page.Remark {
			whole.Comments.Found++
		}
	}
}

// post adds a thread's opening post. On further pages the first post may be taken for the opening one: then it is a
// comment like others.
func (m *merger) post(whole *page.Page, p *page.Post) {
	switch {
	case p == nil || p == whole.Post:
	case whole.Post == nil:
		whole.Post = p
	case p.Text != whole.Post.Text:
		m.merge(&m.items, []*page.Comment{{Post: *p, Kind: page.Remark}})
	}
}

// moreOf is the larger of two counts, of which either may be unknown.
func moreOf(a, b *int) *int {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}

// inOrder are the pages in the order in which their comments are to be read: by their numbers. A page without a
// number is the article's own; it shows the first page of comments, or the last one if the first has an address of
// its own (WordPress' "last page displayed by default").
func (a *Assembly) inOrder() []part {
	parts := slices.Clone(a.parts)
	first, last := false, 0
	for _, p := range parts {
		first, last = first || p.number == 1, max(last, p.number)
	}
	place := func(p part) int {
		switch {
		case p.number > 0:
			return p.number
		case first:
			return last + 1
		}
		return 1
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(place(a), place(b)) })
	return parts
}

// identity is by what a comment is known again on another page: its id, or who wrote what when.
type identity struct{ id, author, published, text string }

// merger builds one tree. Comments of one page are never the same as each other, whatever they say; a comment of a
// later page may be one of an earlier page: because pages overlap when new comments came in between, or because the
// page repeats what its comments answer.
type merger struct {
	items []*page.Comment
	known map[identity][]*known
	part  int
}

// known is a comment in the tree.
type known struct {
	comment *page.Comment
	part    int // the last page on which it was seen
}

// merge adds comments below the same parent. The depth of a tree is bounded by that of the page's markup.
func (m *merger) merge(into *[]*page.Comment, more []*page.Comment) {
	for _, c := range more {
		replies := c.Replies
		if same := m.find(c); same != nil {
			m.merge(&same.Replies, replies)
			continue
		}
		copied := *c
		copied.Replies = make([]*page.Comment, 0, len(replies))
		m.add(&copied)
		*into = append(*into, &copied)
		m.merge(&copied.Replies, replies)
	}
}

// identities of a comment: by id, if it has one, and by what it says.
func identities(c *page.Comment) (byID, byText identity) {
	author := ""
	if c.Author != nil {
		author = c.Author.Name
	}
	published := string(c.Published)
	if published == "" {
		published = c.PublishedText
	}
	byText = identity{author: author, published: published, text: c.Text}
	if c.ID != "" {
		// Some pages number their comments from 1 on each: an id is the same comment only if the author is the same too.
		byID = identity{id: c.ID, author: author}
	}
	return byID, byText
}

// find is the comment of an earlier page that c is; nil if it is new.
func (m *merger) find(c *page.Comment) *page.Comment {
	byID, byText := identities(c)
	if byID != (identity{}) {
		same := m.take(byID, func(k *page.Comment) bool { return k.Published == c.Published || k.Text == c.Text })
		if same != nil {
			return same
		}
	}
	if c.Text == "" {
		return nil
	}
	return m.take(byText, func(k *page.Comment) bool { return k.ID == "" || c.ID == "" })
}

// maxAlike is how many comments with one identity are looked at: a page may say the same a thousand times.
const maxAlike = 16

// take gives a comment with an identity that is not on this page yet and fits, and puts it behind the others, so that
// those which are left come first.
func (m *merger) take(id identity, fits func(*page.Comment) bool) *page.Comment {
	alike := m.known[id]
	for i, k := range alike[:min(len(alike), maxAlike)] {
		if k.part < m.part && fits(k.comment) {
			k.part = m.part
			alike[i] = alike[0]
			m.known[id] = append(alike[1:], k)
			return k.comment
		}
	}
	return nil
}

func (m *merger) add(c *page.Comment) {
	k := &known{c, m.part}
	byID, byText := identities(c)
	if byID != (identity{}) {
		m.known[byID] = append(m.known[byID], k)
	}
	if c.Text != "" {
		m.known[byText] = append(m.known[byText], k)
	}
}
