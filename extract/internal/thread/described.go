package thread

import (
	"slices"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// readDescribed reads the comments and answers that a page has in its JSON-LD alone: comment of an article or a post,
// suggestedAnswer and acceptedAnswer of a question. The answers of a list of frequent questions are no conversation.
func (f *finder) readDescribed() {
	d := f.ctx.Data
	if d == nil || d.First("FAQPage") != nil {
		return
	}
	for _, t := range d.Things {
		if t.Node != dom.None || t.Is("Comment", "Answer") {
			continue
		}
		f.addDescribed(t, -1, 0)
		if !slices.ContainsFunc(f.stored, func(u Unit) bool { return u.Author != nil }) {
			f.stored = nil // questions that a site answers itself
		}
		if len(f.stored) > 0 {
			f.described = t
			f.ctx.Log.Add("thread", "JSON-LD", "chosen", "%d comments of a %v", len(f.stored), t.Types)
			return
		}
	}
}

// addDescribed adds what answers a thing.
func (f *finder) addDescribed(t *structured.Thing, parent, depth int) {
	if depth > maxAnswers {
		return
	}
	for _, property := range [...]string{"acceptedAnswer", "suggestedAnswer", "comment"} {
		for v := range t.All(property) {
			c := v.Thing
			if !c.Is("Comment", "Answer") || c.Text("text") == "" {
				continue
			}
			u := f.fromThing(c)
			u.Parent, u.Accepted = parent, property == "acceptedAnswer"
			f.stored = append(f.stored, u)
			f.addDescribed(c, len(f.stored)-1, depth+1)
		}
	}
}

// fromThing makes a unit of a thing with text, author and date.
func (f *finder) fromThing(t *structured.Thing) Unit {
	u := Unit{Root: dom.None, Parent: -1, Kind: page.Remark, URL: f.address(t.URL("url"))}
	if name := trimName(t.Text("author")); isName(name) {
		u.Author = &page.Person{Name: name, URL: f.address(t.Thing("author").URL("url"))}
	}
	if d, ok := dates.Machine(t.Text("datePublished", "dateCreated")); ok {
		u.Published = d
	}
	if n, ok := number(t.Text("upvoteCount")); ok {
		u.Score = &n
	}
	f.setText(&u, t.Text("text"), false)
	return u
}
