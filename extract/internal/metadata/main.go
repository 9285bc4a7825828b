package metadata

import (
	"iter"
	"strings"

	"github.com/scholia/scholia/extract/internal/structured"
)

// articleTypes are the types of schema.org for what people write: CreativeWork's kinds of text, and those that hold
// one.
var articleTypes = []string{
	"Article", "NewsArticle", "BlogPosting", "TechArticle", "ScholarlyArticle", "Report", "OpinionNewsArticle",
	"AnalysisNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "BackgroundNewsArticle", "AdvertiserContentArticle",
	"SatiricalArticle", "MedicalScholarlyArticle", "SocialMediaPosting", "LiveBlogPosting", "DiscussionForumPosting",
	"Question", "Recipe", "HowTo", "Review", "CriticReview", "APIReference", "MedicalWebPage", "CreativeWork",
}

// pageTypes are those for a page as such.
var pageTypes = []string{"WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "CollectionPage", "ProfilePage"}

// maxArticles is how many things are compared with the title.
const maxArticles = 100

// readMain finds the thing in the structured data that is the page's article: of several the one with its title; one
// alone may have another.
func (r *reader) readMain() {
	title := tokens(r.title)
	var best *structured.Thing
	score, n := 0.0, 0
	for t := range r.data.All(articleTypes...) {
		if !r.mayBeMain(t) {
			continue
		}
		if n++; n > maxArticles {
			break
		}
		s := similarity(tokens(t.Text("headline", "name", "title")), title)
		if t.Parent == nil || t.Parent.Is(pageTypes...) {
			s += 0.1
		}
		if t.Text("author") != "" || t.Text("datePublished") != "" {
			s += 0.1
		}
		if best == nil || s > score {
			best, score = t, s
		}
	}
	if n == 1 || score >= 0.6 {
		r.main = best
	}
	if best == nil && strings.HasPrefix(r.head.meta("og:type"), "video") {
		r.main = r.video(title)
	}
}

// video is the video that the page is named after, nil if there is none.
func (r *reader) video(title []string) *structured.Thing {
	for t := range r.data.All("VideoObject") {
		if t.Parent == nil && similarity(tokens(t.Text("name", "headline")), title) > 0.9 {
			return t
		}
	}
	return nil
}

// mayBeMain leaves out what is a part of something else: a review of a product, an entry of a list, a comment.
func (r *reader) mayBeMain(t *structured.Thing) bool {
	if t.Node >= 0 && r.ctx.Skip.Contains(t.Node) || t.Is("Review", "CriticReview") && t.Parent != nil {
		return false
	}
	return t.Parent == nil || t.Parent.Is(pageTypes...) || t.Parent.Is("WebSite", "Blog", "BreadcrumbList") || len(t.Parent.Types) == 0
}

// isProduct tells whether the page says that it offers a product.
func (r *reader) isProduct() bool {
	if strings.HasPrefix(r.head.meta("og:type"), "product") {
		return true
	}
	t := r.data.First("Product", "ProductGroup", "IndividualProduct")
	return t != nil && t.Parent == nil && r.main == nil
}

// texts are values as texts.
func texts(values iter.Seq[structured.Value]) (texts []string) {
	for v := range values {
		texts = append(texts, v.Text())
	}
	return texts
}

// page is what the structured data says of the page as such where that is the article too: it has a headline and an
// author. Of other pages it tells on which day somebody made them: shops, services and front pages have one.
func (r *reader) page() *structured.Thing {
	for t := range r.data.All("WebPage") {
		written := t.Text("headline") != "" && (t.Thing("author") != nil || t.Text("author") != "")
		if t.Parent == nil && written && t.Text("datePublished") != "" {
			return t
		}
	}
	return nil
}
