package crawl

import (
	"context"
	"hash/fnv"
	"strconv"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

// changed marks a record in a recrawl.
const changed = "changed"

// compare marks what is new in a record since the last crawl.
func (v *visit) compare(ctx context.Context, r *record.Record) error {
	if v.before == nil || len(v.before.Records) == 0 {
		return nil
	}
	line, err := v.frontier.Record(ctx, v.before.Records)
	if err != nil {
		return err
	}
	old, err := record.Parse(line)
	if err != nil {
		return err
	}
	known := make(map[string]bool)
	for _, c := range old.Comments.All() {
		known[identity(c)] = true
	}
	r.Fetch.Change = changed
	for _, c := range r.Comments.All() {
		if id := identity(c); !known[id] {
			r.Fetch.NewComments = append(r.Fetch.NewComments, id)
		}
	}
	return nil
}

// identity is the id of a comment, or, if it has none, "#" and a hash of who wrote what.
func identity(c *page.Comment) string {
	if c.ID != "" {
		return c.ID
	}
	h := fnv.New64a()
	if c.Author != nil {
		_, _ = h.Write([]byte(c.Author.Name))
	}
	_, _ = h.Write([]byte("\x00" + c.Text))
	return "#" + strconv.FormatUint(h.Sum64(), 16)
}
