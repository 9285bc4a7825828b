package crawl_test

import (
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/crawl/jobfile"
)

func TestHostilePages(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 4, Traps: true})
	j := job(t, server, time.Millisecond)
	j.Seeds = []string{server.Hostile.URL()}
	j.KeepDuplicates = true // two of its pages differ in their character sets alone
	j.Limits = jobfile.Limits{Time: jobfile.Duration(500 * time.Millisecond), Body: 5 << 20, Attempts: 2}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", s)
	addsUp(t, s)
	if !s.Complete {
		t.Error("not complete")
	}
	got := make(map[string]int)
	for _, r := range records(t, j.Output) {
		got[r.Fetch.URL]++
	}
	for _, a := range server.Hostile.Articles() {
		if got[a.URL] != 1 && !a.Forbidden {
			t.Errorf("%s is in the output %d times", a.URL, got[a.URL])
		}
	}
	listed, told := outcomes(t, s.List), s.String()
	for url := range listed {
		if got[url] > 0 {
			t.Errorf("%s has a record and is listed as %v", url, listed[url])
		}
	}
	spent := server.Spent()
	for _, trap := range server.Traps() {
		if trap.Most > 0 && spent[trap.Path] > trap.Most {
			t.Errorf("%s: %d requests, at most %d are reasonable", trap.Name, spent[trap.Path], trap.Most)
		}
		if trap.Unwelcome && spent[trap.Path] > 0 {
			t.Errorf("%s: %d requests", trap.Name, spent[trap.Path])
		}
		url := server.TrapURL(trap)
		if _, ok := listed[url]; !ok && got[url] == 0 && !trap.Unwelcome && !strings.Contains(told, url) {
			t.Errorf("%s: what became of %s is told nowhere", trap.Name, url)
		}
		if trap.Path == "/hop/" {
			url += "end" // the record has the address to which the redirects lead
		}
		if trap.Record && got[url] != 1 {
			t.Errorf("%s: %s is in the output %d times", trap.Name, trap.Path, got[url])
		}
		t.Logf("%4d requests: %s", spent[trap.Path], trap.Name)
	}
}
