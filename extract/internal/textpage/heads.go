package textpage

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/page"
)

// head is what stands above a comment's text: who wrote it and when, and whom it answers.
type head struct {
	author  string
	date    page.Date
	shown   string // the date as it stands, where it cannot be read
	said    bool   // a verb stands behind the name: \"Ada says\"
	answers string // the author that is answered
}

// into gives a comment what its head says.
func (h head) into(c *page.Comment) {
	if h.author != "" {
		c.Author = &page.Person{Name: h.author}
	}
	c.Published, c.PublishedText = h.date, h.shown
}

// headReader reads heads as other programs write them.
type headReader struct {
	dates   dates.Reader
	foreign bool // the text is not of render.Text
	// datesFirst says that the name stands below the date.
	datesFirst bool
}

// newHeadReader makes a reader for the dates of a text, whose numeric ones tell their order together.
func newHeadReader(lines []line, foreign bool) *headReader {
	var samples []string
	for i := range lines {
		if text := lines[i].text; len(text) < bylineRunes && strings.ContainsAny(text, "0123456789") && strings.ContainsAny(text, "/.-") {
			samples = append(samples, text)
		}
	}
	return &headReader{dates: dates.Reader{Order: dates.GuessOrder(time.Time{}, samples)}, foreign: foreign}
}

// headLines is how many lines a head has at most.
const headLines = 4

// read reads the head at the beginning of lines, which may go over several of them: a name, "Reply to" another, a
// date; or a date and a name where dates stand first. n is how many lines it takes, 0 if they begin with none.
func (r *headReader) read(lines []line) (h head, n int) {
	named := -1 // the line after the name
	for i := 0; i < len(lines) && n < headLines; i++ {
		text := bare(lines[i].text)
		if text == "" {
			if i == 0 {
				return head{}, 0
			}
			continue
		}
		n++
		if named > 0 && (badges[strings.ToLower(text)] || IsControl(text)) || isAvatar(text) || isForm(text) {
			continue
		}
		found, dated := r.line(text)
		switch {
		case dated && r.datesFirst && found.author == "":
			return r.nameBelow(found, lines, i+1)
		case dated && (found.author == "" || h.author == ""):
			if found.author == "" {
				found.author, found.answers, found.said = h.author, h.answers, h.said
			}
			return found, i + 1
		case strings.HasPrefix(text, "Reply to ") && named > 0:
			h.answers = strings.TrimSpace(text[len("Reply to "):])
		case h.author == "" && (says(text) || isName(text)):
			h.author, h.said, named = unsaid(text), says(text), i+1
		default:
			return h.unless(named)
		}
	}
	return h.unless(named)
}

// nameBelow takes the name from the line below a date.
func (r *headReader) nameBelow(h head, lines []line, i int) (head, int) {
	for ; i < len(lines); i++ {
		if text := bare(lines[i].text); isName(text) {
			h.author = unsaid(text)
			return h, i + 1
		} else if text != "" {
			break
		}
	}
	return head{}, 0
}

// isAvatar says whether a line is the name of a portrait.
func isAvatar(text string) bool {
	return strings.HasSuffix(text, " Avatar") || strings.HasSuffix(text, "'s avatar") || strings.HasSuffix(text, "’s avatar")
}

// unless is a head without a date: only "Ada says" above a text is one.
func (h head) unless(named int) (head, int) {
	if named > 0 && (h.said || h.answers != "") {
		return h, named
	}
	return head{}, 0
}

// badges are what may stand beside a name.
var badges = map[string]bool{"author": true, "admin": true, "editor": true, "guest": true, "member": true, "post author": true}

// bare is a text without the mark of a list and without the name of a picture before it.
func bare(text string) string {
	text = strings.TrimPrefix(text, "(BUTTON) ") // lynx
	if m, ok := listMark(text + " "); ok && m.kind != '[' && m.bytes < len(text) {
		text = strings.TrimSpace(text[m.bytes:])
	}
	if strings.HasPrefix(text, "[") {
		if name, rest, ok := strings.Cut(text[1:], "]"); ok && rest != "" && !strings.Contains(name, " ") {
			text = strings.TrimSpace(rest)
		}
	}
	return text
}

// line reads a line that is a head by itself: "Ada on June 14, 2013 at 9:30", "June 14, 2013", "3 days ago".
func (r *headReader) line(text string) (h head, ok bool) {
	if utf8.RuneCountInString(text) > bylineRunes {
		return head{}, false
	}
	if !strings.ContainsAny(text, "[]") && dates.Relative(text) {
		return head{shown: text}, true
	}
	if d, ok := r.dates.Read(text); ok {
		return head{date: d}, len(d) >= len("2006-01-02")
	}
	d, start, end, ok := r.dates.Find(text)
	if !ok || len(d) < len("2006-01-02") || strings.Trim(text[end:], " ,.:|·•-–—()#") != "" && !IsControl(strings.Trim(text[end:], " |·•-")) {
		return r.glued(text)
	}
	name := unsaid(strings.Trim(text[:start], " ,|·•-–—("))
	if name != "" && !isName(name) {
		return head{}, false
	}
	return head{author: name, date: d, said: says(text[:start])}, true
}

// glued reads a name and a date without a space between them: "AdaJune 14, 2013".
func (r *headReader) glued(text string) (h head, ok bool) {
	last := ' '
	for i, c := range text {
		if unicode.IsLower(last) && (unicode.IsUpper(c) || unicode.IsDigit(c)) {
			if d, ok := r.dates.Read(text[i:]); ok && len(d) >= len("2006-01-02") && isName(text[:i]) {
				return head{author: strings.TrimSpace(text[:i]), date: d}, true
			}
		}
		last = c
	}
	return head{}, false
}

// verbs stand between a name and what it says, joints between a name and a date.
var (
	verbs  = []string{" says", " said", " wrote", " writes", " commented", " sagt", " meint", " schrieb", " dit", " a dit", " dice", " disse", " zegt"}
	joints = []string{" on", " at", " am", " le", " el"}
)

// says says whether a line is a name with a verb: "Ada says:".
func says(text string) bool {
	text = withoutSuffix(strings.TrimRight(text, ": "), joints)
	name := withoutSuffix(text, verbs)
	return name != text && isName(name)
}

// unsaid is a name without what stands between it and a date. A portrait's name is often the same again.
func unsaid(text string) string {
	text = withoutSuffix(strings.TrimRight(text, ": "), joints)
	text = strings.TrimPrefix(strings.TrimSpace(withoutSuffix(text, verbs)), "Posted by ")
	if half := len(text) / 2; len(text)%2 == 1 && text[half] == ' ' && text[:half] == text[half+1:] {
		return text[:half]
	}
	return text
}

func withoutSuffix(text string, suffixes []string) string {
	for _, suffix := range suffixes {
		if rest, ok := strings.CutSuffix(text, suffix); ok {
			return rest
		}
	}
	return text
}

// A name has no more than this.
const (
	nameRunes = 50
	nameWords = 6
)

// isName says whether a line could be somebody's name.
func isName(text string) bool {
	if text == "" || utf8.RuneCountInString(text) > nameRunes || strings.Count(text, " ") >= nameWords || IsControl(text) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(":?!,;…”", last) || strings.Contains(text, "://") || strings.Contains(text, ". ") && strings.IndexByte(text, '.') > 3 {
		return false
	}
	if last == '.' && len(text) > 3 && text[len(text)-3] != ' ' {
		return false
	}
	return strings.ContainsFunc(text, unicode.IsLetter)
}
