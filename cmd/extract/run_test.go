package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/render"
)

// numberedPages are pages of very different length, so that they are not ready in order.
func numberedPages(t *testing.T, n int) []input {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		page := fmt.Sprintf("<title>%d</title>%s", i, strings.Repeat(fmt.Sprintf("<p>This is page %d, and it says so again.</p>", i), 1+i*7%50*20))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.html", i)), []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return expand([]string{dir})
}

func TestConcurrentResultsKeepOrder(t *testing.T) {
	inputs := numberedPages(t, 200)
	n := 0
	for r := range results(t.Context(), inputs, settings{}, render.JSONLine) {
		if r.err != nil || r.index != n || r.input.source != inputs[n].source || !strings.Contains(string(r.document), fmt.Sprintf("This is page %d,", n)) {
			t.Fatalf("result %d is of %s: %v, %.200s", n, r.input.source, r.err, r.document)
		}
		n++
	}
	if n != len(inputs) {
		t.Errorf("%d results of %d", n, len(inputs))
	}
}

// An interruption ends the work after the pages that are being read.
func TestConcurrentInterruption(t *testing.T) {
	inputs := numberedPages(t, 200)
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	n := 0
	for range results(ctx, inputs, settings{}, render.JSONLine) {
		n++
		interrupt()
	}
	if n == 0 || n == len(inputs) {
		t.Errorf("%d results of %d", n, len(inputs))
	}
}

// Where the output takes no more, the work ends: the rest is not read in vain.
func TestOutputThatCannotBeWritten(t *testing.T) {
	inputs := numberedPages(t, 30)
	full, err := os.Open(inputs[0].source) // for reading alone
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	stdout := os.Stdout
	os.Stdout = full
	err = run(t.Context(), []string{filepath.Dir(inputs[0].source)}, settings{})
	os.Stdout = stdout
	if !errors.Is(err, errOutput) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}
