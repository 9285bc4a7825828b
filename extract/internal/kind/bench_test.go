package kind

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
)

// BenchmarkOfOverParse compares what Of takes with html.Parse of the same bytes, page by page in turn, on up to 300 .html.gz
// pages of the folder that SCHOLIA_PAGES names, else on a page of this test.
func BenchmarkOfOverParse(b *testing.B) {
	pages := benchPages(b)
	address, _ := url.Parse("https://example.org/2013/06/the-mill-turns-again")
	var parse, of time.Duration
	for b.Loop() {
		for _, page := range pages {
			start := time.Now()
			root, err := html.Parse(bytes.NewReader(page))
			if err != nil {
				b.Fatal(err)
			}
			parse += time.Since(start)
			x, err := dom.Build(root, 0)
			if err != nil {
				b.Fatal(err)
			}
			ctx := Context{Data: structured.Read(x), Content: dom.Selection{x.Subtree(0)}, Address: address}
			start = time.Now()
			Of(x, ctx)
			of += time.Since(start)
			x.Release()
		}
	}
	b.ReportMetric(float64(of)/float64(parse), "of/parse")
	b.ReportMetric(float64(of.Nanoseconds())/float64(b.N*len(pages)), "ns/page")
}

func benchPages(b *testing.B) (pages [][]byte) {
	b.Helper()
	files, _ := filepath.Glob(filepath.Join(os.Getenv("SCHOLIA_PAGES"), "*.html.gz"))
	if len(files) == 0 {
		return [][]byte{[]byte(strings.Repeat(guessed, 20))}
	}
	n := min(len(files), 300)
	for i := range n {
		f, err := os.Open(files[i*len(files)/n])
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			b.Fatal(err)
		}
		f.Close()
		pages = append(pages, page)
	}
	return pages
}
