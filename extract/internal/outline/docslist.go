package outline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// docsList tells which list of a Google Docs document an element is a piece of, and on which level: it writes a nested
// list as a row of lists with classes like "lst-kix_2hq7-1". list is "" for any other element.
func (r *reader) docsList(n dom.ID) (list string, level int) {
	if !r.x.Is(n, atom.Ul, atom.Ol) {
		return "", 0
	}
	for c := range strings.FieldsSeq(r.x.Attr(n, "class")) {
		// Google Docs has nine levels.
		if i := len(c) - len("-0"); strings.HasPrefix(c, "lst-kix_") && i > 0 && c[i] == '-' && c[i+1] >= '0' && c[i+1] <= '8' {
			return c[:i], int(c[i+1] - '0')
		}
	}
	return "", 0
}

// docsLists reads the pieces of a list that begins with n. It gives the last of them.
func (r *reader) docsLists(n dom.ID) (last dom.ID) {
	r.flush()
	b := r.newList(n)
	r.listOf(b, func() { last = r.docsItems(n, b) })
	return last
}

// docsItems adds the items of n to the list b, and those of the pieces that follow it, nested by their level, up to one
// of a higher level. It gives the last piece.
func (r *reader) docsItems(n dom.ID, b *page.Block) (last dom.ID) {
	list, level := r.docsList(n)
	last = n
	for c := n; c != dom.None; c = r.x.NextSibling(c) {
		same, l := r.docsList(c)
		switch {
		case r.x.IsText(c) && r.x.Node(c).Flags&dom.Blank != 0:
			continue
		case same != list || l < level:
			return last
		case !r.reaches(c) || r.skips(c, r.x.Node(c)):
		case l == level || len(b.Items) == 0:
			r.items(c, b)
		default:
			inner := r.newList(c)
			r.intoItem(b.Items[len(b.Items)-1], func() { r.listOf(inner, func() { c = r.docsItems(c, inner) }) })
		}
		last = c
	}
	return last
}
