package crawl

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/fetch"
	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/politeness"
	"github.com/scholia/scholia/crawl/internal/record"
)

// robotsTries is how many requests for a robots.txt in a row may fail before the host's addresses are skipped.
const robotsTries = 3

// permitted sees to the host's robots.txt. ready says that the address may be fetched in this turn; if not, the turn has
// ended.
func (v *visit) permitted(ctx context.Context) (ready bool, err error) {
	if v.job.Politeness.IgnoreRobots {
		return true, nil
	}
	origin := address.Origin(v.turn.URL)
	rules, known := v.robots.Of(origin)
	if !known {
		if rules, err = v.fetchRobots(ctx, origin); err != nil {
			v.turn.Back(0, false)
			return false, err
		}
	}
	switch {
	case rules.Unreachable && (rules.Final || v.pace.Failures(v.turn.Host()) >= robotsTries):
		return false, v.skip(ctx, strings.TrimSuffix(noRobots+": "+rules.Why, ": "))
	case rules.Unreachable:
		v.robots.Forget(origin)
		v.turn.Back(v.pause, false)
		return false, nil
	case !rules.Allowed(v.turn.URL):
		return false, v.skip(ctx, byRobots)
	case !known:
		// The host has just been asked; the address waits for its next turn.
		v.turn.Back(v.remaining(), false)
		return false, nil
	}
	return true, nil
}

// fetchRobots gets a robots.txt, with the redirects that lead to it.
func (v *visit) fetchRobots(ctx context.Context, origin string) (*politeness.Rules, error) {
	answer, err := v.followRobots(ctx, origin+"/robots.txt")
	if err != nil {
		return nil, err
	}
	rules := v.robots.Learn(origin, answer)
	if rules.Final {
		return rules, nil
	}
	if rules.Unreachable {
		v.pause = v.pace.Failed(v.turn.Host())
		return rules, nil
	}
	v.pace.SetCrawlDelay(v.turn.Host(), rules.Delay)
	v.pause = max(v.pause, v.pace.Delay(v.turn.Host()))
	return rules, v.sitemaps(ctx, origin, rules.Sitemaps)
}

// followRobots gives what is at the end of the redirects.
func (v *visit) followRobots(ctx context.Context, url string) (politeness.Answer, error) {
	endless := politeness.Answer{Endless: true}
	for range politeness.MaxRobotsRedirects + 1 {
		if !wait(ctx, v.remaining()) {
			return politeness.Answer{}, ctx.Err()
		}
		end := v.visiting(ctx, address.Host(url))
		if !v.turn.Valid() {
			end(0)
			return politeness.Answer{}, frontier.ErrLost
		}
		doc, err := v.fetchAny(ctx, url)
		end(v.pace.Delay(address.Host(url)) + time.Millisecond)
		if err != nil {
			return unanswered(err), nil
		}
		if doc.Status/100 != 3 {
			return politeness.Answer{Document: doc}, nil
		}
		base, err := address.NewBase(url)
		if err != nil {
			return endless, nil
		}
		if url, err = base.Resolve(doc.Header.Get("Location")); err != nil {
			return endless, nil
		}
	}
	return endless, nil
}

// unanswered says why no robots.txt came.
func unanswered(err error) (a politeness.Answer) {
	var e *fetch.Error
	if errors.As(err, &e) {
		a.Why, a.Final = e.Reason, e.Refused
	}
	return a
}

// visitPatience is how long a host that a robots.txt redirects to is waited for. Two hosts that redirect to each other would wait
// for ever.
const visitPatience = 10 * time.Second

// visiting waits until a host may be asked besides its own turns; the turn's own host may. end says that it was asked.
func (v *visit) visiting(ctx context.Context, host string) (end func(pause time.Duration)) {
	nothing := func(time.Duration) {}
	if host == v.turn.Host() {
		return nothing
	}
	for begin := time.Now(); ; {
		end, pause := v.turn.Visit(host)
		if end != nil {
			return end
		}
		if time.Since(begin) > visitPatience || !wait(ctx, pause) {
			return nothing
		}
	}
}

// fetchAny gets a document of any type. Its pause is the plain delay.
func (v *visit) fetchAny(ctx context.Context, url string) (*record.Document, error) {
	doc, err := v.fetcher.Get(ctx, v.request(url, nil, nil))
	v.asked, v.pause = time.Now(), v.pace.Delay(v.turn.Host())
	return doc, err
}

// sitemaps sends the sitemaps that a robots.txt names to the frontier.
func (v *visit) sitemaps(ctx context.Context, origin string, named []string) error {
	base, err := address.NewBase(origin + "/")
	if err != nil {
		return nil
	}
	var links []frontier.Link
	for _, s := range named {
		to, err := base.Resolve(s)
		if err == nil && v.scope.Check(to, v.turn.Depth) == nil {
			links = append(links, frontier.Link{URL: to, Kind: record.Sitemap, Depth: v.turn.Depth})
		}
	}
	return v.turn.Found(ctx, links)
}
