package thread

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrases gives the phrases of several languages, which are parted by strokes, all in lower case. A phrase with an
// ellipsis in it says the same whatever stands there.
func phrases(languages ...string) (all []string) {
	for _, list := range languages {
		all = append(all, strings.Split(list, "|")...)
	}
	return all
}

// holdsPhrase tells whether one of the phrases stands in a text in lower case.
func holdsPhrase(s string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return holds(s, p) })
}

// holds tells whether a phrase stands in a text in lower case.
func holds(s, phrase string) bool {
	before, after, ok := strings.Cut(phrase, "…")
	i := strings.Index(s, before)
	return i >= 0 && (!ok || strings.Contains(s[i:], after))
}

// labels are the words on the controls of a comment, in lower case.
var labels = map[string]mark{
	"reply": markReply, "respond": markReply, "answer": markReply, "quote": markReply, "reply to this": markReply,
	"reply to comment": markReply, "add a comment": markReply, "comment": markReply, "reply with quote": markReply,
	"antworten": markReply, "antwort": markReply, "zitieren": markReply, "zitat": markReply, "kommentieren": markReply,
	"répondre": markReply, "citer": markReply, "responder": markReply, "citar": markReply, "respuesta": markReply,
	"rispondi": markReply, "cita": markReply, "odpowiedz": markReply, "cytuj": markReply, "ответить": markReply,
	"цитировать": markReply, "цитата": markReply, "відповісти": markReply, "beantwoorden": markReply, "reageer": markReply, "reageren": markReply,
	"antwoorden": markReply, "citeer": markReply, "yanıtla": markReply, "cevapla": markReply, "alıntı": markReply,
	"svara": markReply, "svar": markReply, "vastaa": markReply, "odpovědět": markReply, "válasz": markReply,
	"απάντηση": markReply, "răspunde": markReply, "odgovori": markReply, "balas": markReply, "trả lời": markReply,
	"رد": markReply, "الرد": markReply, "پاسخ": markReply, "הגב": markReply, "השב": markReply, "जवाब दें": markReply,
	"返信": markReply, "返信する": markReply, "回复": markReply, "回覆": markReply, "引用": markReply, "답글": markReply,

	"report": markLabel, "report abuse": markLabel, "flag": markLabel, "share": markLabel, "permalink": markLabel, "link": markLabel,
	"edit": markLabel, "delete": markLabel, "more": markLabel, "like": markVote, "upvote": markVote, "downvote": markVote,
	"thanks": markVote, "helpful": markVote, "parent": markLabel, "embed": markLabel, "save": markLabel, "hide": markLabel,
	"melden": markLabel, "teilen": markLabel, "gefällt mir": markVote, "löschen": markLabel, "bearbeiten": markLabel,
	"signaler": markLabel, "partager": markLabel, "j'aime": markVote, "denunciar": markLabel, "compartir": markLabel,
	"me gusta": markVote, "segnala": markLabel, "condividi": markLabel, "mi piace": markVote, "zgłoś": markLabel,
	"udostępnij": markLabel, "lubię to": markVote, "пожаловаться": markLabel, "поделиться": markLabel, "нравится": markVote,
	"cevap ver": markReply, "yanıt ver": markReply, "alıntıla": markReply, "odpowiedz na": markReply, "ответить с цитатой": markReply,
	"şikayet et": markLabel, "paylaş": markLabel, "düzenle": markLabel, "beğen": markVote, "いいね": markVote,
	"通報": markLabel, "举报": markLabel, "舉報": markLabel, "分享": markLabel, "赞": markVote, "顶": markVote, "modifier": markLabel,
	"editar": markLabel, "modifica": markLabel, "edytuj": markLabel, "редактировать": markLabel, "curtir": markVote,
	"rapporteren": markLabel, "delen": markLabel, "follow": markLabel, "log in to reply": markReply, "login to reply": markReply,
	"please log in to reply": markReply, "improve this answer": markLabel, "improve this question": markLabel,
	"copy link": markLabel, "context": markLabel, "report comment": markLabel, "report this comment": markLabel,
}

// leads begin the label of a control that names whom it answers: "Reply to Anna".
var leads = [...]string{"reply to ", "antworten auf ", "antworte auf ", "répondre à ", "responder a ", "rispondi a ",
	"odpowiedz użytkownikowi "}

// maxLabel is the length in bytes above which a text is no label.
const maxLabel = 80

// labelMark reads the label of a control: "Reply", "Reply ↓", "Antworten", "Reply to Anna". The label is changed to
// lower case.
func labelMark(label []byte) mark {
	if len(label) == 0 || len(label) > maxLabel {
		return 0
	}
	label = bytes.TrimFunc(label, isBesideLabel)
	ascii := true
	for i, c := range label {
		if c >= 'A' && c <= 'Z' {
			label[i] = c | 0x20
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if !ascii {
		label = bytes.ToLower(label)
	}
	if k := labels[string(label)]; k != 0 {
		return k
	}
	for _, lead := range leads {
		if len(label) > len(lead) && string(label[:len(lead)]) == lead {
			return markReply
		}
	}
	return 0
}

// isBesideLabel tells what may stand around the words of a label: counts, arrows, brackets.
func isBesideLabel(r rune) bool { return !unicode.IsLetter(r) }

// containsAny tells whether one of these stands in s.
func containsAny(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(part string) bool { return strings.Contains(s, part) })
}

// beginnings are phrases in lower case with which a text may begin, by their first bytes.
type beginnings struct {
	all     []string
	by      [256][]string
	longest int
}

func beginningsOf(phrases []string) *beginnings {
	b := &beginnings{all: phrases}
	for _, p := range phrases {
		b.by[p[0]] = append(b.by[p[0]], p)
		b.longest = max(b.longest, len(p))
	}
	return b
}

// near gives those with which a text in either case may begin, as its first letter tells.
func (b *beginnings) near(s string) []string {
	switch {
	case s == "":
		return nil
	case s[0] < utf8.RuneSelf:
		return b.by[lowerByte(s[0])]
	}
	return b.all
}

// of tells whether a text in either case begins with one of these.
func (b *beginnings) of(s string) bool {
	if len(b.near(s)) == 0 {
		return false
	}
	s = strings.ToLower(s[:min(len(s), utf8.UTFMax*(b.longest+1))])
	return hasAnyPrefix(s, b.by[s[0]]...)
}

// lowerByte is a letter of ASCII in lower case, and any other byte as it is.
func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// hasAnyPrefix tells whether s begins with one of these.
func hasAnyPrefix(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(prefix string) bool { return strings.HasPrefix(s, prefix) })
}
