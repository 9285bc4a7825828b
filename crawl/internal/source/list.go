package source

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/scholia/scholia/crawl/internal/discover"
	"github.com/scholia/scholia/crawl/internal/record"
)

// Stdin is the name of the standard input.
const Stdin = "-"

// CheckList says whether a list can be opened.
func CheckList(name string) error {
	if name == Stdin {
		return nil
	}
	r, err := open(name)
	if err != nil {
		return fmt.Errorf("list %s: %w", name, err)
	}
	return r.Close()
}

// List gives the addresses in a file, or on the standard input: a list with one on each line, a sitemap or a feed,
// also compressed. Errors name the file; the list goes on after a line that is no address.
func List(name string) iter.Seq2[record.Link, error] {
	return func(yield func(record.Link, error) bool) {
		r := &reading{Reader: os.Stdin}
		if name != Stdin {
			var err error
			if r, err = open(name); err != nil {
				yield(record.Link{}, fmt.Errorf("list %s: %w", name, err))
				return
			}
		}
		defer r.Close()
		for link, err := range list(r) {
			if err != nil {
				err = fmt.Errorf("list %s: %w", name, err)
			}
			if !yield(link, err) {
				return
			}
		}
	}
}

// nowhere is the base for relative addresses in a file, which has none: no crawl can reach it.
const nowhere = "http://invalid.invalid/"

// list tells by its beginning what a file is.
func list(r io.Reader) iter.Seq2[record.Link, error] {
	start, err := io.ReadAll(io.LimitReader(r, 4<<10))
	whole := io.MultiReader(bytes.NewReader(start), r)
	switch kind := discover.Kind(&record.Document{Body: start}); {
	case err != nil:
		return func(yield func(record.Link, error) bool) { yield(record.Link{}, err) }
	case kind == record.Sitemap:
		return discover.Sitemap(whole, nowhere)
	case kind == record.Feed:
		return feed(whole)
	}
	return func(yield func(record.Link, error) bool) {
		for url, err := range discover.List(whole) {
			if !yield(record.Link{URL: url, Kind: record.Page}, err) {
				return
			}
		}
	}
}

func feed(r io.Reader) iter.Seq2[record.Link, error] {
	return func(yield func(record.Link, error) bool) {
		body, err := io.ReadAll(io.LimitReader(r, discover.MaxFeedBytes+1))
		if err != nil {
			yield(record.Link{}, err)
			return
		}
		links, err := discover.Feed(&record.Document{URL: nowhere, Body: body})
		if err != nil {
			yield(record.Link{}, err)
			return
		}
		for _, l := range links {
			if !yield(l, nil) {
				return
			}
		}
	}
}
