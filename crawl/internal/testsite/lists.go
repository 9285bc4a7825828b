package testsite

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	perList    = 10  // articles in a list
	perSitemap = 100 // articles in a sitemap
)

// serveList answers with the front page or one of the lists after it.
func (s *Site) serveList(w http.ResponseWriter, r *http.Request, articles []*Article) {
	number := 1
	if rest, ok := strings.CutPrefix(r.URL.Path, "/page/"); ok {
		number, _ = strconv.Atoi(strings.TrimSuffix(rest, "/"))
	} else if r.URL.Path != "/" {
		number = 0
	}
	lists := max(1, (len(articles)+perList-1)/perList)
	if number < 1 || number > lists || number > 1 && s.blog.Discovery != ByLinks {
		http.NotFound(w, r)
		return
	}
	shown := articles[min((number-1)*perList, len(articles)):min(number*perList, len(articles))]
	switch s.blog.Discovery {
	case BySitemap:
		shown = shown[:min(3, len(shown))]
	case ByFeed:
		shown, lists = nil, 1
	}
	if s.blog.Discovery == BySitemap {
		lists = 1
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(s.list(shown, number, lists))
}

// list is a page that leads to articles.
func (s *Site) list(shown []*Article, number, lists int) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>The %s Almanac</title>\n", s.name())
	if s.blog.Discovery == ByFeed {
		b.WriteString(`<link rel="alternate" type="application/rss+xml" title="All articles" href="/feed/">` + "\n")
	}
	fmt.Fprintf(&b, "</head><body><header><h1><a href=\"/\">The %s Almanac</a></h1></header>\n<main>\n", s.name())
	for _, a := range shown {
		fmt.Fprintf(&b, "<article class=\"teaser\"><h2><a href=\"%s\">%s</a></h2><p>%s</p></article>\n", html.EscapeString(a.path),
			html.EscapeString(a.Title), html.EscapeString(a.Paragraphs[0][:60])+" …")
	}
	for _, t := range s.traps {
		if t.Unwelcome {
			continue
		}
		fmt.Fprintf(&b, "<p><a href=\"%s\">%s</a></p>\n", html.EscapeString(t.Path), html.EscapeString(t.Name))
	}
	b.WriteString("</main>\n<nav class=\"pagination\">")
	if number > 1 {
		fmt.Fprintf(&b, "<a rel=\"prev\" href=\"/page/%d/\">Newer posts</a> ", number-1)
	}
	if number < lists {
		fmt.Fprintf(&b, "<a rel=\"next\" href=\"/page/%d/\">Older posts</a>", number+1)
	}
	b.WriteString("</nav></body></html>\n")
	return b.Bytes()
}

// name is that of the town whose blog it is.
func (s *Site) name() string { return lastNames[s.index%len(lastNames)] }

// serveFeed answers with all articles as RSS 2.0, their addresses with what tracks readers.
func (s *Site) serveFeed(w http.ResponseWriter, articles []*Article) {
	w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
	fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>The %s Almanac</title><link>%s</link>", s.name(), s.URL())
	for _, a := range articles {
		tracked := a.URL + "?utm_source=rss"
		if strings.Contains(a.URL, "?") {
			tracked = a.URL + "&utm_source=rss"
		}
		fmt.Fprintf(w, "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate></item>\n",
			html.EscapeString(a.Title), html.EscapeString(tracked), a.changed.Format(time.RFC1123Z))
	}
	_, _ = w.Write([]byte("</channel></rss>\n"))
}

// serveSitemap answers with the index of sitemaps, or with one of them, gzipped as a file.
func (s *Site) serveSitemap(w http.ResponseWriter, r *http.Request, articles []*Article) {
	if s.blog.Discovery != BySitemap {
		http.NotFound(w, r)
		return
	}
	parts := (len(articles) + perSitemap - 1) / perSitemap
	if r.URL.Path == "/sitemap.xml" {
		w.Header().Set("Content-Type", "application/xml")
		fmt.Fprint(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
		for i := range parts {
			fmt.Fprintf(w, "<sitemap><loc>%s/sitemap-%d.xml.gz</loc></sitemap>\n", s.base, i+1)
		}
		fmt.Fprint(w, "</sitemapindex>\n")
		return
	}
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(r.URL.Path, "/sitemap-"), ".xml.gz"))
	if err != nil || n < 1 || n > parts {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/gzip")
	z := gzip.NewWriter(w)
	defer z.Close()
	fmt.Fprint(z, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	for _, a := range articles[(n-1)*perSitemap : min(n*perSitemap, len(articles))] {
		fmt.Fprintf(z, "<url><loc>%s</loc><lastmod>%s</lastmod></url>\n", html.EscapeString(a.URL), a.changed.Format(time.DateOnly))
	}
	fmt.Fprint(z, "</urlset>\n")
}
