package score

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// Print writes the table of a folder: a row a line, under it the worst pages, and an empty line.
func (t *Table) Print(w io.Writer, folder string) error {
	fmt.Fprintf(w, "%s: %s, %d pages", folder, t.Name, t.Pages)
	if t.Missing > 0 {
		fmt.Fprintf(w, ", %d of them missing", t.Missing)
	}
	fmt.Fprintln(w)
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range t.Rows {
		fmt.Fprintf(columns, "%s\tn=%d\t", row.Name, row.N)
		for _, f := range row.Figures {
			fmt.Fprintf(columns, "%s=%v\t", f.Name, f.Value)
		}
		fmt.Fprintln(columns)
	}
	if err := columns.Flush(); err != nil {
		return err
	}
	for _, line := range t.Worst {
		fmt.Fprintf(w, "    %s\n", line)
	}
	_, err := fmt.Fprintln(w)
	return err
}
