// Package politeness says what a crawler may ask a host for, and when: the host's robots.txt, and a pace that follows what
// it asks for and how fast it answers.
package politeness

import (
	"strconv"
	"strings"
	"time"

	"github.com/jimsmart/grobotstxt"
)

// MaxRobotsBytes is how much of a robots.txt is read (RFC 9309, section 2.5: at least 500 KiB).
const MaxRobotsBytes = 500 << 10

// Rules are what a host's robots.txt says to one crawler.
type Rules struct {
	// Delay is its Crawl-delay; 0 if it gives none.
	Delay time.Duration
	// Sitemaps are the addresses of sitemaps that it names.
	Sitemaps []string
	// Unreachable says that the host gave no robots.txt and did not say that there is none: all is forbidden for now
	// (RFC 9309, section 2.3.1.4).
	Unreachable bool
	// Why is the reason for which it is unreachable, "" if that is not known; Final says that it is of no use to ask again.
	Why   string
	Final bool

	agent string
	group string // the rules for this crawler alone, as robots.txt for anybody; "" allows all
}

// ParseRules reads what a robots.txt says to the crawler with this product token. What is beyond MaxRobotsBytes does not
// count.
func ParseRules(body []byte, agent string) *Rules {
	if len(body) > MaxRobotsBytes {
		body = body[:MaxRobotsBytes]
		if end := strings.LastIndexByte(string(body), '\n'); end >= 0 {
			body = body[:end]
		}
	}
	g := &groups{agent: agent}
	grobotstxt.Parse(string(body), g)
	of := &g.all
	if g.addressed {
		of = &g.own
	}
	return &Rules{Delay: of.delay, Sitemaps: g.sitemaps, agent: agent, group: of.rules.String()}
}

// Allowed says whether a normalised address of the host may be fetched. robots.txt itself always may.
func (r *Rules) Allowed(url string) bool {
	if r.Unreachable {
		return false
	}
	return r.group == "" || grobotstxt.AgentAllowed(r.group, r.agent, url)
}

// size is about what the rules take in memory.
func (r *Rules) size() uint32 {
	n := 256 + len(r.group)
	for _, s := range r.Sitemaps {
		n += len(s)
	}
	return uint32(n)
}

// groups gathers, while a robots.txt is parsed, the lines that are for one crawler, so that what is kept and matched is small.
// Which group counts is as in RFC 9309, section 2.2.1: all that name the crawler, else all that are for everybody.
type groups struct {
	agent         string
	own, all      group
	addressed     bool // some group names the crawler
	toUs, toAll   bool // the group being read
	rulesHaveCome bool // in the group being read
	sitemaps      []string
}

type group struct {
	rules strings.Builder
	delay time.Duration
}

// HandleRobotsStart is for the parser.
func (g *groups) HandleRobotsStart() {}

// HandleRobotsEnd is for the parser.
func (g *groups) HandleRobotsEnd() {}

// HandleUserAgent is for the parser.
func (g *groups) HandleUserAgent(_ int, value string) {
	if g.rulesHaveCome {
		g.toUs, g.toAll, g.rulesHaveCome = false, false, false
	}
	name := value[:productToken(value)]
	switch {
	case name == "*" || strings.HasPrefix(value, "* "):
		g.toAll = true
	case strings.EqualFold(name, g.agent):
		g.toUs, g.addressed = true, true
	}
}

// productToken is how many bytes at the beginning belong to a product token, as the matcher has it.
func productToken(s string) int {
	for i, r := range s {
		if r > '~' || r <= ' ' || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r) {
			return i
		}
	}
	return len(s)
}

// HandleAllow is for the parser.
func (g *groups) HandleAllow(_ int, value string) { g.rule("allow", value) }

// HandleDisallow is for the parser.
func (g *groups) HandleDisallow(_ int, value string) { g.rule("disallow", value) }

func (g *groups) rule(verb, value string) {
	g.rulesHaveCome = true
	if to := g.current(); to != nil {
		if to.rules.Len() == 0 {
			to.rules.WriteString("user-agent: *\n")
		}
		to.rules.WriteString(verb + ": " + value + "\n")
	}
}

// current is whom the group being read is for; nil if that is others alone.
func (g *groups) current() *group {
	switch {
	case g.toUs:
		return &g.own
	case g.toAll:
		return &g.all
	}
	return nil
}

// HandleSitemap is for the parser.
func (g *groups) HandleSitemap(_ int, value string) { g.sitemaps = append(g.sitemaps, value) }

// HandleUnknownAction is for the parser. Crawl-delay is no part of RFC 9309; it counts seconds.
func (g *groups) HandleUnknownAction(_ int, action, value string) {
	if !strings.EqualFold(action, "crawl-delay") {
		return
	}
	seconds, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if to := g.current(); to != nil && err == nil && seconds > 0 {
		to.delay = time.Duration(min(seconds, maxSeconds) * float64(time.Second))
	}
}

// maxSeconds keeps durations that hosts give within bounds.
const maxSeconds = 1e6
