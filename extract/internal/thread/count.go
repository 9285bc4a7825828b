package thread

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// declared is how many comments the page says there are, nil if it does not say.
func (f *finder) declared(topic bool) *int {
	for _, place := range [...]struct {
		name string
		find func(bool) (int, bool)
	}{
		{"a heading", f.countInHeading}, {"structured data", f.countInData}, {"a text named for comments", f.countInText}, {"a script", f.countInStore},
	} {
		if n, ok := place.find(topic); ok && n >= 0 && (n > 0 || f.siblings() == 0) && !(topic && f.isAll(n)) {
			f.counted = place.name
			return &n
		}
	}
	return nil
}

// isAll tells a count that is out of proportion to the posts on a page from which no other one leads on: that of the
// whole forum, or a year.
func (f *finder) isAll(n int) bool {
	return len(f.units) > 0 && n > 100*(len(f.units)+1) && f.next(true) == ""
}

// isBelow tells a text well below the conversation, where the counts are those of similar topics.
func (f *finder) isBelow(b *dom.Block) bool {
	if len(f.found) == 0 || f.region.Contains(b.First) {
		return false
	}
	last := f.found[len(f.found)-1].Last
	return b.First > last && f.x.CharsBetween(last+1, b.First) > besideList
}

// countInHeading reads the count from the heading of the conversation: the last one before the first unit that counts,
// not further from it than the rest of the page is long; else from the line over the first unit.
func (f *finder) countInHeading(topic bool) (int, bool) {
	if len(f.found) == 0 && len(f.region) == 0 {
		return f.countAlone()
	}
	first := dom.ID(f.x.Len())
	if len(f.found) > 0 {
		first = f.found[0].First
	}
	best, found := 0, false
	for _, h := range f.x.Headings {
		if h > first && found || f.x.Words(h) > 24 || f.inUnit(h) {
			continue
		}
		if h > first && !f.region.Contains(h) {
			continue
		}
		if n, ok := readCount(f.x.Text(h), topic); ok {
			best, found = n, true
		}
	}
	if found || len(f.found) == 0 {
		return best, found
	}
	if b := f.caption(f.found[0].First); b != nil {
		return readCount(string(f.x.AppendText(nil, b.First, b.Last)), topic)
	}
	return 0, false
}

// countAlone reads the count from the one heading that says nothing else, on a page that shows no comments: a script may
// fetch them ("Responses (18)").
func (f *finder) countAlone() (int, bool) {
	best, found := 0, false
	for _, h := range f.x.Headings {
		if f.x.Words(h) > 2 || f.x.Node(h).Flags&(dom.InNav|dom.InAside|dom.InHidden) != 0 {
			continue
		}
		if n, ok := readCount(f.x.Text(h), false); ok {
			if found {
				return 0, false // counts of several articles
			}
			best, found = n, true
		}
	}
	return best, found
}

// countInData reads the count from structured data. A page that describes several articles says nothing of its own, nor does
// one that answers its questions itself.
func (f *finder) countInData(bool) (int, bool) {
	if f.ctx.Data == nil {
		return 0, false
	}
	count, found := 0, false
	frequent := f.ctx.Data.First("FAQPage") != nil
	for _, t := range f.ctx.Data.Things {
		if t.Parent != nil && t.Is("Comment", "Answer", "UserComments") || frequent && t.Is("Question") {
			continue
		}
		n, ok := countOf(t)
		if !ok || n < f.siblings() {
			continue
		}
		if found && n != count {
			return 0, false
		}
		count, found = n, true
	}
	return count, found
}

// siblings is the most that were found of one kind of unit and answer the page itself: what the page has fewer of, it
// counts something else, such as accepted answers.
func (f *finder) siblings() int {
	most, count := 0, map[int]int{}
	for i := range f.units {
		if u := &f.units[i]; u.parent < 0 && u.out.Kind == page.Remark {
			count[u.group]++
			most = max(most, count[u.group])
		}
	}
	return most
}

// userComments begins a count of comments in schema.org's old way (interactionCount).
const userComments = "UserComments:"

// countOf is the count of comments or answers that a thing gives of itself.
func countOf(t *structured.Thing) (int, bool) {
	for v := range t.All("interactionCount") {
		if s, ok := strings.CutPrefix(v.Text(), userComments); ok {
			return number(s)
		}
	}
	if n, ok := number(t.Text("answerCount", "commentCount")); ok {
		return n, true
	}
	for v := range t.All("interactionStatistic") {
		kind := v.Thing.Text("interactionType") + v.Thing.URL("interactionType")
		if k := v.Thing.Thing("interactionType"); k != nil {
			kind += strings.Join(k.Types, " ")
		}
		if strings.Contains(kind, "CommentAction") || strings.Contains(kind, "ReplyAction") {
			if n, ok := number(v.Thing.Text("userInteractionCount")); ok {
				return n, true
			}
		}
	}
	return 0, false
}

// countInText reads the count from the texts that are named for comments or lead to them: the count that most of them
// give. On the page of a topic any short text may give it.
func (f *finder) countInText(topic bool) (int, bool) {
	votes, best, found := map[int]int{}, 0, false
	for _, n := range f.marks.counts {
		if f.x.Words(n) > 12 || f.x.Node(n).Flags&(dom.InAside|dom.InNav) != 0 || f.inUnit(n) {
			continue
		}
		count, ok := f.countAt(n, topic)
		if !ok {
			continue
		}
		if votes[count]++; !found || votes[count] > votes[best] {
			best, found = count, true
		}
	}
	if len(f.found) == 0 && len(votes) > 1 {
		return 0, false // counts of several articles
	}
	if found || !topic {
		return best, found
	}
	for i := range f.x.Blocks() {
		b := &f.x.Blocks()[i]
		if b.Words > 12 || b.Flags&(dom.InAside|dom.InNav|dom.InHidden) != 0 || f.inUnit(b.First) || f.isBelow(b) {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		if count, ok := readCount(string(f.buf), topic); ok {
			return count, true
		}
	}
	return f.countInLinks()
}

// countInLinks reads the count from a link among the facts that stand above the posts of a topic, in a line too long to
// be read as a whole: "214 points by anna, 3 May, hide, 6 comments".
func (f *finder) countInLinks() (int, bool) {
	if len(f.found) == 0 {
		return 0, false
	}
	for n := dom.ID(0); n < f.found[0].First; n++ {
		if node := f.x.Node(n); node.Tag != atom.A || node.Flags&(dom.InAside|dom.InNav|dom.InHidden) != 0 || f.x.Words(n) > 4 {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], n, f.x.Node(n).Last)
		if count, ok := readCount(string(f.buf), true); ok {
			return count, true
		}
	}
	return 0, false
}

// countAt reads the count that an element shows or describes.
func (f *finder) countAt(n dom.ID, topic bool) (int, bool) {
	text, node := f.x.Text(n), f.x.Node(n)
	if count, ok := readCount(text, topic); ok {
		return count, true
	}
	for i := range node.HTML.Attr {
		switch a := &node.HTML.Attr[i]; a.Key {
		case "title", "aria-label", "data-tippy-content":
			if count, ok := readCount(a.Val, topic); ok {
				return count, true
			}
		case "comment-count", "data-comment-count", "data-comments-count", "data-comments":
			return number(a.Val)
		case "content":
			return number(strings.TrimPrefix(a.Val, userComments))
		}
	}
	if text = strings.Trim(text, "()[] \u00a0"); f.countsComments(n, node) && isBare(text) {
		return number(text)
	}
	return 0, false
}

// countsComments tells whether a number alone in n counts comments: a link leads to them or is named for them, and what
// is no link is named for their count. What stands in a form counts the characters that one may write.
func (f *finder) countsComments(n dom.ID, node *dom.Node) bool {
	if node.Tag != atom.A {
		return node.Names&(dom.NameComment|dom.NameCount|dom.NameVote) == dom.NameComment|dom.NameCount && !f.inCommentForm(n)
	}
	return node.Names&(dom.NameComment|dom.NameReply|dom.NameAnswer) != 0 || containsAny(f.x.Attr(n, "href"), "omment", "#respond", "#disqus") ||
		strings.Contains(f.x.Attr(n, "title")+f.x.Attr(n, "aria-label"), "omment")
}

// inCommentForm tells whether n stands in a form in which one may write, and which is not the whole page.
func (f *finder) inCommentForm(n dom.ID) bool {
	form := f.x.Ancestor(n, atom.Form)
	return form > 0 && f.x.Words(form)*2 < f.x.Words(0) && f.holdsAny(form, f.marks.fields)
}

// isBare tells a text that is nothing but a number: 12, 1,204, 1.2k.
func isBare(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' && strings.Trim(strings.TrimRight(s, "kKmM"), "0123456789., ") == ""
}

// inUnit tells whether n stands in a unit.
func (f *finder) inUnit(n dom.ID) bool {
	i, _ := slices.BinarySearchFunc(f.found, n+1, func(s dom.Span, n dom.ID) int { return cmp.Compare(s.First, n) })
	for i--; i >= 0; i-- {
		if n <= f.found[i].Last {
			return true
		}
		if f.x.Node(f.found[i].First).Depth <= f.x.Node(f.found[0].First).Depth {
			break // what stands before it is no more around n
		}
	}
	return false
}

// readCount reads "10 Comments", "Comments (10)", "One thought on ...", "Replies: 5", "16 posts".
func readCount(s string, topic bool) (int, bool) {
	if s == "" || len(s) > 160 {
		return 0, false
	}
	s = strings.ToLower(s)
	if n, ok := ideographCount(s); ok {
		return n, true
	}
	for i := 0; i < len(s); {
		if !isLetter(s[i]) {
			i++
			continue
		}
		end := i
		for end < len(s) && isLetter(s[end]) {
			end++
		}
		if posts, ok := countWords[s[i:end]]; ok && (topic || !posts) {
			if n, ok := countBeside(s[:i], s[end:]); ok {
				if posts {
					n = max(n-1, 0)
				} else {
					n += repliesAfter(s[end:])
				}
				return n, true
			}
		}
		i = end
	}
	return 0, false
}

// repliesAfter is the count of answers to comments where it follows that of the comments: "3 comments · 2 replies". It
// is 0 if there is none.
func repliesAfter(s string) int {
	s = strings.TrimLeft(s, " ·•,|/&+–—")
	end := len(s) - len(strings.TrimLeft(s, "0123456789"))
	word := strings.TrimSpace(s[end:])
	if i := strings.IndexAny(word, " ·•,|"); i >= 0 {
		word = word[:i]
	}
	if n, ok := number(s[:end]); ok && replyWords[word] {
		return n
	}
	return 0
}

// namesComments tells whether a text has a word for comments; the text may be changed to lower case.
func namesComments(text []byte) bool {
	ascii := !bytes.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
	if !ascii {
		text = bytes.ToLower(text)
	}
	start := -1
	for i := 0; i <= len(text); i++ {
		var c byte
		if i < len(text) {
			if c = text[i]; c >= 'A' && c <= 'Z' {
				c |= 0x20
				text[i] = c
			}
		}
		if isLetter(c) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			if posts, ok := countWords[string(text[start:i])]; ok && !posts {
				return true
			}
			start = -1
		}
	}
	return !ascii && slices.ContainsFunc(ideographWords[:], func(w string) bool { return bytes.Contains(text, []byte(w)) })
}

// countBeside reads the number before or after a word for comments.
func countBeside(before, after string) (int, bool) {
	if strings.HasPrefix(after, ":") {
		if n, ok := numberAfter(after); ok {
			return n, true
		}
	}
	if n, ok := numberBefore(before); ok {
		return n, true
	}
	if n, ok := numberAfter(after); ok {
		return n, true
	}
	n, ok := numberWords[strings.Trim(before, " \u00a0«“„\"(")]
	return n, ok
}

// isLetter tells the bytes of words: ASCII letters in lower case, and all that is not ASCII.
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= utf8.RuneSelf }

// numberBefore reads a number at the end of s: "there are 10 ".
func numberBefore(s string) (int, bool) {
	s = strings.TrimRight(s, " \u00a0(")
	if i := strings.LastIndexByte(s, ' '); i > 0 && isLetter(s[len(s)-1]) { // "124 reader "
		s = s[:i]
	}
	i := len(s)
	for i > 0 && (s[i-1] >= '0' && s[i-1] <= '9' || i > 1 && i < len(s) && (s[i-1] == ',' || s[i-1] == '.') && s[i-2] >= '0' && s[i-2] <= '9') {
		i--
	}
	if i > 0 && (isLetter(s[i-1]) || s[i-1] == '#') {
		return 0, false
	}
	return number(s[i:])
}

// numberAfter reads a number that follows a word for comments: "s (10)", "s: 10", "s 10".
func numberAfter(s string) (int, bool) {
	s = strings.TrimLeft(s, " :([")
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || i > 0 && (s[i] == ',' || s[i] == '.')) {
		i++
	}
	if rest := strings.TrimLeft(s[i:], " )]"); rest != "" && len(rest) > 3 {
		return 0, false
	}
	return number(strings.TrimRight(s[:i], ",."))
}
