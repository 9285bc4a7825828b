package crawl

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/fetch"
	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
)

// worker does one turn at a time.
type worker struct {
	*crawler
	fetcher *fetch.Worker
	line    []byte // room for a record's line
}

// visit is a turn while it is worked on.
type visit struct {
	*worker
	turn      *frontier.Turn
	before    *frontier.Facts    // from the last crawl; nil if there was none
	exchanges []*record.Exchange // for the archive
	bytes     int64              // fetched
	asked     time.Time          // when the host answered last
	pause     time.Duration      // how long the host is then to be left alone
	noArchive bool               // the page asks that no copy be kept
	links     []frontier.Link    // found
}

// The reasons that outcomes are counted by; those of failed requests are package fetch's.
const (
	byRobots      = "forbidden by robots.txt"
	noRobots      = "robots.txt cannot be fetched"
	inTrap        = "trap"
	hostBudget    = "page budget of the host"
	hostDown      = "the host does not answer"
	notPage       = "no page, feed or sitemap"
	isDuplicate   = "duplicate of its canonical address"
	isNear        = "near-duplicate of another page"
	isPart        = "part of another page"
	isNoIndex     = "noindex"
	isNoArchive   = "noarchive"
	outOfScope    = "redirected out of scope"
	manyRedirects = "too many redirects"
	noLocation    = "redirected to nowhere"
	selfRedirect  = "redirected to itself"
	brokenSitemap = "broken sitemap"
	brokenFeed    = "broken feed"
	unreadable    = "not readable"
)

// statusOf is the reason that a status of HTTP is: "status 404 Not Found".
func statusOf(code int) string {
	return strings.TrimSpace(fmt.Sprint("status ", code, " ", http.StatusText(code)))
}

// givesUpAfter is how many requests to a host in a row may be refused or get no answer, with longer and longer pauses between
// them, before its addresses fail without being asked for.
const givesUpAfter = 10

// turn does what a host's turn is for: its robots.txt, if that is not known, or the address.
func (w *worker) turn(ctx context.Context, t *frontier.Turn) error {
	v := &visit{worker: w, turn: t, pause: w.pace.Delay(t.Host())}
	if ready, err := v.permitted(ctx); !ready {
		return err
	}
	if reason := w.trapsOf(t.Host()).Refuse(t.URL); reason != "" {
		w.log.Debug("an address is not fetched", "url", t.URL, "reason", reason)
		return v.skip(ctx, inTrap)
	}
	if b := w.job.Budget.PagesPerHost; b > 0 && t.HostFetched() >= b {
		return v.skip(ctx, hostBudget)
	}
	if w.pace.Failures(t.Host()) >= givesUpAfter {
		return v.fail(ctx, hostDown, 0)
	}
	var err error
	if v.before, err = t.Before(ctx); err != nil {
		return err
	}
	if ok, err := w.allowance.Take(ctx); !ok {
		t.Back(0, false)
		return cmp.Or(err, errBudget)
	}
	doc, err := v.get(ctx, t.URL, v.condition())
	if err != nil {
		return v.failed(ctx, err)
	}
	return v.answered(ctx, doc)
}

// skip settles an address that was not fetched; the host was not asked.
func (v *visit) skip(ctx context.Context, reason string) error {
	return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: reason}, nil)
}

// fail settles an address that could not be had.
func (v *visit) fail(ctx context.Context, reason string, status int) error {
	v.log.Debug("an address failed", "url", v.turn.URL, "reason", reason)
	return v.commit(ctx, frontier.Done{Outcome: frontier.Failed, Reason: reason, Status: status}, nil)
}

// commit ends the visit.
func (v *visit) commit(ctx context.Context, done frontier.Done, line []byte) error {
	if err := v.keepTraffic(); err != nil {
		return err
	}
	done.Time, done.Bytes, done.Links = time.Now().UTC(), v.bytes, v.links
	done.Pause = v.remaining().Milliseconds()
	return v.turn.Commit(ctx, done, line)
}

// keepTraffic archives what was fetched in the turn, unless the page asks that no copy be kept.
func (v *visit) keepTraffic() error {
	if v.archive == nil || v.noArchive {
		return nil
	}
	for _, x := range v.exchanges {
		if err := v.archive.Write(x); err != nil {
			return err
		}
	}
	return nil
}

// remaining is how long the host is still to be left alone. A millisecond is added for what rounding takes away.
func (v *visit) remaining() time.Duration {
	if v.asked.IsZero() {
		return 0
	}
	if left := v.pause - time.Since(v.asked); left > 0 {
		return left + time.Millisecond
	}
	return 0
}

// get fetches a document of the turn's host, when that may be asked.
func (v *visit) get(ctx context.Context, url string, header http.Header) (*record.Document, error) {
	if !wait(ctx, v.remaining()) {
		return nil, ctx.Err()
	}
	if !v.turn.Valid() {
		return nil, frontier.ErrLost
	}
	begin := time.Now()
	doc, err := v.fetcher.Get(ctx, v.request(url, header, isText))
	v.asked = time.Now()
	v.meter.Observe(v.turn.Host(), v.asked.Sub(begin))
	if err != nil {
		var e *fetch.Error
		if v.pause = v.pace.Delay(v.turn.Host()); errors.As(err, &e) && e.Silent {
			v.pause = v.pace.Failed(v.turn.Host())
		}
		return nil, err
	}
	v.bytes += int64(len(doc.Body))
	v.pause = v.pace.Answered(v.turn.Host(), doc.Status, doc.Header, v.asked.Sub(begin))
	return doc, nil
}

// request asks for a document, and keeps the exchange if the traffic is archived.
func (v *visit) request(url string, header http.Header, types func(string) bool) fetch.Request {
	r := fetch.Request{URL: url, Header: header, Types: types}
	if v.archive != nil {
		r.Exchange = func(x *record.Exchange) { v.exchanges = append(v.exchanges, x) }
	}
	return r
}

// wait waits; false says that the context ended.
func wait(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// condition asks for the page only if it is not what it was in the last crawl.
func (v *visit) condition() http.Header {
	h := make(http.Header)
	if v.before != nil {
		set(h, "If-None-Match", v.before.ETag)
		set(h, "If-Modified-Since", v.before.LastModified)
	}
	return h
}

func set(h http.Header, key, value string) {
	if value != "" {
		h.Set(key, value)
	}
}

// failed settles an address for which no answer came, or gives it back to be tried again.
func (v *visit) failed(ctx context.Context, err error) error {
	var e *fetch.Error
	switch {
	case !errors.As(err, &e):
		v.turn.Back(0, false)
		return err
	case e.Refused:
		return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: e.Reason}, nil)
	case e.Again && v.turn.Attempts()+1 < v.job.Limits.Attempts:
		v.log.Debug("an address is tried again", "url", v.turn.URL, "error", err)
		v.turn.Back(v.remaining(), true)
		return nil
	}
	return v.fail(ctx, e.Reason, 0)
}

// answered goes by the status.
func (v *visit) answered(ctx context.Context, doc *record.Document) error {
	switch s := doc.Status; {
	case s == http.StatusNotModified && v.before != nil:
		return v.commit(ctx, frontier.Done{Outcome: frontier.Unchanged, Status: s, Facts: v.before}, nil)
	case s/100 == 2:
		return v.read(ctx, doc)
	case s/100 == 3:
		return v.redirected(ctx, doc)
	case passes(s) && v.turn.Attempts()+1 < v.job.Limits.Attempts:
		v.log.Debug("an address is tried again", "url", v.turn.URL, "status", s)
		v.turn.Back(v.remaining(), true)
		return nil
	default:
		return v.fail(ctx, statusOf(s), s)
	}
}

// passes says whether a status may be another the next time.
func passes(status int) bool {
	return status >= 500 && status != http.StatusNotImplemented || status == http.StatusTooManyRequests ||
		status == http.StatusRequestTimeout || status == http.StatusTooEarly
}

// redirected puts where a redirect leads into the frontier, where it has a turn of its own: on its host, by that host's
// robots.txt and pace, and only once.
func (v *visit) redirected(ctx context.Context, doc *record.Document) error {
	location := doc.Header.Get("Location")
	base, err := address.NewBase(v.turn.URL)
	if err != nil || location == "" {
		return v.fail(ctx, noLocation, doc.Status)
	}
	to, err := base.Resolve(location)
	switch {
	case err != nil:
		return v.fail(ctx, noLocation, doc.Status)
	case to == v.turn.URL:
		return v.fail(ctx, selfRedirect, doc.Status)
	case v.turn.Redirects >= v.job.Limits.Redirects:
		return v.fail(ctx, manyRedirects, doc.Status)
	case v.scope.Check(to, v.turn.Depth) != nil:
		return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: outOfScope, Status: doc.Status}, nil)
	}
	v.links = []frontier.Link{{URL: to, Kind: v.turn.Kind, Depth: v.turn.Depth, Redirects: v.turn.Redirects + 1}}
	return v.commit(ctx, frontier.Done{Outcome: frontier.Redirected, Status: doc.Status}, nil)
}
