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
	if i >= maxTokens {
		return &noToken
	}
	for l.n <= i {
		l.tokens[l.n] = l.next()
		l.n++
	}
	return &l.tokens[i]
}

// skip gives the index of the first token from i on that is neither a word with one of the roles nor punctuation.
func (l *lexer) skip(i int, roles role) int {
	for {
		t := l.at(i)
		if t.kind != mark && !t.has(roles) {
			return i
		}
		i++
	}
}

func (l *lexer) next() token {
	t := token{}
	for l.pos < len(l.s) {
		size := spaceAt(l.s, l.pos)
		if size == 0 {
			break
		}
		t.space = true
		l.pos += size
	}
	t.start = int32(l.pos)
	if l.pos < len(l.s) {
		c, size := decode(l.s, l.pos)
		switch {
		case c >= '0' && c <= '9':
			l.number(&t)
		case c < utf8.RuneSelf && !isASCIILetter(byte(c)):
			t.kind, t.value = mark, c
			l.pos += size
		case isIdeograph(c):
			l.ideograph(&t)
		case unicode.IsLetter(c):
			l.word(&t)
		default:
			t.kind, t.value = mark, c
			l.pos += size
		}
	}
	t.end = int32(l.pos)
	return t
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
	lower := array[:0]
	for l.pos < len(l.s) {
		c, size := utf8.DecodeRuneInString(l.s[l.pos:])
		if c < utf8.RuneSelf {
			if !isASCIILetter(byte(c)) {
				break
			}
			c |= 'a' - 'A'
		} else if !unicode.In(c, unicode.L, unicode.Mn) || isIdeograph(c) {
			break
		} else {
			c = unicode.ToLower(c)
		}
		if len(lower) <= maxWord {
			lower = utf8.AppendRune(lower, c)
		}
		l.pos += size
	}
	if len(lower) <= maxWord {
		t.sense = words[string(lower)]
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
