package frontier

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
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
	drained   chan struct{}   // capacity 1: perhaps nothing is left to do
	idleTo    uint64          // what its last idle message says. Under the frontier's mutex
	ctx       context.Context // ends with the ownership
	cancel    context.CancelFunc
	ended     chan struct{}
}

// valid says whether the lease still runs.
func (o *owned) valid() bool { return time.Now().UnixNano() < o.until.Load() && o.ctx.Err() == nil }

// own begins the ownership of a partition whose lease was got.
func (f *Frontier) own(n int, until time.Time) *owned {
	o := &owned{
		frontier: f, partition: newPartition(n, f.head.Key), commits: make(chan Done, commitsWaiting),
		drained: make(chan struct{}, 1), ended: make(chan struct{}),
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
	err = o.follow(begin, started)
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
	signal(f.wake)
}
