package extract

import (
	"fmt"
	"io"
	"net/url"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/rules"
)

// Rules say where the parts of a conversation stand on the pages of some sites, for what no program can guess. They
// may be used by any number of goroutines.
type Rules struct{ set *rules.Set }

// ReadRules reads rules: a YAML list of CSS selectors, as docs/rules.md describes it. Its error names every line that is
// wrong, and says what to write instead.
func ReadRules(r io.Reader) (*Rules, error) {
	set, err := rules.Read(r)
	if err != nil {
		return nil, fmt.Errorf("extract: rules: %w", err)
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
func (o options) applying(x *dom.Index, base *url.URL) []*rules.Rule {
	host := ""
	if u := address(o.url); u != nil && u.Host != "" {
		host = u.Hostname()
	} else if base != nil {
		host = base.Hostname()
	}
	var list []*rules.Rule
	for _, set := range o.rules {
		list = append(list, set.Applying(x, host)...)
	}
	if !o.withoutPlatforms {
		list = append(list, rules.Platforms().Applying(x, host)...)
	}
	return list
}
