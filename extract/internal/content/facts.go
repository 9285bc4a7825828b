package content

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// pageFacts are features of the page as a whole.
type pageFacts struct {
	title    int // the block of the main heading, -1 if there is none
	hasMain  bool
	articles int // article elements
	forms    int
	times    int
	ogType   float32 // what the page calls itself by the Open Graph protocol (ogp.me, og:type)
	all      figures
	repeats  float32 // largest share of the text that one group of siblings holds
	said     float32 // share of the text that is bodies of posts
	posts    int
	thread   bool
}

// Codes of og:type.
const (
	ogNone = iota
	ogArticle
	ogWebsite
	ogProduct
	ogOther
)

func (a *analysis) facts() pageFacts {
	x, last := a.x, len(a.sums)-1
	f := pageFacts{title: a.titleBlock(), times: len(x.Times), all: a.figures(0, last), thread: a.ctx.Thread, ogType: a.ogType()}
	for n := range dom.ID(x.Len()) {
		switch x.Node(n).Tag {
		case atom.Main:
			f.hasMain = true
		case atom.Article:
			f.articles++
		case atom.Form:
			f.forms++
		}
	}
	for i := range a.repeats {
		if r := &a.repeats[i]; r.count >= 3 {
			f.repeats = max(f.repeats, ratio(r.chars, a.sums[last].chars))
		}
	}
	f.said = ratio(a.sums[last].said, a.sums[last].chars)
	f.posts = len(a.ctx.Posts)
	return f
}

// titleBlock is the block of the first h1 that is seen, else of the first heading, -1 if there is none.
func (a *analysis) titleBlock() int {
	x, first := a.x, -1
	for _, h := range x.Headings {
		from, to := x.BlockRange(h)
		if from == to || x.Has(h, dom.InHidden) {
			continue
		}
		if x.Node(h).Tag == atom.H1 {
			return from
		}
		if first < 0 {
			first = from
		}
	}
	return first
}

func (a *analysis) ogType() float32 {
	for _, m := range a.x.Metas {
		if a.x.Node(m).Tag == atom.Meta && a.x.Attr(m, "property") == "og:type" {
			switch v := a.x.Attr(m, "content"); {
			case v == "article" || v == "blog":
				return ogArticle
			case v == "website":
				return ogWebsite
			case len(v) >= 7 && v[:7] == "product" || v == "og:product":
				return ogProduct
			}
			return ogOther
		}
	}
	return ogNone
}
