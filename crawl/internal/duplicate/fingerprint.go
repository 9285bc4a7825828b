// Package duplicate knows pages again that say what another page has said: print versions, copies under other
// addresses, the same article for every visit.
package duplicate

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Print is what a page is known again by.
type Print struct {
	// Text is the simhash of the text: near texts have near hashes (Charikar, Similarity estimation techniques from
	// rounding algorithms, STOC 2002).
	Text uint64
	// Title is a hash of the title's words. Pages that are made of one mould, such as reports of the weather, differ
	// in little more.
	Title uint64
}

const (
	// MinWords is how many words a text must have to be compared: short texts have few features, and are alike by chance.
	MinWords = 40
	// MaxDistance is in how many of its 64 bits the hash of a near text may differ (Manku, Jain and Das Sarma,
	// Detecting near-duplicates for web crawling, WWW 2007).
	MaxDistance = 3
	// shingle is how many words in a row are one feature.
	shingle = 3
)

// Of is the print of a page. ok is false for texts that are too short to be compared.
func Of(title, text string) (p Print, ok bool) {
	var v votes
	var last [shingle]uint64
	words := 0
	for word, rest := next(text); word != 0; word, rest = next(rest) {
		copy(last[:], last[1:])
		last[shingle-1] = word
		if words++; words >= shingle {
			v.count(last)
		}
	}
	if words < MinWords {
		return Print{}, false
	}
	p.Text = v.majority()
	for word, rest := next(title); word != 0; word, rest = next(rest) {
		p.Title = mix(p.Title ^ word)
	}
	return p, true
}

// votes counts for each of the 64 bits of a simhash how many features have it. Eight counters of a byte each share a
// word, until one of them could overflow.
type votes struct {
	packed   [8]uint64
	pending  int
	sums     [64]int32
	features int32
}

// spread has the bits of a byte in the lowest bits of eight.
var spread = func() (table [256]uint64) {
	for b := range table {
		for i := range 8 {
			table[b] |= uint64(b>>i&1) << (8 * i)
		}
	}
	return table
}()

// count adds a feature.
func (v *votes) count(words [shingle]uint64) {
	h := uint64(0)
	for _, w := range words {
		h = mix(h ^ w)
	}
	for i := range v.packed {
		v.packed[i] += spread[byte(h>>(8*i))]
	}
	if v.pending++; v.pending == 255 {
		v.unpack()
	}
}

func (v *votes) unpack() {
	for i := range v.sums {
		v.sums[i] += int32(byte(v.packed[i/8] >> (8 * (i % 8))))
	}
	v.features += int32(v.pending)
	v.packed, v.pending = [8]uint64{}, 0
}

// majority has the bits that more than half of the features have.
func (v *votes) majority() (hash uint64) {
	v.unpack()
	for i, n := range v.sums {
		if 2*n > v.features {
			hash |= 1 << i
		}
	}
	return hash
}

// next is the hash of the next word of a text (FNV-1a over its letters and digits in lower case), and what comes
// after it; 0 if there is none.
func next(text string) (hash uint64, rest string) {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r < utf8.RuneSelf {
			r = rune(folded[r])
		} else if r, size = utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
			r = unicode.ToLower(r)
		} else {
			r = 0
		}
		i += size
		if r != 0 {
			if hash == 0 {
				hash = 14695981039346656037
			}
			hash = (hash ^ uint64(r)) * 1099511628211
		} else if hash != 0 {
			return hash, text[i:]
		}
	}
	return hash, ""
}

// folded are the letters and digits of ASCII in lower case, and 0 for all else.
var folded = func() (table [utf8.RuneSelf]byte) {
	for r := range rune(utf8.RuneSelf) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			table[r] = byte(unicode.ToLower(r))
		}
	}
	return table
}()

// mix spreads a hash over all bits (the last step of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// Near tells whether two prints are of the same page.
func Near(a, b Print) bool {
	return a.Title == b.Title && bits.OnesCount64(a.Text^b.Text) <= MaxDistance
}
