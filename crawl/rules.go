package crawl

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/scholia/scholia/extract"
)

// settings are a job as the log keeps it for all who work on it. Rules are there as texts: other machines do not have the
// files.
type settings struct {
	Job
	RuleTexts []ruleText `json:"rule_texts,omitempty"`
}

// ruleText is a file of rules (docs/rules.md).
type ruleText struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

func (s settings) encode() json.RawMessage {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a Job has nothing that JSON cannot say
	}
	return b
}

// readRules reads files of rules. The error names the file, and the lines in it that are wrong.
func readRules(names []string) (texts []ruleText, err error) {
	for _, name := range names {
		b, err := os.ReadFile(name)
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		if err != nil {
			return nil, fmt.Errorf("rules %s: %w", name, err)
		}
		texts = append(texts, ruleText{name, string(b)})
	}
	return texts, nil
}

// apply makes rules options of extraction.
func apply(texts []ruleText) (options []extract.Option, err error) {
	for _, t := range texts {
		rules, err := extract.ReadRules(strings.NewReader(t.Text))
		if err != nil {
			return nil, fmt.Errorf("rules %s: %w", t.Name, err)
		}
		options = append(options, extract.WithRules(rules))
	}
	return options, nil
}
