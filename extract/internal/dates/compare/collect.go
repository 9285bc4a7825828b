package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// A string on a page is a sample when the parts of one day of the page's gold, and of no other, can be found in it:
// the year in four or two digits, the month as a number or a name, the day. No date reader has a say in this.
// Strings without any sign of a date are samples of what is none.

// threads collects the dates of comments.
func threads(corpus string) (title string, samples []sample, err error) {
	f, err := os.Open(filepath.Join(corpus, "threads", "gold.jsonl"))
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	pages := 0
	for lines.Scan() {
		var gold struct {
			ID       string
			Original *struct{ Date *string }
			Comments []struct{ Date *string }
		}
		if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
			return "", nil, err
		}
		days := map[string]bool{}
		if gold.Original != nil && gold.Original.Date != nil {
			days[(*gold.Original.Date)[:10]] = true
		}
		for _, c := range gold.Comments {
			if c.Date != nil && len(*c.Date) >= 10 {
				days[(*c.Date)[:10]] = true
			}
		}
		if len(days) == 0 {
			continue
		}
		pages++
		found, err := collect(filepath.Join(corpus, "wcxb-dev", "html", gold.ID+".html.gz"), days)
		if err != nil {
			return "", nil, err
		}
		samples = append(samples, found...)
	}
	return fmt.Sprintf("comment dates of %d pages", pages), samples, lines.Err()
}

// articles collects the dates of publication.
func articles(corpus string) (title string, samples []sample, err error) {
	names, err := filepath.Glob(filepath.Join(corpus, "wcxb-dev", "ground-truth", "*.json"))
	if err != nil {
		return "", nil, err
	}
	pages := 0
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return "", nil, err
		}
		var gold struct {
			Truth struct {
				Date *string `json:"publish_date"`
			} `json:"ground_truth"`
		}
		if err := json.Unmarshal(b, &gold); err != nil {
			return "", nil, err
		}
		if gold.Truth.Date == nil || len(*gold.Truth.Date) < 10 {
			continue
		}
		pages++
		id := strings.TrimSuffix(filepath.Base(name), ".json")
		found, err := collect(filepath.Join(corpus, "wcxb-dev", "html", id+".html.gz"), map[string]bool{(*gold.Truth.Date)[:10]: true})
		if err != nil {
			return "", nil, err
		}
		samples = append(samples, found...)
	}
	return fmt.Sprintf("publication dates of %d pages", pages), samples, nil
}

// perShape bounds how many strings of one shape ("9/99/9999 9:99") a page gives.
const perShape = 5

func collect(name string, days map[string]bool) ([]sample, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	utf8, err := charset.NewReader(z, "text/html")
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(utf8)
	if err != nil {
		return nil, err
	}
	var samples []sample
	language := ""
	shapes, seen := map[string]int{}, map[string]bool{}
	take := func(s string) {
		s = strings.Join(strings.Fields(s), " ")
		if len(s) < 4 || len(s) > 60 || !strings.ContainsAny(s, "0123456789") || seen[s] {
			return
		}
		seen[s] = true
		shape := digits.ReplaceAllStringFunc(s, func(d string) string { return strings.Repeat("9", len(d)) })
		shape = letters.ReplaceAllString(shape, "a")
		if shapes[shape] >= perShape {
			return
		}
		day, ok := dayOf(s, days)
		if !ok {
			return
		}
		shapes[shape]++
		samples = append(samples, sample{text: s, day: day, language: language})
	}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && n.Data == "html":
			for _, a := range n.Attr {
				if a.Key == "lang" {
					language = a.Val
				}
			}
		case n.Type == html.TextNode && n.Parent.Data == "script" && strings.Contains(n.Data, "schema.org"):
			for _, m := range inJSON.FindAllStringSubmatch(n.Data, -1) {
				take(m[1])
			}
		case n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style":
			take(n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "datetime" || a.Key == "content" || a.Key == "title" || strings.Contains(a.Key, "date") || strings.Contains(a.Key, "time") {
				take(a.Val)
			}
		}
	}
	return samples, nil
}

var (
	digits  = regexp.MustCompile(`[0-9]+`)
	letters = regexp.MustCompile(`\pL+`)
	inJSON  = regexp.MustCompile(`"date(?:Published|Modified|Created)"\s*:\s*"([^"]+)"`)
	word    = regexp.MustCompile(`\pL+`)
	// sign is what only dates have, if not always.
	sign = regexp.MustCompile(`(?i)\b(19|20)\d\d|\d[./-]\d+[./-]\d|\b(ago|yesterday|today|gestern|heute|vor|hier|hace|temu)\b|\d{8}|\d:\d\d|年|月|日`)
)

// months are the beginnings of month names in the languages of the corpora.
var months = [12]string{"jan jän ene gen sty янв led oca", "feb fév fev lut фев únor şub", "mar mär mrz märz maa мар bře", "apr avr abr kwi апр dub nis",
	"may mai mag maj мая май mei kvě", "jun juin giu cze июн haz červn", "jul juil lug lip июл tem července", "aug aoû aou ago sie авг ağu srp",
	"sep set wrz сен eyl zář", "oct okt ott out paź paz окт eki říj", "nov lis ноя kas", "dec dez déc dic gru дек ara pro"}

// dayOf is the one day whose parts are in s; "" with ok if s has no sign of a date; not ok if it is unclear.
func dayOf(s string, days map[string]bool) (day string, ok bool) {
	matches := 0
	for d := range days {
		if names(s, d) {
			day = d
			matches++
		}
	}
	switch matches {
	case 1:
		return day, true
	case 0:
		return "", !sign.MatchString(s) && !hasMonth(s, 0)
	}
	return "", false
}

// names says that s has the year, the month and the day, each as a number or word of its own.
func names(s, day string) bool {
	y, m, d := day[:4], day[5:7], day[8:10]
	runs := digits.FindAllString(s, -1)
	switch first := runs[0]; {
	case len(first) == 8 || len(first) == 14:
		return strings.HasPrefix(first, y+m+d)
	case len(first) == 10 || len(first) == 13:
		n, _ := strconv.ParseInt(first[:10], 10, 64)
		return len(runs) == 1 && time.Unix(n, 0).UTC().Format(time.DateOnly) == day
	}
	month, _ := strconv.Atoi(m)
	if hasMonth(s, 0) {
		return named(s, y, month, d)
	}
	long := slices.ContainsFunc(runs, func(run string) bool { return len(run) == 4 && (run[:2] == "19" || run[:2] == "20") })
	for i := 0; i+3 <= len(runs); i++ {
		if long && !slices.Contains(runs[i:i+3], y) {
			continue // a time of day
		}
		if permutes(runs[i:i+3], y, m, d) {
			return true
		}
	}
	return false
}

// named says that s has the month's name with the day beside it, and the year.
func named(s, y string, month int, d string) bool {
	for _, m := range beside.FindAllStringSubmatch(s, -1) {
		if (equal(m[1], d) || equal(m[3], d)) && hasMonth(m[2], month) {
			return regexp.MustCompile(`\b(` + y + `|'?` + y[2:] + `)\b`).MatchString(s)
		}
	}
	return false
}

// beside matches a word with the numbers around it.
var beside = regexp.MustCompile(`(?:\b(\d{1,2})(?:st|nd|rd|th|er)?[. /-]{0,2}(?:de |of )?)?(\pL{3,})(?:[. /-]{0,2}(\d{1,2})(?:st|nd|rd|th)?\b)?`)

func equal(run, part string) bool { return run == part || "0"+run == part }

// permutes says that three numbers are the year, the month and the day in an order in use.
func permutes(runs []string, y, m, d string) bool {
	year := func(s string) bool { return s == y || s == y[2:] }
	a, b, c := runs[0], runs[1], runs[2]
	return year(a) && equal(b, m) && equal(c, d) || year(c) && (equal(a, m) && equal(b, d) || equal(a, d) && equal(b, m))
}

// hasMonth says that s has a name of the month, of any month if it is 0.
func hasMonth(s string, month int) bool {
	for _, w := range word.FindAllString(strings.ToLower(s), -1) {
		for i, starts := range months {
			if month != 0 && i+1 != month {
				continue
			}
			for start := range strings.FieldsSeq(starts) {
				if strings.HasPrefix(w, start) && len(w) <= 12 {
					return true
				}
			}
		}
	}
	return false
}
