package crawl

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
	"golang.org/x/net/html"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/discover"
	"github.com/scholia/scholia/crawl/internal/duplicate"
	"github.com/scholia/scholia/crawl/internal/fetch"
	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/join"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// page reads a page: its links, and its record with all pages that belong to it.
func (v *visit) page(ctx context.Context, doc *record.Document) error {
	p, found, err := v.extract(doc)
	if err != nil {
		v.log.Debug("a page cannot be read", "error", err)
		return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: unreadable, Status: doc.Status}, nil)
	}
	v.noArchive = found.NoArchive && !v.job.Politeness.IgnoreDirectives
	reason := v.unwanted(found)
	done := frontier.Done{Outcome: frontier.Skipped, Reason: reason, Status: doc.Status}
	if first, further := join.First(v.turn.URL, p); further && v.admits(first) {
		done.Reason = isPart
		found.Links = append([]record.Link{{URL: first, Kind: record.Page}}, found.Links...)
	}
	if done.Reason != "" || !v.records(p) {
		if done.Reason == "" {
			done.Outcome = frontier.Read
		}
		v.learn(false, found.Links)
		v.follow(found.Links, found.Files...)
		return v.commit(ctx, done, nil)
	}
	return v.article(ctx, doc, p, found)
}

func (v *visit) admits(url string) bool { return v.scope.Check(url, v.turn.Depth) == nil }

// extract reads a document as a page, and its links from the same tree.
func (c *crawler) extract(doc *record.Document, more ...extract.Option) (p *page.Page, found *discover.Found, err error) {
	o := discover.Options{Agent: product, IgnoreNoFollow: c.job.Politeness.IgnoreDirectives}
	var linksErr error
	p, err = extract.Bytes(doc.Body, append(append(c.optionsFor(doc), more...),
		extract.WithTree(func(root *html.Node) { found, linksErr = discover.Page(doc, root, o) }))...)
	if err == nil && found == nil && linksErr == nil { // a plain text
		found, linksErr = discover.Page(doc, nil, o)
	}
	return p, found, cmp.Or(err, linksErr)
}

// optionsFor are those that a document is read with.
func (c *crawler) optionsFor(doc *record.Document) []extract.Option {
	return append(slices.Clip(c.reading),
		extract.WithURL(doc.FinalURL), extract.WithContentType(doc.Header.Get("Content-Type")), extract.WithSaved(doc.Time))
}

// unwanted gives the reason why a page has no record although it might.
func (v *visit) unwanted(found *discover.Found) string {
	switch {
	case found.NoIndex && !v.job.Politeness.IgnoreDirectives:
		return isNoIndex
	case v.noArchive:
		return isNoArchive
	}
	return ""
}

// records says whether a page is of a kind that is recorded.
func (c *crawler) records(p *page.Page) bool { return c.kinds[string(p.Kind)] || p.Comments.Found > 0 }

// learn tells what watches for traps what came of the page.
func (v *visit) learn(recorded bool, links []record.Link) {
	v.trapsOf(v.turn.Host()).Learn(v.turn.URL, recorded, urls(links))
}

func urls(links []record.Link) []string {
	all := make([]string, len(links))
	for i, l := range links {
		all[i] = l.URL
	}
	return all
}

// article makes a page's record.
func (v *visit) article(ctx context.Context, doc *record.Document, p *page.Page, found *discover.Found) error {
	canonical, duplicate := v.canonical(found.Canonical)
	if duplicate {
		v.learn(false, found.Links)
		v.follow(found.Links, found.Files...)
		return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: isDuplicate, Status: doc.Status}, nil)
	}
	whole := join.Start(v.turn.URL, p, urls(found.Links))
	links := found.Links
	more, err := v.parts(ctx, whole)
	if err != nil {
		v.turn.Back(0, false)
		return err
	}
	links = append(links, more...)
	r := &record.Record{Page: *whole.Page(), Fetch: v.facts(doc)}
	r.Fetch.Pages, r.Fetch.Missing = whole.Pages(), whole.Missing()
	done := frontier.Done{Outcome: frontier.Stored, Status: doc.Status, Joined: whole.Pages()}
	if canonical != "" {
		done.Joined = append(done.Joined, canonical)
	}
	done.Print = v.print(r)
	near := done.Print != nil && v.repeats(*done.Print)
	v.learn(!near && !v.trapsOf(v.turn.Host()).Repeats(v.turn.URL, r.Text), links)
	v.follow(links, found.Files...)
	if near {
		done.Outcome, done.Reason, done.Print = frontier.Skipped, isNear, nil
		return v.commit(ctx, done, nil)
	}
	return v.store(ctx, done, r)
}

// print is what a record is known again by; nil if nobody asks for that.
func (v *visit) print(r *record.Record) *frontier.Print {
	if v.job.KeepDuplicates {
		return nil
	}
	if p, ok := duplicate.Of(r.Title, r.Text); ok {
		return &frontier.Print{p.Text, p.Title}
	}
	return nil
}

// repeats says whether a page says what one of another address said before. A page that had a record in the last crawl keeps
// it.
func (v *visit) repeats(p frontier.Print) bool {
	earlier, found := v.said.Add(printOf(p), v.turn.URL)
	if found && v.before == nil {
		v.log.Debug("a page is like another", "url", v.turn.URL, "other", earlier)
		return true
	}
	return false
}

func printOf(p frontier.Print) duplicate.Print { return duplicate.Print{Text: p[0], Title: p[1]} }

// canonical looks at the address that a page gives as its own. One that nobody has read yet is taken to be read with this
// page, and returned; duplicate says that there is a record from it. Of the addresses that pages give wrongly, the site's
// front page is the most frequent.
func (v *visit) canonical(given string) (claimed string, duplicate bool) {
	to, err := address.Normalise(given)
	if given == "" || err != nil || to == v.turn.URL || v.before != nil {
		return "", false
	}
	if path := address.Path(to); path == "/" || strings.HasPrefix(path, "/?") || address.Host(to) != v.turn.Host() {
		return "", false
	}
	if v.turn.Recorded(to) {
		return "", true
	}
	if v.turn.Claim(to) {
		return to, false
	}
	return "", false
}

// parts reads the further pages of an article, and gives what they link to.
func (v *visit) parts(ctx context.Context, whole *join.Assembly) (links []record.Link, err error) {
	for n := 1; ; n++ {
		url, ok := whole.Next()
		if !ok {
			return links, nil
		}
		if n >= v.job.Limits.Parts {
			whole.Fail(url, "more pages than are joined")
			continue
		}
		if rules, ok := v.robots.Of(address.Origin(url)); !v.job.Politeness.IgnoreRobots && (!ok || !rules.Allowed(url)) {
			whole.Fail(url, byRobots)
			continue
		}
		v.turn.Claim(url) // if somebody has read it on its own, it is read again: the record needs it
		found, err := v.part(ctx, whole, url)
		if err != nil {
			return nil, err
		}
		links = append(links, found...)
	}
}

// part reads one further page. Its error is that the visit cannot go on; what is wrong with the page is noted in whole.
func (v *visit) part(ctx context.Context, whole *join.Assembly, url string) ([]record.Link, error) {
	doc, reason, err := v.getPart(ctx, url)
	if err != nil {
		return nil, err
	}
	if reason != "" {
		whole.Fail(url, reason)
		return nil, nil
	}
	var options []extract.Option
	if whole.CommentsOnly(url) {
		options = append(options, extract.WithCommentsOnly())
	}
	p, found, err := v.extract(doc, options...)
	if err != nil {
		whole.Fail(url, unreadable)
		return nil, nil
	}
	whole.Add(url, p, urls(found.Links))
	return found.Links, nil
}

// getPart fetches a further page, several times if need be, or gives the reason why it cannot be had.
func (v *visit) getPart(ctx context.Context, url string) (doc *record.Document, reason string, err error) {
	for attempt := 1; ; attempt++ {
		doc, err = v.get(ctx, url, nil)
		var failure *fetch.Error
		again := false
		switch {
		case errors.As(err, &failure):
			reason, again = failure.Reason, failure.Again
		case err != nil:
			return nil, "", err
		case doc.Status/100 == 2:
			return doc, "", nil
		default:
			reason, again = statusOf(doc.Status), passes(doc.Status)
		}
		if !again || attempt >= v.job.Limits.Attempts {
			return nil, reason, nil
		}
	}
}

// facts are what a record says of how it was fetched.
func (v *visit) facts(doc *record.Document) record.Fetch {
	return record.Fetch{
		URL: v.turn.URL, Status: doc.Status, Time: doc.Time, Depth: v.turn.Depth, Cut: doc.Cut,
		ETag: doc.Header.Get("ETag"), LastModified: doc.Header.Get("Last-Modified"),
	}
}

// keptLine is up to which size the room for a record's line is used again.
const keptLine = 1 << 20

// store commits a record, unless it is the same as in the last crawl.
func (v *visit) store(ctx context.Context, done frontier.Done, r *record.Record) error {
	whole := r.Page.AppendJSON(v.line[:0])
	done.Facts = &frontier.Facts{ETag: r.Fetch.ETag, LastModified: r.Fetch.LastModified, Content: xxhash.Sum64(whole)}
	if len(r.Fetch.Pages) > 0 {
		// What one page of several answers says nothing of the others.
		done.Facts.ETag, done.Facts.LastModified = "", ""
	}
	if v.before != nil && v.before.Content == done.Facts.Content {
		done.Outcome, done.Facts.Records = frontier.Unchanged, v.before.Records
		return v.commit(ctx, done, nil)
	}
	if err := v.compare(ctx, r); err != nil {
		return err
	}
	line, err := r.Fetch.AppendTo(whole)
	if err != nil {
		return err
	}
	if cap(line) <= keptLine {
		v.line = line
	}
	return v.commit(ctx, done, line)
}
