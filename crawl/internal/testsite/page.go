package testsite

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"time"
)

// page is a page of an article as HTML.
func (s *Site) page(v view) []byte {
	var b bytes.Buffer
	a := v.article
	s.head(&b, v)
	fmt.Fprintf(&b, "<body class=\"single\"><header><h1 class=\"site-title\"><a href=\"/\">The %s Almanac</a></h1>"+
		"<nav><a href=\"/\">Home</a> <a href=\"/about/\">About</a></nav></header>\n<main>\n<article class=\"post\">\n", s.name())
	fmt.Fprintf(&b, "<header class=\"entry-header\"><h1 class=\"entry-title\">%s</h1>\n<div class=\"entry-meta\">By <a rel=\"author\" href=\"/author/%s/\">%s</a> on <time class=\"entry-date\" datetime=\"%s\">%s</time></div></header>\n<div class=\"entry-content\">\n",
		html.EscapeString(a.Title), slug(a.Author), html.EscapeString(a.Author), a.Published, longDate(a.Published))
	for _, p := range a.pages[v.part-1] {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</div>\n")
	a.pager(&b, v.part)
	b.WriteString("</article>\n")
	s.comments(&b, v)
	b.WriteString("</main>\n")
	s.sidebar(&b, a)
	b.WriteString("<footer><p>© The Almanac. All rights reserved.</p></footer></body></html>\n")
	return b.Bytes()
}

func (s *Site) head(b *bytes.Buffer, v view) {
	a := v.article
	canonical := a.part(v.part)
	if v.comments > 0 && s.blog.Permalink != Static { // some blogs name the article, others the page of comments
		canonical = a.commentPage(v.comments)
	}
	fmt.Fprintf(b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s – The %s Almanac</title>\n"+
		"<link rel=\"canonical\" href=\"%s\"><meta name=\"author\" content=\"%s\"><meta property=\"article:published_time\" content=\"%s\">\n</head>\n",
		html.EscapeString(a.Title), s.name(), html.EscapeString(s.base+canonical), html.EscapeString(a.Author), a.Published)
}

// pager links the pages of the text.
func (a *Article) pager(b *bytes.Buffer, part int) {
	if len(a.pages) == 1 {
		return
	}
	b.WriteString("<div class=\"page-links\">Pages: ")
	for n := 1; n <= len(a.pages); n++ {
		if n == part {
			fmt.Fprintf(b, "<span class=\"current\">%d</span> ", n)
			continue
		}
		fmt.Fprintf(b, "<a href=\"%s\">%d</a> ", html.EscapeString(a.part(n)), n)
	}
	b.WriteString("</div>\n")
}

// sidebar has the newest comment of the article, by the address of the page on which it stands.
func (s *Site) sidebar(b *bytes.Buffer, a *Article) {
	b.WriteString("<aside class=\"sidebar\"><h3>Recent comments</h3><ul>\n")
	if n := a.commentPages(); n > 1 {
		last := a.Comments[len(a.Comments)-1]
		fmt.Fprintf(b, "<li>%s on <a href=\"%s#comment-%s\">%s</a></li>\n", html.EscapeString(last.Author),
			html.EscapeString(a.commentPage(n)), last.ID, html.EscapeString(a.Title))
	}
	b.WriteString("</ul></aside>\n")
}

// comments writes one page of them.
func (s *Site) comments(b *bytes.Buffer, v view) {
	a, page := v.article, v.comments
	pages := a.commentPages()
	if pages == 0 {
		b.WriteString("<section id=\"respond\"><h3>Leave a comment</h3><form action=\"/post\"><textarea name=\"comment\"></textarea></form></section>\n")
		return
	}
	if page == 0 {
		page = 1
		if s.blog.Theme == WordPress {
			page = pages
		}
	}
	fmt.Fprintf(b, "<section id=\"comments\" class=\"comments-area\"><h2 class=\"comments-title\">%d comments on “%s”</h2>\n", len(a.Comments), html.EscapeString(a.Title))
	s.blog.Theme.threads(b, a.shown(page))
	b.WriteString("<nav class=\"comment-navigation\">")
	if page > 1 {
		fmt.Fprintf(b, "<div class=\"nav-previous\"><a href=\"%s#comments\">← Older Comments</a></div>", html.EscapeString(a.commentPage(page-1)))
	}
	if page < pages {
		fmt.Fprintf(b, "<div class=\"nav-next\"><a href=\"%s#comments\">Newer Comments →</a></div>", html.EscapeString(a.commentPage(page+1)))
	}
	b.WriteString("</nav></section>\n")
}

// markup is what a theme writes round a comment, its answers and the list that holds them.
type markup struct {
	list, listEnd       string
	answers, answersEnd string
	// item has verbs for the id, the author, the date as a machine reads it and as people do, and the text, in this
	// order by index.
	item, itemEnd string
}

var themeMarkup = map[Theme]markup{
	WordPress: {
		list: "<ol class=\"comment-list\">\n", listEnd: "</ol>\n", answers: "<ol class=\"children\">\n", answersEnd: "</ol>\n",
		item: "<li id=\"comment-%[1]s\" class=\"comment\"><article id=\"div-comment-%[1]s\" class=\"comment-body\"><footer class=\"comment-meta\">" +
			"<div class=\"comment-author vcard\"><b class=\"fn\">%[2]s</b> <span class=\"says\">says:</span></div><div class=\"comment-metadata\">" +
			"<a href=\"#comment-%[1]s\"><time datetime=\"%[3]s\">%[4]s</time></a></div></footer><div class=\"comment-content\"><p>%[5]s</p></div>" +
			"<div class=\"reply\"><a rel=\"nofollow\" class=\"comment-reply-link\" href=\"#respond\">Reply</a></div></article>\n",
		itemEnd: "</li>\n",
	},
	Nested: {
		list: "<div class=\"comments-list\">\n", listEnd: "</div>\n", answers: "<div class=\"replies\">\n", answersEnd: "</div>\n",
		item: "<div class=\"comment\" id=\"comment-%[1]s\"><div class=\"comment-header\"><span class=\"comment-author\">%[2]s</span> " +
			"<time class=\"comment-date\" datetime=\"%[3]s\">%[4]s</time></div><div class=\"comment-text\"><p>%[5]s</p></div>" +
			"<div class=\"comment-actions\"><a href=\"#\">Reply</a></div>\n",
		itemEnd: "</div>\n",
	},
	Schema: {
		list: "<ul class=\"comments\">\n", listEnd: "</ul>\n", answers: "<ul class=\"comment-replies\">\n", answersEnd: "</ul>\n",
		item: "<li class=\"comment\" id=\"comment-%[1]s\" itemprop=\"comment\" itemscope itemtype=\"https://schema.org/Comment\">" +
			"<p class=\"comment-meta\"><span itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\"><span itemprop=\"name\">%[2]s</span></span> " +
			"<time itemprop=\"dateCreated\" datetime=\"%[3]s\">%[4]s</time></p><div itemprop=\"text\"><p>%[5]s</p></div>\n",
		itemEnd: "</li>\n",
	},
}

// threads writes comments with their answers nested in them.
func (t Theme) threads(b *bytes.Buffer, threads [][]*Comment) {
	m := themeMarkup[t]
	b.WriteString(m.list)
	for _, thread := range threads {
		depth := -1
		for _, c := range thread {
			switch {
			case c.depth > depth && depth >= 0:
				b.WriteString(m.answers)
			case depth >= 0:
				b.WriteString(m.itemEnd + strings.Repeat(m.answersEnd+m.itemEnd, depth-c.depth))
			}
			depth = c.depth
			fmt.Fprintf(b, m.item, c.ID, html.EscapeString(c.Author), c.Published, longDate(c.Published), html.EscapeString(c.Text))
		}
		b.WriteString(m.itemEnd + strings.Repeat(m.answersEnd+m.itemEnd, depth))
	}
	b.WriteString(m.listEnd)
}

// longDate is a date as people write it: March 5, 2019 at 2:20 pm.
func longDate(date string) string {
	if t, err := time.Parse("2006-01-02T15:04", date); err == nil {
		return t.Format("January 2, 2006 at 3:04 pm")
	}
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("January 2, 2006")
}
