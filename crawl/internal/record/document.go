// Package record holds what passes between the rooms of a crawl: a document as it was fetched, the addresses found in it,
// the record that is written for it, and the interfaces of what documents come from and records go to.
package record

import (
	"fmt"
	"net/http"
	"time"
)

// Document is a page as it was fetched from the web or read from an archive or a folder.
type Document struct {
	URL      string // as asked for, normalised; the file of a page of a folder
	FinalURL string // against which its links are resolved; "" for a page of a folder, whose address is not known
	Status   int    // of HTTP; 200 for a file of a folder
	Header   http.Header
	Body     []byte    // decompressed
	Time     time.Time // when it was fetched or saved
	// Cut says that the body broke off before its declared end; what came is in Body.
	Cut bool
}

// Damage is what is wrong with a document of a source, or with a file that cannot be read any further.
type Damage struct {
	File   string
	Record int    // number of the document's record in an archive, from 1; 0 if it is about the file
	URL    string // of the document, normalised; "" if that is not known
	Err    error
}

// Error names the file.
func (d *Damage) Error() string { return d.File + ": " + d.Err.Error() }

// Unwrap gives what is wrong.
func (d *Damage) Unwrap() error { return d.Err }

// Address is what the document is listed by: its address, or its place.
func (d *Damage) Address() string {
	switch {
	case d.URL != "":
		return d.URL
	case d.Record > 0:
		return fmt.Sprintf("%s#record-%d", d.File, d.Record)
	}
	return d.File
}

// Exchange is one request with its answer, as an archive keeps it. A fetch that is redirected has several.
type Exchange struct {
	URL        string
	Method     string
	Request    http.Header
	Status     int
	StatusText string // "200 OK"
	Response   http.Header
	Body       []byte // as transferred: compressed if Content-Encoding says so, without the chunks of HTTP/1.1
	Time       time.Time
	RemoteAddr string // address of the server, without port; "" if unknown
}

// Link is an address found in a document.
type Link struct {
	URL  string
	Kind LinkKind
}

// LinkKind says how what stands at an address is to be read.
type LinkKind string

// The kinds of link.
const (
	Page    LinkKind = "page"
	Sitemap LinkKind = "sitemap"
	Feed    LinkKind = "feed"
)
