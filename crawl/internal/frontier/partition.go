package frontier

import (
	"slices"
	"sort"
	"time"

	"github.com/scholia/scholia/crawl/internal/address"
)

// partition is the fold of a partition's messages. All but replay happens under the frontier's mutex.
type partition struct {
	n    int
	seen *seenSet

	// By number of the address.
	places   []uint16 // its place among the addresses of its message
	hostIDs  []uint32 // in hosts
	states   []state  // what is known of it
	outcomes []uint64 // sequence of the message with its last outcome; 0 if none
	attempts map[uint32]uint8

	// claims are hashes of addresses that are read in the turn of another address of this process.
	claims map[uint64]bool

	messages []message // those that brought addresses, in order
	hosts    []*host
	byName   map[string]uint32

	applied    uint64 // sequence of the last message folded in
	generation int
	counts     Counts
}

// state of an address.
type state uint8

const (
	queued   state = iota
	taken          // by a worker of this process; of no concern to the log
	settled        // done in this generation, without a record
	recorded       // done in this generation, with a record
	joined         // part of another address's record, for good
	imported       // done with a document that was not fetched, for good
)

// message is a message of the stream that brought new addresses.
type message struct {
	sequence uint64
	first    uint32 // number of its first new address
}

// noPlace stands for the place of an address that never has to be read again.
const noPlace = 1<<16 - 1

func newPartition(n int, key []byte) *partition {
	return &partition{
		n: n, seen: newSeenSet(key), attempts: make(map[uint32]uint8), claims: make(map[uint64]bool), byName: make(map[string]uint32),
		generation: 1, counts: Counts{Outcomes: make(map[string]int64)},
	}
}

// admit takes in the addresses of a message, of which the first has the given place, and calls ready with the host of each
// that is new.
func (p *partition) admit(sequence uint64, place int, links []Link, ready func(*host)) {
	for i, link := range links {
		hash := p.seen.hash(link.URL)
		if _, ok := p.seen.find(hash); ok {
			continue
		}
		number := p.register(hash, link.URL, place+i, queued)
		if k := len(p.messages); k == 0 || p.messages[k-1].sequence != sequence {
			p.messages = append(p.messages, message{sequence, number})
		}
		p.counts.Queued++
		if p.claims[hash] {
			p.states[number] = taken
			continue
		}
		h := p.hosts[p.hostIDs[number]]
		h.queue.push(number)
		ready(h)
	}
}

// register gives an address the next number.
func (p *partition) register(hash uint64, url string, place int, s state) uint32 {
	number := uint32(len(p.places))
	p.seen.add(hash, number)
	p.places = append(p.places, uint16(place))
	p.hostIDs = append(p.hostIDs, p.host(address.Host(url)))
	p.states = append(p.states, s)
	p.outcomes = append(p.outcomes, 0)
	p.counts.Known++
	return number
}

// number is that of an address, if it was seen.
func (p *partition) number(url string) (number uint32, known bool) {
	return p.seen.find(p.seen.hash(url))
}

func (p *partition) host(name string) uint32 {
	id, ok := p.byName[name]
	if !ok {
		id = uint32(len(p.hosts))
		p.hosts = append(p.hosts, &host{name: name, partition: p, index: -1})
		p.byName[name] = id
	}
	return id
}

// settle takes in what became of addresses. The first link found on one has the given place in the message.
func (p *partition) settle(sequence uint64, place int, done []Done, ready func(*host)) {
	for i := range done {
		d := &done[i]
		if d.Import != "" {
			p.take(d, sequence)
			for _, url := range d.Joined {
				p.join(url, sequence)
			}
			continue
		}
		p.counts.Bytes += d.Bytes
		delete(p.attempts, d.Number)
		// What became part of a record while it was fetched on its own has been counted.
		if s := p.states[d.Number]; s == queued || s == taken {
			p.counts.Queued--
			p.counts.Outcomes[Key(d.Outcome, d.Reason)]++
			p.states[d.Number], p.outcomes[d.Number] = settled, sequence
			if len(d.Records) > 0 || d.Outcome == Unchanged {
				p.states[d.Number] = recorded
			}
		}
		h := p.hosts[p.hostIDs[d.Number]]
		h.pause = time.Duration(d.Pause) * time.Millisecond
		if d.Status != 0 {
			h.fetched++
		}
		for _, url := range d.Joined {
			p.join(url, sequence)
		}
		p.admit(sequence, place, d.Links, ready)
		place += len(d.Links)
	}
}

// take takes in what became of an imported document.
func (p *partition) take(d *Done, sequence uint64) {
	hash := p.seen.hash(d.Import)
	delete(p.claims, hash)
	if _, known := p.seen.find(hash); known {
		return
	}
	number := p.register(hash, d.Import, noPlace, imported)
	p.outcomes[number] = sequence
	p.counts.Outcomes[Key(d.Outcome, d.Reason)]++
	p.counts.Bytes += d.Bytes
}

// join takes in that an address became part of a record. One that was done on its own before stays as it was counted.
func (p *partition) join(url string, sequence uint64) {
	hash := p.seen.hash(url)
	delete(p.claims, hash)
	number, known := p.seen.find(hash)
	if !known {
		number = p.register(hash, url, noPlace, joined)
	} else if s := p.states[number]; s != queued && s != taken {
		return
	} else {
		p.counts.Queued--
	}
	p.states[number], p.outcomes[number] = joined, sequence
	p.counts.Outcomes[string(Joined)]++
}

// claim takes an address out of the queue, also before it gets there.
func (p *partition) claim(url string) bool {
	hash := p.seen.hash(url)
	number, known := p.seen.find(hash)
	if p.claims[hash] || known && p.states[number] != queued && p.states[number] != joined {
		return false
	}
	p.claims[hash] = true
	if known && p.states[number] == queued {
		p.states[number] = taken
	}
	return true
}

// unclaim gives addresses back, but for those that the log will say were joined.
func (p *partition) unclaim(urls, joined []string) {
	for _, url := range urls {
		if slices.Contains(joined, url) {
			continue
		}
		hash := p.seen.hash(url)
		delete(p.claims, hash)
		if number, known := p.seen.find(hash); known && p.states[number] == taken {
			p.states[number] = queued
			h := p.hosts[p.hostIDs[number]]
			h.again = append(h.again, number)
		}
	}
}

// renew takes in that a recrawl begins: all that was done but what is part of other records is to be done again.
func (p *partition) renew(generation int, ready func(*host)) {
	p.generation = generation
	p.counts.Bytes = 0
	clear(p.counts.Outcomes)
	for _, h := range p.hosts {
		h.fetched = 0
	}
	for number, s := range p.states {
		switch s {
		case settled, recorded:
			p.states[number] = queued
			p.counts.Queued++
			h := p.hosts[p.hostIDs[number]]
			h.queue.push(uint32(number))
			ready(h)
		case joined:
			p.counts.Outcomes[string(Joined)]++
		case imported:
			p.counts.Outcomes[Key(Unchanged, "imported")]++
		}
	}
}

// source tells which message holds the text of an address, and its place there.
func (p *partition) source(number uint32) (sequence uint64, place int) {
	i := sort.Search(len(p.messages), func(i int) bool { return p.messages[i].first > number })
	return p.messages[i-1].sequence, int(p.places[number])
}
