package outline

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// notes is what is known of the footnotes of the selection.
type notes struct {
	items map[dom.ID]note   // the element that holds a note
	refs  map[string]bool   // fragments that link to marks
	named map[string]dom.ID // a elements by their name attribute
	side  []*page.Item      // side notes read so far
	open  *note             // the note being read
}

// note is a footnote to which a mark links.
type note struct {
	id    string // the fragment of the link
	label string // the mark without its brackets
}

// noteMark tells whether a link is the mark of a footnote, and notes where its note stands. A mark is a short link
// to a later place in the page that is set or named like one, or to which that place links back.
func (r *reader) noteMark(n dom.ID) (fragmentURL string, ok bool) {
	x := r.x
	if chars := x.Chars(n); chars == 0 || chars > 12 {
		return "", false
	}
	target, id := r.inPage(x.Attr(n, "href"))
	label := strings.TrimFunc(x.Text(n), isBracket)
	if target <= n || !isLabel(label) {
		return "", false
	}
	item := r.noteItem(target)
	if item == dom.None || x.Within(n, item) || !r.looksLikeMark(n) && !r.linksBack(item, n) {
		return "", false
	}
	if r.notes.items == nil {
		r.notes.items, r.notes.refs = make(map[dom.ID]note), make(map[string]bool)
	}
	if _, known := r.notes.items[item]; !known {
		r.notes.items[item] = note{id, label}
	}
	for m := n; m >= 0 && x.Chars(m) <= 12; m = x.Node(m).Parent {
		if name := r.name(m); name != "" {
			r.notes.refs[name] = true
		}
	}
	return linkTo(id), true
}

// isLabel tells what marks a note: a number, a letter or two, signs, or such after a word, as in "note 1".
func isLabel(s string) bool {
	letters, others := 0, 0
	for _, c := range s {
		switch {
		case unicode.IsLetter(c):
			letters++
		default:
			others++
		}
	}
	_, number, _ := strings.Cut(s, " ")
	return letters <= 2 && others <= 4 || number != "" && isLabel(number) && letters <= 6
}

func isBracket(c rune) bool { return strings.ContainsRune("[](){}^ .:", c) || unicode.IsSpace(c) }

// inPage is the element to which a link within the page leads, None for other links.
func (r *reader) inPage(href string) (dom.ID, string) {
	_, escaped, ok := strings.Cut(href, "#")
	if !ok || escaped == "" || href[0] != '#' && !r.samePage(href) {
		return dom.None, ""
	}
	id := fragment(escaped)
	if n := r.x.ByID(id); n != dom.None {
		return n, id
	}
	if r.notes.named == nil {
		r.notes.named = make(map[string]dom.ID)
		for n := range dom.ID(r.x.Len()) {
			if r.x.Is(n, atom.A) {
				if name := r.x.Attr(n, "name"); name != "" {
					r.notes.named[name] = n
				}
			}
		}
	}
	if n, ok := r.notes.named[id]; ok {
		return n, id
	}
	return dom.None, ""
}

// samePage tells whether an address with a fragment leads to the page itself.
func (r *reader) samePage(href string) bool {
	if r.ctx.Base == nil {
		return false
	}
	address, _, _ := strings.Cut(href, "#")
	u := *r.ctx.Base
	u.Fragment = ""
	return address == u.String() || address == u.Path
}

// looksLikeMark tells a link that is raised, in brackets, or named as the mark of a note.
func (r *reader) looksLikeMark(n dom.ID) bool {
	x := r.x
	if x.Attr(n, "role") == "doc-noteref" {
		return true
	}
	parent := x.Node(n).Parent
	if x.Is(parent, atom.Sup) || x.FirstChild(n) != dom.None && x.Is(x.FirstChild(n), atom.Sup) ||
		x.Is(x.Node(parent).Parent, atom.Sup) {
		return true
	}
	return (x.Node(n).Names|x.Node(parent).Names)&dom.NameFootnote != 0
}

// linksBack tells whether a note holds a link to its mark.
func (r *reader) linksBack(item, mark dom.ID) bool {
	const reach = 400 // nodes of a note that are looked at
	x := r.x
	for c, last := item, min(x.Node(item).Last, item+reach); c <= last; c++ {
		if !x.Is(c, atom.A) {
			continue
		}
		_, escaped, _ := strings.Cut(x.Attr(c, "href"), "#")
		if escaped == "" {
			continue
		}
		id := fragment(escaped)
		for m, up := mark, 0; m >= 0 && up < 3; m, up = x.Node(m).Parent, up+1 {
			if r.name(m) == id {
				return true
			}
		}
	}
	return false
}

// noteItem is the element that holds the note to which a mark links: the target, or the item or the paragraph that
// the target begins. It is None if the target holds too much for a note.
func (r *reader) noteItem(target dom.ID) dom.ID {
	x := r.x
	n := x.Node(target).Box
	if li := x.Ancestor(n, atom.Li, atom.Dd); li != dom.None && x.CharsBetween(li, target) <= 12 {
		return li
	}
	for p := x.Node(n).Parent; p > 0 && x.Chars(p) == x.Chars(n) && !x.Is(p, atom.Body); p = x.Node(p).Parent {
		n = p
	}
	if x.Chars(n) == 0 || x.Words(n) > 1500 || x.Is(n, atom.Body, atom.Html, atom.Main, atom.Article) ||
		x.CharsBetween(n, target) > 12 || r.hasHeading(n) {
		return dom.None
	}
	return n
}

// isBacklink tells a link from a note back to its mark, which is no part of the note.
func (r *reader) isBacklink(n dom.ID) bool {
	href := r.x.Attr(n, "href")
	i := strings.IndexByte(href, '#')
	if i < 0 || r.x.Chars(n) > 12 {
		return false
	}
	if r.notes.open != nil && r.notes.refs[fragment(href[i+1:])] {
		return true
	}
	if r.x.Attr(n, "role") == "doc-backlink" {
		return true
	}
	switch strings.Trim(r.x.Text(n), "\ufe0e\ufe0f ") {
	case "↩", "↑", "^", "⤴", "↵", "⏎", "⬆", "⮌", "↸", "↶":
		return i == 0 || r.samePage(href)
	}
	return false
}

// notesRun reads a run of elements that hold notes as one block of footnotes, all of them if one is selected. It gives
// the last of them.
func (r *reader) notesRun(n dom.ID) dom.ID {
	r.flush()
	last, b := n, &page.Block{Type: page.Footnotes}
	outer := r.whole
	r.whole = true
	defer func() { r.whole = outer }()
	r.listOf(b, func() {
		for c := n; c != dom.None; c = r.x.NextSibling(c) {
			if it, ok := r.notes.items[c]; ok {
				last = c
				if r.reaches(c) && !r.skips(c, r.x.Node(c)) {
					r.note(b, c, it)
				}
			} else if !r.x.Is(c, atom.Br) && (!r.x.IsText(c) || r.x.Node(c).Flags&dom.Blank == 0) {
				break
			}
		}
	})
	return last
}

// notesList reads a list of which an item is a note, all of it if any is selected. Items to which no mark links are
// notes as well.
func (r *reader) notesList(n dom.ID) bool {
	if !r.holdsNotes(n) {
		return false
	}
	b := &page.Block{Type: page.Footnotes}
	r.takeID()
	outer := r.whole
	r.whole = true
	defer func() { r.whole = outer }()
	r.listOf(b, func() {
		number := max(r.firstNumber(n), 1)
		for c := range r.x.Children(n) {
			if !r.x.Is(c, atom.Li) {
				continue
			}
			it, ok := r.notes.items[c]
			if !ok {
				it = note{r.x.Attr(c, "id"), strconv.Itoa(number)}
			}
			number++
			if r.reaches(c) && !r.skips(c, r.x.Node(c)) {
				r.note(b, c, it)
			}
		}
	})
	return true
}

// holdsNotes tells whether one of the first items of a list is a note.
func (r *reader) holdsNotes(n dom.ID) bool {
	if len(r.notes.items) == 0 {
		return false
	}
	looked := 0
	for c := range r.x.Children(n) {
		if _, ok := r.notes.items[c]; ok {
			return true
		}
		if looked++; looked > 20 {
			break
		}
	}
	return false
}

// note reads one note.
func (r *reader) note(b *page.Block, n dom.ID, it note) {
	outer := r.notes.open
	r.notes.open = &it
	item := &page.Item{Term: it.label, ID: it.id}
	if r.intoItem(item, func() { r.children(n) }); len(item.Blocks) > 0 {
		b.Items = append(b.Items, item)
	}
	r.notes.open = outer
}

// withoutLabel is the first text of a note without the label that stands before it.
func (r *reader) withoutLabel(s string) string {
	label := r.notes.open.label
	if r.line.begun {
		return s
	}
	s = strings.TrimLeft(s, "^↑") // what is left of a backlink
	if label == "" {
		return s
	}
	rest, ok := strings.CutPrefix(strings.TrimLeftFunc(s, isBracket), label)
	if !ok {
		return s
	}
	if t := strings.TrimLeftFunc(rest, isBracket); len(t) < len(rest) || t == "" {
		return t
	}
	return s
}

// sideNote reads a note that stands in the margin beside its mark, as in Tufte CSS: its place in the text becomes a
// mark, the note goes to the end.
func (r *reader) sideNote(n dom.ID) bool {
	if r.line.figure != nil || !r.isSideNote(n) {
		return false
	}
	label := strconv.Itoa(len(r.notes.side) + 1)
	item := &page.Item{Term: label, ID: r.x.Attr(n, "id"), Blocks: r.apart(func() { r.children(n) })}
	if len(item.Blocks) == 0 {
		return true
	}
	if item.ID == "" {
		item.ID = "sidenote-" + label
	}
	r.notes.side = append(r.notes.side, item)
	r.line.gap, r.line.apart = false, false
	r.ready()
	start := len(r.text)
	r.text = append(r.text, label...)
	r.enter(mark{kind: page.Note, start: start, end: len(r.text), url: linkTo(item.ID)}, len(r.line.stack))
	return true
}

func (r *reader) isSideNote(n dom.ID) bool {
	class := r.x.Attr(n, "class")
	if !strings.Contains(class, "note") {
		return false
	}
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "sidenote", "marginnote", "side-note", "margin-note", "sidenote-content",
			"modern-footnotes-footnote__note": // a plugin of WordPress that opens the note at its mark
			return true
		}
	}
	return false
}

// apart reads blocks while a line is being read, without touching it.
func (r *reader) apart(read func()) []*page.Block {
	outer := *r
	r.text, r.slots, r.waiting, r.line, r.owed = nil, nil, nil, line{lastMark: -1}, ""
	blocks := r.nested("\n", read)
	r.seal()
	r.text, r.slots, r.waiting, r.line = outer.text, outer.slots, outer.waiting, outer.line
	r.owed, r.id, r.anchor = outer.owed, outer.id, outer.anchor
	return blocks
}

// sideNotes adds the notes from the margin as footnotes at the end.
func (r *reader) sideNotes() {
	if len(r.notes.side) == 0 {
		return
	}
	b := &page.Block{Type: page.Footnotes, Items: r.notes.side}
	for i, item := range b.Items {
		if i > 0 {
			r.text = append(r.text, '\n')
		}
		for k, inner := range item.Blocks {
			if k > 0 {
				r.text = append(r.text, '\n')
			}
			r.text = append(r.text, inner.Text...)
		}
	}
	r.slot(&b.Text, 0, len(r.text))
	r.emit(b)
}
