package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// result is what became of an input.
type result struct {
	input     input
	index     int
	document  []byte // in the format asked for
	decisions []extract.Decision
	err       error
}

// run reads the pages that args name and writes them. It reports on standard error what fails, and goes on with the
// rest.
func run(ctx context.Context, args []string, s settings) error {
	inputs := expand(args)
	write, err := s.settle(inputs)
	if err != nil {
		return err
	}
	if s.fixed, err = readRules(s.rules); err != nil {
		return err
	}
	out, err := newOutput(s, inputs)
	if err != nil {
		return err
	}
	bar := newProgress(len(inputs), s.output != "")
	failed := false
	for r := range results(ctx, inputs, s, write) {
		if r.err == nil {
			r.err = out.write(r)
		}
		bar.step()
		if errors.Is(r.err, errOutput) {
			bar.clear()
			return out.close(r.err)
		}
		if r.err != nil {
			failed = true
			bar.clear()
			fmt.Fprintf(os.Stderr, "extract: %s: %v\n", cmp.Or(r.input.source, `""`), r.err)
		}
		explain(os.Stderr, r)
	}
	bar.clear()
	if err := out.close(ctx.Err()); err != nil {
		return err
	}
	if failed {
		return errReported
	}
	return nil
}

// results reads the inputs on all cores and yields what became of them in their order. At most two pages per core wait
// for their turn.
func results(ctx context.Context, inputs []input, s settings, write writer) func(yield func(result) bool) {
	return func(yield func(result) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		cores := runtime.GOMAXPROCS(0)
		turns := make(chan chan result, 2*cores)
		go func() {
			defer close(turns)
			var group errgroup.Group
			group.SetLimit(cores)
			for i, in := range inputs {
				turn := make(chan result, 1)
				select {
				case turns <- turn:
				case <-ctx.Done():
					return
				}
				group.Go(func() error {
					r := result{input: in, index: i}
					r.read(ctx, s, write)
					turn <- r
					return nil
				})
			}
		}()
		for turn := range turns {
			if !yield(<-turn) {
				return
			}
		}
	}
}

// read makes the document of an input.
func (r *result) read(ctx context.Context, s settings, write writer) {
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("a fault of extract itself, please report it with the page: %v\n%s", p, debug.Stack())
		}
	}()
	from, err := r.input.load(ctx)
	if err != nil {
		r.err = err
		return
	}
	if s.url != "" {
		from.url = s.url
	}
	options := append(slices.Clip(s.fixed),
		extract.WithSource(r.input.source), extract.WithURL(from.url), extract.WithContentType(from.contentType),
		extract.WithSaved(from.saved))
	if s.explain {
		options = append(options, extract.WithExplain(func(d extract.Decision) { r.decisions = append(r.decisions, d) }))
	}
	p, err := extract.Bytes(from.bytes, options...)
	if err != nil {
		r.err = withoutSource(err)
		return
	}
	var b bytes.Buffer
	r.err = write(&b, p)
	r.document = b.Bytes()
}

// writer writes a page in a format.
type writer func(w io.Writer, p *page.Page) error

// withoutSource is the reason of an extraction's error: the source is named anyway.
func withoutSource(err error) error {
	var extraction *extract.Error
	if errors.As(err, &extraction) {
		return extraction.Err
	}
	return err
}
