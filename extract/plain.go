package extract

import (
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/internal/transcript"
	"github.com/scholia/scholia/extract/page"
)

// plainConfidence is the confidence in every plain-text page: the mean word F1 of the article's text over dumps of 49
// pages by lynx and w3m and their text as crawls keep it (0.857, 0.887 and 0.902).
const plainConfidence = 0.88

// plain reads a page from its plain-text rendering.
func (o options) plain(s string) *page.Page {
	p := textpage.Read(s)
	p.Source = o.source
	if p.URL == "" {
		p.URL = o.url
	}
	p.Text = mainText(p, p.Summary != nil)
	if p.Kind == page.Thread {
		p.Text = plainThread(p)
	}
	if p.Language == "" {
		p.Language = metadata.LanguageOf(p.Text)
	}
	if p.Words = dom.Words(p.Text); p.Words > 0 {
		p.Confidence = plainConfidence
	}
	return p
}

// plainThread is the text of a thread whose dates are known only as they were read.
func plainThread(p *page.Page) string {
	var t transcript.Transcript
	if p.Post != nil {
		t.Add(p.Post, string(p.Post.Published))
	}
	for _, c := range p.Comments.All() {
		t.Add(&c.Post, string(c.Published))
	}
	return t.String()
}
