package crawl

import (
	"cmp"
	"path/filepath"
	"strings"
	"time"

	"github.com/scholia/scholia/crawl/internal/sink"
	"github.com/scholia/scholia/crawl/jobfile"
	"github.com/scholia/scholia/extract/page"
)

// Job is what to crawl and how; package jobfile has its fields.
type Job = jobfile.Job

// Version is the crawler's version, which is part of its user agent.
var Version = "dev"

// product is the crawler's name in robots.txt and in robots directives (RFC 9309, section 2.2.1).
const product = "scholia"

// home is where those who find the crawler in their logs can read about it.
const home = "https://github.com/scholia/scholia"

// agent is the header User-Agent.
func agent(contact string) string {
	return product + "/" + Version + " (+" + cmp.Or(contact, home) + ")"
}

const (
	defaultName     = "crawl"
	defaultDelay    = time.Second
	defaultMaxDelay = time.Minute
	defaultWorkers  = 32
	defaultParts    = 100
	defaultAttempts = 4
	defaultRedirect = 5
)

// outcomesName is the name of the list of outcomes in the folder of the state.
const outcomesName = "outcomes.jsonl"

var defaultKinds = []string{string(page.Article), string(page.Thread), string(page.Documentation)}

// withDefaults fills in what a job leaves open.
func withDefaults(j Job) Job {
	j.Name = cmp.Or(j.Name, defaultName)
	output := j.Output
	if output == sink.Stdout {
		output = "stdout" // no command likes a file whose name begins with a hyphen
	}
	j.State = cmp.Or(j.State, output+".state")
	if j.Outcomes == "" {
		j.Outcomes = filepath.Join(j.State, outcomesName)
		if j.NATS != "" {
			j.Outcomes = strings.TrimRight(output, "/") + "." + outcomesName
		}
	}
	j.Workers = cmp.Or(j.Workers, defaultWorkers)
	if j.Politeness.Delay == nil {
		d := jobfile.Duration(defaultDelay)
		j.Politeness.Delay = &d
	}
	j.Politeness.MaxDelay = cmp.Or(j.Politeness.MaxDelay, jobfile.Duration(defaultMaxDelay))
	j.Politeness.Parallel = cmp.Or(j.Politeness.Parallel, 1)
	j.Limits.Parts = cmp.Or(j.Limits.Parts, defaultParts)
	j.Limits.Attempts = cmp.Or(j.Limits.Attempts, defaultAttempts)
	j.Limits.Redirects = cmp.Or(j.Limits.Redirects, defaultRedirect)
	if j.Kinds == nil {
		j.Kinds = defaultKinds
	}
	return j
}

// Duration is a time span of a job.
type Duration = jobfile.Duration

// ReadJob reads a job from a YAML file as docs/job.schema.json describes it. The error names the file and what in it cannot be.
func ReadJob(name string) (Job, error) { return jobfile.Read(name) }

// IsJobFile tells by its ending whether a name is that of a job's file rather than a seed.
func IsJobFile(name string) bool { return jobfile.IsFile(name) }
