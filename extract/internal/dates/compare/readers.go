package main

import (
	"strings"
	"time"

	"github.com/araddon/dateparse"
	"github.com/goodsign/monday"
	dateparser "github.com/markusmobius/go-dateparser"

	"github.com/scholia/scholia/extract/internal/dates"
)

// reader reads a string as a day in ISO 8601, "" if it is no date.
type reader struct {
	name string
	read func(sample) string
}

var readers = []reader{
	{"scholia", scholia},
	{"time", standard},
	{"monday", withMonday},
	{"dateparse", araddon},
	{"go-dateparser", func(s sample) string { return godateparser(s, nil) }},
	{"go-dateparser, language given", func(s sample) string { return godateparser(s, languages(s)) }},
}

func scholia(s sample) string {
	if d, ok := dates.Machine(s.text); ok {
		return d.Day()
	}
	r := dates.Reader{Language: s.language}
	d, _ := r.Read(s.text)
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

func godateparser(s sample, languages []string) string {
	d, err := dateparser.Parse(&dateparser.Configuration{Languages: languages, StrictParsing: true, CurrentTime: someDay}, s.text)
	if err != nil || d.IsZero() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

var someDay = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func languages(s sample) []string {
	language, _, _ := strings.Cut(s.language, "-")
	if language == "" || len(language) != 2 {
		return nil
	}
	if language == "no" {
		language = "nb"
	}
	return []string{language, "en"}
}
