package render

import (
	"io"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// Format is a form that a page can be written in.
type Format struct {
	Name   string // as a user gives it: "md"
	Ending string // of its files: ".md"
	Write  func(w io.Writer, p *page.Page) error
}

// Formats are all forms that a page can be written in, the usual one first.
var Formats = []Format{
	{"json", ".json", JSON},
	{"jsonl", ".jsonl", JSONLine},
	{"md", ".md", func(w io.Writer, p *page.Page) error { return Markdown(w, p) }},
	{"text", ".txt", Text},
	{"html", ".html", HTML},
}

// otherNames are what some of the formats are called as well.
var otherNames = map[string]string{"markdown": "md", "txt": "text", "ndjson": "jsonl", "htm": "html"}

// Lookup finds a format by its name or another that is in use for it ("markdown", "txt"), in upper or lower case.
func Lookup(name string) (Format, bool) {
	name = strings.ToLower(name)
	if other := otherNames[name]; other != "" {
		name = other
	}
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
