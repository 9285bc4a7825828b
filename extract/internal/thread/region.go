package thread

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// findRegion finds what belongs to the conversation: the element that holds all units, widened to what calls itself the
// comments of the page, and the comment form wherever it stands. On a page whose units share no element but the
// page's main one, it is the units alone.
func (f *finder) findRegion() dom.Selection {
	var s dom.Selection
	if root := f.section(); root != dom.None {
		s = append(s, f.x.Subtree(root))
	} else {
		s = append(s, f.found...)
	}
	for i := range f.units {
		if f.units[i].opening {
			s = append(s, f.x.Subtree(f.units[i].root))
		}
	}
	if len(f.found) > 0 {
		if b := f.caption(f.found[0].First); b != nil {
			s = append(s, dom.Span{First: b.First, Last: b.Last})
		}
	}
	for _, field := range f.marks.fields {
		if n := f.formOf(field); n != dom.None {
			s = append(s, f.x.Subtree(n))
		}
	}
	return normalize(append(s, f.offersBelow()...))
}

// offersBelow are the lines right below the last unit that offer to comment, by a link to a form or to an address for mail.
func (f *finder) offersBelow() (s dom.Selection) {
	if len(f.found) == 0 {
		return nil
	}
	last := f.found[len(f.found)-1].Last
	for i := f.x.BlockOf(last) + 1; i < len(f.x.Blocks()); i++ {
		b := &f.x.Blocks()[i]
		if f.x.CharsBetween(last+1, b.First) > besideList {
			break
		}
		if b.First <= last || b.Links == 0 || b.Words > maxInvitation {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		if f.mailsComment(b) || readNotice(f.buf) == sayOpen {
			s = append(s, dom.Span{First: b.First, Last: b.Last})
		}
	}
	return s
}

// mailsComment tells a line with a link to an address for mail whose text names comments: "Send me your comment".
func (f *finder) mailsComment(b *dom.Block) bool {
	for n := b.First; n <= b.Last; n++ {
		a := f.x.Ancestor(n, atom.A)
		if a == dom.None || !strings.HasPrefix(f.x.Attr(a, "href"), "mailto:") {
			continue
		}
		return namesComments([]byte(f.x.Text(a)))
	}
	return false
}

// formOf is the outermost element around a field that calls itself a comment form, has a heading that offers to
// comment or a button that does; dom.None if there is none.
func (f *finder) formOf(field dom.ID) dom.ID {
	found := dom.None
	for n := field; n > 0 && f.x.Words(n) < 200 && !f.holdsTitle(n); n = f.x.Node(n).Parent {
		if !f.x.Has(n, dom.BlockLevel) {
			continue
		}
		if f.x.Node(n).Names&(dom.NameComment|dom.NameReply) != 0 || f.beginsWithOffer(n, field) || f.isShortForm(n) {
			found = n
		}
	}
	return found
}

// maxFormWords is how many words the labels of a form to comment have together.
const maxFormWords = 40

// isShortForm tells a form of few words by one that names comments, as on its button.
func (f *finder) isShortForm(n dom.ID) bool {
	return f.x.Is(n, atom.Form) && f.x.Words(n) <= maxFormWords && namesComments([]byte(f.x.Text(n)))
}

// beginsWithOffer tells whether the first heading in n, before a field in it, offers to comment.
func (f *finder) beginsWithOffer(n, field dom.ID) bool {
	i, _ := slices.BinarySearch(f.x.Headings, n)
	if i == len(f.x.Headings) || f.x.Headings[i] > field || f.x.Words(f.x.Headings[i]) > maxInvitation {
		return false
	}
	f.buf = f.x.AppendText(f.buf[:0], f.x.Headings[i], f.x.Node(f.x.Headings[i]).Last)
	return readNotice(f.buf) == sayOpen
}

// section is the element that holds all units and little else, dom.None if there is none.
func (f *finder) section() dom.ID {
	if len(f.found) == 0 {
		return dom.None
	}
	n := f.found[0].First
	for _, span := range f.found {
		n = f.x.Common(n, span.Last)
	}
	best := dom.None
	own := f.unitWords()
	for ; n > 0 && !f.x.Is(n, atom.Body, atom.Html) && !f.holdsTitle(n); n = f.x.Node(n).Parent {
		rest := f.x.Words(n) - own
		if rest > 40+own/2 && f.x.Node(n).Names&dom.NameComment == 0 {
			break
		}
		if best == dom.None || rest <= 40 || f.isNamedForUnits(n) {
			best = n
		}
	}
	return best
}

// isNamedForUnits tells an element that calls itself the comments of the page. What calls itself a thread may hold what is
// answered as well: a paragraph before the first unit.
func (f *finder) isNamedForUnits(n dom.ID) bool {
	const paragraph = 40 // words
	names := f.x.Node(n).Names
	if names&(dom.NameComment|dom.NameReply) != 0 {
		return true
	}
	if names&dom.NameThread == 0 {
		return false
	}
	from, _ := f.x.BlockRange(n)
	to, _ := f.x.BlockRange(f.found[0].First)
	return !slices.ContainsFunc(f.x.Blocks()[from:max(from, to)], func(b dom.Block) bool { return b.Words >= paragraph })
}

// unitWords counts the words of all units, nested ones once.
func (f *finder) unitWords() int {
	words, until := 0, dom.None
	for _, span := range f.found {
		if span.First > until {
			words += f.x.Words(span.First)
			if span.Last > f.x.Node(span.First).Last { // a run of elements
				words += f.x.Words(f.x.Node(span.First).Parent) / len(f.found)
			}
			until = span.Last
		}
	}
	return words
}

// normalize sorts spans and drops what lies in others.
func normalize(s dom.Selection) dom.Selection {
	sortSpans(s)
	out := s[:0]
	for _, span := range s {
		if len(out) > 0 && span.First <= out[len(out)-1].Last {
			out[len(out)-1].Last = max(out[len(out)-1].Last, span.Last)
			continue
		}
		out = append(out, span)
	}
	return out
}

func sortSpans(s dom.Selection) {
	slices.SortFunc(s, func(a, b dom.Span) int { return cmp.Compare(a.First, b.First) })
}
