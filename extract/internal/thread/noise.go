package thread

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
)

// isVerb tells what stands between a name and a text: "says:", "schreibt".
func isVerb(s string) bool {
	s = strings.Trim(s, " \u00a0\t\n:.,…")
	if s == "" || len(s) > utf8.UTFMax*len(verbs[0]) {
		return false
	}
	s = strings.ToLower(s)
	return slices.Contains(verbsByEnd[s[len(s)-1]], s)
}

// isNoise tells what stands in a unit beside its body: controls, signatures, edit notes, user columns.
func (f *finder) isNoise(n dom.ID, u *unit) bool {
	node := f.x.Node(n)
	if node.HTML.Type == html.TextNode {
		return !f.inText(n, u) && (f.isLoneLabel(n) || isVerb(node.HTML.Data)) || u.ping && isPingLabel(node.HTML.Data)
	}
	if node.Flags&^f.x.Node(u.root).Flags&(dom.InHidden|dom.InNav|dom.InDialog|dom.InControl) != 0 {
		return true
	}
	switch node.Tag {
	case atom.Button, atom.Textarea, atom.Select, atom.Input, atom.Script, atom.Style, atom.Template, atom.Label:
		return true
	case atom.Code, atom.Pre, atom.Blockquote:
		return false
	}
	if f.isNumberByDate(n, u) {
		return true
	}
	if f.isInRun(n, node) {
		return false
	}
	if f.isNoiseByName(n, node, u) {
		return !f.holdsText(n)
	}
	if f.isRuled(n) || f.isEdited(n, node) || f.isInvitation(n) || f.isOwnTitle(n, node) {
		return true
	}
	k := f.marks.kinds[n]
	return k&(markReply|markLabel|markVote) != 0 && f.x.Words(n) <= 4 ||
		k&markDate != 0 && f.x.Words(n) <= 8 && !f.inText(n, u) || f.isDateline(n)
}

// isNumberByDate tells the link to a unit that has its number for a text, in the line of its date: "3 May · #12".
func (f *finder) isNumberByDate(n dom.ID, u *unit) bool {
	if f.marks.kinds[n]&markPermalink == 0 || !isNumber(strings.TrimLeft(strings.TrimSpace(f.x.Text(n)), "#№")) {
		return false
	}
	line := f.dateline(u)
	return line != nil && line.First <= n && n <= line.Last
}

// isRuled tells an element that begins with a line of underscores: forums of the first years rule off a signature so.
func (f *finder) isRuled(n dom.ID) bool {
	for m, last := n+1, min(f.x.Node(n).Last, n+4); m <= last; m++ {
		if f.x.IsText(m) && !f.x.Has(m, dom.Blank) {
			return strings.HasPrefix(strings.TrimSpace(f.x.Node(m).HTML.Data), "__________")
		}
	}
	return false
}

// isInvitation tells a line with a link that offers to comment: "Log in or register to post comments".
func (f *finder) isInvitation(n dom.ID) bool {
	if words := f.x.Words(n); words < 3 || words > maxInvitation || f.x.LinkChars(n) == 0 || f.x.Node(n).Flags&dom.BlockLevel == 0 {
		return false
	}
	f.buf = f.x.AppendText(f.buf[:0], n, f.x.Node(n).Last)
	return readNotice(f.buf) == sayOpen
}

// maxInvitation is how many words an offer to comment has at most within a unit.
const maxInvitation = 12

// isOwnTitle tells the title of a comment: a heading that links to the comment itself.
func (f *finder) isOwnTitle(n dom.ID, node *dom.Node) bool {
	if node.Flags&dom.InHeading == 0 || f.x.Words(n) > 24 || f.x.LinkChars(n) < f.x.Chars(n) {
		return false
	}
	a := f.linkAt(n)
	return a != dom.None && isPermalink(f.x.Attr(a, "href"))
}

// maxEdited is how many words the note has at most that a text was edited.
const maxEdited = 14

// isEdited tells a note below a text of who edited it and when: "Last edited by Ann (2014-05-11 12:33)".
func (f *finder) isEdited(n dom.ID, node *dom.Node) bool {
	words := f.x.Words(n)
	if node.Flags&dom.BlockLevel == 0 && !f.x.Is(n, atom.Span, atom.Em) || words > 2*maxEdited || words < 3 {
		return false
	}
	text := f.x.Text(n)
	if !isEditNote(text) || !hasDigit(text) {
		return false
	}
	if f.holdsAny(n, f.x.Times) { // and perhaps why
		return true
	}
	if words > maxEdited {
		return false
	}
	reader := dates.Reader{Language: f.ctx.Language}
	_, start, end, ok := reader.Find(text)
	return ok && len(strings.Fields(text[:start]))+len(strings.Fields(text[end:])) <= maxEdited/2
}

// isDateline tells a line that is a date and a word or two: "Posted 3 May". It shows the date once more, for other
// screens.
func (f *finder) isDateline(n dom.ID) bool {
	words := f.x.Words(n)
	return words > 0 && words <= 8 && words-int(f.marks.of(n).words) <= 2 && f.holdsAny(n, f.x.Times)
}

// isInRun tells whether an inline element stands in the run of a text, as the mention of a user does.
func (f *finder) isInRun(n dom.ID, node *dom.Node) bool {
	if node.Flags&dom.BlockLevel != 0 || f.x.Chars(n) == 0 {
		return false
	}
	b := f.x.BlockOf(n + 1)
	if b < 0 || f.x.Blocks()[b].Box != node.Box {
		return false
	}
	block := &f.x.Blocks()[b]
	inProse := f.isText(node.Box) || f.x.Is(node.Box, atom.P, atom.Li, atom.Blockquote)
	return inProse && int(block.Chars) > f.x.Chars(n) && f.marks.kinds[node.Box] == 0
}

func (f *finder) isNoiseByName(n dom.ID, node *dom.Node, u *unit) bool {
	const always = dom.NameSignature | dom.NameShare | dom.NameAvatar | dom.NamePager | dom.NamePopup | dom.NameVote |
		dom.NameRating | dom.NameTool
	const aside = dom.NameAuthor | dom.NameUser | dom.NameBio | dom.NameMeta | dom.NameDate | dom.NameEdit | dom.NameForm |
		dom.NameFooter | dom.NameButton | dom.NameTag | dom.NameCount | dom.NameAd | dom.NameRelated
	switch {
	case node.Names&dom.NameSignature != 0, strings.Contains(f.x.Attr(n, "class"), "signature"):
		return true
	case node.Names&(always|aside|dom.NameReply) == 0 || f.isText(n):
		return false
	case node.Names&always != 0:
		return true
	case node.Names&dom.NameEdit != 0 && isEditNote(f.x.Text(n)):
		return true
	case node.Names&dom.NameQuote != 0 || f.inText(n, u):
		return false
	case node.Names&aside != 0:
		return f.x.Words(n) <= f.x.Words(u.root)/2+8
	}
	return f.x.Words(n) <= 8
}

// inText tells whether n stands within an element of the unit that calls itself text.
func (f *finder) inText(n dom.ID, u *unit) bool {
	for p := f.x.Node(n).Parent; p > u.root; p = f.x.Node(p).Parent {
		if f.isText(p) {
			return !f.holds(p, u.author) && !f.holds(p, u.date)
		}
	}
	return false
}

// holdsText tells whether something in n calls itself the text of a comment.
func (f *finder) holdsText(n dom.ID) bool {
	for m := n + 1; m <= f.x.Node(n).Last; m++ {
		if f.isText(m) && f.x.Chars(m) > 0 {
			return true
		}
	}
	return false
}

// isLoneLabel tells a text that stands alone in its block and that most units share, or that notes an edit.
func (f *finder) isLoneLabel(n dom.ID) bool {
	b := f.x.BlockOf(n)
	if b < 0 || f.x.Blocks()[b].First != n || f.x.Blocks()[b].Last != n {
		return false
	}
	return f.isShared(n) || f.x.Words(n) < 30 && isEditNote(f.x.Node(n).HTML.Data)
}

// isShared tells a text that half of the units have.
func (f *finder) isShared(n dom.ID) bool {
	node := f.x.Node(n)
	if len(f.units) < 3 || node.HTML.Type != html.TextNode || node.Flags&dom.Blank != 0 || len(node.HTML.Data) > maxShared {
		return false
	}
	return f.texts[strings.TrimSpace(node.HTML.Data)]*2 > len(f.units)
}

// maxShared is the length in bytes above which a text is not looked for in other units.
const maxShared = 80

// countTexts counts in how many places of the units each short text stands.
func (f *finder) countTexts() {
	f.texts, f.textNames = map[string]int{}, map[string]bool{}
	for i := range f.units {
		f.own(i, func(n dom.ID) bool {
			node := f.x.Node(n)
			if node.HTML.Type == html.TextNode && node.Flags&dom.Blank == 0 && len(node.HTML.Data) <= maxShared {
				f.texts[strings.TrimSpace(node.HTML.Data)]++
			}
			return false
		})
	}
}
