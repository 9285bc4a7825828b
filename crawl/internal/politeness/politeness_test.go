package politeness_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl/internal/politeness"
	"github.com/scholia/scholia/crawl/internal/record"
)

func TestRules(t *testing.T) {
	tests := []struct {
		name, robots string
		allowed      []string
		forbidden    []string
		delay        time.Duration
		sitemaps     []string
	}{
		{name: "none", robots: "", allowed: []string{"/", "/a"}},
		{name: "for everybody", robots: "User-agent: *\nDisallow: /private/\nAllow: /private/open\n",
			allowed: []string{"/", "/private", "/private/open/1"}, forbidden: []string{"/private/", "/private/a"}},
		{name: "ours alone counts if it is there", robots: "User-agent: *\nDisallow: /\n\nUser-agent: Scholia\nDisallow: /x\nCrawl-delay: 2.5\n",
			allowed: []string{"/", "/a"}, forbidden: []string{"/x1"}, delay: 2500 * time.Millisecond},
		{name: "ours with a version", robots: "User-agent: scholia/2.0\nDisallow: /x\n", allowed: []string{"/y"}, forbidden: []string{"/x"}},
		{name: "a name that begins like ours", robots: "User-agent: scholiast\nDisallow: /\n", allowed: []string{"/"}},
		{name: "several groups of ours are one", robots: "User-agent: scholia\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: scholia\nDisallow: /c\n",
			allowed: []string{"/b"}, forbidden: []string{"/a", "/c"}},
		{name: "several names over one group", robots: "User-agent: other\nUser-agent: scholia\nDisallow: /a\n", forbidden: []string{"/a"}},
		{name: "ours without rules allows all", robots: "User-agent: *\nDisallow: /\nUser-agent: scholia\nDisallow:\n", allowed: []string{"/"}},
		{name: "wildcards and the longest rule", robots: "User-agent: *\nDisallow: /*?print=\nDisallow: /*.php$\nAllow: /a/*.php$\n",
			allowed: []string{"/x.php5", "/a/b.php"}, forbidden: []string{"/a?print=1", "/x.php"}},
		{name: "untidy", robots: "\ufeffuser-AGENT : *\r\nDISALLOW:/a\r\nsitemap: https://h.example/s.xml\r\n", forbidden: []string{"/a"},
			sitemaps: []string{"https://h.example/s.xml"}},
		{name: "a web page", robots: "<!DOCTYPE html><title>Not found</title><p>Disallow: /</p>", allowed: []string{"/"}},
		{name: "beyond 500 KiB", robots: "User-agent: *\nDisallow: /a\n" + strings.Repeat("# nothing\n", 60_000) + "Disallow: /b\n",
			allowed: []string{"/b"}, forbidden: []string{"/a"}},
		{name: "delay of others", robots: "User-agent: other\nCrawl-delay: 9\n\nUser-agent: *\nCrawl-delay: 1\nDisallow:\n", delay: time.Second, allowed: []string{"/"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rules := politeness.ParseRules([]byte(test.robots), "scholia")
			for _, path := range test.allowed {
				if !rules.Allowed("https://h.example" + path) {
					t.Errorf("%s is forbidden", path)
				}
			}
			for _, path := range test.forbidden {
				if rules.Allowed("https://h.example" + path) {
					t.Errorf("%s is allowed", path)
				}
			}
			if rules.Delay != test.delay {
				t.Errorf("delay %v, want %v", rules.Delay, test.delay)
			}
			if diff := cmp.Diff(test.sitemaps, rules.Sitemaps); diff != "" {
				t.Errorf("sitemaps (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnswersForRobots(t *testing.T) {
	forbids := []byte("User-agent: *\nDisallow: /\n")
	tests := []struct {
		name        string
		answer      *record.Document
		redirected  bool
		allowed     bool
		unreachable bool
	}{
		{name: "200", answer: &record.Document{Status: 200, Body: forbids}},
		{name: "404", answer: &record.Document{Status: 404, Body: forbids}, allowed: true},
		{name: "403", answer: &record.Document{Status: 403}, allowed: true},
		{name: "429", answer: &record.Document{Status: 429}, unreachable: true},
		{name: "500", answer: &record.Document{Status: 500}, unreachable: true},
		{name: "no answer", unreachable: true},
		{name: "redirects without end", redirected: true, allowed: true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			robots := politeness.NewRobots("scholia")
			defer robots.Close()
			if _, ok := robots.Of("https://h.example"); ok {
				t.Error("rules are known before they were fetched")
			}
			robots.Learn("https://h.example", politeness.Answer{Document: test.answer, Endless: test.redirected})
			rules, ok := robots.Of("https://h.example")
			if !ok || rules.Allowed("https://h.example/a") != test.allowed || rules.Unreachable != test.unreachable {
				t.Errorf("known %v, rules %+v", ok, rules)
			}
		})
	}
}

func TestPace(t *testing.T) {
	const delay = 100 * time.Millisecond
	p := politeness.NewPace(politeness.PaceOptions{Delay: delay, MaxDelay: 10 * time.Second, Throttle: true})
	defer p.Close()
	within := func(what string, got, low, high time.Duration) {
		t.Helper()
		if got < low || got > high {
			t.Errorf("%s: a pause of %v, want %v to %v", what, got, low, high)
		}
	}
	after := func(value string) http.Header { return http.Header{"Retry-After": {value}} }
	within("unknown", p.Delay("a"), delay, delay)
	within("fast", p.Answered("a", 200, nil, time.Millisecond), delay, delay)
	within("slow", p.Answered("a", 200, nil, 2*time.Second), 2*time.Second, 2*time.Second)
	within("fast again", p.Answered("a", 200, nil, 0), time.Second, time.Second)
	within("a fast error", p.Answered("a", 404, nil, 0), time.Second, time.Second)
	within("very slow", p.Answered("a", 200, nil, time.Minute), 10*time.Second, 10*time.Second)
	within("Retry-After in seconds", p.Answered("b", 429, after("7"), 0), 7*time.Second, 7*time.Second)
	within("Retry-After as a date", p.Answered("b", 503, after(time.Now().UTC().Add(time.Minute).Format(http.TimeFormat)), 0), 58*time.Second, time.Minute)
	within("Retry-After too long", p.Answered("b", 503, after("999999"), 0), politeness.MaxWait, politeness.MaxWait)
	within("Retry-After in the past", p.Answered("b", 503, after("Mon, 02 Jan 2006 15:04:05 GMT"), 0), delay, delay)
	within("first failure", p.Failed("c"), 750*time.Millisecond, 1250*time.Millisecond)
	within("second failure", p.Answered("c", 503, nil, 0), 1500*time.Millisecond, 2500*time.Millisecond)
	within("it works again", p.Answered("c", 200, nil, 0), delay, delay)
	p.SetCrawlDelay("d", 3*time.Second)
	within("Crawl-delay", p.Answered("d", 200, nil, 0), 3*time.Second, 3*time.Second)
	p.SetCrawlDelay("d", time.Hour)
	within("Crawl-delay beyond bounds", p.Delay("d"), 10*time.Second, 10*time.Second)
}

func FuzzRules(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a\nCrawl-delay: 1e300\n"), "/a")
	f.Add(bytes.Repeat([]byte("user-agent:*\nallow:/*a*a*$\n"), 10), "/aaaa")
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		rules := politeness.ParseRules(body, "scholia")
		rules.Allowed("https://h.example/" + path)
		if rules.Delay < 0 {
			t.Errorf("delay %v", rules.Delay)
		}
	})
}
