package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/scholia/scholia/internal/score"
)

// printTables writes a table for each measure of each folder, a row a line, and under it the worst pages.
func printTables(w io.Writer, reports []report) error {
	for _, r := range reports {
		for _, t := range r.Tables {
			fmt.Fprintf(w, "%s: %s, %d pages", r.Folder, t.Name, t.Pages)
			if t.Missing > 0 {
				fmt.Fprintf(w, ", %d of them missing", t.Missing)
			}
			fmt.Fprintln(w)
			if err := printRows(w, t.Rows); err != nil {
				return err
			}
			for _, line := range t.Worst {
				fmt.Fprintf(w, "    %s\n", line)
			}
			fmt.Fprintln(w)
		}
		for _, line := range r.Failed {
			fmt.Fprintf(w, "failed: %s\n", line)
		}
	}
	return nil
}

func printRows(w io.Writer, rows []score.Row) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range rows {
		fmt.Fprintf(t, "%s\tn=%d\t", row.Name, row.N)
		for _, f := range row.Figures {
			fmt.Fprintf(t, "%s=%v\t", f.Name, f.Value)
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

// printJSON writes an object by folder, with the tables by name in it.
func printJSON(w io.Writer, reports []report) error {
	folders := map[string]map[string]any{}
	for _, r := range reports {
		folder := map[string]any{}
		for _, t := range r.Tables {
			folder[t.Name] = t
		}
		if len(r.Failed) > 0 {
			folder["failed"] = r.Failed
		}
		folders[r.Folder] = folder
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(folders)
}
