package dates

import (
	"testing"
	"time"

	"github.com/scholia/scholia/extract/page"
)

// now is a Saturday.
var now0 = time.Date(2013, 6, 15, 14, 20, 0, 0, time.UTC)

func TestMachine(t *testing.T) {
	for _, test := range []struct {
		in   string
		want page.Date
	}{
		{"2013-06-14T09:30:05.123+02:00", "2013-06-14T09:30:05+02:00"},
		{"2013-06-14 9:30 +0200", "2013-06-14T09:30+02:00"},
		{"20130614T093005Z", "2013-06-14T09:30:05Z"},
		{"1371202205", "2013-06-14T09:30:05Z"},
		{"1371202205123", "2013-06-14T09:30:05Z"},
		{"Fri, 14 Jun 2013 09:30:05 GMT", "2013-06-14T09:30:05Z"},
		{"0001-01-01T00:00:00Z", ""},
		{"1970-01-01T00:00:00+00:00", ""},
		{"06/14/2013", "2013-06-14"},
		{"06/07/2013", ""},
	} {
		if got, ok := Machine(test.in); got != test.want || ok != (test.want != "") {
			t.Errorf("Machine(%q) = %q, %v; want %q", test.in, got, ok, test.want)
		}
	}
}

func TestRead(t *testing.T) {
	r := Reader{Now: now0}
	for _, test := range []struct {
		in   string
		want page.Date
	}{
		{"Posted on June 14, 2013 at 9:30 pm", "2013-06-14T21:30"},
		{"Freitag, 14. Juni 2013, 09:30 Uhr", "2013-06-14T09:30"},
		{"am 14. Juni 2013 um 9:30", "2013-06-14T09:30"},
		{"14 juin 2013 à 9 h 30", "2013-06-14T09:30"},
		{"2013年6月14日 9:30", "2013-06-14T09:30"},
		{"3 days ago", "2013-06-12"},
		{"5 comments", ""},
		{"We met on June 14, 2013 in Rome", ""},
	} {
		if got, ok := r.Read(test.in); got != test.want || ok != (test.want != "") {
			t.Errorf("Read(%q) = %q, %v; want %q", test.in, got, ok, test.want)
		}
	}
}
