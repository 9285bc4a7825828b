package dates

import "strings"

// Order is the order of a date's parts when they are all numbers.
type Order uint8

// The orders.
const (
	Unknown    Order = iota
	DayFirst         // 14/6/2013
	MonthFirst       // 6/14/2013
	YearFirst        // 13/6/14

	unambiguous // only a date that is none in another order
)

// order is how the page writes numeric dates with this separator, among those that have the year last if yearLast. Dots part days first everywhere that writes dots
// (Unicode CLDR, short date patterns).
func (r *Reader) order(separator rune, yearLast bool) Order {
	switch {
	case r.Order != Unknown && !(r.Order == YearFirst && yearLast):
		return r.Order
	case separator == '.':
		return DayFirst
	}
	language, region := strings.ToLower(r.Language), ""
	if i := strings.IndexAny(language, "-_"); i >= 0 {
		language, region = language[:i], language[i+1:]
	}
	switch language {
	case "", "en":
		switch region {
		case "", "us", "ph":
			return MonthFirst
		}
	case "ja", "zh", "ko", "hu":
		return YearFirst
	}
	return DayFirst
}

// arrange gives three numbers their places. An order that cannot be gives way to one that can.
func (o Order) arrange(a, b, c *token) (m moment, ok bool) {
	x, y, z := a.part(), b.part(), int(c.value)
	if c.width == 2 {
		m = on(century(int(a.value)), y, c.part())
		if o == YearFirst && a.width == 2 && m.isDay() {
			return m, true
		}
		if o == unambiguous && a.width == 2 && m.isDay() {
			return m, false
		}
		z = century(z)
	}
	first, second := on(z, y, x), on(z, x, y)
	if o == MonthFirst {
		first, second = second, first
	}
	if o == unambiguous && first.isDay() && second.isDay() && x != y {
		return m, false
	}
	switch {
	case first.isDay():
		return first, true
	case second.isDay():
		return second, true
	}
	return m, false
}

// GuessOrder tells how a page writes numeric dates from all it has, in the order of the page. A part above 12
// decides; else the order in which they run on or back without a break while in the other they do not; else it is
// Unknown.
func GuessOrder(samples []string) Order {
	var votes [YearFirst + 1]int
	var runs [YearFirst + 1]run
	for _, s := range samples {
		a, b, c, ok := triple(s)
		if !ok {
			continue
		}
		switch {
		case a.width == 4 || a.value > 31:
			votes[YearFirst]++
			continue
		case a.value > 12 && b.value <= 12:
			votes[DayFirst]++
		case b.value > 12 && a.value <= 12:
			votes[MonthFirst]++
		}
		runs[DayFirst].add(c.value, b.value, a.value)
		runs[MonthFirst].add(c.value, a.value, b.value)
	}
	day, month := votes[DayFirst], votes[MonthFirst]
	switch {
	case day > month:
		return DayFirst
	case month > day:
		return MonthFirst
	case runs[DayFirst].ordered() && !runs[MonthFirst].ordered():
		return DayFirst
	case runs[MonthFirst].ordered() && !runs[DayFirst].ordered():
		return MonthFirst
	case votes[YearFirst] > 0 && runs[DayFirst].n == 0:
		return YearFirst
	}
	return Unknown
}

// triple finds the first three numbers of a text that are parted alike.
func triple(s string) (a, b, c token, ok bool) {
	if len(s) > maxRead {
		return a, b, c, false
	}
	l := lexer{s: s}
	for i := 0; i < maxTokens && l.at(i).kind != end; i++ {
		a, sep, b, c := l.at(i), l.at(i+1), l.at(i+2), l.at(i+4)
		if a.kind == number && isSeparator(sep) && b.kind == number && b.width <= 2 && l.at(i+3).is(sep.value) && c.kind == number {
			return *a, *b, *c, true
		}
	}
	return a, b, c, false
}

// run counts how often a series of days goes up and down.
type run struct{ n, up, down, last int }

func (r *run) add(year, month, day int32) {
	this := int(year)*10000 + int(month)*100 + int(day)
	if r.n > 0 && this > r.last {
		r.up++
	}
	if r.n > 0 && this < r.last {
		r.down++
	}
	r.n++
	r.last = this
}

func (r *run) ordered() bool { return r.n > 2 && (r.up == 0 || r.down == 0) }
