package transcript

import (
	"testing"

	"github.com/scholia/scholia/extract/internal/outline"
	"github.com/scholia/scholia/extract/page"
)

func TestTranscript(t *testing.T) {
	const (
		question = "My sourdough rises in the evening and has fallen flat by the morning. What am I doing wrong?"
		answer   = "It is too warm in there. Put it in the cellar over night."
	)
	quote := func(text string) *page.Block { return &page.Block{Type: page.Quote, Text: text} }
	paragraph := func(text string) *page.Block { return &page.Block{Type: page.Paragraph, Text: text} }
	for _, c := range []struct {
		name  string
		posts [][]*page.Block
		want  string
	}{
		{
			"a whole post quoted",
			[][]*page.Block{{paragraph(question)}, {quote("Crumb said:\n\n" + question), paragraph(answer)}},
			"A\nMon\n" + question + "\n\nB\nMon\n" + answer,
		},
		{
			"a quote in a quote",
			[][]*page.Block{{paragraph(question)}, {paragraph(answer)}, {quote(question + "\n\n" + answer), paragraph("So I did.")}},
			"A\nMon\n" + question + "\n\nB\nMon\n" + answer + "\n\nC\nMon\nSo I did.",
		},
		{
			"a few words quoted",
			[][]*page.Block{{paragraph(question)}, {quote("has fallen flat by the morning"), paragraph(answer)}},
			"A\nMon\n" + question + "\n\nB\nMon\nhas fallen flat by the morning\n\n" + answer,
		},
		{
			"a quote from elsewhere",
			[][]*page.Block{{paragraph(question)}, {quote("Doughs that rise at 28 degrees want to be baked after six hours at the latest."), paragraph("From the book.")}},
			"A\nMon\n" + question + "\n\nB\nMon\nDoughs that rise at 28 degrees want to be baked after six hours at the latest.\n\nFrom the book.",
		},
		{
			"said twice without a quote",
			[][]*page.Block{{paragraph(question)}, {paragraph(question)}},
			"A\nMon\n" + question + "\n\nB\nMon\n" + question,
		},
	} {
		var text Transcript
		for i, blocks := range c.posts {
			author := &page.Person{Name: string(rune('A' + i))}
			text.Add(&page.Post{Author: author, Blocks: blocks, Text: outline.BlocksText(blocks)}, "Mon")
		}
		if got := text.String(); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}
