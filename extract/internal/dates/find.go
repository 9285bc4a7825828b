package dates

import (
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

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

// fullWidth is the first byte of full-width digits in UTF-8.
const fullWidth = 0xEF

// digitAt says that a digit stands at i, ASCII or full-width.
func digitAt(s string, i int) bool {
	if s[i] != fullWidth {
		return isDigit(s[i])
	}
	c, _ := decode(s, i)
	return c < utf8.RuneSelf && isDigit(byte(c))
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
