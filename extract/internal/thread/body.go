package thread

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// part is a piece of a unit that holds neither its name nor its date: a body, or a user column, a bar of controls.
type part struct {
	node     dom.ID
	template uint64
	words    int
	named    bool // calls itself text
}

// findBodies finds what each unit says: of its parts those that the templates of most units use for most words.
func (f *finder) findBodies() {
	f.countTexts()
	all := make([][]part, len(f.units))
	words := map[uint64]float64{}
	for i := range f.units {
		all[i] = f.parts(i)
		for _, p := range all[i] {
			w := float64(min(p.words, 60))
			if p.named {
				w = 4*w + 20
			}
			words[p.template] += w
		}
	}
	for i := range f.units {
		f.setBody(&f.units[i], all[i], words)
	}
}

// parts cuts unit i at its name and its date and lists the pieces that are not noise.
func (f *finder) parts(i int) []part {
	u := &f.units[i]
	var list []part
	f.own(i, func(n dom.ID) (skip bool) {
		if f.holds(n, u.author) || f.holds(n, u.date) || i+1 < len(f.units) && f.holdsUnit(n, i) {
			return n == u.author || n == u.date
		}
		if f.isNoise(n, u) {
			return true
		}
		if m := f.narrow(n); m != n {
			return false
		}
		if p := f.newPart(n); p.words > 0 || f.x.Is(n, atom.Img, atom.Picture, atom.Figure, atom.Video, atom.Iframe) {
			list = append(list, p)
		}
		return true
	})
	return list
}

func (f *finder) holds(n, m dom.ID) bool { return m != dom.None && f.x.Within(m, n) }

// holdsUnit tells whether a unit after i stands within n.
func (f *finder) holdsUnit(n dom.ID, i int) bool {
	last := f.x.Node(n).Last
	for j := i + 1; j < len(f.units) && f.units[j].root <= last; j++ {
		if f.units[j].root >= n {
			return true
		}
	}
	return false
}

// narrow gives n if it is a part as a whole; else a part is to be looked for within it: something in it calls itself
// the text, or is noise.
func (f *finder) narrow(n dom.ID) dom.ID {
	node := f.x.Node(n)
	if node.HTML.Type != html.ElementNode || isText(node) {
		return n
	}
	for m := range f.x.Children(n) {
		child := f.x.Node(m)
		if child.HTML.Type != html.ElementNode {
			if child.Flags&dom.Blank == 0 {
				return n // text of its own
			}
			continue
		}
		if !isBlock(child) && f.x.Chars(m) > 0 {
			return n
		}
	}
	for m := n + 1; m <= node.Last; m++ {
		if isText(f.x.Node(m)) && f.x.Words(m)*2 >= f.x.Words(n) {
			return m
		}
	}
	if f.x.FirstChild(n) != dom.None && node.Tag == atom.Div && f.blockChildren(n) {
		return n + 1
	}
	return n
}

// blockChildren tells whether the children of n are containers, not paragraphs.
func (f *finder) blockChildren(n dom.ID) bool {
	count := 0
	for m := range f.x.Children(n) {
		switch f.x.Node(m).Tag {
		case atom.Div, atom.Section, atom.Article, atom.Footer, atom.Header, atom.Aside, atom.Form:
			count++
		case atom.P, atom.Ul, atom.Ol, atom.Blockquote, atom.Pre, atom.Table:
			return false
		}
	}
	return count > 0
}

func isBlock(node *dom.Node) bool { return node.Flags&dom.BlockLevel != 0 }

// isText tells whether an element calls itself the text of a comment.
func isText(node *dom.Node) bool {
	if node.HTML.Type != html.ElementNode || node.Flags&dom.BlockLevel == 0 && node.Tag != atom.Span {
		return false
	}
	for _, a := range node.HTML.Attr {
		if a.Key == "itemprop" {
			switch a.Val {
			case "text", "commentText", "articleBody", "description", "reviewBody":
				return true
			}
		}
	}
	return node.Names&dom.NameContent != 0 && node.Names&(dom.NameHeader|dom.NameFooter|dom.NameMeta|dom.NameAuthor|dom.NameTool|dom.NameForm|dom.NameButton|dom.NameDate|dom.NameAvatar|dom.NameList) == 0
}

func (f *finder) newPart(n dom.ID) part {
	node := f.x.Node(n)
	p := part{node: n, words: f.x.Words(n), named: isText(node), template: f.template(n)}
	if node.Parent >= 0 && !p.named && isProse(node) {
		p.template = uint64(f.x.Node(node.Parent).Signature)<<32 | 1 // paragraphs, lists and texts beside one another are one body
		p.named = isText(f.x.Node(node.Parent))
	}
	return p
}

// isProse tells text and the elements that texts are made of from containers.
func isProse(node *dom.Node) bool {
	switch node.Tag {
	case atom.Div, atom.Section, atom.Article, atom.Td, atom.Tr, atom.Li, atom.Dd, atom.Dl, atom.Dt, atom.Footer, atom.Header, atom.Aside:
		return node.Names&dom.NameQuote != 0
	}
	return true
}

// setBody takes the parts of the best template.
func (f *finder) setBody(u *unit, parts []part, words map[uint64]float64) {
	best, score := part{node: dom.None}, 0.0
	for _, p := range parts {
		s := words[p.template]
		if p.named {
			s *= 2
		}
		if s > score {
			best, score = p, s
		}
	}
	if best.node == dom.None {
		return
	}
	for _, p := range parts {
		if p.template == best.template || f.x.Node(p.node).Names&dom.NameQuote != 0 {
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

// isNoise tells what stands in a unit beside its body: controls, signatures, edit notes, user columns.
func (f *finder) isNoise(n dom.ID, u *unit) bool {
	node := f.x.Node(n)
	if node.HTML.Type == html.TextNode {
		return node.Flags&dom.Blank == 0 && f.isTemplateText(n, u)
	}
	if node.Flags&dom.InHidden != 0 && f.x.Node(u.root).Flags&dom.InHidden == 0 || node.Flags&(dom.InNav|dom.InDialog) != 0 {
		return true
	}
	switch node.Tag {
	case atom.Button, atom.Textarea, atom.Select, atom.Input, atom.Script, atom.Style, atom.Template, atom.Label:
		return true
	}
	const always = dom.NameSignature | dom.NameShare | dom.NameAvatar | dom.NamePager | dom.NamePopup | dom.NameVote | dom.NameRating | dom.NameTool
	if node.Names&always != 0 && node.Names&dom.NameContent == 0 {
		return true
	}
	const column = dom.NameAuthor | dom.NameUser | dom.NameBio | dom.NameMeta | dom.NameDate | dom.NameEdit | dom.NameForm | dom.NameFooter | dom.NameButton | dom.NameTag | dom.NameCount | dom.NameAd | dom.NameRelated
	if node.Names&column != 0 && node.Names&(dom.NameContent|dom.NameQuote) == 0 && f.x.Words(n) <= f.x.Words(u.root)/2+8 {
		return true
	}
	if node.Names&dom.NameReply != 0 && node.Names&dom.NameContent == 0 && f.x.Words(n) <= 8 {
		return true
	}
	return f.marks.kinds[n]&(markReply|markLabel|markVote) != 0 && f.x.Words(n) <= 4
}

// isTemplateText tells a text that many units share, or that is the label of a control.
func (f *finder) isTemplateText(n dom.ID, u *unit) bool {
	s := strings.TrimSpace(f.x.Node(n).HTML.Data)
	if len(s) > 80 {
		return false
	}
	if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return false
	}
	return len(f.units) >= 3 && f.texts[s]*2 > len(f.units) || isEditNote(s) && f.x.Node(f.x.Node(n).Box).Names&dom.NameContent == 0
}

// countTexts counts in how many places of the units each short text stands.
func (f *finder) countTexts() {
	f.texts = map[string]int{}
	for i := range f.units {
		f.own(i, func(n dom.ID) bool {
			node := f.x.Node(n)
			if node.HTML.Type == html.TextNode && node.Flags&dom.Blank == 0 && len(node.HTML.Data) <= 80 {
				f.texts[strings.TrimSpace(node.HTML.Data)]++
			}
			return false
		})
	}
}
