package crawl_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
)

func TestRecrawlWritesWhatIsNew(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 5, Blogs: testsite.Blogs(3, 12, 8, time.Millisecond)})
	j := job(t, server, time.Millisecond)
	run := func() *crawl.Summary {
		s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s", s)
		addsUp(t, s)
		return s
	}
	run()
	before := len(records(t, j.Output))
	old := truth(server.Truth())
	run()
	if again := len(records(t, j.Output)); again != before {
		t.Errorf("%d records were written although nothing is new", again-before)
	}
	server.Revise()
	asked := len(server.Requests())
	s := run()
	changed, added := 0, 0
	got := make(map[string][]string) // address: new comments
	for _, r := range records(t, j.Output)[before:] {
		got[r.Fetch.URL] = r.Fetch.NewComments
		if r.Fetch.Change == "changed" {
			changed++
		} else {
			added++
		}
	}
	want := make(map[string][]string)
	for _, a := range server.Truth() {
		now := truth([]*testsite.Article{a})[a.URL]
		if then, known := old[a.URL]; known && cmp.Equal(then, now) {
			continue
		}
		want[a.URL] = nil
		for _, c := range a.Comments {
			if c.Revision > 0 && old[a.URL].URL != "" {
				want[a.URL] = append(want[a.URL], c.ID)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what is new, with new comments (-want +got):\n%s", diff)
	}
	if added != 3 || changed != len(want)-3 {
		t.Errorf("%d articles are new and %d changed, want 3 and %d", added, changed, len(want)-3)
	}
	conditional := slices.ContainsFunc(server.Requests()[asked:], func(r testsite.Request) bool { return r.Conditional && r.Status == 304 })
	if !conditional || s.Outcomes["unchanged"] == 0 {
		t.Error("nobody was asked whether a page has changed")
	}
}
