package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"golang.org/x/net/html/atom"
)

// maxSubtitle is how many words a subtitle or standfirst has at most.
const maxSubtitle = 60

// subtitle is what stands under the title as a part of it: an element that its class calls subtitle, standfirst, dek;
// what follows the title in the same hgroup; a heading that says what the description says; alternativeHeadline of the
// structured data.
func (r *reader) subtitle() string {
	if s := r.main.Text("alternativeHeadline"); s != "" && !r.isTitle(s) {
		r.chose("subtitle", s, "structured data", 0.9)
		return s
	}
	for _, n := range r.found.subtitles {
		if s := r.underTitle(n); s != "" {
			r.chose("subtitle", s, "class of a subtitle", 0.8)
			return s
		}
	}
	if s := r.besideTitle(); s != "" {
		r.chose("subtitle", s, "group of headings", 0.8)
		return s
	}
	if s := r.describedHeading(); s != "" {
		r.chose("subtitle", s, "heading that is the description", 0.8)
		return s
	}
	return ""
}

// besideTitle is the element after the title in the same hgroup (HTML Standard, 4.3.7).
func (r *reader) besideTitle() string {
	if r.titleAt == dom.None || !r.x.Is(r.x.Node(r.titleAt).Parent, atom.Hgroup) {
		return ""
	}
	for n := r.x.NextSibling(r.titleAt); n != dom.None; n = r.x.NextSibling(n) {
		if r.x.Chars(n) > 0 {
			return r.underTitle(n)
		}
	}
	return ""
}

// describedHeading is the first heading after the title if it says what the page's description says: no section is called
// like the whole.
func (r *reader) describedHeading() string {
	description := tokens(r.head.meta("og:description", "description"))
	i, _ := slices.BinarySearch(r.x.Headings, r.titleAt+1)
	if r.titleAt == dom.None || len(description) < minSummary || i == len(r.x.Headings) {
		return ""
	}
	if s := r.underTitle(r.x.Headings[i]); slices.Equal(tokens(s), description) {
		return s
	}
	return ""
}

// underTitle is the text of an element that stands near the title, outside of lists of other articles; "" if it does
// not, or only repeats the title.
func (r *reader) underTitle(n dom.ID) string {
	if r.titleAt == dom.None || r.x.Within(r.titleAt, n) || r.x.Chars(n) == 0 || r.x.Words(n) > maxSubtitle || r.x.LinkDensity(n) > 0.5 {
		return ""
	}
	end := r.x.Node(r.titleAt).Last + 1
	if n < end || r.x.CharsBetween(end, n) > 300 || r.place(n) < 0.7 {
		return ""
	}
	if i, _ := slices.BinarySearch(r.x.Times, n); i < len(r.x.Times) && r.x.Times[i] <= r.x.Node(n).Last {
		return "" // a byline
	}
	s := r.visible(n)
	if rest, dated := r.withoutDates(s); r.isTitle(s) || len(tokens(s)) < 3 || dated && len(tokens(rest)) <= maxOther {
		return ""
	}
	return s
}

// isTitle tells whether a text says no more than the title.
func (r *reader) isTitle(s string) bool {
	return strings.Contains(" "+strings.Join(tokens(r.title), " ")+" ", " "+strings.Join(tokens(s), " ")+" ")
}
