package crawl

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"sync/atomic"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nuid"
	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/crawl/internal/duplicate"
	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/progress"
	"github.com/scholia/scholia/crawl/internal/sink"
	"github.com/scholia/scholia/crawl/internal/source"
)

// Options are what is not part of a job.
type Options struct {
	Log *slog.Logger // slog.Default if nil
	// Terminal is where the crawl is shown live, with warnings above, instead of Log telling of it now and then.
	Terminal io.Writer
	// Metrics is an address (":9090") at which Prometheus can ask for metrics; "" serves none.
	Metrics string
	// Lease is how long the hosts of a worker that died wait for another; 10 s if 0.
	Lease time.Duration
}

// run is a process's part in a job.
type run struct {
	job     Job
	rules   []ruleText
	options Options
	conn    *nats.Conn
	server  *frontier.Server // nil with a cluster
	metrics net.Listener     // nil if none are served
	log     *frontier.Log
	begun   time.Time
	written atomic.Int64 // records, in all
}

// Run does a job, or goes on with one that was begun, until it is complete, its budget is used up or the context ends; then
// what is in flight is finished first. Done again, a job that is complete is a recrawl: only pages that are new or
// have changed are written.
func Run(ctx context.Context, j Job, o Options) (*Summary, error) {
	rules, err := check(j)
	if err != nil {
		return nil, err
	}
	r, err := connect(j, o)
	if err != nil {
		return nil, err
	}
	defer r.close()
	r.rules = rules
	s, err := r.do(ctx)
	return s, r.because(err)
}

// do opens the log and the output, and does what is left of the job.
func (r *run) do(ctx context.Context) (s *Summary, err error) {
	if r.log, err = frontier.Create(ctx, r.conn, r.job.Name, frontier.Setup{Replicas: r.job.Replicas}); err != nil {
		return nil, err
	}
	if err := r.fits(); err != nil {
		return nil, err
	}
	w, err := newWriter(ctx, r.log, r.job)
	if err != nil {
		return nil, err
	}
	defer w.close()
	if err := r.announce(ctx, w); err != nil {
		return nil, err
	}
	return r.crawlAndWrite(ctx, w)
}

// crawlAndWrite crawls and writes at the same time.
func (r *run) crawlAndWrite(ctx context.Context, w *writer) (*Summary, error) {
	before := w.place.Position.Records
	crawling, stop := context.WithCancel(ctx)
	defer stop()
	end, written := make(chan uint64, 1), make(chan error, 1)
	writing, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	go func() {
		err := w.run(writing, end, &r.written)
		if err != nil {
			stop() // or it would crawl on for hours before anybody is told
		}
		written <- err
	}()
	s, err := r.crawl(crawling)
	if err != nil {
		return s, err
	}
	last, err := r.log.End(writing)
	if err != nil {
		return s, err
	}
	end <- last
	if err = <-written; err == nil && s.Complete {
		err = w.finish(writing)
	}
	s.Output, s.Records = r.job.Output, w.place.Position.Records
	s.Written = s.Records - before
	if err != nil {
		s.Complete, s.Stopped = false, "its records cannot be written"
		return s, fmt.Errorf("%s: %w: mend that, and the same command goes on", s.Stopped, err)
	}
	s.List = r.job.Outcomes
	s.Named, err = named(r.job.Outcomes)
	return s, err
}

// check says what cannot be done, before anything is made, and reads the files of rules.
func check(j Job) ([]ruleText, error) {
	if _, err := normalised(j.Seeds); err != nil {
		return nil, err
	}
	if j.Output == "" {
		return nil, errors.New("the job has no output: give a file that ends in .jsonl, .jsonl.zst or .parquet, or a folder")
	}
	if len(j.Sources) > 0 && j.NATS != "" {
		return nil, errors.New("sources are read by one process: leave out the cluster, or give seeds instead")
	}
	if j.Replicas > 1 && j.NATS == "" {
		return nil, errors.New("replicas are kept by the servers of a cluster: give its address too, or leave them out")
	}
	if err := j.Check(); err != nil {
		return nil, err
	}
	for _, name := range j.Lists {
		if err := source.CheckList(name); err != nil {
			return nil, err
		}
	}
	for _, name := range j.Sources {
		if _, err := source.Open(name); err != nil {
			return nil, err
		}
	}
	if err := sink.Check(j.Output); err != nil {
		return nil, err
	}
	rules, err := readRules(j.Rules)
	if err == nil {
		_, err = apply(rules)
	}
	return rules, err
}

// Work takes part in a job that another process runs on the same cluster, until it is complete or the context ends.
func Work(ctx context.Context, cluster, name string, o Options) (*Summary, error) {
	r, err := connect(Job{NATS: cluster, Name: name}, o)
	if err != nil {
		return nil, err
	}
	defer r.close()
	for told := false; ; told = true {
		r.log, err = frontier.Open(ctx, r.conn, r.job.Name)
		if err == nil {
			break
		}
		if errors.Is(err, frontier.ErrNoJob) && !told {
			r.options.Log.Info("nobody has begun the job yet: waiting for it", "job", r.job.Name)
		}
		if !errors.Is(err, frontier.ErrNoJob) || !wait(ctx, time.Second) {
			return nil, err
		}
	}
	s, err := r.announced()
	if err != nil {
		return nil, err
	}
	r.job, r.rules = s.Job, s.RuleTexts
	return r.crawl(ctx)
}

// announced is the job as the log has it.
func (r *run) announced() (settings, error) {
	s := settings{Job: Job{NATS: r.job.NATS, Name: r.job.Name}}
	err := json.Unmarshal(r.log.Head().Settings, &s)
	if err != nil {
		err = fmt.Errorf("the settings of job %s cannot be read: %w", r.job.Name, err)
	}
	return s, err
}

// connect opens the state, or connects to the cluster that keeps it, and listens for who wants metrics.
func connect(j Job, o Options) (r *run, err error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	r = &run{job: withDefaults(j), options: o, begun: time.Now()}
	if o.Metrics != "" {
		if r.metrics, err = progress.Listen(o.Metrics); err != nil {
			return nil, err
		}
	}
	if j.NATS != "" {
		host, _ := os.Hostname()
		r.conn, err = nats.Connect(j.NATS, nats.MaxReconnects(-1), nats.ReconnectWait(250*time.Millisecond), nats.Name("scholia crawl on "+host))
		if err != nil {
			err = fmt.Errorf("the cluster %s cannot be reached: %w", j.NATS, err)
		}
	} else if r.server, err = frontier.Embedded(r.job.State); err == nil {
		r.conn = r.server.Conn()
	}
	if err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

func (r *run) close() {
	if r.metrics != nil {
		_ = r.metrics.Close() // it is closed already if metrics were served
	}
	if r.server != nil {
		r.server.Close()
	} else if r.conn != nil {
		r.conn.Close()
	}
}

// because adds to an error what the server within the process says of it: it does not answer what it cannot write.
func (r *run) because(err error) error {
	if err == nil || r.server == nil || r.server.Err() == nil {
		return err
	}
	return fmt.Errorf("%w (the state in %s: %w): mend that, and the same command goes on", err, r.job.State, r.server.Err())
}

// crawl works until there is nothing to do or the run ends early.
func (r *run) crawl(ctx context.Context) (*Summary, error) {
	if t := r.job.Budget.Time; t > 0 {
		limited, cancel := context.WithTimeoutCause(ctx, time.Duration(t), errTime)
		defer cancel()
		ctx = limited
	}
	said := new(duplicate.Index)
	f, err := frontier.Join(r.log, frontier.Options{
		Worker: nuid.Next(), Lease: r.options.Lease, Pause: time.Duration(*r.job.Politeness.Delay),
		Parallel: r.job.Politeness.Parallel, Hold: len(r.job.Sources) > 0, Log: r.options.Log,
		Printed: func(p frontier.Print, url string) { said.Add(printOf(p), url) },
	})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	meter, hide := r.show(f)
	defer hide()
	c, err := newCrawler(r.job, r.rules, f, said, meter, r.options.Log)
	if err != nil {
		return nil, err
	}
	err = r.workAndRead(ctx, c)
	if err = errors.Join(err, c.close()); err != nil {
		return nil, err
	}
	return r.summary(ctx, f, c)
}

// workAndRead crawls and reads the sources at the same time.
func (r *run) workAndRead(ctx context.Context, c *crawler) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return c.work(ctx) })
	group.Go(func() error {
		defer c.frontier.Unhold()
		return c.read(ctx)
	})
	return group.Wait()
}

var errTime = errors.New("its time budget is used up")

// summary adds up the job, or, if it ended early, this worker's part in it.
func (r *run) summary(ctx context.Context, f *frontier.Frontier, c *crawler) (*Summary, error) {
	f.Settle()
	counts, _ := f.Counts()
	s := newSummary(counts)
	if s.Complete = f.Complete(); s.Complete {
		_, all, err := r.log.Done(context.WithoutCancel(ctx))
		if err != nil {
			return nil, err
		}
		s = newSummary(all)
		s.Complete = true
	} else if s.Stopped = "interrupted"; errors.Is(context.Cause(ctx), errTime) {
		s.Stopped = errTime.Error()
	} else if ctx.Err() == nil {
		s.Stopped = errBudget.Error()
	}
	s.Refused, s.Traps, s.Elapsed = c.refused.copied(), c.trapsFound(), time.Since(r.begun)
	s.Repeated = c.repeated.Load()
	return s, nil
}
