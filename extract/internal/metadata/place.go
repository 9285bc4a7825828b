package metadata

import "github.com/scholia/scholia/extract/internal/dom"

// place tells how likely it is, from 0 to 1, that an author or a date at n is the article's: by its distance from the
// title, and by what it stands in. The figures are the shares of pages on which that was so.
func (r *reader) place(n dom.ID) float64 { return max(0, r.nearness(n)-r.estrangement(n)) }

// nearness is what the distance from the title is worth.
func (r *reader) nearness(n dom.ID) float64 {
	if r.titleAt == dom.None {
		return 0.5
	}
	end := r.x.Node(r.titleAt).Last + 1
	if n < end {
		if r.x.CharsBetween(n, end) < 300 {
			return 0.85
		}
		return 0.4
	}
	switch d := r.x.CharsBetween(end, n); {
	case r.cards != dom.None && n > r.cards, d >= 1500:
		return 0.5
	case d >= 400:
		return 0.6
	case d >= 100:
		return 0.85
	}
	return 0.95
}

// What it takes away to stand in something that is apart from the article.
const (
	apart   = 0.3  // a sidebar, a footer, what is hidden, another article
	other   = 0.4  // comments, related posts, a menu
	perhaps = 0.25 // a card or a widget, which may hold the byline
)

// estrangement is what the surroundings of n take away: the worst of them counts.
func (r *reader) estrangement(n dom.ID) (least float64) {
	names := r.around(n)
	switch {
	case names&(dom.NameComment|dom.NameRelated|dom.NamePopular|dom.NameNav|dom.NameFooter|dom.NameReply) != 0:
		return other
	case r.x.Node(n).Flags&(dom.InNav|dom.InAside|dom.InForm|r.hidden) != 0, r.x.Has(n, dom.InFooter) && !r.isInArticle(n):
		return apart
	case names&(dom.NameSidebar|dom.NameWidget|dom.NameCard|dom.NameRating) != 0:
		least = perhaps
	}
	if r.isInOther(n) {
		return apart
	}
	return least
}

// isInOther tells whether n stands in an article element that is not the page's: it does not hold the title, nor most
// of the page, as one does that begins after its title.
func (r *reader) isInOther(n dom.ID) bool {
	a := r.article(n)
	return a != dom.None && r.titleAt != dom.None && !r.x.Within(r.titleAt, a) && (a < r.titleAt || r.x.Words(a)*2 < r.x.Words(0))
}

// isInArticle tells whether n stands in the article element that holds the title: a footer there is the article's (HTML
// Standard, section 4.3.8).
func (r *reader) isInArticle(n dom.ID) bool {
	a := r.article(n)
	return a != dom.None && r.x.Within(r.titleAt, a)
}

// article is the nearest article element around n, None if there is none.
func (r *reader) article(n dom.ID) dom.ID {
	if r.x.Node(n).Flags&dom.InArticle == 0 {
		return dom.None
	}
	for ; n >= 0; n = r.x.Node(n).Parent {
		if p := r.x.Node(n).Parent; p < 0 || r.x.Node(p).Flags&dom.InArticle == 0 {
			return n
		}
	}
	return dom.None
}

// maxAround is how many ancestors are asked for what their classes name; those farther up speak of the whole page.
const maxAround = 6

// around is what the classes of n and its nearest ancestors name, up to the one that also holds the title.
func (r *reader) around(n dom.ID) (names dom.Vocabulary) {
	for range maxAround {
		if n < 0 || r.x.Within(r.titleAt, n) {
			break
		}
		here := r.x.Node(n).Names
		if here&dom.NameArticle != 0 && here&dom.NameCard == 0 {
			here &^= dom.NameFooter // the foot of the article
		}
		names |= here
		n = r.x.Node(n).Parent
	}
	return names
}
