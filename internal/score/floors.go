package score

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Floors are the figures that must not be missed, by folder, table, row and figure. For a figure that is better the
// lower it is, the floor is a ceiling.
type Floors map[string]map[string]map[string]map[string]float64

// ReadFloors reads a file of floors: YAML, nested as Floors are. Without a file there are none. A file that says nothing of any
// of the folders that are to be held to it is an error.
func ReadFloors(file string, folders ...string) (Floors, error) {
	if file == "" {
		return nil, nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var floors Floors
	if err := yaml.Unmarshal(b, &floors); err != nil {
		return nil, fmt.Errorf("%s does not hold floors as folder, table, row, figure: number: %w", file, err)
	}
	if !slices.ContainsFunc(folders, func(folder string) bool { return floors[folder] != nil }) {
		return nil, fmt.Errorf("%s holds no floors of %s", file, strings.Join(folders, ", "))
	}
	return floors, nil
}

// Check names every figure of the folder that misses its floor, and every floor without a figure, in order. A folder
// without floors misses none.
func (f Floors) Check(folder string, tables []Table) []string {
	var missed []string
	for table, rows := range f[folder] {
		i := slices.IndexFunc(tables, func(t Table) bool { return t.Name == table })
		for row, figures := range rows {
			for name, floor := range figures {
				at := strings.Join([]string{folder, table, row, name}, " ")
				if i < 0 {
					missed = append(missed, at+": no such figure")
					continue
				}
				if reason := tables[i].misses(row, name, floor); reason != "" {
					missed = append(missed, at+": "+reason)
				}
			}
		}
	}
	slices.Sort(missed)
	return missed
}

// misses says how a figure misses its floor, "" if it does not.
func (t *Table) misses(row, name string, floor float64) string {
	f, ok := t.Find(row, name)
	switch {
	case !ok:
		return "no such figure"
	case f.Ceiling && f.Value > floor:
		return fmt.Sprintf("%v is above its ceiling of %v", f.Value, floor)
	case !f.Ceiling && f.Value < floor:
		return fmt.Sprintf("%v is below its floor of %v", f.Value, floor)
	}
	return ""
}
