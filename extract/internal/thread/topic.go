package thread

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// isTopic decides whether the conversation is what the page is for (a forum topic, a question, a link discussion)
// or stands under an article.
func (f *finder) isTopic() bool {
	if topic, ok := f.topicByRule(); ok {
		return topic
	}
	types := f.typeScore()
	if len(f.stored) > 0 {
		return f.storedOpening || types > 0
	}
	if len(f.units) == 0 && types < 3 {
		return false
	}
	place, names, prose, link := f.placeScore(), f.unitScore(), f.proseScore(), f.linkScore()
	score := types + place + names + prose + link
	f.ctx.Log.Add("thread", "page", verdict(score > 0, "thread", "article"),
		"types %.1f, names of the page %.1f, names of the units %.1f, text beside the units %.1f, link discussed %.1f",
		types, place, names, prose, link)
	return score > 0
}

func verdict(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

// typeScore is what the page's types in schema.org and OpenGraph say.
func (f *finder) typeScore() float64 {
	score := 0.0
	if d := f.ctx.Data; d != nil {
		if d.First("DiscussionForumPosting", "QAPage") != nil || d.First("Question") != nil && d.First("FAQPage") == nil {
			score += 3
		}
		if d.First("Article", "BlogPosting", "NewsArticle", "TechArticle", "Recipe", "Product", "LiveBlogPosting") != nil {
			score -= 2.5
		}
	}
	return score
}

// topicPaths are parts of addresses under which forums and question sites keep their topics.
var topicPaths = [...]string{"/t/", "/thread", "/topic", "viewtopic", "showthread", "/forum", "/questions/", "/question/",
	"/discussion", "/comments/", "/talk/", "item?id=", "/board", "/issues/", "/pull/", "/community/", "showtopic", "/qa/",
	"/answers/", "/messages/", "//forum", "//community", "//discuss"}

// placeScore is what the page calls itself: by its address, by names of elements, and as what programs made it.
func (f *finder) placeScore() float64 {
	score := f.addressScore() + f.bodyNameScore() + f.holderScore() + f.metaScore()
	if f.hasEntryTitle() {
		score -= 1.5
	}
	if f.isPostPage() {
		score -= 2.5 // as much as structured data that say so
	}
	return score
}

// addressScore is positive at the address of a topic.
func (f *finder) addressScore() float64 {
	if f.ctx.Base == nil {
		return 0
	}
	address := strings.ToLower(f.ctx.Base.String())
	for _, p := range topicPaths {
		if strings.Contains(address, p) {
			return 1
		}
	}
	return 0
}

// bodyNameScore is what the page's outermost elements are named.
func (f *finder) bodyNameScore() float64 {
	score := 0.0
	for n := dom.ID(0); n < dom.ID(f.x.Len()); n++ {
		node := f.x.Node(n)
		if node.Tag == atom.Body || node.Tag == atom.Html {
			if node.Names&(dom.NameThread|dom.NameMessage) != 0 {
				score += 1.5
			}
		} else if node.Flags&dom.InHead == 0 && node.Depth > 3 {
			break
		}
	}
	return score
}

// holderScore is what the elements that hold the units are named: a thread, unless they are comments as well.
func (f *finder) holderScore() float64 {
	if len(f.found) == 0 {
		return 0
	}
	score := 0.0
	for n := f.x.Node(f.found[0].First).Parent; n > 0 && !f.x.Is(n, atom.Body); n = f.x.Node(n).Parent {
		if f.x.Node(n).Names&dom.NameComment != 0 {
			return 0
		}
		if f.x.Node(n).Names&dom.NameThread != 0 {
			score = 1
		}
	}
	if score == 0 || f.isHeaded(f.found[0].First) {
		return 0
	}
	return score
}

// metaScore is negative where the page's meta elements say that it is no topic.
func (f *finder) metaScore() float64 {
	score := 0.0
	for _, m := range f.x.Metas {
		content := f.x.Attr(m, "content")
		switch kind, _, _ := strings.Cut(content, "."); {
		case f.x.Attr(m, "property") != "og:type":
		case kind == "article":
			score--
		case kind == "video", kind == "music": // ogp.me: video.movie, video.other, music.song
			score -= 2.5
		}
		if f.x.Attr(m, "name") == "generator" && isBlogSoftware(content) {
			score--
		}
	}
	return score
}

// isPostPage tells the page of one post of a blog by the class that WordPress gives its body (body_class); that of a
// topic of its forum plugins has another.
func (f *finder) isPostPage() bool {
	for n := dom.ID(0); n < dom.ID(f.x.Len()); n++ {
		if f.x.Is(n, atom.Body) {
			return f.x.HasClass(n, "single-post")
		}
	}
	return false
}

// hasEntryTitle tells whether the title is the bookmark of a blog's entry (rel=bookmark, HTML Standard, section
// 4.6.7).
func (f *finder) hasEntryTitle() bool {
	for _, h := range f.x.Headings {
		if !f.x.Is(h, atom.H1, atom.H2) || len(f.found) > 0 && h > f.found[0].First {
			continue
		}
		if a := f.linkAt(h); a != dom.None && strings.Contains(f.x.Attr(a, "rel"), "bookmark") {
			return true
		}
	}
	return false
}

// isBlogSoftware tells the programs that blogs are written with, by what they say of themselves. A forum may be
// added to some of them, but it has its own names.
func isBlogSoftware(generator string) bool {
	name, _, _ := strings.Cut(strings.ToLower(generator), " ")
	switch name {
	case "wordpress", "wordpress.com", "blogger", "movable", "typepad", "ghost", "serendipity", "textpattern", "b2evolution", "jekyll", "hugo", "spip":
		return true
	}
	return false
}

// unitScore is what the units call themselves: posts and messages, or comments.
func (f *finder) unitScore() float64 {
	if len(f.units) == 0 {
		return -1
	}
	comments, posts, entries := 0, 0, 0
	for i := range f.units {
		names := f.x.Node(f.units[i].root).Names
		switch {
		case names&(dom.NameMessage|dom.NameAnswer) != 0:
			posts++
		case names&dom.NameComment != 0:
			comments++
		case names&(dom.NameArticle|dom.NameThread) != 0 || f.hasPostID(f.units[i].root):
			entries++ // of a forum, or of a blog
		}
	}
	headed := f.isHeaded(f.found[0].First)
	switch {
	case posts*2 > len(f.units), (posts+entries)*2 > len(f.units) && !headed:
		return 1.5
	case comments*2 > len(f.units) && headed && f.headingCountsAll():
		return -2.5 // a post that is short, or one picture, has comments as well
	case comments*2 > len(f.units), headed && entries == 0:
		return -1
	}
	return 0
}

// headingCountsAll tells whether the heading of the conversation counts as many as there are: what they answer is none of them.
func (f *finder) headingCountsAll() bool {
	n, ok := f.countInHeading(false)
	return ok && n == len(f.units)
}

// linkScore is positive where the title links to another site and readers vote: a link and what is said of it.
func (f *finder) linkScore() float64 {
	score, votes := 0.0, 0
	for i := range f.units {
		if f.units[i].out.Score != nil {
			votes++
		}
	}
	if len(f.units) > 2 && votes*2 > len(f.units) {
		score += .7
	}
	for _, h := range f.x.Headings {
		if !f.x.Is(h, atom.H1) || len(f.found) > 0 && h > f.found[0].First {
			continue
		}
		if a := f.linkAt(h); a != dom.None && f.isElsewhere(f.x.Attr(a, "href")) {
			return score + 1.5
		}
	}
	return score
}

// isElsewhere tells whether a link leads to another site.
func (f *finder) isElsewhere(href string) bool {
	if f.ctx.Base == nil || !strings.HasPrefix(href, "http") {
		return false
	}
	u, err := f.ctx.Base.Parse(href)
	return err == nil && u.Host != f.ctx.Base.Host
}

// hasPostID tells a post of a forum by its id (p123, post-123); comments go by other ones (c123).
func (f *finder) hasPostID(n dom.ID) bool {
	id := strings.ToLower(f.x.Attr(n, "id"))
	return isUnitStem(id) && !strings.HasPrefix(id, "c")
}

// proseScore compares the text that stands beside the units with theirs: an article is longer than a question, and a
// page that lists more than was said of it is no topic.
func (f *finder) proseScore() float64 {
	const beside = dom.InNav | dom.InFooter | dom.InAside | dom.InHidden | dom.InForm | dom.InHeader
	words, listed := 0, 0 // in prose, in links
	for i := range f.x.Blocks() {
		b := &f.x.Blocks()[i]
		if b.Flags&beside != 0 || f.region.Contains(b.First) {
			continue
		}
		switch {
		case b.Links*3 >= b.Chars:
			listed += int(b.Words)
		case b.Words >= 15:
			words += int(b.Words)
		}
	}
	own := f.unitWords()
	if own > 8*words && own > listed && len(f.units) > 4 {
		return 1.5
	}
	switch {
	case words < 60 && own > max(words, listed):
		return 2
	case words < 200 && f.saidWords() < words:
		return 0
	case words < 200:
		return .5
	case words < 500:
		return -.5
	}
	return -2
}

// saidWords counts the words of the bodies of all units.
func (f *finder) saidWords() int {
	words := 0
	for i := range f.units {
		for _, s := range f.units[i].body {
			words += f.x.WordsBetween(s.First, s.Last+1)
		}
	}
	return words
}
