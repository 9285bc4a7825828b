package thread

import "testing"

func TestReadCount(t *testing.T) {
	for text, want := range map[string]int{
		"10 Comments": 10, "Comments (10)": 10, "Comments: 3": 3, "124 Reader Comments": 124, "1,204 comments": 1204, "One Comment": 1, "No comments": 0,
		"3 thoughts on “The mill”": 3, "One thought on “The mill”": 1, "10 Kommentare": 10, "Kommentare (2)": 2, "Ein Kommentar": 1,
		"5 commentaires": 5, "2 comentarios": 2, "Комментарии (7)": 7, "4 reacties": 4, "23 replies": 23, "2 Answers": 2, "16 posts": 15,
		"Posts: 3": 2, "Replies: 0": 0, "1.204 Kommentare": 1204,
		"3 comments · 2 replies": 5, "3 Kommentare, 2 Antworten": 5, "3 comments, 2 likes": 3,
		"Joined 2003 Posts: 94": 93, "Comments": -1, "Leave a comment": -1, "Recent comments": -1, "The 10 best mills": -1, "": -1,
	} {
		n, ok := readCount(text, true)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q: got %d, want %d", text, n, want)
		}
	}
}

// TestReadCountLanguages holds the headings of comments and the counts of forums in twelve languages.
func TestReadCountLanguages(t *testing.T) {
	for text, want := range map[string]int{
		"10 Antworten": 10, "10 Beiträge": 9, "Ein Gedanke zu „Mühle“": 1, "3 Gedanken zu „Mühle“": 3, "10 Kommentare zu „Mühle“": 10, "Ein Kommentar zu „Mühle“": 1, "Kommentare: 10": 10, "1 Kommentar": 1,
		"10 réflexions sur « Moulin »": 10, "Une réflexion sur « Moulin »": 1, "10 réponses à « Moulin »": 10, "Commentaires (10)": 10, "Un commentaire": 1, "1 commentaire": 1,
		"10 comentarios en «Molino»": 10, "10 respuestas": 10, "Un comentario": 1, "10 pensamientos sobre “Molino”": 10, "10 respuestas a Molino": 10, "Comentarios 10": 10,
		"10 commenti su “Mulino”": 10, "Un commento": 1, "10 risposte": 10, "10 pensieri su “Mulino”": 10, "Commenti: 10": 10, "10 messaggi": 9,
		"10 komentarzy": 10, "2 komentarze": 2, "Jeden komentarz": 1, "10 odpowiedzi": 10, "10 myśli na temat „Młyn”": 10, "Komentarze (10)": 10, "10 postów": 9,
		"10 comentários": 10, "Um comentário": 1, "10 respostas": 10, "10 pensamentos sobre “Moinho”": 10, "10 respostas para Moinho": 10, "10 mensagens": 9,
		"10 комментариев": 10, "Комментариев: 10": 10, "2 комментария": 2, "Один комментарий": 1, "10 ответов": 10, "10 мыслей на “Мельница”": 10, "10 сообщений": 9, "Комментарии 10": 10, "Ответов: 10": 10,
		"10 reacties": 10, "Eén reactie": 1, "10 antwoorden": 10, "10 gedachten over “Molen”": 10, "Reacties (10)": 10, "10 berichten": 9, "10 opmerkingen": 10,
		"10 yorum": 10, "Bir yorum": 1, "10 yanıt": 10, "10 cevap": 10, "“Değirmen” için 10 yanıt": 10, "Yorumlar (10)": 10, "10 mesaj": 9, "“Değirmen” üzerine 10 düşünce": 10,
		"10件のコメント": 10, "コメント (10)": 10, "コメント（10）": 10, "コメント 10件": 10, "コメント10件": 10, "「水車」への10件のフィードバック": 10, "10 件の返信": 10, "水車 に 10 件のコメントがあります": 10, "回答 10件": 10, "コメント: 10": 10, "「水車」に1件のコメントがあります": 1,
		"10条评论": 10, "10 条评论": 10, "评论 (10)": 10, "评论（10）": 10, "共 10 条评论": 10, "《磨坊》有10条评论": 10, "《磨坊》上有10条评论": 10, "10 条回复": 10, "10 則留言": 10, "留言 (10)": 10, "10 个回答": 10, "10 則迴響": 10, "10 个评论": 10, "全部评论 10": 10, "评论：10": 10,
		"Schreibe einen Kommentar": -1, "Laisser un commentaire": -1, "Deja un comentario": -1, "Lascia un commento": -1, "Deixe um comentário": -1, "Geef een reactie": -1,
		"2019年5月3日 10:14 评论": -1, "コメントを残す": -1, "Keine Kommentare": 0, "Aucun commentaire": 0, "Sin comentarios": 0, "Nessun commento": 0, "Brak komentarzy": 0,
	} {
		n, ok := readCount(text, true)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q: got %d, want %d", text, n, want)
		}
	}
}

// TestBylineLanguages holds what programs write around the names of commenters in twelve languages.
func TestBylineLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"Anna schreibt:": "Anna", "Anna sagt:": "Anna", "Anna meinte:": "Anna", "Kommentar von Anna": "Anna", "Von Anna": "Anna", "Geschrieben von Anna": "Anna", "Verfasst von Anna": "Anna", "Gast Anna": "Gast Anna",
		"Anna dit :": "Anna", "Anna a dit :": "Anna", "Anna a écrit :": "Anna", "Par Anna": "Anna", "Écrit par Anna": "Anna", "Commentaire de Anna": "Anna", "Posté par Anna": "Anna", "Rédigé par : Anna": "Anna",
		"Anna dice:": "Anna", "Anna dijo:": "Anna", "Anna dijo...": "Anna", "Anna escribió:": "Anna", "Por Anna": "Anna", "Publicado por Anna": "Anna", "Comentario de Anna": "Anna", "Escrito por Anna": "Anna",
		"Anna ha detto:": "Anna", "Anna ha detto...": "Anna", "Anna scrive:": "Anna", "Di Anna": "Di Anna", "Scritto da Anna": "Anna", "Inviato da Anna": "Anna", "da Anna": "da Anna", "Commento di Anna": "Anna",
		"Anna pisze:": "Anna", "Anna powiedział(a):": "Anna", "Anna mówi:": "Anna", "Autor: Anna": "Anna", "Dodane przez Anna": "Anna", "przez Anna": "Anna", "Napisany przez Anna": "Anna", "Anna pisze...": "Anna", "Anna napisał(a)": "Anna",
		"Anna disse:": "Anna", "Anna diz:": "Anna", "Anna escreveu:": "Anna", "Escrito por Anna Maria": "Anna Maria", "Anna disse...": "Anna", "Comentado por Anna": "Anna",
		"Anna говорит:": "Anna", "Анна пишет:": "Анна", "Анна сказал(а):": "Анна", "Анна комментирует...": "Анна", "Автор: Анна": "Анна", "от Анна": "Анна", "Анна сказал:": "Анна", "Анна написал(а):": "Анна",
		"Anna schreef:": "Anna", "Anna zegt:": "Anna", "Door Anna": "Anna", "Geplaatst door Anna": "Anna", "Anna zei": "Anna", "Reactie van Anna": "Anna", "Geschreven door Anna": "Anna",
		"Anna dedi ki:": "Anna", "Anna dedi ki...": "Anna", "Anna diyor ki:": "Anna", "Anna yazdı:": "Anna", "Yazan: Anna": "Anna", "Gönderen: Anna": "Anna", "Anna der ki:": "Anna",
		"花子 より:": "花子", "花子より：": "花子", "花子 さんのコメント...": "花子", "投稿者: 花子": "花子", "投稿者：花子": "花子", "花子のコメント": "花子", "名前：花子": "花子", "by 花子": "花子", "花子 さん": "花子 さん",
		"小明说道：": "小明", "小明 说：": "小明", "小明說道：": "小明", "小明表示：": "小明", "小明说...": "小明", "作者：小明": "小明", "小明 提到...": "小明", "小明 發表於": "小明", "小明 发表于": "小明",
	} {
		if got := trimName(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTrimName(t *testing.T) {
	for text, want := range map[string]string{
		"Bo · May 4, 2021": "Bo", "Bo | 12 points": "Bo", "Bo · Siv": "Bo · Siv", "4 May · Bo": "4 May · Bo",
		"Anna says:": "Anna", "Anna Weber schreibt": "Anna Weber", "by Anna": "Anna", "Posted by: Anna": "Anna", "Anna said...": "Anna", "Anna Weber,": "Anna Weber",
		"<span>Anna</span>": "Anna", "  Anna   Weber ": "Anna Weber", "From Waste To Wind": "From Waste To Wind", "Byron": "Byron", "Posted by": "", "": "",
		"Mary Says": "Mary Says", "@anna@mills.example": "@anna@mills.example", "Par Anna,": "Anna", "Simon": "Simon", "Jason": "Jason",
	} {
		if got := trimName(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestIsName(t *testing.T) {
	for text, want := range map[string]bool{
		"Anna": true, "erin11": true, "花子": true, "Dr. Joan Salge Blake, EdD, MS, RDN, LDN, FAND": true, "🌸": true,
		"": false, "#12": false, "12": false, "[9]": false, "Reply": false, "3 May 2020": false, "2h": false, "https://mills.example": false, "says": false,
		"VBox Version: 7": false,
	} {
		if got := isName(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func TestBareID(t *testing.T) {
	for id, want := range map[string]string{
		"comment-12": "12", "li-comment-12": "12", "c8870915": "8870915", "p12": "12", "post_12": "12", "wpd-comm-51_0": "51", "thing_t1_o8nt5": "o8nt5",
		"comment-6a01": "6a01", "tree_641": "641", "comments": "", "": "", "a b1": "",
	} {
		if got := bareID(id); got != want {
			t.Errorf("%q: got %q, want %q", id, got, want)
		}
	}
}

// TestReadNotice holds what pages say in the words of WordPress, Blogger, phpBB, XenForo, Invision, Discourse and others.
func TestReadNotice(t *testing.T) {
	for want, texts := range map[statement][]string{
		sayClosed: {
			"Comments are closed.", "The comments to this entry are closed.", "Sorry, comments are closed for this item.", "Comments have been disabled for this post", "Comments Off on The mill",
			"New comments are not allowed.", "Not open for further replies.", "This topic is locked, you cannot edit posts or make further replies.",
			"This topic is now archived and is closed to further replies.", "This conversation has been locked and limited to collaborators.",
			"Closed. This question needs to be more focused. It is not currently accepting answers.", "New comments cannot be posted and votes cannot be cast.",
			"Die Kommentarfunktion ist geschlossen.", "Kommentare sind geschlossen.", "Kommentare deaktiviert für Die Mühle", "Neue Kommentare sind nicht zulässig.",
			"Dieses Thema ist gesperrt. Du kannst keine Beiträge editieren oder weitere Antworten erstellen.", "Es sind keine weiteren Antworten möglich.",
			"Der Artikel kann nicht mehr kommentiert werden.", "Die Diskussion ist geschlossen.",
			"Les commentaires sont fermés", "Les nouveaux commentaires ne sont pas autorisés.", "Commentaires fermés sur Le moulin", "Ce sujet est verrouillé.",
			"N'est pas ouverte pour d'autres réponses.", "Ce sujet ne peut plus recevoir de nouvelles réponses.",
			"Los comentarios están cerrados.", "No se permiten nuevos comentarios.", "Comentarios desactivados en El molino", "No está abierto para más respuestas.",
			"Este tema está cerrado, no puede editar mensajes o enviar nuevas respuestas",
			"I commenti sono chiusi.", "Nuovi commenti non sono consentiti.", "Commenti disabilitati su Il mulino", "Chiusa ad ulteriori risposte.",
			"Questo argomento è bloccato, non puoi modificare o inviare altri messaggi.",
			"Możliwość komentowania została wyłączona.", "Możliwość komentowania Młyn została wyłączona", "Komentarze są wyłączone.", "Nowe komentarze są niedozwolone.",
			"Ten temat jest zamknięty. Nie możesz w nim pisać ani edytować postów.", "Brak możliwości dodawania odpowiedzi.",
			"Os comentários estão encerrados.", "Os comentários estão fechados.", "Não são permitidos novos comentários.", "Comentários desativados em O moinho",
			"Este tópico está trancado, você não pode editar mensagens ou responder.", "Não está aberto para novas respostas.",
			"Комментарии закрыты", "Комментарии к записи Мельница отключены", "Новые комментарии запрещены.", "Эта тема закрыта, вы не можете редактировать сообщения",
			"Закрыто для дальнейших ответов.",
			"Reacties zijn gesloten.", "Reacties uitgeschakeld voor De molen", "Nieuwe reacties zijn niet toegestaan.", "Niet open voor verdere reacties.",
			"Dit onderwerp is gesloten, je kunt geen berichten wijzigen",
			"Yorumlar kapalı.", "Değirmen için yorumlar kapalı", "Yeni yorumlara izin verilmiyor.", "Bu konu kilitlendi.", "Bu başlık kilitlenmiştir.",
			"コメントは受け付けていません。", "現在コメントは受け付けておりません。", "新しいコメントは書き込めません。", "このトピックはロックされています。",
			"评论已关闭。", "磨坊已关闭评论", "留言功能已關閉。", "不允许使用新评论。", "这个主题已被锁定，您无法编辑帖子或发表新回复。",
		},
		sayOpen: {
			"Leave a Reply", "You must log in or register to reply here.", "You must be logged in to post a comment.", "Be the first to comment",
			"Schreibe einen Kommentar", "Kommentar hinterlassen", "Du musst angemeldet sein, um einen Kommentar abzugeben.", "Du musst dich einloggen, um hier zu antworten.",
			"Laisser un commentaire", "Vous devez vous connecter pour publier un commentaire.", "Répondre à ce sujet",
			"Deja una respuesta", "Deja un comentario", "Lo siento, debes estar conectado para publicar un comentario.",
			"Lascia un commento", "Devi essere connesso per inviare un commento.", "Devi accedere o registrarti per poter rispondere.",
			"Dodaj komentarz", "Musisz się zalogować, aby móc dodać komentarz.", "Dodaj odpowiedź",
			"Deixe um comentário", "Você precisa fazer o login para publicar um comentário.", "Deixar uma resposta",
			"Оставить комментарий", "Добавить комментарий", "Для отправки комментария вам необходимо авторизоваться.", "Вы должны войти, чтобы ответить.",
			"Geef een reactie", "Laat een antwoord achter", "Je moet ingelogd zijn om een reactie te plaatsen.",
			"Bir yanıt yazın", "Bir cevap yazın", "Yorum yapabilmek için oturum açmalısınız.", "Cevap yazmak için giriş yap veya kayıt ol.",
			"コメントを残す", "コメントを投稿するにはログインしてください。", "发表回复", "发表评论", "發佈留言", "您需要登录后才可以回帖 登录 | 立即注册",
		},
		sayNothing: {
			"The shop is closed on Sundays", "Three comments", "", "Die Mühle ist geschlossen.", "Les portes sont fermées.", "Las puertas están cerradas.",
			"Il mulino è chiuso.", "Młyn jest zamknięty.", "O moinho está fechado.", "Мельница закрыта.", "De molen is gesloten.", "Değirmen kapalı.", "水車は閉鎖されました。", "磨坊已关闭。",
		},
	} {
		for _, text := range texts {
			if got := readNotice([]byte(text)); got != want {
				t.Errorf("%q: got %d, want %d", text, got, want)
			}
		}
	}
}

func TestIsPermalink(t *testing.T) {
	for href, want := range map[string]bool{
		"#comment-12": true, "/2013/06/mill/comment-page-1/#comment-12": true, "viewtopic.php?p=311#p311": true, "/c/k1aaaa": true, "/post/12": true,
		"item?id=8": true, "#comments": false, "/c/7": false, "/c/machines/5": false, "/u/12": false, "/about": false,
	} {
		if got := isPermalink(href); got != want {
			t.Errorf("%q: got %v, want %v", href, got, want)
		}
	}
}

func TestNext(t *testing.T) {
	check(t, []fixture{
		{
			name: "older comments",
			url:  "https://m.example/mill/",
			html: `<body>` + article + `<div id="comments" class="comments-area"><h2>60 comments</h2><ol class="comment-list">` + comment + `</li></ol><nav class="navigation comment-navigation"><div class="nav-previous"><a href="/mill/comment-page-1/#comments">Older Comments</a></div></nav></div></body>`,
			want: `article declared=60 open=true next=https://m.example/mill/comment-page-1/#comments
				- Ann | 2020-01-01 | #1 | Yes.`,
		},
		{
			name: "numbers of pages",
			url:  "https://f.example/viewtopic.php?t=4",
			html: `<body><h1>Mills</h1><div class="post" id="p1"><a class="author" href="/user/ann">Ann</a> <time datetime="2020-01-01">1 Jan</time><div class="content">First?</div></div><div class="post" id="p2"><a class="author" href="/user/bo">Bo</a> <time datetime="2020-01-02">2 Jan</time><div class="content">Second.</div></div><div class="pagination"><strong>1</strong> <a href="./viewtopic.php?t=4&amp;start=25">2</a> <a href="./viewtopic.php?t=4&amp;start=50">3</a></div></body>`,
			want: `thread next=https://f.example/viewtopic.php?t=4&start=25
				post Ann | 2020-01-01 | #1 | First?
				- Bo | 2020-01-02 | #2 | Second.`,
		},
	})
}
