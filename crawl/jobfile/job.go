// Package jobfile says what a crawl job is, and reads jobs that are kept in files.
package jobfile

import (
	"fmt"
	"time"
)

// Job is what to crawl and how. The zero value of a field stands for its default.
type Job struct {
	// Name tells jobs apart that share a state or a cluster: letters, digits, - and _. "crawl" by default.
	Name string `yaml:"name" json:"name,omitempty"`

	// Seeds are the addresses to begin at.
	Seeds []string `yaml:"seeds" json:"seeds,omitempty"`
	// Lists are files with an address on each line, or sitemaps, or feeds; "-" is the standard input. All their addresses are
	// fetched; links are followed only within the scope of Seeds.
	Lists []string `yaml:"lists" json:"lists,omitempty"`
	// Sources are WARC or WET files and folders of saved pages, which are read instead of the web.
	Sources []string `yaml:"sources" json:"sources,omitempty"`

	// Output is where records go, by its ending: .jsonl, .jsonl.zst, .parquet, or a folder for Markdown (a / at its end); "-" is
	// the standard output.
	Output string `yaml:"output" json:"output,omitempty"`
	// Outcomes is a file (.jsonl) that says what became of each address which has no record of its own; outcomes.jsonl in State
	// by default, or beside Output with a cluster.
	Outcomes string `yaml:"outcomes" json:"-"`
	// WARC is a folder in which the traffic is archived; "" archives nothing.
	WARC string `yaml:"warc" json:"warc,omitempty"`

	// State is the folder in which the crawl keeps what it knows; Output with ".state" at its end by default, "stdout.state" for
	// the standard output.
	State string `yaml:"state" json:"-"`
	// NATS is the address of a cluster that keeps it instead.
	NATS string `yaml:"nats" json:"-"`
	// Replicas is how many servers of the cluster keep each message; 1 by default.
	Replicas int `yaml:"replicas" json:"replicas,omitempty"`

	Scope      Scope      `yaml:"scope" json:"scope"`
	Budget     Budget     `yaml:"budget" json:"budget"`
	Politeness Politeness `yaml:"politeness" json:"politeness"`
	Limits     Limits     `yaml:"limits" json:"limits"`

	// Kinds are the kinds of page that are recorded (see docs/page.schema.json); article, thread and documentation by
	// default. Pages of other kinds are recorded if they have comments.
	Kinds []string `yaml:"kinds" json:"kinds,omitempty"`
	// Rules are files that say where the comments of some sites stand (see docs/rules.md).
	Rules []string `yaml:"rules" json:"-"`
	// KeepDuplicates records pages also if they say what another one said.
	KeepDuplicates bool `yaml:"keep_duplicates" json:"keep_duplicates,omitempty"`
	// Workers is how many pages are worked on at a time; 32 by default.
	Workers int `yaml:"workers" json:"workers,omitempty"`
	// AllowPrivate lets addresses of the machine and of private networks be fetched. Hosts of seeds may have such
	// addresses in any case.
	AllowPrivate bool `yaml:"allow_private" json:"allow_private,omitempty"`
}

// Scope says which addresses belong to the crawl.
type Scope struct {
	// Reach is how far from the seeds it goes: host (with and without www., the default), domain, prefix or anywhere.
	Reach string `yaml:"reach" json:"reach,omitempty"`
	// Include and Exclude are regular expressions that are looked for in addresses.
	Include []string `yaml:"include" json:"include,omitempty"`
	Exclude []string `yaml:"exclude" json:"exclude,omitempty"`
	// Depth is how many links a page may be away from a seed; no bound if it is null.
	Depth *int `yaml:"depth" json:"depth,omitempty"`
}

// Budget ends a crawl early; it can be taken up again with a larger one. 0 sets no bound.
type Budget struct {
	Pages        int64    `yaml:"pages" json:"pages,omitempty"`                   // fetched in one run, by all processes together
	PagesPerHost int      `yaml:"pages_per_host" json:"pages_per_host,omitempty"` // fetched
	Time         Duration `yaml:"time" json:"time,omitempty"`                     // of one run
}

// Politeness says how hosts are treated.
type Politeness struct {
	// Contact is an address, of the web or of mail, under which the operator of the crawl can be reached; it is part of
	// the user agent.
	Contact string `yaml:"contact" json:"contact,omitempty"`
	// Delay is the least time between two requests to a host; 1s by default, "0s" for none.
	Delay *Duration `yaml:"delay" json:"delay,omitempty"`
	// MaxDelay bounds the delay that the throttle or a Crawl-delay may ask for; 60s by default.
	MaxDelay Duration `yaml:"max_delay" json:"max_delay,omitempty"`
	// Parallel is how many requests a host is asked at a time; 1 by default.
	Parallel int `yaml:"parallel" json:"parallel,omitempty"`
	// NoThrottle keeps the delay from growing with the time that a host takes to answer.
	NoThrottle bool `yaml:"no_throttle" json:"no_throttle,omitempty"`
	// IgnoreRobots fetches what robots.txt forbids. For your own hosts.
	IgnoreRobots bool `yaml:"ignore_robots" json:"ignore_robots,omitempty"`
	// IgnoreDirectives follows nofollow, and records pages with noindex and noarchive.
	IgnoreDirectives bool `yaml:"ignore_directives" json:"ignore_directives,omitempty"`
}

// Limits bound what one page may cost.
type Limits struct {
	Body         int64    `yaml:"body" json:"body,omitempty"`                 // bytes as transferred; 10 MiB by default
	Decompressed int64    `yaml:"decompressed" json:"decompressed,omitempty"` // bytes when decompressed; 20 MiB by default
	Header       int64    `yaml:"header" json:"header,omitempty"`             // bytes of the answer's header; 64 KiB by default
	Time         Duration `yaml:"time" json:"time,omitempty"`                 // of one request; 30s by default
	Redirects    int      `yaml:"redirects" json:"redirects,omitempty"`       // in a row; 5 by default
	Parts        int      `yaml:"parts" json:"parts,omitempty"`               // pages that are joined into one record; 100 by default
	Attempts     int      `yaml:"attempts" json:"attempts,omitempty"`         // requests for a page that fails for the time being; 4 by default
}

// Duration is a time span, written "90s", "1h30m".
type Duration time.Duration

// UnmarshalText reads a time span.
func (d *Duration) UnmarshalText(text []byte) error {
	v, err := time.ParseDuration(string(text))
	if err != nil {
		return fmt.Errorf("%q is no time span: write 500ms, 90s or 1h30m", text)
	}
	*d = Duration(v)
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (d Duration) MarshalText() ([]byte, error) { return []byte(time.Duration(d).String()), nil }
