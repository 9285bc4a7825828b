package dom

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// text is what is counted of a text node.
type text struct {
	chars, words int32
	hash         uint64
}

// What a character is in a text: numbers of which [startsWord] can compute.
const (
	blank       uint8 = iota // white space or control
	punctuation              // or a symbol
	partOfWord               // letter, digit or underscore
	wholeWord   uint8 = 4
)

// class is that of the characters of ASCII.
var class = func() (c [utf8.RuneSelf]uint8) {
	for i := '!'; i < utf8.RuneSelf-1; i++ {
		c[i] = punctuation
		if i == '_' || unicode.IsLetter(i) || unicode.IsDigit(i) {
			c[i] = partOfWord
		}
	}
	return c
}()

// measure counts the characters and words of a text and hashes it, white space left out of all three.
func measure(s string) text {
	t, last := text{hash: hashStart}, blank
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			k := class[c]
			t.words += startsWord(k, last)
			last = k
			if k != blank {
				t.chars++
				t.hash = (t.hash ^ uint64(c)) * hashPrime
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if i += size; zeroWidth(r) {
			continue
		}
		k := classOf(r)
		t.words += startsWord(k, last)
		last = k
		if k != blank {
			t.chars++
			t.hash = (t.hash ^ uint64(r)) * hashPrime
		}
	}
	return t
}

// startsWord is 1 if a word begins with a character of class k after one of class last, else 0.
func startsWord(k, last uint8) int32 { return int32(k>>2 | k>>1&^(last>>1)&1) }

// classOf is the class of a character beyond ASCII that takes room.
func classOf(r rune) uint8 {
	switch {
	case unicode.IsSpace(r):
		return blank
	case isolated(r):
		return wholeWord
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		return partOfWord
	}
	return punctuation
}

// isolated tells whether a character stands for a word of its own: Han and kana, which are written without spaces.
func isolated(r rune) bool {
	return r >= 0x3041 && (r <= 0x30ff || r >= 0x3400 && r <= 0x4dbf || r >= 0x4e00 && r <= 0x9fff || r >= 0x20000 && r <= 0x3134f)
}

// zeroWidth tells whether a character takes no room and parts no words: zero width space, byte order mark, soft hyphen.
func zeroWidth(r rune) bool { return r == '\u200b' || r == '\ufeff' || r == '\u00ad' }

// Words counts the words of a text as [Index.Words] does.
func Words(s string) int {
	words, last := int32(0), blank
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			words += startsWord(class[c], last)
			last = class[c]
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if i += size; !zeroWidth(r) {
			k := classOf(r)
			words += startsWord(k, last)
			last = k
		}
	}
	return int(words)
}

// Text is the text in the subtree of n on one line, white space collapsed, what is not text of the page left out.
func (x *Index) Text(n ID) string {
	var short [256]byte // on the stack: most texts that are asked for fit
	return string(x.AppendText(short[:0], n, x.nodes[n].Last))
}

// AppendText appends the text of the nodes from first to last on one line. Blocks and neighbouring inline elements
// are parted by a space, as they are on the screen.
func (x *Index) AppendText(buf []byte, first, last ID) []byte {
	start, gap := len(buf), false
	for n := first; n <= last; n++ {
		node := &x.nodes[n]
		switch {
		case node.HTML.Type == html.TextNode:
			if node.Flags&NotText != 0 && x.nodes[first].Flags&NotText == 0 {
				continue
			}
			if x.endsBlock(n) {
				gap = true
			}
			buf, gap = appendCollapsed(buf, start, gap, node.HTML.Data)
		case len(buf) == start: // nothing stands before the first word
		case node.Flags&BlockLevel != 0 || node.Tag == atom.Br || x.SetApart(n):
			gap = true
		}
	}
	return buf
}

// endsBlock tells whether the node before n closed a block-level element.
func (x *Index) endsBlock(n ID) bool { return n > 0 && x.nodes[n-1].Box != x.nodes[n].Box }

// SetApart tells whether n is an element directly after another one, with no text between them: style sheets set
// such neighbours apart, unless they only dress letters.
func (x *Index) SetApart(n ID) bool {
	prev := x.nodes[n].HTML.PrevSibling
	return prev != nil && prev.Type == html.ElementNode && !dressing(prev.DataAtom) && !dressing(x.nodes[n].Tag) &&
		x.nodes[n].Flags&InPre == 0
}

// dressing are the tags of inline markup that may stand within a word.
func dressing(tag atom.Atom) bool {
	switch tag {
	case atom.B, atom.I, atom.Em, atom.Strong, atom.U, atom.S, atom.Sup, atom.Sub, atom.Font, atom.Mark, atom.Wbr,
		atom.Ins, atom.Del, atom.Big, atom.Small, atom.Abbr, atom.Bdi, atom.Bdo, atom.Ruby, atom.Rt, atom.Rb:
		return true
	}
	return false
}

// appendCollapsed appends s with each run of white space as one space, none at the start of the text; gap says that
// white space is owed before the next character.
func appendCollapsed(buf []byte, start int, gap bool, s string) ([]byte, bool) {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if zeroWidth(r) || unicode.IsSpace(r) {
			gap = gap || !zeroWidth(r)
			i += size
			continue
		}
		if gap && len(buf) > start {
			buf = append(buf, ' ')
		}
		gap = false
		end := PlainEnd(s, i+size)
		buf = append(buf, s[i:end]...)
		i = end
	}
	return buf, gap
}

// PlainEnd is where the words end that go on at s[i], written in ASCII and parted by single spaces: what most texts
// consist of, and what needs no thought when white space is collapsed.
func PlainEnd(s string, i int) int {
	for ; i < len(s); i++ {
		if c := s[i]; c > ' ' && c < utf8.RuneSelf {
			continue
		}
		if s[i] != ' ' || i+1 == len(s) || s[i+1] <= ' ' || s[i+1] >= utf8.RuneSelf {
			break
		}
	}
	return i
}
