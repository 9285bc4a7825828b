package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
)

// isAccepted tells whether a unit is marked as the right answer: it is, or what alone it holds.
func (f *finder) isAccepted(u *unit) bool {
	n := u.root
	for range maxWrappers {
		if f.isMarkedRight(n) {
			return true
		}
		inner := f.x.FirstChild(n)
		for inner != dom.None && f.x.Chars(inner) == 0 {
			inner = f.x.NextSibling(inner)
		}
		if inner == dom.None || f.x.IsText(inner) || f.x.Chars(inner) < f.x.Chars(n) {
			return false
		}
		n = inner
	}
	return false
}

// maxWrappers is how many elements around one another may be the same unit.
const maxWrappers = 5

// rightAnswers are in the classes of answers that were accepted, in lower case and without hyphens.
var rightAnswers = [...]string{"acceptedanswer", "acceptedsolution", "isaccepted", "itemaccepted", "bestanswer", "chosenanswer", "issolution", "messagesolution"}

var withoutHyphens = strings.NewReplacer("-", "", "_", "")

// isMarkedRight tells whether a class or the microdata of an element call it the right answer.
func (f *finder) isMarkedRight(n dom.ID) bool {
	for _, a := range f.x.Node(n).HTML.Attr {
		switch a.Key {
		case "class":
			for token := range strings.FieldsSeq(a.Val) {
				switch token = strings.ToLower(token); token {
				case "accepted", "solution", "solved":
					return true
				}
				if containsAny(token, "accepted", "answer", "solution") && containsAny(withoutHyphens.Replace(token), rightAnswers[:]...) {
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

// deletions begin what stands in the place of a comment that was taken away.
var deletions = beginningsOf(phrases(
	"[deleted]|[removed]|[ removed|[deleted by|[flagged]|[dead]|deleted by|removed by|comment deleted|comment removed|this comment has been removed|"+
		"this comment was removed|this comment has been deleted|this comment was deleted|this post has been removed|this post was removed|"+
		"this post has been deleted|this post is deleted|this comment is deleted|this post was deleted|message deleted|this message was deleted|this message has been deleted|post deleted|post removed",
	"[gelöscht]|kommentar gelöscht|kommentar entfernt|beitrag gelöscht|dieser kommentar wurde gelöscht|dieser kommentar wurde entfernt|"+
		"dieser beitrag wurde gelöscht|dieser beitrag wurde entfernt|dieser beitrag wurde vom",
	"[supprimé]|commentaire supprimé|message supprimé|ce commentaire a été supprimé|ce message a été supprimé",
	"[eliminado]|comentario eliminado|mensaje eliminado|este comentario ha sido eliminado|este comentario fue eliminado|este mensaje ha sido eliminado",
	"[eliminato]|commento eliminato|commento rimosso|messaggio eliminato|questo commento è stato eliminato|questo commento è stato rimosso",
	"[usunięty]|komentarz usunięty|post usunięty|ten komentarz został usunięty|ten post został usunięty|komentarz został usunięty",
	"[removido]|comentário removido|comentário excluído|comentário apagado|este comentário foi removido|este comentário foi excluído",
	"[удалено]|комментарий удален|комментарий удалён|сообщение удалено|этот комментарий был удален|этот комментарий был удалён|этот комментарий удален",
	"[verwijderd]|reactie verwijderd|bericht verwijderd|deze reactie is verwijderd|dit bericht is verwijderd",
	"[silindi]|bu yorum silindi|bu yorum kaldırıldı|yorum silindi|yorum silinmiş|mesaj silindi",
	"このコメントは削除され|コメントは削除され|この投稿は削除され|削除されました|削除済み",
	"该评论已被删除|该评论已删除|此评论已被删除|此评论已删除|评论已删除|评论已被删除|此留言已被|该内容已被删除|内容已删除",
))

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
func isDeletion(text string) bool { return deletions.of(text) }
