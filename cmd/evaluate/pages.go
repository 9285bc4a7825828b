package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/internal/score"
)

// result is what became of a page.
type result struct {
	line  []byte // the page in its JSON form
	bytes int
	took  time.Duration // of extraction alone, without reading the file
	err   error
}

// results are pages by the path of their file.
type results map[string]*result

// options are what the flags ask of extraction.
func (s settings) options() ([]extract.Option, error) {
	var options []extract.Option
	for _, name := range s.rules {
		rules, err := readRules(name)
		if err != nil {
			return nil, err
		}
		options = append(options, extract.WithRules(rules))
	}
	if s.withoutPlatforms {
		options = append(options, extract.WithoutPlatforms())
	}
	return options, nil
}

func readRules(name string) (*extract.Rules, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rules, err := extract.ReadRules(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rules, nil
}

// extractAll reads each page of the folders once, on all cores.
func extractAll(folders []*score.Folder, options []extract.Option) (results, error) {
	all := results{}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range folders {
		for _, path := range f.Pages {
			if all[path] != nil {
				continue
			}
			r := &result{}
			all[path] = r
			group.Go(func() error { return r.read(path, options) })
		}
	}
	return all, group.Wait()
}

// read extracts the page of a file. It fails where the file cannot be read; what goes wrong with the page is kept.
func (r *result) read(path string, options []extract.Option) error {
	b, err := score.ReadFile(path)
	if err != nil {
		return err
	}
	r.bytes = len(b)
	start := time.Now()
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	page, err := extract.Bytes(b, append([]extract.Option{extract.WithSource(path)}, options...)...)
	r.took = time.Since(start)
	if err != nil {
		r.err = err
		return nil
	}
	r.line = page.AppendJSON(nil)
	return nil
}

// of are the predictions for a folder's pages, and the pages that failed.
func (all results) of(f *score.Folder) (predictions score.Predictions, failed []string, err error) {
	predictions = score.Predictions{}
	for _, path := range f.Pages {
		r := all[path]
		if r.err != nil {
			failed = append(failed, fmt.Sprintf("%s: %v", path, r.err))
			continue
		}
		if err := predictions.Add(r.line); err != nil {
			return nil, nil, fmt.Errorf("%s: its JSON cannot be read back: %w", path, err)
		}
	}
	return predictions, failed, nil
}

// speed is the table of what a folder's pages cost. Seconds are those of one core: pages_per_second is what one core
// does while all are busy.
func (all results) speed(f *score.Folder) score.Table {
	var total, slowest time.Duration
	var bytes, failed int
	var slow string
	for _, path := range f.Pages {
		r := all[path]
		total += r.took
		bytes += r.bytes
		if r.took > slowest {
			slowest, slow = r.took, path
		}
		if r.err != nil {
			failed++
		}
	}
	seconds := max(total.Seconds(), 1e-9)
	row := score.Row{Name: "all", N: len(f.Pages), Figures: []score.Figure{
		{Name: "failed", Value: float64(failed), Ceiling: true},
		{Name: "pages_per_second", Value: rounded(float64(len(f.Pages)) / seconds)},
		{Name: "megabytes_per_second", Value: rounded(float64(bytes) / 1e6 / seconds)},
		{Name: "slowest", Value: rounded(slowest.Seconds()), Ceiling: true},
	}}
	return score.Table{
		Name: "speed", Pages: len(f.Pages), Rows: []score.Row{row},
		Worst: []string{fmt.Sprintf("slowest: %s %.3fs", slow, slowest.Seconds())},
	}
}

// rounded is x to three decimals.
func rounded(x float64) float64 { return float64(int64(x*1000+0.5)) / 1000 }
