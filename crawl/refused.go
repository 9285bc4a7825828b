package crawl

import (
	"errors"
	"slices"
	"sync"
)

// errFile is the reason for which links to what is no page by its name are not followed.
var errFile = errors.New("to files that are no pages")

// Refused says of how many links one thing is true.
type Refused struct {
	Links int64
	Named []string // the first of them
}

// refusedNamed is how many links of a reason are named.
const refusedNamed = 3

// refusals counts links by the reason why they are not followed.
type refusals struct {
	mu  sync.Mutex
	all map[string]*Refused
}

func (r *refusals) count(reason error, url string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil {
		r.all = make(map[string]*Refused)
	}
	of := r.all[reason.Error()]
	if of == nil {
		of = new(Refused)
		r.all[reason.Error()] = of
	}
	of.Links++
	if len(of.Named) < refusedNamed && !slices.Contains(of.Named, url) {
		of.Named = append(of.Named, url)
	}
}

func (r *refusals) copied() map[string]Refused {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := make(map[string]Refused)
	for reason, of := range r.all {
		all[reason] = Refused{of.Links, slices.Clone(of.Named)}
	}
	return all
}
