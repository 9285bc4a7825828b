package frontier

import (
	"context"
	"time"
)

const (
	// commitsWaiting is how many turns may be finished and not yet in the log.
	commitsWaiting = 64
	bytesPerEvent  = 384 << 10
)

// commit writes what the turns committed, as many in a message as have come, and, when nothing comes any more, says that
// nothing is left to do.
func (o *owned) commit() error {
	if err := o.beginGeneration(); err != nil {
		return err
	}
	calm := time.NewTimer(calmBefore)
	defer calm.Stop()
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
			o.wrote(len(batch))
		case <-o.drained:
			calm.Reset(calmBefore)
		case <-calm.C:
			if err := o.tellIdle(); err != nil {
				return err
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

// wrote says that turns or documents wait no longer to be in the log.
func (o *owned) wrote(n int) {
	if o.unwritten.Add(-int64(n)) == 0 {
		signal(o.drained)
	}
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

// append writes the next message of the partition's log.
func (o *owned) append(e event) (err error) {
	f := o.frontier
	o.last, err = f.appendOnce(o.ctx, f.part(o.partition.n, "log"), encode(e), o.last)
	return err
}
