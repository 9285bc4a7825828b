// Package discover finds the addresses that a document leads to: in pages, in sitemaps, in feeds and in lists.
package discover

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
)

// MaxLinks is how many different links of one page are followed.
const MaxLinks = 5000

// maxTried is how many links of one page are looked at: many are the same, or lead to what is no page.
const maxTried = 4 * MaxLinks

// Found is what a page leads to, and what its author asks of crawlers.
type Found struct {
	// Links are normalised and each there once, in the order of the page. Links that ask not to be followed are not
	// among them, nor those of a page that asks so; see Options.
	Links []record.Link
	// Canonical is the address that the page gives as its own; "" if it gives none.
	Canonical string
	// NoIndex asks that the page not be recorded, NoArchive that no copy of it be kept (robots meta element and
	// X-Robots-Tag).
	NoIndex, NoArchive bool
	// NoFollow asks that none of the links be followed.
	NoFollow bool
	// Files are links to what by its name is no page: pictures, archives, programs.
	Files []string
	// Left is how many links were not looked at, because there are more than MaxLinks.
	Left int
}

// Options say how a page is read.
type Options struct {
	// Agent is the crawler's name in directives that are for it alone: "scholia" in <meta name="scholia"
	// content="noindex">.
	Agent string
	// IgnoreNoFollow follows links and pages that ask not to be followed.
	IgnoreNoFollow bool
}

// Page finds the links of a page in its tree; a plain text has none (nil). The error says that its address cannot be a
// base of links.
func Page(doc *record.Document, root *html.Node, o Options) (*Found, error) {
	base, err := address.NewBase(cmp.Or(doc.FinalURL, doc.URL))
	if err != nil {
		return nil, err
	}
	f := &finder{Options: o, base: base, found: &Found{}, seen: map[string]bool{}}
	f.header(doc.Header)
	for n := root; n != nil; n = following(n, root) {
		if n.Type == html.ElementNode && len(n.Attr) > 0 {
			f.element(n)
		}
	}
	if f.found.NoFollow && !o.IgnoreNoFollow {
		f.found.Links, f.found.Files, f.found.Left = nil, nil, 0
	}
	return f.found, nil
}

// following is the node after n in the order of the page; nil after the last one of root's.
func following(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n != root && n.NextSibling == nil {
		n = n.Parent
	}
	if n == root {
		return nil
	}
	return n.NextSibling
}

// finder goes through a page once.
type finder struct {
	Options
	base  address.Base
	based bool // an element base was there: the first one counts
	found *Found
	seen  map[string]bool
	tried int
}

// attributes are those of one element that matter here.
type attributes struct {
	href, rel, name, content, typ, equiv string
	hasHref                              bool
}

// header reads directives that came with the page.
func (f *finder) header(h http.Header) {
	for _, value := range h.Values("X-Robots-Tag") {
		agent, directives, named := strings.Cut(value, ":")
		// "unavailable_after: 25 Jun 2027" is a directive with a colon, not one for an agent of that name.
		if named && !strings.ContainsAny(agent, ", ") && !strings.EqualFold(agent, "unavailable_after") {
			if strings.EqualFold(strings.TrimSpace(agent), f.Agent) {
				f.directives(directives)
			}
			continue
		}
		f.directives(value)
	}
}

// directives reads "noindex, nofollow".
func (f *finder) directives(list string) {
	for _, d := range strings.Split(list, ",") {
		switch strings.ToLower(strings.TrimSpace(d)) {
		case "noindex":
			f.found.NoIndex = true
		case "nofollow":
			f.found.NoFollow = true
		case "noarchive":
			f.found.NoArchive = true
		case "none": // stands for both
			f.found.NoIndex, f.found.NoFollow = true, true
		}
	}
}

// element reads an element that may lead somewhere.
func (f *finder) element(n *html.Node) {
	switch n.DataAtom {
	case atom.A, atom.Area, atom.Link, atom.Meta, atom.Base:
	default:
		return
	}
	a := attributesOf(n)
	switch n.DataAtom {
	case atom.Meta:
		f.meta(a)
	case atom.Base:
		if a.hasHref && !f.based {
			f.base, f.based = f.base.Join(a.href), true
		}
	case atom.Link:
		f.link(a)
	default:
		if a.hasHref && (f.IgnoreNoFollow || !hasWord(a.rel, "nofollow")) {
			f.add(a.href, record.Page)
		}
	}
}

// attributesOf reads an element's; the first of a name counts.
func attributesOf(n *html.Node) *attributes {
	a := new(attributes)
	for _, attribute := range slices.Backward(n.Attr) {
		if attribute.Namespace != "" {
			continue
		}
		switch attribute.Key {
		case "href":
			a.href, a.hasHref = attribute.Val, true
		case "rel":
			a.rel = attribute.Val
		case "name":
			a.name = attribute.Val
		case "content":
			a.content = attribute.Val
		case "type":
			a.typ = attribute.Val
		case "http-equiv":
			a.equiv = attribute.Val
		}
	}
	return a
}

// meta reads directives and a refresh that leads to another page.
func (f *finder) meta(a *attributes) {
	switch {
	case strings.EqualFold(a.name, "robots"), a.name != "" && strings.EqualFold(a.name, f.Agent):
		f.directives(a.content)
	case strings.EqualFold(a.equiv, "refresh"):
		_, to, ok := strings.Cut(a.content, "=")
		if ok {
			f.add(strings.Trim(to, " \t\r\n'\""), record.Page)
		}
	}
}

// link reads an element link: feeds, the next page, the page's own address.
func (f *finder) link(a *attributes) {
	switch {
	case !a.hasHref:
	case hasWord(a.rel, "canonical"):
		if own, err := f.base.Resolve(a.href); err == nil && f.found.Canonical == "" {
			f.found.Canonical = own
			f.add(own, record.Page)
		}
	case hasWord(a.rel, "alternate") && isFeed(a.typ):
		f.add(a.href, record.Feed)
	case hasWord(a.rel, "next"), hasWord(a.rel, "prev"):
		f.add(a.href, record.Page)
	case hasWord(a.rel, "sitemap"):
		f.add(a.href, record.Sitemap)
	}
}

// isFeed tells whether a media type is that of a feed.
func isFeed(typ string) bool {
	t := strings.ToLower(typ)
	return strings.Contains(t, "rss+xml") || strings.Contains(t, "atom+xml") || strings.Contains(t, "feed+json")
}

// hasWord tells whether a word stands in a list of words parted by spaces, in any case.
func hasWord(list, word string) bool {
	for field := range strings.FieldsSeq(list) {
		if strings.EqualFold(field, word) {
			return true
		}
	}
	return false
}

// add keeps a link if it leads to what can be crawled. What cannot is nothing that anybody wants to know: every page
// has links to scripts and to mailboxes.
func (f *finder) add(href string, kind record.LinkKind) {
	if strings.HasPrefix(href, "#") {
		return
	}
	if f.tried++; len(f.found.Links) >= MaxLinks || f.tried > maxTried {
		f.found.Left++
		return
	}
	to, err := f.base.Resolve(href)
	if err != nil || f.seen[to] {
		return
	}
	f.seen[to] = true
	if kind == record.Page && isMedia(to) {
		f.found.Files = append(f.found.Files, to)
		return
	}
	f.found.Links = append(f.found.Links, record.Link{URL: to, Kind: kind})
}

// media are the endings of files that are no pages. Without an ending, or with another, the answer's type tells.
var media = map[string]bool{
	"jpg": true, "jpeg": true, "png": true, "gif": true, "webp": true, "avif": true, "svg": true, "ico": true, "bmp": true, "tif": true, "tiff": true,
	"mp3": true, "m4a": true, "ogg": true, "oga": true, "opus": true, "wav": true, "flac": true, "mp4": true, "m4v": true, "webm": true, "mov": true,
	"avi": true, "mkv": true, "pdf": true, "epub": true, "mobi": true, "doc": true, "docx": true, "odt": true, "xls": true, "xlsx": true, "ppt": true,
	"pptx": true, "zip": true, "gz": true, "tgz": true, "bz2": true, "xz": true, "zst": true, "7z": true, "rar": true, "tar": true, "dmg": true, "exe": true,
	"msi": true, "deb": true, "rpm": true, "apk": true, "iso": true, "jar": true, "css": true, "js": true, "mjs": true, "json": true, "woff": true,
	"woff2": true, "ttf": true, "otf": true, "eot": true, "swf": true, "torrent": true, "ics": true, "vcf": true,
}

// isMedia tells by its ending that an address is that of a file which is no page.
func isMedia(normalised string) bool {
	path, _, _ := strings.Cut(address.Path(normalised), "?")
	dot := strings.LastIndexByte(path, '.')
	return dot > strings.LastIndexByte(path, '/') && media[strings.ToLower(path[dot+1:])]
}
