package dates

import (
	"strings"
	"time"
)

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

// order is how the page writes numeric dates with this separator, among those that have the year last if yearLast. Where
// the page shows nothing it is the order of its language and region (Unicode CLDR, short date patterns): month first in
// American English and where no language is known, but for dates with dots, which part days first everywhere; year
// first in Chinese, Japanese, Korean and Hungarian; else day first.
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

// Region is a page's language with the region that the top-level domain of its host tells where the page writes English
// of no region: Americans alone write the month first.
func Region(language, host string) string {
	if tld := host[strings.LastIndexByte(host, '.')+1:]; language == "en" && strings.Contains(english, " "+tld+" ") && tld != "" {
		return "en-GB"
	}
	return language
}

// english are the top-level domains of countries that write English and the day before the month.
const english = " uk au nz ie in za sg my ke ng gh pk lk "

// GuessOrder tells how a page writes numeric dates from all it has: series are those that follow one another on the page,
// others stand elsewhere on it. A part above 12 decides, a weekday that only one order gives, or a day that is after now
// in the other, if now is not zero; else the order in which the series runs on or back without a break while in the
// other it does not; else it is Unknown, and the language decides.
func GuessOrder(now time.Time, series []string, others ...string) Order {
	var votes [YearFirst + 1]int
	var runs [YearFirst + 1]run
	for _, s := range series {
		if a, b, c, o, ok := evidence(s, now); ok {
			votes[o]++
			if o != YearFirst {
				runs[DayFirst].add(c.value, b.value, a.value)
				runs[MonthFirst].add(c.value, a.value, b.value)
			}
		}
	}
	for _, s := range others {
		if _, _, _, o, ok := evidence(s, now); ok && o != YearFirst {
			votes[o]++
		}
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

// evidence finds three numbers in a text and tells in which order they must be a date, Unknown if they may be one in
// either.
func evidence(s string, now time.Time) (a, b, c token, o Order, ok bool) {
	if len(s) > maxRead {
		return a, b, c, Unknown, false
	}
	l := lexer{s: s}
	i, weekday, ok := l.triple()
	if !ok {
		return a, b, c, Unknown, false
	}
	a, b, c = *l.at(i), *l.at(i + 2), *l.at(i + 4)
	if a.width == 4 || a.value > 31 {
		return a, b, c, YearFirst, true
	}
	year := int(c.value)
	if c.width == 2 {
		year = century(year)
	}
	day, month := on(year, b.part(), a.part()), on(year, a.part(), b.part())
	canDay, canMonth := day.canBe(weekday, now), month.canBe(weekday, now)
	if !canDay && !canMonth { // the word before is no weekday, or the page is older than it says
		canDay, canMonth = day.isDay(), month.isDay()
	}
	switch {
	case canDay && !canMonth:
		o = DayFirst
	case canMonth && !canDay:
		o = MonthFirst
	}
	return a, b, c, o, true
}

// canBe tells whether there is such a day, on this day of the week, 0 if none is named, and not after now.
func (m *moment) canBe(weekday int8, now time.Time) bool {
	if !m.isDay() {
		return false
	}
	t := time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
	return (weekday == 0 || int8(t.Weekday()+6)%7+1 == weekday) && (now.IsZero() || !t.After(now.AddDate(0, 0, 1)))
}

// triple finds the first three numbers of a text that are parted alike, and the weekday before them, 0 if there is none.
func (l *lexer) triple() (at int, weekday int8, ok bool) {
	for i := 0; i < maxTokens && l.at(i).kind != end; i++ {
		a, sep, b, c := l.at(i), l.at(i+1), l.at(i+2), l.at(i+4)
		if a.kind == number && isSeparator(sep) && b.kind == number && b.width <= 2 && l.at(i+3).is(sep.value) && c.kind == number {
			return i, weekday, true
		}
		if a.kind == word && a.month == 0 {
			weekday = a.weekday
		}
	}
	return 0, 0, false
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
