package content

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Classes of a character, ordered by how much like prose a block is that begins or ends with it.
const (
	glyphSymbol = iota
	glyphDigit
	glyphUpper
	glyphLower // letters without case too
	glyphPause // , ; : -
	glyphClose // closing brackets and quotes
	glyphStop  // what ends a sentence, in any script
)

func glyphClass(r rune) int {
	switch {
	case unicode.Is(unicode.Sentence_Terminal, r) || r == '…':
		return glyphStop
	case unicode.IsUpper(r):
		return glyphUpper
	case unicode.IsLetter(r):
		return glyphLower
	case unicode.IsDigit(r):
		return glyphDigit
	case r == ',' || r == ';' || r == ':' || r == '、' || r == '，' || r == '：' || r == '-' || r == '–' || r == '—':
		return glyphPause
	case unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\'':
		return glyphClose
	}
	return glyphSymbol
}

// endClass is the class of a block's last character, quotes and brackets after a stop passed over.
func endClass(x *dom.Index, b *dom.Block) int {
	s := x.Node(b.Last).HTML.Data
	class := glyphSymbol
	for range 40 {
		r, size := utf8.DecodeLastRuneInString(s)
		if size == 0 {
			break
		}
		s = s[:len(s)-size]
		if unicode.IsSpace(r) {
			continue
		}
		c := glyphClass(r)
		if c != glyphClose {
			return c
		}
		class = c
	}
	return class
}

// beginClass is the class of a block's first character.
func beginClass(x *dom.Index, b *dom.Block) int {
	for i, r := range x.Node(b.First).HTML.Data {
		if i > 200 {
			break
		}
		if !unicode.IsSpace(r) {
			return glyphClass(r)
		}
	}
	return glyphSymbol
}

// shortBlock is the number of characters up to which a block is looked at letter by letter.
const shortBlock = 80

// marks gives of a short block the share of digits and which marks it holds: 1 a currency sign, 2 a copyright sign,
// 4 a separator or arrow, 8 a percent sign, 16 an at sign, 32 a slash.
func marks(x *dom.Index, b *dom.Block) (digits, set float32) {
	if b.Chars > shortBlock {
		return -1, 0
	}
	count, found := 0, 0
	for n := b.First; n <= b.Last; n++ {
		if !x.IsText(n) || x.Node(n).Flags&dom.NotText != 0 {
			continue
		}
		for _, r := range x.Node(n).HTML.Data {
			switch {
			case r >= '0' && r <= '9':
				count++
			case r >= 'A' && r <= 'z' && r != '^' || r == ' ':
			case r == '©':
				found |= 2
			case r == '|' || r == '•' || r == '·' || r == '›' || r == '»' || r == '→' || r == '«' || r == '>':
				found |= 4
			case r == '%':
				found |= 8
			case r == '@':
				found |= 16
			case r == '/':
				found |= 32
			case unicode.Is(unicode.Sc, r):
				found |= 1
			}
		}
	}
	return float32(count) / float32(max(b.Chars, 1)), float32(found)
}

// tagCode orders tags by how often they hold content.
func tagCode(tag atom.Atom) float32 {
	switch tag {
	case atom.Button, atom.Option, atom.Select, atom.Label, atom.Textarea, atom.Legend, atom.Input:
		return 1
	case atom.Nav, atom.Form, atom.Fieldset:
		return 2
	case atom.Footer:
		return 3
	case atom.A:
		return 4
	case atom.Time, atom.Address:
		return 5
	case atom.Header:
		return 6
	case atom.Aside:
		return 7
	case 0:
		return 8
	case atom.Span, atom.Small, atom.Font:
		return 9
	case atom.Ul, atom.Ol, atom.Menu:
		return 10
	case atom.Li:
		return 11
	case atom.Div:
		return 12
	case atom.Section, atom.Center, atom.Figure:
		return 13
	case atom.Body, atom.Html:
		return 14
	case atom.H6, atom.H5:
		return 15
	case atom.H4:
		return 16
	case atom.H3:
		return 17
	case atom.H2:
		return 18
	case atom.H1:
		return 19
	case atom.Article, atom.Main:
		return 20
	case atom.Table, atom.Tbody, atom.Thead, atom.Tr:
		return 21
	case atom.Td, atom.Th, atom.Caption:
		return 22
	case atom.Dl, atom.Dt, atom.Dd:
		return 23
	case atom.Figcaption:
		return 24
	case atom.Strong, atom.B, atom.Em, atom.I, atom.U:
		return 25
	case atom.Blockquote, atom.Q, atom.Cite:
		return 26
	case atom.Pre, atom.Code, atom.Samp, atom.Kbd:
		return 27
	case atom.P:
		return 28
	}
	return 8.5
}
