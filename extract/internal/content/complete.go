package content

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// companion is the probability from which a block is kept that goes with a kept one, inlier that from which one is kept
// that stands between kept ones. Both hold where the decision is sure of itself: on pages of products and collections
// what stands between is often left out for good.
const (
	companion = 0.15
	inlier    = 0.3
	sure      = 0.8 // expected word F1
)

// complete keeps what belongs to the kept blocks though it might have been spared: it costs or brings a few words, but
// readers miss it. A heading goes with the block that it heads, code with what stands around it, a caption with
// its image, a footnote with the text that it stands below or that has its mark, and a likely block, the end of a
// quote or a pen with its neighbours.
func (a *analysis) complete() {
	blocks := a.x.Blocks()
	last := len(blocks) - 1
	for last >= 0 && !a.keep[last] {
		last--
	}
	kept := false
	for i := range blocks {
		switch {
		case a.keep[i]:
			kept = true
		case kept && a.isNote(i):
			a.keep[i] = true
		case kept && i < last && a.isNextItem(i):
			a.keep[i] = a.inHole(i)
		case !kept || a.probability[i] < companion:
		case i < last && blocks[i].Flags&dom.InHeading != 0:
			a.keep[i] = a.heads(i)
		case a.isNamed(i, dom.NameFootnote), i < last && (blocks[i].Flags&dom.InPre != 0 || a.isCaption(i)):
			a.keep[i] = true
		case i < last && (a.probability[i] >= inlier || a.isQuoted(i)):
			a.keep[i] = a.inHole(i) && !a.offersLetters(i)
		}
	}
}

// maxHole is how many blocks may be left out between two kept ones before it looks as if they were meant to be.
const maxHole = 3

// inHole tells whether block i stands in a small gap between kept blocks.
func (a *analysis) inHole(i int) bool {
	before, after := i-1, i+1
	for before >= 0 && i-before <= maxHole && !a.keep[before] {
		before--
	}
	for after < len(a.keep) && after-i <= maxHole && !a.keep[after] {
		after++
	}
	return before >= 0 && after < len(a.keep) && a.keep[before] && a.keep[after] && after-before <= maxHole+1
}

// maxHeadings is how many headings may stand one below the other.
const maxHeadings = 3

// heads tells whether a kept block follows the heading i, or further headings and then a kept block.
func (a *analysis) heads(i int) bool {
	blocks := a.x.Blocks()
	for range maxHeadings {
		if i++; i == len(blocks) || a.keep[i] || blocks[i].Flags&dom.InHeading == 0 {
			break
		}
	}
	return i < len(blocks) && a.keep[i]
}

// isNamed tells whether the elements of block i or the containers around it have this name.
func (a *analysis) isNamed(i int, name dom.Vocabulary) bool {
	b := &a.x.Blocks()[i]
	c := &a.containers[a.in[b.Box]]
	own, _ := a.ownNames(b)
	return (own|c.names|c.above)&name != 0
}

// isQuoted tells whether block i goes on a quote of which the block before was kept, or stands for a pen that a script
// shows.
func (a *analysis) isQuoted(i int) bool {
	x := a.x
	b := &x.Blocks()[i]
	if b.Flags&dom.InQuote == 0 {
		return x.HasClass(b.Box, "codepen")
	}
	return a.keep[i-1] && x.Within(x.Blocks()[i-1].First, x.Ancestor(b.First, atom.Blockquote))
}

// isNextItem tells whether block i is an item of a list like the block before, which was kept.
func (a *analysis) isNextItem(i int) bool {
	x := a.x
	before, item := x.Blocks()[i-1].Box, x.Blocks()[i].Box
	return a.keep[i-1] && x.Is(item, atom.Li) && x.Is(before, atom.Li) && x.LinkDensity(item) == 0 && x.LinkDensity(before) == 0
}

// maxMark is how many characters the mark of a note has at most: [12], fn 3.
const maxMark = 6

// isNote tells whether block i begins with a mark that links back to its place in a kept block, as notes do where no
// class names them.
func (a *analysis) isNote(i int) bool {
	x := a.x
	mark := x.Node(x.Blocks()[i].First).Parent
	if !x.Is(mark, atom.A) || x.Chars(mark) > maxMark || x.Attr(mark, "id") == "" && x.Attr(mark, "name") == "" {
		return false
	}
	id, ok := strings.CutPrefix(x.Attr(mark, "href"), "#")
	if !ok || id == "" {
		return false
	}
	place := x.ByID(id)
	if place == dom.None || place > mark {
		return false
	}
	k := x.BlockOf(min(place+1, x.Node(place).Last)) // the text of the place, not what stands before it
	return k >= 0 && a.keep[k]
}

// offersLetters tells whether block i stands in a box with a field for the address of a reader who subscribes.
func (a *analysis) offersLetters(i int) bool {
	x := a.x
	n := a.x.Blocks()[i].Box
	for up := 0; n > 0 && up < maxBoxes; n, up = x.Node(n).Parent, up+1 {
		if x.Node(n).Names&dom.NameNewsletter == 0 {
			continue
		}
		for m := n; m <= min(x.Node(n).Last, n+maxLetterBox); m++ {
			if x.Is(m, atom.Input) && x.Attr(m, "type") == "email" {
				return true
			}
		}
	}
	return false
}

// Limits on the search for a field to subscribe with: elements around a block, nodes in each.
const (
	maxBoxes     = 5
	maxLetterBox = 60
)

// isCaption tells whether an image stands in the elements that hold block i and no other.
func (a *analysis) isCaption(i int) bool {
	x := a.x
	for n := x.Node(x.Blocks()[i].First).Parent; n > 0 && a.single(n); n = x.Node(n).Parent {
		if a.imagesIn(n) > 0 {
			return true
		}
	}
	return false
}
