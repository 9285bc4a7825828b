package thread

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dom"
)

// statement is what a text says of commenting.
type statement uint8

const (
	sayNothing statement = iota
	sayOpen
	sayClosed
)

// wording is a phrase with what it says.
type wording struct {
	phrase string
	says   statement
}

// keyed are the phrases by their longest words; foreign are those in scripts whose letters have capitals that the search
// for words does not know, or that do not part words.
var keyed, foreign = func() (keyed map[string][]wording, foreign []wording) {
	keyed = map[string][]wording{}
	for says, list := range map[statement][]string{sayClosed: closings, sayOpen: openings} {
		for _, p := range list {
			if strings.IndexFunc(p, isForeign) >= 0 {
				foreign = append(foreign, wording{p, says})
				continue
			}
			longest := ""
			for _, w := range strings.FieldsFunc(p, func(r rune) bool { return strings.ContainsRune(" -…'’", r) }) {
				if len(w) > len(longest) {
					longest = w
				}
			}
			keyed[longest] = append(keyed[longest], wording{p, says})
		}
	}
	return keyed, foreign
}()

// isForeign tells a character of a script that is not Latin: Cyrillic, Chinese, Japanese, Korean.
func isForeign(r rune) bool { return r >= 0x400 && r < 0x2000 || r >= 0x3040 }

// maxNotice is how many words a notice has at most together with what stands around it.
const maxNotice = 40

// notice looks for what the short texts outside of the units say of commenting. That it is over has the last word.
func (f *finder) notice(topic bool) statement {
	for _, title := range f.marks.titles {
		f.buf = append(f.buf[:0], title...)
		if readNotice(f.buf) == sayClosed {
			return sayClosed
		}
	}
	if topic && (f.isClosing() || f.isSealed()) {
		return sayClosed
	}
	says, from := sayNothing, 0
	if !topic && len(f.region) > 0 {
		from, _ = f.x.BlockRange(f.region[0].First)
	}
	for i := from; i < len(f.x.Blocks()) && says != sayClosed; i++ {
		b := &f.x.Blocks()[i]
		if b.Words > maxNotice || b.Chars < 5 || b.Flags&(dom.InNav|dom.InAside) != 0 {
			continue
		}
		if f.inUnit(b.First) {
			if says == sayNothing && f.isOffer(b) {
				says = sayOpen
			}
			continue
		}
		if len(f.found) == 0 && !f.isAboutComments(b.Box) {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		says = max(says, readNotice(f.buf))
	}
	return says
}

// isClosing tells whether the last post of a topic does nothing but say that the topic is closed, as programs and
// moderators do.
func (f *finder) isClosing() bool {
	if len(f.units) == 0 {
		return false
	}
	u := &f.units[len(f.units)-1]
	text := strings.ToLower(f.bodyText(u))
	if dom.Words(text) > maxNotice {
		return false
	}
	system := u.out.Author != nil && strings.EqualFold(u.out.Author.Name, "system")
	return hasAnyPrefix(text, closings...) && dom.Words(text) <= maxNotice/2 || system && holdsPhrase(text, closings)
}

// isSealed tells whether a label at the title of a topic says that it is closed.
func (f *finder) isSealed() bool {
	if len(f.found) == 0 {
		return false
	}
	for i := range f.x.Blocks() {
		b := &f.x.Blocks()[i]
		if b.First >= f.found[0].First {
			break
		}
		if b.Chars > maxSeal || b.Links > 0 || b.Flags&(dom.InNav|dom.InAside|dom.InHidden|dom.InControl) != 0 {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		if slices.Contains(seals, strings.ToLower(string(f.buf))) {
			return true
		}
	}
	return false
}

// maxSeal is how many characters the longest of the seals has.
const maxSeal = 16

// isOffer tells a line in a unit, beside what it says, that offers to answer it.
func (f *finder) isOffer(b *dom.Block) bool {
	if b.Links == 0 || b.Words < 3 || b.Words > maxInvitation {
		return false
	}
	i := f.unitFrom(b.First+1) - 1
	if i >= 0 && f.units[i].body.Contains(b.First) {
		return false
	}
	f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
	return readNotice(f.buf) == sayOpen
}

// isAboutComments tells whether an element or one close around it is named for comments.
func (f *finder) isAboutComments(n dom.ID) bool {
	for up := 0; n > 0 && up < 4; n, up = f.x.Node(n).Parent, up+1 {
		if f.x.Node(n).Names&(dom.NameComment|dom.NameReply|dom.NameThread) != 0 {
			return true
		}
	}
	return false
}

// ellipsis may end what stands in an empty field: "Write a comment…"
var ellipsis = []byte("…")

// readNotice reads what a text says of commenting; the text is changed to lower case. That it is over has the last word.
func readNotice(text []byte) (says statement) {
	lower, start, others := "", -1, false
	test := func(list []wording) {
		for _, s := range list {
			if lower == "" {
				lower = strings.ToLower(string(text))
			}
			if s.says > says && holds(lower, s.phrase) {
				says = s.says
			}
		}
	}
	for i, c := range text {
		if c >= 'A' && c <= 'Z' {
			text[i] = c | 0x20
		}
		others = others || c >= 0xd0 && c <= 0xdf || c >= 0xe3 && c <= 0xed // lead bytes in UTF-8
	}
	for i := 0; i <= len(text); i++ {
		letter := i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= utf8.RuneSelf)
		if letter && start < 0 {
			start = i
		} else if !letter && start >= 0 {
			test(keyed[string(bytes.TrimSuffix(text[start:i], ellipsis))])
			start = -1
		}
	}
	if others {
		test(foreign)
	}
	return says
}
