package thread

import (
	"fmt"
	"strings"
	"testing"
)

// dated is a page in a language with comments of these dates, and a line above them.
func dated(language, above string, dates ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<html lang="%s"><body>%s<p class="post-date">%s</p><div id="comments">`, language, article, above)
	for i, d := range dates {
		fmt.Fprintf(&b, `<div class="comment" id="comment-%d"><span class="comment-author">Anna</span> <span class="comment-date">%s</span><div class="comment-text">The wheel number %d turns.</div></div>`,
			i+1, d, i+1)
	}
	b.WriteString(`</div></body></html>`)
	return b.String()
}

// TestCommentDates reads the dates above comments as themes write them in twelve languages, and those counted from the
// day on which the page was saved: here 10 March 2024, 12:00.
func TestCommentDates(t *testing.T) {
	for _, test := range []struct{ language, dates, want string }{
		{"en", "May 3, 2019 at 10:14 am|2 days ago|Yesterday at 9:30 PM", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"de", "3. Mai 2019 um 10:14 Uhr|vor 2 Tagen|Gestern, 21:30 Uhr", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"fr", "3 mai 2019 à 10h14|il y a 2 jours|Hier à 21 h 30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"es", "3 de mayo de 2019 a las 10:14|hace 2 días|Ayer a las 21:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"it", "3 maggio 2019 alle 10:14|2 giorni fa|Ieri alle 21.30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"pl", "dnia 3 maja 2019 o godz. 10:14|2 dni temu|Wczoraj o 21:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"pt", "3 de maio de 2019 às 10h14|há 2 dias|Ontem às 21:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"ru", "3 мая 2019 в 10:14|2 дня назад|Вчера в 21:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"nl", "3 mei 2019 om 10.14 uur|2 dagen geleden|Gisteren om 21:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"tr", "3 Mayıs 2019 saat 10:14|2 gün önce|Dün, 21:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"ja", "2019年5月3日 10時14分|2日前|昨日 午後9時30分", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
		{"zh", "2019年5月3日 上午10:14|2 天前|昨天 下午9:30", "2019-05-03T10:14|2024-03-08|2024-03-09T21:30"},
	} {
		got, log := find(t, dated(test.language, "", strings.Split(test.dates, "|")...), "")
		for i, want := range strings.Split(test.want, "|") {
			line := fmt.Sprintf("- Anna | %s | #%d | The wheel number %d turns.", want, i+1, i+1)
			if !strings.Contains(got, line) {
				t.Errorf("%s: no line %q in\n%s\nlog:\n%s", test.language, line, got, log)
			}
		}
	}
}

// TestOrderOfPage reads numeric dates of which one alone does not tell whether the day or the month comes first.
func TestOrderOfPage(t *testing.T) {
	for _, test := range []struct {
		name, language, url, above string
		dates                      []string
		want                       string
	}{
		{"a date above the comments decides", "en", "https://m.example.com/", "13/05/2020", []string{"02/06/2020", "03/06/2020"}, "2020-06-02"},
		{"another comment decides", "en", "https://m.example.com/", "", []string{"02/06/2020", "02/16/2020"}, "2020-02-06"},
		{"the weekday decides", "en", "https://m.example.com/", "", []string{"Tue 02/06/2020", "Wed 03/06/2020"}, "2020-06-02"},
		{"no comment is of the future", "en", "https://m.example.com/", "", []string{"02/06/2024", "02/07/2024"}, "2024-02-06"},
		{"Americans write the month first", "en", "https://m.example.com/", "", []string{"02-06-2020", "03-06-2020"}, "2020-02-06"},
		{"the English the day", "en", "https://m.example.co.uk/", "", []string{"02-06-2020", "03-06-2020"}, "2020-06-02"},
		{"and the French", "fr", "https://m.example.com/", "", []string{"02/06/2020", "03/06/2020"}, "2020-06-02"},
	} {
		got, log := find(t, dated(test.language, test.above, test.dates...), test.url)
		if line := "- Anna | " + test.want + " | #1 |"; !strings.Contains(got, line) {
			t.Errorf("%s: no line %q in\n%s\nlog:\n%s", test.name, line, got, log)
		}
	}
}
