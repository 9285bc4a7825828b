package dates

import "strings"

// role is what a word can do in a date. A word may have several: "am" is a half of the day in English and stands
// before a day in German.
type role uint32

const (
	label      role = 1 << iota // stands around dates: "posted", "on"
	article                     // stands before a day or month: "the", "den"
	by                          // stands before an author
	reading                     // tells of the time it takes to read: "5 min read"
	of                          // stands between day, month and year
	atTime                      // stands before a time of day
	ordinal                     // stands behind a day's number: "th"
	yearMark                    // stands behind a year's number: 年
	monthMark                   // 月
	dayMark                     // 日
	hourMark                    // "h", "Uhr", 時
	minuteMark                  // 分
	secondMark                  // 秒
	am
	pm
	utc       // names the offset zero
	zone      // names a zone that is not always at the same offset
	agoBefore // "vor", "il y a"
	agoAfter  // "ago", 前
	about     // "about", "etwa"
	and       // joins two lengths of time
	one       // stands for the number 1
	glued     // a unit so short that with a number before it, it is a date on its own: "2h"
	today
	yesterday
	now
	earlier // the day before yesterday
	homonym // may be another word: "hier" is "here" in German
	few     // "a few seconds ago", 数秒前
	lone    // a unit that means one of it when no number stands before it: "час назад", "rok temu"
	half    // "half an hour ago", 半小时前
	phrase  // begins one of the phrases
)

// sense is all that a word can mean.
type sense struct {
	month   int8 // 1 to 12
	weekday int8 // 1 for Monday to 7 for Sunday
	unit    unit
	role    role
}

// words holds the words of all languages in lower case. They share one table, for a page may quote another language
// and the grammar tells "mar" the month from "mar" the weekday.
var words = func() map[string]sense {
	m := make(map[string]sense, 1500)
	add := func(names string, set func(*sense)) {
		for name := range strings.FieldsSeq(names) {
			s := m[name]
			set(&s)
			m[name] = s
		}
	}
	for i := range languages {
		languages[i].each(add)
	}
	for _, w := range international {
		add(w.words, func(s *sense) { s.role |= w.role })
	}
	for i := range phrases {
		add(phrases[i].words[0], func(s *sense) { s.role |= phrase })
	}
	return m
}()

// each calls add for all words of the language with what they mean.
func (g *language) each(add func(names string, set func(*sense))) {
	for i, names := range strings.Split(g.months, "|") {
		add(names, func(s *sense) { s.month = int8(i + 1) })
	}
	for i, names := range strings.Split(g.weekdays, "|") {
		add(names, func(s *sense) { s.weekday = int8(i + 1) })
	}
	for i, names := range strings.Split(g.units, "|") {
		add(names, func(s *sense) { s.unit = seconds + unit(i) })
	}
	for _, w := range []roleWords{
		{label, g.labels}, {article, g.article}, {of, g.of}, {atTime, g.at}, {hourMark, g.hour}, {yearMark, g.year},
		{ordinal, g.ordinal}, {am, g.am}, {pm, g.pm}, {agoBefore, g.before}, {agoAfter, g.ago}, {about, g.about},
		{and, g.and}, {one, g.one}, {today, g.today}, {yesterday, g.yesterday}, {earlier, g.earlier}, {now, g.now},
		{few, g.few}, {lone, g.lone},
	} {
		add(w.words, func(s *sense) { s.role |= w.role })
	}
}

// roleWords are words that share a role, parted by spaces.
type roleWords struct {
	role  role
	words string
}

// international holds the words of no one language, and what a word is besides its sense in one.
var international = []roleWords{
	{utc, "utc gmt z"},
	{zone, "est edt et cst cdt ct mst mdt mt pst pdt pt akst akdt hst ast adt nst ndt bst ist wet west cet cest eet eest " +
		"mez mesz msk мск trt sast jst kst hkt sgt pht wib aest aedt acst acdt awst nzst nzdt brt art clt " +
		"pacific eastern central mountain european standard daylight summer"},
	{atTime, "t"},
	{hourMark, "h"},
	{minuteMark, "m mn min мин"},
	{secondMark, "s sec"},
	{ordinal, "º ª"},
	{glued, "s m min h hr d w mo y yr"},
	{label, "permalink edit quote reply link subject i"},
	{by, "by von par por da door av af przez автор"},
	{reading, "read reading time average estimated lesezeit lesedauer lecture lectura lettura leitura czytania leestijd"},
	{half, "half halben halbes demi media mezza pół meia yarım halve"},
	{homonym, "hier dag går"},
}
