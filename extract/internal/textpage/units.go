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
}

// units finds the comments below the first line that speaks of them. evidence is how many have a date or a control.
func (f *finder) units() (c conversation, evidence int) {
	start := f.firstLabel()
	if start < 0 {
		return c, 0
	}
	var found []unit
	for i := start + 1; i < len(f.lines); i++ {
		if f.lines[i].blank() {
			continue
		}
		if _, ok := state(f.lines[i].text); ok && len(found) > 0 {
			break
		}
		h, n := f.heads.read(f.lines[i:min(i+2*headLines, len(f.lines))])
		if n > 0 && h.author != "" {
			found = append(found, unit{head: h, indent: f.lines[i].indent, from: i + n, to: i + n})
			i += n - 1
			if len(found) == 1 {
				c.from = i - n + 1
			}
		} else if len(found) > 0 {
			last := &found[len(found)-1]
			if f.lines[i].indent < last.indent { // a heading after the comments
				break
			}
			last.to = i + 1
		}
	}
	if len(found) == 0 {
		return conversation{}, 0
	}
	return f.comments(c, found)
}

// firstLabel is the place of the first line that speaks of comments and stands above a head, -1 if there is none.
func (f *finder) firstLabel() int {
	for i := range f.lines {
		if _, ok := commentsLine(f.lines[i].text); ok {
			return i
		}
	}
	return -1
}

// comments makes comments of units: those that name whom they answer stand under that author's last comment before.
func (f *finder) comments(c conversation, found []unit) (conversation, int) {
	evidence, controlled := 0, 0
	ends := make([]int, len(found)) // where the first control after the text stands
	for i := range found {
		if ends[i] = f.firstControl(&found[i]); ends[i] < found[i].to {
			controlled++
		}
	}
	last := map[string]*page.Comment{}
	for i := range found {
		u := &found[i]
		if i == len(found)-1 && controlled > 0 {
			u.to = min(u.to, ends[i]+1)
		}
		comment := &page.Comment{Kind: page.Remark}
		u.head.into(comment)
		body := f.lines[u.from:u.to]
		kept, score := dropVotes(dropControls(body, -2))
		comment.Score = score
		fill(comment, kept, leastIndent(kept, 0))
		if parent := last[u.answers]; u.answers != "" && parent != nil {
			parent.Replies = append(parent.Replies, comment)
		} else {
			c.items = append(c.items, comment)
		}
		last[u.author] = comment
		evidence++
		c.to = u.to
	}
	return c, evidence
}

// firstControl is the first line of a unit that is a control, the line after the unit if there is none.
func (f *finder) firstControl(u *unit) int {
	for i := u.from; i < u.to; i++ {
		if IsControl(f.lines[i].text) {
			return i
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
