package frontier_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl/internal/frontier"
)

// web is a made-up web: each host has so many pages, and page i leads to pages 2i+1 and 2i+2 of its host and to page i of
// the next one.
type web struct{ hosts, pages int }

func (w web) url(host, page int) string {
	return fmt.Sprintf("https://h%d.example/%d", host%w.hosts, page)
}

func (w web) links(url string) (links []frontier.Link) {
	var host, page int
	_, _ = fmt.Sscanf(url, "https://h%d.example/%d", &host, &page)
	for _, next := range []int{2*page + 1, 2*page + 2} {
		if next < w.pages {
			links = append(links, frontier.Link{URL: w.url(host, next)})
		}
	}
	return append(links, frontier.Link{URL: w.url(host+1, page)})
}

// open makes a job that begins at the web's first page.
func (w web) open(t *testing.T, dir string) (*frontier.Server, *frontier.Log) {
	t.Helper()
	server, err := frontier.Embedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := w.job(t.Context(), server)
	if err != nil {
		t.Fatal(err)
	}
	return server, l
}

func (w web) job(ctx context.Context, server *frontier.Server) (*frontier.Log, error) {
	l, err := frontier.Create(ctx, server.Conn(), "test", frontier.Setup{Partitions: 4})
	if err != nil || l.Known() {
		return l, err
	}
	a := l.Adder()
	if err := a.Add(ctx, frontier.Link{URL: w.url(0, 0)}); err != nil {
		return nil, err
	}
	if err := a.Flush(ctx); err != nil {
		return nil, err
	}
	return l, l.Announce(ctx, []byte(`{}`))
}

func join(t *testing.T, l *frontier.Log, o frontier.Options) *frontier.Frontier {
	t.Helper()
	o.Log = slog.New(slog.DiscardHandler)
	if o.Worker == "" {
		o.Worker = "w"
	}
	if o.Lease == 0 {
		o.Lease = 2 * time.Second
	}
	f, err := frontier.Join(l, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// work takes turns until there are none, and calls visit with each before it commits what visit returns.
func work(ctx context.Context, f *frontier.Frontier, workers int, visit func(*frontier.Turn) frontier.Done) error {
	var all sync.WaitGroup
	errs := make(chan error, workers)
	for range workers {
		all.Go(func() {
			for {
				turn, err := f.Next(ctx)
				if err == io.EOF {
					return
				}
				if err == nil {
					done := visit(turn)
					err = turn.Commit(ctx, done, []byte(turn.URL))
				}
				if err != nil && !errors.Is(err, frontier.ErrLost) {
					errs <- err
					return
				}
			}
		})
	}
	all.Wait()
	close(errs)
	return <-errs
}

func TestEveryAddressHasOneTurn(t *testing.T) {
	w := web{hosts: 7, pages: 40}
	server, l := w.open(t, t.TempDir())
	defer server.Close()
	// A worker that is alone knows the end when it has come, without looking for it.
	f := join(t, l, frontier.Options{EndCheck: time.Hour})
	defer f.Close()
	var mu sync.Mutex
	turns := make(map[string]int)
	err := work(t.Context(), f, 4, func(turn *frontier.Turn) frontier.Done {
		mu.Lock()
		defer mu.Unlock()
		turns[turn.URL]++
		return frontier.Done{Outcome: frontier.Stored, Links: w.links(turn.URL)}
	})
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string]int)
	for h := range w.hosts {
		for p := range w.pages {
			want[w.url(h, p)] = 1
		}
	}
	if diff := cmp.Diff(want, turns); diff != "" {
		t.Errorf("turns (-want +got):\n%s", diff)
	}
	done, counts, err := l.Done(t.Context())
	if err != nil || !done {
		t.Fatalf("done: %v, %v", done, err)
	}
	wantCounts := frontier.Counts{Known: 280, Outcomes: map[string]int64{"stored": 280}}
	if diff := cmp.Diff(wantCounts, counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if got := records(t, l); !cmp.Equal(want, got) {
		t.Errorf("records:\n%s", cmp.Diff(want, got))
	}
}

// records counts the records of a complete job.
func records(t *testing.T, l *frontier.Log) map[string]int {
	t.Helper()
	out, err := l.Output(t.Context(), "records")
	if err != nil {
		t.Fatal(err)
	}
	end, err := l.End(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]int)
	until := make(chan uint64, 1)
	until <- end
	err = out.Records(t.Context(), until, func(_ *frontier.Result, line []byte) error {
		if line != nil {
			got[string(line)]++
		}
		return nil
	}, func(uint64) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestJoinedAddressesHaveNoTurn(t *testing.T) {
	w := web{hosts: 1, pages: 20}
	server, l := w.open(t, t.TempDir())
	defer server.Close()
	f := join(t, l, frontier.Options{})
	defer f.Close()
	turns := make(map[string]int)
	err := work(t.Context(), f, 1, func(turn *frontier.Turn) frontier.Done {
		turns[turn.URL]++
		done := frontier.Done{Outcome: frontier.Stored, Links: w.links(turn.URL)}
		if turn.URL == w.url(0, 0) {
			// Page 2 is not known yet, 19 never will be by a link.
			for _, page := range []int{2, 100} {
				if !turn.Claim(w.url(0, page)) {
					t.Errorf("page %d is not free", page)
				}
				done.Joined = append(done.Joined, w.url(0, page))
			}
			if turn.Claim(w.url(0, 0)) {
				t.Error("a turn's own address is free")
			}
		}
		return done
	})
	if err != nil {
		t.Fatal(err)
	}
	_, counts, err := l.Done(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Below page 2 are 5, 6 and 11 to 14, which no other page leads to.
	want := frontier.Counts{Known: 15, Outcomes: map[string]int64{"stored": 13, "joined": 2}}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if turns[w.url(0, 2)] != 0 {
		t.Error("a joined page had a turn of its own")
	}
}

func TestHostsWaitForTheirPause(t *testing.T) {
	const pause = 30 * time.Millisecond
	w := web{hosts: 3, pages: 10}
	server, l := w.open(t, t.TempDir())
	defer server.Close()
	f := join(t, l, frontier.Options{Pause: pause})
	defer f.Close()
	var mu sync.Mutex
	last := make(map[string]time.Time)
	err := work(t.Context(), f, 4, func(turn *frontier.Turn) frontier.Done {
		mu.Lock()
		defer mu.Unlock()
		if since := time.Since(last[turn.Host()]); since < pause {
			t.Errorf("%s is asked again after %v", turn.Host(), since)
		}
		last[turn.Host()] = time.Now()
		return frontier.Done{Outcome: frontier.Read, Links: w.links(turn.URL), Pause: pause.Milliseconds()}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAddressesThatAreGivenBackComeAgain(t *testing.T) {
	w := web{hosts: 2, pages: 5}
	server, l := w.open(t, t.TempDir())
	defer server.Close()
	f := join(t, l, frontier.Options{})
	defer f.Close()
	turns := make(map[string]int)
	for {
		turn, err := f.Next(t.Context())
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		turns[turn.URL]++
		if turn.Attempts() < 2 {
			turn.Back(time.Millisecond, true)
			continue
		}
		if err := turn.Commit(t.Context(), frontier.Done{Outcome: frontier.Failed, Reason: "status 500", Links: w.links(turn.URL)}, nil); err != nil {
			t.Fatal(err)
		}
	}
	for url, n := range turns {
		if n != 3 {
			t.Errorf("%s had %d turns, not 3", url, n)
		}
	}
	_, counts, _ := l.Done(t.Context())
	if want := (frontier.Counts{Known: 10, Outcomes: map[string]int64{"failed: status 500": 10}}); !cmp.Equal(want, counts) {
		t.Errorf("counts (-want +got):\n%s", cmp.Diff(want, counts))
	}
}

func TestOwnerThatLostItsLeaseCannotWrite(t *testing.T) {
	w := web{hosts: 1, pages: 3}
	server, l := w.open(t, t.TempDir())
	defer server.Close()
	// The first worker renews its leases rarely; the second is told of a shorter lease and so sees them end.
	first := join(t, l, frontier.Options{Worker: "first", Lease: time.Minute})
	turn, err := first.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	second := join(t, l, frontier.Options{Worker: "second", Lease: time.Second})
	defer second.Close()
	err = work(t.Context(), second, 1, func(turn *frontier.Turn) frontier.Done {
		return frontier.Done{Outcome: frontier.Stored, Links: w.links(turn.URL)}
	})
	if err != nil {
		t.Fatal(err)
	}
	_ = turn.Commit(t.Context(), frontier.Done{Outcome: frontier.Stored}, []byte("of the first"))
	first.Close()
	want := map[string]int{w.url(0, 0): 1, w.url(0, 1): 1, w.url(0, 2): 1}
	if diff := cmp.Diff(want, records(t, l)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestRecrawl(t *testing.T) {
	w := web{hosts: 2, pages: 10}
	server, l := w.open(t, t.TempDir())
	defer server.Close()
	crawl := func(outcome frontier.Outcome) map[string]*frontier.Facts {
		f := join(t, l, frontier.Options{})
		defer f.Close()
		facts := make(map[string]*frontier.Facts)
		err := work(t.Context(), f, 1, func(turn *frontier.Turn) frontier.Done {
			before, err := turn.Before(t.Context())
			if err != nil {
				t.Error(err)
			}
			facts[turn.URL] = before
			return frontier.Done{Outcome: outcome, Links: w.links(turn.URL), Facts: &frontier.Facts{ETag: turn.URL}}
		})
		if err != nil {
			t.Fatal(err)
		}
		return facts
	}
	for url, facts := range crawl(frontier.Stored) {
		if facts != nil {
			t.Errorf("%s is known before it was fetched: %v", url, facts)
		}
	}
	if err := l.Recrawl(t.Context(), []byte(`{}`)); err != nil {
		t.Fatal(err)
	}
	if done, _, err := l.Done(t.Context()); done || err != nil {
		t.Errorf("a recrawl that has not begun is done (%v)", err)
	}
	again := crawl(frontier.Unchanged)
	if len(again) != 20 {
		t.Errorf("%d addresses were fetched again, not 20", len(again))
	}
	for url, facts := range again {
		if facts == nil || facts.ETag != url || len(facts.Records) != 1 {
			t.Errorf("%s is not known from before: %v", url, facts)
		}
	}
	_, counts, err := l.Done(t.Context())
	want := frontier.Counts{Known: 20, Outcomes: map[string]int64{"unchanged": 20}}
	if err != nil || !cmp.Equal(want, counts) {
		t.Errorf("%v, counts (-want +got):\n%s", err, cmp.Diff(want, counts))
	}
}

// What pages are known again by is told to whoever owns their host, also after a restart.
func TestPrintsAreTold(t *testing.T) {
	w := web{hosts: 3, pages: 4}
	dir := t.TempDir()
	for range 2 {
		server, l := w.open(t, dir)
		var mu sync.Mutex
		told := make(map[string]frontier.Print)
		f := join(t, l, frontier.Options{Printed: func(p frontier.Print, url string) {
			mu.Lock()
			defer mu.Unlock()
			told[url] = p
		}})
		err := work(t.Context(), f, 2, func(turn *frontier.Turn) frontier.Done {
			return frontier.Done{Outcome: frontier.Stored, Links: w.links(turn.URL), Print: &frontier.Print{uint64(len(turn.URL)), 1 << 63}}
		})
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		server.Close()
		if len(told) != 12 || told[w.url(1, 2)] != (frontier.Print{uint64(len(w.url(1, 2))), 1 << 63}) {
			t.Errorf("told of %v", told)
		}
	}
}
