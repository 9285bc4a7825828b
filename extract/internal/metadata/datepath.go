package metadata

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// path is that of the page's address.
func (r *reader) path() string {
	if r.ctx.Base == nil {
		return ""
	}
	return r.ctx.Base.Path
}

// dateInPath is the day in an address: /2013/06/14/, /2013-06-14-, /2013/jun/14/. A month alone is not precise enough.
func dateInPath(path string) page.Date {
	for i := strings.IndexByte(path, '/'); i >= 0 && i+len("/2006/1/2") <= len(path); {
		if d := dayAt(path[i+1:]); d != "" {
			return d
		}
		next := strings.IndexByte(path[i+1:], '/')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return ""
}

// dayAt is the day that a path begins with: year, month and day, all parted by the same mark.
func dayAt(path string) page.Date {
	if !isDigits(path[:4]) || path[4] != '/' && path[4] != '-' {
		return ""
	}
	month, rest, ok := strings.Cut(path[5:], path[4:5])
	if !ok {
		return ""
	}
	m := monthOf(month)
	end := 0
	for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
		end++
	}
	day, err := strconv.Atoi(rest[:end])
	if m == 0 || err != nil || end != len("02") {
		return ""
	}
	d := page.Date(fmt.Sprintf("%s-%02d-%02d", path[:4], m, day))
	if t, ok := d.Time(); !ok || t.Year() < 1990 {
		return ""
	}
	return d
}

// months are the English names of months.
var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthOf is the number of a month from its two digits or its English name, which may be cut to three letters; else 0.
func monthOf(s string) int {
	s = strings.ToLower(s)
	switch {
	case len(s) == 2:
		if m, err := strconv.Atoi(s); err == nil && m <= len(months) {
			return m
		}
	case len(s) >= 3:
		return 1 + slices.IndexFunc(months, func(name string) bool { return s == name || s == name[:3] })
	}
	return 0
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
