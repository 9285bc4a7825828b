package politeness

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/maypok86/otter/v2"
)

// Bounds of pauses.
const (
	firstBackOff   = time.Second
	longestBackOff = 5 * time.Minute
	// MaxWait is the longest that a host is left alone for its own sake, whatever it asks for.
	MaxWait = time.Hour
)

// PaceOptions say how fast hosts are asked.
type PaceOptions struct {
	// Delay is the least time between the end of one request to a host and the beginning of the next.
	Delay time.Duration
	// MaxDelay bounds what the throttle makes of Delay, and of Crawl-delay.
	MaxDelay time.Duration
	// Throttle makes the delay follow the time that a host takes to answer, as Scrapy's AutoThrottle does with a target
	// concurrency of 1.
	Throttle bool
}

// Pace remembers how fast each host is asked. It is safe for concurrent use.
type Pace struct {
	options PaceOptions
	mu      sync.Mutex
	hosts   *otter.Cache[string, *hostPace]
}

// hostPace is the pace of a host.
type hostPace struct {
	delay    time.Duration // what the throttle made of the latencies
	crawl    time.Duration // Crawl-delay
	failures int           // in a row
}

// NewPace knows no host yet.
func NewPace(o PaceOptions) *Pace {
	return &Pace{options: o, hosts: otter.Must(&otter.Options[string, *hostPace]{
		MaximumSize: maxHosts, ExpiryCalculator: otter.ExpiryAccessing[string, *hostPace](robotsAge),
	})}
}

// Close ends what runs for the cache.
func (p *Pace) Close() { p.hosts.StopAllGoroutines() }

// SetCrawlDelay takes in the Crawl-delay of a host.
func (p *Pace) SetCrawlDelay(host string, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.of(host).crawl = min(d, max(p.options.MaxDelay, p.options.Delay))
}

// Delay is how long a host is to be left alone after a request that went well.
func (p *Pace) Delay(host string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.of(host).pause(p.options)
}

// Answered takes in that a host answered so after a time, and gives how long it is to be left alone now.
func (p *Pace) Answered(host string, status int, header http.Header, latency time.Duration) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	h := p.of(host)
	if p.options.Throttle {
		h.throttle(status, latency, p.options)
	}
	if !overloaded(status) {
		h.failures = 0
		return h.pause(p.options)
	}
	h.failures++
	if asked, ok := retryAfter(header, time.Now()); ok {
		return max(asked, h.pause(p.options))
	}
	return h.backOff(p.options)
}

// Failed takes in that a host did not answer, and gives how long it is to be left alone now.
func (p *Pace) Failed(host string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	h := p.of(host)
	h.failures++
	return h.backOff(p.options)
}

// Failures is how many requests to a host in a row have failed or been refused.
func (p *Pace) Failures(host string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.of(host).failures
}

func (p *Pace) of(host string) *hostPace {
	h, ok := p.hosts.GetIfPresent(host)
	if !ok {
		h = &hostPace{delay: p.options.Delay}
		p.hosts.Set(host, h)
	}
	return h
}

func (h *hostPace) pause(o PaceOptions) time.Duration { return max(h.delay, h.crawl, o.Delay) }

// throttle moves the delay half way towards the latency, at once if that is longer; an answer that is an error may come
// fast and says nothing of how busy the host is.
func (h *hostPace) throttle(status int, latency time.Duration, o PaceOptions) {
	next := max(latency, (h.delay+latency)/2)
	next = max(o.Delay, min(next, max(o.MaxDelay, o.Delay)))
	if status >= 400 && next < h.delay {
		return
	}
	h.delay = next
}

// backOff doubles with each failure in a row, give or take a quarter, so that hosts that failed together are not asked again
// together.
func (h *hostPace) backOff(o PaceOptions) time.Duration {
	wait := max(firstBackOff, h.pause(o)) << min(h.failures-1, 12)
	wait = min(wait, longestBackOff)
	return max(h.pause(o), wait*3/4+rand.N(wait/2))
}

// overloaded says whether a status asks for patience with the whole host.
func overloaded(status int) bool {
	return status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable
}

// retryAfter reads the header Retry-After: seconds or a date (RFC 9110, section 10.2.3).
func retryAfter(h http.Header, now time.Time) (wait time.Duration, ok bool) {
	value := h.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, MaxWait), true
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(0, min(date.Sub(now), MaxWait)), true
	}
	return 0, false
}
