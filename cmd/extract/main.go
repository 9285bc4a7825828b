// Command extract reads blog pages and prints what a reader finds on them: the article, its summary and sections, and
// the comments with who answered whom.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/render"
	"github.com/scholia/scholia/internal/collector"
	"github.com/scholia/scholia/internal/version"
)

// errReported says that what went wrong with some inputs has been reported.
var errReported = errors.New("some inputs failed")

func main() {
	collector.Relax()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := command().ExecuteContext(ctx)
	stop()
	if err != nil && !errors.Is(err, errReported) {
		fmt.Fprintln(os.Stderr, "extract:", err)
	}
	if err != nil {
		os.Exit(1)
	}
}

const long = `extract reads pages and prints the article, its summary and sections, and the comments
with who answered whom.

An INPUT is a file, a directory (read recursively: .html, .htm, .xhtml, .txt, each also
with .gz), a glob ("pages/**/*.html"), an http or https address, or "-" for standard input,
which is also read if there is none.

Many inputs are read on all cores; the results come in the order of the inputs. An input
that cannot be read is reported on standard error, the others are read all the same, and
the exit status is 1.`

const examples = `  extract page.html > page.json
  extract https://example.org/post -o post.md
  extract pages/ > pages.jsonl
  extract --format text -o texts/ 'pages/**/*.html.gz'
  curl -s https://example.org/post | extract --url https://example.org/post`

// settings are the flags.
type settings struct {
	format   string
	comments string
	output   string
	url      string
	rules    []string // files
	explain  bool

	chosen render.Format    // that which is written
	fixed  []extract.Option // those that are the same for all pages
}

func command() *cobra.Command {
	var s settings
	c := &cobra.Command{
		Use:           "extract [flags] [INPUT...]",
		Short:         "Read blog pages: article, summary, sections, comments",
		Long:          long,
		Example:       examples,
		Version:       version.Current(),
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				if term.IsTerminal(int(os.Stdin.Fd())) {
					return c.Help()
				}
				args = []string{stdin}
			}
			return run(c.Context(), args, s)
		},
	}
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fmt.Errorf("%w: extract --help names all flags", err) })
	f := c.Flags()
	f.StringVarP(&s.format, "format", "f", "",
		"`FORMAT` of the output: "+formatNames()+"; if not given, what FILE ends in, or json for one input and jsonl for several")
	f.StringVarP(&s.output, "output", "o", "",
		"write to `FILE`, or with a / at its end to a directory, one file per input")
	f.StringVar(&s.comments, "comments", "quotes", "how Markdown shows comments: quotes, lists or none")
	f.StringVar(&s.url, "url", "", "`ADDRESS` that the page came from, against which its links are resolved")
	f.StringArrayVar(&s.rules, "rules", nil,
		"`FILE` of selectors that say where the comments of a site stand (see docs/rules.md); may be given several times")
	f.BoolVar(&s.explain, "explain", false, "print on standard error why each block or unit was kept or dropped")
	return c
}

func formatNames() string {
	names := make([]string, len(render.Formats))
	for i, f := range render.Formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}
