package thread

import "testing"

func TestReadCount(t *testing.T) {
	for text, want := range map[string]int{
		"10 Comments": 10, "Comments (10)": 10, "Comments: 3": 3, "124 Reader Comments": 124, "1,204 comments": 1204, "One Comment": 1, "No comments": 0,
		"3 thoughts on “The mill”": 3, "One thought on “The mill”": 1, "10 Kommentare": 10, "Kommentare (2)": 2, "Ein Kommentar": 1,
		"5 commentaires": 5, "2 comentarios": 2, "Комментарии (7)": 7, "4 reacties": 4, "23 replies": 23, "2 Answers": 2, "16 posts": 15,
		"Posts: 3": 2, "Replies: 0": 0, "1.204 Kommentare": 1204,
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

func TestTrimName(t *testing.T) {
	for text, want := range map[string]string{
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

func TestReadNotice(t *testing.T) {
	for text, want := range map[string]statement{
		"Comments are closed.": sayClosed, "Sorry, comments are closed for this item.": sayClosed, "Comments have been disabled for this post": sayClosed,
		"Die Kommentarfunktion ist geschlossen.": sayClosed, "Les commentaires sont fermés": sayClosed, "Комментарии закрыты": sayClosed, "评论已关闭": sayClosed,
		"Not open for further replies.": sayClosed, "Leave a Reply": sayOpen, "Schreibe einen Kommentar": sayOpen, "Оставить комментарий": sayOpen,
		"The shop is closed on Sundays": sayNothing, "Three comments": sayNothing, "": sayNothing,
	} {
		if got := readNotice([]byte(text)); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
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
