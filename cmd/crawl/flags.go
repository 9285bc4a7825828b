package main

import (
	"cmp"
	"fmt"
	"log/slog"
	"os"
	"slices"
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
	delay   crawl.Duration
	metrics string
	plain   bool
	verbose bool
}

// unbounded is the depth that sets no bound.
const unbounded = -1

// define makes the flags. What the job has already are their defaults.
func (f *flags) define(s *pflag.FlagSet) {
	f.depth, f.delay = unbounded, crawl.Duration(time.Second)
	if d := f.job.Scope.Depth; d != nil {
		f.depth = *d
	}
	if d := f.job.Politeness.Delay; d != nil {
		f.delay = *d
	}
	f.defineOutput(s)
	f.defineScope(s)
	f.definePoliteness(s)
	s.BoolVar(&f.plain, "plain", false, "tell how the crawl goes by lines of a log, also on a terminal")
	s.StringVar(&f.metrics, "metrics", "", "serve metrics for Prometheus at `ADDRESS` (:9090)")
	s.BoolVarP(&f.verbose, "verbose", "v", false, "tell what becomes of each page that is not recorded")
}

func (f *flags) defineOutput(s *pflag.FlagSet) {
	j := &f.job
	s.StringVarP(&j.Output, "output", "o", j.Output, "write records to `FILE` (.jsonl, .jsonl.zst, .parquet; - is the standard output) or, with a / at its end, a folder of Markdown")
	s.StringVar(&j.Outcomes, "outcomes", j.Outcomes, "write to `FILE` (.jsonl) what became of each address without a record; outcomes.jsonl in the state if not given")
	s.StringVar(&j.WARC, "warc", j.WARC, "archive the traffic as WARC files in `DIR`")
	s.StringVar(&j.State, "state", j.State, "keep the crawl's state in `DIR`; the output's name with .state (stdout.state) if not given")
	s.StringVar(&j.NATS, "nats", j.NATS, "keep the state in the NATS JetStream cluster at `ADDRESS` instead")
	s.IntVar(&j.Replicas, "replicas", cmp.Or(j.Replicas, 1), "how many servers of the cluster keep each message")
	s.StringVar(&j.Name, "name", cmp.Or(j.Name, "crawl"), "`NAME` of the job, for those who share a state or a cluster")
	s.StringSliceVar(&j.Kinds, "kinds", j.Kinds, "kinds of page to record; article, thread and documentation if not given")
	s.StringArrayVar(&j.Rules, "rules", j.Rules, "read the comments of some sites by the selectors in `FILE` (docs/rules.md; can be repeated)")
	s.BoolVar(&j.KeepDuplicates, "keep-duplicates", j.KeepDuplicates, "record pages also if they say what another one said")
	s.IntVar(&j.Workers, "workers", j.Workers, "pages to work on at a time; 32 if not given")
}

func (f *flags) defineScope(s *pflag.FlagSet) {
	j := &f.job
	s.StringArrayVar(&j.Lists, "list", j.Lists, "fetch the addresses in `FILE`, a list, a sitemap or a feed; - is the standard input (can be repeated)")
	s.StringArrayVar(&j.Sources, "source", j.Sources, "read pages from `FILE`, WARC or WET, or a folder, instead of the web (can be repeated)")
	s.StringVar(&j.Scope.Reach, "reach", cmp.Or(j.Scope.Reach, "host"), "how far to go from the seeds: host, domain, prefix or anywhere")
	s.StringArrayVar(&j.Scope.Include, "include", j.Scope.Include, "only addresses that match the regular expression `PATTERN` (can be repeated)")
	s.StringArrayVar(&j.Scope.Exclude, "exclude", j.Scope.Exclude, "no addresses that match the regular expression `PATTERN` (can be repeated)")
	s.IntVar(&f.depth, "depth", f.depth, "at most so many links away from a seed; -1 sets no bound")
	s.Int64Var(&j.Budget.Pages, "pages", j.Budget.Pages, "stop after so many pages; 0 sets no bound")
	s.IntVar(&j.Budget.PagesPerHost, "pages-per-host", j.Budget.PagesPerHost, "fetch at most so many pages of a host; 0 sets no bound")
	s.TextVar(&j.Budget.Time, "time", j.Budget.Time, "stop after `TIME` (90s, 1h30m); 0s sets no bound")
}

func (f *flags) definePoliteness(s *pflag.FlagSet) {
	j := &f.job
	p := &j.Politeness
	s.StringVar(&p.Contact, "contact", p.Contact, "`ADDRESS` (https: or mailto:) at which you can be reached, for the user agent")
	s.TextVar(&f.delay, "delay", f.delay, "least `TIME` between two requests to a host (500ms, 2s)")
	s.IntVar(&p.Parallel, "parallel", cmp.Or(p.Parallel, 1), "requests that a host is asked at a time")
	s.BoolVar(&p.NoThrottle, "no-throttle", p.NoThrottle, "do not slow down for hosts that answer slowly")
	s.BoolVar(&p.IgnoreRobots, "ignore-robots", p.IgnoreRobots, "fetch what robots.txt forbids (for your own hosts)")
	s.BoolVar(&p.IgnoreDirectives, "ignore-directives", p.IgnoreDirectives, "follow nofollow, record noindex and noarchive")
	s.BoolVar(&j.AllowPrivate, "allow-private", j.AllowPrivate, "fetch from addresses of this machine and of private networks")
}

// over gives the flags of a job that is kept in a file: where they are given, they go before what the file says.
func (f *flags) over(j crawl.Job, given *pflag.FlagSet) *flags {
	whole := &flags{job: j}
	all := pflag.NewFlagSet("", pflag.ContinueOnError)
	whole.define(all)
	given.Visit(func(flag *pflag.Flag) {
		to := all.Lookup(flag.Name)
		if to == nil {
			return // --help, --version
		}
		// The values have been read once already: they cannot fail.
		if list, ok := flag.Value.(pflag.SliceValue); ok {
			_ = to.Value.(pflag.SliceValue).Replace(list.GetSlice())
		} else {
			_ = to.Value.Set(flag.Value.String())
		}
	})
	return whole
}

func (f *flags) run(c *cobra.Command, args []string) error {
	if i := slices.IndexFunc(args, crawl.IsJobFile); i >= 0 && len(args) > 1 {
		return fmt.Errorf("%s is a job's file, which is given alone: put all seeds into it", args[i])
	}
	if len(args) == 1 && crawl.IsJobFile(args[0]) {
		j, err := crawl.ReadJob(args[0])
		if err != nil {
			return err
		}
		f = f.over(j, c.Flags())
	} else {
		f.job.Seeds = args
	}
	j := f.job
	j.Scope.Depth = nil
	if f.depth != unbounded {
		j.Scope.Depth = &f.depth
	}
	j.Politeness.Delay = &f.delay
	o := crawl.Options{Log: logger(f.verbose), Metrics: f.metrics}
	if term.IsTerminal(int(os.Stderr.Fd())) && !f.plain && !f.verbose && j.Output != "-" {
		o.Terminal = os.Stderr
	}
	s, err := crawl.Run(c.Context(), j, o)
	return report(s, err, quoted(os.Args))
}

// logger writes a line for each event to the error output.
func logger(verbose bool) *slog.Logger {
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
}
