package page

import (
	"strings"
	"time"
)

// Date is a date or a time as precise as the page gives it, in ISO 8601: 2013, 2013-06, 2013-06-14,
// 2013-06-14T09:30, 2013-06-14T09:30:05, the last two with an offset (Z, +02:00) when the page has one.
// The empty Date is no date.
type Date string

// layouts are the forms of a Date, told apart by their length.
var layouts = []string{
	"2006", "2006-01", "2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05",
	"2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00",
}

// Time is the instant at which the date begins, in UTC where it has no offset. ok is false for what is not a Date.
func (d Date) Time() (t time.Time, ok bool) {
	for _, layout := range layouts {
		zoned := strings.HasSuffix(layout, "Z07:00")
		if !zoned && len(d) != len(layout) || zoned && len(d) <= len(layout)-len("Z07:00") {
			continue
		}
		if t, err := time.Parse(layout, string(d)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// Day is the date without its time of day: at most the first ten characters.
func (d Date) Day() string { return string(d[:min(len(d), 10)]) }
