package content

import (
	"sync"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// analysis is what features are made of: figures over all blocks, containers and groups of siblings. Its arrays
// are used again for the next page.
type analysis struct {
	x   *dom.Index
	ctx Context

	sums       []sums      // before each block, and at the end
	images     []int32     // images before each node, and in all
	in         []int32     // for each node, the container in which it stands or which it is
	containers []container // in document order
	group      []int32     // for each node, its group of siblings in repeats, -1 for none
	repeats    []repeat
	siblings   table   // from parent and signature to group
	texts      table   // from the hash of a text to the last block that has it
	since      []int32 // for each block, how many blocks back the last block of prose is
	until      []int32 // and how many on the next
	copies     []int32 // for each block, how many earlier blocks have the same text
	copyOf     []int32 // and the last of them, -1 for none
	places     []place // for each block
	beside     []bool  // for each block, whether it stands under the heading of a box beside the text
	page       pageFacts

	tokens      tokenReader
	screen      boost.Screen
	titles      []int32
	probability []float32 // of each block
	order       []int32
	keep        []bool
	said        []bool // for each block, whether its text was kept at or before it
}

// sums are prefix sums over the blocks.
type sums struct {
	chars, links, words, prose        int32
	short, linkBlocks, long, headings int32
	said                              int32 // characters of bodies in the conversation
}

// longBlock is the number of words from which a block that is not mostly links counts as prose.
const longBlock = 15

var pool = sync.Pool{New: func() any { return new(analysis) }}

// analyse reads the page into the arrays.
func analyse(x *dom.Index, ctx Context) *analysis {
	a := pool.Get().(*analysis)
	a.x, a.ctx = x, ctx
	a.in, a.group = grow(a.in, x.Len()), grow(a.group, x.Len())
	a.findPlaces()
	a.sum()
	a.findProse()
	a.countImages()
	a.findRepeats()
	a.findContainers()
	a.findCopies(x.Blocks())
	a.findBeside()
	a.page = a.facts()
	return a
}

func (a *analysis) release() {
	a.x, a.ctx = nil, Context{}
	a.tokens.forget()
	pool.Put(a)
}

// grow gives a slice of n elements, the old one if it is large enough.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

func (a *analysis) sum() {
	blocks := a.x.Blocks()
	a.sums = grow(a.sums, len(blocks)+1)
	var s sums
	for i := range blocks {
		a.sums[i] = s
		b := &blocks[i]
		s.chars += b.Chars
		s.links += b.Links
		s.words += b.Words
		linked := b.Links*2 > b.Chars
		if b.Words >= longBlock && !linked {
			s.prose += b.Chars
			s.long++
		}
		if b.Words < 4 {
			s.short++
		}
		if linked {
			s.linkBlocks++
		}
		if b.Flags&dom.InHeading != 0 {
			s.headings++
		}
		if a.places[i].role == roleBody {
			s.said += b.Chars
		}
	}
	a.sums[len(blocks)] = s
}

// countImages makes prefix sums of images over the nodes.
func (a *analysis) countImages() {
	x := a.x
	a.images = grow(a.images, x.Len()+1)
	n := int32(0)
	for id := range dom.ID(x.Len()) {
		a.images[id] = n
		switch x.Node(id).Tag {
		case atom.Img, atom.Picture, atom.Svg, atom.Video:
			n++
		}
	}
	a.images[x.Len()] = n
}

// imagesIn counts the images in the subtree of n.
func (a *analysis) imagesIn(n dom.ID) int32 { return a.images[a.x.Node(n).Last+1] - a.images[n] }

// farAway stands for the distance to prose where there is none.
const farAway = 1000

// findProse measures how far each block is from prose.
func (a *analysis) findProse() {
	n := len(a.sums) - 1
	a.since, a.until = grow(a.since, n), grow(a.until, n)
	for i, far := 0, int32(farAway); i < n; i++ {
		a.since[i] = far
		if far = min(far+1, farAway); a.sums[i+1].long > a.sums[i].long {
			far = 1
		}
	}
	for i, far := n-1, int32(farAway); i >= 0; i-- {
		a.until[i] = far
		if far = min(far+1, farAway); a.sums[i+1].long > a.sums[i].long {
			far = 1
		}
	}
}

// findCopies finds for each block the earlier ones with the same text.
func (a *analysis) findCopies(blocks []dom.Block) {
	a.copies, a.copyOf = grow(a.copies, len(blocks)), grow(a.copyOf, len(blocks))
	a.texts.reset(len(blocks))
	for i := range blocks {
		last := a.texts.at(blocks[i].Hash)
		a.copies[i], a.copyOf[i] = 0, *last-1
		if *last > 0 {
			a.copies[i] = a.copies[*last-1] + 1
		}
		*last = int32(i) + 1
	}
}
