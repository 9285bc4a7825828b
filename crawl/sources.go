package crawl

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
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
		if ctx.Err() != nil {
			return nil // the next run begins with them
		}
		return err
	}
	failures := new(failures)
	for _, name := range c.job.Sources {
		s, err := source.Open(name)
		if err != nil {
			return err
		}
		if err := c.readSource(ctx, s, failures); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return nil // the next run finds them again
	}
	return c.fail(ctx, failures)
}

func (c *crawler) readSource(ctx context.Context, s record.Source, f *failures) error {
	// What was begun is finished when the context ends.
	group, life := errgroup.WithContext(context.WithoutCancel(ctx))
	group.SetLimit(c.job.Workers)
	g := newGathering()
	for doc, err := range s.Documents(ctx) {
		if ctx.Err() != nil || life.Err() != nil {
			break
		}
		if failure := failed(doc, err); failure != nil {
			if err != nil {
				c.log.Warn("a document cannot be read", "error", err)
			}
			if f.add(failure) {
				continue
			}
			if err := c.fail(life, f); err != nil {
				return errors.Join(err, group.Wait())
			}
			continue
		}
		if i := c.importing(doc.URL); i != nil {
			group.Go(func() error { return c.take(life, g, i, doc) })
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return c.finish(ctx, g)
}

// importing takes the document of an address, unless one was read before.
func (c *crawler) importing(url string) *frontier.Import {
	i := c.frontier.Import(url)
	if i == nil {
		c.log.Debug("a document is left out: its address was read before", "url", url)
		c.repeated.Add(1)
	}
	return i
}

// take makes a document's record, or holds it until the other pages of its article have come.
func (c *crawler) take(ctx context.Context, g *gathering, i *frontier.Import, doc *record.Document) error {
	done := frontier.Done{Outcome: frontier.Skipped, Bytes: int64(len(doc.Body))}
	p, links, err := c.document(doc)
	if err != nil {
		done.Reason = unreadable
		return c.leave(ctx, i, doc, done, nil)
	}
	further, more := false, false
	if doc.FinalURL != "" && c.records(p) {
		further, more = hasParts(doc, p, links)
	}
	if !more {
		return c.imported(ctx, i, doc, done, &record.Record{Page: *p})
	}
	h := &held{doc: doc, size: int64(len(doc.Body)), page: p, links: links, further: further, leave: i}
	doc.Body = nil
	for _, oldest := range g.hold(h) {
		if err := c.assemble(ctx, g, oldest); err != nil {
			return err
		}
	}
	return nil
}

// document reads a document of a source. A page of a folder has no address, and so no links.
func (c *crawler) document(doc *record.Document) (p *page.Page, links []string, err error) {
	if doc.FinalURL == "" {
		p, err = extract.Bytes(doc.Body, append(c.optionsFor(doc), extract.WithSource(doc.URL))...)
		return p, nil, err
	}
	p, found, err := c.extract(doc)
	if err != nil {
		return nil, nil, err
	}
	return p, urls(found.Links), nil
}

// imported commits the record of a document, if it is of a kind that is recorded.
func (c *crawler) imported(ctx context.Context, i *frontier.Import, doc *record.Document, done frontier.Done, r *record.Record) error {
	if !c.records(&r.Page) {
		done.Outcome, done.Reason = frontier.Skipped, notRecorded
		return c.leave(ctx, i, doc, done, nil)
	}
	done.Outcome = frontier.Stored
	f := &r.Fetch
	f.URL, f.Status, f.Time, f.Cut = doc.URL, doc.Status, doc.Time, doc.Cut
	line, err := r.AppendJSON(nil)
	if err != nil {
		return err
	}
	return c.leave(ctx, i, doc, done, line)
}

// leave commits what became of a document.
func (c *crawler) leave(ctx context.Context, i *frontier.Import, doc *record.Document, done frontier.Done, line []byte) error {
	done.Status, done.Time = doc.Status, doc.Time
	if err := i.Commit(ctx, done, line); !errors.Is(err, frontier.ErrLost) {
		return err
	}
	return nil
}
