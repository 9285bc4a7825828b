package thread

import "strings"

// countWords are the words that stand beside a number that counts comments, in lower case. It is true of those that
// count posts, of which the opening post is one.
var countWords = func() map[string]bool {
	words := map[string]bool{}
	for _, list := range [...]string{
		"comment comments commented reply replies response responses answer answers thought thoughts reaction",
		"kommentar kommentare kommentaren antwort antworten gedanke gedanken",
		"commentaire commentaires réponse réponses réaction réactions réflexion réflexions",
		"comentario comentarios respuesta respuestas pensamiento pensamientos",
		"commento commenti risposta risposte pensiero pensieri",
		"komentarz komentarze komentarzy odpowiedź odpowiedzi myśl myśli",
		"comentário comentários resposta respostas pensamento pensamentos",
		"комментарий комментария комментариев комментарии ответ ответа ответов отзыв отзыва отзывов мысль мысли мыслей",
		"reactie reacties antwoord antwoorden opmerking opmerkingen gedachte gedachten",
		"yorum yorumlar yanıt yanıtlar cevap cevaplar düşünce",
		"komentář komentáře komentářů коментар коментари коментара kommentti kommenttia hozzászólás kommentarer svar",
		"σχόλιο σχόλια comentariu comentarii komentar komentari komentara komentarji",
		"تعليق تعليقات التعليقات تعليقًا نظر نظرات دیدگاه دیدگاه\u200cها תגובה תגובות टिप्पणी टिप्पणियाँ टिप्पणियां",
	} {
		for w := range strings.FieldsSeq(list) {
			words[w] = false
		}
	}
	for w := range strings.FieldsSeq("post posts message messages beitrag beiträge beiträgen mensaje mensajes messaggio messaggi postów posty " +
		"wiadomości mensagem mensagens сообщение сообщения сообщений bericht berichten mesaj mesajlar ileti iletiler") {
		words[w] = true
	}
	return words
}()

// replyWords are those of them that may stand for answers to comments.
var replyWords = func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq("reply replies antwort antworten réponse réponses respuesta respuestas risposta risposte odpowiedź odpowiedzi " +
		"resposta respostas ответ ответа ответов antwoord antwoorden yanıt cevap") {
		words[w] = true
	}
	return words
}()

// talkHeadings are headings of a conversation that have no word for comments, in lower case.
var talkHeadings = phrases(
	"discussion|the discussion|discuss|join the discussion|conversation|the conversation|join the conversation|talkback|guestbook|your thoughts|readers write",
	"diskussion|diskutieren sie mit|diskutiere mit|gästebuch|ihre meinung|eure meinung|leserbriefe|lesermeinungen",
	"la discussion|vos avis|votre avis|livre d'or|discusión|debate|conversación|únete a la conversación|libro de visitas|tu opinión|opiniones de los lectores",
	"discussione|discussioni|dyskusja|dołącz do dyskusji|księga gości|discussão|debate|conversa",
	"обсуждение|обсуждения|обсудить|гостевая книга|discussie|praat mee|gastenboek|tartışma|讨论|討論|ディスカッション|토론",
)

// recentWords begin a heading over what was last said on a site, in lower case.
var recentWords = strings.Fields("recent latest newest neueste neuste letzte aktuelle derniers dernières récents últimos últimas recientes ultimi ultime " +
	"ostatnie najnowsze recentes последние новые recente laatste nieuwste son seneste senaste siste")

// numberWords are the numbers that are written in words before the word for comments, and stand there alone: "One
// comment", but not "Laisser un commentaire".
var numberWords = func() map[string]int {
	words := map[string]int{}
	for n, list := range [...]string{
		"no keine kein aucun sin ningún nessun nessuna brak nenhum nenhuma нет geen",
		"one ein eine un une uno una um uma jeden jedna один одна een één eén bir",
	} {
		for w := range strings.FieldsSeq(list) {
			words[w] = n
		}
	}
	return words
}()

// ideographWords are the same in scripts that do not part words.
var ideographWords = [...]string{"コメント", "返信", "回答", "フィードバック", "评论", "評論", "回复", "回覆", "留言", "迴響", "댓글", "답글", "답변"}

// ideographCount reads the count beside such a word: "10件のコメント", "评论 (10)", "10 條留言".
func ideographCount(s string) (int, bool) {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x3040 }) < 0 {
		return 0, false
	}
	for _, w := range ideographWords {
		before, after, ok := strings.Cut(s, w)
		if !ok {
			continue
		}
		before = strings.TrimRight(before, " 件個个条條則则筆篇의개の")
		i := len(strings.TrimRight(before, "0123456789,"))
		if i < len(before) && (i == 0 || strings.IndexByte("-:/.", before[i-1]) < 0) { // no date, no time of day
			return number(before[i:])
		}
		after = strings.TrimLeft(after, " :：(（")
		i = len(after) - len(strings.TrimLeft(after, "0123456789,"))
		if rest := strings.TrimLeft(after[i:], " )）件個个条條則则筆篇개"); i > 0 && rest == "" {
			return number(after[:i])
		}
	}
	return 0, false
}
