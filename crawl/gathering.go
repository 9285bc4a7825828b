package crawl

import (
	"context"
	"slices"
	"sync"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/join"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

// heldBytes bounds the pages of an archive that wait for others of their article, by the bytes of their documents.
const heldBytes = 32 << 20

// notThere is the reason why a further page of an article is missing.
const notThere = "not in the archive, or far from the article in it"

// gathering holds the pages of an archive that belong to articles of several pages, until the archive ends or they are too
// many; then the oldest go. It is safe for concurrent use.
type gathering struct {
	mu    sync.Mutex
	limit int64
	bytes int64
	order []*held // oldest first; some may be gone
	pages map[string]*held
}

// held is a page that may be part of an article, or have further parts.
type held struct {
	doc     *record.Document // without its body
	size    int64
	page    *page.Page
	links   []string
	further bool
	leave   *frontier.Import
}

func newGathering() *gathering { return &gathering{limit: heldBytes, pages: make(map[string]*held)} }

// hold keeps a page, and gives those that have to make room for it.
func (g *gathering) hold(h *held) (oldest []*held) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.pages[h.doc.URL] = h
	g.order = append(g.order, h)
	g.bytes += h.size
	for g.bytes > g.limit {
		first := g.order[0]
		g.order = g.order[1:]
		if g.drop(first) {
			oldest = append(oldest, first)
		}
	}
	return oldest
}

// take gives a page and holds it no longer; nil if it is not there.
func (g *gathering) take(url string) *held {
	g.mu.Lock()
	defer g.mu.Unlock()
	h := g.pages[url]
	if h != nil {
		g.drop(h)
	}
	return h
}

func (g *gathering) drop(h *held) bool {
	if g.pages[h.doc.URL] != h {
		return false
	}
	delete(g.pages, h.doc.URL)
	g.bytes -= h.size
	return true
}

// rest gives all that is held, first those with which articles begin.
func (g *gathering) rest() []*held {
	g.mu.Lock()
	defer g.mu.Unlock()
	all := slices.DeleteFunc(g.order, func(h *held) bool { return g.pages[h.doc.URL] != h })
	slices.SortStableFunc(all, func(a, b *held) int {
		switch {
		case a.further == b.further:
			return 0
		case b.further:
			return -1
		}
		return 1
	})
	g.order = nil
	return all
}

// hasParts says whether a page of an archive is one of several of its article.
func hasParts(doc *record.Document, p *page.Page, links []string) (further, more bool) {
	if p.Kind == page.Listing || p.Kind == page.Collection {
		return false, false
	}
	_, further = join.First(doc.URL, p)
	return further, further || join.Start(doc.URL, p, links).Continues()
}

// assemble makes a record of a page that was held, with all of its article that are held too.
func (c *crawler) assemble(ctx context.Context, g *gathering, h *held) error {
	whole := join.Start(h.doc.URL, h.page, h.links)
	var parts []*held
	for !h.further {
		url, ok := whole.Next()
		if !ok {
			break
		}
		part := (*held)(nil)
		if len(parts)+1 < c.job.Limits.Parts {
			part = g.take(url)
		}
		if part == nil {
			whole.Fail(url, notThere)
			continue
		}
		whole.Add(url, part.page, part.links)
		parts = append(parts, part)
	}
	done := frontier.Done{Bytes: h.size}
	for _, p := range parts {
		done.Joined = append(done.Joined, p.doc.URL)
		done.Bytes += p.size
	}
	r := &record.Record{Page: *h.page}
	if len(parts) > 0 {
		r = &record.Record{Page: *whole.Page(), Fetch: record.Fetch{Pages: whole.Pages(), Missing: whole.Missing()}}
	}
	if err := c.imported(ctx, h.leave, h.doc, done, r); err != nil {
		return err
	}
	for _, p := range parts {
		p.leave.Join()
	}
	return nil
}

// finish makes records of all that is held, or, if the context has ended, leaves it to another run.
func (c *crawler) finish(ctx context.Context, g *gathering) error {
	for _, h := range g.rest() {
		if ctx.Err() != nil {
			h.leave.Back()
			continue
		}
		if g.take(h.doc.URL) == nil {
			continue // it became part of another
		}
		if err := c.assemble(context.WithoutCancel(ctx), g, h); err != nil {
			return err
		}
	}
	return nil
}
