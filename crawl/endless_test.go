package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/jobfile"
)

// endless answers with page n of an article of which every page leads to another, and is unlike all others.
func endless(w http.ResponseWriter, n int) {
	w.Header().Set("Content-Type", "text/html")
	word := strings.Repeat(string(rune('a'+n%26)), 4+n/26)
	fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><head><title>A walk without end</title><meta property="og:type" content="article">
	<meta name="author" content="Ines Vale"><meta property="article:published_time" content="2020-05-01"></head><body><article><h1>A walk without end</h1>
	<p>On the morning of this stage we left the village of %[1]s by the lower gate, and the %[1]s road took us along a stream in which nothing lived.</p>
	<p>They had told us of an inn called %[1]s, but when we came there at noon its shutters were closed, and we ate our bread on the steps.</p>
	<div class="page-links">Pages: <a href="/a-walk-without-end/%[2]d/">%[2]d</a> %[3]d <a href="/a-walk-without-end/%[4]d/">%[4]d</a></div></article></body></html>`,
		word, n-1, n, n+1)
}

func TestEndlessArticle(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		n := 1
		_, err := fmt.Sscanf(r.URL.Path, "/a-walk-without-end/%d/", &n)
		if n < 1 || err != nil && r.URL.Path != "/a-walk-without-end/" {
			http.NotFound(w, r)
			return
		}
		endless(w, n)
	}))
	defer server.Close()
	delay := jobfile.Duration(time.Millisecond)
	j := crawl.Job{
		Seeds: []string{server.URL + "/a-walk-without-end/"}, Output: t.TempDir() + "/out.jsonl",
		Politeness: jobfile.Politeness{Delay: &delay, NoThrottle: true}, Limits: jobfile.Limits{Parts: 5},
	}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	if !s.Complete {
		t.Error("not complete")
	}
	got := records(t, j.Output)
	if len(got) != 1 || len(got[0].Fetch.Pages) != 4 || len(got[0].Fetch.Missing) != 1 {
		t.Fatalf("%d records, want one of five pages that says which is missing: %+v", len(got), got)
	}
	if next := server.URL + "/a-walk-without-end/6/"; got[0].Fetch.Missing[0].URL != next || got[0].Pagination.Next != next {
		t.Errorf("missing is %+v and next %q, want %s", got[0].Fetch.Missing, got[0].Pagination.Next, next)
	}
	if n := asked.Load(); n > 80 {
		t.Errorf("%d requests, at most 80 are reasonable", n)
	}
}
