package dates

import (
	"testing"
	"time"
)

func TestGuessOrder(t *testing.T) {
	for _, test := range []struct {
		name    string
		samples []string
		want    Order
	}{
		{"none", nil, Unknown},
		{"no numeric dates", []string{"June 14, 2013", "5 comments"}, Unknown},
		{"one above 12", []string{"03/04/2013", "14/06/2013"}, DayFirst},
		{"one above 12, month first", []string{"03/04/2013 9:30 pm", "Posted 6/14/2013"}, MonthFirst},
		{"most decide", []string{"6/14/2013", "6/15/2013", "14/6/2013"}, MonthFirst},
		{"run of days", []string{"01/06/2013", "02/06/2013", "05/06/2013", "03/07/2013"}, DayFirst},
		{"run of months", []string{"01/06/2013", "02/06/2013", "05/06/2013", "06/01/2013"}, MonthFirst},
		{"run back", []string{"03/07/2013", "05/06/2013", "02/06/2013", "01/06/2013"}, DayFirst},
		{"run in both", []string{"01/01/2013", "02/02/2013", "03/03/2013"}, Unknown},
		{"two are no run", []string{"01/06/2013", "03/05/2013"}, Unknown},
		{"year first", []string{"2013-06-14", "2013-06-15"}, YearFirst},
		{"year first and others", []string{"2013-06-14", "14.06.2013"}, DayFirst},
	} {
		if got := GuessOrder(time.Time{}, test.samples); got != test.want {
			t.Errorf("%s: GuessOrder(%q) = %v; want %v", test.name, test.samples, got, test.want)
		}
	}
}

func TestGuessOrderEvidence(t *testing.T) {
	for _, test := range []struct {
		name           string
		now            time.Time
		series, others []string
		want           Order
	}{
		{"a part above 12 elsewhere", time.Time{}, []string{"03/05/2020", "04/05/2020"}, []string{"13/05/2020"}, DayFirst},
		{"the first decides with those elsewhere", time.Time{}, []string{"5/13/2020"}, []string{"03/05/2020"}, MonthFirst},
		{"the weekday", time.Time{}, []string{"Fri 03/05/2019"}, nil, DayFirst},
		{"the weekday, month first", time.Time{}, []string{"Tue, 03/05/2019 7:41 pm"}, nil, MonthFirst},
		{"the weekday in German", time.Time{}, []string{"Mi 04.12.2019 22:14"}, nil, DayFirst},
		{"no such weekday", time.Time{}, []string{"so 14/05/2019"}, nil, DayFirst},
		{"not after the page was saved", time.Date(2013, 6, 15, 0, 0, 0, 0, time.UTC), []string{"03/12/2013"}, nil, MonthFirst},
		{"both before", time.Date(2013, 12, 31, 0, 0, 0, 0, time.UTC), []string{"03/12/2013"}, nil, Unknown},
		{"nothing decides", time.Time{}, []string{"02-12-2025"}, nil, Unknown},
	} {
		if got := GuessOrder(test.now, test.series, test.others...); got != test.want {
			t.Errorf("%s: GuessOrder(%q, %q) = %v; want %v", test.name, test.series, test.others, got, test.want)
		}
	}
}

// TestDefaultOrder reads dates of which nothing on the page tells the order.
func TestDefaultOrder(t *testing.T) {
	for _, test := range []struct{ language, host, in, want string }{
		{"en", "blog.example.com", "02-12-2025", "2025-02-12"},
		{"en", "blog.example.co.uk", "02-12-2025", "2025-12-02"},
		{"en", "example.com.au", "02/12/2025", "2025-12-02"},
		{"en-CA", "example.ca", "02/12/2025", "2025-12-02"},
		{"en-US", "example.co.uk", "02/12/2025", "2025-02-12"},
		{"", "", "02/12/2025", "2025-02-12"},
		{"en", "", "02.12.2025", "2025-12-02"},
		{"de", "example.com", "02/12/2025", "2025-12-02"},
		{"fr", "example.com", "02/12/2025", "2025-12-02"},
		{"es", "example.com", "02/12/2025", "2025-12-02"},
		{"it", "example.com", "02/12/2025", "2025-12-02"},
		{"pl", "example.com", "02-12-2025", "2025-12-02"},
		{"pt", "example.com", "02/12/2025", "2025-12-02"},
		{"ru", "example.com", "02.12.2025", "2025-12-02"},
		{"nl", "example.com", "02-12-2025", "2025-12-02"},
		{"tr", "example.com", "02/12/2025", "2025-12-02"},
		{"ja", "example.com", "25/02/12", "2025-02-12"},
		{"zh", "example.com", "2025-02-12", "2025-02-12"},
	} {
		r := Reader{Language: Region(test.language, test.host)}
		if got, ok := r.Read(test.in); string(got) != test.want || !ok {
			t.Errorf("%s at %s: Read(%q) = %q, %v; want %q", test.language, test.host, test.in, got, ok, test.want)
		}
	}
}

func TestOrderGiven(t *testing.T) {
	for _, test := range []struct {
		reader   Reader
		in, want string
	}{
		{Reader{Order: DayFirst, Language: "en-US"}, "6/7/2013", "2013-07-06"},
		{Reader{Order: MonthFirst, Language: "de"}, "06.07.2013", "2013-06-07"},
		{Reader{Order: YearFirst}, "06/07/08", "2006-07-08"},
		{Reader{Order: YearFirst}, "06/07/2008", "2008-06-07"},
		{Reader{Order: MonthFirst}, "14/6/2013", "2013-06-14"}, // cannot be, so it is not
	} {
		if got, ok := test.reader.Read(test.in); string(got) != test.want || !ok {
			t.Errorf("%+v: Read(%q) = %q, %v; want %q", test.reader, test.in, got, ok, test.want)
		}
	}
}
