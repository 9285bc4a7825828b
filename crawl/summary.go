package crawl

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/scholia/scholia/crawl/internal/frontier"
)

// Summary says what a crawl did. It adds up: Known is the sum of Outcomes and Queued.
type Summary struct {
	Complete bool   // nothing is left to do
	Stopped  string // why it ended early, if it did
	Known    int64  // addresses that belong to the crawl
	Queued   int64  // of these, those that still have to be fetched
	// Outcomes counts addresses by what became of them: "stored", "read", "skipped: forbidden by robots.txt", "failed: timeout".
	Outcomes map[string]int64
	Refused  map[string]int64 // links that do not belong to the crawl, by reason; a link on two pages counts twice
	Traps    map[string]int   // parts of sites that led nowhere, with how many addresses were not fetched for it
	Repeated int64            // documents of sources whose address was read before
	Unread   int64            // documents of sources that cannot be read; the log names them
	Records  int64            // in the output
	Bytes    int64            // fetched, decompressed
	Elapsed  time.Duration    // of this run
}

func newSummary(c frontier.Counts) *Summary {
	return &Summary{Known: c.Known, Queued: c.Queued, Outcomes: c.Outcomes, Bytes: c.Bytes}
}

// String is the summary as a few lines of text.
func (s *Summary) String() string {
	var b strings.Builder
	state := "complete"
	if !s.Complete {
		state = "not complete: " + s.Stopped
	}
	fmt.Fprintf(&b, "%s, %d records, %d addresses known, %.1f MB fetched in %v\n",
		state, s.Records, s.Known, float64(s.Bytes)/1e6, s.Elapsed.Round(100*time.Millisecond))
	for _, outcome := range slices.Sorted(maps.Keys(s.Outcomes)) {
		fmt.Fprintf(&b, "%9d %s\n", s.Outcomes[outcome], outcome)
	}
	if s.Queued > 0 {
		fmt.Fprintf(&b, "%9d still to be fetched\n", s.Queued)
	}
	if s.Repeated > 0 {
		fmt.Fprintf(&b, "documents left out: %d whose address was read before\n", s.Repeated)
	}
	if s.Unread > 0 {
		fmt.Fprintf(&b, "documents left out: %d that cannot be read\n", s.Unread)
	}
	for _, reason := range slices.Sorted(maps.Keys(s.Refused)) {
		fmt.Fprintf(&b, "links not followed: %d %s\n", s.Refused[reason], reason)
	}
	for _, trap := range slices.Sorted(maps.Keys(s.Traps)) {
		fmt.Fprintf(&b, "taken for a trap: %s, %d addresses not fetched\n", trap, s.Traps[trap])
	}
	return b.String()
}

// refusals counts links by the reason why they are not followed.
type refusals struct {
	mu     sync.Mutex
	counts map[string]int64
}

func (r *refusals) count(reason error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.counts == nil {
		r.counts = make(map[string]int64)
	}
	r.counts[reason.Error()]++
}

func (r *refusals) all() map[string]int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.counts)
}

// trapsFound names the parts of all hosts that were taken for traps.
func (c *crawler) trapsFound() map[string]int {
	found := make(map[string]int)
	for host, traps := range c.traps.All() {
		for part, refused := range traps.Report() {
			found[host+part] += refused
		}
	}
	return found
}
