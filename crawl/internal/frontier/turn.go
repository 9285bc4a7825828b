package frontier

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/scholia/scholia/crawl/internal/address"
)

// Turn is a worker's leave to ask a host for one address. The worker ends it with Commit or Back.
type Turn struct {
	Link
	frontier *Frontier
	owned    *owned
	host     *host
	number   uint32
	claims   []string // addresses that this turn reads besides its own
	released bool
}

// Host is whom politeness is owed to: name and, if it is not the scheme's own, port.
func (t *Turn) Host() string { return t.host.name }

// Valid says whether this worker may still ask the host: its lease has not ended.
func (t *Turn) Valid() bool { return t.owned.valid() }

// Attempts is how many times the address was given back as tried, by this process.
func (t *Turn) Attempts() int {
	t.frontier.mu.Lock()
	defer t.frontier.mu.Unlock()
	return int(t.owned.partition.attempts[t.number])
}

// load reads the address.
func (t *Turn) load(ctx context.Context) error {
	f := t.frontier
	f.mu.Lock()
	sequence, place := t.owned.partition.source(t.number)
	f.mu.Unlock()
	links, err := f.links(ctx, sequence)
	if err != nil {
		return err
	}
	if place >= len(links) {
		return fmt.Errorf("message %d has no address %d", sequence, place)
	}
	t.Link = links[place]
	return nil
}

// release says that the host is not being asked any more and may be asked again after a pause.
func (t *Turn) release(pause time.Duration) {
	if !t.released {
		t.released = true
		t.owned.leave(t.host, pause)
	}
}

// Visit asks for leave to ask another host once, because this one redirects there. It gives the function that ends the visit
// with a pause, or, if the host is being asked or is to be left alone, how long to wait before asking for leave again. A
// host of another worker may be asked at once, for its turns are not known here.
func (t *Turn) Visit(host string) (end func(pause time.Duration), wait time.Duration) {
	f := t.frontier
	f.mu.Lock()
	defer f.mu.Unlock()
	o := f.partitions[f.partitionOf(host)]
	if o == nil {
		return func(time.Duration) {}, 0
	}
	h := o.partition.hosts[o.partition.host(host)]
	if wait := time.Until(h.due); wait > 0 || h.running >= f.options.Parallel {
		return nil, max(wait, firstWait)
	}
	if h.running++; h.running >= f.options.Parallel {
		f.agenda.leave(h)
	}
	return func(pause time.Duration) {
		f.mu.Lock()
		defer f.mu.Unlock()
		o.leave(h, pause)
	}, 0
}

// leave says that a host is not being asked any more by one who had leave, and may be asked again after a pause.
func (o *owned) leave(h *host, pause time.Duration) {
	h.running--
	h.pause = pause
	if due := time.Now().Add(pause); due.After(h.due) || h.running == 0 {
		h.due = due
	}
	if o.active {
		o.frontier.schedule(h)
	}
}

// Back gives the address back, to be fetched when the host's turn comes again after the pause. One that was tried waits
// until the host's others have had theirs, and the attempt is counted.
func (t *Turn) Back(pause time.Duration, tried bool) {
	f := t.frontier
	f.mu.Lock()
	defer f.mu.Unlock()
	p := t.owned.partition
	if p.states[t.number] == taken {
		p.states[t.number] = queued
		if tried {
			p.attempts[t.number]++
			t.host.queue.push(t.number)
		} else {
			t.host.again = append(t.host.again, t.number)
		}
	}
	p.unclaim(t.claims, nil)
	t.release(pause)
	if t.owned.active {
		f.schedule(t.host)
	}
}

// Claim takes another address of the same host to be read in this turn, so that nobody fetches it on its own, and says
// whether it was free. It goes back to the queue if the turn ends and Commit does not name it in Joined.
func (t *Turn) Claim(url string) bool {
	f := t.frontier
	f.mu.Lock()
	defer f.mu.Unlock()
	if address.Host(url) != t.host.name || !t.owned.partition.claim(url) {
		return false
	}
	t.claims = append(t.claims, url)
	return true
}

// Recorded says whether another address of the same host has a record or is part of one.
func (t *Turn) Recorded(url string) bool {
	f := t.frontier
	f.mu.Lock()
	defer f.mu.Unlock()
	p := t.owned.partition
	number, known := p.number(url)
	return known && number != t.number && (p.states[number] == recorded || p.states[number] == joined)
}

// HostFetched is how many addresses of the host were fetched.
func (t *Turn) HostFetched() int {
	t.frontier.mu.Lock()
	defer t.frontier.mu.Unlock()
	return t.host.fetched
}

// Before gives what is known of the page from when it was last fetched in an earlier crawl, nil if it was not.
func (t *Turn) Before(ctx context.Context) (*Facts, error) {
	f := t.frontier
	f.mu.Lock()
	sequence := t.owned.partition.outcomes[t.number]
	f.mu.Unlock()
	if sequence == 0 {
		return nil, nil
	}
	e, err := f.event(ctx, sequence)
	if err != nil {
		return nil, err
	}
	for _, d := range e.Done {
		if d.Number == t.number && d.Facts != nil {
			if len(d.Records) > 0 {
				d.Facts.Records = d.Records
			}
			return d.Facts, nil
		}
	}
	return nil, nil
}

// Found sends addresses ahead of the Commit, for documents that have too many for one message.
func (t *Turn) Found(ctx context.Context, links []Link) error {
	a := t.frontier.Adder()
	for _, link := range links {
		if err := a.Add(ctx, link); err != nil {
			return err
		}
	}
	return a.Flush(ctx)
}

// Commit says what became of the address: its record's line, nil if it has none, and all else in done. It returns when
// the record and the addresses for others are written; the event that makes them count follows, or the turn is done
// again by whoever owns the host then.
func (t *Turn) Commit(ctx context.Context, done Done, line []byte) (err error) {
	done.Number, done.URL = t.number, t.URL
	// What was read in this turn although it was done on its own before keeps the outcome that it has.
	done.Joined = slices.DeleteFunc(slices.Clone(done.Joined), func(url string) bool { return !slices.Contains(t.claims, url) })
	if line != nil {
		if done.Records, err = t.frontier.putRecord(ctx, t.owned.partition.n, line); err != nil {
			return err
		}
	}
	if done.Links, err = t.forward(ctx, done.Links); err != nil {
		return err
	}
	t.owned.unwritten.Add(1)
	t.frontier.mu.Lock()
	t.owned.partition.unclaim(t.claims, done.Joined)
	t.release(time.Duration(done.Pause) * time.Millisecond)
	t.frontier.mu.Unlock()
	return t.owned.send(ctx, done)
}

// forward sends the addresses of other partitions, and what is too much for the event, and gives the rest that are new.
func (t *Turn) forward(ctx context.Context, links []Link) (own []Link, err error) {
	f := t.frontier
	a := f.Adder()
	size := 0
	for _, link := range links {
		host := address.Host(link.URL)
		n := f.partitionOf(host)
		if known := f.knows(n, link.URL); known {
			continue
		}
		if n == t.owned.partition.n && size+len(link.URL) < bytesPerMessage/2 && len(own) < linksPerMessage {
			own = append(own, link)
			size += len(link.URL) + 32
			continue
		}
		if err := a.Add(ctx, link); err != nil {
			return nil, err
		}
	}
	return own, a.Flush(ctx)
}

// knows says whether this worker owns the partition and has seen the address.
func (f *Frontier) knows(n int, url string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	o := f.partitions[n]
	if o == nil {
		return false
	}
	_, known := o.partition.number(url)
	return known
}

// event reads a message of the log.
func (f *Frontier) event(ctx context.Context, sequence uint64) (event, error) {
	m, err := f.get(ctx, sequence)
	if err != nil {
		return event{}, err
	}
	return decode[event](m.Subject, m.Data)
}

// links reads the addresses of a message.
func (f *Frontier) links(ctx context.Context, sequence uint64) ([]Link, error) {
	if links, ok := f.texts.GetIfPresent(sequence); ok {
		return links, nil
	}
	e, err := f.event(ctx, sequence)
	if err != nil {
		return nil, err
	}
	links := e.links()
	f.texts.Set(sequence, links)
	return links, nil
}
