package discover

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract"
)

const home = "https://blog.example/"

func pages(paths ...string) []record.Link {
	var links []record.Link
	for _, p := range paths {
		links = append(links, record.Link{URL: home + p, Kind: record.Page})
	}
	return links
}

// read finds the links of a document in the tree that the extractor makes of it.
func read(doc *record.Document, o Options) (*Found, error) { return Page(doc, tree(doc), o) }

func tree(doc *record.Document) (root *html.Node) {
	// What the extractor cannot read has no tree.
	_, _ = extract.Bytes(doc.Body, extract.WithContentType(doc.Header.Get("Content-Type")), extract.WithTree(func(n *html.Node) { root = n }))
	return root
}

func TestPage(t *testing.T) {
	tests := []struct {
		name, body string
		header     http.Header
		options    Options
		want       Found
	}{
		{name: "links of all sorts", body: `<!DOCTYPE html><html><head><title><a href="/no"></title>
<link rel="canonical" href="/2019/hello/"><link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="Alternate" type="application/atom+xml; charset=utf-8" href="atom.xml">
<link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/style.css"><link rel="next" href="page/2/"><link rel="sitemap" href="/sitemap.xml"></head>
<body><a href="a?utm_source=x&amp;p=1#top">a</a><a href='a?p=1'>again</a><A HREF=b>b</A><map><area href="/c"></map><a name="x">no</a><a href="#top">top</a>
<a href="javascript:void(0)">no</a><a href="mailto:x@blog.example">no</a><a href="/picture.JPG">no</a><a href="http://[::1">no</a>
<!-- <a href="/comment"> --><script>document.write('<a href="/script">')</script></body></html>`,
			want: Found{Canonical: home + "2019/hello/", Files: []string{home + "picture.JPG"}, Links: []record.Link{
				{URL: home + "2019/hello/", Kind: record.Page}, {URL: home + "feed/", Kind: record.Feed}, {URL: home + "atom.xml", Kind: record.Feed},
				{URL: home + "page/2/", Kind: record.Page}, {URL: home + "sitemap.xml", Kind: record.Sitemap}, {URL: home + "a?p=1", Kind: record.Page},
				{URL: home + "b", Kind: record.Page}, {URL: home + "c", Kind: record.Page}}}},
		{name: "nofollow on links", body: `<a rel="ugc NoFollow" href="/a">a</a><a href="/b" rel="nofollowed">b</a>`, want: Found{Links: pages("b")}},
		{name: "nofollow on links, not honoured", body: `<a rel="nofollow" href="/a">a</a>`, options: Options{IgnoreNoFollow: true}, want: Found{Links: pages("a")}},
		{name: "nofollow for the page", body: `<a href="/a">a</a><meta name="ROBOTS" content="NOFOLLOW, noarchive">`, want: Found{NoFollow: true, NoArchive: true}},
		{name: "nofollow for the page, not honoured", body: `<meta name=robots content=nofollow><a href="/a">a</a>`, options: Options{IgnoreNoFollow: true},
			want: Found{NoFollow: true, Links: pages("a")}},
		{name: "none", body: `<meta name="robots" content="none">`, want: Found{NoFollow: true, NoIndex: true}},
		{name: "for this agent", body: `<meta name="scholia" content="noindex"><meta name="otherbot" content="nofollow">`, options: Options{Agent: "scholia"}, want: Found{NoIndex: true}},
		{name: "in the header", header: http.Header{"X-Robots-Tag": {"noindex, max-image-preview:large", "otherbot: nofollow", "scholia: noarchive"}},
			options: Options{Agent: "scholia"}, want: Found{NoIndex: true, NoArchive: true}},
		{name: "a date in the header", header: http.Header{"X-Robots-Tag": {"unavailable_after: 25 Jun 2027 15:00:00 PST"}}, want: Found{}},
		{name: "base", body: `<base href="/files/"><base href="/second/"><a href="x">x</a>`, want: Found{Links: pages("files/x")}},
		{name: "refresh", body: `<meta http-equiv="Refresh" content="0; URL='/moved'">`, want: Found{Links: pages("moved")}},
		{name: "refresh of the page itself", body: `<meta http-equiv="refresh" content="300">`, want: Found{}},
		{name: "another encoding", body: "<meta charset=iso-8859-1><a href=\"/gr\xf6\xdfe\">x</a>", want: Found{Links: pages("gr%C3%B6%C3%9Fe")}},
		{name: "another encoding in the header", header: http.Header{"Content-Type": {"text/html; charset=koi8-r"}}, body: "<a href=\"/\xc1\">x</a>", want: Found{Links: pages("%D0%B0")}},
		{name: "broken markup", body: `<a href="/a" <a href="/b"><a href=/c><a href='/d`, want: Found{Links: pages("a", "c")}},
	}
	for _, test := range tests {
		doc := &record.Document{URL: home, Header: test.header, Body: []byte(test.body)}
		got, err := read(doc, test.options)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if d := cmp.Diff(&test.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

func TestPageAfterRedirects(t *testing.T) {
	got, err := read(&record.Document{URL: "http://old.example/", FinalURL: home + "new/", Body: []byte(`<a href="x">`)}, Options{})
	if err != nil || !slices.Equal(got.Links, pages("new/x")) {
		t.Errorf("links are %v, %v", got, err)
	}
}

func TestManyLinks(t *testing.T) {
	var b strings.Builder
	for i := range MaxLinks + 10 {
		fmt.Fprintf(&b, "<a href=/%d>", i)
	}
	got, err := read(&record.Document{URL: home, Body: []byte(b.String())}, Options{})
	if err != nil || len(got.Links) != MaxLinks || got.Left != 10 {
		t.Errorf("%d links, %d left, %v", len(got.Links), got.Left, err)
	}
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return b.String()
}

func TestSitemap(t *testing.T) {
	const namespace = ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"`
	urlset := `<?xml version="1.0" encoding="UTF-8"?><urlset` + namespace + `><url><loc> https://blog.example/a?x=1&amp;y=2
</loc><lastmod>2019-03-05</lastmod><image:image><image:loc>https://blog.example/a.jpg</image:loc></image:image></url><url><loc><![CDATA[/b]]></loc></url><url><loc>javascript:x</loc></url></urlset>`
	tests := []struct {
		name, body string
		want       []record.Link
		err        error
	}{
		{"pages", urlset, pages("a?x=1&y=2", "b"), nil},
		{"gzipped", zipped(urlset), pages("a?x=1&y=2", "b"), nil},
		{"index", `<sitemapindex` + namespace + `><sitemap><loc>/s1.xml.gz</loc></sitemap></sitemapindex>`, []record.Link{{URL: home + "s1.xml.gz", Kind: record.Sitemap}}, nil},
		{"text", "\ufeffhttps://blog.example/a\r\n\r\nhttps://blog.example/b", pages("a", "b"), nil},
		{"another encoding", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><urlset><url><loc>/gr\xf6\xdfe</loc></url></urlset>", pages("gr%C3%B6%C3%9Fe"), nil},
		{"a web page", "<!DOCTYPE html><html><body>not found</body></html>", nil, ErrKind},
		{"nothing", "", nil, nil},
		{"never closed", "<urlset><url><loc>/a</loc></url>", pages("a"), io.ErrUnexpectedEOF},
		{"broken off", urlset[:len(urlset)-130], pages("a?x=1&y=2"), errAny},
		{"broken gzip", zipped(urlset)[:150], nil, errAny},
		{"exploding entities", `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><urlset><url><loc>/&b;</loc></url></urlset>`, pages("&b;"), nil},
		{"too many", "<urlset>" + strings.Repeat("<url><loc>/a</loc></url>", MaxEntries+1), slices.Repeat(pages("a"), MaxEntries), ErrBound},
	}
	for _, test := range tests {
		var got []record.Link
		var err error
		for link, e := range Sitemap(strings.NewReader(test.body), home) {
			if err = e; err == nil {
				got = append(got, link)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %d addresses: %.300v, want %.300v", test.name, len(got), got, test.want)
		}
		if (err == nil) != (test.err == nil) || test.err != errAny && !errors.Is(err, test.err) {
			t.Errorf("%s: error %v, want %v", test.name, err, test.err)
		}
	}
}

func TestBound(t *testing.T) {
	plain, err := inflated(strings.NewReader(zipped(strings.Repeat(" ", 1<<20))))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(&bound{plain, 1 << 10}); len(b) != 1<<10 || !errors.Is(err, ErrBound) {
		t.Errorf("%d bytes of a bomb were read, %v", len(b), err)
	}
}

// errAny stands for an error that is only required to be there.
var errAny = errors.New("any")

// A sequence that goes on after a break makes the loop panic.
func TestSitemapStops(t *testing.T) {
	for range Sitemap(strings.NewReader("<urlset>"+strings.Repeat("<url><loc>/a</loc></url>", 10)), home) {
		break
	}
}

func TestFeed(t *testing.T) {
	tests := []struct {
		name, body string
		want       []record.Link
		failing    bool
	}{
		{"RSS", `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://blog.example/</link>
<item><title>A</title><link>https://blog.example/a?utm_source=rss</link></item><item><link>/b</link></item><item><title>no link</title></item></channel></rss>`, pages("a", "b"), false},
		{"Atom with a next page", `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link rel="self" href="/atom"/><link rel="next" href="/atom?page=2"/>
<entry><title>A</title><link rel="alternate" href="/a"/><link rel="next" href="/no"/></entry></feed>`, append(pages("a"), record.Link{URL: home + "atom?page=2", Kind: record.Feed}), false},
		{"JSON", `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://blog.example/a"}]}`, pages("a"), false},
		{"RDF", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item><title>A</title><link>https://blog.example/a</link></item></rdf:RDF>`, pages("a"), false},
		{"a web page", "<!DOCTYPE html><html><body>not found</body></html>", nil, true},
		{"exploding entities", `<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title><item><link>/a</link></item></channel></rss>`, pages("a"), false},
	}
	for _, test := range tests {
		got, err := Feed(&record.Document{URL: home, Body: []byte(test.body)})
		if (err != nil) != test.failing || !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, %v, want %v", test.name, got, err, test.want)
		}
	}
}

func TestKind(t *testing.T) {
	tests := []struct {
		body string
		want record.LinkKind
	}{
		{"<?xml version='1.0'?><!-- made by hand --><urlset>", record.Sitemap}, {zipped("<sitemapindex>"), record.Sitemap}, {"<rss version=2>", record.Feed},
		{"<feed>", record.Feed}, {`{"version": "https://jsonfeed.org/version/1", "items": []}`, record.Feed}, {"<!DOCTYPE html><html>", record.Page},
		{"", record.Page}, {"a text", record.Page}, {"\x1f\x8b\x08 broken", record.Page},
	}
	for _, test := range tests {
		if got := Kind(&record.Document{Body: []byte(test.body)}); got != test.want {
			t.Errorf("%.40q is a %s, want a %s", test.body, got, test.want)
		}
	}
}

func TestList(t *testing.T) {
	text := "# blogs\nhttps://blog.example/a#x\n\n  HTTPS://blog.example/b  \r\nnot an address\nhttps://blog.example/" + strings.Repeat("y", 100_000) + "\nhttps://blog.example/c"
	var got, failed []string
	for a, err := range List(strings.NewReader(text)) {
		if err != nil {
			failed = append(failed, err.Error()[:min(len(err.Error()), 31)])
			continue
		}
		got = append(got, a)
	}
	if want := []string{home + "a", home + "b", home + "c"}; !slices.Equal(got, want) {
		t.Errorf("addresses are %q, want %q", got, want)
	}
	if want := []string{`line 5: "not an address": it is`, `line 6: "https://blog.example/y`}; len(failed) != 2 || failed[0] != want[0] || !strings.HasPrefix(failed[1], want[1]) {
		t.Errorf("errors are %q, want %q", failed, want)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(`<base href="//x"><a href="/a">b</a><meta name=robots content=none><link rel=canonical href=y>`), "text/html; charset=koi8-r")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		found, err := read(&record.Document{URL: home, Body: body, Header: http.Header{"Content-Type": {contentType}, "X-Robots-Tag": {contentType}}}, Options{Agent: "scholia"})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range found.Links {
			if again, err := address.Normalise(l.URL); err != nil || again != l.URL {
				t.Errorf("the link %q is not normalised: %q, %v", l.URL, again, err)
			}
		}
	})
}

func FuzzSitemapsAndFeeds(f *testing.F) {
	for _, s := range []string{"<urlset><url><loc>/a</loc></url></urlset>", zipped("<sitemapindex><sitemap><loc>/a</loc>"), "https://blog.example/a\n",
		"<rss><channel><item><link>/a</link></item></channel></rss>", `{"version":"https://jsonfeed.org/version/1","items":[{"url":"x"}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		doc := &record.Document{URL: home, Body: body}
		_, _ = Feed(doc) // any error will do
		kind := Kind(doc)
		count := 0
		for l, err := range Sitemap(bytes.NewReader(body), home) {
			count++
			if err == nil && !strings.HasPrefix(l.URL, "http") {
				t.Errorf("a %s leads to %q", kind, l.URL)
			}
		}
		if count > len(body)+1 {
			t.Errorf("%d addresses in %d bytes", count, len(body))
		}
	})
}

func BenchmarkPage(b *testing.B) {
	var s strings.Builder
	for i := range 100 {
		fmt.Fprintf(&s, "<div class=x><p>Some text of a paragraph that is not short, with <b>markup</b> and <a class=link href=\"/2019/%02d/some-article/\">a link</a> in it.</p></div>\n", i)
	}
	doc := &record.Document{URL: home, Body: []byte(s.String())}
	root := tree(doc)
	b.SetBytes(int64(len(doc.Body)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Page(doc, root, Options{})
	}
}
