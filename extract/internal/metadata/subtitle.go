package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxSubtitle is how many words a subtitle or standfirst has at most.
const maxSubtitle = 60

// subtitle is what stands under the title as a part of it: an element that its class calls subtitle, standfirst, dek;
// a second heading in the same hgroup or header directly after the title; alternativeHeadline of the structured data.
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
	if r.isTitle(s) || len(tokens(s)) < 3 {
		return ""
	}
	return s
}

// isTitle tells whether a text says no more than the title.
func (r *reader) isTitle(s string) bool {
	return strings.Contains(" "+strings.Join(tokens(r.title), " ")+" ", " "+strings.Join(tokens(s), " ")+" ")
}
