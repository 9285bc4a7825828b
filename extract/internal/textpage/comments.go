package textpage

import (
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// conversation is what the comments' lines hold, and where they stand.
type conversation struct {
	post     *page.Post // the opening post: number 0
	items    []*page.Comment
	found    int
	from, to int // the lines
}

// commentsLabel is the line above comments that the page does not count.
const commentsLabel = "Comments:"

// findComments finds the comments among the lines: a run of entries whose numbers count up and whose nesting is
// their indentation. Bylines, controls and a line above or below that speaks of comments tell it from a numbered
// list; of several runs it takes the one with the most of them.
func findComments(lines []line) conversation {
	best, most := conversation{from: len(lines), to: len(lines)}, 0
	spoken := 0 // a line above speaks of comments
	fenced := newFences(lines)
	for i := 0; i < len(lines); {
		l := &lines[i]
		if _, ok := count(l.text); ok || l.text == commentsLabel {
			spoken = 1
		}
		if n, ok := ordinal(lines, i); !ok || n > 1 || fenced.skips(i) {
			i++
			continue
		}
		r := run{lines: lines, from: i, fenced: fenced}
		r.read()
		c, evidence := r.conversation()
		if lines[i].indent == narrowStep {
			evidence += spoken + r.closes()
		}
		if evidence > 0 && evidence >= most {
			best, most = c, evidence
		}
		i = r.to
	}
	if n := lastLine(lines[:best.from]); n >= 0 && lines[n].text == commentsLabel {
		best.from = n
	}
	return best
}

// ordinal reads the number that a comment begins with: "12.". A heading that begins so is underlined,
// and what stands below a break that is meant is the paragraph's.
func ordinal(lines []line, i int) (n int, ok bool) {
	n, width, ok := number(lines[i].text)
	if !ok || lines[i].text[width-1] != '.' || i > 0 && lines[i-1].broken {
		return 0, false
	}
	_, heading := underlined(lines[i:])
	return n, !heading
}

// lastLine is the index of the last line that is not blank, -1 if there is none.
func lastLine(lines []line) int {
	n := len(lines) - 1
	for n >= 0 && lines[n].blank() {
		n--
	}
	return n
}

// run is a sequence of entries.
type run struct {
	lines    []line
	from, to int
	entries  []entry
	fenced   *fences
	step     int // columns from a number to the text under it
}

// entry is a comment's place in a run.
type entry struct {
	number, indent int
	from, to       int // its lines; the first has the number
	parent         int // index of the entry that it answers; -1 if none
	depth          int
}

// maxReplyDepth bounds how deep answers nest; what looks like a deeper one is text.
const maxReplyDepth = 500

// Text under a number stands two columns deeper, or where the number's own text begins if lines hang on it there.
const (
	narrowStep = 2
	wideStep   = 3
)

// read gathers the entries from line r.from on, to the first line that is indented no deeper than their numbers.
func (r *run) read() {
	hanging, narrow := false, false
	top := -1 // the current entry
	for i := r.from; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.blank() {
			continue
		}
		if r.fenced.skips(i) {
			r.entries[top].to = i + 1
			continue
		}
		if n, ok := ordinal(r.lines, i); ok {
			if parent, ok := r.place(top, n, l.indent); ok {
				e := entry{number: n, indent: l.indent, from: i, to: i + 1, parent: parent}
				if parent >= 0 {
					e.depth = r.entries[parent].depth + 1
				}
				r.entries = append(r.entries, e)
				top = len(r.entries) - 1
				continue
			}
		}
		if l.indent <= r.entries[0].indent {
			break
		}
		e := &r.entries[top]
		narrow = narrow || l.indent == e.indent+narrowStep
		hanging = hanging || i == e.from+1 && l.indent == e.indent+wideStep
		e.to = i + 1
	}
	r.to = r.entries[top].to
	r.step = narrowStep
	if hanging && !narrow {
		r.step = wideStep
	}
}

// place says which entry the one with this number and indentation answers, if it goes on the run: it is the first
// answer to the current entry, or the next after an entry that holds the current one or is it.
func (r *run) place(top, number, indent int) (parent int, ok bool) {
	if top < 0 {
		return -1, true
	}
	if number == 1 && r.entries[top].number > 0 && indent > r.entries[top].indent && r.entries[top].depth < maxReplyDepth && indent != r.entries[top].indent+narrowStep+1 {
		return top, true
	}
	for e := top; e >= 0; e = r.entries[e].parent {
		if r.entries[e].indent == indent && r.entries[e].number+1 == number {
			return r.entries[e].parent, true
		}
		if r.entries[e].indent < indent {
			break
		}
	}
	return -1, false
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
		case e.number == 0:
			c.post = &comment.Post
			continue
		case e.parent < 0:
			c.items = append(c.items, comment)
		default:
			all[e.parent].Replies = append(all[e.parent].Replies, comment)
		}
		if comment.Kind == page.Remark {
			c.found++
		}
	}
	return c, evidence
}

// comment reads an entry; told says that it has a date or a control.
func (r *run) comment(e *entry) (c *page.Comment, told bool) {
	c = &page.Comment{Kind: page.Remark}
	head := r.lines[e.from]
	_, width, _ := number(head.text)
	rest := newLine(head.text[width:])
	margin := e.indent + r.step
	body := r.lines[e.from+1 : e.to]
	if rest.text != "" {
		read := *c
		if byline(&read, rest.text) {
			*c = read
			told = c.Published != ""
		} else {
			body = append([]line{{indent: margin, text: rest.text, broken: head.broken, prose: true}}, body...)
		}
	}
	kept := dropControls(body, margin)
	c.Blocks = blocks(parse(kept, margin, 1))
	c.Text = blocksText(c.Blocks)
	return c, told || len(kept) < len(trim(body))
}

// fences are the lines of blocks of code, which are no comments.
type fences struct{ code []bool }

// newFences finds the blocks that begin and end with a fence.
func newFences(lines []line) *fences {
	last := map[string]int{} // the last place of each fence
	for i := range lines {
		if strings.HasPrefix(lines[i].text, fence) {
			last[lines[i].text] = i
		}
	}
	f := &fences{}
	if len(last) == 0 {
		return f
	}
	f.code = make([]bool, len(lines))
	end := ""
	for i := range lines {
		text := lines[i].text
		f.code[i] = end != ""
		switch {
		case end != "" && text == end:
			end = ""
		case end == "" && strings.HasPrefix(text, fence):
			if marks := text[:runLength(text)]; last[marks] > i {
				end, f.code[i] = marks, true
			}
		}
	}
	return f
}

// runLength is how often a text's first byte stands at its beginning.
func runLength(text string) int { return len(text) - len(strings.TrimLeft(text, text[:1])) }

func (f *fences) skips(i int) bool { return f.code != nil && f.code[i] }

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
