package extract_test

import (
	"bytes"
	"runtime"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/internal/thread"
)

// BenchmarkBytesOverParse compares extract.Bytes with html.Parse on the same bytes, page by page in turn, so that a
// noisy machine disturbs both alike. It reports the ratios of time and of allocated bytes.
func BenchmarkBytesOverParse(b *testing.B) {
	pages := domtest.Pages(b, "../testdata")
	var parse, whole cost
	for b.Loop() {
		for _, page := range pages {
			parse.add(func() { _, _ = html.Parse(bytes.NewReader(page)) })
			whole.add(func() { _, _ = extract.Bytes(page) })
		}
	}
	b.ReportMetric(float64(whole.time)/float64(parse.time), "time/parse")
	b.ReportMetric(float64(whole.bytes)/float64(parse.bytes), "bytes/parse")
	b.ReportMetric(float64(whole.time.Milliseconds())/float64(whole.runs), "ms/page")
}

// cost adds up what a piece of work takes.
type cost struct {
	time  time.Duration
	bytes uint64
	runs  int
}

func (c *cost) add(work func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	work()
	c.time += time.Since(start)
	runtime.ReadMemStats(&after)
	c.bytes += after.TotalAlloc - before.TotalAlloc
	c.runs++
}

// BenchmarkConcurrent reads pages on as many goroutines as -cpu says: compare -cpu 1 with -cpu 2.
func BenchmarkConcurrent(b *testing.B) {
	pages := domtest.Pages(b, "../testdata")
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	b.SetBytes(int64(size / len(pages)))
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			_, _ = extract.Bytes(pages[i%len(pages)])
		}
	})
}

// BenchmarkThreadOverParse compares with html.Parse what it takes to tell which rules apply to a page, and what thread
// takes with the table of platforms and without it. Applying is measured a hundred times for each page, since it is
// too short to be seen otherwise.
func BenchmarkThreadOverParse(b *testing.B) {
	const repeat = 100
	pages := domtest.Pages(b, "../testdata")
	var parse, apply, with, without cost
	ruled := 0
	for b.Loop() {
		for _, page := range pages {
			parse.add(func() { _, _ = html.Parse(bytes.NewReader(page)) })
			root, err := html.ParseWithOptions(bytes.NewReader(page), html.ParseOptionEnableScripting(false)) // as Bytes reads it
			if err != nil {
				b.Fatal(err)
			}
			x, err := dom.Build(root, 0)
			if err != nil {
				b.Fatal(err)
			}
			ctx := thread.Context{Data: structured.Read(x)}
			without.add(func() { thread.Find(x, ctx) })
			apply.add(func() {
				for range repeat {
					ctx.Rules = rules.Platforms().Applying(x, "")
				}
			})
			with.add(func() { thread.Find(x, ctx) })
			if len(ctx.Rules) > 0 {
				ruled++
			}
			x.Release()
		}
	}
	b.ReportMetric(float64(apply.time)/repeat/float64(parse.time), "apply/parse")
	b.ReportMetric(float64(apply.bytes)/repeat/float64(parse.bytes), "applybytes/parse")
	b.ReportMetric(float64(with.time)/float64(parse.time), "thread/parse")
	b.ReportMetric(float64(with.bytes)/float64(parse.bytes), "threadbytes/parse")
	b.ReportMetric(float64(without.time)/float64(parse.time), "general/parse")
	b.ReportMetric(float64(ruled)/float64(with.runs), "ruled/page")
}
