package outline

import (
	"bytes"
	"cmp"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// quote reads a blockquote, or an element that a forum uses as one.
func (r *reader) quote(n dom.ID) bool {
	b := &page.Block{Type: page.Quote, URL: r.address(r.x.Attr(n, "cite")), Cite: r.quotedName(n), ID: r.takeID()}
	r.readOver(b, n)
	body := r.soleChild(n)
	r.quoteOf(b, body, false, func(c dom.ID) bool { return r.cite(b, body, c) })
	return true
}

// quotedName is who is quoted as forums note it in an attribute: XenForo, Discourse, Invision.
func (r *reader) quotedName(n dom.ID) string {
	for _, a := range r.x.Node(n).HTML.Attr {
		switch a.Key {
		case "data-quote", "data-username", "data-ipsquote-username":
			return collapsed(a.Val)
		}
	}
	return ""
}

// soleChild is the element in which all that n holds stands, n itself if there is none.
func (r *reader) soleChild(n dom.ID) dom.ID {
	for range 3 {
		c := r.x.FirstChild(n)
		for c != dom.None && r.x.Chars(c) == 0 {
			c = r.x.NextSibling(c)
		}
		if c == dom.None || !r.x.Is(c, atom.Div) || r.x.Chars(c) < r.x.Chars(n) {
			break
		}
		n = c
	}
	return n
}

// quoteOf reads the children of n as the blocks of a quote and emits it. label reads a child that is a label or an
// attribution instead of content, and says so; alone tells whether it makes a block without content.
func (r *reader) quoteOf(b *page.Block, n dom.ID, alone bool, label func(c dom.ID) bool) {
	start, end, labelled := len(r.text), -1, false
	b.Blocks = r.nested("\n\n", func() {
		for c := range r.x.Children(n) {
			before := len(r.text)
			switch {
			case !r.x.IsText(c) && !r.skips(c, r.x.Node(c)) && r.readsWhole(c, label):
				labelled = true
				r.owed = "\n"
				if len(r.blocks) == r.base {
					start = len(r.text)
				} else if end < 0 {
					end = before
				}
			case r.reaches(c):
				r.node(c)
				end = -1
			}
		}
	})
	if at := r.firstLine(b); at > 0 {
		start = at
	}
	if len(b.Blocks) == 0 && !(labelled && alone) {
		return
	}
	if end < 0 {
		end = len(r.text)
	}
	for start < end && r.text[start] == '\n' {
		start++
	}
	r.slot(&b.Text, start, end)
	r.emit(b)
}

// readsWhole reads a label, all of it though it may not be selected: a quote goes with the name of who is quoted.
func (r *reader) readsWhole(c dom.ID, label func(c dom.ID) bool) bool {
	outer := r.whole
	r.whole = true
	defer func() { r.whole = outer }()
	return label(c)
}

// cite reads who is quoted: a footer or a cite element that ends the quote, or what stands over it with a name that
// says so. Of the quote n it is the child c.
func (r *reader) cite(b *page.Block, n, c dom.ID) bool {
	x := r.x
	begins := len(r.blocks) == r.base && !r.line.open
	switch {
	case x.Chars(c) == 0 || x.Chars(c) == x.Chars(n) || x.Words(c) > maxAttribution:
		return false
	case x.Is(c, atom.Cite):
	case begins && x.Is(c, atom.P):
		name := r.mentioned(c)
		b.Cite = cmp.Or(b.Cite, name)
		return name != ""
	case begins && x.Node(c).Names&(dom.NameContent|dom.NameContents) != 0 && x.Node(c).Names&dom.NameAuthor == 0:
		return false // what is quoted, in Invision
	case begins && (x.Node(c).Names&(dom.NameTitle|dom.NameAuthor|dom.NameQuote|dom.NameCaption) == 0 || x.Words(c) > 12 || x.Is(c, atom.Blockquote)):
		return false
	case !begins && !x.Is(c, atom.Footer, atom.Figcaption):
		return false
	}
	if b.Cite != "" {
		return begins // said by an attribute
	}
	return r.person(b, c)
}

// mentioned is who is quoted in a post, where a paragraph over the quote says it with a link to the person: "@Ann said in
// Mills:" (NodeBB). It is "" for any other paragraph.
func (r *reader) mentioned(p dom.ID) string {
	text := r.x.Text(p)
	if r.sectioned || !strings.HasSuffix(text, ":") || r.x.Words(p) > 24 || r.x.LinkChars(p) == 0 {
		return ""
	}
	for _, in := range [...]string{" in ", " dans ", " en ", " em ", " w ", " в "} {
		text, _, _ = strings.Cut(text, in)
	}
	text = strings.TrimRight(text, ": ")
	if name := string(withoutSaid([]byte(text))); name != text {
		return strings.TrimPrefix(name, "@")
	}
	return ""
}

// withoutSaid is a name without the word that says that it is one: "Ann wrote:".
func withoutSaid(name []byte) []byte {
	name = bytes.TrimRight(name, ": ↑")
	for _, said := range [...]string{"said", "wrote", "schrieb", "sagte", "a écrit", "a dit", "escribió", "dijo", "escreveu",
		"disse", "ha scritto", "ha detto", "schreef", "zei", "napisał(a)", "napisał", "napsal", "написал", "написала", "yazdı"} {
		if rest := len(name) - len(said) - 1; rest > 0 && name[rest] == ' ' && bytes.EqualFold(name[rest+1:], []byte(said)) {
			return name[:rest]
		}
	}
	return name
}

// afterPosted is a name without what says that it is one before it: "Originally posted by Ann", and without a date in
// brackets, as MyBB writes: "(2017-08-19, 02:14 PM) Ann".
func afterPosted(name []byte) []byte {
	for _, posted := range [...]string{"originally posted by", "quote from", "zitat von", "citation de", "cita de",
		"quote:", "zitat:", "citation:", "cita:", "citazione:", "cytat:", "цитата:", "citaat:", "alıntı:"} {
		if len(name) > len(posted) && bytes.EqualFold(name[:len(posted)], []byte(posted)) {
			name = bytes.TrimLeft(name[len(posted):], ": ")
		}
	}
	if len(name) > 0 && name[0] == '(' {
		if date, rest, ok := bytes.Cut(name, []byte(")")); ok && len(rest) > 0 && bytes.ContainsAny(date, "0123456789") {
			name = bytes.TrimLeft(rest, " ")
		}
	}
	return name
}

// attribution is what stands before the name of who is quoted.
const attribution = "-–—―~ "

// details reads a disclosure: its summary is the label of what it hides.
func (r *reader) details(n dom.ID) {
	if r.sectioned && r.nesting == 0 && r.hasHeading(n) {
		r.children(n)
		return
	}
	b := &page.Block{Type: page.Quote, ID: r.takeID(), Disclosure: true}
	r.quoteOf(b, n, true, func(c dom.ID) bool {
		return r.x.Is(c, atom.Summary) && r.oneLine(words, &b.Summary, nil, func() { r.children(c) })
	})
}

// maxCallout is how many words a box has at most that is set off from the text.
const maxCallout = 400

// callout reads a box that is set off from the text and has a label: a note, a tip, a warning.
func (r *reader) callout(n dom.ID, class string) bool {
	if r.sectioned && r.nesting == 0 && r.severalHeadings(n) || r.x.Words(n) > maxCallout {
		return false
	}
	title, b := r.calloutTitle(n, class), &page.Block{Type: page.Quote}
	if title == dom.None {
		if b.Summary = calloutKind(class); b.Summary == "" {
			return false
		}
		if label := r.boldLabel(n); label != dom.None {
			b.Summary = strings.TrimRight(r.x.Text(label), ":. ")
			outer := r.label
			r.label = label
			defer func() { r.label = outer }()
		}
	}
	r.labelledQuote(b, n, title)
	return true
}

// labelledQuote reads n as the quote b, with the text of the element title as its label.
func (r *reader) labelledQuote(b *page.Block, n, title dom.ID) {
	b.ID = r.takeID()
	r.quoteOf(b, n, true, func(c dom.ID) bool {
		return c == title && r.oneLine(words, &b.Summary, nil, func() { r.children(c) })
	})
}

// calloutTitle is the element that holds the label of a callout: its first child, if it is named so or says what the
// class says ("Tip" in class TIP).
func (r *reader) calloutTitle(n dom.ID, class string) dom.ID {
	for c := range r.x.Children(n) {
		node := r.x.Node(c)
		if r.x.Chars(c) == 0 {
			continue
		}
		says := r.x.Words(c) == 1 && r.x.Chars(c) == len(class) && strings.EqualFold(r.x.Text(c), class)
		if r.x.IsText(c) || r.x.Words(c) > 12 || !says && node.Names&dom.NameTitle == 0 && node.Flags&dom.InHeading == 0 {
			return dom.None
		}
		return c
	}
	return dom.None
}

// boldLabel is the bold word or two with which the text of a callout begins.
func (r *reader) boldLabel(n dom.ID) dom.ID {
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		switch {
		case r.x.Is(c, atom.Strong, atom.B):
			if words := r.x.Words(c); words > 0 && words <= 2 && r.x.Words(n) > words {
				return c
			}
			return dom.None
		case r.x.IsText(c) && r.x.Chars(c) > 0:
			return dom.None
		}
	}
	return dom.None
}

// calloutKind is the sort of callout that a class names, as a label.
func calloutKind(class string) string {
	boxed := false
	for c := range strings.FieldsSeq(class) {
		kind := c[strings.LastIndexByte(c, '-')+1:]
		switch kind {
		case "note", "tip", "warning", "important", "caution", "danger", "info", "hint":
			if boxed || kind != c {
				return strings.ToUpper(kind[:1]) + kind[1:]
			}
		case "admonition", "callout", "alert", "notecard", "admonitionblock", "block":
			boxed = true
		}
	}
	return ""
}

// boxedQuote reads a quote that a forum marks by a class: an aside around a blockquote (Discourse), or a div.
func (r *reader) boxedQuote(n dom.ID, node *dom.Node) bool {
	if !r.x.Is(n, atom.Aside, atom.Div) || r.sectioned && r.nesting == 0 && r.hasHeading(n) || r.x.Chars(n) == 0 {
		return false
	}
	if node.Tag == atom.Div && r.sectioned { // testimonials and the like
		return false
	}
	b := &page.Block{Type: page.Quote, Cite: r.quotedName(n), ID: r.takeID()}
	r.readOver(b, n)
	body := r.soleChild(n)
	r.quoteOf(b, body, false, func(c dom.ID) bool { return r.cite(b, body, c) })
	if len(b.Blocks) == 1 && b.Blocks[0].Type == page.Quote && b.Blocks[0].Cite == "" {
		b.Blocks = b.Blocks[0].Blocks
	}
	return true
}
