package frontier

import (
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
)

// Options say how a worker takes part in a job.
type Options struct {
	Worker string // name, different for each process
	// Lease is how long partitions stay with a worker that died; 10 s if 0.
	Lease time.Duration
	// Pause is how long a host is left alone when its partition changes hands and the log does not say how long.
	Pause time.Duration
	// Parallel is how many requests a host may be asked at a time; 1 if 0.
	Parallel int
	// EndCheck is how often a worker that has nothing to do looks whether the others have; 250 ms if 0.
	EndCheck time.Duration
	// Hold keeps the partitions from saying that nothing is left to do until Unhold: documents are still to be imported.
	Hold bool
	// Printed is called with the Print of each page in the log of a partition that this worker owns, when it is replayed and
	// after it is written, from several goroutines. It may be nil.
	Printed func(p Print, url string)
	Log     *slog.Logger // slog.Default if nil
}

// Frontier is a worker's share of a job: the partitions that it owns, and whose turn it is. It is safe for concurrent use.
type Frontier struct {
	*Log
	options Options

	mu         sync.Mutex
	partitions map[int]*owned
	agenda     agenda
	wake       chan struct{} // capacity 1: the agenda changed
	rested     chan struct{} // capacity 1: a partition has said that nothing is left to do
	turns      chan *Turn
	complete   atomic.Bool
	stopped    atomic.Bool // no more turns
	stop       chan struct{}
	held       atomic.Bool // documents are still to be imported

	texts  *otter.Cache[uint64, []Link]
	cancel context.CancelFunc
	done   sync.WaitGroup
}

// ErrLost says that a partition went over to another worker, who will do the work again.
var ErrLost = errors.New("the partition went over to another worker")

const (
	defaultLease    = 10 * time.Second
	defaultEndCheck = 250 * time.Millisecond
	// cachedText bounds the addresses whose text is kept in memory, in bytes: they are needed mostly soon after they were
	// found, and those of a message together.
	cachedText = 16 << 20
)

// Join takes part in a job until [Frontier.Close].
func Join(l *Log, o Options) (*Frontier, error) {
	o.Lease = cmp.Or(o.Lease, defaultLease)
	o.Parallel = cmp.Or(o.Parallel, 1)
	o.EndCheck = cmp.Or(o.EndCheck, defaultEndCheck)
	if o.Log == nil {
		o.Log = slog.Default()
	}
	texts, err := otter.New(&otter.Options[uint64, []Link]{MaximumWeight: cachedText, Weigher: weight})
	if err != nil {
		return nil, err
	}
	f := &Frontier{
		Log: l, options: o, partitions: make(map[int]*owned), texts: texts,
		wake: make(chan struct{}, 1), rested: make(chan struct{}, 1), turns: make(chan *Turn), stop: make(chan struct{}),
	}
	f.held.Store(o.Hold)
	l.trouble.log = o.Log
	ctx, cancel := context.WithCancel(context.Background())
	f.cancel = cancel
	leases, err := f.newLeases(ctx)
	if err != nil {
		cancel()
		return nil, err
	}
	f.done.Go(func() { leases.keep(ctx) })
	f.done.Go(func() { f.dispatch() })
	f.done.Go(func() { f.watchForEnd(ctx) })
	return f, nil
}

// weight estimates the bytes of addresses in memory.
func weight(_ uint64, links []Link) uint32 {
	n := 64
	for i := range links {
		n += 64 + len(links[i].URL)
	}
	return uint32(n)
}

// Stop ends the giving of turns; those given may be finished.
func (f *Frontier) Stop() {
	if !f.stopped.Swap(true) {
		close(f.stop)
	}
}

// Close gives back all partitions. Turns should have ended before.
func (f *Frontier) Close() {
	f.Stop()
	f.cancel()
	f.done.Wait()
	f.texts.StopAllGoroutines()
}

// Settle waits until what was committed is in the log and taken in.
func (f *Frontier) Settle() {
	for range 200 {
		if f.settled() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (f *Frontier) settled() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, o := range f.partitions {
		if o.unwritten.Load() > 0 || o.written.Load() > o.partition.applied {
			return false
		}
	}
	return true
}

// Complete says whether the whole job is done, by whomever.
func (f *Frontier) Complete() bool { return f.complete.Load() }

// Next waits for a host's turn. Its error is io.EOF when the job is complete or the frontier was stopped.
func (f *Frontier) Next(ctx context.Context) (*Turn, error) {
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case t, ok := <-f.turns:
			if !ok {
				return nil, io.EOF
			}
			if err := t.load(ctx); err != nil {
				f.options.Log.Warn("an address cannot be read from the log, it is tried again", "error", err)
				t.Back(time.Second, false)
				continue
			}
			return t, nil
		}
	}
}

// signal leaves word in a channel of capacity 1, unless word is there already.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// dispatch hands the hosts that are due to the workers, one after the other.
func (f *Frontier) dispatch() {
	defer close(f.turns)
	for !f.stopped.Load() && !f.complete.Load() {
		turn, wait := f.take(time.Now())
		if turn != nil {
			select {
			case f.turns <- turn:
			case <-f.stop:
				turn.Back(0, false)
			}
			continue
		}
		timer := time.NewTimer(wait)
		select {
		case <-f.wake:
		case <-timer.C:
		case <-f.stop:
		}
		timer.Stop()
	}
}

// longestNap bounds the dispatcher's sleep when nothing is due.
const longestNap = time.Second

// take gives the turn of the host that is due first, or how long to wait for it.
func (f *Frontier) take(now time.Time) (*Turn, time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for len(f.agenda) > 0 {
		h := f.agenda[0]
		if wait := h.due.Sub(now); wait > 0 {
			return nil, min(wait, longestNap)
		}
		f.agenda.leave(h)
		o := f.partitions[h.partition.n]
		if o == nil || o.partition != h.partition {
			continue
		}
		number, ok := h.next()
		if !ok {
			continue
		}
		h.partition.states[number] = taken
		h.running++
		h.due = now.Add(h.pause)
		f.schedule(h)
		return &Turn{frontier: f, owned: o, host: h, number: number}, 0
	}
	return nil, longestNap
}

// schedule puts a host on the agenda if it has something to fetch and may be asked.
func (f *Frontier) schedule(h *host) {
	if h.waiting() && h.running < f.options.Parallel {
		f.agenda.enter(h)
		if h.index == 0 {
			signal(f.wake)
		}
	}
}

// Counts adds up the partitions that this worker owns, and says how many they are.
func (f *Frontier) Counts() (counts Counts, partitions int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, o := range f.partitions {
		counts.Add(o.partition.counts)
	}
	return counts, len(f.partitions)
}
