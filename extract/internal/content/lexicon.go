package content

import (
	"unicode"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// Spaces of tokens: where a class, id or word stands as seen from a block.
const (
	spaceOwn     = iota // class and id of the elements that hold nothing but the block
	spaceNear           // of the two containers around it
	spaceFar            // of those around them
	spaceWord           // words of the block, the first few
	spaceHeading        // words of the heading before it
	spaceOpening        // words of the short blocks that open the containers around it
	spaces
)

// bucketBits is the size of a space: tokens share 1<<bucketBits weights by their hash (Weinberger et al., Feature
// Hashing for Large Scale Multitask Learning, ICML 2009).
const bucketBits = 13

// LexiconUnits is the number of units of a lexicon in log odds of 1.
const LexiconUnits = 32

// Lexicon says what tokens tell of a block: a weight for each bucket of each space, in units of log odds.
type Lexicon [spaces << bucketBits]int8

// bucket is the place of a token in a lexicon.
func bucket(space int, hash uint32) uint32 {
	return uint32(space)<<bucketBits | hash*0x9e3779b1>>(32-bucketBits)
}

// FNV-1a, 32 bits (RFC 9923).
const (
	hashStart uint32 = 2166136261
	hashPrime uint32 = 16777619
)

// attributeTokens appends the hashes of the names in a class or id attribute, digits left out.
func attributeTokens(hashes []uint32, attr string) []uint32 {
	h := hashStart
	for i := 0; i <= len(attr); i++ {
		if i == len(attr) || attr[i] <= ' ' {
			if h != hashStart {
				hashes = append(hashes, h)
			}
			h = hashStart
			continue
		}
		if c := attr[i]; c < '0' || c > '9' {
			h = (h ^ uint32(c)) * hashPrime
		}
	}
	return hashes
}

// firstWords is how many words of a block are tokens.
const firstWords = 8

// wordTokens appends the hashes of the first words of block b, lower case, and of the block as a whole if it has no
// more.
func wordTokens(hashes []uint32, x *dom.Index, b *dom.Block) []uint32 {
	h, n := hashStart, 0
	for id := b.First; id <= b.Last && n < firstWords; id++ {
		if !x.IsText(id) || x.Node(id).Flags&dom.NotText != 0 {
			continue
		}
		s := x.Node(id).HTML.Data
		for i := 0; i < len(s) && n < firstWords; {
			r, size := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[i:])
			}
			i += size
			switch {
			case r >= 'a' && r <= 'z':
			case r >= 'A' && r <= 'Z':
				r += 'a' - 'A'
			case r >= utf8.RuneSelf && unicode.IsLetter(r):
				r = unicode.ToLower(r)
			default:
				if h != hashStart {
					hashes, h = append(hashes, h), hashStart
					n++
				}
				continue
			}
			h = (h ^ uint32(r)) * hashPrime
		}
		if h != hashStart {
			hashes, h = append(hashes, h), hashStart
			n++
		}
	}
	if n < firstWords {
		hashes = append(hashes, uint32(b.Hash>>32)^uint32(b.Hash))
	}
	return hashes
}

// Sums adds up the weights of tokens by space into the lexical features of a row.
func (l *Lexicon) Sums(tokens []uint32, row *boost.Row) {
	var sum [spaces]int32
	for _, t := range tokens {
		sum[t>>bucketBits] += int32(l[t])
	}
	for k, v := range sum {
		row[fLexicon+k] = float32(v)
	}
}
