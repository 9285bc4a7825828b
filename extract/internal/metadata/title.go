package metadata

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dom"
	"golang.org/x/net/html/atom"
)

// titleCandidate is a text that may be the title.
type titleCandidate struct {
	text   string
	source string
	at     dom.ID   // the element that shows it; None for what stands in the head
	alike  float64  // how similar a heading must be to a title in the head to be the same title in other words
	words  []string // see [tokens]
	score  float64
}

const (
	// maxTitle is how many characters a title has at most.
	maxTitle = 300
	// maxHeadings is how many headings are weighed.
	maxHeadings = 12
	// ahead is how much more alike a later heading must be to be preferred to an earlier one.
	ahead = 0.2
	// maxSiteWords is how many words the name of a site has at most where nothing but its place at the end of the
	// title element tells it.
	maxSiteWords = 4
)

// readTitle takes the visible heading that is most like what the head gives as the title: what readers see is the
// title, and the head tells which heading it is. Without such a heading it takes the title in the head.
func (r *reader) readTitle() {
	r.titleAt = dom.None
	stated := r.stated()
	for _, headings := range []func() []titleCandidate{r.firstHeadings, r.otherHeadings} {
		best := mostAlike(headings(), stated)
		if best == nil {
			continue
		}
		if best.score >= best.alike || best.source == "h1" && (len(stated) == 0 || r.isThread() || r.isSloganed(best, stated)) {
			if other := r.besideSite(best); other != nil {
				best = other
			}
			r.title, r.titleAt = r.withoutNumber(withoutLabel(best, stated)), best.at
			r.chose("title", r.title, best.source, max(best.score, 0.4))
			r.siteOfTitle(best.words)
			return
		}
		if best.source == "h1" {
			r.titleAt = best.at
		}
	}
	if len(stated) == 0 && r.title == "" && r.head.title != "" { // a front page that is called like its site
		r.title = r.head.title
		r.chose("title", r.title, "title element", 0.45)
		return
	}
	if len(stated) > 0 {
		r.title = r.withoutSection(stated)
		r.chose("title", r.title, stated[0].source, 0.5)
		if strings.Contains(r.head.title, "|") { // nothing but names of sites stands after a bar
			r.siteOfTitle(tokens(r.title))
		}
	}
}

// isSloganed tells whether the head has but a title element that has hardly a word in common with the heading h, the
// first of the page's main element: sites whose scripts draw the pages leave one title on all of them.
func (r *reader) isSloganed(h *titleCandidate, stated []titleCandidate) bool {
	return len(stated) == 1 && h.score < 0.1 && len(h.words) > 2 && r.x.Has(h.at, dom.InMain)
}

// isThread tells whether the page is a conversation: its heading is then its title, whatever the head says.
func (r *reader) isThread() bool { return r.ctx.Author != nil || r.ctx.Published != "" }

// besideSite is the heading that says what stands before the site's name in the title element, where the heading h says
// what stands after it: then h is the name of the site, or of the book that the page is a chapter of.
func (r *reader) besideSite(h *titleCandidate) *titleCandidate {
	head, tail, ok := cutLast(r.head.title)
	if !ok || !slices.Equal(tokens(tail), h.words) {
		return nil
	}
	chapter := tokens(head)
	for _, c := range append(r.firstHeadings(), r.otherHeadings()...) {
		if similarity(c.words, chapter) > 0.9 {
			return &c
		}
	}
	return nil
}

// mostAlike is the heading that is most like one of the titles in the head, nil if there are no headings.
func mostAlike(headings, stated []titleCandidate) (best *titleCandidate) {
	for i := range headings {
		h := &headings[i]
		for _, s := range stated {
			h.score = max(h.score, similarity(h.words, s.words))
		}
		if best == nil || h.score > best.score+ahead {
			best = h
		}
	}
	return best
}

// withoutLabel is the text of a heading without a label of one or two words before what the head gives as the title
// ("Thread: Which lens?").
func withoutLabel(h *titleCandidate, stated []titleCandidate) string {
	for _, s := range stated {
		if n := len(h.words) - len(s.words); n > 0 && n <= 2 && len(s.words) > 2 && slices.Equal(h.words[n:], s.words) {
			return s.text
		}
	}
	return h.text
}

// withoutNumber is a title without the number of an issue after it, which the page's address has too: "Crash on an empty
// file #42" at /issues/42.
func (r *reader) withoutNumber(title string) string {
	i := strings.LastIndex(title, " #")
	if i <= 0 || r.ctx.Base == nil {
		return title
	}
	number := title[i+len(" #"):]
	if number == "" || strings.Trim(number, "0123456789") != "" || path.Base(r.ctx.Base.Path) != number {
		return title
	}
	return strings.TrimSpace(title[:i])
}

// withoutSection is the first of the titles in the head without what follows its last separator: there stands the name
// of the site, or of a part of it, unless it is long. A title that stands alone elsewhere in the head is whole.
func (r *reader) withoutSection(stated []titleCandidate) string {
	text := stated[0].text
	head, tail, ok := cutLast(text)
	for _, s := range stated {
		if h := tokens(head); ok && slices.Equal(s.words, h) {
			return s.text
		}
	}
	most := maxSiteWords
	if ok && strings.HasSuffix(strings.TrimSpace(text[:len(text)-len(tail)]), "|") {
		most *= 2 // nothing but names of sites stands after a bar
	}
	if ok && len(tokens(tail)) <= most && len(tokens(head)) > 1 {
		return strings.TrimSpace(head)
	}
	return text
}

// siteOfTitle takes what follows the title in the title element as the site's name, if the page states none.
func (r *reader) siteOfTitle(title []string) {
	head, tail, ok := cutLast(r.head.title)
	if r.site == "" && ok && slices.Equal(tokens(head), title) && len(tokens(tail)) <= 2*maxSiteWords {
		r.site = strings.TrimSpace(tail)
		r.chose("site", r.site, "title element", 0.6)
		return
	}
	if head, tail, ok = strings.Cut(r.head.title, ": "); r.site == "" && ok && slices.Equal(tokens(tail), title) && r.isLogoText(head) {
		r.site = strings.TrimSpace(head)
		r.chose("site", r.site, "title element and logo", 0.8)
	}
	if head, tail, ok = cutFirst(r.head.title); r.site == "" && ok && slices.Equal(tokens(tail), title) && r.isShownAbove(strings.TrimSpace(head)) {
		r.site = strings.TrimSpace(head)
		r.chose("site", r.site, "title element and the page's head", 0.6)
	}
}

// maxAbove is how many nodes before the title are asked whether they are the name of the site.
const maxAbove = 300

// isShownAbove tells whether a text stands on its own before the title.
func (r *reader) isShownAbove(s string) bool {
	for n := max(0, r.titleAt-maxAbove); n < r.titleAt; n++ {
		if r.x.IsText(n) && r.x.Node(n).Flags&dom.NotText == 0 && collapse(r.x.Node(n).HTML.Data) == s {
			return true
		}
	}
	return false
}

// isLogoText tells whether a heading that links to the site's first page has this text.
func (r *reader) isLogoText(s string) bool {
	return slices.ContainsFunc(r.x.Headings, func(n dom.ID) bool {
		return r.isLogo(n) && slices.Equal(tokens(r.x.Text(n)), tokens(s))
	})
}

// stated are the titles in the head, without the site's name.
func (r *reader) stated() (cs []titleCandidate) {
	add := func(text, source string) {
		if text = r.withoutSite(text); text != "" && !r.isSite(text) {
			cs = append(cs, titleCandidate{text: text, source: source, at: dom.None, words: tokens(text)})
		}
	}
	add(beforeUnderscore(afterViewTopic(r.head.title)), "title element")
	add(r.head.meta("og:title"), "og:title")
	add(r.head.meta("twitter:title"), "twitter:title")
	add(r.head.meta("citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"), "meta tags")
	return cs
}

// beforeUnderscore is a title up to the low line with which Chinese sites part it from the names of the column and the site.
func beforeUnderscore(title string) string {
	for i := range len(title) - 1 {
		if title[i] == '_' && i > 0 && title[i-1] >= utf8.RuneSelf && title[i+1] >= utf8.RuneSelf {
			return title[:i]
		}
	}
	return title
}

// afterViewTopic is the title of a topic as phpBB wrote it up to version 3.0: "Ann's Board :: View topic - Which lens?".
func afterViewTopic(title string) string {
	for _, view := range [...]string{"View topic - ", "Thema anzeigen - ", "Voir le sujet - ", "Ver tema - ", "Ver Tópico - ",
		"Leggi argomento - ", "Zobacz temat - ", "Bekijk onderwerp - ", "Просмотр темы - ", "Konu görüntüleniyor - "} {
		if i := strings.Index(title, view); i >= 0 {
			return title[i+len(view):]
		}
	}
	return title
}

// firstHeadings are the headings of the first level: the visible ones, or if there are none the hidden ones, for a
// script may show them.
func (r *reader) firstHeadings() (cs []titleCandidate) {
	for _, r.hidden = range []dom.Flags{dom.InHidden, 0} {
		for _, n := range r.x.Headings {
			if r.x.Is(n, atom.H1) {
				cs = r.addHeading(cs, n, "h1", 0.25)
			}
		}
		if len(cs) > 0 {
			break
		}
	}
	return cs
}

// otherHeadings are the headings of other levels and what a class calls title, unless that is a box around a heading.
func (r *reader) otherHeadings() (cs []titleCandidate) {
	r.hidden = dom.InHidden
	for _, n := range r.found.titles {
		if !slices.ContainsFunc(r.x.Headings, func(h dom.ID) bool { return h != n && r.x.Within(h, n) }) {
			cs = r.addHeading(cs, n, "class of a title", 0.6)
		}
	}
	for _, n := range r.x.Headings {
		if !r.x.Is(n, atom.H1) {
			cs = r.addHeading(cs, n, "heading", 0.6)
		}
	}
	return cs
}

// addHeading adds a heading if it may be the title.
func (r *reader) addHeading(cs []titleCandidate, n dom.ID, source string, alike float64) []titleCandidate {
	if len(cs) >= maxHeadings || !r.mayShowTitle(n) {
		return cs
	}
	text := r.withoutSite(r.heading(n))
	if text == "" || r.isSite(text) {
		return cs
	}
	if r.ctx.Skip.Contains(n) && !r.ctx.Post.Contains(n) {
		alike = 0.6 // a topic's title may stand with its posts, but so do the headings in them
	}
	return append(cs, titleCandidate{text: text, source: source, alike: alike, at: n, words: tokens(text)})
}

// isLogo tells whether a heading is a link to the site's first page, as a logo is.
func (r *reader) isLogo(n dom.ID) bool {
	for m := n; m <= r.x.Node(n).Last; m++ {
		if r.x.Is(m, atom.A) {
			href := r.x.Attr(m, "href")
			u := absolute(nil, original(r.address(href)))
			home := href == "/" || u != nil && isHome(u) && u.RawQuery == "" && !strings.HasPrefix(href, "#")
			return home && (r.ctx.Base == nil || !isHome(absolute(nil, original(r.ctx.Base.String()))))
		}
	}
	return false
}

// isHome tells whether an address has the path of a host as a whole.
func isHome(u *url.URL) bool { return strings.Trim(u.Path, "/") == "" }

// mayShowTitle tells whether a heading stands where an article's title may stand.
func (r *reader) mayShowTitle(n dom.ID) bool {
	return r.x.Node(n).Flags&(dom.NotText|dom.InNav|dom.InFooter|dom.InAside|dom.InDialog|r.hidden) == 0 &&
		r.x.Chars(n) > 0 && r.x.Chars(n) <= maxTitle && r.x.Node(n).Last-n <= maxInside && !r.isLogo(n)
}

// firstCard is the first heading after the title that is a link to something else than its author's page.
func (r *reader) firstCard() dom.ID {
	for _, n := range r.x.Headings {
		if n > r.titleAt && r.titleAt != dom.None && r.x.Chars(n) > 0 && r.x.LinkDensity(n) > 0.8 && !r.namesAuthor(n) {
			return n
		}
	}
	return dom.None
}

// namesAuthor tells whether a heading stands in an author's box: by its class or the address that it links to.
func (r *reader) namesAuthor(n dom.ID) bool {
	for m := n; m <= r.x.Node(n).Last; m++ {
		if r.x.Node(m).Names&dom.NameAuthor != 0 || r.x.Is(m, atom.A) && isAuthorPage(r.x.Attr(m, "href")) {
			return true
		}
	}
	return false
}

// visible is the text of an element without what is hidden in it and without buttons.
func (r *reader) visible(n dom.ID) string { return r.without(n, dom.InHidden, 0) }

// heading is the text of a heading without buttons, dates and labels ("News", "Solved") that stand in it.
func (r *reader) heading(n dom.ID) string {
	if s := r.without(n, dom.InHidden|dom.InTime, dom.NameTag); s != "" {
		return strings.TrimRight(r.withoutSource(n, s), " #¶§/")
	}
	return r.x.Text(n)
}

// withoutSource cuts the host in brackets with which a site of links ends a heading, and links where it leads.
func (r *reader) withoutSource(n dom.ID, title string) string {
	i := strings.LastIndexByte(title, '(')
	host := strings.Trim(title[i+1:], " )")
	if i <= 0 || !strings.Contains(host, ".") || strings.Contains(host, " ") || !strings.HasSuffix(title, ")") {
		return title
	}
	for m := n; m <= r.x.Node(n).Last; m++ {
		if u := absolute(r.ctx.Base, r.x.Attr(m, "href")); u != nil && strings.HasSuffix(u.Hostname(), strings.ToLower(host)) {
			return strings.TrimRight(title[:i], " ")
		}
	}
	return title
}

// without is the text of an element without the buttons in it and without the elements that have one of these flags, or
// one of these names and no text before them. What the element has itself does not count.
func (r *reader) without(n dom.ID, flags dom.Flags, names dom.Vocabulary) string {
	flags &^= r.x.Node(n).Flags
	var b []byte
	first := n
	for m := n + 1; m <= r.x.Node(n).Last; m++ {
		if node := r.x.Node(m); node.Tag != 0 && (node.Tag == atom.Button || node.Flags&flags != 0 || node.Names&names != 0 && r.x.CharsBetween(n, m) == 0) {
			b = r.join(b, first, m-1)
			m = node.Last
			first = m + 1
		}
	}
	return string(r.join(b, first, r.x.Node(n).Last))
}

// join appends the text of the nodes from first to last, with a space before it.
func (r *reader) join(b []byte, first, last dom.ID) []byte {
	if first > last {
		return b
	}
	before := len(b)
	if before > 0 {
		b = append(b, ' ')
	}
	start := len(b)
	if b = r.x.AppendText(b, first, last); len(b) == start {
		b = b[:before]
	}
	return b
}

// separators part a title from the name of its site. They begin with a space or a stroke.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " › ", " :: ", " ‹ ", " ~ ", " / ", " // ", "|", " : "}

// withoutSite takes the site's name off both ends of a title. What is too long for a title is "".
func (r *reader) withoutSite(s string) string {
	if len(s) > 4*maxTitle {
		return ""
	}
	for {
		head, tail, ok := cutLast(s)
		if ok && r.isSite(tail) {
			s = head
			continue
		}
		head, tail, ok = cutFirst(s)
		if ok && r.isSite(head) {
			s = tail
			continue
		}
		if head, tail, ok = strings.Cut(s, ": "); ok && r.isSite(head) {
			s = tail
			continue
		}
		return strings.TrimSpace(s)
	}
}

// cutLast cuts a title at its last separator.
func cutLast(s string) (head, tail string, ok bool) {
	for i := len(s) - 1; i >= 0; i-- {
		if n := separatorAt(s, i); n > 0 {
			return s[:i], s[i+n:], true
		}
	}
	return s, "", false
}

// cutFirst cuts a title at its first separator.
func cutFirst(s string) (head, tail string, ok bool) {
	for i := range len(s) {
		if n := separatorAt(s, i); n > 0 {
			return s[:i], s[i+n:], true
		}
	}
	return s, "", false
}

// separatorAt is the length of the separator that begins at s[i], 0 if none does.
func separatorAt(s string, i int) int {
	if s[i] != ' ' && s[i] != '|' {
		return 0
	}
	for _, sep := range separators {
		if strings.HasPrefix(s[i:], sep) {
			return len(sep)
		}
	}
	return 0
}

// tokens are the words of a text in lower case.
func tokens(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c)
	})
}

// similarity is the F1 of two bags of words: 1 for the same words, 0 for none in common.
func similarity(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	count := make(map[string]int, len(a))
	for _, w := range a {
		count[w]++
	}
	same := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b))
}
