package discover

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
)

// MaxFeedBytes bounds a feed, which is read as a whole.
const MaxFeedBytes = 16 << 20

// Feed gives the links to the articles of an RSS, Atom or JSON feed, and to its next page if it has one (RFC 5005). The
// error says what is wrong with the feed.
func Feed(doc *record.Document) ([]record.Link, error) {
	base, err := address.NewBase(doc.URL)
	if err != nil {
		return nil, err
	}
	if len(doc.Body) > MaxFeedBytes {
		return nil, fmt.Errorf("feed %s: it has more than %d MiB", doc.URL, MaxFeedBytes>>20)
	}
	parser := gofeed.NewParser()
	feed, err := parser.Parse(bytes.NewReader(doc.Body))
	if err != nil {
		return nil, fmt.Errorf("feed %s: %w", doc.URL, err)
	}
	var links []record.Link
	seen := map[string]bool{}
	add := func(href string, kind record.LinkKind) {
		if to, err := base.Resolve(href); err == nil && href != "" && !seen[to] {
			seen[to] = true
			links = append(links, record.Link{URL: to, Kind: kind})
		}
	}
	for _, item := range feed.Items {
		add(item.Link, record.Page)
	}
	add(next(doc.Body), record.Feed)
	return links, nil
}

// next is the address of the next page of a feed: a link with rel="next" before the first entry. gofeed keeps the
// address alone of a feed's links, and not what they are.
func next(b []byte) string {
	d := newDecoder(bytes.NewReader(b))
	for {
		token, err := d.RawToken()
		if err != nil {
			return ""
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "entry", "item":
			return ""
		case "link":
			if attribute(start, "rel") == "next" {
				return attribute(start, "href")
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Kind tells by its first element whether a document is a sitemap, a feed or a page, whatever it says it is.
func Kind(doc *record.Document) record.LinkKind {
	start := doc.Body
	if plain, err := inflated(bytes.NewReader(start)); err == nil {
		start, _ = io.ReadAll(io.LimitReader(plain, 4<<10)) // what can be read of the beginning is enough
	}
	if strings.HasPrefix(strings.TrimSpace(string(start[:min(len(start), 64)])), "{") && strings.Contains(string(start), "jsonfeed.org/version") {
		return record.Feed
	}
	d := newDecoder(bytes.NewReader(start))
	for {
		token, err := d.RawToken()
		if err != nil {
			return record.Page
		}
		if e, ok := token.(xml.StartElement); ok {
			switch e.Name.Local {
			case "urlset", "sitemapindex":
				return record.Sitemap
			case "rss", "feed", "RDF":
				return record.Feed
			}
			return record.Page
		}
	}
}
