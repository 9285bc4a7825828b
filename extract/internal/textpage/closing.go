package textpage

import (
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// closed and offered are how the line after the comments begins that says whether one can still comment, lower case.
var (
	closed = []string{
		"comments have been disabled", "comments are closed", "comments are disabled", "comments are now closed",
		"comments closed", "comments off", "commenting is closed", "kommentare sind geschlossen", "kommentare geschlossen",
		"die kommentarfunktion ist geschlossen", "les commentaires sont fermés", "los comentarios están cerrados",
		"i commenti sono chiusi", "os comentários estão fechados", "reacties zijn gesloten",
	}
	offered = []string{
		"leave a comment", "leave a reply", "post a comment", "add a comment", "write a comment", "add your comment", "join the conversation",
		"schreibe einen kommentar", "kommentar schreiben", "laisser un commentaire", "deja un comentario", "deja una respuesta",
		"lascia un commento", "deixe um comentário", "geef een reactie", "dodaj komentarz",
	}
)

// How the lines begin that give the address of the next page of comments, and of a conversation that stands elsewhere.
const (
	moreComments = "More comments: "
	discussion   = "Discussion: "
)

// closing takes the last line that says whether one can still comment, and returns the chunks before it: what
// stands after it is the page's foot.
func closing(p *page.Page, chunks []chunk) []chunk {
	for i := len(chunks) - 1; i >= 0; i-- {
		c := &chunks[i]
		if c.prose || !c.alone || c.block.Type != page.Paragraph {
			continue
		}
		if next, ok := strings.CutPrefix(c.block.Text, moreComments); ok {
			p.Comments.Next = next
			chunks = chunks[:i]
			continue
		}
		if address, ok := strings.CutPrefix(c.block.Text, discussion); ok && isAddress(address) {
			p.Comments.DiscussionURL = address
			chunks = chunks[:i]
			continue
		}
		if open, ok := state(c.block.Text); ok {
			p.Comments.Open = &open
			return chunks[:i]
		}
	}
	return chunks
}

// isAddress tells an address on the web from words.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.Contains(s, " ")
}

// state reads a line that says whether one can still comment.
func state(text string) (open, ok bool) {
	if len(text) > 100 {
		return false, false
	}
	text = strings.ToLower(text)
	for _, phrase := range closed {
		if strings.HasPrefix(text, phrase) {
			return false, true
		}
	}
	for _, phrase := range offered {
		if strings.HasPrefix(text, phrase) {
			return true, true
		}
	}
	return false, false
}
