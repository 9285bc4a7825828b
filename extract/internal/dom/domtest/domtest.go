// Package domtest makes what tests of the rooms over package dom need: the index of a page that stands in the test, and
// pages for benchmarks.
package domtest

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Index is the index of a page, parsed with scripting off, as package decode does.
func Index(t testing.TB, page string) *dom.Index {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	x, err := dom.Build(root, 0)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Pages are up to 300 pages for a benchmark, evenly spread over the .html and .html.gz files of the folder that the
// environment variable SCHOLIA_PAGES names, else over those of the folder given.
func Pages(t testing.TB, folder string) [][]byte {
	t.Helper()
	if s := os.Getenv("SCHOLIA_PAGES"); s != "" {
		folder = s
	}
	var files []string
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".html.gz") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in %s: set SCHOLIA_PAGES to a folder of .html files (%v)", folder, err)
	}
	pages := make([][]byte, min(len(files), 300))
	for i := range pages {
		pages[i] = read(t, files[i*len(files)/len(pages)])
	}
	return pages
}

// Timed is the index of a page, with what the parse took and what the index took after it.
func Timed(t testing.TB, page []byte) (x *dom.Index, parse, build time.Duration) {
	t.Helper()
	start := time.Now()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	parsed := time.Now()
	if x, err = dom.Build(root, 0); err != nil {
		t.Fatal(err)
	}
	return x, parsed.Sub(start), time.Since(parsed)
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil && strings.HasSuffix(path, ".gz") {
		var z *gzip.Reader
		if z, err = gzip.NewReader(bytes.NewReader(data)); err == nil {
			data, err = io.ReadAll(z)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}
