package crawl

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
)

// fits says whether the job can go on with what the log has: what it begins at may have become more, not less, for what was
// found from it is there. A state that was meant for another job is told by that.
func (r *run) fits() error {
	if !r.log.Known() {
		return r.intact()
	}
	before, err := r.announced()
	if err != nil {
		return err
	}
	for _, begin := range []struct {
		name        string
		before, now []string
	}{
		{"seed", before.Seeds, r.job.Seeds},
		{"list", before.Lists, r.job.Lists},
		{"source", before.Sources, r.job.Sources},
	} {
		for _, b := range begin.before {
			if !slices.ContainsFunc(begin.now, func(n string) bool { return same(b, n) }) {
				return fmt.Errorf("%s began with the %s %s: give that too, or another %s", r.state(), begin.name, b, r.other())
			}
		}
	}
	return nil
}

// same says whether two names are of the same address or file.
func same(a, b string) bool {
	if a == b {
		return true
	}
	addresses, err := normalised([]string{a, b})
	if err != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	return addresses[0] == addresses[1]
}

// state names where the job is kept; other is what to give for another job.
func (r *run) state() string {
	if r.job.NATS != "" {
		return fmt.Sprintf("the job %s on the cluster", r.job.Name)
	}
	return "the state in " + r.job.State
}

func (r *run) other() string {
	if r.job.NATS != "" {
		return "--name"
	}
	return "output or --state"
}

// announce puts what the job begins at into the log and tells everybody of it; a job that was complete, with its output, begins
// anew.
func (r *run) announce(ctx context.Context, w *writer) error {
	again, err := r.recrawls(ctx, w)
	if err != nil {
		return err
	}
	if how := "goes on"; r.log.Known() {
		if again {
			how = "is done anew: what is new or has changed will be written"
		}
		r.options.Log.Info("the crawl "+how, "records", w.place.Position.Records, "output", r.job.Output)
	}
	if err := r.addSeeds(ctx); err != nil {
		return err
	}
	if err := r.addLists(ctx, again); err != nil {
		return err
	}
	if err := w.openOutcomes(ctx, r.job.Outcomes, again); err != nil {
		return err
	}
	if err := r.log.Allow(ctx, r.job.Budget.Pages); err != nil {
		return err
	}
	tell := r.log.Announce
	if again {
		tell = r.log.Recrawl
	}
	if err := tell(ctx, settings{r.job, r.rules}.encode()); err != nil {
		return err
	}
	return r.leaveMark()
}

// recrawls says whether all was done before. What was read from sources is not read again.
func (r *run) recrawls(ctx context.Context, w *writer) (bool, error) {
	if !r.log.Known() || len(r.job.Sources) > 0 {
		return false, nil
	}
	done, _, err := r.log.Done(ctx)
	if err != nil || !done {
		return false, err
	}
	end, err := r.log.End(ctx)
	return w.whole(end), err
}

// addSeeds puts the seeds into the log. Those that are there already stay as they are.
func (r *run) addSeeds(ctx context.Context) error {
	seeds, err := normalised(r.job.Seeds)
	if err != nil {
		return err
	}
	a := r.log.Adder()
	for _, seed := range seeds {
		if err := a.Add(ctx, frontier.Link{URL: seed}); err != nil {
			return err
		}
	}
	return a.Flush(ctx)
}

// addLists puts the addresses of the lists into the log, but for those of lists that a job which goes on had already. A line
// that is no address is reported, the others are taken.
func (r *run) addLists(ctx context.Context, again bool) error {
	var had []string
	if r.log.Known() && !again {
		before, err := r.announced()
		if err != nil {
			return err
		}
		had = before.Lists
	}
	a := r.log.Adder()
	for _, name := range r.job.Lists {
		if slices.ContainsFunc(had, func(h string) bool { return same(h, name) }) {
			continue
		}
		if err := r.addList(ctx, a, name); err != nil {
			return err
		}
	}
	return a.Flush(ctx)
}

func (r *run) addList(ctx context.Context, a *frontier.Adder, name string) error {
	for link, err := range source.List(name) {
		if err != nil {
			r.options.Log.Warn("a list was not taken whole", "error", err)
			continue
		}
		l := frontier.Link{URL: link.URL, Kind: link.Kind}
		if l.Kind == record.Page {
			l.Kind = ""
		}
		if err := a.Add(ctx, l); err != nil {
			return err
		}
	}
	return nil
}
