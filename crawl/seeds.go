package crawl

import (
	"context"

	"github.com/scholia/scholia/crawl/internal/frontier"
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
