package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// settle chooses the format, says whether the flags make sense for these inputs, and gives the writer that they ask
// for.
func (s *settings) settle(inputs []input) (writer, error) {
	several := len(inputs) > 1
	var ok bool
	s.chosen, ok = render.Lookup(s.formatName(several && !s.toDirectory()))
	switch {
	case !ok:
		return nil, fmt.Errorf("there is no format %q: give one of %s", s.format, formatNames())
	case s.chosen.Name == "html" && several && !s.toDirectory():
		return nil, fmt.Errorf("%d pages make no single HTML document: give a directory with -o DIR/", len(inputs))
	case s.url != "" && several:
		return nil, fmt.Errorf("--url is the address of one page, and there are %d inputs", len(inputs))
	}
	if s.url != "" {
		if u, err := url.Parse(s.url); err != nil || !u.IsAbs() || u.Host == "" {
			return nil, fmt.Errorf("--url %q is no address: give it with http:// or https://", s.url)
		}
	}
	return s.withComments()
}

// formatName is that of the format asked for. Where none is, it is that of the output's ending, or JSON, which is
// written as JSON Lines where several documents go to one place.
func (s *settings) formatName(together bool) string {
	if s.format != "" {
		return s.format
	}
	name := "json"
	if f, ok := render.Lookup(strings.TrimPrefix(filepath.Ext(s.output), ".")); ok && !s.toDirectory() {
		name = f.Name
	}
	if together && name == "json" {
		return "jsonl"
	}
	return name
}

// withComments is the writer of the format that shows comments as asked for.
func (s *settings) withComments() (writer, error) {
	var option render.MarkdownOption
	switch s.comments {
	case "", "quotes":
		return s.chosen.Write, nil
	case "lists":
		option = render.CommentsAsLists()
	case "none":
		option = render.WithoutComments()
	default:
		return nil, fmt.Errorf("--comments %q is not known: give quotes, lists or none", s.comments)
	}
	if s.chosen.Name != "md" {
		return nil, errors.New("--comments is about Markdown: give --format md with it, or leave it out")
	}
	return func(w io.Writer, p *page.Page) error { return render.Markdown(w, p, option) }, nil
}
