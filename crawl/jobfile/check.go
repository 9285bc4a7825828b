package jobfile

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// reaches and kinds are the values that a job knows by name.
var (
	reaches = []string{"", "host", "domain", "prefix", "anywhere"}
	kinds   = []string{"article", "thread", "documentation", "listing", "product", "collection", "service", "other"}
	name    = regexp.MustCompile(`^[A-Za-z0-9_-]*$`)
)

// Check says what in a job cannot be, all of it at once; nil if it can be done.
func (j *Job) Check() error {
	var all []error
	wrong := func(is bool, format string, args ...any) {
		if is {
			all = append(all, fmt.Errorf(format, args...))
		}
	}
	wrong(len(j.Seeds)+len(j.Lists)+len(j.Sources) == 0, "there is nothing to crawl: give seeds, lists or sources")
	wrong(!name.MatchString(j.Name), "the name %q has other characters than letters, digits, - and _", j.Name)
	wrong(!slices.Contains(reaches, j.Scope.Reach), "there is no reach %q: give one of %s", j.Scope.Reach, strings.Join(reaches[1:], ", "))
	wrong(j.Outcomes != "" && filepath.Ext(j.Outcomes) != ".jsonl", "the outcomes are JSON Lines: give a name that ends in .jsonl instead of %q", j.Outcomes)
	wrong(!isContact(j.Politeness.Contact), "the contact %q is no address: write it with https:// or mailto:", j.Politeness.Contact)
	for _, k := range j.Kinds {
		wrong(!slices.Contains(kinds, k), "there is no kind of page %q: give some of %s", k, strings.Join(kinds, ", "))
	}
	for _, p := range slices.Concat(j.Scope.Include, j.Scope.Exclude) {
		_, err := regexp.Compile(p)
		wrong(err != nil, "the pattern %q is no regular expression: %w", p, err)
	}
	for _, n := range j.numbers() {
		wrong(n.value < 0, "%s is negative", n.name)
	}
	if len(all) == 0 {
		return nil
	}
	words := make([]string, len(all))
	for i, err := range all {
		words[i] = err.Error()
	}
	return errors.New(strings.Join(words, "; "))
}

// isContact tells whether somebody can be reached there; nobody need be.
func isContact(s string) bool {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return false
	case u.Scheme == "mailto":
		return u.Opaque != ""
	}
	return s == "" || u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
}

// number is a number of a job by the name that it has in its file.
type number struct {
	name  string
	value int64
}

// numbers are those of a job, none of which may be negative.
func (j *Job) numbers() []number {
	p, l := j.Politeness, j.Limits
	all := []number{
		{"replicas", int64(j.Replicas)}, {"workers", int64(j.Workers)}, {"budget.pages", j.Budget.Pages},
		{"budget.pages_per_host", int64(j.Budget.PagesPerHost)}, {"budget.time", int64(j.Budget.Time)},
		{"politeness.max_delay", int64(p.MaxDelay)}, {"politeness.parallel", int64(p.Parallel)}, {"limits.body", l.Body},
		{"limits.decompressed", l.Decompressed}, {"limits.header", l.Header}, {"limits.time", int64(l.Time)},
		{"limits.redirects", int64(l.Redirects)}, {"limits.parts", int64(l.Parts)}, {"limits.attempts", int64(l.Attempts)},
	}
	if p.Delay != nil {
		all = append(all, number{"politeness.delay", int64(*p.Delay)})
	}
	if j.Scope.Depth != nil {
		all = append(all, number{"scope.depth", int64(*j.Scope.Depth)})
	}
	return all
}
