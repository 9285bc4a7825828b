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
