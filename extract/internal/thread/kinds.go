package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isAccepted tells whether a unit is marked as the right answer.
func (f *finder) isAccepted(u *unit) bool {
	for _, a := range f.x.Node(u.root).HTML.Attr {
		switch a.Key {
		case "class":
			for token := range strings.FieldsSeq(a.Val) {
				switch token {
				case "accepted", "accepted-answer", "is-accepted", "isSolution", "solution", "best-answer", "bestAnswer",
					"message--solution", "solved":
					return true
				}
			}
		case "itemprop":
			if strings.Contains(a.Val, "acceptedAnswer") {
				return true
			}
		}
	}
	return false
}

// deletions are what stands in the place of a comment that was taken away.
var deletions = [...]string{"[deleted]", "[removed]", "deleted by", "removed by", "comment deleted", "comment removed",
	"comment removed by moderator", "this comment has been removed",
	"this comment was removed", "this comment has been deleted", "this comment was deleted", "this post has been removed",
	"this post was removed", "this post has been deleted", "this post was deleted", "[flagged]", "[dead]",
	"message deleted", "post deleted", "dieser kommentar wurde gelöscht", "kommentar gelöscht",
	"dieser kommentar wurde entfernt", "commentaire supprimé", "ce commentaire a été supprimé", "comentario eliminado",
	"este comentario ha sido eliminado", "komentarz usunięty", "комментарий удален", "комментарий удалён"}

// saysDeleted tells whether the text of a unit is a notice that it was taken away.
func (f *finder) saysDeleted(u *unit) bool {
	words := 0
	for _, s := range u.body {
		for n := s.First; n <= s.Last; n++ {
			if f.x.Node(n).HTML.Type == html.TextNode {
				words += f.x.Words(n)
			}
		}
	}
	if words == 0 || words > 40 {
		return false
	}
	text := strings.ToLower(f.bodyText(u))
	for _, d := range deletions {
		if strings.HasPrefix(text, d) {
			return true
		}
	}
	return f.x.Is(u.root, atom.Li) && text == "deleted"
}
