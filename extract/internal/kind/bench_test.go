package kind

import (
	"net/url"
	"testing"
	"time"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/structured"
)

// BenchmarkOfOverParse compares what Of takes with html.Parse of the same bytes, page by page in turn, on up to 300
// pages of the folder that SCHOLIA_PAGES names, else on the fixtures.
func BenchmarkOfOverParse(b *testing.B) {
	pages := domtest.Pages(b, "../../../testdata")
	address, _ := url.Parse("https://example.org/2013/06/the-mill-turns-again")
	var parse, of time.Duration
	for b.Loop() {
		for _, page := range pages {
			x, parsed, _ := domtest.Timed(b, page)
			parse += parsed
			ctx := Context{Data: structured.Read(x), Content: dom.Selection{x.Subtree(0)}, Address: address}
			start := time.Now()
			Of(x, ctx)
			of += time.Since(start)
			x.Release()
		}
	}
	b.ReportMetric(float64(of)/float64(parse), "of/parse")
	b.ReportMetric(float64(of.Nanoseconds())/float64(b.N*len(pages)), "ns/page")
}
