package crawl_test

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
	"github.com/scholia/scholia/crawl/jobfile"
)

func serve(t *testing.T, c testsite.Config) *testsite.Server {
	t.Helper()
	server, err := testsite.Start(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	return server
}

// job crawls the blogs of a server, with a delay.
func job(t *testing.T, server *testsite.Server, delay time.Duration) crawl.Job {
	d := jobfile.Duration(delay)
	return crawl.Job{
		Seeds:      server.Seeds(),
		Output:     filepath.Join(t.TempDir(), "out.jsonl"),
		Politeness: jobfile.Politeness{Delay: &d, NoThrottle: true},
	}
}

func logger() *slog.Logger {
	level := slog.LevelWarn
	if os.Getenv("CRAWL_DEBUG") != "" {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
}

// addsUp checks that every address has one outcome.
func addsUp(t *testing.T, s *crawl.Summary) {
	t.Helper()
	sum := s.Queued
	for _, n := range s.Outcomes {
		sum += n
	}
	if sum != s.Known {
		t.Errorf("%d addresses are known, and the summary tells of %d:\n%s", s.Known, sum, s)
	}
	listed := make(map[string]int64)
	for _, o := range outcomes(t, s.List) {
		listed[strings.TrimSuffix(o.Outcome+": "+o.Reason, ": ")]++
	}
	listed["stored"] = s.Outcomes["stored"] // those have records instead
	if s.Outcomes["unchanged"] > 0 {
		listed["joined"] = s.Outcomes["joined"] // what was joined in an earlier crawl is not listed again
	}
	for key := range listed {
		if listed[key] != s.Outcomes[key] {
			t.Errorf("%d addresses are listed as %s, the summary has %d", listed[key], key, s.Outcomes[key])
		}
	}
	for key := range s.Outcomes {
		if _, ok := listed[key]; !ok && s.Outcomes[key] > 0 {
			t.Errorf("the list has none of %d addresses that are %s", s.Outcomes[key], key)
		}
	}
}

// outcomes are those of a list, each address once.
func outcomes(t *testing.T, list string) map[string]crawl.Outcome {
	t.Helper()
	file, err := os.Open(list)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all := make(map[string]crawl.Outcome)
	for decoder := json.NewDecoder(file); ; {
		var o crawl.Outcome
		if err := decoder.Decode(&o); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if before, twice := all[o.URL]; twice {
			t.Errorf("%s is listed twice: %v, %v", o.URL, before, o)
		}
		all[o.URL] = o
	}
}

func TestRun(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 1, Blogs: testsite.Blogs(11, 12, 8, 20*time.Millisecond), Failures: 0.01})
	j := job(t, server, 10*time.Millisecond)
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", s)
	addsUp(t, s)
	if !s.Complete {
		t.Error("not complete")
	}
	compare(t, truth(server.Truth()), output(t, j.Output))
	polite(t, server, 10*time.Millisecond)
}
