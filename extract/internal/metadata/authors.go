package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
	"golang.org/x/net/html/atom"
)

// claim is what one source says of the authors.
type claim struct {
	people     []page.Person
	source     string
	confidence float64
	shown      bool // it is read off the text of the page, where other names stand as well
}

// better keeps the more certain of two claims.
func (c *claim) better(other claim) {
	if other.confidence > c.confidence {
		*c = other
	}
}

// authors gives the authors by the source that is the most certain. Names of a single word, which may be accounts, give
// way to full names.
func (r *reader) authors() []page.Person {
	if r.isProduct() {
		return nil
	}
	var best claim
	for _, source := range []struct {
		read  func() claim
		most  float64 // how sure it can be
		shown bool
	}{
		{r.structuredAuthors, 0.97, false}, {r.shownAuthors, 0.95, true}, {r.statedAuthors, inCitation, false}, {r.byline, inByline, true},
		{r.metaLine, 0.6, true}, {r.portrait, 0.95, true},
	} {
		if source.most <= best.confidence && !r.ctx.Log.On() {
			continue
		}
		c := source.read()
		c.shown = source.shown
		if len(c.people) == 0 {
			continue
		}
		if !strings.Contains(c.people[0].Name, " ") {
			c.confidence -= 0.3
		}
		if c.shown && r.isTitle(c.people[0].Name) { // "Seized by Federal Agents": what the text is about, not who wrote it
			c.confidence -= 0.5
		}
		r.ctx.Log.Add("metadata", "authors", "claimed", "%s: %s, confidence %.2f", c.source, c.people[0].Name, c.confidence)
		best.better(c)
	}
	if r.ctx.Author != nil && r.ctx.Author.Name != "" && best.confidence < opening {
		best = claim{people: []page.Person{*r.ctx.Author}, source: "opening post", confidence: opening}
	}
	if best.confidence < minConfidence {
		return nil
	}
	r.chose("authors", best.people[0].Name, best.source, best.confidence)
	r.linkNames(best.people)
	return best.people
}

// inByline is how sure it is that who stands in a byline near the title is the author: surer than those of the meta tags,
// where the account of an editor may stand.
const inByline = 0.91

// inCitation is how sure it is that those are the authors who are to be cited (Google Scholar, inclusion guidelines): all of them,
// where elements may name the first.
const inCitation = 0.96

// maxLinked is for how many authors an address is looked for.
const maxLinked = 8

// linkNames gives authors without an address the one that their name links to where the page shows it.
func (r *reader) linkNames(people []page.Person) {
	for i := range people[:min(len(people), maxLinked)] {
		p := &people[i]
		for _, n := range r.found.authors {
			if p.URL != "" {
				break
			}
			if r.x.Words(n) <= maxByline {
				p.URL = r.linkIn(n, r.x.Node(n).Last)(p.Name)
			}
		}
	}
}

// opening is how sure it is that who wrote the opening post of a thread is the page's author.
const opening = 0.88

// minConfidence is how sure a source must be at least for a field to be given.
const minConfidence = 0.45

// statedAuthors are those in the meta tags.
func (r *reader) statedAuthors() (c claim) {
	for _, key := range []string{
		"citation_author", "citation_authors", "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "author", "article:author",
		"article.author", "og:article:author", "dc.creator", "dcterms.creator", "dcterms.contributor", "authors", "creator",
	} {
		for _, content := range r.head.all(key) {
			c.add(r.persons(content, false), nil)
		}
		if len(c.people) > 0 {
			c.source, c.confidence = "meta "+key, 0.9
			if strings.HasPrefix(key, "citation_") {
				c.confidence = inCitation
			}
			return c
		}
	}
	// Slack's unfurling reads pairs of a label and a text: "Written by", "Jane Doe".
	for _, n := range []string{"1", "2"} {
		if s := r.head.meta("twitter:label" + n); s != "" && leadLength(s+" ") == len(s) {
			c.add(r.persons(r.head.meta("twitter:data"+n), false), nil)
			c.source, c.confidence = "meta twitter:label"+n, 0.85
		}
	}
	return c
}

// structuredAuthors are those of the page's main thing.
func (r *reader) structuredAuthors() (c claim) {
	c.source, c.confidence = "structured data", 0.97
	for _, name := range []string{"author", "creator"} {
		for v := range r.main.All(name) {
			if v.Thing.Is("Organization", "NewsMediaOrganization", "Corporation") {
				continue
			}
			c.add(r.persons(v.Text(), false), func(string) string { return r.address(v.Thing.URL("url", "sameAs")) })
		}
		if len(c.people) > 0 {
			break
		}
	}
	return c
}

// add adds people who are not there yet. url gives the address of one, or "", and may be nil.
func (c *claim) add(names []string, url func(name string) string) {
	for _, name := range names {
		known := func(p page.Person) bool { return key(p.Name) == key(name) }
		if len(c.people) >= maxAuthors || slices.ContainsFunc(c.people, known) {
			continue
		}
		p := page.Person{Name: name}
		if url != nil {
			p.URL = url(name)
		}
		c.people = append(c.people, p)
	}
}

// maxAuthors is how many authors are given. Papers of large collaborations have thousands.
const maxAuthors = 100

// shownAuthors are those in elements whose class, rel or address says that they name an author.
func (r *reader) shownAuthors() (best claim) {
	for i, n := range r.found.authors {
		if r.x.Chars(n) == 0 || r.x.Words(n) > maxByline {
			continue
		}
		place := r.place(n)
		if place <= best.confidence || r.otherRole(n) {
			continue
		}
		names := r.personsIn(n, r.x.Node(n).Last)
		if len(names) == 0 && (r.x.Is(n, atom.A) || r.x.HasClass(n, "author") && r.x.LinkChars(n) == r.x.Chars(n)) {
			names = r.persons(r.visible(n), false) // a link to an author, under whatever name
		}
		if len(names) == 0 {
			continue
		}
		best = claim{source: "author element", confidence: place}
		best.add(names, r.linkIn(n, r.x.Node(n).Last))
		r.addNeighbours(&best, i)
	}
	return best
}

// otherRoles stand before the name of one who had a hand in a text that somebody else wrote.
var otherRoles = []string{"reviewed by", "checked by", "fact-checked by", "edited by", "approved by", "photos by", "photography by", "illustrated by",
	"illustrations by", "translated by", "geprüft von", "überprüft von", "bearbeitet von", "übersetzt von", "fotos von", "relu par", "vérifié par",
	"traduit par", "photos par", "revisado por", "editado por", "traducido por", "fotos por", "verificato da", "tradotto da", "foto di"}

// maxBack is how many nodes before a name its role is looked for.
const maxBack = 8

// otherRole tells whether the text before n says that who follows did something else than write.
func (r *reader) otherRole(n dom.ID) bool {
	for m := n - 1; m > max(0, n-maxBack); m-- {
		if !r.x.IsText(m) || r.x.Has(m, dom.Blank) {
			continue
		}
		text := strings.ToLower(strings.TrimRight(r.x.Node(m).HTML.Data, " :\t\n\u00a0"))
		return slices.ContainsFunc(otherRoles, func(role string) bool { return strings.HasSuffix(text, role) })
	}
	return false
}

// maxByline is how many words an element that names an author has at most.
const maxByline = 40

// personsIn reads the names in the text of the nodes from first to last. The texts of its elements are read one by one
// until one is a list of names, for a date, a role or a picture's text may stand before it.
func (r *reader) personsIn(first, last dom.ID) []string {
	n := 0
	for _, phrase := range r.phrases(first, last) {
		for part := range strings.FieldsFuncSeq(phrase, partsMeta) {
			if names := r.persons(part, true); len(names) > 0 {
				return names
			}
			if n++; n > 6 {
				return nil
			}
		}
	}
	return nil
}

// partsMeta tells whether a character parts what a line about an article says: "Jane Doe · 4 May 2024 · 5 min".
func partsMeta(c rune) bool { return c == '·' || c == '•' || c == '|' || c == '∙' || c == '●' }

// phrases are the texts of the elements among the nodes from first to last. What leads to a name ("by") joins the
// phrase that follows, what stands between names ("and", a comma) those on both sides.
func (r *reader) phrases(first, last dom.ID) (phrases []string) {
	open := false
	for n := first; n <= last; n++ {
		node := r.x.Node(n)
		if !r.x.IsText(n) {
			if node.Flags&r.hidden != 0 {
				n = node.Last
			}
			continue
		}
		text := collapse(node.HTML.Data)
		if text == "" || node.Flags&dom.NotText != 0 {
			continue
		}
		between := isConnector(text)
		if len(phrases) > 0 && (open || between) {
			phrases[len(phrases)-1] += " " + text
		} else {
			phrases = append(phrases, text)
		}
		open = between || leadLength(text+" ") >= len(text) || strings.HasSuffix(text, ",") || strings.HasSuffix(text, " and")
	}
	return phrases
}

// isConnector tells whether a text stands between two names.
func isConnector(s string) bool {
	switch strings.ToLower(s) {
	case ",", "and", "&", "und", "et", "y", "e", "en", ", and", "og", "och", "i", "и", "with", ";":
		return true
	}
	return false
}

// addNeighbours adds the authors whose elements follow the i-th author element directly: "<a>A</a> and <a>B</a>".
func (r *reader) addNeighbours(c *claim, i int) {
	last := r.found.authors[i]
	for _, n := range r.found.authors[i+1:] {
		if r.x.Within(n, last) {
			continue
		}
		if r.x.CharsBetween(r.x.Node(last).Last+1, n) > 5 || r.x.Words(n) > 8 || r.x.Node(n).Parent != r.x.Node(last).Parent {
			return
		}
		c.add(r.personsIn(n, r.x.Node(n).Last), r.linkIn(n, r.x.Node(n).Last))
		last = n
	}
}

// linkIn gives the address that a name links to among the nodes from first to last.
func (r *reader) linkIn(first, last dom.ID) func(name string) string {
	return func(name string) string {
		for n := first; n <= last; n++ {
			if a := r.x.Ancestor(n, atom.A); a != dom.None && r.x.IsText(n) && strings.Contains(key(r.x.Node(n).HTML.Data), key(name)) {
				return r.address(r.x.Attr(a, "href"))
			}
		}
		return ""
	}
}
