// Command crawl walks blogs and writes one record for each article or thread, with all its comments.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/internal/collector"
	"github.com/scholia/scholia/internal/version"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second Ctrl-C ends the program at once. Some programs send the signal twice in a moment when they mean it once.
	context.AfterFunc(ctx, func() { time.AfterFunc(time.Second, stop) })
	crawl.Version = version.Current()
	collector.Relax()
	err := command().ExecuteContext(ctx)
	if err != nil && !errors.Is(err, errIncomplete) {
		fmt.Fprintln(os.Stderr, "crawl:", err)
	}
	if err != nil {
		os.Exit(1)
	}
}

// errIncomplete says that there is more to do, which has been reported.
var errIncomplete = errors.New("the crawl is not complete")

const long = `crawl walks blogs and writes one record a line: each article or thread with all its comments,
also where they are spread over several pages.

It asks each host no faster than once in a second and as its robots.txt allows, and follows
links, sitemaps and feeds within the hosts of the SEEDS. What it knows it keeps in a folder
beside the output (--state): a crawl that was interrupted, or killed, goes on when the same
command is given again; one that is complete is done anew, and then only new and changed
pages are written. At the end a summary says what became of all addresses, and a list in the
same folder (--outcomes) names each that has no record.

A job can be kept in a YAML file, which is given instead of seeds (docs/jobs.md); flags that are
given go before what it says.

With --nats the state is kept in a NATS JetStream cluster, and "crawl work" on any number of
machines takes part in the job.`

const examples = `  crawl https://blog.example/ -o out.jsonl
  crawl https://blog.example/ -o out.parquet --contact mailto:me@example.org
  crawl https://a.example/ https://b.example/ -o pages/ --delay 2s --pages-per-host 500
  crawl https://blog.example/ -o out.jsonl --nats nats://n1:4222,nats://n2:4222 --name blogs --replicas 3
  crawl --source segment.warc.gz -o out.jsonl
  crawl job.yaml
  crawl work --nats nats://n1:4222,nats://n2:4222 --name blogs`

func command() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:           "crawl [flags] SEED... | JOB.yaml",
		Short:         "Crawl blogs: articles and their comments, politely, resumable, on one machine or many",
		Long:          long,
		Example:       examples,
		Version:       version.Current(),
		Args:          cobra.ArbitraryArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && len(f.job.Lists) == 0 && len(f.job.Sources) == 0 {
				return c.Help()
			}
			return f.run(c, args)
		},
	}
	f.define(c.Flags())
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w: %s --help names all flags", err, c.CommandPath())
	})
	c.AddCommand(workCommand())
	return c
}

func workCommand() *cobra.Command {
	var cluster, name string
	c := &cobra.Command{
		Use:   "work --nats URL --name JOB",
		Short: "Take part in a job that another machine started on the same cluster",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := crawl.Work(c.Context(), cluster, name, crawl.Options{Log: logger(false)})
			return report(s, err, "")
		},
	}
	c.Flags().StringVar(&cluster, "nats", "", "`ADDRESS` of the cluster, several with commas between")
	c.Flags().StringVar(&name, "name", "", "`NAME` of the job")
	_ = c.MarkFlagRequired("nats")
	_ = c.MarkFlagRequired("name")
	return c
}

// quoted is a command as it can be given to a shell again.
func quoted(args []string) string {
	words := make([]string, len(args))
	for i, a := range args {
		if words[i] = a; a == "" || strings.ContainsAny(a, " \t\n'\"\\$`&|;<>()*?[]{}~#!") {
			words[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// report prints what was done.
func report(s *crawl.Summary, err error, again string) error {
	if s != nil {
		fmt.Fprint(os.Stderr, s)
	}
	if err != nil {
		return err
	}
	if !s.Complete {
		if again != "" {
			fmt.Fprintln(os.Stderr, "to go on, give the same command again:", again)
		}
		return errIncomplete
	}
	return nil
}
