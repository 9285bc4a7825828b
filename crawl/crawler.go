package crawl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/archive"
	"github.com/scholia/scholia/crawl/internal/duplicate"
	"github.com/scholia/scholia/crawl/internal/fetch"
	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/politeness"
	"github.com/scholia/scholia/crawl/internal/progress"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/scope"
	"github.com/scholia/scholia/crawl/jobfile"
	"github.com/scholia/scholia/extract"
)

// crawler is what the workers of a process share.
type crawler struct {
	job      Job
	frontier *frontier.Frontier
	scope    *scope.Scope
	robots   *politeness.Robots
	pace     *politeness.Pace
	client   *fetch.Client
	traps    *otter.Cache[string, *scope.Traps]
	kinds    map[string]bool
	archive  record.Archive   // nil if the traffic is not kept
	reading  []extract.Option // that all pages are read with
	meter    *progress.Meter
	log      *slog.Logger

	said      *duplicate.Index // by the pages of the hosts that this process has had
	allowance *frontier.Allowance
	repeated  atomic.Int64 // documents of sources whose address was read before
	refused   refusals
}

// watchedHosts bounds how many hosts are watched for traps at a time.
const watchedHosts = 10_000

func newCrawler(j Job, rules []ruleText, f *frontier.Frontier, said *duplicate.Index, meter *progress.Meter, log *slog.Logger) (c *crawler, err error) {
	seeds, err := normalised(j.Seeds)
	if err != nil {
		return nil, err
	}
	c = &crawler{
		job: j, frontier: f, said: said, allowance: f.Allowance(), meter: meter, log: log, kinds: make(map[string]bool),
		robots: politeness.NewRobots(product), pace: newPace(j.Politeness), client: newClient(j, seeds),
		traps: otter.Must(&otter.Options[string, *scope.Traps]{MaximumSize: watchedHosts}),
	}
	for _, k := range j.Kinds {
		c.kinds[k] = true
	}
	if c.scope, err = newScope(j.Scope, seeds); err != nil {
		return nil, err
	}
	if c.reading, err = apply(rules); err != nil {
		return nil, err
	}
	if j.WARC != "" {
		c.archive, err = newArchive(j)
	}
	return c, err
}

func newScope(s jobfile.Scope, seeds []string) (*scope.Scope, error) {
	depth := -1
	if s.Depth != nil {
		depth = *s.Depth
	}
	return scope.New(scope.Rules{Seeds: seeds, Reach: scope.Reach(s.Reach), Include: s.Include, Exclude: s.Exclude, Depth: depth})
}

func newPace(p jobfile.Politeness) *politeness.Pace {
	return politeness.NewPace(politeness.PaceOptions{
		Delay: time.Duration(*p.Delay), MaxDelay: time.Duration(p.MaxDelay), Throttle: !p.NoThrottle,
	})
}

// newClient fetches from the hosts of the seeds also where their addresses are private.
func newClient(j Job, seeds []string) *fetch.Client {
	var private []string
	for _, seed := range seeds {
		private = append(private, address.Host(seed))
	}
	return fetch.New(fetch.Options{
		Agent: agent(j.Politeness.Contact), AllowPrivate: j.AllowPrivate, AllowHosts: private, Parallel: j.Politeness.Parallel,
		Limits: fetch.Limits{
			Body: j.Limits.Body, Decompressed: j.Limits.Decompressed, Header: j.Limits.Header, Time: time.Duration(j.Limits.Time),
		},
	})
}

func newArchive(j Job) (record.Archive, error) {
	return archive.Open(j.WARC, map[string]string{
		"software": product + "/" + Version, "operator": j.Politeness.Contact, "http-header-user-agent": agent(j.Politeness.Contact),
		"robots": robotsPolicy(j), "format": "WARC File Format 1.1",
	})
}

// robotsPolicy is the policy as archives name it.
func robotsPolicy(j Job) string {
	if j.Politeness.IgnoreRobots {
		return "ignore"
	}
	return "obey"
}

func normalised(seeds []string) ([]string, error) {
	var all []string
	for _, s := range seeds {
		n, err := address.Normalise(s)
		if err != nil && !strings.Contains(s, "://") {
			return nil, fmt.Errorf("seed %q: it is no well-formed address: write https:// or http:// before it; pages that you have are a source, and addresses in a file a list", s)
		}
		if err != nil {
			return nil, fmt.Errorf("seed %w", err)
		}
		all = append(all, n)
	}
	return all, nil
}

func (c *crawler) close() error {
	c.client.Close()
	c.robots.Close()
	c.pace.Close()
	c.traps.StopAllGoroutines()
	if c.archive != nil {
		return c.archive.Close()
	}
	return nil
}

// work lets the workers take turns until there are none, the context ends or the page budget is used up; turns that were
// begun are finished. Its error is that the log cannot be written any more.
func (c *crawler) work(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	for range c.job.Workers {
		w := &worker{crawler: c, fetcher: c.client.Worker()}
		group.Go(func() error { return w.loop(ctx) })
	}
	return group.Wait()
}

// errBudget says that the page budget is used up.
var errBudget = errors.New("its page budget is used up")

// loop takes one turn after the other. A turn goes on when ctx ends, so that what is in flight is finished.
func (w *worker) loop(ctx context.Context) error {
	life := context.WithoutCancel(ctx)
	for {
		t, err := w.frontier.Next(ctx)
		switch {
		case errors.Is(err, io.EOF), ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		}
		switch err := w.turn(life, t); {
		case errors.Is(err, errBudget):
			w.frontier.Stop()
			return nil
		case err != nil && !errors.Is(err, frontier.ErrLost):
			return err
		}
	}
}

// trapsOf watches a host for traps.
func (c *crawler) trapsOf(host string) *scope.Traps {
	if t, ok := c.traps.GetIfPresent(host); ok {
		return t
	}
	t, _ := c.traps.SetIfAbsent(host, scope.NewTraps())
	return t
}
