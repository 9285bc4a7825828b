package score

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

// Folder is gold data with the pages that it is of.
type Folder struct {
	Name  string
	Pages []string // paths of the pages' files, each once

	measures []measure
}

// measure judges predictions by the gold that it holds, and lists at most so many of the worst pages.
type measure func(predictions Predictions, worst int) Table

// kinds are the layouts of folders, told by a file that only they have.
var kinds = []struct {
	mark string
	open func(dir string) (*Folder, error)
}{
	{"ground-truth", openWCXB},
	{"gold.jsonl", openThreads},
	{"segments.json", openSegments},
	{"gold.json", openDocument},
}

// Open reads the gold of a folder. What the folder is shows in what it holds: ground-truth/ and html/ (WCXB),
// gold.jsonl (threads, whose pages stand in html/ here or in a folder beside this one), segments.json and html/, or
// gold.json and page.txt (a document).
func Open(dir string) (*Folder, error) {
	for _, kind := range kinds {
		if _, err := os.Stat(filepath.Join(dir, kind.mark)); err != nil {
			continue
		}
		f, err := kind.open(dir)
		if err != nil {
			return nil, fmt.Errorf("gold of %s: %w", dir, err)
		}
		if abs, err := filepath.Abs(dir); err == nil {
			f.Name = filepath.Base(abs)
		}
		return f, nil
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	return nil, fmt.Errorf("%s holds no gold: give a folder with ground-truth/, gold.jsonl, segments.json or gold.json", dir)
}

// Score makes the folder's tables, each with at most so many of the worst pages.
func (f *Folder) Score(predictions Predictions, worst int) []Table {
	tables := make([]Table, len(f.measures))
	for i, m := range f.measures {
		tables[i] = m(predictions, worst)
	}
	return tables
}

func openWCXB(dir string) (*Folder, error) {
	gold, err := readWCXB(filepath.Join(dir, "ground-truth"))
	if err != nil {
		return nil, err
	}
	files := pages(dir, gold, func(g *wcxb) string { return g.id })
	return &Folder{
		Pages:    files,
		measures: []measure{content(gold), metadata(gold), headings(gold, files), kind(gold), confidence(gold)},
	}, nil
}

func openThreads(dir string) (*Folder, error) {
	gold, err := readThreads(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	return &Folder{
		Pages:    pages(dir, gold, func(g *goldThread) string { return g.ID }),
		measures: []measure{threads(gold)},
	}, nil
}

func openSegments(dir string) (*Folder, error) {
	gold, err := readSegments(filepath.Join(dir, "segments.json"))
	if err != nil {
		return nil, err
	}
	return &Folder{
		Pages:    pages(dir, gold, func(g *goldSegments) string { return ID(g.File) }),
		measures: []measure{segments(gold)},
	}, nil
}

func openDocument(dir string) (*Folder, error) {
	gold := &goldDocument{}
	if err := readJSON(filepath.Join(dir, "gold.json"), gold); err != nil {
		return nil, err
	}
	return &Folder{Pages: []string{filepath.Join(dir, "page.txt")}, measures: []measure{document("page.txt", gold)}}, nil
}

// pages are the files of the gold's pages, in html/ of dir or of a folder beside it. A page without a file is left
// out: it has no prediction then and is counted as missing.
func pages[G any](dir string, gold []G, id func(G) string) []string {
	beside, _ := filepath.Glob(filepath.Join(dir, "..", "*", "html"))
	homes := append([]string{filepath.Join(dir, "html")}, beside...)
	var files []string
	for _, g := range gold {
		if file := find(homes, id(g)); file != "" {
			files = append(files, file)
		}
	}
	sort.Strings(files)
	return files
}

func find(homes []string, id string) string {
	for _, home := range homes {
		for _, ending := range [...]string{".html.gz", ".html", ".htm.gz", ".htm"} {
			file := filepath.Join(home, id+ending)
			if _, err := os.Stat(file); err == nil {
				return file
			}
		}
	}
	return ""
}

// readJSON reads a file into v. The error names the file.
func readJSON(file string, v any) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
