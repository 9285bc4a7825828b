package textpage

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// declared takes the number of comments from the first chunk that states it ("10 Comments"), and returns the
// others.
func declared(p *page.Page, chunks []chunk) []chunk {
	for i := range chunks {
		c := &chunks[i]
		if c.level != 0 || c.prose || c.block.Type != page.Paragraph {
			continue
		}
		if n, ok := count(c.block.Text); ok {
			p.Comments.Declared = &n
			return append(chunks[:i:i], chunks[i+1:]...)
		}
	}
	return chunks
}

// nouns are what a count counts, lower case.
var nouns = map[string]bool{
	"comment": true, "comments": true, "reply": true, "replies": true, "response": true, "responses": true,
	"kommentar": true, "kommentare": true, "antworten": true, "commentaire": true, "commentaires": true,
	"comentario": true, "comentarios": true, "comentário": true, "comentários": true, "commento": true,
	"commenti": true, "reacties": true, "komentarz": true, "komentarze": true, "komentarzy": true,
}

// count reads a line that says how many comments there are: a number and a noun, nothing else.
func count(text string) (n int, ok bool) {
	number, noun, ok := strings.Cut(text, " ")
	if !ok || len(text) > 40 || !nouns[strings.ToLower(noun)] {
		return 0, false
	}
	n, err := strconv.Atoi(strings.NewReplacer(",", "", ".", "").Replace(number))
	return n, err == nil && n >= 0
}

// commentsLine reads a line above comments: "10 Comments", "2 responses to “Herons”", "Comments (3)", "Comments"; n is
// nil where it does not count them.
func commentsLine(text string) (n *int, ok bool) {
	if len(text) > 200 || text == "" {
		return nil, false
	}
	text = strings.TrimRight(text, ": ")
	words := strings.Fields(text)
	if len(words) > 2 && (words[1] == "thoughts" || words[1] == "thought") && words[2] == "on" {
		words = []string{words[0], "comments"}
	} else if len(words) == 3 && nouns[strings.ToLower(words[2])] { // "12 Reader Comments"
		words = []string{words[0], words[2]}
	} else if len(words) > 2 && connects[strings.ToLower(words[2])] {
		words = words[:2]
	}
	switch {
	case len(words) == 1 && nouns[strings.ToLower(words[0])] && words[0] != strings.ToLower(words[0]):
		return nil, true
	case len(words) == 2 && nouns[strings.ToLower(words[0])]:
		words[0], words[1] = strings.Trim(words[1], "()"), words[0]
	}
	if len(words) != 2 {
		return nil, false
	}
	if strings.EqualFold(words[0], "one") {
		words[0] = "1"
	}
	if i, ok := count(words[0] + " " + words[1]); ok {
		return &i, true
	}
	return nil, false
}

// connects are the words between "10 responses" and what they answer.
var connects = map[string]bool{"to": true, "on": true, "zu": true, "auf": true, "sur": true, "à": true, "en": true, "a": true, "su": true, "op": true, "em": true}
