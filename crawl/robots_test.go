package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/crawl/jobfile"
)

// A host that others redirect to for their robots.txt is not asked faster for it.
func TestRobotsOfOthersKeepToTheDelay(t *testing.T) {
	const delay = 60 * time.Millisecond
	var mu sync.Mutex
	var asked []time.Time
	shared := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked = append(asked, time.Now())
		mu.Unlock()
		if r.URL.Path == "/robots.txt" || r.URL.Path == "/for-others.txt" {
			fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
			return
		}
		w.Header().Set("Content-Type", "text/html")
		for i := range 8 {
			fmt.Fprintf(w, "<a href=/%d>%d</a>", i, i)
		}
	}))
	defer shared.Close()
	seeds := []string{shared.URL + "/"}
	for range 6 {
		other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.Redirect(w, r, shared.URL+"/for-others.txt", http.StatusFound)
				return
			}
			fmt.Fprint(w, "<p>hello")
		}))
		defer other.Close()
		seeds = append(seeds, other.URL+"/")
	}
	d := jobfile.Duration(delay)
	j := crawl.Job{Seeds: seeds, Output: filepath.Join(t.TempDir(), "out.jsonl"), Politeness: jobfile.Politeness{Delay: &d, NoThrottle: true}}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	if len(asked) < 6+9 {
		t.Errorf("the host was asked %d times:\n%s", len(asked), s)
	}
	slices.SortFunc(asked, time.Time.Compare)
	for i := 1; i < len(asked); i++ {
		if gap := asked[i].Sub(asked[i-1]); gap < delay {
			t.Errorf("request %d came only %v after the one before", i, gap)
		}
	}
}

// What connecting itself refuses is asked for once, and all addresses of such a host have the reason.
func TestPrivateAddresses(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 9, Blogs: []testsite.Blog{{Articles: 4}}})
	articles := server.Truth()
	name := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(name, []byte(articles[0].URL+"\n"+articles[1].URL+"\n"+articles[2].URL+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	j := job(t, server, time.Millisecond)
	j.Seeds, j.Lists = nil, []string{name}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	if n := s.Outcomes["skipped: robots.txt cannot be fetched: private address"]; n != 3 || len(server.Requests()) > 0 || s.Elapsed > 2*time.Second {
		t.Errorf("%d requests:\n%s", len(server.Requests()), s)
	}
}
