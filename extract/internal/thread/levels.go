package thread

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// readReferences gives each unit the unit that it says it answers, by an attribute or by a link to it. What it says
// counts more than how it is nested.
func (f *finder) readReferences() {
	byID := make(map[string]int, len(f.units))
	for i := range f.units {
		if id := f.units[i].out.ID; id != "" {
			byID[id] = i
		}
	}
	for i := range f.units {
		u := &f.units[i]
		p, ok := byID[f.parentAttribute(u)]
		if !ok {
			p, ok = byID[f.parentLink(u)]
		}
		if ok && p < i {
			u.parent = p
		}
	}
}

// parentAttribute is the id of what a unit answers, as its root or an element near it says, "" if none does.
func (f *finder) parentAttribute(u *unit) string {
	for n, seen := u.root, 0; n <= u.last && seen < 6; n++ {
		if f.x.IsText(n) {
			continue
		}
		seen++
		for _, a := range f.x.Node(n).HTML.Attr {
			switch a.Key {
			case "data-parent", "data-parent-id", "data-parentid", "data-parent-comment-id", "data-comment-parent",
				"data-reply-to", "data-in-reply-to", "data-parent-pid", "data-parent-post-id", "parentid", "parent-id",
				"data-replyto-id":
				if id := bareID(a.Val); id != "" {
					return id
				}
			}
		}
	}
	return ""
}

// parentLink is the id of what a unit answers, from a link outside of its body that says so: by its class or that of
// what holds it, or by its label.
func (f *finder) parentLink(u *unit) string {
	for _, c := range u.marks {
		if c.kind&markPermalink == 0 || !f.x.Is(c.node, atom.A) || u.body.Contains(c.node) && !f.addresses(c.node, u) {
			continue
		}
		_, fragment, ok := strings.Cut(f.x.Attr(c.node, "href"), "#")
		if !ok || bareID(fragment) == u.out.ID {
			continue
		}
		if f.isParentLabel(c.node) {
			return bareID(fragment)
		}
	}
	return ""
}

// addresses tells whether a link is the first thing in the body of a unit and names whom it answers: "@Anna", ">>12".
func (f *finder) addresses(n dom.ID, u *unit) bool {
	first := u.body[0].First
	return (n <= first || f.x.CharsBetween(first, n) == 0) && isAddress(f.x.Text(n))
}

// isAddress tells how an answer begins that names whom it answers.
func isAddress(s string) bool { return strings.HasPrefix(s, "@") || strings.HasPrefix(s, ">>") }

// isParentLabel tells whether a link says that it leads to what is answered.
func (f *finder) isParentLabel(n dom.ID) bool {
	if text := strings.TrimSpace(f.x.Text(n)); strings.EqualFold(text, "parent") || isAddress(text) || f.x.Attr(n, "data-event-action") == "parent" {
		return true
	}
	for up := 0; up < 3; up++ {
		for token := range strings.FieldsSeq(strings.ToLower(f.x.Attr(n, "class"))) {
			if containsAny(token, "reply-to", "replyto", "in-reply") || strings.HasSuffix(token, "parent") {
				return f.x.Words(n) < 12
			}
		}
		if f.x.Words(n) < 12 && containsAny(strings.ToLower(f.x.Text(n)), answerWords[:]...) {
			return true
		}
		n = f.x.Node(n).Parent
	}
	return false
}

// answerWords say that what is linked is what is answered, in lower case.
var answerWords = [...]string{"reply to", "replying to", "replied to", "antwort auf", "en réponse à", "en respuesta a", "in risposta a", "в ответ"}

// readLevels gives the units of a flat list their parents by how deep they are said to be or how far they are
// indented. A list that is nested needs no levels.
func (f *finder) readLevels() {
	levels := make([]int, len(f.units))
	differ := false
	for i := range f.units {
		if f.units[i].parent >= 0 {
			return
		}
		levels[i] = f.level(&f.units[i])
		if levels[i] < 0 {
			levels[i] = 0
		}
		differ = differ || levels[i] != levels[0]
	}
	if differ {
		f.nestBy(levels)
	}
}

// nestBy gives each unit as its parent the nearest one before it that stands less deep.
func (f *finder) nestBy(levels []int) {
	var open []int
	for i := range f.units {
		for len(open) > 0 && levels[open[len(open)-1]] >= levels[i] {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			f.units[i].parent = open[len(open)-1]
		}
		open = append(open, i)
	}
}

// level is how deep a unit is said to be: by an attribute, a class, an indent of it or of what holds it alone, or a
// spacer before it. It is -1 if nothing says.
func (f *finder) level(u *unit) int {
	for n := u.root; n >= u.item && n > 0; n = f.x.Node(n).Parent {
		if l := max(f.levelOf(n), styleLevel(f.x.Attr(n, "class"))); l >= 0 {
			return l
		}
	}
	for n, seen := u.root+1, 0; n <= u.last && seen < 6; n++ {
		if f.x.IsText(n) {
			continue
		}
		seen++
		if l := f.spacer(n); l >= 0 {
			return l
		}
		if l := f.levelOf(n); l >= 0 {
			return l
		}
	}
	return -1
}

// levelOf reads the level from an element's attributes.
func (f *finder) levelOf(n dom.ID) int {
	level := -1
	for _, a := range f.x.Node(n).HTML.Attr {
		switch a.Key {
		case "data-depth", "data-level", "aria-level", "depth", "data-nest-level", "data-indent", "data-comment-depth",
			"indent":
			if l, err := strconv.Atoi(a.Val); err == nil && l >= 0 {
				return l
			}
		case "class":
			level = max(level, classLevel(a.Val))
		case "style":
			level = max(level, indent(a.Val))
		}
	}
	return level
}

// classLevel reads depth-2, level3, indent_1, lvl-4, comment-depth-2.
func classLevel(class string) int {
	for token := range strings.FieldsSeq(class) {
		digits := len(token) - len(strings.TrimRight(token, "0123456789"))
		if digits == 0 || digits > 2 {
			continue
		}
		stem := strings.ToLower(strings.TrimRight(token[:len(token)-digits], "-_"))
		for _, word := range [...]string{"depth", "level", "lvl", "indent", "nest", "nesting", "nested"} {
			if strings.HasSuffix(stem, word) {
				l, _ := strconv.Atoi(token[len(token)-digits:])
				return l
			}
		}
	}
	return -1
}

// styleLevel reads the left margin or padding of classes that stand for one (Tailwind CSS, Bootstrap: pl-12, ms-4).
func styleLevel(class string) int {
	for token := range strings.FieldsSeq(class) {
		if l, ok := spacing(token); ok {
			return l
		}
	}
	return -1
}

// spacing reads a class that stands for a left margin or padding, also one for wide screens alone (md:ml-8).
func spacing(token string) (size int, ok bool) {
	token = token[strings.LastIndexByte(token, ':')+1:]
	if len(token) < len("ml-0") || token[2] != '-' {
		return 0, false
	}
	switch token[:2] {
	case "pl", "ml", "ps", "ms":
		l, err := strconv.Atoi(token[3:])
		return l, err == nil && l >= 0
	}
	return 0, false
}

// indent reads the left margin or padding of a style attribute, in its own unit; only the order counts.
func indent(style string) int {
	for style != "" {
		var declaration string
		declaration, style, _ = strings.Cut(style, ";")
		property, value, _ := strings.Cut(declaration, ":")
		switch strings.ToLower(strings.TrimSpace(property)) {
		case "margin-left", "padding-left", "margin-inline-start", "padding-inline-start", "left", "--depth", "--level",
			"--indent":
			if n, ok := leadingNumber(strings.TrimSpace(value)); ok {
				return n
			}
		}
	}
	return -1
}

// leadingNumber reads the number at the beginning of a length, in tenths.
func leadingNumber(s string) (int, bool) {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
		i++
	}
	x, err := strconv.ParseFloat(s[:i], 64)
	if err != nil || x > 1e6 {
		return 0, false
	}
	return int(x * 10), true
}

// spacer reads the width of an empty cell or image that pushes a comment to the right.
func (f *finder) spacer(n dom.ID) int {
	if f.x.Chars(n) > 0 {
		return -1
	}
	switch {
	case f.x.Is(n, atom.Img) && f.x.Attr(n, "height") == "1", f.x.Is(n, atom.Td) && f.x.FirstChild(n) == dom.None:
		if w, err := strconv.Atoi(f.x.Attr(n, "width")); err == nil && w >= 0 {
			return w
		}
	}
	return -1
}
