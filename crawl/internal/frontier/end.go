package frontier

import (
	"context"
	"time"

	"github.com/nats-io/nats.go"
)

// calmBefore is how long nothing is to come before a partition says that nothing is left to do.
const calmBefore = 10 * time.Millisecond

// idle is what a partition says that has nothing left to do.
func (o *owned) idle() (idle, bool) {
	f, p := o.frontier, o.partition
	f.mu.Lock()
	defer f.mu.Unlock()
	if p.counts.Queued > 0 || p.generation < f.head.Generation || f.held.Load() || o.unwritten.Load() > 0 {
		return idle{}, false
	}
	var counts Counts
	counts.Add(p.counts)
	return idle{UpTo: p.applied, Generation: p.generation, Counts: counts}, p.applied > o.idleTo
}

// tellIdle says that nothing is left to do, if that is so and has not been said.
func (o *owned) tellIdle() error {
	f := o.frontier
	idle, ok := o.idle()
	if !ok {
		return nil
	}
	if _, err := f.publish(o.ctx, nats.NewMsg(f.part(o.partition.n, "idle")), encode(idle)); err != nil {
		return err
	}
	f.mu.Lock()
	o.idleTo = idle.UpTo
	f.mu.Unlock()
	signal(f.rested)
	return nil
}

// watchForEnd finds out when the whole job is done: as soon as this worker has nothing to do, and then now and then.
func (f *Frontier) watchForEnd(ctx context.Context) {
	for f.restedOr(ctx, f.options.EndCheck) {
		if !f.atRest() {
			continue
		}
		if done, _, err := f.Done(ctx); err == nil && done {
			f.complete.Store(true)
			signal(f.wake)
			return
		}
	}
}

// restedOr waits until a partition of this worker says that nothing is left to do, or for some time; false says that the
// context ended.
func (f *Frontier) restedOr(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-f.rested:
	case <-t.C:
	}
	return true
}

// atRest says whether all of this worker's partitions have said that nothing is left to do.
func (f *Frontier) atRest() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, o := range f.partitions {
		if !o.active || o.partition.applied > o.idleTo {
			return false
		}
	}
	return true
}

// Done says whether all is done in the job's generation, and adds up what was. Each partition's owner has said that it had
// nothing to do up to some place in the stream; that is so for all at once if, seen after all have said it, nobody's
// messages go beyond that place, for whoever sends an address is not done before it is sent.
func (l *Log) Done(ctx context.Context) (bool, Counts, error) {
	var counts Counts
	upTo := make([]uint64, l.head.Partitions)
	for n := range upTo {
		m, err := l.last(ctx, l.part(n, "idle"))
		if err != nil || m == nil {
			return false, counts, err
		}
		idle, err := decode[idle](m.Subject, m.Data)
		if err != nil || idle.Generation < l.head.Generation {
			return false, counts, err
		}
		upTo[n] = idle.UpTo
		counts.Add(idle.Counts)
	}
	for n, place := range upTo {
		for _, kind := range []string{"in", "log"} {
			last, err := l.lastSequence(ctx, l.part(n, kind))
			if err != nil || last > place {
				return false, counts, err
			}
		}
	}
	return true, counts, nil
}
