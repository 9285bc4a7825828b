package main

import (
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/scholia/scholia/crawl"
)

// flags are those of the command; most are fields of the job.
type flags struct {
	job     crawl.Job
	depth   int
	delay   time.Duration
	metrics string
	verbose bool
}

func (f *flags) define(s *pflag.FlagSet) {
	j := &f.job
	s.StringVarP(&j.Output, "output", "o", "", "write records to `FILE` (.jsonl, .jsonl.zst, .parquet) or, with a / at its end, a folder of Markdown")
	s.StringVar(&j.State, "state", "", "keep the crawl's state in `DIR`; the output's name with .state if not given")
	s.StringVar(&j.NATS, "nats", "", "keep the state in the NATS JetStream cluster at `ADDRESS` instead")
	s.IntVar(&j.Replicas, "replicas", 1, "how many servers of the cluster keep each message")
	s.StringVar(&j.Name, "name", "crawl", "`NAME` of the job, for those who share a state or a cluster")

	s.StringVar(&j.Scope.Reach, "reach", "host", "how far to go from the seeds: host, domain, prefix or anywhere")
	s.StringArrayVar(&j.Scope.Include, "include", nil, "only addresses that match the regular expression `PATTERN` (can be repeated)")
	s.StringArrayVar(&j.Scope.Exclude, "exclude", nil, "no addresses that match the regular expression `PATTERN` (can be repeated)")
	s.IntVar(&f.depth, "depth", -1, "at most so many links away from a seed; -1 sets no bound")
	s.Int64Var(&j.Budget.Pages, "pages", 0, "stop after so many pages; 0 sets no bound")
	s.IntVar(&j.Budget.PagesPerHost, "pages-per-host", 0, "fetch at most so many pages of a host; 0 sets no bound")
	s.TextVar(&j.Budget.Time, "time", crawl.Duration(0), "stop after `TIME` (90s, 1h30m); 0s sets no bound")

	s.StringVar(&j.Politeness.Contact, "contact", "", "`ADDRESS` (https: or mailto:) at which you can be reached, for the user agent")
	s.DurationVar(&f.delay, "delay", time.Second, "least time between two requests to a host")
	s.IntVar(&j.Politeness.Parallel, "parallel", 1, "requests that a host is asked at a time")
	s.BoolVar(&j.Politeness.NoThrottle, "no-throttle", false, "do not slow down for hosts that answer slowly")
	s.BoolVar(&j.Politeness.IgnoreRobots, "ignore-robots", false, "fetch what robots.txt forbids (for your own hosts)")
	s.BoolVar(&j.Politeness.IgnoreDirectives, "ignore-directives", false, "follow nofollow, record noindex and noarchive")
	s.BoolVar(&j.AllowPrivate, "allow-private", false, "fetch from addresses of this machine and of private networks")
	s.StringArrayVar(&j.Lists, "list", nil, "fetch the addresses in `FILE`, a list, a sitemap or a feed; - is the standard input (can be repeated)")
	s.StringArrayVar(&j.Sources, "source", nil, "read pages from `FILE`, WARC or WET, or a folder, instead of the web (can be repeated)")
	s.StringVar(&j.WARC, "warc", "", "archive the traffic as WARC files in `DIR`")
	s.StringVar(&f.metrics, "metrics", "", "serve metrics for Prometheus at `ADDRESS` (:9090)")
	s.BoolVar(&j.KeepDuplicates, "keep-duplicates", false, "record pages also if they say what another one said")
	s.StringSliceVar(&j.Kinds, "kinds", nil, "kinds of page to record; article, thread and documentation if not given")
	s.IntVar(&j.Workers, "workers", 0, "pages to work on at a time; 32 if not given")
	s.BoolVarP(&f.verbose, "verbose", "v", false, "tell what becomes of each page that is not recorded")
}

func (f *flags) run(c *cobra.Command, seeds []string) error {
	j := f.job
	j.Seeds = seeds
	if f.depth >= 0 {
		j.Scope.Depth = &f.depth
	}
	delay := crawl.Duration(f.delay)
	j.Politeness.Delay = &delay
	o := crawl.Options{Log: logger(f.verbose), Metrics: f.metrics}
	if term.IsTerminal(int(os.Stderr.Fd())) && !f.verbose {
		o.Terminal = os.Stderr
	}
	s, err := crawl.Run(c.Context(), j, o)
	return report(s, err, strings.Join(os.Args, " "))
}

// logger writes a line for each event to the error output.
func logger(verbose bool) *slog.Logger {
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
}
