package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"

	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// settle chooses the format where none is given, says whether the flags make sense for these inputs, and gives the
// writer that they ask for.
func (s *settings) settle(inputs []input) (writer, error) {
	several := len(inputs) > 1
	if s.format == "" {
		s.format = "json"
		if several && !s.toDirectory() {
			s.format = "jsonl"
		}
	}
	format, ok := render.Lookup(s.format)
	switch {
	case !ok:
		return nil, fmt.Errorf("there is no format %q: give one of %s", s.format, formatNames())
	case s.format == "html" && several && !s.toDirectory():
		return nil, fmt.Errorf("%d pages make no single HTML document: give a directory with -o DIR/", len(inputs))
	case s.url != "" && several:
		return nil, fmt.Errorf("--url is the address of one page, and there are %d inputs", len(inputs))
	}
	if s.url != "" {
		if u, err := url.Parse(s.url); err != nil || !u.IsAbs() || u.Host == "" {
			return nil, fmt.Errorf("--url %q is no address: give it with http:// or https://", s.url)
		}
	}
	return s.withComments(format)
}

// withComments is the writer of a format that shows comments as asked for.
func (s *settings) withComments(format render.Format) (writer, error) {
	var option render.MarkdownOption
	switch s.comments {
	case "", "quotes":
		return format.Write, nil
	case "lists":
		option = render.CommentsAsLists()
	case "none":
		option = render.WithoutComments()
	default:
		return nil, fmt.Errorf("--comments %q is not known: give quotes, lists or none", s.comments)
	}
	if format.Name != "md" {
		return nil, errors.New("--comments is about Markdown: give --format md with it, or leave it out")
	}
	return func(w io.Writer, p *page.Page) error { return render.Markdown(w, p, option) }, nil
}
