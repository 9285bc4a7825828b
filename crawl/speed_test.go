package crawl_test

import (
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/jobfile"
	"github.com/scholia/scholia/crawl/internal/testsite"
)

// TestSpeed compares a crawl, with extraction and its log, with colly alone, which follows the links of the same web and
// reads nothing else. Both share the machine with the web's server, and neither waits between requests.
func TestSpeed(t *testing.T) {
	if !long {
		t.Skip("a figure of docs/crawl.md: set CRAWL_TRIALS=1")
	}
	var blogs []testsite.Blog
	for i := range 20 {
		blogs = append(blogs, testsite.Blog{Articles: 100, Comments: 8, Theme: testsite.Theme(i % 3), Permalink: testsite.Permalink(i / 3 % 3)})
	}
	server := serve(t, testsite.Config{Seed: 10, Blogs: blogs})
	for _, site := range server.Sites {
		site.Articles() // made up before the clock runs
	}
	var ours, collys float64
	for range 3 {
		ours, collys = ours+crawlSpeed(t, server), collys+collySpeed(t, server)
	}
	t.Logf("crawl: %.0f pages/s, colly: %.0f pages/s, ratio %.2f", ours/3, collys/3, ours/collys)
	if ours < collys/2 {
		t.Error("that is less than half of colly's")
	}
}

const speedParallel = 4

func crawlSpeed(t *testing.T, server *testsite.Server) float64 {
	j := job(t, server, 0)
	j.Politeness.Parallel = speedParallel
	j.Limits = jobfile.Limits{}
	before, begin := len(server.Requests()), time.Now()
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(begin)
	requests := len(server.Requests()) - before
	t.Logf("crawl: %d requests, %d records in %v", requests, s.Records, took)
	return float64(requests) / took.Seconds()
}

func collySpeed(t *testing.T, server *testsite.Server) float64 {
	c := colly.NewCollector(colly.Async(true))
	for _, site := range server.Sites {
		if err := c.Limit(&colly.LimitRule{DomainGlob: site.Host, Parallelism: speedParallel}); err != nil {
			t.Fatal(err)
		}
	}
	c.WithTransport(&http.Transport{MaxIdleConnsPerHost: speedParallel})
	var answers atomic.Int64
	c.OnResponse(func(*colly.Response) { answers.Add(1) })
	c.OnHTML("a[href]", func(e *colly.HTMLElement) { _ = e.Request.Visit(e.Attr("href")) })
	begin := time.Now()
	for _, seed := range server.Seeds() {
		if err := c.Visit(seed); err != nil {
			t.Fatal(err)
		}
	}
	c.Wait()
	took := time.Since(begin)
	t.Logf("colly: %d pages in %v", answers.Load(), took)
	return float64(answers.Load()) / took.Seconds()
}
