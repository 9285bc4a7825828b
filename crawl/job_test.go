package crawl

import "testing"

// Where a job's state and its list of outcomes are kept, unless it says so itself.
func TestStateOfAJob(t *testing.T) {
	for _, test := range []struct {
		job             Job
		state, outcomes string
	}{
		{Job{Output: "out.jsonl"}, "out.jsonl.state", "out.jsonl.state/outcomes.jsonl"},
		{Job{Output: "pages/"}, "pages/.state", "pages/.state/outcomes.jsonl"},
		{Job{Output: "-"}, "stdout.state", "stdout.state/outcomes.jsonl"},
		{Job{Output: "-", NATS: "nats://n1:4222"}, "stdout.state", "stdout.outcomes.jsonl"},
		{Job{Output: "pages/", NATS: "nats://n1:4222"}, "pages/.state", "pages.outcomes.jsonl"},
		{Job{Output: "out.jsonl", State: "keep", Outcomes: "rest.jsonl"}, "keep", "rest.jsonl"},
	} {
		if j := withDefaults(test.job); j.State != test.state || j.Outcomes != test.outcomes {
			t.Errorf("%+v: state %s, outcomes %s, want %s and %s", test.job, j.State, j.Outcomes, test.state, test.outcomes)
		}
	}
}
