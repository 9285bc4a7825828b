package frontier_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl/internal/frontier"
)

// childVariable makes the test binary a worker on the state in the directory that it names.
const childVariable = "FRONTIER_TEST_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVariable); dir != "" {
		run := child
		if n, err := strconv.Atoi(os.Getenv(memoryVariable)); err == nil {
			run = func(dir string) error { return hold(dir, n) }
		}
		if err := run(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

var killWeb = web{hosts: 13, pages: 150}

// child works on the job until it is complete, or until it is killed.
func child(dir string) error {
	ctx := context.Background()
	server, err := frontier.Embedded(dir)
	if err != nil {
		return err
	}
	defer server.Close()
	l, err := killWeb.job(ctx, server)
	if err != nil {
		return err
	}
	f, err := frontier.Join(l, frontier.Options{Worker: fmt.Sprint(os.Getpid())})
	if err != nil {
		return err
	}
	defer f.Close()
	end := make(chan uint64, 1)
	written := make(chan error, 1)
	go func() { written <- writeLines(ctx, l, end, filepath.Join(dir, "out")) }()
	err = work(ctx, f, 4, func(t *frontier.Turn) frontier.Done {
		time.Sleep(time.Millisecond)
		return frontier.Done{Outcome: frontier.Stored, Links: killWeb.links(t.URL)}
	})
	if err != nil {
		return err
	}
	last, err := l.End(ctx)
	end <- last
	return errors.Join(err, <-written)
}

// writeLines writes records to a file, which it cuts back to the last saved place first, up to the end of the log that it
// is told.
func writeLines(ctx context.Context, l *frontier.Log, end <-chan uint64, name string) error {
	out, err := l.Output(ctx, name)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	place := out.Place
	if err := errors.Join(file.Truncate(place.Position.Bytes), seekEnd(file)); err != nil {
		return err
	}
	return out.Records(ctx, end, func(_ *frontier.Result, line []byte) error {
		if line == nil {
			return nil
		}
		place.Position.Bytes += int64(len(line)) + 1
		_, err := file.Write(append(line, '\n'))
		return err
	}, func(sequence uint64) error {
		if place.Sequence = sequence; sequence%7 != 0 {
			return nil
		}
		return out.Save(ctx, place)
	})
}

func seekEnd(f *os.File) error {
	_, err := f.Seek(0, io.SeekEnd)
	return err
}

func TestKilledAtAnyMoment(t *testing.T) {
	dir := t.TempDir()
	kills := 0
	for ended := false; !ended; {
		ctx, cancel := context.WithCancel(t.Context())
		c := exec.CommandContext(ctx, os.Args[0]) // killed by SIGKILL when the context ends
		c.Env = append(os.Environ(), childVariable+"="+dir)
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if kills < 8 {
			time.AfterFunc(time.Duration(150+rand.IntN(450))*time.Millisecond, cancel)
		}
		err := c.Wait()
		ended = err == nil
		cancel()
		if !ended {
			kills++
		}
		if kills > 8 {
			t.Fatalf("the last child did not end by itself: %v", err)
		}
	}
	t.Logf("killed %d times", kills)

	server, l := killWeb.open(t, dir)
	defer server.Close()
	done, counts, err := l.Done(t.Context())
	if err != nil || !done {
		t.Errorf("done: %v, %v", done, err)
	}
	total := killWeb.hosts * killWeb.pages
	want := frontier.Counts{Known: int64(total), Outcomes: map[string]int64{"stored": int64(total)}}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	once := make(map[string]int)
	for h := range killWeb.hosts {
		for p := range killWeb.pages {
			once[killWeb.url(h, p)] = 1
		}
	}
	if diff := cmp.Diff(once, lines(t, filepath.Join(dir, "out"))); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
}

func lines(t *testing.T, name string) map[string]int {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got := make(map[string]int)
	for s := bufio.NewScanner(f); s.Scan(); {
		got[s.Text()]++
	}
	return got
}
