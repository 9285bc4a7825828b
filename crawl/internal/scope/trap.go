package scope

import (
	"fmt"
	"hash/maphash"
	"maps"
	"strings"
	"sync"
)

// From how many fruitless pages in a row on a part of a site is taken for a trap. A page is fruitless if it gave no
// record and all its links lead either further into the same part or to where an earlier page of the part led: a
// calendar leads to more calendar and to the front page, a list of articles leads to other articles than the list
// before it.
const (
	fruitlessOfShape  = 50  // pages whose addresses differ only in numbers and values
	fruitlessOfBranch = 150 // pages below one first segment of the path
)

// Bounds of what is remembered of a host: parts that are watched, and where each of them leads.
const (
	maxParts   = 2000
	maxTargets = 5000
)

// Traps watches one host. It is safe for concurrent use. What it knows follows from what it was told, so that a crawl
// that goes on after a stop can tell it again.
type Traps struct {
	mu    sync.Mutex
	seed  maphash.Seed
	parts map[part]*tally
}

// part is a part of a site: all addresses of a shape, or all below a branch.
type part struct {
	name   string
	branch bool
}

// tally is what came of the pages of a part.
type tally struct {
	fruitless int    // in a row
	refused   int    // addresses since it was taken for a trap
	said      uint64 // hash of what the last record said, numbers left out; 0 before the first
	targets   map[uint64]struct{}
}

// NewTraps watches a host of which nothing is known yet.
func NewTraps() *Traps { return &Traps{seed: maphash.MakeSeed(), parts: map[part]*tally{}} }

// bound is from how many fruitless pages on the part is a trap.
func (p part) bound() int {
	if p.branch {
		return fruitlessOfBranch
	}
	return fruitlessOfShape
}

// holds tells whether an address lies in the part.
func (p part) holds(normalised string) bool {
	if p.branch {
		return branch(normalised) == p.name
	}
	return shape(normalised) == p.name
}

// String names the part to a person.
func (p part) String() string {
	if p.branch {
		return p.name + "…"
	}
	return p.name
}

// partsOf are the parts in which an address lies: its shape, and its branch if it has one.
func partsOf(normalised string) []part {
	parts := []part{{name: shape(normalised)}}
	if b := branch(normalised); b != "/" {
		parts = append(parts, part{b, true})
	}
	return parts
}

// Refuse gives the reason why an address of the host is not to be fetched: it lies in a part of the site that has
// shown to be a trap. "" lets it pass.
func (t *Traps) Refuse(normalised string) (reason string) {
	parts := partsOf(normalised)
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, p := range parts {
		if n := t.parts[p]; n != nil && n.fruitless >= p.bound() {
			n.refused++
			return fmt.Sprintf("trap: %d pages in a row like %s led to nothing", n.fruitless, p)
		}
	}
	return ""
}

// Repeats tells whether the record of a page says, but for numbers, what the last one of the same shape of address said: the
// days of a calendar on which nothing happens. It remembers what this one says. Pages without text, which may be of pictures, repeat
// nothing.
func (t *Traps) Repeats(normalised, text string) bool {
	if text == "" {
		return false
	}
	said := t.wordsOf(text)
	t.mu.Lock()
	defer t.mu.Unlock()
	p := part{name: shape(normalised)}
	n := t.parts[p]
	if n == nil {
		if n = t.watch(p); n == nil {
			return false
		}
	}
	before := n.said
	n.said = said
	return before == said
}

// wordsOf is a hash of a text without its digits, never 0.
func (t *Traps) wordsOf(text string) uint64 {
	var h maphash.Hash
	h.SetSeed(t.seed)
	for word := range strings.FieldsFuncSeq(text, isDigit) {
		_, _ = h.WriteString(word) // never fails
	}
	return max(h.Sum64(), 1)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// Learn tells what came of a page that was fetched: whether it gave a record that is none like another's, and its
// links, normalised.
func (t *Traps) Learn(normalised string, record bool, links []string) {
	parts := partsOf(normalised)
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, p := range parts {
		n := t.parts[p]
		if record {
			if n != nil {
				n.fruitless = 0
			}
			continue
		}
		if n == nil {
			if n = t.watch(p); n == nil {
				continue
			}
		}
		if n.leadsOn(t.seed, p, links) {
			n.fruitless = 0
		} else {
			n.fruitless++
		}
	}
}

// watch begins to count a part; nil if there are too many. Parts that bore fruit last make room.
func (t *Traps) watch(p part) *tally {
	if len(t.parts) >= maxParts {
		maps.DeleteFunc(t.parts, func(_ part, n *tally) bool { return n.fruitless <= 1 })
	}
	if len(t.parts) >= maxParts {
		return nil
	}
	n := &tally{targets: map[uint64]struct{}{}}
	t.parts[p] = n
	return n
}

// leadsOn tells whether one of the links leads out of the part to where no earlier one led.
func (n *tally) leadsOn(seed maphash.Seed, p part, links []string) bool {
	found := false
	for _, l := range links {
		h := maphash.String(seed, l)
		if _, known := n.targets[h]; known || p.holds(l) {
			continue
		}
		found = true
		if len(n.targets) < maxTargets {
			n.targets[h] = struct{}{}
		}
	}
	return found
}

// Report names the parts of the host that were taken for traps, with how many addresses were refused for it.
func (t *Traps) Report() map[string]int {
	t.mu.Lock()
	defer t.mu.Unlock()
	found := map[string]int{}
	for p, n := range t.parts {
		if n.fruitless >= p.bound() {
			found[p.String()] = n.refused
		}
	}
	return found
}
