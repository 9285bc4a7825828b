package frontier

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// owned is a partition that this process owns or is about to.
type owned struct {
	frontier  *Frontier
	partition *partition
	active    bool // replayed: its hosts may be asked. Under the frontier's mutex
	until     atomic.Int64
	last      uint64 // sequence of the last message of its log
	commits   chan Done
	unwritten atomic.Int64    // turns committed and not yet in the log
	written   atomic.Uint64   // sequence of the last message with turns
	ctx       context.Context // ends with the ownership
	cancel    context.CancelFunc
	ended     chan struct{}
}

const (
	// commitsWaiting is how many turns may be finished and not yet in the log.
	commitsWaiting = 64
	bytesPerEvent  = 384 << 10
)

// valid says whether the lease still runs.
func (o *owned) valid() bool { return time.Now().UnixNano() < o.until.Load() && o.ctx.Err() == nil }

// own begins the ownership of a partition whose lease was got.
func (f *Frontier) own(n int, until time.Time) *owned {
	o := &owned{
		frontier: f, partition: newPartition(n, f.head.Key), commits: make(chan Done, commitsWaiting), ended: make(chan struct{}),
	}
	o.until.Store(until.UnixNano())
	o.ctx, o.cancel = context.WithCancel(context.Background())
	f.mu.Lock()
	f.partitions[n] = o
	f.mu.Unlock()
	go func() {
		defer close(o.ended)
		if err := o.run(); err != nil && o.ctx.Err() == nil {
			f.options.Log.Warn("a partition is given up", "partition", n, "error", err)
		}
		o.drop()
	}()
	return o
}

// drop ends the ownership without waiting.
func (o *owned) drop() {
	f := o.frontier
	o.cancel()
	f.mu.Lock()
	defer f.mu.Unlock()
	o.active = false
	for _, h := range o.partition.hosts {
		f.agenda.leave(h)
	}
	if f.partitions[o.partition.n] == o {
		delete(f.partitions, o.partition.n)
	}
}

// run tells the log of the new owner, replays it, and goes on with it.
func (o *owned) run() error {
	begin, err := o.begin()
	if err != nil {
		return err
	}
	committed := make(chan error, 1)
	started := make(chan struct{})
	go func() {
		select {
		case <-started:
			committed <- o.commit()
		case <-o.ctx.Done():
			committed <- nil
		}
		o.cancel()
	}()
	replayed := false
	err = o.follow(func(applied uint64) {
		if !replayed && applied >= begin {
			replayed = true
			o.activate()
			close(started)
		}
	})
	o.cancel()
	return errors.Join(err, <-committed)
}

// begin writes the message that keeps an earlier owner from writing.
func (o *owned) begin() (sequence uint64, err error) {
	f, n := o.frontier, o.partition.n
	for {
		if o.last, err = f.lastSequence(o.ctx, f.part(n, "log")); err == nil {
			err = o.append(event{Owner: f.options.Worker})
		}
		if err == nil {
			return o.last, nil
		}
		if !sleep(o.ctx, firstWait) {
			return 0, err
		}
	}
}

// rest ends the giving of turns, and says whether all that were given have ended and are in the log.
func (o *owned) rest() bool {
	f := o.frontier
	f.mu.Lock()
	defer f.mu.Unlock()
	o.active = false
	running := 0
	for _, h := range o.partition.hosts {
		f.agenda.leave(h)
		running += h.running
	}
	return running == 0 && o.unwritten.Load() == 0
}

// activate puts the hosts on the agenda; each is left alone first for as long as it was to be after any request.
func (o *owned) activate() {
	f, p := o.frontier, o.partition
	o.active = true
	now := time.Now()
	for _, h := range p.hosts {
		if h.pause == 0 {
			h.pause = f.options.Pause
		}
		h.due = now.Add(h.pause)
		f.schedule(h)
	}
	f.nudge()
}

// fold takes in a message. It is called with the messages in the order of the stream.
func (o *owned) fold(m jetstream.Msg, sequence uint64) error {
	f, p := o.frontier, o.partition
	ready := func(h *host) {
		if o.active {
			f.schedule(h)
		}
	}
	if m.Subject() == f.part(p.n, "in") {
		a, err := decode[arrivals](m.Subject(), m.Data())
		if err != nil {
			return err
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		known := len(p.places)
		p.admit(sequence, 0, a.Links, ready)
		o.remember(sequence, len(p.places) > known, a.Links)
		p.applied = sequence
		return nil
	}
	e, err := decode[event](m.Subject(), m.Data())
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if e.Generation > p.generation {
		p.renew(e.Generation, ready)
	}
	known := len(p.places)
	p.settle(sequence, e.Done, ready)
	o.remember(sequence, len(p.places) > known, e.links())
	p.applied = sequence
	return nil
}

// remember keeps the text of addresses that are about to be fetched. What is replayed waits longer.
func (o *owned) remember(sequence uint64, isNew bool, links []Link) {
	if isNew && o.active {
		o.frontier.texts.Set(sequence, links)
	}
}

// linksOf are the addresses of a message, in the places that fold gives them.
func linksOf(subject string, data []byte) ([]Link, error) {
	m, err := decode[struct {
		arrivals
		event
	}](subject, data)
	if err != nil {
		return nil, err
	}
	return append(m.Links, m.links()...), nil
}

func (e *event) links() (all []Link) {
	for i := range e.Done {
		all = append(all, e.Done[i].Links...)
	}
	return all
}

// follow folds all messages of the partition, those to come too, and calls after with each one's sequence under the
// frontier's mutex. It returns nil when the ownership ends.
func (o *owned) follow(after func(applied uint64)) error {
	f, p := o.frontier, o.partition
	subjects := []string{f.part(p.n, "in"), f.part(p.n, "log")}
	return f.follow(o.ctx, subjects, 0, func(m jetstream.Msg, sequence uint64) error {
		if err := o.fold(m, sequence); err != nil {
			return err
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		after(sequence)
		return nil
	})
}

// commit writes what the turns committed, as many in a message as have come, and in quiet moments says that nothing is left.
func (o *owned) commit() error {
	quiet := time.NewTicker(100 * time.Millisecond)
	defer quiet.Stop()
	if err := o.beginGeneration(); err != nil {
		return err
	}
	var told uint64
	for {
		select {
		case <-o.ctx.Done():
			return nil
		case d := <-o.commits:
			batch := o.gather(d)
			if err := o.append(event{Done: batch}); err != nil {
				return err
			}
			o.written.Store(o.last)
			o.unwritten.Add(-int64(len(batch)))
		case <-quiet.C:
			if idle, ok := o.idle(); ok && idle.UpTo != told {
				if _, err := o.frontier.publish(o.ctx, nats.NewMsg(o.frontier.part(o.partition.n, "idle")), encode(idle)); err != nil {
					return err
				}
				told = idle.UpTo
			}
		}
	}
}

// beginGeneration tells the log of a recrawl that it does not know of.
func (o *owned) beginGeneration() error {
	f := o.frontier
	f.mu.Lock()
	generation := o.partition.generation
	f.mu.Unlock()
	if generation >= f.head.Generation {
		return nil
	}
	return o.append(event{Generation: f.head.Generation})
}

// send hands what was done to whoever writes the log.
func (o *owned) send(ctx context.Context, d Done) error {
	select {
	case o.commits <- d:
		return nil
	case <-o.ctx.Done():
		return ErrLost
	case <-ctx.Done():
		return ctx.Err()
	}
}

// gather takes what else waits to be committed.
func (o *owned) gather(d Done) []Done {
	batch, size := []Done{d}, d.size()
	for size < bytesPerEvent-bytesPerMessage/2 {
		select {
		case d = <-o.commits:
			batch, size = append(batch, d), size+d.size()
		default:
			return batch
		}
	}
	return batch
}

// size estimates the bytes of JSON.
func (d *Done) size() int {
	n := 256 + len(d.Import) + len(d.URL)
	for _, l := range d.Links {
		n += len(l.URL) + 32
	}
	for _, j := range d.Joined {
		n += len(j) + 4
	}
	return n
}

// idle says whether nothing is left to do.
func (o *owned) idle() (idle, bool) {
	f, p := o.frontier, o.partition
	f.mu.Lock()
	defer f.mu.Unlock()
	if p.counts.Queued > 0 || p.generation < f.head.Generation || f.held.Load() || o.unwritten.Load() > 0 {
		return idle{}, false
	}
	var counts Counts
	counts.Add(p.counts)
	return idle{UpTo: p.applied, Generation: p.generation, Counts: counts}, true
}

// append writes the next message of the partition's log.
func (o *owned) append(e event) (err error) {
	f := o.frontier
	o.last, err = f.appendOnce(o.ctx, f.part(o.partition.n, "log"), encode(e), o.last)
	return err
}
