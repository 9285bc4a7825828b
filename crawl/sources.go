package crawl

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
	"github.com/scholia/scholia/extract"
)

// notRecorded is the reason for which a document of a source has no record.
const notRecorded = "of no kind that is recorded"

// read reads all sources, as many documents at a time as there are workers. A document whose address was read before, also
// by a run that was killed, is left out.
func (c *crawler) read(ctx context.Context) error {
	if len(c.job.Sources) == 0 {
		return nil
	}
	if err := c.frontier.Ready(ctx); err != nil {
		return err
	}
	for _, name := range c.job.Sources {
		s, err := source.Open(name)
		if err != nil {
			return err
		}
		if err := c.readSource(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

func (c *crawler) readSource(ctx context.Context, s record.Source) error {
	// What was begun is finished when the context ends.
	group, life := errgroup.WithContext(context.WithoutCancel(ctx))
	group.SetLimit(c.job.Workers)
	for doc, err := range s.Documents(ctx) {
		if ctx.Err() != nil || life.Err() != nil {
			break
		}
		if err != nil {
			c.log.Warn("a document cannot be read", "error", err)
			c.unread.Add(1)
			continue
		}
		i := c.frontier.Import(doc.URL)
		if i == nil {
			c.repeated.Add(1)
			continue
		}
		group.Go(func() error { return c.take(life, i, doc) })
	}
	return group.Wait()
}

// take makes a document's record.
func (c *crawler) take(ctx context.Context, i *frontier.Import, doc *record.Document) error {
	done := frontier.Done{Outcome: frontier.Skipped, Status: doc.Status, Bytes: int64(len(doc.Body)), Time: doc.Time}
	p, err := extract.Bytes(doc.Body, extract.WithURL(doc.FinalURL), extract.WithContentType(doc.Header.Get("Content-Type")),
		extract.WithSaved(doc.Time))
	var line []byte
	switch {
	case err != nil:
		done.Reason = unreadable
	case !c.records(p):
		done.Reason = notRecorded
	default:
		done.Outcome = frontier.Stored
		r := record.Record{Page: *p, Fetch: record.Fetch{URL: doc.URL, Status: doc.Status, Time: doc.Time, Cut: doc.Cut}}
		if line, err = r.AppendJSON(nil); err != nil {
			return err
		}
	}
	if err := i.Commit(ctx, done, line); !errors.Is(err, frontier.ErrLost) {
		return err
	}
	return nil
}
