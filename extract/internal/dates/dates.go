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
	"unicode/utf8"

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

// whole matches a date that fills the string but for labels and punctuation. Of two dates ("... (updated ...)") it
// takes the first.
func (r *Reader) whole(l *lexer) (m moment, needsNow, ok bool) {
	i := l.skip(0, label|article|atTime)
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

// reach is how far before its first digit a date may start: a weekday, "the", a month's name.
const reach = 32

// Find finds the first date within a text: s[start:end] is the date with its weekday and time of day. Dates without
// any digit are not looked for.
func (r *Reader) Find(s string) (d page.Date, start, end int, ok bool) {
	l := lexer{s: s, running: true}
	for done := 0; ; {
		digit := nextDigit(s, done)
		if digit == len(s) {
			return "", 0, 0, false
		}
		i := max(done, digit-reach)
		for i < digit && !utf8.RuneStart(s[i]) {
			i++
		}
		for i = wordStart(s, i); i <= digit; i = wordStart(s, wordEnd(s, i)) {
			if !mayStart(s, i) {
				continue
			}
			l.n, l.pos = 0, i
			if m, next, _, found := r.any(&l, 0); found && l.stands(next) {
				if d, ok := m.date(); ok {
					return d, int(l.at(l.articles(0)).start), int(l.at(next - 1).end), true
				}
			}
		}
		done = wordEnd(s, digit)
	}
}

// nextDigit is the place of the first digit from i on, len(s) if there is none.
func nextDigit(s string, i int) int {
	for i < len(s) && !digitAt(s, i) {
		i++
	}
	return i
}

// digitAt says that a digit stands at i, ASCII or full-width.
func digitAt(s string, i int) bool {
	if s[i] < utf8.RuneSelf {
		return isDigit(s[i])
	}
	c, _ := decode(s, i)
	return c < utf8.RuneSelf && isDigit(byte(c))
}

// glued says that token i is a number that a word runs into: v1.12.2013.
func (l *lexer) glued(i int) bool {
	t, before := l.at(i), l.at(i-1)
	return t.kind == number && !t.space && before.kind == word && !before.ideograph
}

// stands says that the date before token i ends as a word does: it is no part of a longer number, name or path.
func (l *lexer) stands(i int) bool {
	t := l.at(i)
	switch {
	case t.space || t.kind == end:
		return true
	case t.kind == mark:
		after := l.at(i + 1)
		return !(isSeparator(t) || t.is(':') || t.is('_')) || after.space || after.kind == end || after.kind == mark
	}
	return l.at(i-1).kind != number || t.ideograph
}

// wordStart is the first place from i on where a letter or digit stands.
func wordStart(s string, i int) int {
	for i < len(s) && s[i] < utf8.RuneSelf && !isDigit(s[i]) && !isASCIILetter(s[i]) {
		i++
	}
	return i
}

// wordEnd is the end of the run of digits, or of anything but digits, spaces and ASCII punctuation, at i, and i+1 if
// there is no run.
func wordEnd(s string, i int) int {
	start := i
	if digitAt(s, i) {
		for i < len(s) && digitAt(s, i) {
			_, size := decode(s, i)
			i += size
		}
		return i
	}
	for i < len(s) && (s[i] >= utf8.RuneSelf || isASCIILetter(s[i])) && !digitAt(s, i) {
		i++
	}
	return max(i, start+1)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// mayStart says that what stands before i does not make the number or word at i part of something longer: of a
// name, a version, a path.
func mayStart(s string, i int) bool {
	if i == 0 {
		return true
	}
	before := s[i-1]
	if isDigit(s[i]) && (before == ':' || before == '=') {
		return i == 1 || !isDigit(s[i-2])
	}
	if isDigit(s[i]) {
		return !isDigit(before) && !isASCIILetter(before) && strings.IndexByte("./-_#$&", before) < 0
	}
	return !isASCIILetter(before) && before != '_'
}
