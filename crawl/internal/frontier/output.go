package frontier

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"strings"
	"sync/atomic"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/scholia/scholia/crawl/internal/record"
)

// Output reads the records of a job in the order of the log, and keeps the place up to which an output has them.
type Output struct {
	log     *Log
	subject string
	last    uint64 // sequence of the last message of subject
	Place   Place
}

// Place is up to where an output has been written.
type Place struct {
	Sequence uint64          `json:"sequence"` // of the last message of the log whose records it has
	Position record.Position `json:"position"`
	// Outcomes is the place in the list of what has no record, and OutcomesName its name.
	Outcomes     record.Position `json:"outcomes"`
	OutcomesName string          `json:"outcomes_name,omitempty"`
	Finished     bool            `json:"finished,omitempty"` // the output is whole
}

// Output gives the output of a name, with its place as last saved.
func (l *Log) Output(ctx context.Context, name string) (*Output, error) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name))
	o := &Output{log: l, subject: l.subject("out", fmt.Sprintf("%x", h.Sum64()))}
	m, err := l.last(ctx, o.subject)
	if err != nil {
		return nil, fmt.Errorf("the place of output %s cannot be read: %w", name, err)
	}
	if m != nil {
		o.last = m.Sequence
		o.Place, err = decode[Place](m.Subject, m.Data)
	}
	return o, err
}

// Begun says whether a place was ever saved.
func (o *Output) Begun() bool { return o.last > 0 }

// Save keeps the place. Its error is ErrLost if another process has saved one: two write the same output.
func (o *Output) Save(ctx context.Context, place Place) (err error) {
	if o.last, err = o.log.appendOnce(ctx, o.subject, encode(place), o.last); errors.Is(err, ErrLost) {
		return fmt.Errorf("another process writes the same output: %w", err)
	}
	o.Place = place
	return err
}

// End is the place of the last message of the log, which an output that has all must reach.
func (l *Log) End(ctx context.Context) (end uint64, err error) {
	for n := range l.head.Partitions {
		last, err := l.lastSequence(ctx, l.part(n, "log"))
		if err != nil {
			return 0, err
		}
		end = max(end, last)
	}
	return end, nil
}

// keptAhead bounds the records that are kept between their own message and the one that commits them, in bytes.
const keptAhead = 32 << 20

// Records calls take with each outcome of the log after the output's place, in its order, with the record's line or nil, and
// passed after each message of the log with its sequence, until it has passed the sequence that end tells, or the context
// ends, or one of them fails.
func (o *Output) Records(ctx context.Context, end <-chan uint64, take func(r *Result, line []byte) error, passed func(sequence uint64) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stop := newFinish(o.Place.Sequence, cancel)
	go stop.wait(ctx, end)
	ahead := newAhead(keptAhead)
	subjects := []string{o.log.subject("p", "*", "rec"), o.log.subject("p", "*", "log")}
	return o.log.follow(ctx, subjects, o.Place.Sequence, func(m jetstream.Msg, sequence uint64) error {
		if strings.HasSuffix(m.Subject(), ".rec") {
			ahead.keep(sequence, m.Data())
			return nil
		}
		if err := o.each(ctx, m, ahead, take); err != nil {
			return err
		}
		if err := passed(sequence); err != nil {
			return err
		}
		stop.passed(sequence)
		return nil
	})
}

// Result is what an output needs to know of an address that is done.
type Result struct {
	URL     string   `json:"u"`
	Outcome Outcome  `json:"o"`
	Reason  string   `json:"why"`
	Status  int      `json:"s"` // of HTTP; 0 if there was no answer
	Joined  []string `json:"j"` // addresses that became part of its record

	Import  string   `json:"i"`
	Records []uint64 `json:"rec"`
}

// results is an event without what an output does not need.
type results struct {
	Done []Result `json:"done"`
}

// each calls take with each outcome of a message of the log.
func (o *Output) each(ctx context.Context, m jetstream.Msg, ahead *ahead, take func(*Result, []byte) error) error {
	e, err := decode[results](m.Subject(), m.Data())
	if err != nil {
		return err
	}
	for i := range e.Done {
		r := &e.Done[i]
		r.URL = cmp.Or(r.URL, r.Import)
		var line []byte
		if len(r.Records) > 0 {
			if line, err = o.line(ctx, ahead, r.Records); err != nil {
				return err
			}
		}
		if err := take(r, line); err != nil {
			return err
		}
	}
	return nil
}

// finish ends a reading when it has come to the end, whichever is known first.
type finish struct {
	at, end atomic.Uint64
	cancel  context.CancelFunc
}

func newFinish(at uint64, cancel context.CancelFunc) *finish {
	f := &finish{cancel: cancel}
	f.at.Store(at)
	f.end.Store(math.MaxUint64)
	return f
}

func (f *finish) wait(ctx context.Context, end <-chan uint64) {
	select {
	case e := <-end:
		f.end.Store(e)
		f.passed(f.at.Load())
	case <-ctx.Done():
	}
}

func (f *finish) passed(sequence uint64) {
	f.at.Store(sequence)
	if sequence >= f.end.Load() {
		f.cancel()
	}
}

// line puts a record together from what was read ahead, or reads it.
func (o *Output) line(ctx context.Context, ahead *ahead, sequences []uint64) ([]byte, error) {
	var packed []byte
	for _, s := range sequences {
		part, ok := ahead.take(s)
		if !ok {
			return o.log.Record(ctx, sequences)
		}
		packed = append(packed, part...)
	}
	return unpack(packed, sequences)
}

// ahead keeps records until they are committed; those that never are go when there are too many.
type ahead struct {
	limit, size int
	parts       map[uint64][]byte
	order       []uint64
}

func newAhead(limit int) *ahead { return &ahead{limit: limit, parts: make(map[uint64][]byte)} }

func (a *ahead) keep(sequence uint64, data []byte) {
	a.parts[sequence] = data
	a.order = append(a.order, sequence)
	a.size += len(data)
	for a.size > a.limit || len(a.order) > 0 && a.parts[a.order[0]] == nil {
		a.take(a.order[0])
		a.order = a.order[1:]
	}
}

func (a *ahead) take(sequence uint64) ([]byte, bool) {
	data, ok := a.parts[sequence]
	delete(a.parts, sequence)
	a.size -= len(data)
	return data, ok
}
