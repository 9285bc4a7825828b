package dates

import (
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/page"
)

func TestFind(t *testing.T) {
	for _, test := range []struct {
		in   string
		want page.Date
		text string
	}{
		{"Jane Doe says: June 14, 2013 at 9:30 pm", "2013-06-14T21:30", "June 14, 2013 at 9:30 pm"},
		{"By Jane Doe on Friday, June 14, 2013 in News", "2013-06-14", "Friday, June 14, 2013"},
		{"3. Jane (June 14, 2013, 21:30): I do not think so.", "2013-06-14T21:30", "June 14, 2013, 21:30"},
		{"Essay | 2013.06.14 | Jane Doe", "2013-06-14", "2013.06.14"},
		{"Jane Doe schrieb am Freitag, den 14. Juni 2013 um 09:30 Uhr:", "2013-06-14T09:30", "Freitag, den 14. Juni 2013 um 09:30 Uhr"},
		{"#12 14.06.2013, 12:30 Jane", "2013-06-14T12:30", "14.06.2013, 12:30"},
		{"Par Jane Doe, le 14 juin 2013 à 9 h 30", "2013-06-14T09:30", "14 juin 2013 à 9 h 30"},
		{"発表于2013年6月14日下午9:30来自", "2013-06-14T21:30", "2013年6月14日下午9:30"},
		{"作者２０１３年６月１４日。", "2013-06-14", "２０１３年６月１４日"},
		{"posted at 9:30 pm on June 14, 2013.", "2013-06-14T21:30", "9:30 pm on June 14, 2013"},
		{"in the 12 days of March 2013 we", "2013-03", "March 2013"},
		{"12 June 14, 2013", "2013-06-14", "June 14, 2013"},
		{"seen 2013-06-14, not 2013-06-15", "2013-06-14", "2013-06-14"},
		{"It happened 3 days ago in June 2013", "2013-06-12", "3 days ago"},
		{"Jane on 14 May at 9:30", "2013-05-14T09:30", "14 May at 9:30"},
		{"https://example.org/2013/06/14/name", "", ""},
		{"2013-06-14-release-notes", "", ""},
		{"img_20130614_2013-06-14.jpg", "", ""},
		{"version 1.12.2013.4 and 10.12.13", "2013-12-10", "10.12.13"},
		{"we may 5 times", "", ""},
		{"scores of 3-4-13 were", "", ""},
		{"no date", "", ""},
		{"", "", ""},
		{"\xff14\xff June 2013", "2013-06", "June 2013"},
	} {
		r := Reader{Now: saturday}
		got, start, end, ok := r.Find(test.in)
		if got != test.want || test.in[start:end] != test.text || ok != (test.want != "") {
			t.Errorf("Find(%q) = %q at %q, %v; want %q at %q", test.in, got, test.in[start:end], ok, test.want, test.text)
		}
	}
}

// TestFindLinear fails by its time: were a text read again from each of its numbers, this would take minutes.
func TestFindLinear(t *testing.T) {
	for _, piece := range []string{"1", "1 ", "June ", "1/1/", "9:30 ", "1\u3000", "年", "2013年", "mar 1 ", "1" + strings.Repeat(" ", 500), "1 " + strings.Repeat("a", 500), "2013-06-"} {
		r := Reader{Now: saturday}
		text := strings.Repeat(piece, 1<<17/len(piece))
		if d, _, _, ok := r.Find(text); ok {
			t.Errorf("Find(%q again and again) = %q", piece, d)
		}
	}
}
