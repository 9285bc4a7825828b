package textpage

import "strings"

// controls are the words of the links and buttons under a comment, lower case.
var controls = map[string]bool{
	"share": true, "reply": true, "like": true, "report": true, "quote": true, "permalink": true, "link": true,
	"edit": true, "flag": true, "delete": true, "upvote": true, "downvote": true, "report abuse": true,
	"log in to reply": true, "expand full comment": true, "replydelete": true, "replies": true, "reply delete": true,
	"copy link": true, "likelike": true, "reply to comment": true, "view replies": true, "report this comment": true, "loading...": true, "reply ↓": true, "antworten": true, "répondre": true,
	"responder": true, "rispondi": true, "odpowiedz": true, "beantwoorden": true, "ответить": true,
}

// IsControl says whether a line is the label of a link or button under a comment.
func IsControl(text string) bool {
	text = strings.TrimPrefix(text, "(BUTTON) ")
	if len(text) > 40 {
		return false
	}
	text = strings.ToLower(text)
	if controls[text] {
		return true
	}
	_, noun, _ := strings.Cut(text, " ") // "3 replies" opens them
	_, counted := count(text)
	return counted && (noun == "reply" || noun == "replies")
}

// dropControls drops the controls at the end of a comment's lines.
func dropControls(lines []line, margin int) []line {
	for {
		lines = trim(lines)
		last := len(lines) - 1
		if last < 0 || lines[last].prose || lines[last].indent == margin+1 || !IsControl(lines[last].text) {
			return lines
		}
		lines = lines[:last]
	}
}

// dropLeading drops the controls above a comment's text.
func dropLeading(lines []line) []line {
	for lines = trim(lines); len(lines) > 0 && IsControl(lines[0].text); lines = trim(lines) {
		lines = lines[1:]
	}
	return lines
}

// repeated are the lines that stand in most of some texts, at least three: controls, whatever they say.
func repeated(texts [][]line) map[string]bool {
	in := map[string]int{}
	for _, text := range texts {
		here := map[string]bool{}
		for i := range text {
			if t := text[i].text; t != "" && len(t) <= proseRunes && !here[t] {
				here[t] = true
				in[t]++
			}
		}
	}
	most := map[string]bool{}
	for t, n := range in {
		if n > 2 && 2*n > len(texts) {
			most[t] = true
		}
	}
	return most
}

// without is lines but for some.
func without(lines []line, texts map[string]bool) []line {
	if len(texts) == 0 {
		return lines
	}
	kept := make([]line, 0, len(lines))
	for i := range lines {
		if !texts[lines[i].text] {
			kept = append(kept, lines[i])
		}
	}
	return kept
}
