package textpage

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

// bylineRunes is the most that an author's name is thought to have.
const bylineRunes = 100

// IsByline says whether a line that begins a comment is read as its author and date, and not as its text.
func IsByline(text string) bool {
	if byline(&page.Comment{}, text) || says(text) || isName(text) {
		return true
	}
	_, ok := (&headReader{}).line(text)
	return ok || strings.HasPrefix(text, pingback)
}

// byline reads "Name Friday, June 14, 2013 09:30 [5 points]", "Name [3 days ago]:" or "Name:" into the comment; ok
// is false for a line that is none of these.
func byline(c *page.Comment, text string) (ok bool) {
	rest, named := strings.CutSuffix(text, ":")
	rest, marked := notes(c, rest)
	name, date, dated := endDate(rest)
	if dated {
		c.Published = date
	}
	if c.Published != "" {
		c.PublishedText = ""
	}
	if !dated && !named && (!marked || rest != "") || utf8.RuneCountInString(name) > bylineRunes {
		return false
	}
	if name != "" {
		c.Author = &page.Person{Name: name}
	}
	return true
}

// notes reads what stands in brackets at the end of a byline and returns what is before it.
func notes(c *page.Comment, text string) (rest string, ok bool) {
	for strings.HasSuffix(text, "]") {
		i := strings.LastIndexByte(text, '[')
		if i < 0 || i > 0 && text[i-1] != ' ' {
			break
		}
		note(c, text[i+1:len(text)-1])
		text, ok = strings.TrimRight(text[:i], " "), true
	}
	return text, ok
}

func note(c *page.Comment, text string) {
	text = strings.Trim(text, " ")
	number, noun, _ := strings.Cut(text, " ")
	score, err := strconv.Atoi(number)
	_, isDate := page.Date(text).Time()
	switch {
	case err == nil && (noun == "points" || noun == "point"):
		c.Score = &score
	case text == "accepted":
		c.Accepted = true
	case text == string(page.Pingback), text == string(page.Removed):
		c.Kind = page.CommentKind(text)
	case isDate:
		c.Published = page.Date(text)
	default:
		c.PublishedText = text
	}
}
