package thread

import (
	"slices"

	"github.com/scholia/scholia/extract/page"
)

// fill gives units that show no dates those of the stored comments with their authors and texts, with their ids and
// scores. The stored comments are then forgotten.
func (f *finder) fill() {
	if slices.ContainsFunc(f.units, func(u unit) bool { return u.out.Published != "" || u.out.PublishedText != "" }) {
		return
	}
	f.readStores()
	byText := map[string]*Unit{}
	for i := range f.stored {
		u := &f.stored[i]
		if u.Doc != nil {
			byText[essence(u.Author, u.Doc.Text(0))] = u
		}
	}
	for i := range f.units {
		out := &f.units[i].out
		if s := byText[essence(out.Author, f.bodyText(&f.units[i]))]; s != nil {
			out.Published, out.ID, out.URL, out.Score = s.Published, s.ID, s.URL, s.Score
		}
	}
	f.stored, f.storedOpening = nil, false
}

// essence tells comments apart: who wrote one, and how it begins.
func essence(author *page.Person, text string) string {
	const beginning = 80 // bytes
	name := ""
	if author != nil {
		name = author.Name
	}
	return name + "\x00" + text[:min(len(text), beginning)]
}
