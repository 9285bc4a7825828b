package dates

import (
	"testing"
	"time"

	"github.com/scholia/scholia/extract/page"
)

// saturday is when the pages of these tests were saved.
var saturday = time.Date(2013, 6, 15, 14, 20, 0, 0, time.UTC)

func TestRelative(t *testing.T) {
	for _, test := range []struct {
		in   string
		want page.Date
	}{
		{"just now", "2013-06-15T14:20"},
		{"30 seconds ago", "2013-06-15T14:19"},
		{"5 minutes ago", "2013-06-15T14:15"},
		{"an hour ago", "2013-06-15"},
		{"20 hours ago", "2013-06-14"},
		{"3 days ago", "2013-06-12"},
		{"a day ago", "2013-06-14"},
		{"about 2 weeks ago", "2013-06"},
		{"3 months ago", "2013-03"},
		{"6 months ago", "2012-12"},
		{"over a year ago", "2012"},
		{"2 yrs ago", "2011"},
		{"1 year, 2 months ago", "2012-04"},
		{"1 hour and 5 minutes ago", "2013-06-15T13:15"},
		{"Posted 3 days ago", "2013-06-12"},
		{"(3 days ago)", "2013-06-12"},
		{"5m", "2013-06-15T14:15"},
		{"2h", "2013-06-15"},
		{"3d", "2013-06-12"},
		{"3d ago", "2013-06-12"},
		{"1y", "2012"},
		{"6mo", "2012-12"},
		{"today", "2013-06-15"},
		{"Today at 9:30 AM", "2013-06-15T09:30"},
		{"Yesterday, 09:30 PM", "2013-06-14T21:30"},
		{"Monday at 9:30 AM", "2013-06-10T09:30"},
		{"Saturday at 9:30 AM", "2013-06-15T09:30"},
		{"vor 3 Tagen", "2013-06-12"},
		{"vor einer Stunde", "2013-06-15"},
		{"vor etwa 2 Monaten", "2013-04"},
		{"gestern um 9:30 Uhr", "2013-06-14T09:30"},
		{"heute, 9:30", "2013-06-15T09:30"},
		{"il y a 3 jours", "2013-06-12"},
		{"il y a environ un mois", "2013-05"},
		{"hier à 9h30", "2013-06-14T09:30"},
		{"aujourd'hui à 9h30", "2013-06-15T09:30"},
		{"Aujourd’hui", "2013-06-15"},
		{"i går kl. 09:30", "2013-06-14T09:30"},
		{"i dag kl 9.30", "2013-06-15T09:30"},
		{"hace 3 días", "2013-06-12"},
		{"hace un año", "2012"},
		{"3 giorni fa", "2013-06-12"},
		{"ieri alle 9:30", "2013-06-14T09:30"},
		{"3 dni temu", "2013-06-12"},
		{"wczoraj o 9:30", "2013-06-14T09:30"},
		{"há 3 dias", "2013-06-12"},
		{"3 dias atrás", "2013-06-12"},
		{"3 дня назад", "2013-06-12"},
		{"вчера в 9:30", "2013-06-14T09:30"},
		{"3 dagen geleden", "2013-06-12"},
		{"3 gün önce", "2013-06-12"},
		{"před 3 dny", "2013-06-12"},
		{"för 3 dagar sedan", "2013-06-12"},
		{"for 3 dager siden", "2013-06-12"},
		{"3 päivää sitten", "2013-06-12"},
		{"3 дні тому", "2013-06-12"},
		{"3日前", "2013-06-12"},
		{"2時間前", "2013-06-15"},
		{"3天前", "2013-06-12"},
		{"3 个月前", "2013-03"},
		{"昨天 09:30", "2013-06-14T09:30"},
		{"3일 전", "2013-06-12"},
		{"어제", "2013-06-14"},
		// A day without a year is the last one.
		{"14 June", "2013-06-14"},
		{"June 14 at 9:30 am", "2013-06-14T09:30"},
		{"14. Juni, 9:30 Uhr", "2013-06-14T09:30"},
		{"Dec 24", "2012-12-24"},
		{"16 June", "2013-06-16"}, // tomorrow, which has begun elsewhere
		{"29 February", "2012-02-29"},
		{"6月14日", "2013-06-14"},
	} {
		if !Relative(test.in) {
			t.Errorf("Relative(%q) is false", test.in)
		}
		r := Reader{Now: saturday}
		if got, ok := r.Read(test.in); got != test.want || !ok {
			t.Errorf("Read(%q) = %q, %v; want %q", test.in, got, ok, test.want)
		}
		r.Now = time.Time{}
		if got, ok := r.Read(test.in); ok {
			t.Errorf("Read(%q) = %q without Now", test.in, got)
		}
	}
}

// TestRelativeForms reads testdata/relative.tsv.
func TestRelativeForms(t *testing.T) {
	for _, form := range forms(t, "relative.tsv") {
		r := Reader{Language: form.language, Now: saturday}
		if got, ok := r.Read(form.text); got != form.want || ok != (form.want != "") {
			t.Errorf("%s: Read(%q) = %q, %v; want %q", r.Language, form.text, got, ok, form.want)
		}
		r.Now = time.Time{}
		if got, ok := r.Read(form.text); ok {
			t.Errorf("%s: Read(%q) = %q without Now", r.Language, form.text, got)
		}
		if Relative(form.text) != (form.want != "") {
			t.Errorf("%s: Relative(%q) = %v", r.Language, form.text, form.want == "")
		}
	}
}

// TestMonthDay reads dates without a year as pages write them that have the year first.
func TestMonthDay(t *testing.T) {
	for _, test := range []struct {
		language, in string
		want         page.Date
	}{
		{"zh", "06-14 21:30", "2013-06-14T21:30"},
		{"ja", "6/14 21:30", "2013-06-14T21:30"},
		{"zh", "12-24 21:30", "2012-12-24T21:30"},
		{"zh", "06-14", ""},
		{"en", "06-14 21:30", ""},
	} {
		r := Reader{Language: test.language, Now: saturday}
		if got, _ := r.Read(test.in); got != test.want {
			t.Errorf("%s: Read(%q) = %q; want %q", test.language, test.in, got, test.want)
		}
	}
}

func TestNotRelative(t *testing.T) {
	for _, in := range []string{
		"", "2 hours", "5 min read", "3 days", "Friday", "June 14, 2013", "2013-06-14", "ago", "a year", "99999 days ago",
		"yesterday was fine", "today's paper", "3 people", "12", "9:30", "2h30 of video", "m", "31 June", "hier", "Ma", "most",
	} {
		if Relative(in) {
			t.Errorf("Relative(%q) is true", in)
		}
	}
}

func TestHomonym(t *testing.T) {
	for language, want := range map[string]page.Date{"fr-CA": "2013-06-14", "de": ""} {
		r := Reader{Language: language, Now: saturday}
		if got, _ := r.Read("hier"); got != want {
			t.Errorf("%s: Read(hier) = %q; want %q", language, got, want)
		}
	}
}
