package textpage

import "github.com/scholia/scholia/extract/page"

// conversation is what the comments' lines hold, and where they stand.
type conversation struct {
	post     *page.Post // the opening post: number 0
	items    []*page.Comment
	declared *int // what the label above them counts
	from, to int  // the lines, with the label
}

// commentsLabel is the line above comments that the page does not count.
const commentsLabel = "Comments:"

// findComments finds the comments among the lines. They are a run of entries with marks that count up or are all
// the same and whose nesting is their indentation, or else units that each begin with an author and a date. Of
// several runs it takes the one in which most entries have a date or a control.
func findComments(lines []line, foreign bool) conversation {
	f := finder{lines: lines, heads: newHeadReader(lines, foreign), fenced: newFences(lines), strict: !foreign}
	best, most := f.runs()
	if best.from == best.to && f.strict && isCounted(lines) {
		f.strict = false
		best, most = f.runs()
	}
	if foreign {
		if flat, n := f.units(); n > most {
			best = flat
		}
	}
	if best.from == best.to {
		return conversation{from: len(lines), to: len(lines)}
	}
	if best.declared == nil {
		f.label(&best)
	}
	return best
}

type finder struct {
	lines  []line
	heads  *headReader
	fenced *fences
	strict bool // comments are indented as render.Text does it
}

// isCounted says whether the first line counts comments, more than none.
func isCounted(lines []line) bool {
	lines = trim(lines)
	if len(lines) == 0 {
		return false
	}
	n, ok := count(lines[0].text)
	return ok && n > 0
}

// runs tries every run of entries.
func (f *finder) runs() (best conversation, most int) {
	spoken := 0 // a line above speaks of comments
	for i := 0; i < len(f.lines); {
		if _, ok := commentsLine(f.lines[i].text); ok {
			spoken = 1
		}
		if !f.begins(i) {
			i++
			continue
		}
		r := run{finder: f, from: i}
		r.read()
		c, evidence := r.conversation()
		if f.lines[i].indent == narrowStep {
			evidence += spoken + r.closes()
		}
		if ours := f.lines[i].indent == narrowStep; evidence > 0 && evidence >= most && (ours || !f.strict) {
			best, most = c, evidence
		}
		i = r.to
	}
	return best, most
}

// begins says whether a run may begin with line i: with a number up to 1, or with a bullet before an author.
func (f *finder) begins(i int) bool {
	m, ok := f.mark(i)
	return ok && (!m.counts() || m.number <= 1)
}

// mark reads the mark that an entry begins with: "12.", or a bullet before an author. A heading that begins so is
// underlined, and what stands below a break that is meant is the paragraph's.
func (f *finder) mark(i int) (m mark, ok bool) {
	l := &f.lines[i]
	if l.blank() || f.fenced.skips(i) || i > 0 && f.lines[i-1].broken {
		return mark{}, false
	}
	m, ok = listMark(l.text)
	if !ok || m.kind == '[' || m.kind == ')' || m.kind == ']' || !m.counts() && !f.heads.foreign {
		return mark{}, false
	}
	if m.counts() {
		_, heading := underlined(f.lines[i:])
		return m, !heading
	}
	h, n := f.heads.read(f.lines[i:min(i+headLines, len(f.lines))])
	return m, n > 0 && h.author != ""
}

// labelLines is how far above the first comment the label may stand: a form may be between.
const labelLines = 40

// label finds the line above the comments that speaks of them. What stands between is no part of the page's text, so it
// must not be prose.
func (f *finder) label(c *conversation) {
	for i := c.from - 1; i >= max(0, c.from-labelLines); i-- {
		l := &f.lines[i]
		if n, ok := commentsLine(l.text); ok && (l.text == commentsLabel || f.heads.foreign) {
			c.declared, c.from = n, i
			return
		}
		if worth(&chunk{block: &page.Block{Text: l.text}}) > 0 || f.isWrapped(i) {
			return
		}
	}
}

// isWrapped says whether line i is in the middle of a paragraph that goes over three lines.
func (f *finder) isWrapped(i int) bool {
	if i == 0 || i+1 == len(f.lines) {
		return false
	}
	above, l, below := &f.lines[i-1], &f.lines[i], &f.lines[i+1]
	return len(above.text) > 50 && len(l.text) > 50 && !below.blank() && above.indent == l.indent && l.indent == below.indent
}
