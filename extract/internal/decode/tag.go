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
	for n < len(b) && n < maxName && !endsName(b[n]) {
		n++
	}
	if n == 0 || b[0]|0x20 < 'a' || b[0]|0x20 > 'z' {
		return nil, closing
	}
	return b[:n], closing
}

// maxName is how much of a tag's name is compared; longer ones are none of HTML.
const maxName = 16

func endsName(c byte) bool {
	return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

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

func shortNames(names ...string) map[shortName]bool {
	set := make(map[shortName]bool, len(names))
	for _, name := range names {
		set[lowered([]byte(name))] = true
	}
	return set
}

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
	for i < len(b) && !endsName(b[i]) {
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

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
