package dom

import (
	"hash/maphash"
)

// className is what a class attribute says.
type className struct {
	names     Vocabulary
	signature uint32
	hidden    bool
}

// classReader reads class attributes. A page repeats few of them many times, so it remembers what it read.
type classReader struct {
	seed maphash.Seed
	memo [1024]struct {
		attr string
		className
	}
}

// maxRemembered is the length from which an attribute is not remembered, for it is not likely to come again.
const maxRemembered = 256

func (r *classReader) read(attr string) className {
	if len(attr) > maxRemembered {
		return readClass(attr)
	}
	m := &r.memo[maphash.String(r.seed, attr)%uint64(len(r.memo))]
	if m.attr != attr {
		m.attr, m.className = attr, readClass(attr)
	}
	return m.className
}

func readClass(attr string) className {
	c := className{names: VocabularyOf(attr), signature: signatureOf(attr)}
	c.hidden = c.names&NameHidden != 0 && hidingClass(attr)
	return c
}

// VocabularyOf reads the words of a class or id attribute: parted by anything but letters and by a change from
// lower to upper case.
func VocabularyOf(attr string) (v Vocabulary) {
	for i := 0; i < len(attr); i++ {
		if lowerLetter[attr[i]] == 0 {
			continue
		}
		start, h := i, wordStart
		for i < len(attr) {
			c := lowerLetter[attr[i]]
			if c == 0 || i > start && attr[i] < c && attr[i-1] >= 'a' {
				break
			}
			h = (h ^ uint32(c)) * signaturePrime
			i++
		}
		v |= words.lookup(attr[start:i], h)
		if i < len(attr) && lowerLetter[attr[i]] != 0 {
			i-- // a capital begins the next word
		}
	}
	return v
}

// lowerLetter gives letters of ASCII in lower case, 0 for other bytes.
var lowerLetter = func() (lower [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		lower[c], lower[c&^0x20] = c, c
	}
	return lower
}()

// wordTable is the table of names, hashed while a word is read: open addressing, never more than half full.
type wordTable [2048]struct {
	word  string
	names Vocabulary
}

const wordStart = signatureStart

var words = func() *wordTable {
	t := new(wordTable)
	for word, v := range names {
		h := wordStart
		for i := range len(word) {
			h = (h ^ uint32(word[i])) * signaturePrime
		}
		i := int(h) % len(t)
		for t[i].word != "" {
			i = (i + 1) % len(t)
		}
		t[i].word, t[i].names = word, v
	}
	return t
}()

// lookup finds a word in either case by its hash.
func (t *wordTable) lookup(word string, h uint32) Vocabulary {
	for i := int(h) % len(t); t[i].word != ""; i = (i + 1) % len(t) {
		if equalFold(t[i].word, word) {
			return t[i].names
		}
	}
	return 0
}

// equalFold compares a lower-case word of letters with one in either case.
func equalFold(lower, word string) bool {
	if len(lower) != len(word) {
		return false
	}
	for i := range len(lower) {
		if lower[i] != word[i]|0x20 {
			return false
		}
	}
	return true
}

// fields yields the tokens of a class attribute.
func fields(attr string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i := 0; i <= len(attr); i++ {
			if i < len(attr) && attr[i] > ' ' {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(attr[start:i]) {
				return
			}
			start = -1
		}
	}
}

func hasToken(attr, token string) bool {
	for t := range fields(attr) {
		if t == token {
			return true
		}
	}
	return false
}
