package metadata

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxTopics is how many categories or tags are given.
const maxTopics = 50

// topics are the categories and the tags of the article: the links that are marked as such (rel=tag, microformats.org)
// or lead to a category or a tag by their address or label,
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
	for _, marked := range [...]bool{true, false} {
		c, t := r.topicLinks(marked)
		if marked || len(categories) == 0 && len(c) <= maxUnmarked {
			for _, s := range c {
				addTo(&categories, s)
			}
		}
		if marked || len(tags) == 0 && len(t) <= 2*maxUnmarked {
			for _, s := range t {
				addTo(&tags, s)
			}
		}
	}
	tags = slices.DeleteFunc(tags, func(t string) bool {
		return slices.ContainsFunc(categories, func(c string) bool { return key(c) == key(t) })
	})
	return categories, tags
}

// maxUnmarked is how many categories are believed that no rel marks; more are a menu. There may be twice as many tags.
const maxUnmarked = 4

// topicLinks are the texts of the links to categories and tags of the article: of those that a rel marks as such, or of
// those that lead to one by their address or label.
func (r *reader) topicLinks(marked bool) (categories, tags []string) {
	for _, n := range r.found.topics {
		if r.isMarked(n) != marked || !r.isTopicOfArticle(n) || !marked && !r.isBesideArticle(n) {
			continue
		}
		if text := r.visible(n); r.isCategory(n) {
			categories = append(categories, text)
		} else {
			tags = append(tags, text)
		}
	}
	return categories, tags
}

// isMarked tells whether a link is marked as one to a category or a tag.
func (r *reader) isMarked(n dom.ID) bool {
	rel := r.x.Attr(n, "rel")
	return strings.Contains(rel, "tag") || strings.Contains(rel, "category") || r.x.Attr(n, "typeof") != ""
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
	if r.ctx.Post.Contains(n) {
		return true // notePost has kept it for what it is
	}
	if r.around(n)&(dom.NameRelated|dom.NamePopular|dom.NameSidebar|dom.NameWidget|dom.NameCard) != 0 {
		return false
	}
	return !r.isInOther(n)
}

// isBesideArticle tells whether a link that has no rel stands where topics of the article do: near the title, in
// what is named for tags or for details, or in the line under the entry.
func (r *reader) isBesideArticle(n dom.ID) bool {
	if r.ctx.Post.Contains(n) || isPosted(textBefore(r.x.Node(n))) && r.isInEntry(n) {
		return true
	}
	if r.around(n)&(dom.NameNav|dom.NameHeader|dom.NameFooter|dom.NameProduct) != 0 && r.estrangement(n) > 0 {
		return false
	}
	from, to := r.nearTitle()
	if i := r.x.BlockOf(n + 1); r.titleAt != dom.None && i >= from && i < to {
		return true
	}
	p := n
	for range 4 {
		if p = r.x.Node(p).Parent; p < 0 || r.x.Words(p) > maxStatement {
			return false
		}
		if r.x.Node(p).Names&(dom.NameTag|dom.NameMeta) != 0 {
			return true
		}
	}
	return false
}

// isCategory tells a category from a tag by its rel, its address or the label before it.
func (r *reader) isCategory(n dom.ID) bool {
	if strings.Contains(r.x.Attr(n, "rel"), "category") {
		return true
	}
	of := topicOf(r.x.Attr(n, "href"))
	return of == category || of == noTopic && r.isLabelled(r.x.Node(n))
}

// topic is what a link to other articles leads to.
type topic uint8

const (
	noTopic topic = iota
	category
	tag
)

// topicPaths are parts of addresses under which blogs keep the articles of a category or of a tag.
var topicPaths = map[string]topic{
	"category": category, "categories": category, "cat": category, "kategorie": category, "kategorien": category,
	"categoria": category, "categorie": category, "rubrik": category, "rubrique": category,
	"tag": tag, "tags": tag, "label": tag, "labels": tag, "schlagwort": tag, "etiqueta": tag, "etiquetas": tag, "mot-cle": tag,
}

// maxTopicPath is how many bytes such a part has at most, in whatever case: the sign of kelvins, which is k in lower
// case, has three.
const maxTopicPath = 12

// minTopicPath is how many bytes it has at least.
const minTopicPath = len("tag")

// topicOf reads what an address leads to: /category/bridges, ?tag/steel, ?cat=7, /category-3.html; not tag=, by which
// shops know who sent a buyer.
func topicOf(address string) topic {
	for {
		i := 0
		for i < len(address) && address[i] != '/' && address[i] != '?' && address[i] != '&' && address[i] != '=' {
			i++
		}
		if i == len(address) {
			if name, rest, ok := strings.Cut(address, "-"); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
				return topicPaths[name]
			}
			return noTopic
		}
		if i >= minTopicPath && i <= maxTopicPath && i+1 < len(address) && (address[i] == '/' || address[i] == '=' && strings.HasPrefix(address, "cat")) {
			if t := topicPaths[strings.ToLower(address[:i])]; t != noTopic {
				return t
			}
		}
		address = address[i+1:]
	}
}

// categoryLabels stand before a link to a category.
var categoryLabels = []string{"category:", "categories:", "filed under:", "filed under", "posted in", "kategorie:", "kategorien:", "rubrik:",
	"catégorie :", "catégorie:", "classé dans :", "categoría:", "categoria:", "kategoria:", "категория:", "рубрика:", "раздел:", "categorie:",
	"kategori:", "カテゴリ：", "カテゴリー：", "カテゴリ:", "カテゴリー:"}

// maxCategoryLabel is how many bytes the longest of those has.
const maxCategoryLabel = 32

// labelEnds are their last bytes, in either case.
var labelEnds = func() string {
	ends := ""
	for _, l := range categoryLabels {
		end := l[len(l)-1:]
		ends += end
		if end[0] < utf8.RuneSelf {
			ends += strings.ToUpper(end)
		}
	}
	return ends
}()

// isLabelled tells whether the text before a link says that it leads to a category.
func (r *reader) isLabelled(node *dom.Node) bool {
	text := textBefore(node)
	if isPosted(text) {
		return true
	}
	if text == "" || strings.IndexByte(labelEnds, text[len(text)-1]) < 0 {
		return false
	}
	text = strings.ToLower(text[max(0, len(text)-maxCategoryLabel):])
	return slices.ContainsFunc(categoryLabels, func(l string) bool { return strings.HasSuffix(text, l) })
}

// textBefore is the text directly before an element, without white space at its end.
func textBefore(node *dom.Node) string {
	before := node.HTML.PrevSibling
	if before == nil || before.Type != html.TextNode || before.Data == "" {
		return ""
	}
	if text := before.Data; text[len(text)-1] > ' ' && text[len(text)-1] < utf8.RuneSelf {
		return text
	}
	return strings.TrimRight(before.Data, " \t\n\u00a0")
}

// isPosted tells the text before the category in the line that blogs write under an entry: "Posted by Jane Doe at 9:40 PM
// in".
func isPosted(text string) bool {
	const begin = "posted "
	if !strings.HasSuffix(text, " in") || len(text) > maxPosted {
		return false
	}
	text = strings.TrimLeft(text, " \t\n\u00a0")
	return len(text) > len(begin) && strings.EqualFold(text[:len(begin)], begin)
}

// maxPosted is how many bytes such a text has at most.
const maxPosted = 120

// isInEntry tells whether a link stands in an element of the body that also holds the title, a few levels up at most.
func (r *reader) isInEntry(n dom.ID) bool {
	for range maxAround {
		if n = r.x.Node(n).Parent; n <= 0 || r.x.Is(n, atom.Body) {
			return false
		}
		if r.titleAt != dom.None && r.x.Within(r.titleAt, n) {
			return true
		}
	}
	return false
}
