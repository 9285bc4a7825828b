package crawl_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
)

// What the test binary is when it is started as a child: a crawl of the job in jobVariable, or, if clusterVariable is set
// too, a worker in it.
const (
	jobVariable     = "CRAWL_TEST_JOB"
	clusterVariable = "CRAWL_TEST_CLUSTER"
	workVariable    = "CRAWL_TEST_WORK"
)

// long says whether the trials are to be as large as docs/crawl.md states; they take minutes.
var long = os.Getenv("CRAWL_TRIALS") != ""

func TestMain(m *testing.M) {
	if os.Getenv(jobVariable) == "" {
		os.Exit(m.Run())
	}
	if err := child(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// childLease is short, so that a test need not wait long for a dead worker's hosts, and long enough for a machine that does
// much else.
const childLease = 4 * time.Second

func child() error {
	var j crawl.Job
	if err := json.Unmarshal([]byte(os.Getenv(jobVariable)), &j); err != nil {
		return err
	}
	j.NATS = os.Getenv(clusterVariable)
	o := crawl.Options{Log: logger(), Lease: childLease}
	var s *crawl.Summary
	var err error
	if os.Getenv(workVariable) != "" {
		s, err = crawl.Work(context.Background(), j.NATS, j.Name, o)
	} else {
		s, err = crawl.Run(context.Background(), j, o)
	}
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(s)
	}
	return err
}

// start starts a child, which is killed (SIGKILL) when the context ends.
func start(ctx context.Context, t *testing.T, j crawl.Job, more ...string) (*exec.Cmd, func() (*crawl.Summary, error)) {
	t.Helper()
	encoded, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(ctx, os.Args[0])
	c.Env = append(append(os.Environ(), jobVariable+"="+string(encoded)), more...)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, func() (*crawl.Summary, error) {
		s := new(crawl.Summary)
		decodeErr := json.NewDecoder(out).Decode(s)
		if err := c.Wait(); err != nil {
			return nil, err
		}
		return s, decodeErr
	}
}

// polite fails the test for each request that should not have been.
func polite(t *testing.T, server *testsite.Server, delay time.Duration) {
	t.Helper()
	for _, r := range server.Forbidden() {
		t.Errorf("forbidden: %v", r)
	}
	shortest := time.Hour
	for _, site := range server.Sites {
		gap, later := site.ShortestGap()
		if later.Host == "" {
			continue // it was asked for its robots.txt alone
		}
		if gap < max(site.Delay(), delay) {
			t.Errorf("%v after only %v", later, gap)
		}
		shortest = min(shortest, gap)
	}
	t.Logf("%d requests, none forbidden, the shortest gap between two to one host was %v", len(server.Requests()), shortest)
}

func TestKilledAndResumed(t *testing.T) {
	hosts, articles, kills, first := 6, 25, 3, 300
	if long {
		hosts, articles, kills, first = 20, 250, 10, 500
	}
	const delay = 10 * time.Millisecond
	server := serve(t, testsite.Config{Seed: 2, Blogs: testsite.Blogs(hosts, articles, 8, 20*time.Millisecond), Failures: 0.01})
	j := job(t, server, delay)
	var s *crawl.Summary
	for killed := 0; s == nil; {
		ctx, cancel := context.WithCancel(t.Context())
		_, wait := start(ctx, t, j)
		if killed < kills {
			time.AfterFunc(time.Duration(first+rand.IntN(4*first))*time.Millisecond, cancel)
		}
		var err error
		s, err = wait()
		cancel()
		switch {
		case err != nil && killed == kills:
			t.Fatalf("a crawl that nobody killed failed: %v", err)
		case err != nil:
			killed++
		default:
			t.Logf("killed %d times", killed)
			if long && killed < kills || killed == 0 {
				t.Errorf("the crawl was over before it was killed %d times: kill it sooner", kills)
			}
		}
	}
	t.Logf("%s", s)
	addsUp(t, s)
	want := truth(server.Truth())
	compare(t, want, output(t, j.Output))
	t.Logf("%d articles, %d comments", len(want), commentsOf(want))
	polite(t, server, delay)
}

func commentsOf(articles map[string]article) (n int) {
	for _, a := range articles {
		n += len(a.Comments)
	}
	return n
}
