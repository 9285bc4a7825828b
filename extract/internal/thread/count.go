package thread

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// countWords are the words that stand beside a number that counts comments, in lower case. It is true of those that
// count posts, of which the opening post is one.
var countWords = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields("comment comments commented kommentar kommentare kommentaren commentaire commentaires comentario comentarios " +
		"comentário comentários commento commenti komentarz komentarze komentarzy komentář komentáře komentářů комментарий комментария комментариев " +
		"комментарии коментар коментари коментара reactie reacties yorum reply replies response responses answer answers antwort antworten réponse " +
		"réponses respuesta respuestas resposta respostas risposta risposte odpowiedź odpowiedzi ответ ответа ответов отзыв отзыва отзывов thought " +
		"thoughts gedanke gedanken reaction réaction réactions kommentti kommenttia hozzászólás kommentarer svar コメント 评论 評論 条评论 回复 댓글") {
		words[w] = false
	}
	for _, w := range strings.Fields("post posts beitrag beiträge beiträgen message messages сообщение сообщения сообщений mensajes messaggi posty postów") {
		words[w] = true
	}
	return words
}()

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

// countInText reads the count from a short text that is named for comments or leads to them; on the page of a topic,
// from any short text.
func (f *finder) countInText(topic bool) (int, bool) {
	for _, n := range f.marks.counts {
		if f.x.Words(n) > 12 || f.x.Node(n).Flags&(dom.InAside|dom.InNav) != 0 || f.inUnit(n) {
			continue
		}
		text := f.x.Text(n)
		if count, ok := readCount(text, topic); ok {
			return count, true
		}
		if f.x.Is(n, atom.A) || f.x.Node(n).Names&dom.NameComment != 0 && f.x.Node(n).Names&dom.NameCount != 0 {
			if count, ok := number(text); ok {
				return count, true
			}
		}
	}
	if !topic {
		return 0, false
	}
	for i := range f.x.Blocks() {
		b := &f.x.Blocks()[i]
		if b.Words > 12 || b.Flags&(dom.InAside|dom.InNav|dom.InHidden) != 0 || f.inUnit(b.First) {
			continue
		}
		if count, ok := readCount(string(f.x.AppendText(nil, b.First, b.Last)), topic); ok {
			return count, true
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
	if s == "" || len(s) > 160 {
		return 0, false
	}
	s = strings.ToLower(s)
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
				}
				return n, true
			}
		}
		i = end
	}
	return 0, false
}

// countBeside reads the number before or after a word for comments.
func countBeside(before, after string) (int, bool) {
	if n, ok := numberBefore(before); ok {
		return n, true
	}
	if n, ok := numberAfter(after); ok {
		return n, true
	}
	if before == "no " {
		return 0, true
	}
	for _, one := range ones {
		if strings.HasSuffix(before, one) {
			return 1, true
		}
	}
	return 0, false
}

// isLetter tells the bytes of words: ASCII letters in lower case, and all that is not ASCII.
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= utf8.RuneSelf }

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
