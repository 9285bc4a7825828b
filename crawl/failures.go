package crawl

import (
	"context"
	"errors"
	"time"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/record"
)

// isDamaged is the reason for which a document of a source failed that cannot be read; the log says what is wrong with it.
const isDamaged = "damaged"

// mostFailures bounds how many documents that are no pages are kept in mind.
const mostFailures = 100_000

// failures are documents of sources that are no success: errors, redirects and what is damaged. They count only when all else
// is read, for an archive may have the page of the same address too, from another attempt.
type failures struct{ all []failure }

type failure struct {
	address string
	done    frontier.Done
}

// failed is what became of a document that is no success; nil if it is one.
func failed(doc *record.Document, err error) *failure {
	var damage *record.Damage
	switch {
	case errors.As(err, &damage):
		return &failure{damage.Address(), frontier.Done{Outcome: frontier.Failed, Reason: isDamaged, Time: time.Now().UTC()}}
	case doc.Status/100 == 2:
		return nil
	}
	done := frontier.Done{
		Outcome: frontier.Failed, Reason: statusOf(doc.Status), Status: doc.Status, Time: doc.Time, Bytes: int64(len(doc.Body)),
	}
	if doc.Status/100 == 3 && doc.Header.Get("Location") != "" {
		done.Outcome, done.Reason = frontier.Redirected, ""
	}
	return &failure{doc.URL, done}
}

// add keeps a failure in mind, and says whether there is room for another.
func (f *failures) add(failed *failure) bool {
	f.all = append(f.all, *failed)
	return len(f.all) < mostFailures
}

// fail commits what no page has come for.
func (c *crawler) fail(ctx context.Context, f *failures) error {
	for _, failed := range f.all {
		i := c.importing(failed.address)
		if i == nil {
			continue
		}
		if err := i.Commit(ctx, failed.done, nil); err != nil && !errors.Is(err, frontier.ErrLost) {
			return err
		}
	}
	f.all = nil
	return nil
}
