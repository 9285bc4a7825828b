package frontier_test

import (
	"sync"
	"sync/atomic"
	"testing"
)

// However many take from a budget, they take no more than it has, and a new run has its own.
func TestBudgetIsShared(t *testing.T) {
	server, l := web{hosts: 1, pages: 1}.open(t, t.TempDir())
	defer server.Close()
	takeAll := func() int64 {
		var taken atomic.Int64
		var all sync.WaitGroup
		for range 3 {
			a := l.Allowance()
			all.Go(func() {
				for {
					ok, err := a.Take(t.Context())
					if err != nil {
						t.Error(err)
					}
					if !ok {
						return
					}
					taken.Add(1)
				}
			})
		}
		all.Wait()
		return taken.Load()
	}
	for _, pages := range []int64{1, 1000, 7} {
		if err := l.Allow(t.Context(), pages); err != nil {
			t.Fatal(err)
		}
		if got := takeAll(); got != pages {
			t.Errorf("of a budget of %d pages, %d were taken", pages, got)
		}
	}
	if err := l.Allow(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	a := l.Allowance()
	for range 500 {
		if ok, err := a.Take(t.Context()); !ok || err != nil {
			t.Fatalf("a budget without a bound is used up, %v", err)
		}
	}
}
