package kind

import (
	"math"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// Groups of tokens. What each says is a feature of its own.
const (
	fromHead = iota // the address, the title and the meta elements
	fromBody        // headings, buttons, and the types of things that the page declares
	groups
)

// kinds is the number of learned kinds.
const kinds = 6

// Guess is what the words of a page tell of its kind before its content is known: for each group of tokens and each of
// the kinds in Learned the log odds of being of that kind.
type Guess [groups * kinds]float32

// bucketBits is the size of a group: tokens share 1<<bucketBits weights by their hash (Weinberger et al., Feature Hashing
// for Large Scale Multitask Learning, ICML 2009).
const bucketBits = 12

// LexiconUnits is the number of units of a lexicon in log odds of 1.
const LexiconUnits = 32

// Buckets is the number of places for tokens.
const Buckets = groups << bucketBits

// Lexicon says what tokens tell of a page: for each bucket of each group a weight for each kind, in units of log odds.
type Lexicon [Buckets][kinds]int8

// Guess adds up what tokens tell.
func (l *Lexicon) Guess(tokens []uint32) (g Guess) {
	for _, t := range tokens {
		for k, w := range l[t] {
			g[int(t>>bucketBits)*kinds+k] += float32(w) / LexiconUnits
		}
	}
	return g
}

// Set fills in the weight of a bucket for a kind.
func (l *Lexicon) Set(bucket, kind int, weight float64) {
	l[bucket][kind] = int8(math.Round(max(min(weight*LexiconUnits, math.MaxInt8), -math.MaxInt8)))
}

// Tokens lists the buckets of a page's tokens, each once. Of the context it needs the address and what the page declares.
func Tokens(x *dom.Index, ctx Context) []uint32 {
	var t tokens
	t.add(fromHead, 0, "")
	t.add(fromBody, 0, "")
	t.address(ctx.Address)
	t.head(x)
	t.headings(x)
	t.buttons(x)
	if ctx.Data != nil {
		for _, thing := range ctx.Data.Things[:min(len(ctx.Data.Things), mostTokens)] {
			for _, name := range thing.Types {
				t.add(fromBody, 's', name)
			}
		}
	}
	slices.Sort(t)
	return slices.Compact(t)
}

// SameGroup tells whether two buckets are of one group of tokens.
func SameGroup(a, b uint32) bool { return a>>bucketBits == b>>bucketBits }

// SetGuess fills in the features that a guess is.
func SetGuess(row *boost.Row, guess Guess) { copy(row[fGuess:], guess[:]) }
