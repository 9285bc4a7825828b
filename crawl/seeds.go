package crawl

import (
	"context"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
)

// addSeeds puts the seeds into the log. Those that are there already stay as they are.
func (r *run) addSeeds(ctx context.Context) error {
	seeds, err := normalised(r.job.Seeds)
	if err != nil {
		return err
	}
	a := r.log.Adder()
	for _, seed := range seeds {
		if err := a.Add(ctx, frontier.Link{URL: seed}); err != nil {
			return err
		}
	}
	return a.Flush(ctx)
}

// addLists puts the addresses of the lists into the log. A line that is no address is reported, the others are taken.
func (r *run) addLists(ctx context.Context) error {
	a := r.log.Adder()
	for _, name := range r.job.Lists {
		for link, err := range source.List(name) {
			if err != nil {
				r.options.Log.Warn("a list was not taken whole", "error", err)
				continue
			}
			l := frontier.Link{URL: link.URL, Kind: link.Kind}
			if l.Kind == record.Page {
				l.Kind = ""
			}
			if err := a.Add(ctx, l); err != nil {
				return err
			}
		}
	}
	return a.Flush(ctx)
}
