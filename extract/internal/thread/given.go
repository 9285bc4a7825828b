package thread

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/page"
)

// given is what a rule found in a unit. What it did not find is looked for as in units without a rule: themes move parts
// about, and one page may have comments of two makes.
type given struct {
	values [rules.Fields]rules.Answer // those that were found have a node above 0
	tests  [rules.Tests]bool
	body   dom.Selection
}

// told counts the units in which a rule found something. Its tests, ids of parents and levels speak for all units if
// they are found in one.
type told struct {
	values [rules.Fields]int // in how many units
	tests  [rules.Tests]int
}

func (t *told) has(field rules.Field) bool { return t.values[field] > 0 }

// askRule asks the rule for the parts of each unit.
func (f *finder) askRule() {
	f.told = told{}
	if f.rule == nil {
		return
	}
	for i := range f.units {
		for field := range rules.Declared {
			f.askValue(i, field)
		}
		for test := range rules.Closed {
			f.askTest(i, test)
		}
	}
	for i := range f.units {
		if u := &f.units[i]; f.told.tests[rules.Pingback] > 0 {
			u.ping = u.given.tests[rules.Pingback]
		}
	}
}

// eachNode shows the root of unit i and its own nodes; skip leaves out what the node shown last holds.
func (f *finder) eachNode(i int, visit func(n dom.ID) (skip bool)) {
	if visit(f.units[i].root) {
		return
	}
	f.own(i, visit)
}

func (f *finder) askValue(i int, field rules.Field) {
	v, u := f.rule.Values[field], &f.units[i]
	if v == nil {
		return
	}
	reader := v.In(f.x, u.root)
	f.eachNode(i, func(n dom.ID) bool {
		if answer, ok := reader.Read(n); ok && u.given.values[field].Node == 0 {
			u.given.values[field] = answer
			f.told.values[field]++
		}
		return false
	})
}

func (f *finder) askTest(i int, test rules.Test) {
	s, u := f.rule.Tests[test], &f.units[i]
	if s == nil {
		return
	}
	scan := s.Scan(f.x)
	f.eachNode(i, func(n dom.ID) bool {
		if scan.Match(n) >= 0 && !u.given.tests[test] {
			u.given.tests[test] = true
			f.told.tests[test]++
		}
		return false
	})
}

// isBare tells an opening post in which the rule found no text: a link that was handed in.
func (f *finder) isBare(u *unit) bool { return u.opening && f.rule.Body != nil }

// bodyGiven is what matches the rule's body in unit i, without what it drops, the units within it and what is no part
// of a text by the general method.
func (f *finder) bodyGiven(i int) (body dom.Selection) {
	if f.rule == nil || f.rule.Body == nil {
		return nil
	}
	u, end := &f.units[i], dom.None
	scan, drop := f.rule.Body.Scan(f.x), f.rule.Drop.Scan(f.x)
	f.eachNode(i, func(n dom.ID) (skip bool) {
		isBody, dropped := scan.Match(n) >= 0, drop.Match(n) >= 0
		if isBody {
			end = max(end, f.x.Node(n).Last)
		}
		if dropped || n == u.author || n == u.date || n != u.root && !isBody && f.isNoise(n, u) {
			return true
		}
		if n <= end {
			body = grow(body, n)
		}
		return false
	})
	return body
}

// grow adds the node n, which comes after all of s.
func grow(s dom.Selection, n dom.ID) dom.Selection {
	if len(s) > 0 && s[len(s)-1].Last == n-1 {
		s[len(s)-1].Last = n
		return s
	}
	return append(s, dom.Span{First: n, Last: n})
}

// valueGiven is the text or the attribute that the rule found, "" if it found none in this unit.
func (f *finder) valueGiven(u *unit, field rules.Field) string {
	return f.valueOf(u.given.values[field])
}

func (f *finder) valueOf(a rules.Answer) string {
	switch {
	case a.Node <= 0:
		return ""
	case a.Attribute != "":
		return strings.TrimSpace(f.x.Attr(a.Node, a.Attribute))
	}
	return f.x.Text(a.Node)
}

// linkOf is the address that an answer leads to.
func (f *finder) linkOf(a rules.Answer) string {
	if a.Node > 0 && a.Attribute == "" {
		a.Attribute = "href"
	}
	return f.address(f.valueOf(a))
}

// idGiven is the id that the rule gives a unit, without a prefix like "comment-". What is no id attribute and has no
// prefix is as the page has it.
func (f *finder) idGiven(u *unit) string {
	value := f.valueGiven(u, rules.ID)
	attribute := u.given.values[rules.ID].Attribute
	if attribute != "id" && attribute != "name" && !strings.ContainsAny(value, "-_:#/") {
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

// takeAuthor takes the author that the rule found in a unit. It is false if it found none.
func (f *finder) takeAuthor(u *unit) bool {
	switch a := u.given.values[rules.Author]; {
	case a.Node <= 0:
		return false
	case a.Node != u.root:
		u.author = a.Node
	case a.Attribute != "":
		u.out.Author = &page.Person{Name: trimName(f.valueOf(a))}
	}
	return f.nameOf(u) != ""
}

// nameOf is the name of a unit's author.
func (f *finder) nameOf(u *unit) string {
	if a := u.given.values[rules.Author]; a.Attribute != "" {
		return trimName(f.valueOf(a))
	}
	if u.author == dom.None {
		return ""
	}
	return f.nameIn(u.author)
}

// takeDate takes the element whose date the rule found. It is false if that element shows no date, so that the page may
// show it elsewhere in the unit.
func (f *finder) takeDate(u *unit) bool {
	a := u.given.values[rules.Date]
	if a.Node > u.root && f.x.Chars(a.Node) > 0 {
		u.date = a.Node
		return true
	}
	return false
}

// readDateGiven reads the attribute that the rule gives as the date.
func (f *finder) readDateGiven(u *unit, reader *dates.Reader) {
	a := u.given.values[rules.Date]
	if a.Attribute == "" {
		return
	}
	text := f.valueOf(a)
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

// takeFacts takes what else the rule found in a unit.
func (f *finder) takeFacts(u *unit) {
	if link := f.linkOf(u.given.values[rules.URL]); link != "" {
		u.out.URL = link
	}
	if n, ok := f.scoreGiven(u); ok {
		u.out.Score = &n
	}
	if f.told.tests[rules.Accepted] > 0 {
		u.out.Accepted = u.given.tests[rules.Accepted]
	}
}

// scoreGiven is the count that the rule found.
func (f *finder) scoreGiven(u *unit) (int, bool) {
	if a := u.given.values[rules.Score]; a.Node > 0 && a.Attribute == "" {
		return f.score(a.Node)
	}
	return number(f.valueGiven(u, rules.Score))
}

// levelGiven is how deep the rule says a unit stands: a number, a class or a style that has one. The opening post
// stands above all.
func (f *finder) levelGiven(u *unit) int {
	value := f.valueGiven(u, rules.Level)
	if u.opening {
		return -1
	}
	for _, read := range [...]func(string) int{levelNumber, classLevel, indent} {
		if l := read(value); l >= 0 {
			return l
		}
	}
	return 0
}

func levelNumber(s string) int {
	if n, ok := number(s); ok && isNumber(s) {
		return n
	}
	return -1
}

// askRuleOfPage asks the rule for what the page says of the conversation.
func (f *finder) askRuleOfPage(t *Thread) {
	if f.rule == nil {
		return
	}
	if a, ok := f.askPage(rules.Declared); ok {
		text := f.valueOf(a)
		n, ok := readCount(text, t.IsThread)
		if !ok {
			n, ok = number(text)
		}
		if ok {
			t.Declared = &n
		}
	}
	if a, ok := f.askPage(rules.Next); ok {
		t.Next = f.linkOf(a)
	}
	if s := f.rule.Tests[rules.Closed]; s != nil && len(s.Find(f.x)) > 0 {
		open := false
		t.Open = &open
	}
}

// askPage finds a value of the page.
func (f *finder) askPage(field rules.Field) (rules.Answer, bool) {
	v := f.rule.Values[field]
	if v == nil {
		return rules.Answer{}, false
	}
	reader := v.In(f.x, dom.None)
	for n := range dom.ID(f.x.Len()) {
		if a, ok := reader.Read(n); ok {
			return a, true
		}
	}
	return rules.Answer{}, false
}

// explainRule says what each selector of the rule found.
func (f *finder) explainRule() {
	name := "rule of " + f.rule.Name() + ": "
	of := strconv.Itoa(len(f.units))
	for field := range rules.Declared {
		if v := f.rule.Values[field]; v != nil {
			f.ctx.Log.Add("thread", name+field.String(), strconv.Itoa(f.told.values[field])+" of "+of, "%s", v)
		}
	}
	for test := range rules.Closed {
		if s := f.rule.Tests[test]; s != nil {
			f.ctx.Log.Add("thread", name+test.String(), strconv.Itoa(f.told.tests[test])+" of "+of, "%s", s)
		}
	}
}
