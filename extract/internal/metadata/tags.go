package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxTopics is how many categories or tags are given.
const maxTopics = 50

// topics are the categories and the tags of the article: the links that are marked as such (rel=tag, microformats.org),
// article:section and article:tag, articleSection and keywords of the structured data. The keywords meta tag counts
// only as far as readers see its words as links: else it is written for search engines.
func (r *reader) topics() (categories, tags []string) {
	addTo := func(list *[]string, s string) {
		s = strings.TrimPrefix(collapse(s), "#")
		known := func(t string) bool { return key(t) == key(s) }
		if s != "" && !strings.EqualFold(s, "uncategorized") && len(s) <= 60 && len(*list) < maxTopics && !slices.ContainsFunc(*list, known) {
			*list = append(*list, s)
		}
	}
	for _, s := range append(r.head.all("article:section", "og:article:section", "parsely-section"), texts(r.main.All("articleSection"))...) {
		for _, s := range splitTopics(s) {
			addTo(&categories, s)
		}
	}
	for _, s := range r.head.all("article:tag", "og:article:tag") {
		addTo(&tags, s)
	}
	for _, s := range r.keywords() {
		addTo(&tags, s)
	}
	for _, n := range r.found.topics {
		if text := r.visible(n); r.isTopicOfArticle(n) {
			if r.isCategory(n) {
				addTo(&categories, text)
			} else {
				addTo(&tags, text)
			}
		}
	}
	tags = slices.DeleteFunc(tags, func(t string) bool {
		return slices.ContainsFunc(categories, func(c string) bool { return key(c) == key(t) })
	})
	return categories, tags
}

// splitTopics parts a list that a program has joined with commas, but not a topic that has a comma in its name and an
// "and" after it ("Food, Drink & Travel").
func splitTopics(s string) []string {
	if strings.Contains(s, "&") || strings.Contains(s, " and ") || strings.Contains(s, " und ") {
		return []string{s}
	}
	return strings.Split(s, ",")
}

// keywords are those of the structured data, and those of the meta tag of which readers see at least one as a link.
func (r *reader) keywords() (words []string) {
	for _, s := range texts(r.main.All("keywords")) {
		words = append(words, strings.Split(s, ",")...)
	}
	if words != nil {
		return words
	}
	shown := map[string]bool{}
	for _, n := range r.found.topics {
		shown[key(r.x.Text(n))] = true
	}
	for s := range strings.SplitSeq(r.head.meta("keywords", "news_keywords", "parsely-tags", "sailthru.tags"), ",") {
		if shown[key(s)] {
			words = append(words, s)
		}
	}
	return words
}

// isTopicOfArticle tells whether a link to a category or tag speaks of this article and not of one in a list, or of
// the whole site (a tag cloud).
func (r *reader) isTopicOfArticle(n dom.ID) bool {
	node := r.x.Node(n)
	if node.Flags&(dom.InNav|dom.InAside) != 0 || r.ctx.Skip.Contains(n) && !r.ctx.Post.Contains(n) || r.x.Words(n) > 6 || r.x.Chars(n) == 0 {
		return false
	}
	if r.around(n)&(dom.NameRelated|dom.NamePopular|dom.NameSidebar|dom.NameWidget|dom.NameCard) != 0 {
		return false
	}
	a := r.article(n)
	return a == dom.None || r.titleAt == dom.None || r.x.Within(r.titleAt, a)
}

// isCategory tells a category from a tag by its address and rel.
func (r *reader) isCategory(n dom.ID) bool {
	rel, href := r.x.Attr(n, "rel"), strings.ToLower(r.x.Attr(n, "href"))
	return strings.Contains(rel, "category") || strings.Contains(href, "/category/") || strings.Contains(href, "/categories/") ||
		strings.Contains(href, "/kategorie/") || strings.Contains(href, "/categoria/") || strings.Contains(href, "?cat=")
}
