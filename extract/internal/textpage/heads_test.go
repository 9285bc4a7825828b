package textpage

import "testing"

func TestHeads(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines string
		want  head
		n     int
	}{
		{"name and date", "Ada Hill June 14, 2013 at 9:30 am\nYes.", head{author: "Ada Hill", date: "2013-06-14T09:30"}, 1},
		{"verb and date below", "Ada Hill says:\nJune 14, 2013 at 9:30 am\nYes.", head{author: "Ada Hill", date: "2013-06-14T09:30", said: true}, 2},
		{"glued", "AdaJune 14, 2013\nYes.", head{author: "Ada", date: "2013-06-14"}, 1},
		{"with joint", "Ada on June 14, 2013\nYes.", head{author: "Ada", date: "2013-06-14"}, 1},
		{"relative", "Ada\n3 days ago\nYes.", head{author: "Ada", shown: "3 days ago"}, 2},
		{"badge and answer", "Ada\nAuthor\nReply to Bo\nJune 14, 2013\nYes.", head{author: "Ada", date: "2013-06-14", answers: "Bo"}, 4},
		{"portrait before", "Ada Avatar\nAda\nJune 14, 2013\nYes.", head{author: "Ada", date: "2013-06-14"}, 3},
		{"portrait's name twice", "Ada Ada June 14, 2013\nYes.", head{author: "Ada", date: "2013-06-14"}, 1},
		{"bullet", "□ Ada says\n☆ June 14, 2013\nYes.", head{author: "Ada", date: "2013-06-14", said: true}, 2},
		{"verb alone", "Ada says:\nYes, and I would do it again, whatever they say about it.", head{author: "Ada", said: true}, 1},
		{"date alone", "June 14, 2013\nYes.", head{date: "2013-06-14"}, 1},
		{"a month is an archive", "June 2013\nYes.", head{}, 0},
		{"name alone", "Ada Hill\nYes, and I would do it again, whatever they say about it.", head{}, 0},
		{"text", "I was there on June 14, 2013 and saw nothing of the sort.\nYes.", head{}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines := split(test.lines)
			got, n := newHeadReader(lines, true).read(lines)
			if got != test.want || n != test.n {
				t.Errorf("got %+v in %d lines, want %+v in %d", got, n, test.want, test.n)
			}
		})
	}
}

func TestCommentsLine(t *testing.T) {
	for _, test := range []struct {
		text string
		n    int // -1: not counted
		ok   bool
	}{
		{"10 Comments", 10, true},
		{"1 comment:", 1, true},
		{"1,446 Comments", 1446, true},
		{"Comments (3)", 3, true},
		{"Comments 115", 115, true},
		{"COMMENTS", -1, true},
		{"One Comment", 1, true},
		{"6 thoughts on “Herons”", 6, true},
		{"2 responses to “Herons at the weir”", 2, true},
		{"124 Reader Comments", 124, true},
		{"5 Kommentare zu „Reiher“", 5, true},
		{"comments", 0, false},
		{"10 people", 0, false},
		{"Comments are what readers write under an article.", 0, false},
		{"", 0, false},
	} {
		n, ok := commentsLine(test.text)
		got := -1
		if n != nil {
			got = *n
		}
		if ok != test.ok || ok && got != test.n {
			t.Errorf("commentsLine(%q) = %d, %v, want %d, %v", test.text, got, ok, test.n, test.ok)
		}
	}
}

func TestUnlink(t *testing.T) {
	l := newLine(`   See [7]the guide[8], note [1] and pages[9]that follow.`)
	if next := unlink(&l, 7); next != 10 || l.text != "See the guide, note [1] and pages that follow." {
		t.Errorf("%d %q", next, l.text)
	}
}
