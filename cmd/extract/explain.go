package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// explain writes the decisions that made a document, a line each: who decided, about what, how, and why.
func explain(w io.Writer, r result) {
	if len(r.decisions) == 0 {
		return
	}
	fmt.Fprintf(w, "%s\n", r.input.source)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, d := range r.decisions {
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n",
			oneLine(d.Room, 12), oneLine(d.Verdict, 40), oneLine(d.Subject, 60), oneLine(d.Reason, 200))
	}
	_ = t.Flush()
}

// oneLine is s without line breaks and tabs, cut to n characters.
func oneLine(s string, n int) string {
	runes := []rune(s)
	if len(runes) > n {
		runes = append(runes[:n-1], '…')
	}
	for i, r := range runes {
		if r < ' ' {
			runes[i] = ' '
		}
	}
	return string(runes)
}
