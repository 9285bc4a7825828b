package score

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/scholia/scholia/extract/page"
)

// goldDocument is all that a document holds; a program must give exactly that, but for the white space between words.
type goldDocument struct {
	Kind       page.Kind `json:"kind"`
	Declared   *int      `json:"declared"`
	Open       *bool     `json:"open"`
	Paginated  bool      `json:"paginated"` // more comments stand on other pages
	Summary    string    `json:"summary"`
	Headings   []string  `json:"headings"`
	Paragraphs []int     `json:"paragraphs"` // of each section
	Comments   []struct {
		ID     string `json:"id"`
		Parent int    `json:"parent"`
		Author string `json:"author"`
		Date   string `json:"date"`
		Text   string `json:"text"`
	} `json:"comments"`
}

// document says of each part of a document whether it is exactly as in the gold. The worst pages are the parts that
// are not.
func document(source string, gold *goldDocument) measure {
	return func(predictions Predictions, worst int) Table {
		id := ID(source)
		t := Table{Name: "document", Pages: 1}
		if predictions[id] == nil {
			t.Missing = 1
		}
		var all share
		var rows []Row
		for _, part := range documentParts(gold, predictions.of(id)) {
			got, _ := json.Marshal(part.got)
			want, _ := json.Marshal(part.want)
			right := t.Missing == 0 && string(got) == string(want)
			all.add(right)
			rows = append(rows, Row{part.name, 1, []Figure{High("right", ratio(count(right), 1))}})
			if !right && len(t.Worst) < worst {
				t.Worst = append(t.Worst, fmt.Sprintf("%s %s: gold %s got %s", id, part.name, want, got))
			}
		}
		t.Rows = append([]Row{{"all", all.n, []Figure{High("right", all.value())}}}, rows...)
		return t
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// documentPart is a part of a document, as it should be and as it was read.
type documentPart struct {
	name      string
	want, got any
}

func documentParts(gold *goldDocument, p *Prediction) []documentPart {
	var headings []string
	var paragraphs []int
	walkSections(p.Sections, func(s *section) {
		if s.Heading != "" {
			headings = append(headings, s.Heading)
		}
		n := 0
		for _, b := range s.Blocks {
			n += count(b.Type == page.Paragraph)
		}
		paragraphs = append(paragraphs, n)
	})
	parts := []documentPart{
		{"kind", gold.Kind, p.Kind},
		{"declared", gold.Declared, p.Comments.Declared},
		{"open", gold.Open, p.Comments.Open},
		{"paginated", gold.Paginated, p.Comments.Next != ""},
		{"summary", squeezed(gold.Summary), squeezed(p.Summary.Text)},
		{"headings", slices.Concat(gold.Headings), headings},
		{"paragraphs", slices.Concat(gold.Paragraphs), paragraphs},
	}
	predicted := p.Comments.flat()
	parts = append(parts, documentPart{"comments", len(gold.Comments), len(predicted)})
	for i, want := range gold.Comments {
		got := want
		if i < len(predicted) {
			c := predicted[i]
			got.ID, got.Parent, got.Author, got.Date, got.Text = c.ID, c.parent, string(c.Author), c.Published, squeezed(c.Text)
		} else {
			got.Text = ""
		}
		want.Text = squeezed(want.Text)
		parts = append(parts, documentPart{fmt.Sprintf("comment_%d", i+1), want, got})
	}
	return parts
}

func walkSections(sections []*section, visit func(*section)) {
	for _, s := range sections {
		visit(s)
		walkSections(s.Sections, visit)
	}
}
