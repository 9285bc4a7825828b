package thread

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// readDatelines finds the names in lines that hold a name and a date ("Anna Weber | 14. Juni 2013", "Le 14 juin 2013 par
// Anna"), where most units without a byline have one.
func (f *finder) readDatelines() {
	names := make([]string, len(f.units))
	missing, found := 0, 0
	for i := range f.units {
		u := &f.units[i]
		if u.author != dom.None || u.out.Author != nil {
			continue
		}
		missing++
		if names[i] = f.nameInDateline(u); names[i] != "" {
			found++
		}
	}
	if found*5 < missing*4 {
		return
	}
	dropNumbers(names)
	for i, name := range names {
		if name == "" {
			continue
		}
		u := &f.units[i]
		if u.author = f.textOf(u, name); u.author == dom.None {
			u.out.Author = &page.Person{Name: name}
		}
	}
}

// dropNumbers takes from all names the numbers of the comments, if all have one: "3. Anna", "4. Ben".
func dropNumbers(names []string) {
	bare := make([]string, len(names))
	for i, name := range names {
		rest := strings.TrimLeft(strings.TrimPrefix(name, "#"), "0123456789")
		if name == "" {
			continue
		}
		if bare[i] = trimName(strings.TrimLeft(rest, ".) ")); rest == name || !isName(bare[i]) {
			return
		}
	}
	copy(names, bare)
}

// maxLine is how many characters a line has at most that holds a name and a date.
const maxLine = 160

// dateline is the line in which the date of a unit stands, nil if that is not a line of the unit's own.
func (f *finder) dateline(u *unit) *dom.Block {
	if u.date == dom.None {
		return nil
	}
	n := u.date
	for n < f.x.Node(u.date).Last && (!f.x.IsText(n) || f.x.Has(n, dom.Blank)) {
		n++
	}
	i := f.x.BlockOf(n)
	if i < 0 {
		return nil
	}
	if b := &f.x.Blocks()[i]; b.First >= u.root && b.Last <= u.last && b.Chars <= maxLine {
		return b
	}
	return nil
}

// nameInDateline is the name that stands before the date of a unit in the same line, or after it with a word that says
// who wrote it; "" if there is none.
func (f *finder) nameInDateline(u *unit) string {
	line := f.dateline(u)
	if line == nil {
		return ""
	}
	text := f.x.Text(u.date)
	reader := dates.Reader{Language: f.regional(), Order: f.order}
	_, start, end, ok := reader.Find(text)
	if !ok {
		start, end = 0, len(text)
	}
	before, after := text[:start], text[end:]
	if line.First < u.date {
		before = string(f.x.AppendText(nil, line.First, u.date-1)) + " " + before
	}
	if last := f.x.Node(u.date).Last; line.Last > last {
		after += " " + string(f.x.AppendText(nil, last+1, line.Last))
	}
	name := withoutFloor(trimName(strings.TrimRight(before, "([ "))) // "Anna (3 May)"
	if agent, ok := cutAgent(after); ok {
		name = trimName(agent)
	}
	for _, name := range [...]string{name, trimName(text[:start])} { // in the line, in the text of the date alone
		if _, _, _, dated := reader.Find(name); !dated && isName(name) && len(strings.Fields(name)) <= maxNameWords {
			return name
		}
	}
	return ""
}

// withoutFloor cuts the number of a comment beside a name: "#12 Anna", "Anna #12", "Anna 12楼",
// with the word for it.
func withoutFloor(name string) string {
	if number, rest, ok := strings.Cut(name, " "); ok && strings.HasPrefix(number, "#") && isNumber(number[1:]) {
		name = rest
	}
	bare := strings.TrimRight(strings.TrimRight(name, "楼樓"), "0123456789")
	number := name[len(bare):]
	if number == "" || !strings.HasSuffix(bare, " #") && !strings.HasSuffix(number, "楼") && !strings.HasSuffix(number, "樓") {
		return name
	}
	bare = strings.TrimRight(bare, " #")
	if i := strings.LastIndexByte(bare, ' '); i > 0 {
		if _, counted := countWords[strings.ToLower(bare[i+1:])]; counted { // "Anna, post #12"
			return strings.TrimRight(bare[:i], besideName)
		}
	}
	return bare
}

// agents stand between a date and the name of who wrote, as the prepositions do; before a name alone they may be a part of it.
var agents = [...]string{"da ", "di ", "av ", "od "}

// cutAgent cuts a preposition or an agent from the beginning of what follows a date.
func cutAgent(s string) (rest string, ok bool) {
	s = strings.TrimLeft(s, " ,|·•–—-\u00a0")
	if name := withoutPreposition(s); name != s {
		return name, true
	}
	for _, a := range agents {
		if len(s) > len(a) && strings.EqualFold(s[:len(a)], a) {
			return s[len(a):], true
		}
	}
	return "", false
}

// textOf is the text in the dateline of a unit that is this name and nothing else, dom.None if there is none.
func (f *finder) textOf(u *unit, name string) dom.ID {
	line := f.dateline(u)
	for n := line.First; n <= line.Last; n++ {
		if f.x.IsText(n) && trimName(f.x.Node(n).HTML.Data) == name {
			return n
		}
	}
	return dom.None
}

// maxAuthor is how many characters a name has at most that only its place in a line marks.
const maxAuthor = 40

// isBeforeDate tells an inline element that is followed by a date with a word that says who wrote then: "<b>Anna</b> on
// 14 June 2013".
func isBeforeDate(n *html.Node) bool {
	switch n.DataAtom {
	case atom.B, atom.Strong, atom.Em, atom.I, atom.Span, atom.A, atom.Font:
	default:
		return false
	}
	next := n.NextSibling
	if next == nil || next.Type != html.TextNode || len(next.Data) > maxMark || !hasDigit(next.Data) {
		return false
	}
	text := strings.TrimSpace(next.Data)
	word, rest, _ := strings.Cut(text, " ")
	if !slices.Contains(dayWords, strings.ToLower(word)) {
		return false
	}
	reader := dates.Reader{}
	d, start, _, ok := reader.Find(rest)
	return ok && start == 0 && len(d) >= len("2006-01-02")
}

// dayWords stand between a name and the day on which somebody wrote.
var dayWords = strings.Fields("on am vom le el il dnia em op")

// isAfterLabel tells a text that follows the label of a name: "<b>From:</b> Anna".
func isAfterLabel(n *html.Node) bool {
	label := n.PrevSibling
	if label == nil || label.Type != html.ElementNode || label.FirstChild == nil || label.FirstChild != label.LastChild || label.FirstChild.Type != html.TextNode {
		return false
	}
	text := strings.TrimSpace(label.FirstChild.Data)
	bare := strings.TrimRight(text, " :：")
	if bare == text { // as most do
		return false
	}
	bare = strings.ToLower(bare)
	return slices.Contains(prepositions.all, bare) || slices.Contains(prepositions.all, bare+":")
}
