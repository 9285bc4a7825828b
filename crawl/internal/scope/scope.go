// Package scope says which addresses belong to a crawl, and notices traps: parts of a site that lead on without end
// and hold nothing to read.
package scope

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/scholia/scholia/crawl/internal/address"
)

// Reach is how far from its seeds a crawl goes.
type Reach string

// The reaches of a crawl.
const (
	Host     Reach = "host"     // the hosts of the seeds, with and without "www."
	Domain   Reach = "domain"   // their registrable domains, with all that are below
	Prefix   Reach = "prefix"   // addresses that begin like a seed up to its last slash
	Anywhere Reach = "anywhere" // everything that is linked
)

// Rules say what belongs to a crawl. An address belongs to it if it is in reach of a seed, matches one of Include, if
// there are any, and none of Exclude. Seeds belong to it in any case, unless excluded.
type Rules struct {
	Seeds []string // normalised
	Reach Reach    // "" stands for Host
	// Include and Exclude are regular expressions (RE2) that are looked for anywhere in the normalised address.
	Include, Exclude []string
	// Depth is how many links a page may be away from a seed; negative sets no bound.
	Depth int
}

// Scope decides about addresses. It is safe for concurrent use.
type Scope struct {
	seeds            map[string]bool
	reach            Reach
	within           map[string]bool // hosts or domains
	prefixes         []string
	include, exclude []*regexp.Regexp
	depth            int
}

// New makes a scope of rules. The error names the pattern, the reach or the seed that cannot be used.
func New(r Rules) (*Scope, error) {
	s := &Scope{seeds: map[string]bool{}, reach: r.Reach, within: map[string]bool{}, depth: r.Depth}
	if s.reach == "" {
		s.reach = Host
	}
	for _, seed := range r.Seeds {
		if err := s.add(seed); err != nil {
			return nil, err
		}
	}
	var err error
	if s.include, err = compile(r.Include); err != nil {
		return nil, err
	}
	s.exclude, err = compile(r.Exclude)
	return s, err
}

func compile(patterns []string) ([]*regexp.Regexp, error) {
	var all []*regexp.Regexp
	for _, p := range patterns {
		expression, err := regexp.Compile(p)
		if err != nil {
			return nil, fmt.Errorf("the pattern %q is no regular expression: %w", p, err)
		}
		all = append(all, expression)
	}
	return all, nil
}

// add takes a seed and what is in its reach.
func (s *Scope) add(seed string) error {
	if u, err := url.Parse(seed); err != nil || u.Host == "" {
		return fmt.Errorf("the seed %q is no address: give it with http:// or https://", seed)
	}
	s.seeds[seed] = true
	switch s.reach {
	case Host:
		s.within[bareHost(seed)] = true
	case Domain:
		s.within[address.Domain(seed)] = true
	case Prefix:
		path, _, _ := strings.Cut(address.Path(seed), "?")
		s.prefixes = append(s.prefixes, address.Origin(seed)+path[:strings.LastIndexByte(path, '/')+1])
	case Anywhere:
	default:
		return fmt.Errorf("there is no reach %q: give one of host, domain, prefix, anywhere", s.reach)
	}
	return nil
}

// bareHost is the host of an address, without the "www." that many sites answer to with and without.
func bareHost(normalised string) string {
	return strings.TrimPrefix(address.Host(normalised), "www.")
}

// Reasons for which an address does not belong to a crawl.
var (
	ErrReach    = errors.New("out of reach of the seeds")
	ErrExcluded = errors.New("excluded by a pattern")
	ErrIncluded = errors.New("included by no pattern")
	ErrDepth    = errors.New("too many links away from the seeds")
	ErrShape    = errors.New("an address like those of traps")
)

// Check is nil if a normalised address so many links away from a seed belongs to the crawl, else the reason why it
// does not.
func (s *Scope) Check(normalised string, depth int) error {
	switch {
	case matches(s.exclude, normalised):
		return ErrExcluded
	case s.seeds[normalised]:
		return nil
	case !s.reaches(normalised):
		return ErrReach
	case s.depth >= 0 && depth > s.depth:
		return ErrDepth
	case len(s.include) > 0 && !matches(s.include, normalised):
		return ErrIncluded
	case misshapen(normalised):
		return ErrShape
	}
	return nil
}

func matches(patterns []*regexp.Regexp, normalised string) bool {
	for _, p := range patterns {
		if p.MatchString(normalised) {
			return true
		}
	}
	return false
}

func (s *Scope) reaches(normalised string) bool {
	switch s.reach {
	case Host:
		return s.within[bareHost(normalised)]
	case Domain:
		return s.within[address.Domain(normalised)]
	case Prefix:
		for _, p := range s.prefixes {
			if strings.HasPrefix(normalised, p) {
				return true
			}
		}
		return false
	}
	return true
}
