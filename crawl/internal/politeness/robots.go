package politeness

import (
	"time"

	"github.com/maypok86/otter/v2"

	"github.com/scholia/scholia/crawl/internal/record"
)

// Bounds of what is remembered of hosts.
const (
	maxRobotsMemory = 32 << 20 // bytes of rules
	maxHosts        = 200_000  // with a pace of their own
	// robotsAge is how long a robots.txt counts (RFC 9309, section 2.4: not more than 24 hours).
	robotsAge = 24 * time.Hour
	// unreachableAge is after how long an unreachable one is asked for again.
	unreachableAge = 30 * time.Second
)

// MaxRobotsRedirects is how many redirects lead to a robots.txt before it is taken for missing (RFC 9309, section 2.3.1.2).
const MaxRobotsRedirects = 5

// Robots remembers the rules of hosts, by origin ("https://blog.example"). It is safe for concurrent use.
type Robots struct {
	agent string
	cache *otter.Cache[string, *Rules]
}

// NewRobots remembers nothing yet. agent is the crawler's product token, "scholia".
func NewRobots(agent string) *Robots {
	return &Robots{agent, otter.Must(&otter.Options[string, *Rules]{
		MaximumWeight: maxRobotsMemory,
		Weigher:       func(origin string, r *Rules) uint32 { return uint32(len(origin)) + r.size() },
		ExpiryCalculator: otter.ExpiryWritingFunc(func(e otter.Entry[string, *Rules]) time.Duration {
			if e.Value.Unreachable {
				return unreachableAge
			}
			return robotsAge
		}),
	})}
}

// Of gives the rules of an origin; ok is false if its robots.txt has to be fetched.
func (r *Robots) Of(origin string) (rules *Rules, ok bool) { return r.cache.GetIfPresent(origin) }

// Answer is what a request for a robots.txt gave, all redirects followed.
type Answer struct {
	Document *record.Document // nil if none came
	Endless  bool             // its redirects have no end within bounds
	Why      string           // of no document, if it is known: the reason
	Final    bool             // of no document: it is of no use to ask again
}

// Learn takes in what a request for an origin's robots.txt gave.
func (r *Robots) Learn(origin string, a Answer) *Rules {
	rules := &Rules{agent: r.agent}
	switch doc := a.Document; {
	case doc == nil && !a.Endless:
		rules.Unreachable, rules.Why, rules.Final = true, a.Why, a.Final
	case doc == nil || doc.Status >= 300 && doc.Status < 400:
	case doc.Status == 429 || doc.Status >= 500:
		rules.Unreachable = true
	case doc.Status < 300:
		rules = ParseRules(doc.Body, r.agent)
	}
	r.cache.Set(origin, rules)
	return rules
}

// Forget makes the robots.txt of an origin be fetched again.
func (r *Robots) Forget(origin string) { r.cache.Invalidate(origin) }

// Close ends what runs for the cache.
func (r *Robots) Close() { r.cache.StopAllGoroutines() }
