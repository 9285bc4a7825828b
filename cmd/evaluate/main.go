// Command evaluate extracts the pages of folders with gold data and says how good the results are, how fast they came,
// and whether a figure has fallen below its floor.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	if err := command().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

const long = `evaluate extracts every page that has gold data in the given folders and scores the results.

What a folder is shows in what it holds:
  ground-truth/ and html/   main content, title, author, date (WCXB)
  gold.jsonl                comment threads of pages in html/ here or in a folder beside it
  segments.json and html/   text that must and must not be in the main text (Trafilatura)
  gold.json and page.txt    one document, of which all must be right`

// settings are the flags.
type settings struct {
	worst     int
	json      bool
	gate      string
	predicted string
	out       string
	rules     []string

	withoutPlatforms bool
}

func command() *cobra.Command {
	var s settings
	c := &cobra.Command{
		Use:   "evaluate [flags] DIR...",
		Short: "Score extraction against gold data",
		Long:  long,
		Args: func(_ *cobra.Command, dirs []string) error {
			if len(dirs) == 0 {
				return errors.New("no folder is given: evaluate --help says what folders hold")
			}
			return nil
		},
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(c *cobra.Command, dirs []string) error { return evaluate(c.OutOrStdout(), dirs, s) },
	}
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fmt.Errorf("%w: evaluate --help names all flags", err) })
	f := c.Flags()
	f.IntVar(&s.worst, "worst", 0, "list the `N` worst pages of each table")
	f.BoolVar(&s.json, "json", false, "print one JSON object")
	f.StringVar(&s.gate, "gate", "",
		"fail if a figure misses its floor in `FILE` (YAML: folder, table, row, figure: number)")
	f.StringVar(&s.predicted, "pred", "",
		"score the pages in `FILE`, one a line as extract --format jsonl prints them, instead of extracting")
	f.StringVar(&s.out, "out", "", "write the extracted pages to `FILE`, one a line")
	f.StringArrayVar(&s.rules, "rules", nil,
		"`FILE` of selectors that say where the comments of a site stand (see docs/rules.md); may be given several times")
	f.BoolVar(&s.withoutPlatforms, "without-platforms", false, "leave out the table of platforms that is built in")
	for _, flag := range []string{"out", "rules", "without-platforms"} {
		c.MarkFlagsMutuallyExclusive("pred", flag)
	}
	return c
}
