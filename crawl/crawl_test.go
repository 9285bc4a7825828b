package crawl_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/jobfile"
	"github.com/scholia/scholia/crawl/internal/testsite"
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
