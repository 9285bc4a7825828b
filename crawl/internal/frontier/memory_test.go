package frontier_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl/internal/frontier"
)

// memoryVariable makes the test binary a process that holds the frontier in the directory, with so many addresses.
const memoryVariable = "FRONTIER_TEST_MEMORY"

// hold queues addresses if the state is new, replays them, does a few, and prints what it cost.
func hold(dir string, addresses int) error {
	ctx := context.Background()
	begin := time.Now()
	server, err := frontier.Embedded(dir)
	if err != nil {
		return err
	}
	defer server.Close()
	l, err := frontier.Create(ctx, server.Conn(), "memory", frontier.Setup{})
	if err != nil {
		return err
	}
	if !l.Known() {
		a := l.Adder()
		for i := range addresses {
			link := frontier.Link{URL: fmt.Sprintf("https://blog%d.example/2024/05/an-article-with-a-title-of-usual-length-%d/", i%5000, i), Depth: 3}
			if err := a.Add(ctx, link); err != nil {
				return err
			}
		}
		if err := errors.Join(a.Flush(ctx), l.Announce(ctx, []byte(`{}`))); err != nil {
			return err
		}
	}
	f, err := frontier.Join(l, frontier.Options{Worker: "memory"})
	if err != nil {
		return err
	}
	defer f.Close()
	for known := 0; known < addresses; time.Sleep(50 * time.Millisecond) {
		counts, _ := f.Counts()
		known = int(counts.Known)
	}
	replayed := time.Since(begin)
	for range 2000 {
		turn, err := f.Next(ctx)
		if err != nil {
			return err
		}
		if err := turn.Commit(ctx, frontier.Done{Outcome: frontier.Stored}, []byte("{}")); err != nil {
			return err
		}
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return err
	}
	peak := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	fmt.Printf("%s %.1f\n", peak[1], replayed.Seconds())
	return nil
}

func TestMemoryOfALargeFrontier(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("peak memory is read from /proc")
	}
	addresses, most := 100_000, 512
	if os.Getenv("CRAWL_TRIALS") != "" {
		addresses, most = 2_000_000, 1024
	}
	dir := t.TempDir()
	for _, what := range []string{"queued", "replayed by a new process"} {
		c := exec.CommandContext(t.Context(), os.Args[0])
		c.Env = append(os.Environ(), childVariable+"="+dir, memoryVariable+"="+strconv.Itoa(addresses))
		c.Stderr = os.Stderr
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		var kilobytes int
		var seconds float64
		if _, err := fmt.Sscan(string(out), &kilobytes, &seconds); err != nil {
			t.Fatalf("%v in %q", err, out)
		}
		t.Logf("%d addresses %s in %.1f s: at most %d MiB of memory", addresses, what, seconds, kilobytes/1024)
		if kilobytes/1024 >= most {
			t.Errorf("that is more than %d MiB", most)
		}
	}
}
