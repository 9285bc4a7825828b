package thread

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/page"
)

// value is what an answer says, "" if there is none.
func (f *finder) value(a rules.Answer) string {
	switch {
	case a.Node <= 0:
		return ""
	case a.Attribute != "":
		return strings.TrimSpace(f.x.Attr(a.Node, a.Attribute))
	}
	return f.x.Text(a.Node)
}

// link is the address that an answer leads to.
func (f *finder) link(a rules.Answer) string {
	if a.Attribute == "" {
		a.Attribute = "href"
	}
	return f.address(f.value(a))
}

// takeAuthor takes the author that the rule found in a unit. It is false if the element of the name is still to be
// found: the rule found none, or an attribute of the unit itself.
func (f *finder) takeAuthor(u *unit) bool {
	a := u.given.answer(rules.Author)
	switch {
	case a.Node <= 0:
		return u.given.passes(rules.Deleted)
	case a.Node == u.root && a.Attribute != "":
		u.out.Author = &page.Person{Name: trimName(f.value(a))}
		return false
	}
	u.author = a.Node
	return f.nameOf(u) != ""
}

// nameOf is the name of a unit's author.
func (f *finder) nameOf(u *unit) string {
	if a := u.given.answer(rules.Author); a.Attribute != "" {
		return trimName(f.value(a))
	}
	return f.nameIn(u.author)
}

// isOther tells whether the element that was found for the author is none of the author that the rule gives: it has
// another name, or stands where others have names in a unit that was taken away.
func (f *finder) isOther(u *unit) bool {
	a := u.given.answer(rules.Author)
	if a.Node <= 0 {
		return u.given.passes(rules.Deleted)
	}
	return a.Node == u.root && a.Attribute != "" && !strings.EqualFold(f.nameIn(u.author), f.nameOf(u))
}

// takeDate takes the element whose date the rule found. It is false if that element shows no date, so that the page may
// show it elsewhere in the unit.
func (f *finder) takeDate(u *unit) bool {
	a := u.given.answer(rules.Date)
	if a.Node > u.root && f.x.Chars(a.Node) > 0 {
		u.date = a.Node
		return true
	}
	return false
}

// dateGiven is the attribute that the rule gives as the date of a unit, "" if it gives none.
func (f *finder) dateGiven(u *unit) string {
	if a := u.given.answer(rules.Date); a.Attribute != "" {
		return f.value(a)
	}
	return ""
}

// readDateGiven reads that attribute.
func (f *finder) readDateGiven(u *unit, reader *dates.Reader) {
	text := f.dateGiven(u)
	if text == "" {
		return
	}
	d, ok := dates.Machine(text)
	if !ok {
		d, ok = reader.Read(text)
	}
	if !ok {
		d, _, _, ok = reader.Find(text)
	}
	if ok {
		u.out.Published = d
	}
}

// idGiven is the id that the rule gives a unit, without a prefix like "comment-". What is no id attribute and has no
// prefix is as the page has it.
func (f *finder) idGiven(u *unit) string {
	a := u.given.answer(rules.ID)
	value := f.value(a)
	if a.Attribute != "id" && a.Attribute != "name" && !strings.ContainsAny(value, "-_:#/") {
		return value
	}
	return idKey(value)
}

// idKey is the same for an id and what refers to it: the id itself, one with a prefix, the fragment of a link.
func idKey(value string) string {
	value = value[strings.LastIndexByte(value, '#')+1:]
	if id := bareID(value); id != "" {
		return id
	}
	return value
}

// takeFacts takes what else the rule found in a unit.
func (f *finder) takeFacts(u *unit) {
	if link := f.link(u.given.answer(rules.URL)); link != "" {
		u.out.URL = link
	}
	if n, ok := f.scoreGiven(u); ok {
		u.out.Score = &n
	}
	if f.told.tests[rules.Accepted] > 0 {
		u.out.Accepted = u.given.passes(rules.Accepted)
	}
}

// scoreGiven is the count that the rule found.
func (f *finder) scoreGiven(u *unit) (int, bool) {
	a := u.given.answer(rules.Score)
	if a.Node > 0 && a.Attribute == "" {
		return f.score(a.Node)
	}
	return number(f.value(a))
}

// levelGiven is how deep the rule says a unit stands: a number, a class or a style that has one. The opening post
// stands above all.
func (f *finder) levelGiven(u *unit) int {
	if u.opening {
		return -1
	}
	value := f.value(u.given.answer(rules.Level))
	if n, ok := number(value); ok && isNumber(value) {
		return n
	}
	return max(classLevel(value), indent(value), 0)
}

// placeByRule gives each unit its parent as the rule's ids or levels say. It is false if the rule found neither.
func (f *finder) placeByRule() bool {
	switch {
	case f.told.values[rules.Parent] > 0:
		f.placeByIDs()
	case f.told.values[rules.Level] > 0:
		levels := make([]int, len(f.units))
		for i := range f.units {
			f.units[i].parent = -1
			levels[i] = f.levelGiven(&f.units[i])
		}
		f.nestBy(levels)
	default:
		return false
	}
	return true
}

// placeByIDs gives each unit the unit before it that has the id which it gives as its parent's.
func (f *finder) placeByIDs() {
	byID := make(map[string]int, len(f.units))
	for i := range f.units {
		u := &f.units[i]
		u.parent = -1
		if p, ok := byID[idKey(f.value(u.given.answer(rules.Parent)))]; ok {
			u.parent = p
		}
		if u.out.ID != "" {
			byID[idKey(u.out.ID)] = i
		}
	}
}

// takeFromPage takes what the rule finds on the page that says something of the whole conversation.
func (f *finder) takeFromPage(t *Thread) {
	if f.rule == nil {
		return
	}
	if a, ok := f.askPage(rules.Declared); ok {
		text := f.value(a)
		n, ok := readCount(text, t.IsThread)
		if !ok {
			n, ok = number(text)
		}
		if ok {
			t.Declared = &n
		}
	}
	if a, ok := f.askPage(rules.Next); ok {
		t.Next = f.link(a)
	}
	if s := f.rule.Tests[rules.Closed]; s != nil && len(s.Find(f.x)) > 0 {
		open := false
		t.Open = &open
	}
}

// isBare tells an opening post in which the rule found no text: a link that was handed in.
func (f *finder) isBare(u *unit) bool { return u.opening && f.rule.Body != nil }
