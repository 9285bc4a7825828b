package crawl

import (
	"bytes"
	"context"
	"mime"
	"strings"

	"github.com/scholia/scholia/crawl/internal/discover"
	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/join"
	"github.com/scholia/scholia/crawl/internal/record"
)

// isText says whether a media type may be a page, a feed or a sitemap. "" is that of servers that give none.
func isText(mediaType string) bool {
	switch {
	case mediaType == "", strings.HasPrefix(mediaType, "text/"), strings.HasSuffix(mediaType, "xml"), strings.HasSuffix(mediaType, "json"):
		return true
	}
	return isZipped(mediaType) || mediaType == "application/octet-stream"
}

// isZipped says whether a media type is that of gzip, in which sitemaps come.
func isZipped(mediaType string) bool {
	return mediaType == "application/gzip" || mediaType == "application/x-gzip"
}

// read reads a document by what it was linked as and what it says it is.
func (v *visit) read(ctx context.Context, doc *record.Document) error {
	mediaType, _, _ := mime.ParseMediaType(doc.Header.Get("Content-Type"))
	switch {
	case v.turn.Kind == record.Sitemap:
		return v.sitemap(ctx, doc)
	case v.turn.Kind == record.Feed:
		return v.feed(ctx, doc, brokenFeed)
	case isZipped(mediaType) || mediaType == "application/octet-stream":
		return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: notPage, Status: doc.Status}, nil)
	case strings.HasSuffix(mediaType, "xml") && mediaType != "application/xhtml+xml", strings.HasSuffix(mediaType, "json"):
		return v.feed(ctx, doc, notPage)
	}
	return v.page(ctx, doc)
}

// sitemap sends the addresses of a sitemap to the frontier as they are read.
func (v *visit) sitemap(ctx context.Context, doc *record.Document) error {
	const batch = 1000
	links := make([]frontier.Link, 0, batch)
	var broken error
	for link, err := range discover.Sitemap(bytes.NewReader(doc.Body), doc.FinalURL) {
		if err != nil {
			broken = err
			break
		}
		if l, ok := v.admit(link); ok {
			links = append(links, l)
		}
		if len(links) == batch {
			if err := v.turn.Found(ctx, links); err != nil {
				return err
			}
			links = links[:0]
		}
	}
	v.links = links
	if broken != nil {
		v.log.Warn("a sitemap was read in part", "error", broken)
		return v.fail(ctx, brokenSitemap, doc.Status)
	}
	return v.commit(ctx, frontier.Done{Outcome: frontier.Read, Status: doc.Status}, nil)
}

// feed sends the addresses of a feed to the frontier. otherwise is the reason to give for what is no feed.
func (v *visit) feed(ctx context.Context, doc *record.Document, otherwise string) error {
	links, err := discover.Feed(doc)
	if err != nil {
		v.log.Debug("a feed cannot be read", "error", err)
		if otherwise == brokenFeed {
			return v.fail(ctx, otherwise, doc.Status)
		}
		return v.commit(ctx, frontier.Done{Outcome: frontier.Skipped, Reason: otherwise, Status: doc.Status}, nil)
	}
	v.follow(links)
	return v.commit(ctx, frontier.Done{Outcome: frontier.Read, Status: doc.Status}, nil)
}

// follow keeps those links that belong to the crawl. files are those that lead to no page.
func (v *visit) follow(links []record.Link, files ...string) {
	for _, f := range files {
		v.refused.count(errFile, f)
	}
	for _, link := range links {
		if l, ok := v.admit(link); ok {
			v.links = append(v.links, l)
		}
	}
}

// admit makes a link of the document one of the frontier, if it belongs to the crawl. A further page of comments stands for
// the article that it belongs to, from where it is read.
func (v *visit) admit(link record.Link) (frontier.Link, bool) {
	l := frontier.Link{URL: link.URL, Kind: link.Kind, Depth: v.turn.Depth}
	if link.Kind == record.Page {
		l.Kind = "" // what the log need not say
		l.Depth++
		if first, further := join.First(link.URL, nil); further {
			l.URL = first
		}
	}
	if err := v.scope.Check(l.URL, l.Depth); err != nil {
		v.refused.count(err, l.URL)
		return l, false
	}
	return l, l.URL != v.turn.URL
}
