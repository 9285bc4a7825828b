package outline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// textNode reads a text node. Where a page shows the ends of its lines (white-space: pre-wrap, CSS Text Module
// Level 3), they are breaks.
func (r *reader) textNode(n dom.ID, text string) {
	if strings.IndexByte(text, '\n') < 0 || !r.showsLines(n) {
		r.write(text)
		return
	}
	for i := 0; ; i++ {
		line, rest, more := strings.Cut(text, "\n")
		if i > 0 {
			r.newline()
		}
		r.write(line)
		if text = rest; !more {
			return
		}
	}
}

// maxAround is how far above a text it is looked for what says how its white space is shown.
const maxAround = 4

// showsLines tells whether an element close around the text n shows its lines: by its style, or by a class that is
// named after the style (Tailwind's whitespace-pre-wrap).
func (r *reader) showsLines(n dom.ID) bool {
	p := r.x.Node(n).Parent
	for up := 0; p > 0 && up < maxAround; p, up = r.x.Node(p).Parent, up+1 {
		if p == r.prose {
			return true
		}
		for _, a := range r.x.Node(p).HTML.Attr {
			if (a.Key == "class" || a.Key == "style") && (strings.Contains(a.Val, "pre-wrap") || strings.Contains(a.Val, "pre-line")) {
				return true
			}
		}
	}
	return false
}

// isProse tells preformatted text that is all that was selected, and no code: a comment whose lines are kept by it.
func (r *reader) isProse(n dom.ID) bool {
	if r.sectioned || r.language(n) != "" || r.x.Words(n) < minProse {
		return false
	}
	for m := n + 1; m <= r.x.Node(n).Last; m++ {
		if r.x.Is(m, atom.Code, atom.Samp, atom.Kbd) {
			return false
		}
	}
	selected := 0
	for _, s := range r.sel {
		selected += r.x.CharsBetween(s.First, s.Last+1)
	}
	return r.x.Chars(n) >= selected
}

// minProse is how many words preformatted text must have to be taken for prose.
const minProse = 4
