package metadata

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// portrait finds the author by a picture whose alternative text is a name that stands beside it as text: a byline with
// a portrait, whatever its classes are called. Several such names are a team or readers' voices.
func (r *reader) portrait() (c claim) {
	if !r.isArticle() {
		return c
	}
	for _, n := range r.found.images {
		alt := r.x.Attr(n, "alt")
		if len(alt) < 5 || len(alt) > maxName || r.x.Node(n).Flags&dom.InFigure != 0 {
			continue
		}
		names := r.persons(withoutPicture(alt), true)
		if len(names) != 1 || !strings.Contains(names[0], " ") || !r.isBeside(n, names[0]) {
			continue
		}
		place := r.place(n)
		if c.people != nil && key(c.people[0].Name) != key(names[0]) {
			return claim{}
		}
		if place > c.confidence {
			c = claim{source: "portrait", confidence: place}
			c.add(names, nil)
		}
	}
	return c
}

// isArticle tells whether the page says that it is an article.
func (r *reader) isArticle() bool {
	return r.main != nil || r.head.meta("og:type") == "article" || r.head.meta("article:published_time", "article:modified_time", "article:section") != "" ||
		r.titleAt != dom.None && r.x.Node(r.titleAt).Flags&dom.InArticle != 0
}

// pictureWords are what is written about a portrait besides the name.
var pictureWords = words("image photo picture avatar headshot profile portrait of the author img thumbnail icon foto bild")

// withoutPicture takes those words away.
func withoutPicture(alt string) string {
	var kept []string
	for w := range strings.FieldsSeq(alt) {
		if !pictureWords[strings.ToLower(w)] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// isBeside tells whether one of the text blocks around an image begins with a name.
func (r *reader) isBeside(n dom.ID, name string) bool {
	blocks := r.x.Blocks()
	before := r.x.BlockOf(n)
	for i := max(before, 0); i <= before+2 && i < len(blocks); i++ {
		b := &blocks[i]
		if b.Words > maxByline {
			continue
		}
		text := r.textBetween(b.First, b.Last)
		if strings.HasPrefix(withoutLead(text), name) {
			return true
		}
	}
	return false
}
