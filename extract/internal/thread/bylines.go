package thread

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// verbs stand after a name in a byline, in the languages of the program WordPress and of the large forums; the longest
// come first.
var verbs = longestFirst(phrases(
	"says|said|wrote|writes|commented|replied|says that|posted|asked|answered|on|at|Date|Datum",
	"schreibt|schrieb|sagt|sagte|meint|meinte|kommentierte|kommentiert|antwortete|am|um|vom",
	"dit|a dit|a écrit|écrit|a commenté|a répondu|le",
	"dice|dijo|escribió|comentó|respondió|el",
	"dice|ha detto|ha scritto|scrive|ha commentato|il",
	"pisze|napisał|napisała|napisał(a)|powiedział|powiedziała|powiedział(a)|mówi|dnia",
	"diz|disse|escreveu|comentou|respondeu",
	"пишет|написал|написала|написал(а)|сказал|сказала|сказал(а)|говорит|комментирует|отвечает|ответил",
	"zegt|zei|schreef|reageerde|antwoordde|op",
	"diyor ki|dedi ki|der ki|dedi|diyor|yazdı|yorum yaptı",
	"より|さんのコメント|のコメント|さんより|さんは書きました",
	"说道|說道|说|說|表示|提到|发表于|發表於|发布于|回复|回覆",
))

// verbsByEnd are the verbs by their last bytes, the longest first.
var verbsByEnd = func() (by [256][]string) {
	for _, v := range verbs {
		end := v[len(v)-1]
		by[end] = append(by[end], v)
	}
	return by
}()

// prepositions stand before a name in a byline.
var prepositions = beginningsOf(longestFirst(phrases(
	"by|posted by|written by|comment by|reply by|answer by|author|name|from:|posted|created",
	"von|kommentar von|beitrag von|geschrieben von|verfasst von|autor",
	"par|posté par|écrit par|rédigé par|publié par|commentaire de|commentaire par|auteur",
	"por|publicado por|escrito por|enviado por|comentario de|comentario por",
	"scritto da|inviato da|postato da|pubblicato da|commento di|autore",
	"przez|napisane przez|napisany przez|dodane przez|dodany przez|wysłane przez",
	"comentado por|postado por|comentário de|comentário por",
	"от|автор|написал|отправил|комментарий от",
	"door|geplaatst door|geschreven door|reactie van|auteur",
	"yazan|gönderen|yorum yapan",
	"投稿者|名前|お名前|作者|昵称|用户",
)))

// unverified stand in brackets after the name of a visitor without an account (Drupal's user.module and its
// translations).
var unverified = [...]string{"not verified)", "unverified)", "nicht überprüft)", "non vérifié)", "no verificado)", "non verificato)",
	"niezweryfikowany)", "não verificado)", "не проверено)", "niet gecontroleerd)", "doğrulanmamış)"}

// longestFirst sorts phrases by their length.
func longestFirst(all []string) []string {
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}

// besideName are the marks that stand around a name.
const besideName = " :：,|·•–—-…\u00a0\u200b"

// trimName cuts what bylines put around a name: "by Anna says:" is "Anna".
func trimName(s string) string {
	if !isCollapsed(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	if strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") { // a template that escaped its markup
		if i, j := strings.IndexByte(s, '>'), strings.LastIndexByte(s, '<'); i < j {
			s = s[i+1 : j]
		}
	}
	name, verb := withoutVerb(beforeMark(s))
	if verb == "at" || slices.Contains(dayWords, verb) { // "Anna wrote on" is "Anna"
		name, _ = withoutVerb(name)
	}
	return withoutPreposition(name)
}

// beforeMark cuts what a mark parts from a name, if it has a figure: a date, a score. "Anna · 4 May" is "Anna".
func beforeMark(s string) string {
	for _, mark := range [...]string{" · ", " • ", " | "} {
		if i := strings.Index(s, mark); i > 0 && strings.ContainsAny(s[i:], "0123456789") {
			return s[:i]
		}
	}
	return s
}

// isCollapsed tells whether all white space in a text is single spaces between words.
func isCollapsed(s string) bool {
	last := ' '
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || last == ' ') {
			return false
		}
		last = r
	}
	return s == "" || last != ' '
}

// withoutVerb cuts a verb behind a name. One that is written without a space needs a colon if it is short: it may be
// the end of the name.
func withoutVerb(s string) (name, verb string) {
	whole := strings.TrimLeft(s, besideName)
	s = strings.TrimRight(whole, besideName)
	if i := strings.LastIndex(s, " ("); i > 0 && slices.Contains(unverified[:], strings.ToLower(s[i+2:])) {
		s = s[:i]
	}
	s = strings.TrimSuffix(s, "...")
	if s == "" {
		return "", ""
	}
	for _, v := range verbsByEnd[s[len(s)-1]] {
		rest, ok := strings.CutSuffix(s, v)
		if !ok {
			continue
		}
		name = strings.TrimRight(rest, besideName)
		if name == "" || name == rest && (v[0] < utf8.RuneSelf || utf8.RuneCountInString(v) == 1 && s == whole) {
			continue
		}
		return name, v
	}
	return s, ""
}

// withoutPreposition cuts a preposition before a name.
func withoutPreposition(s string) string {
	for _, p := range prepositions.near(s) {
		if len(s) < len(p) || !strings.EqualFold(s[:len(p)], p) {
			continue
		}
		rest := s[len(p):]
		if name := strings.TrimLeft(rest, " :："); name != rest || rest == "" {
			return name
		}
	}
	return s
}
