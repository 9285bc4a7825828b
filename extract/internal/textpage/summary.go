package textpage

import "github.com/scholia/scholia/extract/page"

// labels are the lines that stand above a summary, and where the summary then comes from.
var labels = map[string]page.SummaryOrigin{
	"Summary:":     page.FromPage,
	"Description:": page.FromMetadata,
	"Lead:":        page.FromLead,
}

// summary takes the paragraph under the label "Summary:", and returns the other chunks.
func summary(p *page.Page, chunks []chunk) []chunk {
	for i := 0; i+1 < len(chunks); i++ {
		label, text := &chunks[i], &chunks[i+1]
		origin, ok := labels[label.block.Text]
		if !ok || label.prose || label.block.Type != page.Paragraph || text.block.Type != page.Paragraph {
			continue
		}
		p.Summary = &page.Summary{Text: text.block.Text, Origin: origin}
		return append(chunks[:i:i], chunks[i+2:]...)
	}
	return chunks
}
