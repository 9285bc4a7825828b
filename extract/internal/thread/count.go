package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// countWords are what stands beside a number that counts comments, in lower case, by its beginning. Where posts are
// counted, the opening post is one of them.
var countWords = []struct {
	word  string
	posts bool
}{
	{"comment", false}, {"kommentar", false}, {"commentaire", false}, {"comentario", false}, {"comentário", false}, {"commenti", false},
	{"commento", false}, {"komentarz", false}, {"komentarze", false}, {"komentář", false}, {"комментари", false}, {"коментар", false}, {"reactie", false}, {"yorum", false},
	{"repl", false}, {"response", false}, {"answer", false}, {"antwort", false}, {"réponse", false}, {"respuesta", false}, {"resposta", false}, {"rispost", false}, {"odpowied", false}, {"ответ", false}, {"отзыв", false},
	{"thought", false}, {"gedanke", false}, {"reaction", false}, {"réaction", false}, {"kommentti", false}, {"hozzászólás", false}, {"コメント", false}, {"评论", false}, {"評論", false}, {"条评论", false}, {"回复", false}, {"댓글", false},
	{"post", true}, {"beitr", true}, {"message", true}, {"сообщени", true},
}

// ones are the words for one comment.
var ones = [...]string{"one ", "ein ", "un ", "uno ", "um ", "jeden ", "один ", "1 "}

// declared is how many comments the page says there are, nil if it does not say.
func (f *finder) declared(topic bool) *int {
	for _, find := range []func(bool) (int, bool){f.countInHeading, f.countInData, f.countInText} {
		if n, ok := find(topic); ok {
			return &n
		}
	}
	return nil
}

// countInHeading reads the count from the heading of the conversation: the last one before the first unit that counts.
func (f *finder) countInHeading(topic bool) (int, bool) {
	first := dom.ID(f.x.Len())
	if len(f.roots) > 0 {
		first = f.roots[0]
	}
	best, found := 0, false
	for _, h := range f.x.Headings {
		if h > first && found || f.x.Words(h) > 24 {
			continue
		}
		if n, ok := readCount(f.x.Text(h), topic); ok {
			best, found = n, true
		}
	}
	return best, found
}

// countInData reads the count from structured data.
func (f *finder) countInData(bool) (int, bool) {
	if f.ctx.Data == nil {
		return 0, false
	}
	for _, t := range f.ctx.Data.Things {
		if t.Parent != nil && t.Is("Comment", "Answer") {
			continue
		}
		if n, ok := number(t.Text("commentCount", "answerCount")); ok {
			return n, true
		}
		for v := range t.All("interactionStatistic") {
			kind := v.Thing.Text("interactionType") + v.Thing.URL("interactionType")
			if v.Thing.Thing("interactionType") != nil {
				kind += strings.Join(v.Thing.Thing("interactionType").Types, " ")
			}
			if strings.Contains(kind, "CommentAction") || strings.Contains(kind, "ReplyAction") {
				if n, ok := number(v.Thing.Text("userInteractionCount")); ok {
					return n, true
				}
			}
		}
	}
	return 0, false
}

// countInText reads the count from a short text that is named for comments or leads to them.
func (f *finder) countInText(topic bool) (int, bool) {
	for i := range f.x.Blocks() {
		b := &f.x.Blocks()[i]
		if b.Words > 12 || b.Flags&(dom.InAside|dom.InNav) != 0 || f.inUnit(b.First) {
			continue
		}
		for n := b.First; n <= b.Last; n++ {
			node := f.x.Node(n)
			if node.HTML.Type != html.TextNode || node.Flags&dom.Blank != 0 {
				continue
			}
			if count, ok := f.countAt(n, topic); ok {
				return count, true
			}
		}
	}
	return 0, false
}

// countAt reads the count that begins at the text n, in its element or in its parent.
func (f *finder) countAt(n dom.ID, topic bool) (int, bool) {
	for p, up := f.x.Node(n).Parent, 0; p > 0 && up < 3 && f.x.Words(p) <= 12; p, up = f.x.Node(p).Parent, up+1 {
		text := f.x.Text(p)
		if count, ok := readCount(text, topic); ok {
			return count, true
		}
		if a := f.x.Ancestor(p, atom.A); a != dom.None && strings.Contains(f.x.Attr(a, "href"), "#comment") {
			if count, ok := number(text); ok {
				return count, true
			}
		}
	}
	return 0, false
}

// inUnit tells whether n stands in a unit.
func (f *finder) inUnit(n dom.ID) bool {
	for i := range f.units {
		if n >= f.units[i].root && n <= f.units[i].last {
			return true
		}
	}
	return false
}

// readCount reads "10 Comments", "Comments (10)", "One thought on ...", "Replies: 5", "16 posts".
func readCount(s string, topic bool) (int, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if s == "" || len(s) > 160 {
		return 0, false
	}
	for _, w := range countWords {
		i := strings.Index(s, w.word)
		if i < 0 || w.posts && !topic {
			continue
		}
		if i > 0 && isLetter(s[i-1]) {
			continue
		}
		n, ok := numberBefore(s[:i])
		if !ok {
			n, ok = numberAfter(s[i+len(w.word):])
		}
		if !ok {
			for _, one := range ones {
				if strings.HasSuffix(s[:i], one) {
					n, ok = 1, true
				}
			}
			if strings.HasPrefix(s, "no ") && i == 3 {
				n, ok = 0, true
			}
		}
		if !ok {
			continue
		}
		if w.posts {
			n = max(n-1, 0)
		}
		return n, true
	}
	return 0, false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// numberBefore reads a number at the end of s: "there are 10 ".
func numberBefore(s string) (int, bool) {
	s = strings.TrimRight(s, " \u00a0(")
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
	for len(s) > 0 && (isLetter(s[0]) || s[0] >= 0x80) {
		s = s[1:]
	}
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
