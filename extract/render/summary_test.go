package render_test

import (
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// TestSummary: of subtitle, summary and text, which may say the same, each is written once.
func TestSummary(t *testing.T) {
	text := func(texts ...string) []*page.Section {
		s := new(page.Section)
		for _, text := range texts {
			s.Blocks = append(s.Blocks, &page.Block{Type: page.Paragraph, Text: text})
		}
		return []*page.Section{s}
	}
	seen := func(s string) *page.Summary { return &page.Summary{Text: s, Origin: page.FromPage} }
	for _, c := range []struct {
		name     string
		page     page.Page
		html, md string // the article, and what follows the front matter
	}{
		{"a standfirst is subtitle, summary and a block", page.Page{Title: "T", Subtitle: "What it says.", Summary: seen("What it says."), Sections: text("What  it says.", "Text.")},
			"<h1>T</h1>\n<section>\n<p>What  it says.</p>\n<p>Text.</p>\n</section>\n", "What  it says.\n\nText.\n"},
		{"a subtitle that is the summary", page.Page{Title: "T", Subtitle: "What it says.", Summary: seen("What it says."), Sections: text("Text.")},
			"<hgroup>\n<h1>T</h1>\n<p>What it says.</p>\n</hgroup>\n<section>\n<p>Text.</p>\n</section>\n", "Text.\n"},
		{"points in a box", page.Page{Title: "T", Summary: seen("One.\nTwo."), Sections: text("Text.")},
			"<h1>T</h1>\n<p>One.<br>Two.</p>\n<section>\n<p>Text.</p>\n</section>\n", "Text.\n"},
		{"a summary that stands further down", page.Page{Title: "T", Summary: seen("One.\nTwo."), Sections: text("Text.", "Summary: One.", "Two.")},
			"<h1>T</h1>\n<section>\n<p>Text.</p>\n<p>Summary: One.</p>\n<p>Two.</p>\n</section>\n", "Text.\n\nSummary: One.\n\nTwo.\n"},
		{"an abstract that is all", page.Page{Title: "T", Summary: seen("What it says.")}, "<h1>T</h1>\n<p>What it says.</p>\n", "What it says.\n"},
		{"a description", page.Page{Title: "T", Summary: &page.Summary{Text: "What it says.", Origin: page.FromMetadata}}, "<h1>T</h1>\n", ""},
	} {
		var h, m strings.Builder
		if err := render.HTML(&h, &c.page); err != nil {
			t.Fatal(err)
		}
		if err := render.Markdown(&m, &c.page); err != nil {
			t.Fatal(err)
		}
		_, article, _ := strings.Cut(h.String(), "<article>\n")
		article, _, _ = strings.Cut(article, "</article>")
		_, body, _ := strings.Cut(m.String(), "\n---\n")
		if article != c.html || strings.TrimPrefix(body, "\n") != c.md {
			t.Errorf("%s:\ngot  %q, %q\nwant %q, %q", c.name, article, body, c.html, c.md)
		}
	}
}
