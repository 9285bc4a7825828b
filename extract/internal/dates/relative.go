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
	role, after := t.role, i+1
	if t.has(phrase) {
		role, after = l.phrase(i)
	}
	switch {
	case role&now != 0:
		return r.minuteOf(r.Now), after, true
	case role&earlier != 0:
		return r.dayBefore(l, after, 2)
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

// phrases are what several words say together; apostrophes and dashes between them are left out.
var phrases = []struct {
	words []string
	role  role
}{
	{[]string{"moments", "ago"}, now},
	{[]string{"l", "instant"}, now},
	{[]string{"justo", "ahora"}, now},
	{[]string{"proprio", "ora"}, now},
	{[]string{"przed", "chwilą"}, now},
	{[]string{"chwilę", "temu"}, now},
	{[]string{"agora", "mesmo"}, now},
	{[]string{"только", "что"}, now},
	{[]string{"az", "önce"}, now},
	{[]string{"avant", "hier"}, earlier},
	{[]string{"antes", "de", "ayer"}, earlier},
	{[]string{"l", "altro", "ieri"}, earlier},
	{[]string{"evvelsi", "gün"}, earlier},
}

// phrase is the role of the phrase that begins at token i and the token after it, else those of token i alone.
func (l *lexer) phrase(i int) (r role, next int) {
	for _, p := range phrases {
		next = i
		for n, w := range p.words {
			if t := l.at(next); n > 0 && (isApostrophe(t) || isDash(t)) {
				next++
			}
			if t := l.at(next); t.kind != word || !strings.EqualFold(l.s[t.start:t.end], w) {
				break
			}
			next++
			if n == len(p.words)-1 {
				return p.role, next
			}
		}
	}
	return l.at(i).role, i + 1
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
	if m, next, ok = r.uncounted(l, i); ok {
		return m, next, true
	}
	i, said := l.beforeCount(i)
	when, last, short := r.Now, noUnit, false
	for n := 0; n < 3; n++ {
		value, j := l.count(i)
		u := l.at(j)
		if value < 0 || u.unit == noUnit {
			break
		}
		short = u.has(glued) && !u.space && n == 0
		last = u.unit
		if u.has(hourMark) && last == years && strings.HasPrefix(r.Language, "uk") {
			last = hours // "год" is short for the hour in Ukrainian and the year in Russian
		}
		when = last.before(when, value)
		i = j + 1
		if l.at(i).is('.') && l.at(i+1).has(agoAfter) {
			i++ // "5 min. ago"
		}
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
	m = r.asPrecise(when, last)
	if c, j, ok := l.clock(l.join(i), true); ok && last == days {
		m.setClock(c) // "2 days ago at 9:30"
		i = j
	}
	return m, i, true
}

// beforeCount skips what stands before the number of units: "il y a plus d'", "vor etwa". said tells whether one of
// the words says that the time is past.
func (l *lexer) beforeCount(i int) (next int, said bool) {
	vague := false
	for n := 0; n < 8 && !l.isOne(i); n++ {
		t := l.at(i)
		if !t.has(agoBefore|about) && !(vague && (t.has(of) || isApostrophe(t))) {
			break
		}
		said = said || t.has(agoBefore)
		vague = vague || t.has(about)
		i++
	}
	return i, said
}

// count reads a number of units at token i, "an" and "un'" among them, and gives the token of the unit. It is -1 if there
// is none.
func (l *lexer) count(i int) (value, unitAt int) {
	t := l.at(i)
	switch {
	case l.isOne(i) && isApostrophe(l.at(i+1)):
		return 1, i + 2
	case l.isOne(i):
		return 1, i + 1
	case t.has(lone) && l.at(i+1).has(agoAfter):
		return 1, i
	case t.kind == number && t.width <= 3:
		return int(t.value), i + 1
	}
	return -1, i
}

// uncounted matches "a few seconds ago", which is now, "a few minutes ago", which is today, and "half an hour ago".
func (r *Reader) uncounted(l *lexer, i int) (m moment, next int, ok bool) {
	said := false
	for n := 0; n < 4 && !l.at(i).has(few|half) && l.at(i).has(agoBefore|one); n++ {
		said = said || l.at(i).has(agoBefore)
		i++
	}
	how := l.at(i)
	if !how.has(few | half) {
		return m, i, false
	}
	i++
	if how.has(half) && l.isOne(i) {
		i++
	}
	u := l.at(i).unit
	i++
	if l.at(i).has(agoAfter) {
		said = true
		i++
	}
	switch {
	case !said:
		return m, i, false
	case how.has(half):
		m, ok = r.halfAgo(u)
		return m, i, ok
	case u == seconds:
		return r.minuteOf(r.Now), i, true
	}
	return r.asPrecise(r.Now, days), i, u == minutes
}

// halfAgo is half a unit before Now.
func (r *Reader) halfAgo(u unit) (m moment, ok bool) {
	switch u {
	case hours:
		return r.asPrecise(minutes.before(r.Now, 30), minutes), true
	case days:
		return r.asPrecise(hours.before(r.Now, 12), hours), true
	case years:
		return r.asPrecise(months.before(r.Now, 6), months), true
	}
	return m, false
}

// isOne says that token i is the article of a unit: "an hour", "un'ora".
func (l *lexer) isOne(i int) bool {
	if !l.at(i).has(one) {
		return false
	}
	t := l.at(i + 1)
	return t.unit != noUnit || isApostrophe(t) && l.at(i+2).unit != noUnit
}

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
