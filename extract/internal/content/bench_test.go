package content

import (
	"testing"
	"time"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// BenchmarkSelectOverParse compares what Select takes with html.Parse of the same bytes, page by page in turn, on up to
// 300 pages of the folder that SCHOLIA_PAGES names, else on the fixtures. dom.Build, on which all rooms
// stand, is reported beside it.
func BenchmarkSelectOverParse(b *testing.B) {
	pages := domtest.Pages(b, "../../../testdata")
	var parse, build, choose time.Duration
	blocks := 0
	for b.Loop() {
		for _, page := range pages {
			x, parsed, built := domtest.Timed(b, page)
			parse, build = parse+parsed, build+built
			start := time.Now()
			Select(x, Context{})
			choose += time.Since(start)
			blocks += len(x.Blocks())
			x.Release()
		}
	}
	b.ReportMetric(float64(choose)/float64(parse), "select/parse")
	b.ReportMetric(float64(build)/float64(parse), "build/parse")
	b.ReportMetric(float64(choose.Nanoseconds())/float64(blocks), "ns/block")
}
