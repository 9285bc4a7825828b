package frontier

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/scholia/scholia/crawl/internal/record"
)

// Link is an address on its way to be fetched.
type Link struct {
	URL       string          `json:"u"`           // normalised
	Kind      record.LinkKind `json:"k,omitempty"` // a page if empty
	Depth     int             `json:"d,omitempty"` // links from the seed
	Redirects int             `json:"r,omitempty"` // redirects in a row that led here
}

// Outcome says what became of an address.
type Outcome string

// The outcomes. Skipped and Failed come with a reason.
const (
	Stored     Outcome = "stored"     // a record was written
	Read       Outcome = "read"       // read for its links only: a listing, a sitemap, a feed
	Redirected Outcome = "redirected" // leads to another address
	Joined     Outcome = "joined"     // became part of the record of another address
	Unchanged  Outcome = "unchanged"  // the same as when it was last fetched
	Skipped    Outcome = "skipped"    // not fetched, or fetched and not wanted
	Failed     Outcome = "failed"     // could not be fetched or read
)

// Done is what became of one address.
type Done struct {
	Number  uint32    `json:"n"`           // of the address in its partition
	URL     string    `json:"u,omitempty"` // for who reads the log without knowing the numbers
	Import  string    `json:"i,omitempty"` // the address of a document that was imported; it has no number yet
	Outcome Outcome   `json:"o"`
	Reason  string    `json:"why,omitempty"`
	Status  int       `json:"s,omitempty"` // of HTTP
	Time    time.Time `json:"t"`
	Bytes   int64     `json:"b,omitempty"`   // fetched for it
	Records []uint64  `json:"rec,omitempty"` // sequences of the messages with its record
	Joined  []string  `json:"j,omitempty"`   // addresses that became part of its record
	Links   []Link    `json:"l,omitempty"`   // found on it, for hosts of its own partition
	// Pause is how long its host is to be left alone from Time on, in milliseconds; a new owner keeps to it.
	Pause int64 `json:"p,omitempty"`
	// Facts are kept for the next time that the address is fetched.
	Facts *Facts `json:"f,omitempty"`
	// Print is what the page is known again by, for whoever owns its host later.
	Print *Print `json:"pr,omitempty"`
}

// Print is what a page is known again by: hashes of its text and of its title.
type Print [2]uint64

// Facts are what is known of a page from when it was last fetched.
type Facts struct {
	ETag         string `json:"e,omitempty"`
	LastModified string `json:"m,omitempty"`
	Content      uint64 `json:"c,omitempty"` // hash of the record without what changes with each fetch
	// Records are the sequences of the messages with the last record; those of Done if that has any.
	Records []uint64 `json:"rec,omitempty"`
}

// event is a message of a partition: of its log, or, with Links alone, of the addresses that anyone sends it.
type event struct {
	Owner      string `json:"own,omitempty"` // a new owner begins
	Generation int    `json:"gen,omitempty"` // a recrawl begins: all is to be fetched again
	Links      []Link `json:"l,omitempty"`
	Done       []Done `json:"done,omitempty"`
}

// links are the addresses that a message brings, in the places that it gives them.
func (e *event) links() (all []Link) {
	all = append(all, e.Links...)
	for i := range e.Done {
		all = append(all, e.Done[i].Links...)
	}
	return all
}

// idle says that a partition has nothing left to do up to a place in the stream.
type idle struct {
	UpTo       uint64 `json:"upto"`
	Generation int    `json:"gen"`
	Counts     Counts `json:"counts"`
}

// Counts add up: Known is the sum of Outcomes and Queued.
type Counts struct {
	Known    int64            `json:"known"`
	Queued   int64            `json:"queued"`   // also those being fetched
	Outcomes map[string]int64 `json:"outcomes"` // by outcome, or "outcome: reason"
	Bytes    int64            `json:"bytes"`
}

// Key is the name under which an outcome is counted.
func Key(o Outcome, reason string) string {
	if reason == "" {
		return string(o)
	}
	return string(o) + ": " + reason
}

// Add adds the counts of another partition.
func (c *Counts) Add(other Counts) {
	c.Known += other.Known
	c.Queued += other.Queued
	c.Bytes += other.Bytes
	if c.Outcomes == nil {
		c.Outcomes = make(map[string]int64)
	}
	for k, n := range other.Outcomes {
		c.Outcomes[k] += n
	}
}

func decode[T any](subject string, data []byte) (T, error) {
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		return v, fmt.Errorf("frontier: a message of %s cannot be read: %w", subject, err)
	}
	return v, nil
}

func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // the types above have nothing that JSON cannot say
	}
	return b
}
