package frontier

import (
	"context"
	"time"

	"github.com/scholia/scholia/crawl/internal/address"
)

// Import is leave to commit a document that was not fetched but read from an archive or a folder.
type Import struct {
	frontier *Frontier
	owned    *owned
	url      string
}

// Ready waits until all partitions have owners and those of this worker are replayed, so that Import knows what was done.
func (f *Frontier) Ready(ctx context.Context) error {
	for {
		f.mu.Lock()
		ready := len(f.partitions) == f.head.Partitions
		for _, o := range f.partitions {
			ready = ready && o.active
		}
		f.mu.Unlock()
		if ready {
			return nil
		}
		if !sleep(ctx, 20*time.Millisecond) {
			return ctx.Err()
		}
	}
}

// Import takes the document of an address; nil if that is known already, or is for another worker.
func (f *Frontier) Import(url string) *Import {
	f.mu.Lock()
	defer f.mu.Unlock()
	o := f.partitions[f.partitionOf(address.Host(url))]
	if o == nil || !o.active {
		return nil
	}
	hash := o.partition.seen.hash(url)
	if _, known := o.partition.seen.find(hash); known || o.partition.claims[hash] {
		return nil
	}
	o.partition.claims[hash] = true
	o.unwritten.Add(1)
	return &Import{f, o, url}
}

// Commit says what became of the document, as that of a Turn.
func (i *Import) Commit(ctx context.Context, done Done, line []byte) (err error) {
	done.Import = i.url
	if line != nil {
		if done.Records, err = i.frontier.putRecord(ctx, i.owned.partition.n, line); err != nil {
			return err
		}
	}
	return i.owned.send(ctx, done)
}

// Join says that the document became part of another one of its host, whose Commit names it in Joined.
func (i *Import) Join() { i.owned.wrote(1) }

// Back gives the document back, to be taken in another run.
func (i *Import) Back() {
	i.frontier.mu.Lock()
	delete(i.owned.partition.claims, i.owned.partition.seen.hash(i.url))
	i.frontier.mu.Unlock()
	i.owned.wrote(1)
}

// Unhold ends what Options.Hold began.
func (f *Frontier) Unhold() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.held.Store(false)
	for _, o := range f.partitions {
		signal(o.drained)
	}
}
