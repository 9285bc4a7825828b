package textpage

import (
	"sort"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// run is a sequence of entries.
type run struct {
	*finder
	from, to int
	entries  []entry
	open     []int // the current entry below those that it answers, by depth
	step     int   // columns from a number to the text under it
}

// entry is a comment's place in a run.
type entry struct {
	mark
	indent   int // of the mark
	from, to int // its lines; the first has the mark
	parent   int // index of the entry that it answers; -1 if none
	depth    int
}

// maxReplyDepth bounds how deep answers nest; what looks like a deeper one is text.
const maxReplyDepth = 500

// Text under a number stands two columns deeper, or where the number's own text begins if lines hang on it there.
const (
	narrowStep = 2
	wideStep   = 3
)

// read gathers the entries from line r.from on, to the first line that is indented no deeper than their marks.
func (r *run) read() {
	hanging, narrow := false, false
	top := -1 // the current entry
	for i := r.from; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.blank() {
			continue
		}
		if m, ok := r.mark(i); ok {
			if parent, ok := r.place(top, m, l.indent); ok {
				top = r.add(m, i, parent)
				continue
			}
		}
		e := &r.entries[top]
		if l.indent <= r.entries[0].indent && !r.fenced.skips(i) {
			break
		}
		narrow = narrow || e.counts() && l.indent == e.indent+narrowStep
		hanging = hanging || e.counts() && i == e.from+1 && l.indent == e.indent+wideStep
		e.to = i + 1
	}
	r.to = r.entries[top].to
	r.step = narrowStep
	if hanging && !narrow {
		r.step = wideStep
	}
}

func (r *run) add(m mark, i, parent int) int {
	e := entry{mark: m, indent: r.lines[i].indent, from: i, to: i + 1, parent: parent}
	if parent >= 0 {
		e.depth = r.entries[parent].depth + 1
	}
	r.open = append(r.open[:e.depth], len(r.entries))
	r.entries = append(r.entries, e)
	return len(r.entries) - 1
}

// place says which entry the one with this mark and indentation answers, if it goes on the run: it is the first
// answer to the current entry, or the next after an entry that holds the current one or is it.
func (r *run) place(top int, m mark, indent int) (parent int, ok bool) {
	if top < 0 {
		return -1, true
	}
	t := &r.entries[top]
	first := !m.counts() || m.number == 1 && indent != t.indent+narrowStep+1 // where a paragraph could begin so
	if first && indent > t.indent && t.depth < maxReplyDepth && !(t.counts() && t.number == 0) {
		return top, true
	}
	depth := sort.Search(len(r.open), func(d int) bool { return r.entries[r.open[d]].indent >= indent })
	for d := max(0, depth-1); d < min(len(r.open), depth+2); d++ { // numbers of two digits begin further left
		if e := &r.entries[r.open[d]]; e.precedes(m, indent) {
			return e.parent, true
		}
	}
	return -1, false
}

// precedes says whether a mark is the next after an entry's on the same level. Numbers stand below each other with
// their first digits or with their dots.
func (e *entry) precedes(m mark, indent int) bool {
	if e.kind != m.kind || m.counts() && e.number+1 != m.number {
		return false
	}
	return e.indent == indent || m.counts() && e.indent+e.width == indent+m.width
}

// conversation makes comments of the entries. evidence is how many of them have a date or a control.
func (r *run) conversation() (c conversation, evidence int) {
	c.from, c.to = r.from, r.to
	all := make([]*page.Comment, len(r.entries))
	for i := range r.entries {
		e := &r.entries[i]
		comment, told := r.comment(e)
		if told {
			evidence++
		}
		all[i] = comment
		switch {
		case e.counts() && e.number == 0:
			c.post = &comment.Post
		case e.parent < 0:
			c.items = append(c.items, comment)
		default:
			all[e.parent].Replies = append(all[e.parent].Replies, comment)
		}
	}
	return c, evidence
}

// pingback is how a notice of a link from elsewhere begins.
const pingback = "Pingback:"

// comment reads an entry; told says that it has a date or a control.
func (r *run) comment(e *entry) (c *page.Comment, told bool) {
	c = &page.Comment{Kind: page.Remark}
	first := r.lines[e.from]
	first.text = strings.TrimLeft(first.text[min(e.bytes, len(first.text)):], " ")
	margin := e.indent + r.step
	first.indent, first.prose = margin, true
	body := r.lines[e.from+1 : e.to]
	read := *c
	switch {
	case first.text != "" && !(r.heads.foreign && says(first.text)) && byline(&read, first.text):
		*c = read
		told = c.Published != ""
	case first.text == "" && (len(body) == 0 || body[0].blank()) && !r.heads.foreign:
	default:
		if first.text != "" && !(r.heads.foreign && isForm(first.text)) {
			body = append([]line{first}, body...)
		}
		if h, n := r.heads.read(trim(body)); n > 0 {
			h.into(c)
			told = c.Published != "" || c.PublishedText != ""
			body = dropLeading(trim(body)[n:])
		}
	}
	if r.step == wideStep || !e.counts() {
		margin = leastIndent(body, margin)
	}
	kept := dropControls(body, margin)
	fill(c, kept, margin)
	return c, told || len(kept) < len(trim(body))
}

// fill gives a comment its text. One that has nothing at all is the place of one that was taken away.
func fill(c *page.Comment, body []line, margin int) {
	c.Blocks = blocks(parse(body, margin, 1))
	c.Text = blocksText(c.Blocks)
	switch {
	case c.Text == "" && len(c.Blocks) == 0 && c.Author == nil && c.Published == "" && c.PublishedText == "" && c.Score == nil && !c.Accepted && c.Kind == page.Remark:
		c.Kind = page.Removed
	case c.Author == nil && strings.HasPrefix(c.Text, pingback):
		c.Kind = page.Pingback
	}
}

// leastIndent is the smallest indentation of lines.
func leastIndent(lines []line, otherwise int) int {
	least := -1
	for i := range lines {
		if l := &lines[i]; !l.blank() && (least < 0 || l.indent < least) {
			least = l.indent
		}
	}
	if least < 0 {
		return otherwise
	}
	return least
}

// closes is 1 when the line after the run says whether one can still comment, else 0.
func (r *run) closes() int {
	for i := r.to; i < len(r.lines); i++ {
		if r.lines[i].blank() {
			continue
		}
		if _, ok := state(r.lines[i].text); ok {
			return 1
		}
		break
	}
	return 0
}
