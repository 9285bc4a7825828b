package frontier

import (
	"context"
	"time"
)

// endCheck is how often a worker that has nothing to do looks whether the others have.
const endCheck = 250 * time.Millisecond

// watchForEnd finds out when the whole job is done.
func (f *Frontier) watchForEnd(ctx context.Context) {
	for sleep(ctx, endCheck) {
		if !f.atRest() {
			continue
		}
		if done, _, err := f.Done(ctx); err == nil && done {
			f.complete.Store(true)
			f.nudge()
			return
		}
	}
}

// atRest says whether this worker has nothing to do.
func (f *Frontier) atRest() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, o := range f.partitions {
		if !o.active || o.partition.counts.Queued > 0 {
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
