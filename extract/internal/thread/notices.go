package thread

import (
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dom"
)

// closings say that one can no longer comment, in lower case.
var closings = [...]string{
	"comments are closed", "comments are now closed", "comments have been closed", "comments closed",
	"comments have been disabled", "comments are disabled", "comments disabled", "commenting is closed",
	"commenting has been closed", "commenting on this article is closed", "comments for this thread are now closed",
	"comments on this entry are closed", "comments on this post are closed", "comments for this post are closed",
	"this discussion is closed",
	"this discussion is now closed", "this discussion has been closed", "discussion is closed", "this thread is closed",
	"thread closed", "this topic is closed", "this topic is now closed", "this topic has been closed", "topic closed",
	"this topic was automatically closed", "this topic is locked", "thread is locked",
	"this thread is locked", "this thread has been locked", "topic locked", "post is locked", "this post is locked",
	"this post is archived", "this is an archived post", "archived post", "locked post", "this thread is archived",
	"this discussion has been archived", "archived discussion", "new comments cannot be posted",
	"not open for further replies", "replies are closed", "closed for comments",
	"closed to new replies", "closed to further replies", "closed for new replies", "no new comments",
	"this question is closed", "you cannot edit posts or make further replies", "reading-only",
	"kommentare geschlossen", "kommentare sind geschlossen", "kommentare deaktiviert",
	"kommentarfunktion ist geschlossen", "kommentarfunktion geschlossen", "kommentarfunktion ist deaktiviert",
	"kommentarfunktion deaktiviert", "kommentieren ist nicht mehr möglich", "die kommentare sind deaktiviert",
	"thema geschlossen", "thema ist geschlossen", "thema ist gesperrt", "gesperrtes thema",
	"les commentaires sont fermés", "commentaires fermés", "les commentaires sont clos", "commentaires clos",
	"sujet verrouillé", "discussion fermée", "los comentarios están cerrados", "comentarios cerrados",
	"comentarios desactivados", "tema cerrado", "os comentários estão fechados", "comentários encerrados",
	"comentários fechados",
	"i commenti sono chiusi", "commenti chiusi", "commenti disabilitati", "komentarze są zamknięte",
	"komentarze zamknięte", "komentowanie jest wyłączone", "możliwość komentowania", "temat zamknięty",
	"комментарии закрыты", "комментирование закрыто", "обсуждение закрыто", "тема закрыта", "reacties zijn gesloten",
	"reacties gesloten", "yorumlar kapalı", "yorumlara kapalı",
	"コメントは受け付けていません", "コメントは受け付けておりません", "评论已关闭", "評論已關閉", "댓글이 닫혔습니다", "コメントは閉じられています",
}

// openings offer to comment, in lower case.
var openings = [...]string{
	"leave a comment", "leave a reply", "leave a response", "leave your comment", "post a comment", "post a reply",
	"post comment", "write a comment", "write a reply", "add a comment", "add comment", "add your comment", "add reply",
	"add a reply", "join the discussion", "join the conversation", "join this conversation", "have your say",
	"reply to this topic", "reply to thread", "post reply", "quick reply", "you must log in or register to reply",
	"you must be logged in to post a comment", "you must be logged in to comment", "you must be logged in to reply",
	"log in to reply", "login to reply", "log in to comment", "log in to leave a comment", "log in or sign up to comment",
	"sign in to comment", "sign in to reply", "sign up to reply", "to post a comment", "to leave a comment",
	"register to reply", "start the discussion", "be the first to comment", "submit comment", "reply to topic",
	"kommentar schreiben", "kommentar verfassen", "kommentar hinterlassen", "kommentar abschicken",
	"schreibe einen kommentar", "schreib einen kommentar", "hinterlasse einen kommentar", "antwort schreiben",
	"antwort hinterlassen", "jetzt kommentieren", "auf thema antworten", "laisser un commentaire",
	"ajouter un commentaire", "écrire un commentaire", "laissez un commentaire", "poster un commentaire",
	"deja un comentario", "deja una respuesta", "dejar un comentario", "publicar un comentario", "deixe um comentário",
	"deixe uma resposta",
	"lascia un commento", "scrivi un commento", "dodaj komentarz", "napisz komentarz", "skomentuj", "zostaw komentarz",
	"оставить комментарий", "добавить комментарий", "написать комментарий", "ваш комментарий", "plaats een reactie",
	"geef een reactie", "laat een reactie achter", "bir yorum yazın", "yorum yap", "コメントを残す", "コメントを投稿", "发表评论", "發表評論",
	"댓글 남기기",
}

// statement is what a text says of commenting.
type statement uint8

const (
	sayNothing statement = iota
	sayOpen
	sayClosed
)

// noticeWords are words of which each notice on commenting has one.
var noticeWords = func() map[string]bool {
	words := map[string]bool{}
	for _, list := range [...][]string{closings[:], openings[:]} {
		for _, notice := range list {
			longest := ""
			for _, w := range strings.FieldsFunc(notice, func(r rune) bool { return r == ' ' || r == '-' }) {
				if len(w) > len(longest) {
					longest = w
				}
			}
			words[longest] = true
		}
	}
	return words
}()

// maxNotice is how many words a notice has at most together with what stands around it.
const maxNotice = 40

// notice looks for what the short texts outside of the units say of commenting. That it is over has the last word.
func (f *finder) notice(topic bool) statement {
	for _, title := range f.marks.titles {
		f.buf = append(f.buf[:0], title...)
		if readNotice(f.buf) == sayClosed {
			return sayClosed
		}
	}
	says, from := sayNothing, 0
	if !topic && len(f.region) > 0 {
		from, _ = f.x.BlockRange(f.region[0].First)
	}
	if topic && f.isClosing() {
		return sayClosed
	}
	for i := from; i < len(f.x.Blocks()) && says != sayClosed; i++ {
		b := &f.x.Blocks()[i]
		if b.Words > maxNotice || b.Chars < 5 || b.Flags&(dom.InNav|dom.InAside) != 0 || f.inUnit(b.First) {
			continue
		}
		if len(f.found) == 0 && !f.isAboutComments(b.Box) {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		says = max(says, readNotice(f.buf))
	}
	return says
}

// isClosing tells whether the last post of a topic does nothing but say that the topic is closed, as programs and
// moderators do.
func (f *finder) isClosing() bool {
	if len(f.units) == 0 {
		return false
	}
	u := &f.units[len(f.units)-1]
	text := f.bodyText(u)
	return dom.Words(text) <= maxNotice/2 && hasAnyPrefix(strings.ToLower(text), closings[:]...)
}

// isAboutComments tells whether an element or one close around it is named for comments.
func (f *finder) isAboutComments(n dom.ID) bool {
	for up := 0; n > 0 && up < 4; n, up = f.x.Node(n).Parent, up+1 {
		if f.x.Node(n).Names&(dom.NameComment|dom.NameReply|dom.NameThread) != 0 {
			return true
		}
	}
	return false
}

// readNotice reads what a text says of commenting; the text is changed to lower case.
func readNotice(text []byte) statement {
	may, start := false, -1
	for i := 0; i <= len(text); i++ {
		var c byte
		if i < len(text) {
			if c = text[i]; c >= 'A' && c <= 'Z' {
				c |= 0x20
				text[i] = c
			}
			may = may || c >= 0xd0 // Cyrillic has capitals of its own; Chinese, Japanese, Korean have no words
		}
		if letter := c >= 'a' && c <= 'z' || c >= utf8.RuneSelf; letter && start < 0 {
			start = i
		} else if !letter && start >= 0 {
			may = may || i-start > 3 && noticeWords[string(text[start:i])]
			start = -1
		}
	}
	if !may {
		return sayNothing
	}
	s := strings.ToLower(string(text))
	for _, c := range closings {
		if strings.Contains(s, c) {
			return sayClosed
		}
	}
	for _, o := range openings {
		if strings.Contains(s, o) {
			return sayOpen
		}
	}
	return sayNothing
}
