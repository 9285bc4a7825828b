package content

import (
	"hash/maphash"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// nameSums are the weights of the names in an attribute, summed up as if seen from a block in each of three places.
type nameSums struct{ own, near, far int32 }

func (s *nameSums) add(t nameSums) {
	s.own += t.own
	s.near += t.near
	s.far += t.far
}

// aboveSums are the sums of a container's names.
type aboveSums struct {
	near   int32 // as one of the two nearest of a block
	far    int32 // as one further up
	around int32 // far of all containers around it
}

// tokenReader sums up the weights of tokens. A page repeats few attributes many times, so it remembers what it read.
type tokenReader struct {
	lexicon *Lexicon
	seed    maphash.Seed
	memo    [256]struct {
		attr string
		sums nameSums
	}
	above   []aboveSums // of each container
	hashes  []uint32
	heading int32   // of the words of the last heading
	opening []int32 // of each block, of its words if it opens a container
}

// forget drops what refers to the page.
func (r *tokenReader) forget() { clear(r.memo[:]) }

// readTokens sums up the names of all containers.
func (a *analysis) readTokens(l *Lexicon) {
	r := &a.tokens
	if r.lexicon == nil {
		r.seed = maphash.MakeSeed()
	}
	r.lexicon, r.heading = l, 0
	r.opening = grow(r.opening, len(a.x.Blocks()))
	r.above = grow(r.above, len(a.containers))
	for i := range a.containers {
		c := &a.containers[i]
		var sums nameSums
		for n := c.node; n >= 0 && a.in[n] == int32(i); n = a.x.Node(n).Parent {
			sums.add(r.names(a.x, n))
		}
		r.above[i] = aboveSums{near: sums.near, far: sums.far}
		if c.up >= 0 {
			r.above[i].around = r.above[c.up].around + r.above[c.up].far
		}
	}
}

// names sums up the names of the element n.
func (r *tokenReader) names(x *dom.Index, n dom.ID) (sums nameSums) {
	for i := range x.Node(n).HTML.Attr {
		if attr := &x.Node(n).HTML.Attr[i]; attr.Key == "class" || attr.Key == "id" {
			sums.add(r.attribute(attr.Val))
		}
	}
	return sums
}

func (r *tokenReader) attribute(attr string) nameSums {
	m := &r.memo[maphash.String(r.seed, attr)%uint64(len(r.memo))]
	if m.attr == attr {
		return m.sums
	}
	r.hashes = attributeTokens(r.hashes[:0], attr)
	m.attr = attr
	m.sums = nameSums{r.sum(spaceOwn), r.sum(spaceNear), r.sum(spaceFar)}
	return m.sums
}

// sum is that of the weights of the hashes in a space.
func (r *tokenReader) sum(space int) (sum int32) {
	for _, h := range r.hashes {
		sum += int32(r.lexicon[bucket(space, h)])
	}
	return sum
}

// lexicalFeatures fills in what the lexicon says of block i. Blocks must be asked for in order.
func (a *analysis) lexicalFeatures(i int, row *boost.Row) {
	x, r := a.x, &a.tokens
	b := &x.Blocks()[i]
	var own nameSums
	for n := x.Node(b.First).Parent; n > 0 && a.single(n); n = x.Node(n).Parent {
		own.add(r.names(x, n))
	}
	c := a.in[b.Box]
	near, far := r.above[c].near, int32(0)
	if up := a.containers[c].up; up >= 0 {
		near += r.above[up].near
		far = r.above[up].around
	}
	r.readWords(x, i)
	row[fLexicon+spaceOwn] = float32(own.own)
	row[fLexicon+spaceNear] = float32(near)
	row[fLexicon+spaceFar] = float32(far)
	row[fLexicon+spaceWord] = float32(r.sum(spaceWord))
	row[fLexicon+spaceHeading] = float32(r.heading)
	var opening int32
	for _, from := range a.openings(c, i) {
		opening += r.opening[from]
	}
	row[fLexicon+spaceOpening] = float32(opening)
	r.noteHeading(b)
}

// passOver keeps what later blocks are told of block i, which is asked nothing itself.
func (a *analysis) passOver(i int) {
	if b := &a.x.Blocks()[i]; b.Words <= titleWords || b.Flags&dom.InHeading != 0 {
		a.tokens.readWords(a.x, i)
		a.tokens.noteHeading(b)
	}
}

// readWords hashes the words of block i.
func (r *tokenReader) readWords(x *dom.Index, i int) {
	r.hashes = wordTokens(r.hashes[:0], x, &x.Blocks()[i])
	r.opening[i] = r.sum(spaceOpening)
}

func (r *tokenReader) noteHeading(b *dom.Block) {
	if b.Flags&dom.InHeading != 0 {
		r.heading = r.sum(spaceHeading)
	}
}

// titleWords is the number of words up to which the block that opens a container may be its title.
const titleWords = 10

// openings lists the blocks that may be titles of the three containers around block i, of which c is the nearest. A
// block that opens several is listed once.
func (a *analysis) openings(c int32, i int) []int32 {
	a.titles = a.titles[:0]
	last := int32(i)
	for range 3 {
		if c < 0 {
			break
		}
		if from := a.containers[c].from; from != last && a.x.Blocks()[from].Words <= titleWords {
			a.titles = append(a.titles, from)
			last = from
		}
		c = a.containers[c].up
	}
	return a.titles
}
