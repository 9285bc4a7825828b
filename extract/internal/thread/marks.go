package thread

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
)

// mark says that a node is a part by which a comment is known.
type mark uint8

const (
	markDate   mark = 1 << iota // a date, absolute or relative
	markAuthor                  // a name, or a link to a profile
	markReply                   // a control to answer or quote
	markAvatar
	markPermalink // a link to a numbered fragment or comment
	markVote      // votes or likes
	markLabel     // a control that is none of these: share, report, edit
	markField     // a field to write in
)

// tally counts the marks before a node, so that those of a subtree are the difference of two.
type tally struct {
	dates, authors, replies, avatars, permalinks, votes int32
	words                                               int32 // words within marks: what is not a comment's body
}

// markReader finds the marks of a page in one pass.
type markReader struct {
	x       *dom.Index
	kinds   []mark         // by node
	tallies []tally        // by node, one more than there are
	fields  []dom.ID       // to write in
	counts  []dom.ID       // short texts that may say how many comments there are
	titles  []string       // of links
	titled  []dom.ID       // elements that are named titles and are no headings
	embeds  []embedding    // elements in which programs show a conversation
	names   dom.Vocabulary // all that elements of the page are named
	items   int            // position in the index's list of elements with microdata
	buf     []byte
	until   dom.ID // last node of the mark that holds the nodes now read
	inside  mark   // what that mark is
}

// pool keeps the arrays of mark readers for the next page.
var pool = sync.Pool{New: func() any { return new(markReader) }}

// release gives the arrays back.
func (r *markReader) release() {
	*r = markReader{kinds: r.kinds, tallies: r.tallies, fields: r.fields[:0], counts: r.counts[:0], titled: r.titled[:0],
		embeds: r.embeds[:0], buf: r.buf}
	pool.Put(r)
}

// maxMark is the length in characters from which a text is no mark but a sentence.
const maxMark = 80

// maxTitleChars is how long the title of a card is at most, in characters.
const maxTitleChars = 240

// maxDate is the same for what is named like a date.
const maxDate = 60

func (r *markReader) read(x *dom.Index) {
	r.x, r.until = x, dom.None
	r.kinds = append(r.kinds[:0], make([]mark, x.Len())...)
	r.tallies = slices.Grow(r.tallies[:0], x.Len()+1)[:x.Len()+1]
	var sum tally
	for n := range dom.ID(r.x.Len()) {
		r.tallies[n] = sum
		node := r.x.Node(n)
		if node.Flags&dom.NotText != 0 {
			if node.Tag == atom.Iframe {
				r.embed(n, node)
			}
			continue
		}
		if n > r.until {
			r.inside = 0
		}
		r.names |= node.Names
		k := r.markOf(n, node)
		if k == 0 {
			continue
		}
		r.kinds[n] = k
		sum.add(k &^ r.inside)
		if k&(markDate|markAuthor|markReply|markVote|markLabel) != 0 && r.inside == 0 {
			r.until, r.inside = node.Last, k
			sum.words += int32(r.x.Words(n))
		}
		r.inside |= k
	}
	r.tallies[r.x.Len()] = sum
}

func (t *tally) add(k mark) {
	t.dates += int32(k >> 0 & 1)
	t.authors += int32(k >> 1 & 1)
	t.replies += int32(k >> 2 & 1)
	t.avatars += int32(k >> 3 & 1)
	t.permalinks += int32(k >> 4 & 1)
	t.votes += int32(k >> 5 & 1)
}

// of gives the marks in the subtree of n.
func (r *markReader) of(n dom.ID) tally { return r.between(n, r.x.Node(n).Last+1) }

// between gives the marks from the start of a up to the start of b.
func (r *markReader) between(a, b dom.ID) tally {
	t := r.tallies[b]
	t.sub(r.tallies[a])
	return t
}

func (t *tally) sub(u tally) {
	t.dates -= u.dates
	t.authors -= u.authors
	t.replies -= u.replies
	t.avatars -= u.avatars
	t.permalinks -= u.permalinks
	t.votes -= u.votes
	t.words -= u.words
}

func (r *markReader) markOf(n dom.ID, node *dom.Node) mark {
	if node.HTML.Type == html.TextNode {
		return r.textMark(n, node)
	}
	if r.items < len(r.x.Items) && r.x.Items[r.items] == n {
		r.items++
		if k := r.itemMark(n); k != 0 {
			return k
		}
	}
	r.embed(n, node)
	switch node.Tag {
	case atom.Input:
		if r.x.Attr(n, "type") == "email" {
			r.fields = append(r.fields, n)
		}
		return 0
	case atom.Textarea:
		r.fields = append(r.fields, n)
		return markField
	case atom.Img:
		return r.imageMark(n, node)
	case atom.Time:
		return markDate
	}
	if node.Tag == 0 && node.Names&dom.NameComment == 0 {
		r.elementCount(n, node)
	}
	if node.Names&dom.NameTitle != 0 && node.Names&(dom.NameAuthor|dom.NameUser) == 0 && node.Flags&(dom.InHeading|dom.InNav) == 0 &&
		r.x.Chars(n) > 0 && r.x.Chars(n) <= maxTitleChars {
		r.titled = append(r.titled, n)
	}
	if r.x.Chars(n) > maxMark {
		return 0
	}
	return r.elementMark(n, node)
}

// elementMark reads what a short element is named and where it leads.
func (r *markReader) elementMark(n dom.ID, node *dom.Node) mark {
	var k mark
	chars := r.x.Chars(n)
	control := node.Flags&dom.InControl != 0 || node.Names&(dom.NameReply|dom.NameButton|dom.NameTool) != 0
	if node.Tag == atom.A && node.Flags&dom.InNav == 0 {
		k = r.linkMark(n, node)
		control = control || chars > 0 && k != markReply
	}
	if node.Names&countNames != 0 || chars == 0 && node.Tag == atom.Span && r.isCountProperty(n) || node.Tag == atom.Button && strings.Contains(r.x.Attr(n, "aria-label"), "omment") {
		r.counts = append(r.counts, n)
	}
	if chars > 0 && (namesAuthor(node) && !r.holdsMore(n, node) || chars <= maxAuthor && isBeforeDate(node.HTML)) {
		k |= markAuthor
	}
	if node.Names&dom.NameDate != 0 && chars <= maxDate && r.showsDate(n) && !r.holdsMore(n, node) || isTimeElement(node) {
		k = k&^markAuthor | markDate
	}
	if node.Names&dom.NameAvatar != 0 {
		k |= markAvatar
	}
	if node.Names&dom.NameVote != 0 && (node.Names&dom.NameComment == 0 || chars < 24) {
		k |= markVote
	}
	if control {
		k |= r.controlMark(n, node)
	}
	return k
}

// isCountProperty tells the counts of comments that Drupal gives in RDFa, in the terms of SIOC and of schema.org.
func (r *markReader) isCountProperty(n dom.ID) bool {
	switch r.x.Attr(n, "property") {
	case "sioc:num_replies", "schema:commentCount":
		return true
	case "schema:interactionCount":
		return strings.HasPrefix(r.x.Attr(n, "content"), userComments)
	}
	return false
}

// countNames name what may say how many comments there are.
const countNames = dom.NameComment | dom.NameReply | dom.NameAnswer | dom.NameCount | dom.NameMessage | dom.NameThread

// elementCount notes a custom element that has the count as an attribute.
func (r *markReader) elementCount(n dom.ID, node *dom.Node) {
	for i := range node.HTML.Attr {
		if strings.Contains(node.HTML.Attr[i].Key, "comment-count") {
			r.counts = append(r.counts, n)
			return
		}
	}
}

// namesAuthor tells whether an element is named for an author or a user, and not for a text or picture of one.
func namesAuthor(node *dom.Node) bool {
	if node.Tag == atom.Cite {
		return true
	}
	return node.Names&dom.NameAuthor != 0 && node.Names&dom.NameAvatar == 0 ||
		node.Names&dom.NameUser != 0 && node.Names&(dom.NameAvatar|dom.NameContent|dom.NameMessage) == 0
}

// holdsMore tells whether an element named for an author holds a text or a date beside the name: a comment is often
// named for who wrote it.
func (r *markReader) holdsMore(n dom.ID, node *dom.Node) bool {
	if node.Flags&dom.BlockLevel == 0 {
		return false
	}
	for m := n + 1; m <= min(node.Last, n+16); m++ {
		switch r.x.Node(m).Tag {
		case atom.P, atom.Article, atom.Header, atom.Footer, atom.Section, atom.Ul, atom.Ol, atom.Blockquote, atom.Form, atom.Textarea:
			return r.x.Chars(m) > 0
		}
	}
	return false
}

// itemMark reads a property of microdata.
func (r *markReader) itemMark(n dom.ID) mark {
	if r.x.Chars(n) > maxMark {
		return 0
	}
	switch r.x.Attr(n, "itemprop") {
	case "datePublished", "dateCreated", "commentTime":
		return markDate
	case "author", "creator":
		return markAuthor
	case "upvoteCount":
		return markVote
	}
	return 0
}

// isTimeElement tells custom elements that show a time: relative-time, time-ago, local-time.
func isTimeElement(node *dom.Node) bool {
	return node.Tag == 0 && strings.Contains(node.HTML.Data, "time") && strings.Contains(node.HTML.Data, "-")
}

// showsDate tells whether an element that is named like a date has one, in its text or in an attribute.
func (r *markReader) showsDate(n dom.ID) bool {
	for _, a := range r.x.Node(n).HTML.Attr {
		switch a.Key {
		case "title", "datetime", "data-time", "data-timestamp", "data-date":
			if hasDigit(a.Val) {
				return true
			}
		}
	}
	if r.x.Chars(n) == 0 {
		return false
	}
	text := r.x.Text(n)
	return hasDigit(text) || dates.Relative(text)
}

func (r *markReader) imageMark(n dom.ID, node *dom.Node) mark {
	if node.Names&dom.NameAvatar != 0 {
		return markAvatar
	}
	src := r.x.Attr(n, "src")
	if strings.Contains(src, "avatar") || strings.Contains(src, "userpic") {
		return markAvatar
	}
	return 0
}

// isGuest tells the link that WordPress makes of a commenter's name (get_comment_author_link).
func (r *markReader) isGuest(n dom.ID) bool {
	return r.x.Attr(n, "class") == "url" && strings.HasPrefix(r.x.Attr(n, "rel"), "external")
}

// linkMark reads what a link's address and attributes say.
func (r *markReader) linkMark(n dom.ID, node *dom.Node) mark {
	var k mark
	for i := range node.HTML.Attr {
		if a := &node.HTML.Attr[i]; a.Key == "title" || a.Key == "aria-label" {
			if strings.Contains(a.Val, "omment") {
				r.counts = append(r.counts, n)
			} else if len(a.Val) > 8 && len(a.Val) < 160 {
				r.titles = append(r.titles, a.Val)
			}
		}
	}
	href := r.x.Attr(n, "href")
	switch {
	case isAnswerForm(href):
		return markReply
	case isProfile(href), r.isGuest(n):
		k |= markAuthor
	case isPermalink(href):
		k |= markPermalink
	}
	if r.x.Chars(n) == 0 {
		return k &^ markAuthor
	}
	if strings.IndexByte(href, '#') >= 0 && containsAny(href, "#comment", "#disqus", "#respond") {
		r.counts = append(r.counts, n)
	}
	return k
}

// controlMark reads the label of a control.
func (r *markReader) controlMark(n dom.ID, node *dom.Node) mark {
	chars := r.x.Chars(n)
	if chars > 24 {
		return 0
	}
	if chars > 0 {
		r.buf = r.x.AppendText(r.buf[:0], n, node.Last)
		if k := labelMark(r.buf); k != 0 {
			return k
		}
	}
	r.buf = append(r.buf[:0], r.x.Attr(n, "aria-label")...)
	if k := labelMark(r.buf); k != 0 || !r.isNamedReply(n, node) {
		return k
	}
	return markReply
}

// isNamedReply tells a control to answer by its class, whatever its label: "answer this".
func (r *markReader) isNamedReply(n dom.ID, node *dom.Node) bool {
	const other = dom.NameAuthor | dom.NameUser | dom.NameDate | dom.NameTitle | dom.NameCount | dom.NamePermalink | dom.NameContent |
		dom.NameChildren | dom.NameList | dom.NameComment | dom.NameVote
	return (node.Tag == atom.A || node.Tag == atom.Button) && node.Names&dom.NameReply != 0 && node.Names&other == 0 &&
		r.x.Words(n) > 0 && r.x.Words(n) <= 3 && !hasDigit(r.x.Text(n)) && !isPermalink(r.x.Attr(n, "href"))
}

// textMark finds dates that stand in plain text.
func (r *markReader) textMark(n dom.ID, node *dom.Node) mark {
	s := node.HTML.Data
	if len(s) <= maxAuthor && node.Flags&(dom.Blank|dom.InNav) == 0 && isAfterLabel(node.HTML) {
		return markAuthor
	}
	if node.Flags&(dom.Blank|dom.InNav) != 0 || r.inside&markDate != 0 || len(s) > 2*maxMark {
		return 0
	}
	s = strings.TrimSpace(s)
	if len(s) > maxMark || len(s) < 2 || !hasDigit(s) || isNumber(s) || !isDate(s) || r.isLabelled(n, s) {
		return 0
	}
	return markDate
}

// isDate tells a text that is a date or how long ago something was, or that holds a date with its time of day.
func isDate(s string) bool {
	reader := dates.Reader{}
	if d, ok := reader.Read(s); ok && len(d) >= len("2006-01-02") || dates.Relative(s) {
		return true
	}
	if !hasYear(s) {
		return false
	}
	d, start, end, ok := reader.Find(s)
	return ok && (len(d) > len("2006-01-02") || len(d) == len("2006-01-02") && isNameWithDay(s[:start], s[end:]))
}

// isNameWithDay tells a line of a name and a day by what stands beside the day: "Anna Weber, 14 June 2013", "Anna (2013-06-14)".
func isNameWithDay(before, after string) bool {
	name := strings.TrimRight(before, " ,|(·•–—-")
	return name != before && name != strings.TrimRight(before, " ") && strings.Trim(after, " ).:") == "" &&
		len(name) <= maxAuthor && len(strings.Fields(name)) <= 3 && isName(name)
}

// isLabelled tells a date that its label makes another: "Joined: 3 May 2009", or a description of "Joined".
func (r *markReader) isLabelled(n dom.ID, s string) bool {
	if isEditNote(s) {
		return true
	}
	dd := r.x.Node(r.x.Node(n).Parent).HTML
	if dd.DataAtom != atom.Dd {
		return false
	}
	for dt := dd.PrevSibling; dt != nil; dt = dt.PrevSibling {
		if dt.DataAtom == atom.Dt {
			return dt.FirstChild != nil && isEditNote(dt.FirstChild.Data)
		}
	}
	return false
}

// hasYear tells whether a year of the web's age stands in a text.
func hasYear(s string) bool {
	i := strings.Index(s, "20")
	if i < 0 {
		i = strings.Index(s, "199")
	}
	return i >= 0 && i+4 <= len(s) && hasDigit(s[i+2:i+3]) && hasDigit(s[i+3:i+4])
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i]-'0' < 10 {
			return true
		}
	}
	return false
}
