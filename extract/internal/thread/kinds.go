package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
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

// acceptDescribed marks the answer that the page's structured data call the accepted one, where no class says which it
// is: the one at its address, or of its author and minute.
func (f *finder) acceptDescribed() {
	if f.ctx.Data == nil {
		return
	}
	accepted := f.ctx.Data.First("Question").Thing("acceptedAnswer")
	if accepted == nil {
		return
	}
	address, name := f.address(accepted.URL("url")), trimName(accepted.Text("author"))
	at, _ := dates.Machine(accepted.Text("datePublished", "dateCreated"))
	const minute = len("2006-01-02T15:04")
	for i := range f.units {
		u := &f.units[i].out
		same := address != "" && u.URL == address
		if u.Author != nil && u.Author.Name == name && len(at) >= minute && len(u.Published) >= minute {
			same = same || u.Published[:minute] == at[:minute]
		}
		u.Accepted = u.Accepted || same
	}
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
	text := f.bodyText(u)
	return isDeletion(text) || f.x.Is(u.root, atom.Li) && strings.EqualFold(text, "deleted")
}

// isDeletion tells whether a text begins as a notice does that a comment was taken away.
func isDeletion(text string) bool {
	return hasAnyPrefix(strings.ToLower(text), deletions[:]...)
}
