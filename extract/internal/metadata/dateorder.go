package metadata

import (
	"time"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/page"
)

// maxSample is how many words an element has less of that shows a date and hardly anything else.
const maxSample = 12

// dateReader reads dates as this page writes them.
func (r *reader) dateReader() dates.Reader {
	var samples []string
	for _, n := range r.found.dates {
		if r.x.Words(n) < maxSample && r.x.Chars(n) > 0 {
			samples = append(samples, r.x.Text(n))
		}
	}
	d := dates.Reader{Language: dates.Region(r.ctx.Language, r.host()), Order: dates.GuessOrder(time.Time{}, samples)}
	if d.Order == dates.Unknown {
		d.Order = r.orderOfDays(samples)
	}
	return d
}

// orderOfDays is the order in which a numeric date of the page is a day that the page also names in a way that can be
// read in but one: in its address, for machines, in words. It is Unknown if there is none, or one in either order.
func (r *reader) orderOfDays(samples []string) (order dates.Order) {
	var days map[string]bool
	for _, s := range samples {
		day, month := inOrder(dates.DayFirst, s), inOrder(dates.MonthFirst, s)
		if day == month {
			continue
		}
		if days == nil {
			days = r.certainDays(samples)
		}
		switch {
		case days[day] == days[month]:
		case days[day] && order != dates.MonthFirst:
			order = dates.DayFirst
		case days[month] && order != dates.DayFirst:
			order = dates.MonthFirst
		default:
			return dates.Unknown
		}
	}
	return order
}

// inOrder is the day that a text is in this order.
func inOrder(order dates.Order, s string) string {
	d, _ := (&dates.Reader{Order: order}).Read(s)
	return d.Day()
}

// certainDays are the days that the page names in a way that can be read in but one order.
func (r *reader) certainDays(samples []string) map[string]bool {
	days := map[string]bool{dateInPath(r.path()).Day(): true}
	add := func(s string) {
		if d, ok := dates.Machine(s); ok && len(d) >= len(page.Date("2006-01-02")) {
			days[d.Day()] = true
		}
	}
	for _, s := range samples {
		add(s)
	}
	for _, n := range r.found.dates {
		add(r.x.Attr(n, "datetime"))
	}
	delete(days, "")
	return days
}
