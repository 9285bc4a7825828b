package textpage

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// Comments without marks: each begins with an author and a date on lines of their own, and is told from the one
// before by nothing else.

// unit is a comment without a mark.
type unit struct {
	head
	indent   int
	from, to int // the lines of its text
	ended    bool
}

// units finds the comments below the first line that speaks of them, or anywhere if each says so itself ("Ada says").
// evidence is how many there are.
func (f *finder) units() (c conversation, evidence int) {
	start := f.firstLabel()
	for _, f.heads.datesFirst = range []bool{false, true} {
		if found, from := f.unitsBelow(start + 1); len(found) > evidence+evidence/5 && (start >= 0 || len(found) > 1 && f.eachSays(found)) {
			c, evidence = f.comments(conversation{from: from}, found)
		}
	}
	f.heads.datesFirst = false
	return c, evidence
}

// unitsBelow finds the units from a line on, and the line that the first begins with.
func (f *finder) unitsBelow(start int) (found []unit, from int) {
	for i := start; i < len(f.lines); i++ {
		if f.lines[i].blank() {
			continue
		}
		if _, ok := state(f.lines[i].text); ok && len(found) > 0 {
			break
		}
		h, n := f.heads.read(f.lines[i:min(i+2*headLines, len(f.lines))])
		if n > 0 && h.author != "" {
			if len(found) == 0 {
				from = i
			}
			found = append(found, unit{head: h, indent: f.lines[i].indent, from: i + n, to: i + n})
			i += n - 1
		} else if len(found) > 0 {
			last := &found[len(found)-1]
			if last.ended = last.ended || f.lines[i].indent < last.indent; !last.ended { // by a heading
				last.to = i + 1
			}
		}
	}
	return found, from
}

// eachSays says whether most units have a verb between name and date or text: "Ada commented".
func (f *finder) eachSays(found []unit) bool {
	said := 0
	for i := range found {
		if found[i].said {
			said++
		}
	}
	return 2*said > len(found)
}

// firstLabel is the place of the first line that speaks of comments and stands above a head, -1 if there is none.
func (f *finder) firstLabel() int {
	for i := range f.lines {
		_, ok := commentsLine(f.lines[i].text)
		if open, said := state(f.lines[i].text); ok || said && open {
			return i
		}
	}
	return -1
}

// comments makes comments of units: those that name whom they answer stand under that author's last comment before.
// Where the label counts them there are no more.
func (f *finder) comments(c conversation, found []unit) (conversation, int) {
	c.to = c.from
	f.label(&c)
	if c.declared != nil && *c.declared > 0 {
		found = found[:min(len(found), *c.declared)]
	}
	texts := f.texts(found)
	controls := repeated(texts)
	last := map[string]*page.Comment{}
	for i := range found {
		u := &found[i]
		comment := &page.Comment{Kind: page.Remark}
		u.head.into(comment)
		kept, score := dropVotes(dropControls(dropLeading(without(texts[i], controls)), -2))
		comment.Score = score
		fill(comment, kept, leastIndent(kept, 0))
		if parent := last[u.answers]; u.answers != "" && parent != nil {
			parent.Replies = append(parent.Replies, comment)
		} else {
			c.items = append(c.items, comment)
		}
		last[u.author] = comment
		c.to = u.to
	}
	return c, len(found)
}

// texts are the lines of the units, up to the first control where most units have one.
func (f *finder) texts(found []unit) [][]line {
	ends, controlled := make([]int, len(found)), 0
	for i := range found {
		if ends[i] = f.firstControl(&found[i]); ends[i] < found[i].to {
			controlled++
		}
	}
	texts := make([][]line, len(found))
	for i := range found {
		u := &found[i]
		if ends[i] < u.to && (2*controlled > len(found) || i == len(found)-1) {
			u.to = ends[i] + 1
		}
		texts[i] = f.lines[u.from:u.to]
	}
	return texts
}

// firstControl is the first control below a line of a unit's text, the line after the unit if there is none.
func (f *finder) firstControl(u *unit) int {
	text := false
	for i := u.from; i < u.to; i++ {
		switch control := IsControl(f.lines[i].text); {
		case control && text:
			return i
		case !control && !f.lines[i].blank():
			text = true
		}
	}
	return u.to
}

// dropVotes drops a number that stands alone at the end of a text: votes.
func dropVotes(lines []line) ([]line, *int) {
	lines = trim(lines)
	if n := len(lines) - 1; n > 0 {
		if votes, err := strconv.Atoi(strings.TrimPrefix(lines[n].text, "+")); err == nil && len(lines[n].text) < 6 {
			return dropControls(lines[:n], -2), &votes
		}
	}
	return lines, nil
}
