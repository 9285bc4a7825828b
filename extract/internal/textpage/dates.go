package textpage

import (
	"strings"
	"time"

	"github.com/scholia/scholia/extract/page"
)

// clocks are the times of day that may follow a date, with the form that each has in a page.Date.
var clocks = []struct{ long, iso string }{
	{"", "2006-01-02"},
	{" 15:04", "2006-01-02T15:04"},
	{" 15:04:05", "2006-01-02T15:04:05"},
	{" 15:04 Z07:00", "2006-01-02T15:04Z07:00"},
	{" 15:04:05 Z07:00", "2006-01-02T15:04:05Z07:00"},
}

const longDay = "Monday, January 2, 2006"

// FormatDate writes a date of at least a day as a plain-text page does: "Friday, June 14, 2013 09:30"; ok is false
// for other dates.
func FormatDate(date page.Date) (text string, ok bool) {
	for _, clock := range clocks {
		if t, err := time.Parse(clock.iso, string(date)); err == nil {
			return t.Format(longDay + clock.long), true
		}
	}
	return "", false
}

// endDate cuts a date such as "Friday, June 14, 2013 09:30" off the end of a line.
func endDate(text string) (before string, date page.Date, ok bool) {
	day := strings.LastIndex(text, "day, ")
	if day < 0 {
		return text, "", false
	}
	start := strings.LastIndexByte(text[:day], ' ') + 1
	for _, clock := range clocks {
		if t, err := time.Parse(longDay+clock.long, text[start:]); err == nil {
			return strings.TrimRight(text[:start], " "), page.Date(t.Format(clock.iso)), true
		}
	}
	return text, "", false
}

// fullDate reads a field's date, in the long form or in ISO 8601.
func fullDate(text string) page.Date {
	if before, date, ok := endDate(text); ok && before == "" {
		return date
	}
	if _, ok := page.Date(text).Time(); ok {
		return page.Date(text)
	}
	return ""
}
