package crawl

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/sink"
)

// saveEvery is how often the output is made lasting and its place saved.
const saveEvery = time.Second

// writer writes each record of a job once. The output is cut back to where it was last saved, with the place in the log
// to which that belongs; so what was written later, but not saved, is not there twice.
type writer struct {
	output *frontier.Output
	sink   record.Sink
	place  frontier.Place
	saved  time.Time
}

// newWriter opens the output of a job.
func newWriter(ctx context.Context, l *frontier.Log, name string) (*writer, error) {
	o, err := l.Output(ctx, name)
	if err != nil {
		return nil, err
	}
	w := &writer{output: o, place: o.Place, saved: time.Now()}
	w.sink, err = sink.Open(name, o.Place.Position)
	return w, err
}

// whole says whether the output has all records up to the end of the log.
func (w *writer) whole(end uint64) bool { return w.place.Finished && w.place.Sequence >= end }

// run writes until it has passed the end of the log that it is told, or the context ends. What was written is saved in any
// case. records counts what is in the output.
func (w *writer) run(ctx context.Context, end <-chan uint64, records *atomic.Int64) error {
	w.place.Finished = false
	records.Store(w.place.Position.Records)
	write := func(line []byte) error {
		records.Add(1)
		return w.sink.Append(line)
	}
	err := w.output.Records(ctx, end, write, func(sequence uint64) error {
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

// save makes the output lasting, and then its place.
func (w *writer) save(ctx context.Context) (err error) {
	if w.place.Position, err = w.sink.Sync(); err != nil {
		return err
	}
	w.saved = time.Now()
	return w.output.Save(ctx, w.place)
}

// finish completes the output.
func (w *writer) finish(ctx context.Context) error {
	if err := w.sink.Finish(); err != nil {
		return err
	}
	w.place.Finished = true
	return w.output.Save(ctx, w.place)
}
