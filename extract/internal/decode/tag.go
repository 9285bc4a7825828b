package decode

import "bytes"

// Tags are read here from bytes, without a tokenizer, where only their names and ends matter.

// nextTag is the offset of the next "<" at from or behind it, -1 if there is none.
func nextTag(b []byte, from int) int {
	if i := bytes.IndexByte(b[from:], '<'); i >= 0 {
		return from + i
	}
	return -1
}

// tagName is the name of the tag whose "<" stands before b, and whether it is an end tag; nil if it is no tag.
func tagName(b []byte) (name []byte, closing bool) {
	if len(b) > 0 && b[0] == '/' {
		b, closing = b[1:], true
	}
	n := 0
	for n < len(b) && n < maxName && !endsName[b[n]] {
		n++
	}
	if n == 0 || !isLetter(b[0]) {
		return nil, closing
	}
	return b[:n], closing
}

// maxName is how much of a tag's name is compared; longer ones are none of HTML.
const maxName = 16

// endsName are the bytes that end the name of a tag or, as "=" may, of an attribute.
var endsName = [256]bool{'>': true, '/': true, ' ': true, '\n': true, '\t': true, '\r': true, '\f': true}

// shortName is the name of an element of up to eight letters, in lower case, a letter a byte, to be compared as a whole.
type shortName uint64

// lowered is name as a shortName; the zero value if it is too long.
func lowered(name []byte) (s shortName) {
	if len(name) > 8 {
		return 0
	}
	for _, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		s = s<<8 | shortName(c)
	}
	return s
}

// nameSet is a set of short names, hashed by their letters: a name stands at its hash or behind it. Each tag of a page is
// looked up in some, so they are simpler than maps.
type nameSet [1 << nameBits]shortName

const nameBits = 7 // of the hash: more than twice as many places as names

func shortNames(names ...string) *nameSet {
	set := new(nameSet)
	for _, s := range names {
		name := lowered([]byte(s))
		i := name.hash()
		for set[i] != 0 {
			i = (i + 1) % len(set)
		}
		set[i] = name
	}
	return set
}

// has tells whether a name, which is not the zero value, is in the set.
func (set *nameSet) has(name shortName) bool {
	i := name.hash()
	for set[i] != 0 && set[i] != name {
		i = (i + 1) % len(set)
	}
	return set[i] == name && name != 0
}

// hash is multiplicative (Knuth, The Art of Computer Programming, volume 3, 6.4).
func (s shortName) hash() int { return int(uint64(s) * 0x9e3779b97f4a7c15 >> (64 - nameBits)) }

// tagEnd is the offset behind the tag that begins at b[i], the end of b if nothing closes it.
func tagEnd(b []byte, i int) int {
	if n := tagClose(b, i); n >= 0 {
		return n + 1
	}
	return len(b)
}

// tagClose is the offset of the ">" that closes the tag that begins at b[i], -1 if none does, read as the tokenizer
// does: ">" in a quoted value does not close it.
func tagClose(b []byte, i int) int {
	for i < len(b) && !endsName[b[i]] {
		i++
	}
	for i < len(b) && b[i] != '>' {
		_, i = nextAttribute(b, i)
	}
	if i >= len(b) {
		return -1
	}
	return i
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	return i
}

func isSpace(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f')
}
