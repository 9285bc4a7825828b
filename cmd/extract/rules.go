package main

import (
	"fmt"
	"os"

	"github.com/scholia/scholia/extract"
)

// readRules reads the files of rules that the user gave.
func readRules(files []string) ([]extract.Option, error) {
	var options []extract.Option
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("--rules %s: %w", name, withoutPath(err))
		}
		rules, err := extract.ReadRules(file)
		file.Close()
		if err != nil {
			return nil, fmt.Errorf("--rules %s: %w", name, err)
		}
		options = append(options, extract.WithRules(rules))
	}
	return options, nil
}
