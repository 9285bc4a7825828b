package thread

import "strings"

// closings say that one can no longer comment.
var closings = phrases(
	"comments are closed|comments are now closed|comments have been closed|comments closed|comments off|comments are off|comments are turned off|"+
		"comments have been disabled|comments are disabled|comments disabled|comments are locked|commenting is closed|commenting is turned off|"+
		"commenting has been closed|commenting on this article is closed|commenting is disabled|comments for this thread are now closed|"+
		"comments on this entry are closed|comments to this entry are closed|comments to this post are closed|comments on this post are closed|comments for this post are closed|closed for comments|new comments are not allowed|"+
		"new comments cannot be posted|no new comments|this discussion is closed|this discussion is now closed|this discussion has been closed|"+
		"discussion is closed|this discussion has been archived|archived discussion|this thread is closed|thread closed|closed thread|closed topic|"+
		"thread is locked|this thread is locked|this thread has been locked|this thread is archived|this topic is closed|this topic is now closed|"+
		"this topic has been closed|topic closed|this topic was automatically closed|this topic is locked|topic locked|this topic has been locked|"+
		"post is locked|this post is locked|this post has been locked|locked post|this post is archived|this is an archived post|archived post|"+
		"this conversation has been locked|conversation was locked|this issue has been locked|not open for further replies|replies are closed|"+
		"replies are disabled|closed to new replies|closed to further replies|closed for new replies|new replies are no longer allowed|this question is closed|"+
		"not currently accepting answers|you cannot edit posts or make further replies|reading-only", // English
	"kommentare geschlossen|kommentare sind geschlossen|kommentare wurden geschlossen|kommentare deaktiviert|kommentare sind deaktiviert|"+
		"kommentare gesperrt|kommentarfunktion ist geschlossen|kommentarfunktion geschlossen|kommentarfunktion ist deaktiviert|kommentarfunktion deaktiviert|"+
		"kommentarfunktion wurde geschlossen|kommentarfunktion wurde deaktiviert|kommentarbereich ist geschlossen|kommentarbereich geschlossen|"+
		"kommentieren ist nicht mehr möglich|kann nicht mehr kommentiert werden|neue kommentare sind nicht|die diskussion ist geschlossen|"+
		"diskussion geschlossen|debatte ist geschlossen|thema geschlossen|geschlossenes thema|thema ist geschlossen|thema wurde geschlossen|thema ist gesperrt|"+
		"thema wurde gesperrt|gesperrtes thema|thema wurde automatisch|es sind keine weiteren antworten möglich|neue antworten sind nicht|"+
		"für weitere antworten geschlossen|thread geschlossen|beitrag ist archiviert", // German
	"les commentaires sont fermés|commentaires fermés|commentaires pour ce billet sont fermés|commentaires de ce billet sont fermés|les commentaires sont clos|commentaires clos|les commentaires sont désactivés|"+
		"commentaires désactivés|les commentaires ne sont plus|nouveaux commentaires ne sont pas autorisés|il n'est plus possible de commenter|"+
		"il n’est plus possible de commenter|sujet verrouillé|sujet est verrouillé|sujet fermé|sujet est fermé|sujet a été automatiquement fermé|"+
		"sujet ne peut plus recevoir de nouvelles réponses|fermé aux nouvelles réponses|discussion fermée|discussion est fermée|discussion verrouillée|"+
		"discussion est verrouillée|n'est pas ouverte pour d'autres réponses|n’est pas ouverte pour d’autres réponses", // French
	"comentarios están cerrados|comentarios cerrados|comentarios desactivados|comentarios están desactivados|comentarios deshabilitados|"+
		"no se permiten nuevos comentarios|no se permiten comentarios|tema cerrado|tema está cerrado|tema se encuentra cerrado|tema ha sido cerrado|"+
		"tema se cerró automáticamente|hilo cerrado|tema bloqueado|no está abierto para más respuestas|cerrado para nuevas respuestas|"+
		"cerrado a nuevas respuestas|discusión cerrada", // Spanish
	"commenti sono chiusi|commenti chiusi|commenti disabilitati|commenti sono disabilitati|commenti disattivati|non è più possibile commentare|"+
		"nuovi commenti non sono|discussione chiusa|discussione è chiusa|discussione bloccata|argomento chiuso|argomento è chiuso|argomento bloccato|"+
		"argomento è bloccato|argomento è stato chiuso|topic chiuso|chiusa ad ulteriori risposte|chiusa a nuove risposte|chiuso a nuove risposte", // Italian
	"komentarze są zamknięte|komentarze zamknięte|komentarze zostały zamknięte|komentarze są wyłączone|komentarze wyłączone|"+
		"komentarze zostały wyłączone|komentowanie jest wyłączone|komentowanie zostało wyłączone|możliwość komentowania…wyłączona|"+
		"możliwość komentowania została|nowe komentarze są niedozwolone|nowe komentarze nie są|temat zamknięty|temat jest zamknięty|"+
		"temat został zamknięty|temat został automatycznie zamknięty|temat zablokowany|temat jest zablokowany|temat przebywa obecnie w archiwum|"+
		"wątek zamknięty|wątek jest zamknięty|wątek został zamknięty|dyskusja zamknięta|brak możliwości dodawania odpowiedzi|"+
		"dodawanie nowych odpowiedzi zostało", // Polish
	"comentários estão fechados|comentários estão encerrados|comentários encerrados|comentários fechados|comentários desativados|"+
		"comentários estão desativados|novos comentários não são|não são permitidos novos comentários|tópico está fechado|tópico fechado|"+
		"tópico foi fechado|tópico trancado|tópico está trancado|tópico bloqueado|tópico está bloqueado|tópico foi arquivado|"+
		"não está aberto para novas respostas|fechado para novas respostas|novas respostas não são|discussão encerrada", // Portuguese
	"комментарии закрыты|комментарии отключены|комментарии к записи…отключены|"+
		"комментарии выключены|комментирование закрыто|комментирование отключено|"+
		"комментирование запрещено|комментировать нельзя|новые комментарии запрещены|"+
		"новые комментарии не|обсуждение закрыто|тема закрыта|"+
		"тема была автоматически закрыта|тема находится в архиве|"+
		"закрыто для дальнейших ответов|закрыта для дальнейших ответов|"+
		"закрыта для публикации ответов|нельзя размещать новые ответы", // Russian
	"reacties zijn gesloten|reacties gesloten|reacties uitgeschakeld|reacties zijn uitgeschakeld|reageren is niet meer mogelijk|nieuwe reacties zijn niet|"+
		"niet open voor verdere reacties|gesloten voor verdere|onderwerp is gesloten|onderwerp gesloten|topic gesloten|topic is gesloten|"+
		"topic is…automatisch gesloten|nieuwe antwoorden zijn niet|discussie is gesloten|discussie gesloten", // Dutch
	"yorumlar kapalı|yorumlar kapatıldı|yorumlar kapatılmış|yorumlara kapalı|yorumlara kapatıldı|yorumlara kapatılmıştır|yoruma kapalı|"+
		"yeni yorumlara izin verilmiyor|konu kilitli|konu kapalı|konu kapatıldı|konu kapatılmıştır|konu kilitlendi|başlık kilitlendi|"+
		"başlık kilitlenmiştir|cevaplara kapalı|cevaba kapalı|cevaba kapatıldı|cevaba kapatılmıştır|cevaplar için kapatılmıştır|"+
		"yanıtlara kapalı|yanıta kapalı|otomatik olarak kapatıldı|yeni yanıtlara izin verilmiyor", // Turkish
	"コメントは受け付けていません|コメントは受け付けておりません|コメントを受け付けていません|"+
		"コメントは閉じられています|コメントは停止|コメントは締め切|新しいコメントは書き込めません|"+
		"コメント欄は閉鎖|トピックはロックされ|スレッドはロックされ|自動的にクローズされました|"+
		"新たに返信することはできません|返信は締め切|受付は終了しました", // Japanese
	"评论已关闭|評論已關閉|评论功能已关闭|评论功能已被关闭|已关闭评论|关闭了评论|暂不开放评论|禁止评论|"+
		"留言已關閉|留言功能已關閉|留言功能已关闭|迴響已關閉|不允许使用新评论|不允许发表新评论|主题已关闭|"+
		"主題已關閉|主题已被锁定|主题已锁定|主題已鎖定|主題已被鎖定|本主题已关闭|话题已在…自动关闭|"+
		"不再允许新回复|不允许再回复|禁止回复|帖子已锁定|已被锁定", // Chinese
	"댓글이 닫혔습니다|댓글을 달 수 없습니다|댓글이 비활성화", // Korean
)

// openings offer to comment.
var openings = phrases(
	"leave a comment|leave a reply|leave a response|leave your comment|post a comment|post a reply|post comment|write a comment|write a reply|write a response|add a comment|"+
		"add comment|add your comment|add reply|add a reply|join the discussion|join the conversation|join this conversation|have your say|reply to this topic|"+
		"reply to thread|reply to topic|reply to story|post reply|quick reply|you must log in or register to reply|you must be logged in to post a comment|"+
		"you must be logged in to comment|you must be logged in to reply|log in to reply|login to reply|log in to comment|log in to leave a comment|"+
		"log in or sign up to comment|log in or sign up to leave a comment|sign in to comment|sign in to reply|sign up to reply|to post a comment|"+
		"to leave a comment|to post comments|register to reply|start the discussion|continue the discussion|be the first to comment|submit comment", // English
	"kommentar schreiben|kommentar verfassen|kommentar hinterlassen|kommentar abschicken|kommentar abgeben|kommentar hinzufügen|schreibe einen kommentar|"+
		"schreib einen kommentar|schreiben sie einen kommentar|hinterlasse einen kommentar|hinterlassen sie einen kommentar|einen kommentar abzugeben|"+
		"ihr kommentar zum|dein kommentar|antwort schreiben|antwort hinterlassen|antwort erstellen|schreibe eine antwort|hinterlasse eine antwort|"+
		"jetzt kommentieren|diskutieren sie mit|auf thema antworten|auf dieses thema antworten|um hier zu antworten|um zu antworten|um kommentare zu|"+
		"um kommentare verfassen", // German
	"laisser un commentaire|laissez un commentaire|ajouter un commentaire|écrire un commentaire|poster un commentaire|publier un commentaire|"+
		"laisser une réponse|laissez une réponse|votre commentaire|pour commenter|pour poster des commentaires|"+
		"publier des commentaires|répondre à ce sujet|poster une réponse|pour répondre", // French
	"deja un comentario|dejar un comentario|deja tu comentario|deja una respuesta|dejar una respuesta|dejar una contestación|publicar un comentario|"+
		"publicar comentario|escribe un comentario|añadir comentario|agregar comentario|enviar comentario|responder a este tema|publicar respuesta|"+
		"para responder aquí|para poder responder|para enviar comentarios|para poder comentar", // Spanish
	"lascia un commento|lascia una risposta|scrivi un commento|aggiungi un commento|inserisci un commento|inviare un commento|pubblica commento|"+
		"posta un commento|rispondi alla discussione|rispondi a questa discussione|per poter rispondere|per rispondere|per inserire commenti|"+
		"per poter inserire commenti", // Italian
	"dodaj komentarz|napisz komentarz|skomentuj|zostaw komentarz|dodać komentarz|prześlij komentarz|dodaj odpowiedź|zostaw odpowiedź|napisz odpowiedź|"+
		"odpowiedz w temacie|aby odpowiedzieć|aby móc odpowiedzieć|aby dodawać komentarze|by odpowiadać", // Polish
	"deixe um comentário|deixar um comentário|deixe seu comentário|deixe o seu comentário|deixe uma resposta|deixar uma resposta|escreva um comentário|"+
		"adicionar comentário|publicar um comentário|enviar comentário|postar um comentário|responder a este tópico|para responder aqui|para responder|"+
		"para postar comentários", // Portuguese
	"оставить комментарий|оставьте комментарий|добавить комментарий|"+
		"написать комментарий|отправить комментарий|отправки комментария|"+
		"ваш комментарий|оставить ответ|ответить в тему|ответить в теме|чтобы ответить|"+
		"чтобы оставить комментарий|чтобы комментировать|"+
		"чтобы отправлять комментарии|для отправки комментариев", // Russian
	"plaats een reactie|geef een reactie|laat een reactie achter|laat een antwoord achter|geef een antwoord|schrijf een reactie|reactie plaatsen|"+
		"een reactie te plaatsen|een reactie posten|reageer op dit onderwerp|reageer op dit topic|om te reageren|om hier te kunnen reageren|om reacties te", // Dutch
	"bir yorum yazın|bir cevap yazın|bir yanıt yazın|bir yorum bırakın|bir cevap bırakın|yorum yap|yorum yapın|yorum yapabilmek için|yorum yaz|"+
		"yorum ekle|yorum gönder|cevap yaz|yanıt yaz|cevap yazmak için|konuya cevap ver|yorum göndermek için", // Turkish
	"コメントを残す|コメントを投稿|コメントを書く|コメントする|コメントを追加|返信を残す|返信を書く|"+
		"返信するには", // Japanese
	"发表评论|發表評論|发表回复|發表回覆|发布评论|留下评论|添加评论|写评论|发表留言|發佈留言|發表留言|"+
		"發表迴響|登录后才可以回帖|登入後才可以|登录后评论|才能在此处回复|参与讨论", // Chinese
	"댓글 남기기|댓글 쓰기|댓글을 남겨주세요", // Korean
)

// seals are the words that say so alone, as a label at the title of a topic.
var seals = strings.Split("locked|archived|gesperrt|archiviert|verrouillé|archivé|bloqueado|archivado|bloccato|archiviato|zablokowany|zarchiwizowany|trancado|arquivado|в архиве|vergrendeld|gearchiveerd|kilitli|arşivlendi|ロック済み|已锁定|已鎖定|已归档", "|")
