package extract

import (
	"io"
	"net/url"
	"slices"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/rules"
)

// Rules say where the parts of a conversation stand on the pages of some sites, for what no program can guess. They
// may be used by any number of goroutines.
type Rules struct{ set *rules.Set }

// ReadRules reads rules: a YAML list of CSS selectors, as docs/rules.md describes it. Its error names every line that is
// wrong and says what to write instead; it does not know the file's name.
func ReadRules(r io.Reader) (*Rules, error) {
	set, err := rules.Read(r)
	if err != nil {
		return nil, err
	}
	return &Rules{set}, nil
}

// WithRules adds rules. They are tried before the table of platforms that is built in, in the order in which they were
// given; the first that finds comments on a page is used.
func WithRules(r *Rules) Option {
	return func(o *options) {
		if r != nil {
			o.rules = append(o.rules, r.set)
		}
	}
}

// WithoutPlatforms leaves the table of platforms out: pages are read by the general method, and by rules that were
// given.
func WithoutPlatforms() Option { return func(o *options) { o.withoutPlatforms = true } }

// applying are the rules that apply to the page x, which came from the address given, or says that its base is.
func (o options) applying(x *dom.Index, base *url.URL, log *explain.Log) []*rules.Rule {
	host := ""
	if u := address(o.url); u != nil && u.Host != "" {
		host = u.Hostname()
	} else if base != nil {
		host = base.Hostname()
	}
	var list []*rules.Rule
	for _, set := range o.rules {
		list = append(list, set.Applying(x, host)...)
		explainRules(log, set, list, host)
	}
	if !o.withoutPlatforms {
		platforms := rules.Platforms().Applying(x, host)
		if len(platforms) == 0 {
			log.Add("thread", "platforms", "none", "the page has the mark of no platform that is known")
		}
		list = append(list, platforms...)
	}
	return list
}

// explainRules says why rules that were given do not apply.
func explainRules(log *explain.Log, set *rules.Set, applying []*rules.Rule, host string) {
	if !log.On() {
		return
	}
	for _, r := range set.Rules() {
		switch {
		case slices.Contains(applying, r):
		case !r.IsFor(host):
			log.Add("thread", "rule of "+r.Name(), "rejected", "the page is from %q", host)
		default:
			log.Add("thread", "rule of "+r.Name(), "rejected", "nothing matches its condition %s", r.When)
		}
	}
}
