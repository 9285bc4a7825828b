package thread

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// closings say that one can no longer comment, in lower case.
var closings = [...]string{
	"comments are closed", "comments are now closed", "comments have been closed", "comments closed", "comments have been disabled", "comments are disabled", "comments disabled", "commenting is closed",
	"commenting has been closed", "commenting on this article is closed", "comments for this thread are now closed", "comments on this entry are closed", "comments on this post are closed", "comments for this post are closed", "this discussion is closed",
	"this discussion is now closed", "this discussion has been closed", "discussion is closed", "this thread is closed", "thread closed", "this topic is closed", "this topic is now closed", "this topic has been closed", "topic closed", "this topic was automatically closed", "this topic is locked", "thread is locked",
	"this thread is locked", "this thread has been locked", "topic locked", "post is locked", "this post is locked", "this post is archived", "this is an archived post", "archived post", "locked post", "this thread is archived", "this discussion has been archived", "archived discussion", "new comments cannot be posted", "not open for further replies", "replies are closed", "closed for comments",
	"closed to new replies", "closed to further replies", "closed for new replies", "no new comments", "this question is closed", "you cannot edit posts or make further replies", "reading-only",
	"kommentare geschlossen", "kommentare sind geschlossen", "kommentare deaktiviert", "kommentarfunktion ist geschlossen", "kommentarfunktion geschlossen", "kommentarfunktion ist deaktiviert", "kommentarfunktion deaktiviert", "kommentieren ist nicht mehr möglich", "die kommentare sind deaktiviert", "thema geschlossen", "thema ist geschlossen", "thema ist gesperrt", "gesperrtes thema",
	"les commentaires sont fermés", "commentaires fermés", "les commentaires sont clos", "commentaires clos", "sujet verrouillé", "discussion fermée", "los comentarios están cerrados", "comentarios cerrados", "comentarios desactivados", "tema cerrado", "os comentários estão fechados", "comentários encerrados", "comentários fechados",
	"i commenti sono chiusi", "commenti chiusi", "commenti disabilitati", "komentarze są zamknięte", "komentarze zamknięte", "komentowanie jest wyłączone", "możliwość komentowania", "temat zamknięty", "комментарии закрыты", "комментирование закрыто", "обсуждение закрыто", "тема закрыта", "reacties zijn gesloten", "reacties gesloten", "yorumlar kapalı", "yorumlara kapalı",
	"コメントは受け付けていません", "コメントは受け付けておりません", "评论已关闭", "評論已關閉", "댓글이 닫혔습니다", "コメントは閉じられています",
}

// openness is false when the page says that commenting is over, true when it offers a form or a control to answer, nil
// when it says nothing.
func (f *finder) openness(topic bool) *bool {
	if len(f.units) == 0 && f.marks.names&unitNames == 0 {
		return nil
	}
	open, closed := true, false
	offers := false
	switch f.notice(topic) {
	case sayClosed:
		return &closed
	case sayOpen:
		offers = true
	}
	if offers || f.offersReply() {
		return &open
	}
	return nil
}

// openings offer to comment, in lower case.
var openings = [...]string{
	"leave a comment", "leave a reply", "leave a response", "leave your comment", "post a comment", "post a reply", "post comment", "write a comment", "write a reply", "add a comment", "add comment", "add your comment", "add reply", "add a reply", "join the discussion", "join the conversation", "join this conversation", "have your say",
	"reply to this topic", "reply to thread", "post reply", "quick reply", "you must log in or register to reply", "you must be logged in to post a comment", "you must be logged in to comment", "you must be logged in to reply", "log in to reply", "login to reply", "log in to comment", "log in to leave a comment", "log in or sign up to comment", "sign in to comment", "sign in to reply", "sign up to reply", "to post a comment", "to leave a comment", "register to reply", "start the discussion", "be the first to comment", "submit comment", "reply to topic",
	"kommentar schreiben", "kommentar verfassen", "kommentar hinterlassen", "kommentar abschicken", "schreibe einen kommentar", "schreib einen kommentar", "hinterlasse einen kommentar", "antwort schreiben", "antwort hinterlassen", "jetzt kommentieren", "auf thema antworten", "laisser un commentaire", "ajouter un commentaire", "écrire un commentaire", "laissez un commentaire", "poster un commentaire", "deja un comentario", "deja una respuesta", "dejar un comentario", "publicar un comentario", "deixe um comentário", "deixe uma resposta",
	"lascia un commento", "scrivi un commento", "dodaj komentarz", "napisz komentarz", "skomentuj", "zostaw komentarz", "оставить комментарий", "добавить комментарий", "написать комментарий", "ваш комментарий", "plaats een reactie", "geef een reactie", "laat een reactie achter", "bir yorum yazın", "yorum yap", "コメントを残す", "コメントを投稿", "发表评论", "發表評論", "댓글 남기기",
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
	says, from := sayNothing, 0
	if !topic && len(f.region) > 0 {
		from, _ = f.x.BlockRange(f.region[0].First)
	}
	for _, title := range f.marks.titles {
		f.buf = append(f.buf[:0], title...)
		if readNotice(f.buf) == sayClosed {
			return sayClosed
		}
	}
	for i := from; i < len(f.x.Blocks()); i++ {
		b := &f.x.Blocks()[i]
		if b.Words > maxNotice || b.Chars < 5 || b.Flags&(dom.InNav|dom.InAside) != 0 || f.inBody(b.First) {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		says = max(says, readNotice(f.buf))
		if says == sayClosed {
			break
		}
	}
	return says
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

// inBody tells whether n stands in the body of a unit: of the last that begins before it, or of one around that.
func (f *finder) inBody(n dom.ID) bool {
	i := f.unitFrom(n+1) - 1
	for steps := 0; i >= 0 && steps < maxPeers; i, steps = i-1, steps+1 {
		if f.units[i].body.Contains(n) {
			return true
		}
	}
	return false
}

// offersReply tells whether the page has a field to comment in, or controls to answer.
func (f *finder) offersReply() bool {
	replies := 0
	for i := range f.units {
		for _, c := range f.units[i].marks {
			if c.kind&markReply != 0 {
				replies++
				break
			}
		}
	}
	if replies > 0 && replies*3 >= len(f.units) {
		return true
	}
	for _, t := range f.marks.fields {
		for n := t; n > 0 && !f.x.Is(n, atom.Body); n = f.x.Node(n).Parent {
			if f.x.Node(n).Names&(dom.NameComment|dom.NameReply|dom.NameMessage) != 0 {
				return true
			}
		}
		if name := f.x.Attr(t, "name"); strings.Contains(name, "comment") || strings.Contains(name, "message") {
			return true
		}
	}
	return false
}

// nextWords name the link to the next page of comments, in lower case.
var nextWords = [...]string{"next", "next page", "next comments", "newer comments", "older comments", "more comments", "load more comments", "view more comments", "show more comments", "›", "»", "next ›", "next »", "next >", ">", "older", "weiter", "nächste", "nächste seite", "neuere kommentare", "ältere kommentare", "suivant", "page suivante", "siguiente", "successivo", "następna", "dalej", "следующая", "вперёд", "volgende", "próxima", "próximo", "sonraki", "次へ", "下一页"}

// next is the address of the next page of comments, "" if there is none.
func (f *finder) next(topic bool) string {
	for _, m := range f.x.Metas {
		if topic && f.x.Attr(m, "rel") == "next" {
			return f.address(f.x.Attr(m, "href"))
		}
	}
	if len(f.found) == 0 {
		return ""
	}
	current := 0 // the number of this page, if a pager was passed that shows it without a link
	for n := dom.ID(0); n < dom.ID(f.x.Len()); n++ {
		node := f.x.Node(n)
		if node.Flags&(dom.InLink|dom.Blank|dom.NotText) == 0 && f.x.IsText(n) && len(node.HTML.Data) < 12 && f.inPager(n) {
			if k, ok := number(node.HTML.Data); ok {
				current = k
			}
			continue
		}
		if node.Tag != atom.A || f.x.Chars(n) > 30 || !topic && !f.region.Contains(n) || f.inUnit(n) {
			continue
		}
		href := f.x.Attr(n, "href")
		if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(href, "javascript:") {
			continue
		}
		if f.x.Attr(n, "rel") == "next" || f.isNextLabel(n) || current > 0 && f.x.Text(n) == strconv.Itoa(current+1) && f.inPager(n) {
			return f.address(href)
		}
	}
	return ""
}

func (f *finder) isNextLabel(n dom.ID) bool {
	text := strings.ToLower(f.x.Text(n))
	if bare := strings.Trim(text, " ←→«»‹›>"); bare != "" {
		text = bare
	}
	for _, w := range nextWords {
		if text == w {
			return f.inPager(n) || len(text) > 8
		}
	}
	return false
}

// inPager tells whether a link stands among those that lead to other pages.
func (f *finder) inPager(n dom.ID) bool {
	for up := 0; n > 0 && up < 5; n, up = f.x.Node(n).Parent, up+1 {
		if f.x.Node(n).Names&(dom.NamePager|dom.NameNav) != 0 || f.x.Node(n).Flags&dom.InNav != 0 {
			return true
		}
	}
	return false
}
