package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/scholia/scholia/internal/score"
)

// report is what is said of a folder.
type report struct {
	Folder string
	Tables []score.Table
	Failed []string // pages that could not be read, with the reason
}

// evaluate scores the folders, prints the tables to w, and fails where a figure misses its floor.
func evaluate(w io.Writer, dirs []string, s settings) error {
	folders, names := make([]*score.Folder, len(dirs)), make([]string, len(dirs))
	for i, dir := range dirs {
		var err error
		if folders[i], err = score.Open(dir); err != nil {
			return err
		}
		names[i] = folders[i].Name
	}
	floors, err := score.ReadFloors(s.gate, names...)
	if err != nil {
		return err
	}
	reports, err := judge(folders, s)
	if err != nil {
		return err
	}
	write := printTables
	if s.json {
		write = printJSON
	}
	if err := write(w, reports); err != nil {
		return err
	}
	var missed []string
	for _, r := range reports {
		missed = append(missed, floors.Check(r.Folder, r.Tables)...)
	}
	if len(missed) > 0 {
		return fmt.Errorf("%s is not met:\n  %s", s.gate, strings.Join(missed, "\n  "))
	}
	return nil
}

// judge scores each folder by predictions that are given, or that are made here.
func judge(folders []*score.Folder, s settings) ([]report, error) {
	if s.predicted != "" {
		return judgeFile(folders, s)
	}
	options, err := s.options()
	if err != nil {
		return nil, err
	}
	pages, err := extractAll(folders, options)
	if err != nil {
		return nil, err
	}
	if s.out != "" {
		if err := writeLines(s.out, folders, pages); err != nil {
			return nil, err
		}
	}
	reports := make([]report, len(folders))
	for i, f := range folders {
		predictions, failed, err := pages.of(f)
		if err != nil {
			return nil, err
		}
		reports[i] = report{f.Name, append(f.Score(predictions, s.worst), pages.speed(f)), failed}
	}
	return reports, nil
}

func judgeFile(folders []*score.Folder, s settings) ([]report, error) {
	file, err := os.Open(s.predicted)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	predictions, err := score.ReadPredictions(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.predicted, err)
	}
	reports := make([]report, len(folders))
	for i, f := range folders {
		reports[i] = report{Folder: f.Name, Tables: f.Score(predictions, s.worst)}
	}
	return reports, nil
}

// writeLines writes every page that could be read once, in the order of the folders.
func writeLines(name string, folders []*score.Folder, pages results) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	written := map[string]bool{}
	for _, f := range folders {
		for _, path := range f.Pages {
			if r := pages[path]; r.err == nil && !written[path] {
				written[path] = true
				w.Write(r.line)
				w.WriteByte('\n')
			}
		}
	}
	return errors.Join(w.Flush(), file.Close())
}
