package crawl

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/sink"
)

// saveEvery is how often the output is made lasting and its place saved.
const saveEvery = time.Second

// writer writes each record of a job once, and what became of each address that has no record of its own. The files are cut
// back to where they were last saved, with the place in the log to which that belongs; so what was written later, but not
// saved, is not there twice.
type writer struct {
	output   *frontier.Output
	sink     record.Sink
	outcomes record.Sink
	place    frontier.Place
	saved    time.Time
}

// newWriter opens the output of a job.
func newWriter(ctx context.Context, l *frontier.Log, j Job) (*writer, error) {
	o, err := l.Output(ctx, j.Output)
	if err != nil {
		return nil, err
	}
	if !o.Begun() {
		if err := sink.Free(j.Output); err != nil {
			return nil, err
		}
	}
	w := &writer{output: o, place: o.Place, saved: time.Now()}
	w.sink, err = sink.Open(j.Output, o.Place.Position)
	return w, err
}

// openOutcomes opens the list of outcomes; a recrawl begins it anew, for all addresses get new ones. Then the place is saved:
// from now on the files are this crawl's.
func (w *writer) openOutcomes(ctx context.Context, name string, anew bool) (err error) {
	if begun := w.place.OutcomesName; anew {
		w.place.Outcomes = record.Position{}
	} else if begun != "" && begun != name && w.place.Outcomes.Records > 0 {
		return fmt.Errorf("the list of outcomes was begun as %s and cannot go on as %s: give the name that it has", begun, name)
	}
	if !w.output.Begun() {
		if err := sink.Free(name); err != nil {
			return err
		}
	}
	w.place.OutcomesName = name
	if w.outcomes, err = sink.Open(name, w.place.Outcomes); err != nil {
		return err
	}
	return w.output.Save(ctx, w.place)
}

func (w *writer) close() {
	_ = w.sink.Close() // what matters was synced
	if w.outcomes != nil {
		_ = w.outcomes.Close()
	}
}

// whole says whether the output has all records up to the end of the log.
func (w *writer) whole(end uint64) bool { return w.place.Finished && w.place.Sequence >= end }

// run writes until it has passed the end of the log that it is told, or the context ends. What was written is saved in any
// case. records counts what is in the output.
func (w *writer) run(ctx context.Context, end <-chan uint64, records *atomic.Int64) error {
	w.place.Finished = false
	records.Store(w.place.Position.Records)
	take := func(r *frontier.Result, line []byte) error {
		if err := w.list(r, line != nil); err != nil || line == nil {
			return err
		}
		records.Add(1)
		return w.sink.Append(line)
	}
	err := w.output.Records(ctx, end, take, func(sequence uint64) error {
		w.place.Sequence = sequence
		if time.Since(w.saved) < saveEvery {
			return nil
		}
		return w.save(ctx)
	})
	if err != nil {
		return err
	}
	return w.save(context.WithoutCancel(ctx))
}

// list writes what became of an address that has no record of its own, and of those that are part of its record.
func (w *writer) list(r *frontier.Result, recorded bool) error {
	if !recorded {
		o := Outcome{URL: r.URL, Outcome: string(r.Outcome), Reason: r.Reason, Status: r.Status}
		if err := w.outcomes.Append(o.line()); err != nil {
			return err
		}
	}
	for _, url := range r.Joined {
		o := Outcome{URL: url, Outcome: string(frontier.Joined), Into: r.URL}
		if err := w.outcomes.Append(o.line()); err != nil {
			return err
		}
	}
	return nil
}

// save makes the output lasting, and then its place.
func (w *writer) save(ctx context.Context) (err error) {
	if w.place.Position, err = w.sink.Sync(); err != nil {
		return err
	}
	if w.place.Outcomes, err = w.outcomes.Sync(); err != nil {
		return err
	}
	w.saved = time.Now()
	return w.output.Save(ctx, w.place)
}

// finish completes the output.
func (w *writer) finish(ctx context.Context) error {
	if err := errors.Join(w.sink.Finish(), w.outcomes.Finish()); err != nil {
		return err
	}
	w.place.Finished = true
	return w.output.Save(ctx, w.place)
}
