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
// its image, a footnote with the text that it stands below or that has its mark, a term with its definition, items and cells
// with those around them, and a likely block, the end of a quote or a pen with its neighbours.
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
		case i < last && a.isFigcaption(i):
			a.keep[i] = a.inHole(i) || a.keep[i+1] && a.besideFigure(i+1, i)
		case !kept && a.probability[i] >= inlier && a.isSubtitle(i):
			a.keep[i] = true
		case kept && i < last && a.isNextItem(i):
			a.keep[i] = a.inHole(i)
		case !kept || a.probability[i] < companion:
		case i < last && blocks[i].Flags&dom.InHeading != 0:
			a.keep[i] = a.heads(i)
		case a.isNamed(i, dom.NameFootnote), i < last && (blocks[i].Flags&dom.InPre != 0 || a.isCaption(i)):
			a.keep[i] = true
		case i < last && (a.probability[i] >= inlier || a.isQuoted(i)):
			a.keep[i] = a.inHole(i)
		}
	}
	for i := range max(last, 0) {
		a.keep[i] = a.keep[i] || a.keep[i+1] && (a.isTerm(i) || a.isCodeTitle(i))
	}
	a.fillGaps()
}

// maxGap is how many blocks a gap between kept blocks has at most that is filled.
const maxGap = 40

// fillGaps keeps lists and tables, and items and cells, where all that parts two kept blocks is of them and links nowhere.
func (a *analysis) fillGaps() {
	n := len(a.keep)
	for from := 0; from < n; from++ {
		if a.keep[from] {
			continue
		}
		to := from
		for to < n && !a.keep[to] && a.isPlain(to) {
			to++
		}
		if from > 0 && to < n && a.keep[to] && to-from <= maxGap {
			for ; from < to; from++ {
				a.keep[from] = true
			}
			continue
		}
		for from = to; from < n && !a.keep[from]; from++ {
		}
	}
}

// isPlain tells whether block i stands in a list or table, without links, and in nothing that calls itself something else.
func (a *analysis) isPlain(i int) bool {
	b := &a.x.Blocks()[i]
	return b.Links == 0 && b.Flags&(dom.InList|dom.InTable) != 0 && b.Flags&aside == 0
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

// isTerm tells whether block i is a term of which the next block is the definition.
func (a *analysis) isTerm(i int) bool {
	x, blocks := a.x, a.x.Blocks()
	term := blocks[i].Box
	if !x.Is(term, atom.Dt) {
		return false
	}
	definition := x.Ancestor(blocks[i+1].First, atom.Dd)
	return definition != dom.None && x.Node(definition).Parent == x.Node(term).Parent
}

// isCodeTitle tells whether block i shares a box with the code below it, and with nothing else: the name of its file.
func (a *analysis) isCodeTitle(i int) bool {
	blocks := a.x.Blocks()
	box := &a.containers[a.in[blocks[i].Box]]
	if int(box.from) != i {
		return false
	}
	for _, b := range blocks[i+1 : box.to] {
		if b.Flags&dom.InPre == 0 {
			return false
		}
	}
	return true
}

// isFigcaption tells whether block i is the caption of a figure with an image.
func (a *analysis) isFigcaption(i int) bool {
	x := a.x
	b := &x.Blocks()[i]
	if b.Flags&dom.InFigure == 0 || x.Ancestor(b.First, atom.Figcaption) == dom.None {
		return false
	}
	figure := x.Ancestor(b.First, atom.Figure)
	return figure != dom.None && a.imagesIn(figure) > 0
}

// besideFigure tells whether block k stands beside the figure of which block i is the caption.
func (a *analysis) besideFigure(k, i int) bool {
	x := a.x
	figure := x.Ancestor(x.Blocks()[i].First, atom.Figure)
	return x.Within(x.Blocks()[k].First, x.Node(figure).Parent)
}

// maxUnder is how many blocks below the title its subtitle stands at most.
const maxUnder = 3

// isSubtitle tells whether block i stands under the title and is named a subtitle, or stands right under it in a header.
func (a *analysis) isSubtitle(i int) bool {
	x, title := a.x, a.page.title
	if title < 0 || i <= title || i > title+maxUnder {
		return false
	}
	b := &x.Blocks()[i]
	own, _ := a.ownNames(b)
	header := x.Node(b.Box).Parent
	return own&dom.NameSubtitle != 0 ||
		i == title+1 && b.Links == 0 && x.Is(header, atom.Header, atom.Hgroup) && x.Node(x.Blocks()[title].Box).Parent == header
}

// maxMark is how many characters the mark of a note has at most: [12], fn 3.
const maxMark = 6

// maxNested is how deep in the element that a note leads back to the link to the note may stand: <sup id><a href>.
const maxNested = 3

// isNote tells whether block i is a note to a kept block, also where no class names it: it begins with a mark that links back
// to its place there, or it ends with one and is linked from there.
func (a *analysis) isNote(i int) bool {
	x := a.x
	b := &x.Blocks()[i]
	mark := x.Node(b.First).Parent
	if place := a.marked(mark); place != dom.None {
		return x.Attr(mark, "id") != "" || x.Attr(mark, "name") != ""
	}
	place := a.marked(x.Node(b.Last).Parent)
	if place == dom.None {
		return false
	}
	for n := place; n <= min(x.Node(place).Last, place+maxNested); n++ {
		if id, ok := strings.CutPrefix(x.Attr(n, "href"), "#"); ok && x.Within(b.First, x.ByID(id)) {
			return true
		}
	}
	return false
}

// marked is the place in a kept block to which the mark of a note leads back, None if n is no such mark.
func (a *analysis) marked(n dom.ID) dom.ID {
	x := a.x
	if !x.Is(n, atom.A) || x.Chars(n) > maxMark {
		return dom.None
	}
	id, ok := strings.CutPrefix(x.Attr(n, "href"), "#")
	if !ok || id == "" {
		return dom.None
	}
	place := x.ByID(id)
	if place == dom.None || place > n {
		return dom.None
	}
	k := x.BlockOf(min(place+1, x.Node(place).Last)) // the text of the place, not what stands before it
	if k < 0 || !a.keep[k] {
		return dom.None
	}
	return place
}

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
