// Package progress shows how a crawl goes: live on a terminal, as lines of a log, and as metrics for Prometheus.
package progress

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

// Snapshot is how far a crawl is. Known is the sum of Queued and of all Outcomes.
type Snapshot struct {
	Known   int64 // addresses that belong to the crawl
	Queued  int64 // of these, those that still have to be fetched
	Records int64 // written
	Bytes   int64 // fetched, decompressed
	// Outcomes counts addresses by what became of them. Those that begin with "failed" are errors.
	Outcomes map[string]int64
}

// Done is how many addresses something became of.
func (s Snapshot) Done() int64 { return s.Known - s.Queued }

// Failed is how many addresses could not be fetched or read.
func (s Snapshot) Failed() int64 {
	var n int64
	for outcome, count := range s.Outcomes {
		if strings.HasPrefix(outcome, "failed") {
			n += count
		}
	}
	return n
}

// Host is how long a host takes to answer, on average with more weight on what was last.
type Host struct {
	Name string
	Took time.Duration
}

// Status is how a crawl goes.
type Status struct {
	Snapshot
	Rate    float64 // addresses a second that something became of, lately
	Slowest []Host  // the hosts that took longest to answer lately, the slowest first
}

// Meter follows a crawl. It is safe for concurrent use.
type Meter struct {
	snapshot func() Snapshot
	now      func() time.Time
	seconds  observer // of fetches; nil without metrics

	mu      sync.Mutex
	hosts   map[string]time.Duration
	samples []sample // at most one a second, over rateWindow
}

// observer takes the durations of fetches.
type observer interface{ Observe(seconds float64) }

// sample is how far the crawl was at a time.
type sample struct {
	at   time.Time
	done int64
}

const (
	rateWindow = 15 * time.Second
	maxHosts   = 10_000 // whose times are kept
	maxSlowest = 5      // that are shown
	// weight is that of the last answer in a host's time, one part in weight.
	weight = 4
)

// New follows a crawl of which snapshot says how far it is; it is asked about once a second and must be safe for
// concurrent use.
func New(snapshot func() Snapshot) *Meter {
	m := &Meter{snapshot: snapshot, now: time.Now, hosts: map[string]time.Duration{}}
	m.sample(snapshot())
	return m
}

// Observe notes how long a host took to answer a request.
func (m *Meter) Observe(host string, took time.Duration) {
	if m.seconds != nil {
		m.seconds.Observe(took.Seconds())
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	before, known := m.hosts[host]
	if !known && len(m.hosts) >= maxHosts {
		m.forget()
	}
	if known {
		took = before + (took-before)/weight
	}
	m.hosts[host] = took
}

// forget makes room: the faster half of the hosts is of no interest.
func (m *Meter) forget() {
	times := slices.Sorted(maps.Values(m.hosts))
	median := times[len(times)/2]
	maps.DeleteFunc(m.hosts, func(_ string, took time.Duration) bool { return took <= median })
}

// sample notes how far the crawl is, for the rate.
func (m *Meter) sample(s Snapshot) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	if n := len(m.samples); n > 0 && now.Sub(m.samples[n-1].at) < time.Second {
		return
	}
	m.samples = append(m.samples, sample{now, s.Done()})
	for len(m.samples) > 2 && now.Sub(m.samples[0].at) > rateWindow {
		m.samples = m.samples[1:]
	}
}

// Status is how the crawl goes now.
func (m *Meter) Status() Status {
	s := Status{Snapshot: m.snapshot()}
	m.sample(s.Snapshot)
	m.mu.Lock()
	defer m.mu.Unlock()
	if since := m.now().Sub(m.samples[0].at); since >= time.Second {
		s.Rate = float64(s.Done()-m.samples[0].done) / since.Seconds()
	}
	for name, took := range m.hosts {
		s.Slowest = amongSlowest(s.Slowest, Host{name, took})
	}
	return s
}

// amongSlowest puts a host into its place among the slowest, if it is one of them.
func amongSlowest(slowest []Host, h Host) []Host {
	place, _ := slices.BinarySearchFunc(slowest, h, func(a, b Host) int {
		return cmp.Or(cmp.Compare(b.Took, a.Took), strings.Compare(a.Name, b.Name))
	})
	if place == maxSlowest {
		return slowest
	}
	slowest = slices.Insert(slowest, place, h)
	return slowest[:min(len(slowest), maxSlowest)]
}
