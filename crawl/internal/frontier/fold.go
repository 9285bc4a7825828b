package frontier

import (
	"github.com/nats-io/nats.go/jetstream"
)

// follow folds all messages of the partition, those to come too. When it has come to the one with which the ownership
// began, the partition is replayed: its hosts may be asked, and started is closed. It returns nil when the ownership ends.
func (o *owned) follow(begin uint64, started chan<- struct{}) error {
	f, p := o.frontier, o.partition
	subjects := []string{f.part(p.n, "in"), f.part(p.n, "log")}
	replayed := false
	return f.follow(o.ctx, subjects, 0, func(m jetstream.Msg, sequence uint64) error {
		e, err := decode[event](m.Subject(), m.Data())
		if err != nil {
			return err
		}
		f.tellPrints(e.Done)
		f.mu.Lock()
		defer f.mu.Unlock()
		o.fold(&e, sequence)
		if !replayed && sequence >= begin {
			replayed = true
			o.activate()
			close(started)
		}
		return nil
	})
}

// tellPrints tells by what pages are known again.
func (f *Frontier) tellPrints(done []Done) {
	if f.options.Printed == nil {
		return
	}
	for i := range done {
		if d := &done[i]; d.Print != nil {
			f.options.Printed(*d.Print, d.URL)
		}
	}
}

// fold takes in a message. It is called with the messages in the order of the stream.
func (o *owned) fold(e *event, sequence uint64) {
	p := o.partition
	if e.Generation > p.generation {
		p.renew(e.Generation, o.ready)
	}
	known := len(p.places)
	p.admit(sequence, 0, e.Links, o.ready)
	p.settle(sequence, len(e.Links), e.Done, o.ready)
	if len(p.places) > known && o.active {
		// They are about to be fetched. What is replayed waits longer.
		o.frontier.texts.Set(sequence, e.links())
	}
	p.applied = sequence
	if p.counts.Queued == 0 {
		signal(o.drained)
	}
}

// ready puts a host on the agenda that has something to fetch, unless the partition is still being replayed.
func (o *owned) ready(h *host) {
	if o.active {
		o.frontier.schedule(h)
	}
}
