package kind

import (
	"math"

	"github.com/scholia/scholia/extract/internal/boost"
)

// Groups of tokens. What each says is a feature of its own.
const (
	fromHead = iota // the address, the title and the meta elements
	fromBody        // headings, buttons, short links, and the types of things that the page declares
	fromText        // the first words of the blocks of the content
	groups
)

// kinds is the number of learned kinds.
const kinds = 7

// Guess is what the words of a page tell of its kind: for each group of tokens and each of the kinds in Learned the log odds
// of being of that kind.
type Guess [groups * kinds]float32

// bucketBits is the size of a group: tokens share 1<<bucketBits weights by their hash (Weinberger et al., Feature Hashing
// for Large Scale Multitask Learning, ICML 2009).
const bucketBits = 14

// LexiconUnits is the number of units of a lexicon in log odds of 1.
const LexiconUnits = 32

// Buckets is the number of places for tokens.
const Buckets = groups << bucketBits

// Lexicon says what tokens tell of a page: for each bucket of each group a weight for each kind, in units of log odds.
type Lexicon [Buckets][kinds]int8

// Guess adds up what tokens tell.
func (l *Lexicon) Guess(tokens []uint32) (g Guess) {
	var sum [groups][kinds]int32
	for _, t := range tokens {
		for k, w := range &l[t] {
			sum[t>>bucketBits][k] += int32(w)
		}
	}
	for i := range g {
		g[i] = float32(sum[i/kinds][i%kinds]) / LexiconUnits
	}
	return g
}

// Set fills in the weight of a bucket for a kind.
func (l *Lexicon) Set(bucket, kind int, weight float64) {
	l[bucket][kind] = int8(math.Round(max(min(weight*LexiconUnits, math.MaxInt8), -math.MaxInt8)))
}

// SameGroup tells whether two buckets are of one group of tokens.
func SameGroup(a, b uint32) bool { return a>>bucketBits == b>>bucketBits }

// SetGuess fills in the features that a guess is.
func SetGuess(row *boost.Row, guess Guess) { copy(row[fGuess:], guess[:]) }
