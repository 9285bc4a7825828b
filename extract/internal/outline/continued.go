package outline

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// isContinued tells whether a list is the first piece of one that its program wrote in pieces.
func (r *reader) isContinued(n dom.ID) bool {
	if !r.x.Is(n, atom.Ul, atom.Ol) {
		return false
	}
	next := r.nextPiece(n)
	return next != dom.None && r.goesOn(n, next, r.numberOf(n)+r.itemsOf(n)) && !r.headed(n)
}

// continuedList reads the pieces of a list that begins with n. It gives the last of them.
func (r *reader) continuedList(n dom.ID) (last dom.ID) {
	r.flush()
	b := r.newList(n)
	r.listOf(b, func() {
		number := r.numberOf(n)
		for c := n; ; {
			last = c
			if r.reaches(c) && !r.skips(c, r.x.Node(c)) {
				r.items(c, b)
			}
			number += r.itemsOf(c)
			next := r.nextPiece(c)
			if next == dom.None || !r.goesOn(c, next, number) {
				return
			}
			c = next
		}
	})
	return last
}

// nextPiece is the list that follows n with nothing between, None if there is none.
func (r *reader) nextPiece(n dom.ID) dom.ID {
	x, c := r.x, r.elementAfter(n)
	if c == dom.None || x.Node(c).Tag != x.Node(n).Tag || x.Attr(c, "class") != x.Attr(n, "class") {
		return dom.None
	}
	return c
}

// goesOn tells whether the list next goes on with the list n: it counts on from where that ended; or both are of one item,
// as Notion writes the items of a list, and have a class that says that they are alike.
func (r *reader) goesOn(n, next dom.ID, number int) bool {
	if r.x.Is(n, atom.Ol) {
		return number > 1 && r.numberOf(next) == number && r.countsUp(n, r.x.Node(n))
	}
	return r.x.Attr(n, "class") != "" && r.itemsOf(n) == 1 && r.itemsOf(next) == 1
}

// numberOf is the number of an ordered list's first item.
func (r *reader) numberOf(n dom.ID) int {
	if start := r.firstNumber(n); start != 0 {
		return start
	}
	return 1
}

// itemsOf counts the items of a list.
func (r *reader) itemsOf(n dom.ID) (items int) {
	for c := range r.x.Children(n) {
		if r.x.Is(c, atom.Li) {
			items++
		}
	}
	return items
}
