package dates

import (
	"time"

	"github.com/scholia/scholia/extract/page"
)

// The years that a page can speak of as its own: newspapers put their archives on the web, but not clay tablets.
const (
	minYear = 1700
	maxYear = 2099
)

// unset marks a time of day or an offset that the text does not give.
const unset = -1 << 15

// moment is a date in parts.
type moment struct {
	year, month, day     int // 0 if not given
	hour, minute, second int // unset if not given
	offset               int // minutes east of UTC, unset if not given
}

var noMoment = moment{hour: unset, minute: unset, second: unset, offset: unset}

// on makes a moment of a calendar day.
func on(year, month, day int) moment {
	m := noMoment
	m.year, m.month, m.day = year, month, day
	return m
}

// date writes the moment in ISO 8601. It is false if there is no such day or time.
func (m *moment) date() (page.Date, bool) {
	if !m.valid() {
		return "", false
	}
	var array [len("2006-01-02T15:04:05+07:00")]byte
	b := digits(digits(array[:0], m.year/100), m.year%100)
	if m.month > 0 {
		b = digits(append(b, '-'), m.month)
	}
	if m.day > 0 {
		b = digits(append(b, '-'), m.day)
	}
	if m.hour == unset || m.day == 0 {
		return page.Date(b), true
	}
	b = digits(append(b, 'T'), m.hour)
	b = digits(append(b, ':'), m.minute)
	if m.second != unset {
		b = digits(append(b, ':'), m.second)
	}
	return page.Date(appendOffset(b, m.offset)), true
}

func appendOffset(b []byte, offset int) []byte {
	sign := byte('+')
	switch {
	case offset == unset:
		return b
	case offset == 0:
		return append(b, 'Z')
	case offset < 0:
		sign, offset = '-', -offset
	}
	b = digits(append(b, sign), offset/60)
	return digits(append(b, ':'), offset%60)
}

// digits appends a number below 100 as two digits.
func digits(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// valid says that the day is in the calendar and the time on the clock.
func (m *moment) valid() bool {
	if m.year < minYear || m.year > maxYear || m.month < 0 || m.month > 12 || m.day < 0 {
		return false
	}
	if m.day > 0 && (m.month == 0 || m.day > daysIn(m.year, m.month)) {
		return false
	}
	return m.hour == unset || m.validClock()
}

// isDay says that the moment is at least as precise as a day, and in the calendar.
func (m *moment) isDay() bool { return m.month > 0 && m.day > 0 && m.valid() }

func (m *moment) validClock() bool {
	return m.hour >= 0 && m.hour < 24 && m.minute >= 0 && m.minute < 60 && m.second < 60
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// century completes a year of two digits as POSIX strptime does, from 1969 to 2068.
func century(year int) int {
	if year < 69 {
		return 2000 + year
	}
	return 1900 + year
}

// addYear completes a day without year: the last such day that is not after Now.
func (r *Reader) addYear(m *moment) bool {
	if r.Now.IsZero() {
		return false
	}
	m.year = r.Now.Year()
	// A day of slack for the zone: the page may have been written where tomorrow had begun.
	limit := r.Now.AddDate(0, 0, 1)
	if time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, r.Now.Location()).After(limit) {
		m.year--
	}
	if m.month == 2 && m.day == 29 {
		for daysIn(m.year, 2) == 28 {
			m.year--
		}
	}
	return m.valid()
}
