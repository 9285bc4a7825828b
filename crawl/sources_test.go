package crawl_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/crawl/jobfile"
)

// A crawl whose traffic is archived, and a job that reads the archive, write the same articles, with all their pages.
func TestArchiveIsASource(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 6, Blogs: testsite.Blogs(3, 12, 8, time.Millisecond)})
	live := job(t, server, time.Millisecond)
	live.WARC = filepath.Join(t.TempDir(), "warc")
	if _, err := crawl.Run(t.Context(), live, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	archived := crawl.Job{Sources: []string{live.WARC}, Output: filepath.Join(t.TempDir(), "out.jsonl")}
	s, err := crawl.Run(t.Context(), archived, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", s)
	addsUp(t, s)
	compare(t, truth(server.Truth()), output(t, archived.Output))
	joined := 0
	for _, r := range records(t, archived.Output) {
		joined += len(r.Fetch.Pages)
		if len(r.Fetch.Missing) > 0 {
			t.Errorf("%s lacks %v", r.Fetch.URL, r.Fetch.Missing)
		}
	}
	if joined < 12 || int64(joined) != s.Outcomes["joined"] {
		t.Errorf("%d pages were joined, the summary has %d", joined, s.Outcomes["joined"])
	}
	again, err := crawl.Run(t.Context(), archived, crawl.Options{Log: logger()})
	if err != nil || again.Repeated == 0 || again.Records != s.Records {
		t.Errorf("read again: %v\n%s", err, again)
	}
}

func TestFolderIsASource(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 7, Blogs: []testsite.Blog{{Articles: 6, Comments: 4}}})
	dir := t.TempDir()
	for i, a := range server.Truth() {
		answer, err := http.Get(a.URL)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.html", i)), body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	j := crawl.Job{Sources: []string{dir}, Output: filepath.Join(t.TempDir(), "out.jsonl")}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	got := records(t, j.Output)
	if len(got) != 6 || !s.Complete {
		t.Errorf("%d records of 6 pages:\n%s", len(got), s)
	}
	for _, r := range got {
		if r.Source == "" || r.Source != r.Fetch.URL {
			t.Errorf("the source of a page is %q, want its file, %s", r.Source, r.Fetch.URL)
		}
	}
}

func TestListIsFetched(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 8, Blogs: []testsite.Blog{{Articles: 5}}})
	name := filepath.Join(t.TempDir(), "list.txt")
	articles := server.Truth()
	if err := os.WriteFile(name, []byte(articles[1].URL+"\nno address\n"+articles[3].URL+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	j := job(t, server, time.Millisecond)
	j.Seeds, j.Lists, j.AllowPrivate = nil, []string{name}, true
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	got := output(t, j.Output)
	if len(got) != 2 || got[articles[1].URL].Times != 1 || got[articles[3].URL].Times != 1 {
		t.Errorf("%d records:\n%s", len(got), s)
	}
}

func TestBudgetEndsARunAndTheNextGoesOn(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 9, Blogs: []testsite.Blog{{Articles: 8, Comments: 4}}})
	j := job(t, server, time.Millisecond)
	j.Budget.Pages = 4
	pages := func() (n int) {
		for _, r := range server.Requests() {
			if r.URI != "/robots.txt" && r.Status == 200 {
				n++
			}
		}
		return n
	}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	// Each of the four may have further pages that are read with it.
	if begun := s.Known - s.Queued - s.Outcomes["joined"]; s.Complete || begun != 4 || pages() > 20 {
		t.Errorf("a budget of four pages, %d requests:\n%s", pages(), s)
	}
	j.Budget.Pages = 0
	if s, err = crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	compare(t, truth(server.Truth()), output(t, j.Output))
}

// A run whose time is up tells what it did, and the next goes on.
func TestTimeEndsARunAndTheNextGoesOn(t *testing.T) {
	const long = 300 * time.Millisecond
	for _, test := range []struct {
		name, stopped string
		budget        time.Duration
	}{
		{"the job's", "its time budget is used up", long},
		{"the caller's", "interrupted", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := serve(t, testsite.Config{Seed: 9, Blogs: []testsite.Blog{{Articles: 8, Comments: 4}}})
			j := job(t, server, 40*time.Millisecond)
			j.Budget.Time = jobfile.Duration(test.budget)
			ctx := t.Context()
			if test.budget == 0 {
				limited, cancel := context.WithTimeout(ctx, long)
				defer cancel()
				ctx = limited
			}
			s, err := crawl.Run(ctx, j, crawl.Options{Log: logger()})
			if err != nil {
				t.Fatal(err)
			}
			addsUp(t, s)
			if s.Complete || s.Stopped != test.stopped || s.Queued == 0 {
				t.Errorf("after %v:\n%s", long, s)
			}
			j.Budget.Time = 0
			if s, err = crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
				t.Fatal(err)
			}
			addsUp(t, s)
			compare(t, truth(server.Truth()), output(t, j.Output))
		})
	}
}

// An output that takes no more ends the run, which names it; when it takes more, the run goes on where it was.
func TestOutputThatIsFull(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 9, Blogs: []testsite.Blog{{Articles: 60, Comments: 1}}})
	j := job(t, server, 40*time.Millisecond)
	j.State = filepath.Join(t.TempDir(), "state")
	if err := os.Symlink("/dev/full", j.Output); err != nil {
		t.Skipf("no link can be made: %v", err)
	}
	if _, err := os.Stat(j.Output); err != nil {
		t.Skip("there is no device that is always full")
	}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err == nil || !strings.Contains(err.Error(), "its records cannot be written: ") || !strings.Contains(err.Error(), "out.jsonl: no space left on device: mend that") {
		t.Fatalf("the error is %v", err)
	}
	if s == nil || s.Complete || s.Queued == 0 || s.Records != 0 {
		t.Errorf("it went on:\n%s", s)
	}
	if err := os.Remove(j.Output); err != nil {
		t.Fatal(err)
	}
	none := jobfile.Duration(0)
	j.Politeness.Delay = &none
	if s, err = crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	compare(t, truth(server.Truth()), output(t, j.Output))
}
