package dates

import (
	"strings"
	"time"

	"github.com/scholia/scholia/extract/page"
)

// Machine reads what programs write into attributes and metadata: ISO 8601 and what passes for it ("2013-06-14
// 9:30 +0200", "20130614T093005Z"), RFC 1123 and 822, ctime, JavaScript's Date, Unix time in seconds or milliseconds;
// failing that, a date in words or in numbers of which only one order makes sense.
//
// The zero of Unix time, which stands for a time that was never set, is no date.
func Machine(s string) (page.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 4 || len(s) > maxRead {
		return "", false
	}
	l := lexer{s: s}
	m, ok := l.machine()
	if !ok {
		r := Reader{Order: unambiguous}
		next := 0
		m, next, ok = r.match(&l, l.skip(0, label|article))
		if t := l.at(next); !ok || t.kind != end && !t.is('(') {
			return "", false
		}
	}
	if m.isEpoch() {
		return "", false
	}
	if d, ok := m.date(); ok {
		return d, true
	}
	m.hour = unset // a day is a day also when its time is none
	return m.date()
}

// isEpoch says that this is the zero of Unix time in UTC.
func (m *moment) isEpoch() bool {
	return m.year == 1970 && m.month == 1 && m.day == 1 && m.hour <= 0 && m.minute <= 0 && m.second <= 0
}

// machine matches ISO 8601 and Unix time.
func (l *lexer) machine() (m moment, ok bool) {
	first := l.at(0)
	if first.kind != number {
		return m, false
	}
	switch {
	case first.width == 4:
		return l.iso()
	case first.width == 8:
		return l.compact(l.s[first.start:first.end])
	case first.width >= 9 && (l.at(1).kind == end || l.at(1).is('.')):
		return stamp(l.s[first.start:first.end])
	}
	return m, false
}

// minBareYear is the first year that four digits without a month can mean. Below it they are a count or a width.
const minBareYear = 1900

// iso matches 2013, 2013-06, 2013-06-14 and a time behind it.
func (l *lexer) iso() (m moment, ok bool) {
	m = on(int(l.at(0).value), 0, 0)
	if l.at(1).kind == end {
		return m, m.year >= minBareYear
	}
	if !isSeparator(l.at(1)) || !l.shortNumber(2) {
		return m, false
	}
	m.month = l.at(2).part()
	if l.at(3).kind == end {
		return m, true
	}
	if !isSeparator(l.at(3)) || !l.shortNumber(4) {
		return m, false
	}
	m.day = l.at(4).part()
	ok = l.isoTime(&m, 5)
	return m, ok
}

// isoTime matches the time of day behind a day at token i: T09:30:05.123+02:00, " 9:30 pm", T0930. It is false if
// what follows the day is nothing of the kind; a time that is on no clock is let be.
func (l *lexer) isoTime(m *moment, i int) bool {
	t := l.at(i)
	if t.kind == end {
		return true
	}
	timely := !t.space && t.has(atTime|utc|zone) || t.kind == number && l.at(i+1).is(':')
	i = l.join(i)
	c, next, ok := l.clock(i, true)
	if !ok {
		if c, ok = l.compactClock(i); !ok {
			return timely
		}
		next = i
	}
	// "+" that went through a URL is a space.
	if z := l.at(next); c.offset == unset && z.space && l.twoDigitsAt(next) && l.at(next+1).is(':') && l.twoDigits(next+2) {
		c.offset = int(z.value)*60 + int(l.at(next+2).value)
	}
	m.setClock(c)
	return true
}

// compactClock matches 0930, 093005.123 with a zone.
func (l *lexer) compactClock(i int) (c clock, ok bool) {
	t := l.at(i)
	if t.kind != number || t.width != 4 && t.width != 6 {
		return c, false
	}
	text := l.s[t.start:t.end]
	if !allDigits(text) {
		return c, false
	}
	c = clock{hour: two(text), minute: two(text[2:]), second: unset, offset: unset}
	if t.width == 6 {
		c.second = two(text[4:])
	}
	i++
	if l.at(i).is('.') {
		i += 2
	}
	l.zone(&c, i)
	return c, c.valid()
}

// two is the number in the first two bytes, which are digits.
func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// compact reads 20130614 and the time behind it.
func (l *lexer) compact(s string) (m moment, ok bool) {
	if !allDigits(s) {
		return m, false // full-width digits are of people's writing
	}
	m = on(two(s)*100+two(s[2:]), two(s[4:]), two(s[6:]))
	ok = l.isoTime(&m, 1)
	return m, ok
}

// Unix times are taken from 1990 on, as the Web was, in seconds or milliseconds.
const (
	minUnix = 631152000  // 1990-01-01
	maxUnix = 4102444800 // 2100-01-01
)

// stamp reads digits without any mark between them: Unix time, or 201306140930, or 20130614093005.
func stamp(s string) (m moment, ok bool) {
	if !allDigits(s) {
		return m, false
	}
	if len(s) == 14 || len(s) == 12 {
		if m = compactStamp(s); m.valid() {
			return m, true
		}
	}
	if len(s) > 13 {
		return m, false
	}
	var n int64
	for i := range len(s) {
		n = n*10 + int64(s[i]-'0')
	}
	if len(s) >= 12 {
		n /= 1000
	}
	if n < minUnix || n >= maxUnix {
		return m, false
	}
	t := time.Unix(n, 0).UTC()
	m = on(t.Year(), int(t.Month()), t.Day())
	m.setClock(clock{hour: t.Hour(), minute: t.Minute(), second: t.Second()})
	return m, true
}

func compactStamp(s string) moment {
	m := on(two(s)*100+two(s[2:]), two(s[4:]), two(s[6:]))
	c := clock{hour: two(s[8:]), minute: two(s[10:]), second: unset, offset: unset}
	if len(s) == 14 {
		c.second = two(s[12:])
	}
	m.setClock(c)
	return m
}
