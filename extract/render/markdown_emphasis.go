package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

// marks are the delimiters that may stand for a style, the usual one first.
var marks = map[page.InlineType][]string{
	page.Emphasis: {"*", "_"},
	page.Strong:   {"**", "__"},
	page.Deleted:  {"~~"},
}

// chooseMarks puts delimiters where CommonMark (0.31.2, section 6.2) reads them as what they are meant to be, and
// leaves HTML tags where it would not: in "a**b.**c", for one.
func chooseMarks(pieces []piece) []piece {
	open := map[byte]int{}                                      // how many delimiters of each character are open
	formula := slices.ContainsFunc(pieces, func(p piece) bool { // one with underscores, which could close others
		return p.kind == verbatim && strings.Contains(p.text, "_")
	})
	for i := range pieces {
		p := &pieces[i]
		switch p.kind {
		case closing:
			open[p.text[0]]--
		case opening:
			for _, mark := range marks[p.style] {
				if fits(pieces, i, mark[0], open[mark[0]] > 0) && !(mark[0] == '_' && formula) {
					p.text, pieces[p.pair].text = mark, mark
					break
				}
			}
			open[pieces[p.pair].text[0]]++
		}
	}
	return pieces
}

// fits says whether delimiters of this character open and close at piece i and its pair. nested says that others of
// the same character are open there.
func fits(pieces []piece, i int, char byte, nested bool) bool {
	j := pieces[i].pair
	for _, beside := range []int{i - 1, i + 1, j - 1, j + 1} {
		if beside >= 0 && beside < len(pieces) && pieces[beside].isMark() && pieces[beside].text[0] == char {
			return false
		}
	}
	if char != '*' && endsInAddress(&pieces[j-1]) {
		return false
	}
	around := [4]rune{before(pieces, i), after(pieces, i), before(pieces, j), after(pieces, j)}
	if char == '~' && slices.Contains(around[:], '~') { // escaped or not
		return false
	}
	first, last := flanks(around[0], around[1]), flanks(around[2], around[3])
	return first.opens(char) && !(nested && first.closes(char)) && last.closes(char)
}

func (p *piece) isMark() bool { return p.kind == opening || p.kind == closing }

// endsInAddress says whether a bare address, which GFM makes a link of, would take the delimiter after it.
func endsInAddress(p *piece) bool {
	word := p.text[strings.LastIndexByte(p.text, ' ')+1:]
	return p.kind == literal && (strings.Contains(word, "://") || strings.Contains(word, "www.") || strings.Contains(word, "@"))
}

// before is the character in front of a mark.
func before(pieces []piece, i int) rune {
	if pieces[i].kind == opening && pieces[i].space > 0 || i == 0 {
		return ' '
	}
	switch p := &pieces[i-1]; {
	case p.kind == lineBreak || p.kind == closing && p.space > 0:
		return ' '
	case p.kind == literal:
		r, _ := utf8.DecodeLastRuneInString(p.text)
		return r
	default:
		return '*'
	}
}

// after is the character behind a mark.
func after(pieces []piece, i int) rune {
	if pieces[i].kind == closing && pieces[i].space > 0 || i == len(pieces)-1 {
		return ' '
	}
	switch p := &pieces[i+1]; {
	case p.kind == lineBreak:
		return '\\'
	case p.kind == opening && p.space > 0:
		return ' '
	case p.kind == literal:
		r, _ := utf8.DecodeRuneInString(p.text)
		return r
	default:
		return '*'
	}
}

// flanking is how a delimiter run stands between its neighbours.
type flanking struct {
	left, right         bool
	afterPunct, toPunct bool
}

// flanks follows CommonMark; symbols beyond ASCII, which not all versions take for punctuation, are both.
func flanks(before, after rune) flanking {
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	punctBefore, punctAfter := isPunct(before), isPunct(after)
	return flanking{
		left:       !spaceAfter && (!punctAfter || spaceBefore || punctBefore && !isSymbol(before)),
		right:      !spaceBefore && (!punctBefore || spaceAfter || punctAfter && !isSymbol(after)),
		afterPunct: punctBefore,
		toPunct:    punctAfter,
	}
}

func (f flanking) opens(char byte) bool {
	return f.left && (char != '_' || !f.right || f.afterPunct)
}

func (f flanking) closes(char byte) bool {
	return f.right && (char != '_' || !f.left || f.toPunct)
}

func isPunct(r rune) bool {
	return isASCIIPunct(r) || r > unicode.MaxASCII && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

func isSymbol(r rune) bool { return r > unicode.MaxASCII && unicode.IsSymbol(r) }

func isASCIIPunct(r rune) bool {
	return r > ' ' && r < 0x7f && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
}
