package render

import (
	"bytes"

	"go.yaml.in/yaml/v3"

	"github.com/scholia/scholia/extract/page"
)

// frontMatter is what is known of a page beside its text, under the names that static site generators use.
type frontMatter struct {
	Title      string   `yaml:"title,omitempty"`
	Subtitle   string   `yaml:"subtitle,omitempty"`
	Authors    []string `yaml:"authors,omitempty"`
	Published  string   `yaml:"published,omitempty"`
	Modified   string   `yaml:"modified,omitempty"`
	URL        string   `yaml:"url,omitempty"`
	Site       string   `yaml:"site,omitempty"`
	Language   string   `yaml:"language,omitempty"`
	License    string   `yaml:"license,omitempty"`
	Kind       string   `yaml:"kind,omitempty"`
	Categories []string `yaml:"categories,omitempty"`
	Tags       []string `yaml:"tags,omitempty"`
	Image      string   `yaml:"image,omitempty"`
	Summary    string   `yaml:"summary,omitempty"`
	Comments   *int     `yaml:"comments,omitempty"`
	Discussion string   `yaml:"discussion_url,omitempty"`
}

// frontMatter writes YAML between lines of three hyphens.
func (m *markdown) frontMatter(p *page.Page) error {
	f := frontMatter{
		Title: p.Title, Subtitle: p.Subtitle, Published: string(p.Published), Modified: string(p.Modified),
		URL: p.URL, Site: p.Site, Language: p.Language, License: p.License, Kind: string(p.Kind),
		Categories: p.Categories, Tags: p.Tags, Comments: p.Comments.Declared, Discussion: p.Comments.DiscussionURL,
	}
	for _, a := range p.Authors {
		f.Authors = append(f.Authors, a.Name)
	}
	if p.Image != nil {
		f.Image = p.Image.URL
	}
	if p.Summary != nil {
		f.Summary = p.Summary.Text
	}
	var b bytes.Buffer
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(2)
	if err := encoder.Encode(f); err != nil {
		return err
	}
	if err := encoder.Close(); err != nil {
		return err
	}
	if b.String() == "{}\n" {
		return nil
	}
	m.line("---")
	m.buf = append(m.buf, b.Bytes()...)
	m.line("---")
	return nil
}
