package thread

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// part is a piece of a unit that holds neither its name nor its date: a body, or a user column, a bar of controls.
type part struct {
	node     dom.ID
	template uint64
	words    int  // without those that most units share
	named    bool // calls itself text
}

// findBodies finds what each unit says: of its parts those whose template holds most words over all units.
func (f *finder) findBodies() {
	all := make([][]part, len(f.units))
	words := map[uint64]float64{}
	usual := part{}
	for i := range f.units {
		all[i] = f.parts(i)
		for _, p := range all[i] {
			w := float64(min(p.words, 60))
			if p.named {
				w *= 3
			}
			words[p.template] += w
			if words[p.template] > words[usual.template] {
				usual = p
			}
		}
	}
	for i := range f.units {
		u := &f.units[i]
		if u.body = f.bodyGiven(i); u.body == nil && !f.isBare(u) {
			f.setBody(u, all[i], words, usual)
		}
	}
}

// parts cuts unit i at its name and its date and lists the pieces that are not noise.
func (f *finder) parts(i int) []part {
	u := &f.units[i]
	var list []part
	f.own(i, func(n dom.ID) (skip bool) {
		if f.holds(n, u.author) || f.holds(n, u.date) {
			return n == u.author || n == u.date
		}
		if n == u.root && f.x.Is(n, atom.H1) {
			return true // the title above an opening post
		}
		if f.x.Node(n).Last > u.last || f.holdsUnit(n, i) {
			return false
		}
		if f.isNoise(n, u) {
			return true
		}
		if f.isDivided(n) {
			return false
		}
		if p := f.newPart(n, u); p.words > 0 || p.named && f.x.Chars(n) > 0 || f.isMedia(n) {
			list = append(list, p)
		}
		return true
	})
	return list
}

func (f *finder) holds(n, m dom.ID) bool { return m != dom.None && f.x.Within(m, n) }

func (f *finder) isMedia(n dom.ID) bool {
	return f.x.Is(n, atom.Img, atom.Picture, atom.Figure, atom.Video, atom.Iframe)
}

// holdsUnit tells whether a unit after i stands within n.
func (f *finder) holdsUnit(n dom.ID, i int) bool {
	j := max(f.unitFrom(n), i+1)
	return j < len(f.units) && f.units[j].root <= f.x.Node(n).Last
}

// unitFrom is the position of the first unit that begins at n or after it.
func (f *finder) unitFrom(n dom.ID) int {
	i, _ := slices.BinarySearchFunc(f.units, n, func(u unit, n dom.ID) int { return cmp.Compare(u.root, n) })
	return i
}

// isDivided tells whether a piece is to be cut further: something in it calls itself the text and holds most of it,
// or it is a container of containers.
func (f *finder) isDivided(n dom.ID) bool {
	node := f.x.Node(n)
	if node.HTML.Type != html.ElementNode || isProse(node) {
		return false
	}
	words := f.x.Words(n) - f.wordsBeside(n)
	rest := words / 2
	if f.isText(n) {
		rest = min(rest, maxTitle)
	}
	for m := n + 1; m <= node.Last; m++ {
		if f.isProperty(m) || f.isText(m) && f.x.Words(m) >= words-rest {
			return true
		}
	}
	return !f.isText(n) && f.holdsContainersAlone(n)
}

// wordsBeside counts the words in n that are no text: marks, headings, invitations, and what is named for who wrote it.
func (f *finder) wordsBeside(n dom.ID) int {
	words := int(f.marks.of(n).words)
	for m, last := n+1, f.x.Node(n).Last; m <= last; m++ {
		if f.isBesideText(m, n) {
			words += f.x.Words(m) - int(f.marks.of(m).words)
			m = f.x.Node(m).Last
		}
	}
	return words
}

// isBesideText tells whether an element in n calls itself something else than the text, and is not most of n.
func (f *finder) isBesideText(m, n dom.ID) bool {
	node := f.x.Node(m)
	if node.Parent == n && (f.isInvitation(m) || f.isOwnTitle(m, node)) {
		return true
	}
	const beside = dom.NameAuthor | dom.NameUser | dom.NameBio | dom.NameSignature
	if node.Names&beside == 0 && node.Flags&dom.InHeading == 0 || node.Flags&dom.BlockLevel == 0 {
		return false
	}
	return f.x.Words(m)*2 <= f.x.Words(n) && !f.isText(m)
}

// maxTitle is how many words may stand beside the text within what calls itself text too: those of a title.
const maxTitle = 6

// holdsContainersAlone tells whether the children of n are containers, not text or paragraphs.
func (f *finder) holdsContainersAlone(n dom.ID) bool {
	count := 0
	for m := range f.x.Children(n) {
		child := f.x.Node(m)
		switch {
		case child.HTML.Type == html.TextNode:
			if child.Flags&dom.Blank == 0 {
				return false
			}
		case f.x.Chars(m) == 0:
		case isProse(child):
			return false
		default:
			count++
		}
	}
	return count > 0
}

// isProse tells text and the elements that texts are made of from containers.
func isProse(node *dom.Node) bool {
	switch node.Tag {
	case atom.Div, atom.Section, atom.Article, atom.Table, atom.Tbody, atom.Td, atom.Tr, atom.Li, atom.Dd, atom.Dl, atom.Dt,
		atom.Footer, atom.Header, atom.Aside, atom.Form, atom.Main, atom.Nav:
		return node.Names&dom.NameQuote != 0
	case 0:
		return node.HTML.Type != html.ElementNode || node.Flags&dom.BlockLevel == 0
	}
	return true
}

// isText tells whether an element calls itself the text of a comment: by microdata, or by the last word of a class
// or id.
func (f *finder) isText(n dom.ID) bool {
	node := f.x.Node(n)
	if node.HTML.Type != html.ElementNode || node.Tag == atom.A || node.Tag == atom.Img {
		return false
	}
	if f.isProperty(n) {
		return true
	}
	for i := range node.HTML.Attr {
		if a := &node.HTML.Attr[i]; (a.Key == "class" || a.Key == "id") && f.endsInText(a.Val) {
			return true
		}
	}
	return false
}

// isProperty tells an element that is the text of a comment by microdata.
func (f *finder) isProperty(n dom.ID) bool {
	if _, ok := slices.BinarySearch(f.x.Items, n); !ok {
		return false
	}
	switch f.x.Attr(n, "itemprop") {
	case "text", "commentText", "articleBody", "reviewBody":
		return f.x.Chars(n) > 0
	}
	return false
}

// endsInText tells whether one of the names of an attribute ends in a word for text: comment-content, js-post-body,
// commentText, post_message_12. What begins with it (text-right, body-small) is a matter of style.
func (f *finder) endsInText(attr string) bool {
	if is, ok := f.textNames[attr]; ok {
		return is
	}
	is := false
	for token := range strings.FieldsSeq(attr) {
		if bare := strings.TrimRight(token, "0123456789-_"); len(token)-len(bare) > 3 {
			token = bare // the number of a post
		}
		i := len(token)
		for i > 0 && token[i-1] >= 'a' && token[i-1] <= 'z' {
			i--
		}
		if i > 0 && token[i-1] >= 'A' && token[i-1] <= 'Z' {
			i--
		}
		switch strings.ToLower(token[i:]) {
		case "content", "body", "text", "message", "msg", "copy", "prose", "markdown", "md", "postbody", "messagebody",
			"commenttext",
			"commentbody", "usertext", "postmsg", "postcontent", "commentcontent", "inhalt", "texte", "texto", "testo":
			is = true
		}
	}
	f.textNames[attr] = is
	return is
}

func (f *finder) newPart(n dom.ID, u *unit) part {
	node := f.x.Node(n)
	p := part{node: n, words: f.ownWords(n), named: f.isText(n), template: f.template(n, u.root)}
	if node.Parent >= 0 && !p.named && isProse(node) {
		p.template = 1 // paragraphs, lists and texts beside one another are one body
		if node.Parent != u.root {
			p.template |= f.template(node.Parent, u.root)
		}
		p.named = f.isText(node.Parent)
	}
	return p
}

// ownWords counts the words of n but those of texts that half of the units have.
func (f *finder) ownWords(n dom.ID) int {
	words := f.x.Words(n)
	if words > 200 {
		return words
	}
	for m := n; m <= f.x.Node(n).Last; m++ {
		if f.isShared(m) {
			words -= f.x.Words(m)
		}
	}
	return words
}

// setBody takes the parts of the best template. Where the usual one calls itself text, a few words in another do not
// make a body: then the text is empty.
func (f *finder) setBody(u *unit, parts []part, words map[uint64]float64, usual part) {
	best, score := part{node: dom.None}, 0.0
	for _, p := range parts {
		if s := words[p.template]; s > score {
			best, score = p, s
		}
	}
	if best.template != usual.template {
		for _, p := range parts {
			if isDeletion(f.x.Text(p.node)) {
				best = p // what stands in the place of the text
				break
			}
		}
	}
	if best.node == dom.None || usual.named && !best.named && best.words < 4 && len(f.units) > 3 {
		return
	}
	for _, p := range parts {
		if p.template == best.template && (p.named || !best.named) || f.x.Node(p.node).Names&dom.NameQuote != 0 {
			u.body = f.appendBody(u.body, p.node, u)
		}
	}
}

// appendBody appends the subtree of n without the noise in it.
func (f *finder) appendBody(s dom.Selection, n dom.ID, u *unit) dom.Selection {
	start, last := n, f.x.Node(n).Last
	for m := n + 1; m <= last; m++ {
		if f.isNoise(m, u) {
			if start < m {
				s = append(s, dom.Span{First: start, Last: m - 1})
			}
			m = f.x.Node(m).Last
			start = m + 1
		}
	}
	if start <= last {
		s = append(s, dom.Span{First: start, Last: last})
	}
	return s
}
