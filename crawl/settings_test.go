package crawl

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Those who take part in a job on other machines read it with its rules from the log.
func TestSettingsAreSharedWithTheirRules(t *testing.T) {
	want := settings{Job{Name: "blogs", Seeds: []string{"https://a.example/"}, Workers: 3}, []ruleText{{"a.yaml", "- site: a.example\n  unit: div\n"}}}
	var got settings
	if err := json.Unmarshal(want.encode(), &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the settings (-want +got):\n%s", d)
	}
	if options, err := apply(got.RuleTexts); err != nil || len(options) != 1 {
		t.Errorf("%d options, %v", len(options), err)
	}
}
