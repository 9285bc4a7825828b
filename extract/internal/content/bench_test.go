package content

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
)

// BenchmarkSelectOverParse compares what Select takes with html.Parse of the same bytes, page by page in turn, on up to
// 300 .html.gz pages of the folder that SCHOLIA_PAGES names, else on a page of this test. dom.Build, on which all rooms
// stand, is reported beside it.
func BenchmarkSelectOverParse(b *testing.B) {
	pages := benchPages(b)
	var parse, build, choose time.Duration
	blocks := 0
	for b.Loop() {
		for _, page := range pages {
			start := time.Now()
			root, err := html.Parse(bytes.NewReader(page))
			if err != nil {
				b.Fatal(err)
			}
			parsed := time.Now()
			x, err := dom.Build(root, 0)
			if err != nil {
				b.Fatal(err)
			}
			built := time.Now()
			Select(x, Context{})
			choose += time.Since(built)
			build += built.Sub(parsed)
			parse += parsed.Sub(start)
			blocks += len(x.Blocks())
			x.Release()
		}
	}
	b.ReportMetric(float64(choose)/float64(parse), "select/parse")
	b.ReportMetric(float64(build)/float64(parse), "build/parse")
	b.ReportMetric(float64(choose.Nanoseconds())/float64(blocks), "ns/block")
}

func benchPages(b *testing.B) (pages [][]byte) {
	b.Helper()
	files, _ := filepath.Glob(filepath.Join(os.Getenv("SCHOLIA_PAGES"), "*.html.gz"))
	if len(files) == 0 {
		return [][]byte{[]byte(strings.Repeat(small, 20))}
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
