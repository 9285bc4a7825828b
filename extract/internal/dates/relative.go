package dates

import (
	"strings"
	"time"
)

// Relative says that a string is a date that can only be told with Now: "3 days ago", "gestern", "2h", "14 June".
func Relative(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) < 2 || len(s) > maxRead {
		return false
	}
	r := Reader{Now: someDay}
	l := lexer{s: s}
	_, needsNow, ok := r.whole(&l)
	return ok && needsNow
}

// someDay stands in for Now where only the form matters. It is in a leap year, so that 29 February is a day.
var someDay = time.Date(2012, 12, 31, 23, 59, 0, 0, time.UTC)

// unit is a length of time.
type unit uint8

const (
	noUnit unit = iota
	seconds
	minutes
	hours
	days
	weeks
	months
	years
)

// relative matches a date that counts from Now. Its precision is that of the unit: "3 months ago" is a month.
func (r *Reader) relative(l *lexer, i int) (m moment, next int, ok bool) {
	t := l.at(i)
	switch {
	case t.has(now):
		return r.minuteOf(r.Now), i + 1, true
	case t.has(today | yesterday):
		return r.namedDay(l, i)
	case t.weekday != 0:
		back := (int(r.Now.Weekday()) - int(t.weekday) + 7) % 7
		if m, next, ok = r.dayBefore(l, i+1, back); ok && m.hour == unset {
			return m, next, false // a weekday on its own is no date
		}
		return m, next, ok
	}
	return r.ago(l, i)
}

// namedDay matches "today", "yesterday at 9:30". A word that may as well be another needs the time of day.
func (r *Reader) namedDay(l *lexer, i int) (m moment, next int, ok bool) {
	t, back := l.at(i), 0
	if t.has(yesterday) {
		back = 1
	}
	i++
	if isApostrophe(l.at(i)) {
		i += 2 // "aujourd'hui"
	}
	m, i, ok = r.dayBefore(l, i, back)
	return m, i, ok && (m.hour != unset || !t.has(homonym) || strings.HasPrefix(r.Language, "fr"))
}

// dayBefore matches a time of day, if there is one, on the day that was so many days before Now.
func (r *Reader) dayBefore(l *lexer, i, back int) (m moment, next int, ok bool) {
	then := r.Now.AddDate(0, 0, -back)
	m = on(then.Year(), int(then.Month()), then.Day())
	if c, j, ok := l.clock(l.join(i), true); ok {
		m.setClock(c)
		return m, j, true
	}
	return m, i, true
}

func (r *Reader) minuteOf(t time.Time) moment {
	m := on(t.Year(), int(t.Month()), t.Day())
	m.hour, m.minute = t.Hour(), t.Minute()
	return m
}

// ago matches "3 days ago", "vor einer Stunde", "1 hour, 5 minutes ago", "3日前", and the short "2h", "1y".
func (r *Reader) ago(l *lexer, i int) (m moment, next int, ok bool) {
	said := false
	for n := 0; n < 3 && l.at(i).has(agoBefore|about) && !l.isOne(i); n++ {
		said = said || l.at(i).has(agoBefore)
		i++
	}
	when, last, short := r.Now, noUnit, false
	for n := 0; n < 3; n++ {
		count, u := l.at(i), l.at(i+1)
		value := int(count.value)
		if l.isOne(i) {
			value = 1
		} else if count.kind != number || count.width > 3 {
			break
		}
		if u.unit == noUnit {
			break
		}
		short = u.has(glued) && !u.space && n == 0
		when, last = u.unit.before(when, value), u.unit
		i += 2
		for t := l.at(i); t.is(',') || t.has(and); t = l.at(i) {
			i++
		}
	}
	if last == noUnit {
		return m, i, false
	}
	if l.at(i).has(agoAfter) {
		i++
		said = true
	}
	if !said && (!short || l.running) {
		return m, i, false
	}
	return r.asPrecise(when, last), i, true
}

// isOne says that token i is the article of a unit: "an hour".
func (l *lexer) isOne(i int) bool { return l.at(i).has(one) && l.at(i+1).unit != noUnit }

// before is the time so many units before t.
func (u unit) before(t time.Time, n int) time.Time {
	switch u {
	case seconds:
		return t.Add(-time.Duration(n) * time.Second)
	case minutes:
		return t.Add(-time.Duration(n) * time.Minute)
	case hours:
		return t.Add(-time.Duration(n) * time.Hour)
	case days:
		return t.AddDate(0, 0, -n)
	case weeks:
		return t.AddDate(0, 0, -7*n)
	case months:
		// The first of the month: a month before 31 March is in February.
		return time.Date(t.Year(), t.Month()-time.Month(n), 1, 0, 0, 0, 0, t.Location())
	}
	return t.AddDate(-n, 0, 0)
}

// asPrecise is the moment as precise as its unit. A Date has no hours without minutes and no weeks: hours give the
// day, weeks the month.
func (r *Reader) asPrecise(t time.Time, u unit) moment {
	switch u {
	case seconds, minutes:
		return r.minuteOf(t)
	case hours, days:
		return on(t.Year(), int(t.Month()), t.Day())
	case weeks, months:
		return on(t.Year(), int(t.Month()), 0)
	}
	return on(t.Year(), 0, 0)
}
