// Package score says how good extracted pages are, by gold data laid out in folders.
//
// A [Folder] knows its gold and its pages; each of its measures makes a [Table] of predictions. The measures stand in
// a file each: content, metadata, headings, kind and confidence by WCXB ground truth, comment threads, segments, a whole document. To add a
// measure is to add a file and to name it in the folder's kind, in folder.go.
package score

import (
	"encoding/json"
	"strconv"
)

// Table is what a measure says of a folder.
type Table struct {
	Name    string
	Pages   int // pages with gold
	Missing int // of these, pages without a prediction; they score as empty
	Rows    []Row
	Worst   []string // the worst pages, a line each, worst first
}

// Row is a set of figures over some of the pages or of their parts.
type Row struct {
	Name    string
	N       int // how many pages, comments or fields it is over
	Figures []Figure
}

// Figure is a share or another number, rounded to four decimals.
type Figure struct {
	Name  string
	Value float64
	// Ceiling says that less is better.
	Ceiling bool
}

// High is a Figure that is better the higher it is.
func High(name string, value float64) Figure { return Figure{Name: name, Value: round(value)} }

// Low is a Figure that is better the lower it is.
func Low(name string, value float64) Figure {
	return Figure{Name: name, Value: round(value), Ceiling: true}
}

// round is x to four decimals, correctly rounded from its exact binary value.
func round(x float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64)
	return rounded
}

// Find is the figure of the row, both by name; ok is false where there is none.
func (t *Table) Find(row, name string) (f Figure, ok bool) {
	for _, r := range t.Rows {
		if r.Name != row {
			continue
		}
		for _, f := range r.Figures {
			if f.Name == name {
				return f, true
			}
		}
	}
	return Figure{}, false
}

// MarshalJSON writes the table as an object: pages, missing, and a field for each row with its n and its figures.
func (t Table) MarshalJSON() ([]byte, error) {
	fields := map[string]any{"pages": t.Pages, "missing": t.Missing}
	for _, r := range t.Rows {
		row := map[string]float64{"n": float64(r.N)}
		for _, f := range r.Figures {
			row[f.Name] = f.Value
		}
		fields[r.Name] = row
	}
	if len(t.Worst) > 0 {
		fields["worst"] = t.Worst
	}
	return json.Marshal(fields)
}

// share is a tally of yes and no.
type share struct{ yes, n int }

func (s *share) add(yes bool) {
	s.n++
	if yes {
		s.yes++
	}
}

func (s share) value() float64 {
	if s.n == 0 {
		return 0
	}
	return float64(s.yes) / float64(s.n)
}

// mean is an average being made.
type mean struct {
	sum float64
	n   int
}

func (m *mean) add(x float64) { m.sum += x; m.n++ }

func (m *mean) merge(other mean) { m.sum += other.sum; m.n += other.n }

func (m mean) value() float64 {
	if m.n == 0 {
		return 0
	}
	return m.sum / float64(m.n)
}
