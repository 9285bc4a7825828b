package crawl

import (
	"fmt"
	"maps"
	"slices"
	"strings"
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
	// Named are the first ten addresses of each outcome that is a failure or a skip. All that have no record are in List.
	Named    map[string][]string
	List     string             // file of the list of outcomes; "" in a worker, which keeps none
	Refused  map[string]Refused // links that do not belong to the crawl, by reason; a link on two pages counts twice
	Traps    map[string]int     // parts of sites that led nowhere, with how many addresses were not fetched for it
	Repeated int64              // documents of sources whose address was read before
	Output   string             // as the job names it; "" in a worker, which writes none
	Records  int64              // in the output
	Written  int64              // of these, in this run
	Bytes    int64              // fetched, decompressed
	Elapsed  time.Duration      // of this run
}

func newSummary(c frontier.Counts) *Summary {
	return &Summary{Known: c.Known, Queued: c.Queued, Outcomes: c.Outcomes, Bytes: c.Bytes}
}

// String is the summary as a few lines of text.
func (s *Summary) String() string {
	var b strings.Builder
	state := "complete"
	if !s.Complete {
		state = "not complete (" + s.Stopped + ")"
	}
	fmt.Fprintf(&b, "%s: %s%s known, %.1f MB, in %v\n",
		state, s.written(), count(s.Known, "address"), float64(s.Bytes)/1e6, s.Elapsed.Round(100*time.Millisecond))
	for _, outcome := range slices.Sorted(maps.Keys(s.Outcomes)) {
		fmt.Fprintf(&b, "%9d %s\n", s.Outcomes[outcome], outcome)
		s.name(&b, outcome)
	}
	if s.Queued > 0 {
		fmt.Fprintf(&b, "%9d still to be fetched\n", s.Queued)
	}
	if s.Repeated > 0 {
		fmt.Fprintf(&b, "documents left out: %d whose address was read before\n", s.Repeated)
	}
	for _, reason := range slices.Sorted(maps.Keys(s.Refused)) {
		fmt.Fprintf(&b, "links not followed: %d %s, such as\n", s.Refused[reason].Links, reason)
		for _, url := range s.Refused[reason].Named {
			fmt.Fprintf(&b, "            %s\n", shown(url))
		}
	}
	for _, trap := range slices.Sorted(maps.Keys(s.Traps)) {
		fmt.Fprintf(&b, "taken for a trap: %s, %d addresses not fetched\n", trap, s.Traps[trap])
	}
	return b.String()
}

// written tells of the output.
func (s *Summary) written() string {
	records := count(s.Records, "record") + " in " + s.Output
	switch {
	case s.Output == "": // a worker's
		return ""
	case s.Written == s.Records:
		return records + ", "
	}
	return fmt.Sprintf("%s (%d written in this run), ", records, s.Written)
}

// count is a number of things.
func count(n int64, thing string) string {
	switch {
	case n == 1:
	case strings.HasSuffix(thing, "s"):
		thing += "es"
	default:
		thing += "s"
	}
	return fmt.Sprint(n, " ", thing)
}

// name writes the addresses that an outcome is known by.
func (s *Summary) name(b *strings.Builder, outcome string) {
	for _, url := range s.Named[outcome] {
		fmt.Fprintf(b, "            %s\n", shown(url))
	}
	if more := s.Outcomes[outcome] - int64(len(s.Named[outcome])); more > 0 && len(s.Named[outcome]) > 0 {
		fmt.Fprintf(b, "            and %d more: in %s\n", more, s.List)
	}
}

// shown is an address as far as a line of text has room for it.
func shown(url string) string {
	const most = 160
	if len(url) > most {
		return strings.ToValidUTF8(url[:most], "") + "…"
	}
	return url
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
