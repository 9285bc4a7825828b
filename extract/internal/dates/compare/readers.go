package main

import (
	"strings"
	"time"

	"github.com/araddon/dateparse"
	"github.com/goodsign/monday"
	dateparser "github.com/markusmobius/go-dateparser"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/page"
)

// reader reads a string as a day in ISO 8601, "" if it is no date.
type reader struct {
	name string
	read func(sample) string
}

var readers = []reader{
	{"scholia", scholia},
	{"scholia, else found in the text", anywhere},
	{"time", standard},
	{"monday", withMonday},
	{"dateparse", araddon},
	{"go-dateparser", func(s sample) string { return godateparser(s, false) }},
	{"go-dateparser, surrounding text ignored", func(s sample) string { return godateparser(s, true) }},
}

func scholia(s sample) string {
	d, ok := dates.Machine(s.text)
	if !ok {
		r := dates.Reader{Language: s.language}
		d, _ = r.Read(s.text)
	}
	return toDay(d)
}

func anywhere(s sample) string {
	if day := scholia(s); day != "" {
		return day
	}
	r := dates.Reader{Language: s.language}
	d, _, _, _ := r.Find(s.text)
	return toDay(d)
}

// toDay is the day of a date, "" for a month or a year, which are not asked for here.
func toDay(d page.Date) string {
	if len(d) < len(time.DateOnly) {
		return ""
	}
	return d.Day()
}

// layouts are the forms that a program would try one after the other.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02T15:04:05-0700",
	"2006-01-02 15:04:05", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", "2006-01-02 15:04", "2006-01-02", "2006/01/02", "2006/01/02 15:04", "20060102",
	time.RFC1123, time.RFC1123Z, time.RFC822, time.RFC822Z, time.RFC850, time.ANSIC, time.UnixDate,
	"January 2, 2006", "January 2, 2006 at 3:04 pm", "January 2, 2006 at 3:04 PM", "January 2, 2006, 3:04 pm", "January 2, 2006 3:04 PM", "Jan 2, 2006",
	"Jan 2, 2006 at 3:04 PM", "Jan 2, 2006, 3:04 PM", "Jan 2 '06 at 15:04", "Monday, January 2, 2006", "2 January 2006", "2 January 2006 15:04", "2 Jan 2006", "2 Jan 2006 15:04",
	"2. January 2006", "2. January 2006, 15:04 Uhr", "2. January 2006 um 15:04 Uhr", "2 de January de 2006", "Monday, 2. January 2006", "Monday 2 January 2006", "2 January 2006 à 15:04", "2 January 2006 à 15 h 04",
	"02.01.2006", "02.01.2006, 15:04", "02.01.2006 15:04", "1/2/2006", "01/02/2006", "01/02/2006 3:04 PM", "1/2/2006 3:04 PM", "1/2/06", "01-02-2006, 03:04 PM", "2006年1月2日", "2006年1月2日 15:04",
}

func standard(s sample) string {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s.text); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

var mondayLocales = map[string]monday.Locale{
	"de": monday.LocaleDeDE, "fr": monday.LocaleFrFR, "es": monday.LocaleEsES, "it": monday.LocaleItIT, "pl": monday.LocalePlPL,
	"pt": monday.LocalePtBR, "ru": monday.LocaleRuRU, "nl": monday.LocaleNlNL, "tr": monday.LocaleTrTR, "cs": monday.LocaleCsCZ,
	"sv": monday.LocaleSvSE, "da": monday.LocaleDaDK, "no": monday.LocaleNbNO, "fi": monday.LocaleFiFI, "hu": monday.LocaleHuHU, "uk": monday.LocaleUkUA,
}

func withMonday(s sample) string {
	language, _, _ := strings.Cut(s.language, "-")
	locale, ok := mondayLocales[language]
	if !ok {
		locale = monday.LocaleEnUS
	}
	for _, layout := range layouts {
		if t, err := monday.ParseInLocation(layout, s.text, time.UTC, locale); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// araddon recovers because dateparse panics on some input.
func araddon(s sample) (day string) {
	defer func() {
		if recover() != nil {
			day = ""
		}
	}()
	if t, err := dateparse.ParseAny(s.text); err == nil {
		return t.Format(time.DateOnly)
	}
	return ""
}

// absolute leaves out dates that count from now: the samples have none.
var absolute = dateparser.Parser{ParserTypes: []dateparser.ParserType{dateparser.Timestamp, dateparser.AbsoluteTime, dateparser.NoSpacesTime}}

// godateparser is told the language of the page: trying two hundred takes ten times as long.
func godateparser(s sample, ignore bool) string {
	d, err := absolute.Parse(&dateparser.Configuration{
		Languages: languages(s), StrictParsing: true, IgnoreSurroundingText: ignore, CurrentTime: someDay,
	}, s.text)
	if err != nil || d.IsZero() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

var someDay = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func languages(s sample) []string {
	language, _, _ := strings.Cut(s.language, "-")
	if language == "" || len(language) != 2 {
		return []string{"en"}
	}
	if language == "no" {
		language = "nb"
	}
	return []string{language, "en"}
}
