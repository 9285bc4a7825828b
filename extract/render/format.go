package render

import (
	"io"

	"github.com/scholia/scholia/extract/page"
)

// Format is a form that a page can be written in.
type Format struct {
	Name  string // as a user gives it: "md"
	Write func(w io.Writer, p *page.Page) error
}

// Formats are all forms that a page can be written in, the usual one first.
var Formats = []Format{
	{"json", JSON},
	{"jsonl", JSONLine},
	{"md", func(w io.Writer, p *page.Page) error { return Markdown(w, p) }},
	{"text", Text},
	{"html", HTML},
}

// Lookup finds a format by its name.
func Lookup(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
