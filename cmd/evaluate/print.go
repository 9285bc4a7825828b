package main

import (
	"encoding/json"
	"fmt"
	"io"
)

// printTables writes a table for each measure of each folder, a row a line, and under it the worst pages.
func printTables(w io.Writer, reports []report) error {
	for _, r := range reports {
		for i := range r.Tables {
			if err := r.Tables[i].Print(w, r.Folder); err != nil {
				return err
			}
		}
		for _, line := range r.Failed {
			fmt.Fprintf(w, "failed: %s\n", line)
		}
	}
	return nil
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
