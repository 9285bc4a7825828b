package metadata

import (
	"cmp"
	"strings"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
	"golang.org/x/net/html/atom"
)

// eventTypes are the types of schema.org for what takes place at a time.
var eventTypes = []string{
	"Event", "BusinessEvent", "ChildrensEvent", "ComedyEvent", "CourseInstance", "DanceEvent", "EducationEvent", "ExhibitionEvent", "Festival", "FoodEvent",
	"LiteraryEvent", "MusicEvent", "SaleEvent", "ScreeningEvent", "SocialEvent", "SportsEvent", "TheaterEvent", "VisualArtsEvent",
}

// isOccasion tells a day on which the event that the page announces takes place: it was announced on another.
func (r *reader) isOccasion(d page.Date) bool {
	e := r.data.First(eventTypes...)
	if e == nil || e.Parent != nil || d == "" {
		return false
	}
	start, ok := dates.Machine(e.Text("startDate"))
	end, _ := dates.Machine(e.Text("endDate"))
	end = cmp.Or(end, start)
	return ok && d.Day() >= start.Day() && d.Day() <= end.Day()
}

// occasionTerms are the terms in a list of facts about an event that its time describes, in lower case.
var occasionTerms = words("when wann quand cuándo cuando quando kiedy wanneer когда tarih 日時 时间 時間")

// saysWhen tells whether the i-th text block describes when something takes place: "When: 4 October, 14:00".
func (r *reader) saysWhen(i int) bool {
	term := r.termOf(i)
	return term != nil && occasionTerms[strings.ToLower(strings.Trim(r.textBetween(term.First, term.Last), " :?"))]
}

// termOf is the text block of the term that the i-th describes, nil if it is no description.
func (r *reader) termOf(i int) *dom.Block {
	blocks := r.x.Blocks()
	if i == 0 || !r.x.Is(blocks[i].Box, atom.Dd) || !r.x.Is(blocks[i-1].Box, atom.Dt) {
		return nil
	}
	return &blocks[i-1]
}
