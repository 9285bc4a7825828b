package dates

import (
	"unicode"
	"unicode/utf8"
)

// kind is the sort of a token.
type kind uint8

const (
	end    kind = iota
	number      // a run of digits
	word        // a run of letters, or a term of a script that does not part words
	mark        // any other character but white space
)

// token is a piece of the text.
type token struct {
	kind       kind
	space      bool  // white space stands before it
	ideograph  bool  // word: a term of a script that does not part words
	width      uint8 // number: how many digits
	value      int32 // number: its value, at most 9 digits; mark: the character
	start, end int32 // where it stands in the text
	sense            // word: what it means
}

// is says that the token is this character.
func (t *token) is(c rune) bool { return t.kind == mark && t.value == c }

// has says that the token is a word with one of these roles.
func (t *token) has(r role) bool { return t.role&r != 0 }

// part is the number of a month or day, -1 for 0, which none has.
func (t *token) part() int {
	if t.value == 0 {
		return -1
	}
	return int(t.value)
}

// maxTokens bounds the lexer: the longest dates have some thirty tokens.
const maxTokens = 48

// lexer cuts a text into tokens as they are asked for.
type lexer struct {
	s      string
	pos    int
	n      int
	tokens [maxTokens]token
	// running says that the text goes on before and after: what is only a date when it stands alone is none.
	running bool
}

var noToken = token{kind: word}

// at gives token i, which is of kind end behind the last one, and an unknown word where there are too many.
func (l *lexer) at(i int) *token {
	if i < l.n {
		return &l.tokens[i]
	}
	return l.cut(i)
}

// cut cuts the text up to token i.
func (l *lexer) cut(i int) *token {
	if i >= maxTokens {
		return &noToken
	}
	for l.n <= i {
		l.next(&l.tokens[l.n])
		l.n++
	}
	return &l.tokens[i]
}

// skip gives the index of the first token from i on that is neither a word with one of the roles nor punctuation.
func (l *lexer) skip(i int, roles role) int {
	for {
		t := l.at(i)
		if t.kind != mark && !t.has(roles) || t.has(one) && l.isOne(i) {
			return i
		}
		i++
	}
}

// shortNumber says that token i is a number of one or two digits.
func (l *lexer) shortNumber(i int) bool { t := l.at(i); return t.kind == number && t.width <= 2 }

// next reads a token into t.
func (l *lexer) next(t *token) {
	*t = token{}
	t.space = l.space()
	t.start = int32(l.pos)
	if l.pos < len(l.s) {
		c, size := decode(l.s, l.pos)
		switch {
		case c >= '0' && c <= '9':
			l.number(t)
		case c < utf8.RuneSelf && isASCIILetter(byte(c)):
			l.word(t)
		case isIdeograph(c):
			l.ideograph(t)
		case c >= utf8.RuneSelf && unicode.IsLetter(c):
			l.word(t)
		default:
			t.kind, t.value = mark, c
			l.pos += size
		}
	}
	t.end = int32(l.pos)
}

// space skips white space and says whether there was any.
func (l *lexer) space() bool {
	start := l.pos
	for l.pos < len(l.s) {
		if l.s[l.pos] > ' ' && l.s[l.pos] < utf8.RuneSelf {
			break
		}
		size := spaceAt(l.s, l.pos)
		if size == 0 {
			break
		}
		l.pos += size
	}
	return l.pos > start
}

func (l *lexer) number(t *token) {
	t.kind = number
	for l.pos < len(l.s) {
		c, size := decode(l.s, l.pos)
		if c < '0' || c > '9' {
			return
		}
		if t.width < 9 {
			t.value = t.value*10 + c - '0'
		}
		t.width = min(t.width+1, 99)
		l.pos += size
	}
}

// maxWord is the length in bytes of the longest word that is looked up.
const maxWord = 32

func (l *lexer) word(t *token) {
	t.kind = word
	if role, size := meridiem(l.s[l.pos:]); size > 0 {
		t.role = role
		if size == len("am") && role == am {
			t.role |= article // "am 14. Juni"
		}
		l.pos += size
		return
	}
	var array [maxWord + utf8.UTFMax]byte
	n := 0
	for l.pos < len(l.s) {
		c, size := rune(l.s[l.pos]|0x20), 1
		if l.s[l.pos] >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(l.s[l.pos:])
			if isIdeograph(c) || !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c) {
				break
			}
			c = unicode.ToLower(c)
		} else if !isASCIILetter(byte(c)) {
			break
		}
		if n <= maxWord {
			n += utf8.EncodeRune(array[n:], c)
		}
		l.pos += size
	}
	if n <= maxWord {
		t.sense = words[string(array[:n])]
	}
}

// meridiem reads am and pm in their ways of being written: "am", "A.M.", "p. m.". size is 0 if s starts otherwise.
func meridiem(s string) (r role, size int) {
	switch s[0] | 0x20 {
	case 'a':
		r = am
	case 'p':
		r = pm
	default:
		return 0, 0
	}
	i := 1
	dotted := i < len(s) && s[i] == '.'
	if dotted {
		i++
		i += spaceAt(s, i)
	}
	if i >= len(s) || s[i]|0x20 != 'm' {
		return 0, 0
	}
	i++
	if c, _ := utf8.DecodeRuneInString(s[i:]); i < len(s) && unicode.IsLetter(c) {
		return 0, 0
	}
	if dotted && i < len(s) && s[i] == '.' {
		i++
	}
	return r, i
}

// decode gives the character at i, a full-width digit or punctuation mark as its ASCII twin (Unicode, Halfwidth and
// Fullwidth Forms), and its length.
func decode(s string, i int) (c rune, size int) {
	if b := s[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	c, size = utf8.DecodeRuneInString(s[i:])
	if c >= '！' && c <= '～' {
		c -= '！' - '!'
	}
	return c, size
}

func isASCIILetter(b byte) bool { b |= 0x20; return b >= 'a' && b <= 'z' }

// spaceAt is the length of the white space character at i, 0 if there is none. Marks of writing direction and
// zero-width characters, which are not seen, count as white space.
func spaceAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	b := s[i]
	if b < utf8.RuneSelf {
		if b == ' ' || b >= '\t' && b <= '\r' {
			return 1
		}
		return 0
	}
	c, size := utf8.DecodeRuneInString(s[i:])
	if unicode.Is(unicode.White_Space, c) || c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF {
		return size
	}
	return 0
}
