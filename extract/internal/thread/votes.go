package thread

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// votes reads the score of a unit.
func (f *finder) votes(u *unit) *int {
	if n, ok := number(f.x.Attr(u.root, "data-score")); ok {
		return &n
	}
	for _, c := range u.marks {
		if c.kind&markVote == 0 || f.isOfUser(c.node, u) {
			continue
		}
		if n, ok := f.score(c.node); ok {
			return &n
		}
	}
	return nil
}

// isOfUser tells whether a mark stands in a column about who wrote the unit, beside what was written: votes there are
// those for all that this person wrote.
func (f *finder) isOfUser(n dom.ID, u *unit) bool {
	for p := f.x.Node(n).Parent; p > u.root; p = f.x.Node(p).Parent {
		if t := f.marks.between(p+1, f.x.Node(p).Last+1); f.x.Node(p).Names&(dom.NameUser|dom.NameBio|dom.NameTag) != 0 && t.authors+t.avatars > 0 {
			return !slices.ContainsFunc(u.body, func(s dom.Span) bool { return f.x.Within(s.First, p) })
		}
	}
	return false
}

// score is the count that an element shows: as a number, or as the names of those who voted.
func (f *finder) score(n dom.ID) (int, bool) {
	if count := f.voters(n); count > 0 {
		return count, true
	}
	return number(f.shown(n))
}

// maxScore is how many nodes an element with a score has at most.
const maxScore = 100

// shown is the text of a short element without the numbers in it that are named hidden: one that keeps the place for the
// number that is drawn over it.
func (f *finder) shown(n dom.ID) string {
	last, from := f.x.Node(n).Last, n
	if last-n > maxScore {
		return f.x.Text(n)
	}
	var text []byte
	for m := n + 1; m <= last; m++ {
		if f.x.Node(m).Names&dom.NameHidden != 0 && f.x.Words(m) == 1 && isBare(f.x.Text(m)) {
			text = append(f.x.AppendText(text, from, m-1), ' ')
			m = f.x.Node(m).Last
			from = m + 1
		}
	}
	if from == n {
		return f.x.Text(n)
	}
	return string(f.x.AppendText(text, from, last))
}

// voters counts the names in bdi elements (HTML Standard, section 4.5.24, which has them for the names of users) and
// those that are counted only: "Ann, Bob and 3 others". It is 0 where there are none.
func (f *finder) voters(n dom.ID) int {
	count, others := 0, 0
	for m, last := n, f.x.Node(n).Last; m <= last; m++ {
		switch {
		case f.x.Is(m, atom.Bdi):
			if isName(f.x.Text(m)) { // and not the label of the control to vote
				count++
			}
			m = f.x.Node(m).Last
		case f.x.IsText(m):
			if k, ok := number(f.x.Node(m).HTML.Data); ok && others == 0 {
				others = k
			}
		}
	}
	if count == 0 {
		return 0
	}
	return count + others
}

// number reads a count that stands alone or before one word: "5", "-3", "140 points", "Score: 7", "1.2K". A number at the end
// of a word is part of a name.
func number(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if len(s) == 0 || len(s) > 24 {
		return 0, false
	}
	if n, ok := rounded(s); ok {
		return n, true
	}
	n, digits, sign := 0, 0, 1
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if digits == 0 && endsInLetter(strings.TrimSuffix(s[:i], "-")) {
				return 0, false
			}
			if digits++; digits > 9 {
				return 0, false
			}
			n = n*10 + int(c-'0')
		case c == '-' && digits == 0 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			sign = -1
		case digits > 0 && (c == ',' || c == '.') && i+3 < len(s) && s[i+1] >= '0' && s[i+1] <= '9': // thousands
		case digits > 0:
			return sign * n, c == ' ' || c == ')' || c == ',' || c == 0xc2 // a space that does not break
		}
	}
	return sign * n, digits > 0
}

// endsInLetter tells whether the last character of s is a letter of ASCII.
func endsInLetter(s string) bool {
	if s == "" {
		return false
	}
	c := s[len(s)-1] | 0x20
	return c >= 'a' && c <= 'z'
}

// rounded reads a count in thousands or millions: "1.2K", "3M likes". It is as precise as the page shows it.
func rounded(s string) (int, bool) {
	digits := 0
	for digits < len(s) && (s[digits] >= '0' && s[digits] <= '9' || s[digits] == '.' || s[digits] == ',') {
		digits++
	}
	if digits == 0 || digits > 6 || digits == len(s) || digits+1 < len(s) && s[digits+1] != ' ' {
		return 0, false
	}
	x, err := strconv.ParseFloat(strings.Replace(s[:digits], ",", ".", 1), 64)
	if err != nil {
		return 0, false
	}
	switch s[digits] {
	case 'k', 'K':
		return int(math.Round(x * 1e3)), true
	case 'M':
		return int(math.Round(x * 1e6)), true
	}
	return 0, false
}
