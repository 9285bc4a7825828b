package record

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/scholia/scholia/extract/page"
)

// Record is one article or thread as it is written: the page with all its comments, and how it was fetched. Its JSON is
// that of the page with one more field, "fetch".
type Record struct {
	page.Page
	Fetch Fetch `json:"fetch"`
}

// Fetch says where and when a record's documents were fetched.
type Fetch struct {
	URL          string    `json:"url"`                     // as asked for
	Status       int       `json:"status"`                  // of HTTP
	Time         time.Time `json:"time"`                    // of the first document
	Depth        int       `json:"depth"`                   // links from the seed, which has 0
	ETag         string    `json:"etag,omitempty"`          // as the server gave it
	LastModified string    `json:"last_modified,omitempty"` // as the server gave it
	Pages        []string  `json:"pages,omitempty"`         // further pages joined into this record, in order
	// Missing are further pages that could not be fetched or read, with the reason: the record lacks what they hold.
	Missing []Missing `json:"missing,omitempty"`
	Cut     bool      `json:"cut,omitempty"` // the body broke off before its declared end
	// Change is "changed" in a recrawl for a page that was recorded before and is not the same any more.
	Change string `json:"change,omitempty"`
	// NewComments are the ids of comments that the last record of a changed page did not have.
	NewComments []string `json:"new_comments,omitempty"`
}

// Missing is a page of a record that could not be had.
type Missing struct {
	URL    string `json:"url"`
	Reason string `json:"reason"`
}

// AppendJSON appends the record as one line of JSON, without the line's end, to buf.
func (r *Record) AppendJSON(buf []byte) ([]byte, error) {
	return r.Fetch.AppendTo(r.Page.AppendJSON(buf))
}

// AppendTo makes the JSON of a page, at the end of buf, that of its record.
func (f *Fetch) AppendTo(buf []byte) ([]byte, error) {
	fetch, err := json.Marshal(f)
	if err != nil {
		return buf, fmt.Errorf("record %s: %w", f.URL, err)
	}
	buf = append(buf[:len(buf)-1], `,"fetch":`...)
	return append(append(buf, fetch...), '}'), nil
}

// MarshalJSON writes what AppendJSON does.
func (r *Record) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil) }

// Parse reads a record's line of JSON.
func Parse(line []byte) (*Record, error) {
	r := new(Record)
	if err := json.Unmarshal(line, r); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	return r, nil
}
