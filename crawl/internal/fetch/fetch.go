// Package fetch gets documents over HTTP with colly, one at a time for each worker and within limits, and only from
// addresses of the public internet.
package fetch

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/scholia/scholia/crawl/internal/record"
)

// Limits bound what one request may cost. Zero values stand for the defaults.
type Limits struct {
	Body         int64         // bytes as transferred; 10 MiB
	Decompressed int64         // bytes of the body when decompressed; 20 MiB
	Header       int64         // bytes of the answer's header; 64 KiB
	Time         time.Duration // from the beginning to the last byte; 30 s
}

// Options say how documents are fetched.
type Options struct {
	Agent  string // the header User-Agent
	Limits Limits
	// AllowPrivate lets all addresses of the machine and of private networks be fetched.
	AllowPrivate bool
	// AllowHosts are hosts, with port if it is not the scheme's own, that may have such addresses.
	AllowHosts []string
	// Parallel is how many connections to a host are kept.
	Parallel int
}

// Client is shared by the workers, and so are its connections.
type Client struct {
	options   Options
	transport *http.Transport
}

// New makes a client.
func New(o Options) *Client {
	o.Limits = o.Limits.orDefaults()
	return &Client{options: o, transport: newTransport(o)}
}

func (l Limits) orDefaults() Limits {
	or := func(n *int64, value int64) {
		if *n <= 0 {
			*n = value
		}
	}
	or(&l.Body, 10<<20)
	or(&l.Decompressed, 20<<20)
	or(&l.Header, 64<<10)
	if l.Time <= 0 {
		l.Time = 30 * time.Second
	}
	return l
}

// Close ends the connections that are kept.
func (c *Client) Close() { c.transport.CloseIdleConnections() }

// Worker fetches one document at a time. It has a collector of its own, in which all that colly does by itself (its memory
// of visited pages, its robots.txt, its limits and redirects) is off: the frontier and the politeness rooms do that.
type Worker struct {
	client    *Client
	collector *colly.Collector
}

// Worker makes a worker.
func (c *Client) Worker() *Worker {
	collector := colly.NewCollector(
		colly.AllowURLRevisit(), colly.ParseHTTPErrorResponse(), colly.UserAgent(c.options.Agent), colly.MaxBodySize(0))
	collector.IgnoreRobotsTxt = true
	collector.DisableCookies()
	collector.SetRequestTimeout(0) // the exchange has a deadline of its own, which counts the body too
	collector.SetRedirectHandler(func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse })
	collector.WithTransport(c)
	return &Worker{c, collector}
}

// Request is what to fetch.
type Request struct {
	URL    string
	Header http.Header // besides User-Agent, Accept and Accept-Encoding
	// Types says whether a body of this media type ("text/html") is wanted; nil wants all.
	Types func(mediaType string) bool
	// Exchange is given the request with its answer as transferred, if it is set.
	Exchange func(*record.Exchange)
}

// Get fetches a document. A status that is no success is no error; redirects are not followed. Its error is an *[Error].
func (w *Worker) Get(ctx context.Context, r Request) (*record.Document, error) {
	ctx, cancel := context.WithTimeout(ctx, w.client.options.Limits.Time)
	defer cancel()
	x := &exchange{request: r, client: w.client}
	w.collector.Context = context.WithValue(ctx, exchangeKey{}, x)
	header := r.Header.Clone()
	if header == nil {
		header = make(http.Header)
	}
	header.Set("User-Agent", w.client.options.Agent)
	header.Set("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1")
	header.Set("Accept-Encoding", "gzip")
	err := w.collector.Request(http.MethodGet, r.URL, nil, nil, header)
	if x.err == nil && x.document != nil {
		return x.document, nil
	}
	e := newError(r.URL, cmp.Or(x.err, err))
	e.Silent = x.document == nil && e.Again && e.Reason != brokenAnswer
	return nil, e
}
