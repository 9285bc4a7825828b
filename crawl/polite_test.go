package crawl_test

import (
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
)

func TestRobotsOfEveryKind(t *testing.T) {
	var blogs []testsite.Blog
	for kind := testsite.Missing; kind <= testsite.RedirectsOn; kind++ {
		blogs = append(blogs, testsite.Blog{Articles: 9, Comments: 2, Robots: kind, Delay: 50 * time.Millisecond})
	}
	server := serve(t, testsite.Config{Seed: 12, Blogs: blogs})
	j := job(t, server, 5*time.Millisecond)
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", s)
	addsUp(t, s)
	compare(t, truth(server.Truth()), output(t, j.Output))
	polite(t, server, 5*time.Millisecond)
	want := map[string]int64{"skipped: robots.txt cannot be fetched": 1, "skipped: forbidden by robots.txt": 2 + 5}
	for outcome, n := range want {
		if s.Outcomes[outcome] != n {
			t.Errorf("%d addresses %s, want %d", s.Outcomes[outcome], outcome, n)
		}
	}
}

func TestHostsThatAreSlowOrImpatient(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 13, Blogs: []testsite.Blog{
		{Articles: 4, Latency: 100 * time.Millisecond},
		{Articles: 4, Patience: 30 * time.Millisecond},
	}})
	j := job(t, server, 5*time.Millisecond)
	j.Politeness.NoThrottle = false
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", s)
	addsUp(t, s)
	compare(t, truth(server.Truth()), output(t, j.Output))
	slow, impatient := server.Sites[0], server.Sites[1]
	if gap, later := slow.ShortestGap(); gap < 200*time.Millisecond {
		t.Errorf("a host that takes 100 ms to answer was asked %v after only %v", later, gap)
	}
	refused := time.Time{}
	for _, r := range impatient.Requests() {
		if wait := r.Start.Sub(refused); wait < time.Second {
			t.Errorf("%v only %v after Retry-After: 1", r, wait)
		}
		if r.Status == 429 {
			refused = r.End
		}
	}
	if refused.IsZero() {
		t.Error("nobody lost patience: the test shows nothing")
	}
}
