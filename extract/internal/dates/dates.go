// Package dates reads dates as machines and people write them into [page.Date]: as precise as the text, no more.
//
// [Machine] reads what programs write for programs: datetime attributes, JSON-LD, meta tags. A [Reader] reads what a
// page shows to people. Both take a time as it is written and never shift it to another zone.
//
// Text is cut into tokens only as far as the grammar asks for them, so that a string that is no date costs one or two
// tokens. The grammar knows shapes (day, month name, year); languages.go and cjk.go hold the words.
package dates

import (
	"strings"
	"time"

	"github.com/scholia/scholia/extract/page"
)

// maxRead is the length in bytes above which a string is a text, not a date with its label.
const maxRead = 160

// Reader reads dates as people write them on one page. The zero Reader knows nothing of the page; it is cheap to make.
type Reader struct {
	Language string    // BCP 47 tag of the page, "" if unknown: the order of numeric dates where Order is Unknown
	Order    Order     // how the page writes numeric dates
	Now      time.Time // when the page was written or saved, zero if unknown: what "3 days ago" counts from
}

// Read reads a string that is a date together with what usually stands around one: "Posted on June 14, 2013 at
// 9:30 pm". It is false for a text that happens to hold a date, and for a date that needs Now when Now is zero.
func (r *Reader) Read(s string) (page.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 2 || len(s) > maxRead {
		return "", false
	}
	l := lexer{s: s}
	m, _, ok := r.whole(&l)
	if !ok {
		return "", false
	}
	return m.date()
}

// whole matches a date that fills the string but for labels and punctuation. Of two dates ("... (updated ...)") it
// takes the first.
func (r *Reader) whole(l *lexer) (m moment, needsNow, ok bool) {
	i := l.head()
	if i > 0 && l.glued(i) {
		return m, false, false
	}
	m, i, needsNow, ok = r.any(l, i)
	if !ok {
		return m, needsNow, false
	}
	if i = l.tail(i); l.at(i).kind == end {
		return m, needsNow, true
	}
	_, i, _, more := r.any(l, l.skip(i, label|article|atTime))
	return m, needsNow, more && l.at(l.tail(i)).kind == end
}

// head skips what stands before a date: labels, the number of a post ("#3"), and the time it takes to read the
// article ("5 min read").
func (l *lexer) head() int {
	i := l.skip(0, label|article|atTime)
	switch t := l.at(i); {
	case t.kind != number:
	case i > 0 && l.at(i-1).is('#') && !t.space:
		return l.skip(i+1, label|article|atTime)
	case l.at(i+1).unit == minutes && l.at(i+2).has(reading):
		return l.skip(i+3, label|reading)
	}
	return i
}

// tail skips what stands behind a date: labels, the beginning of what a link or a field goes on with ("by", "at"),
// and the time it takes to read the article ("5 min read").
func (l *lexer) tail(i int) int {
	j := l.skip(i, label|reading)
	if l.at(j).kind == number && l.at(j+1).unit == minutes {
		return l.skip(j+2, label|reading|of)
	}
	if j = l.skip(j, label|by|atTime); l.at(j).kind == end {
		return j
	}
	return l.skip(i, label)
}

// any matches a date of any kind at token i and returns the index of the token after it.
func (r *Reader) any(l *lexer, i int) (m moment, next int, needsNow, ok bool) {
	if !l.hopeful(i) {
		return m, i, false, false
	}
	m, next, ok = r.match(l, i)
	if ok && m.year != 0 {
		return m, next, false, m.valid()
	}
	// "3d ago" is three days, not the third of "agosto".
	if m, next, ok := r.relative(l, i); ok {
		return m, next, true, true
	}
	if ok && l.running && m.hour == unset {
		return m, next, true, false // "we may 5 times"
	}
	return m, next, true, ok && r.addYear(&m)
}

// hopeful says that the tokens from i on may be a date: most strings that are none end here.
func (l *lexer) hopeful(i int) bool {
	t := l.at(i)
	if t.kind == number {
		t = l.at(i + 1)
		return t.kind == mark || t.kind == number || t.sense != sense{}
	}
	return t.kind == word && t.sense != sense{}
}

// glued says that token i is a number that a word runs into: v1.12.2013.
func (l *lexer) glued(i int) bool {
	t, before := l.at(i), l.at(i-1)
	return t.kind == number && !t.space && before.kind == word && !before.ideograph
}
