package dates

import "testing"

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
		if got := GuessOrder(test.samples); got != test.want {
			t.Errorf("%s: GuessOrder(%q) = %v; want %v", test.name, test.samples, got, test.want)
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
