package frontier

import (
	"context"

	"github.com/nats-io/nats.go"

	"github.com/scholia/scholia/crawl/internal/address"
)

// Bounds of a message of addresses, well below the payload that a NATS server takes by default (1 MiB).
const (
	linksPerMessage = 1000
	bytesPerMessage = 256 << 10
)

// Adder collects addresses into messages for their partitions. It is for one goroutine.
type Adder struct {
	log     *Log
	waiting map[int]*load
}

// load is what waits to be sent to a partition.
type load struct {
	links []Link
	bytes int
}

// Adder starts collecting.
func (l *Log) Adder() *Adder { return &Adder{log: l, waiting: make(map[int]*load)} }

// Add takes an address, and sends those of its partition when they fill a message.
func (a *Adder) Add(ctx context.Context, link Link) error {
	n := a.log.partitionOf(address.Host(link.URL))
	w := a.waiting[n]
	if w == nil {
		w = new(load)
		a.waiting[n] = w
	}
	w.links = append(w.links, link)
	w.bytes += len(link.URL) + 32
	if len(w.links) < linksPerMessage && w.bytes < bytesPerMessage {
		return nil
	}
	return a.send(ctx, n, w)
}

// Flush sends all that waits.
func (a *Adder) Flush(ctx context.Context) error {
	for n, w := range a.waiting {
		if err := a.send(ctx, n, w); err != nil {
			return err
		}
	}
	return nil
}

func (a *Adder) send(ctx context.Context, n int, w *load) error {
	if len(w.links) == 0 {
		return nil
	}
	_, err := a.log.publish(ctx, nats.NewMsg(a.log.part(n, "in")), encode(event{Links: w.links}))
	w.links, w.bytes = w.links[:0], 0
	return err
}
