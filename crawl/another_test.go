package crawl_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
)

// A state is of one job: what that began at may be added to, but not be another.
func TestStateOfAnotherJob(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 21, Blogs: []testsite.Blog{{Articles: 2}, {Articles: 3}}})
	j := job(t, server, time.Millisecond)
	first, second := j.Seeds[0], j.Seeds[1]
	j.Seeds = []string{first}
	if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	j.Seeds = []string{second}
	_, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err == nil || !strings.Contains(err.Error(), "began with the seed "+first) || !strings.Contains(err.Error(), j.Output+".state") {
		t.Errorf("the state of another job gives the error %v", err)
	}
	if got := len(records(t, j.Output)); got != 2 {
		t.Errorf("%d records after that, want 2", got)
	}
	j.Seeds = []string{second, strings.TrimSuffix(first, "/")}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	if s.Records != 5 || s.Written != 3 {
		t.Errorf("with one more seed:\n%s", s)
	}
}

// The list of outcomes has its name until a recrawl begins it anew.
func TestOutcomesKeepTheirName(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 22, Blogs: []testsite.Blog{{Articles: 6}}})
	j := job(t, server, time.Millisecond)
	j.Budget.Pages = 3
	if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "rest.jsonl")
	j.Budget.Pages, j.Outcomes = 0, other
	_, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err == nil || !strings.Contains(err.Error(), "outcomes was begun as "+j.Output+".state/outcomes.jsonl and cannot go on as "+other) {
		t.Errorf("another name in the middle gives the error %v", err)
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("and leaves a file")
	}
	j.Outcomes = ""
	if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	j.Outcomes = other
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	if s.List != other {
		t.Errorf("the outcomes of a recrawl are in %s, want %s", s.List, other)
	}
}

// A list is read again when a job is done anew: it may have more addresses.
func TestListThatHasGrown(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 23, Blogs: []testsite.Blog{{Articles: 4}}})
	articles := server.Truth()
	list := filepath.Join(t.TempDir(), "list.txt")
	j := job(t, server, time.Millisecond)
	j.Seeds, j.Lists, j.AllowPrivate = nil, []string{list}, true
	for n := 1; n <= 2; n++ {
		if err := os.WriteFile(list, []byte(articles[0].URL+"\n"+articles[n].URL+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
		if err != nil {
			t.Fatal(err)
		}
		if s.Records != int64(n+1) {
			t.Errorf("after run %d:\n%s", n, s)
		}
	}
}

// What others have written is not written over.
func TestOutputOfAnother(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 24, Blogs: []testsite.Blog{{Articles: 2}}})
	dir := t.TempDir()
	for _, name := range []string{"notes.jsonl", "notes.jsonl.zst", "notes.parquet"} {
		const notes = "not to be lost"
		j := job(t, server, time.Millisecond)
		j.Output, j.State = filepath.Join(dir, name), filepath.Join(dir, name+".state")
		if err := os.WriteFile(j.Output, []byte(notes), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err == nil || !strings.Contains(err.Error(), j.Output+": there is something in it") {
			t.Errorf("the error is %v", err)
		}
		if b, err := os.ReadFile(j.Output); err != nil || string(b) != notes {
			t.Errorf("%s has %q, %v", name, b, err)
		}
		if err := os.Remove(j.Output); err != nil {
			t.Fatal(err)
		}
		if s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil || s.Records != 2 {
			t.Errorf("%s: %v\n%s", name, err, s)
		}
		if err := os.Rename(j.State, j.State+".moved"); err != nil {
			t.Fatal(err)
		}
		if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err == nil || !strings.Contains(err.Error(), "goes on with the state that it had") {
			t.Errorf("%s, without its state, gives the error %v", name, err)
		}
	}
}
