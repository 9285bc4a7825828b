package content

import (
	"math/bits"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// Positions of the features of a block in its row.
const (
	fWords = iota
	fChars
	fLinks     // link density
	fWordChars // characters a word
	fEnd       // class of the last character
	fBegin     // class of the first character
	fDigits    // share of digits, in short blocks
	fSymbols   // marks that prices, copyright lines and separators are made of, in short blocks
	fTag       // of the element that holds it
	fInner     // tag of the innermost element of its first text
	fLevel     // of its heading
	fDepth
	fPosition // blocks before it, as a share
	fTextBefore
	fProseBefore // share of the page's prose
	fIndex
	fTitle  // blocks since the main heading
	fCopies // earlier blocks with the same text
	fRole   // in the conversation
	fPost   // posts begun
	fSaid   // share of what was said that stands before it
	fSince  // blocks since the last block of prose
	fUntil  // blocks until the next
	fLong3  // blocks of prose within three blocks
	fLong8
	fWords3 // words within three blocks
	fLinks3 // link density there
	fLinks8
	fShort8 // share of short blocks
	fBox    // characters in its box beside it

	fNear        // figures of the blocks around it
	fFlags       = fNear + len(near)*nearWidth
	fContainers  = fFlags + len(flagFeatures)
	fItem        = fContainers + levels*containerWidth
	fNames       = fItem + itemWidth
	fPage        = fNames + 64
	fLexicon     = fPage + pageWidth
	featureCount = fLexicon + spaces
)

// near are the blocks around a block whose figures are features.
var near = [...]int{-2, -1, 1, 2}

const nearWidth = 5 // words, link density, tag, same container, same signature

var flagFeatures = [...]dom.Flags{
	dom.InHidden, dom.InAria, dom.InHeading, dom.InList, dom.InTable, dom.InQuote, dom.InPre, dom.InNav, dom.InHeader,
	dom.InFooter, dom.InAside, dom.InMain, dom.InArticle, dom.InForm, dom.InControl, dom.InFigure, dom.InDialog,
	dom.InDetails, dom.InTime, dom.InAddress,
}

// levels of containers: the three nearest, the smallest with a quarter of the text, the largest that is not the page.
const levels = 5

const (
	containerWidth = 15
	itemWidth      = 7
	pageWidth      = 17
)

// row fills in the features of block i.
func (a *analysis) row(i int, row *boost.Row) {
	a.blockFeatures(i, row)
	a.aroundFeatures(i, row)
	a.containerFeatures(i, row)
	a.pageFeatures(row)
}

func (a *analysis) blockFeatures(i int, row *boost.Row) {
	x := a.x
	b := &x.Blocks()[i]
	box, last := x.Node(b.Box), &a.sums[len(a.sums)-1]
	row[fWords] = float32(b.Words)
	row[fChars] = float32(b.Chars)
	row[fLinks] = ratio(b.Links, b.Chars)
	row[fWordChars] = ratio(b.Chars, max(b.Words, 1))
	row[fEnd] = float32(endClass(x, b))
	row[fBegin] = float32(beginClass(x, b))
	row[fDigits], row[fSymbols] = marks(x, b)
	row[fTag] = tagCode(box.Tag)
	row[fInner] = tagCode(x.Node(x.Node(b.First).Parent).Tag)
	row[fLevel] = headingLevel(x, b)
	row[fDepth] = float32(box.Depth)
	row[fPosition] = ratio(int32(i), int32(len(a.sums)-1))
	row[fTextBefore] = ratio(a.sums[i].chars, last.chars)
	row[fProseBefore] = ratio(a.sums[i].prose, last.prose)
	row[fIndex] = float32(i)
	row[fTitle] = -1000
	if a.page.title >= 0 {
		row[fTitle] = float32(i - a.page.title)
	}
	row[fCopies] = float32(a.copies[i])
	row[fRole] = float32(a.places[i].role)
	row[fPost] = float32(a.places[i].post)
	row[fSaid] = ratio(a.sums[i].said, last.said)
	row[fBox] = float32(x.Chars(b.Box)) - float32(b.Chars)
	for k, f := range flagFeatures {
		if b.Flags&f != 0 {
			row[fFlags+k] = 1
		}
	}
}

// aroundFeatures are figures of the blocks before and after.
func (a *analysis) aroundFeatures(i int, row *boost.Row) {
	x, blocks := a.x, a.x.Blocks()
	for k, d := range near {
		at := row[fNear+k*nearWidth:][:nearWidth]
		j := i + d
		if j < 0 || j >= len(blocks) {
			at[0], at[1], at[2] = -1, -1, -1
			continue
		}
		b := &blocks[j]
		at[0] = float32(b.Words)
		at[1] = ratio(b.Links, b.Chars)
		at[2] = tagCode(x.Node(b.Box).Tag)
		at[3] = is(a.in[b.Box] == a.in[blocks[i].Box])
		at[4] = is(x.Node(b.Box).Signature == x.Node(blocks[i].Box).Signature)
	}
	around := func(d int) (p, q *sums) { return &a.sums[max(i-d, 0)], &a.sums[min(i+d+1, len(a.sums)-1)] }
	p, q := around(3)
	row[fLong3] = float32(q.long - p.long)
	row[fWords3] = float32(q.words - p.words)
	row[fLinks3] = ratio(q.links-p.links, q.chars-p.chars)
	p, q = around(8)
	row[fLong8] = float32(q.long - p.long)
	row[fLinks8] = ratio(q.links-p.links, q.chars-p.chars)
	row[fShort8] = float32(q.short-p.short) / 17
	row[fSince], row[fUntil] = float32(a.since[i]), float32(a.until[i])
}

// containerFeatures are figures of the containers above a block, of the group of repeated elements in which it
// stands, and of the names on the way up.
func (a *analysis) containerFeatures(i int, row *boost.Row) {
	b := &a.x.Blocks()[i]
	chain := a.chain(a.in[b.Box])
	for k, c := range chain {
		if c >= 0 {
			a.figureFeatures(i, &a.containers[c], row[fContainers+k*containerWidth:][:containerWidth])
		}
	}
	own, item := a.ownNames(b)
	first := &a.containers[chain[0]]
	a.itemFeatures(item, chain[0], row[fItem:][:itemWidth])
	nameFeatures(row[fNames:][:64], first.above, 1)
	nameFeatures(row[fNames:][:64], first.names, 2)
	nameFeatures(row[fNames:][:64], own, 3)
}

// chain names the containers of a block at the levels of the features; -1 where there is none.
func (a *analysis) chain(first int32) [levels]int32 {
	c := &a.containers[first]
	chain := [levels]int32{first, c.up, -1, c.quarter, c.large}
	if c.up >= 0 {
		chain[2] = a.containers[c.up].up
	}
	return chain
}

func (a *analysis) figureFeatures(i int, c *container, row []float32) {
	f := &c.figures
	row[0], row[1], row[2], row[3] = f.share, f.prose, f.words, f.links
	row[4], row[5], row[6], row[7] = f.short, f.linkBlock, f.blocks, f.start
	row[8] = f.headings
	row[9] = float32(i-int(c.from)) / f.blocks
	row[10] = tagCode(c.tag)
	row[11] = float32(c.repeat.count)
	row[12] = ratio(c.repeat.chars, a.sums[len(a.sums)-1].chars)
	row[13] = float32(i - int(c.from))
	row[14] = f.images
}

// ownNames unites the names of the elements that hold nothing but the block, and finds which of them is repeated most.
func (a *analysis) ownNames(b *dom.Block) (names dom.Vocabulary, item repeat) {
	x := a.x
	n := x.Node(b.First).Parent
	for n > 0 {
		if from, to := x.BlockRange(n); to-from > 1 {
			break
		}
		names |= x.Node(n).Names
		if r := a.repeatOf(n); n <= b.Box && r.count > item.count {
			item = r
		}
		n = x.Node(n).Parent
	}
	return names, item
}

// itemFeatures are about the nearest group of three or more siblings by the same template: that of the block's own
// element, or one at or around its container.
func (a *analysis) itemFeatures(own repeat, first int32, row []float32) {
	row[0] = float32(own.count)
	item, level := own, int32(0)
	if c := &a.containers[first]; own.count < 3 {
		item, level = c.repeat, 1
		if item.count < 3 && c.item >= 0 {
			item, level = a.containers[c.item].repeat, 1+c.depth-a.containers[c.item].depth
		}
	}
	if item.count < 3 {
		row[1] = -1
		return
	}
	row[1] = float32(level)
	row[2] = float32(item.count)
	row[3] = float32(item.words) / float32(item.count)
	row[4] = ratio(item.links, item.chars)
	row[5] = ratio(item.chars, a.sums[len(a.sums)-1].chars)
	row[6] = float32(item.images) / float32(item.count)
}

// nameFeatures writes how near each name is: 1 far up, 2 on the nearest container, 3 on the block itself.
func nameFeatures(row []float32, names dom.Vocabulary, nearness float32) {
	for v := uint64(names); v != 0; v &= v - 1 {
		row[bits.TrailingZeros64(v)] = nearness
	}
}

func (a *analysis) pageFeatures(row *boost.Row) {
	p, s, at := &a.page, &a.sums[len(a.sums)-1], row[fPage:][:pageWidth]
	at[0], at[1], at[2], at[3] = float32(s.words), p.all.links, p.all.words, p.all.short
	at[4], at[5], at[6] = ratio(s.prose, s.chars), p.all.linkBlock, p.all.blocks
	at[7], at[8], at[9] = p.all.headings, float32(p.articles), float32(p.forms)
	at[10], at[11], at[12] = float32(p.times), p.ogType, p.repeats
	at[13], at[14], at[15], at[16] = p.said, is(p.thread), is(p.hasMain), float32(p.posts)
}

func is(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func headingLevel(x *dom.Index, b *dom.Block) float32 {
	if b.Flags&dom.InHeading == 0 {
		return 0
	}
	for n := x.Node(b.First).Parent; n >= 0; n = x.Node(n).Parent {
		switch x.Node(n).Tag {
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		}
		if x.Node(n).Flags&dom.InHeading == 0 {
			break
		}
	}
	return 7
}
