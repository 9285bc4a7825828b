//go:build unix

package crawl_test

import (
	"fmt"
	"net/http"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/internal/collector"
)

// speedFloor is as far below what is reached, by processor time, as runs on a busy machine differ; the aim is 0.5 (see
// docs/crawl.md).
const speedFloor = 0.43

// speedParallel is how many requests each host is asked at a time.
const speedParallel = 4

// TestSpeed compares a crawl, with extraction and its log, with colly alone, which follows the links of the same web and
// reads nothing else. Both share the process with the web's server, and neither waits between requests. What a crawl's time is
// spent on: CRAWL_TRIALS=1 go test -run TestSpeed/crawl -cpuprofile cpu.out ./crawl && go tool pprof -top -cum cpu.out
func TestSpeed(t *testing.T) {
	if !long {
		t.Skip("a figure of docs/crawl.md: set CRAWL_TRIALS=1")
	}
	var blogs []testsite.Blog
	for i := range 20 {
		blogs = append(blogs, testsite.Blog{Articles: 100, Comments: 8, Theme: testsite.Theme(i % 3), Permalink: testsite.Permalink(i / 3 % 3)})
	}
	server := serve(t, testsite.Config{Seed: 10, Blogs: blogs})
	var ours, collys pace
	for range 3 {
		t.Run("crawl", func(t *testing.T) { ours = ours.plus(measure(t, server, crawlAll)) })
		t.Run("colly", func(t *testing.T) { collys = collys.plus(measure(t, server, collyAll)) })
	}
	if ours.requests == 0 || collys.requests == 0 {
		return // only one was asked for
	}
	wall, processor := ours.perSecond(ours.wall)/collys.perSecond(collys.wall), ours.perSecond(ours.processor)/collys.perSecond(collys.processor)
	t.Logf("crawl: %v; colly: %v; ratio %.2f by the clock, %.2f by processor time", ours, collys, wall, processor)
	// By the clock, other programs on the machine count too.
	if processor < speedFloor {
		t.Errorf("that is less than %v of colly's", speedFloor)
	}
}

// pace is how much was fetched in which time. Processor time is that of the process, the web's server included.
type pace struct {
	requests        int
	wall, processor time.Duration
}

func (p pace) plus(o pace) pace {
	return pace{p.requests + o.requests, p.wall + o.wall, p.processor + o.processor}
}

func (p pace) perSecond(d time.Duration) float64 { return float64(p.requests) / d.Seconds() }

// String is for people.
func (p pace) String() string {
	return fmt.Sprintf("%.0f pages/s, %.2f ms of processor time a page", p.perSecond(p.wall), 1000/p.perSecond(p.processor))
}

func measure(t *testing.T, server *testsite.Server, fetch func(*testing.T, *testsite.Server)) pace {
	runtime.GC()
	requests, begin, used := len(server.Requests()), time.Now(), processorTime(t)
	fetch(t, server)
	p := pace{len(server.Requests()) - requests, time.Since(begin), processorTime(t) - used}
	t.Logf("%d requests in %v: %v", p.requests, p.wall.Round(time.Millisecond), p)
	return p
}

func processorTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func crawlAll(t *testing.T, server *testsite.Server) {
	defer collector.Relax()() // as the command does
	j := job(t, server, 0)
	j.Politeness.Parallel = speedParallel
	if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
}

func collyAll(t *testing.T, server *testsite.Server) {
	c := colly.NewCollector(colly.Async(true))
	for _, site := range server.Sites {
		if err := c.Limit(&colly.LimitRule{DomainGlob: site.Host, Parallelism: speedParallel}); err != nil {
			t.Fatal(err)
		}
	}
	c.WithTransport(&http.Transport{MaxIdleConnsPerHost: speedParallel})
	c.OnHTML("a[href]", func(e *colly.HTMLElement) { _ = e.Request.Visit(e.Attr("href")) })
	for _, seed := range server.Seeds() {
		if err := c.Visit(seed); err != nil {
			t.Fatal(err)
		}
	}
	c.Wait()
}
