package kind

import (
	"net/url"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

func read(t *testing.T, markup, address string) (*dom.Index, Context) {
	t.Helper()
	x := domtest.Index(t, markup)
	ctx := Context{Data: structured.Read(x), Content: dom.Selection{x.Subtree(0)}}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	ctx.Address = u
	return x, ctx
}

func TestOf(t *testing.T) {
	prose := strings.Repeat("<p>The mill stood empty for nine years, until the new owners found that its wheel still turned in high water.</p>", 12)
	code := strings.Repeat("<p>Call <code>open</code> before you read, and close the handle when all of the rows have been read.</p><pre>h = open(path)\nrows = read(h)\nclose(h)</pre>", 12)
	tests := []struct {
		name, page, address string
		want                page.Kind
	}{
		{"article", `<meta property="og:type" content="article"><h1>The mill</h1>` + prose, "https://example.org/2013/06/the-mill-turns-again", page.Article},
		{"documentation", `<h1>Reading rows</h1><h2>Open</h2>` + code, "https://docs.example.org/reference/rows", page.Documentation},
		{
			"product", `<script type="application/ld+json">{"@type":"Product","name":"Mill wheel","offers":{"@type":"Offer","price":"90"}}</script>
			<h1>Mill wheel</h1><p class="product-price">€ 90</p><p>An oak wheel, four feet across, for small mills.</p><form><button>Add to cart</button></form>`,
			"https://shop.example.org/products/mill-wheel", page.Product,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x, ctx := read(t, test.page, test.address)
			if got := Of(x, ctx); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			ctx.Remarks = true
			if got := Of(x, ctx); got != page.Article && got != page.Product {
				t.Errorf("with comments of readers: got %s", got)
			}
			ctx.Thread = true
			if got := Of(x, ctx); got != page.Thread {
				t.Errorf("with a conversation as its content: got %s, want %s", got, page.Thread)
			}
			if got := Of(x, Context{}); got != page.Other {
				t.Errorf("without content: got %s, want %s", got, page.Other)
			}
		})
	}
}

func TestFeatures(t *testing.T) {
	x, ctx := read(t, `<meta property="og:type" content="website">
		<script type="application/ld+json">[{"@type":"Product"},{"@type":"Product"},{"@type":"ItemList"}]</script>
		<h1>Boots</h1><ul><li class="card">Weir boot £40</li><li class="card"><a href="/2">Lock boot £55</a></li></ul><form></form>`,
		"https://example.org/2019/07/collections/boots-and-shoes-2")
	ctx.Metadata = &metadata.Metadata{
		Authors: []page.Person{{Name: "Ada Weir"}, {Name: "Tom Lock"}}, Published: "2019-07-02", Tags: []string{"boots"}, Categories: []string{"feet", "rain"},
		Pagination: page.Pagination{Page: 2, Next: "https://example.org/3"},
	}
	row := Features(x, ctx, Guess{})
	want := map[string]float32{
		"products": 2, "list": 1, "article": 0, "og:type": 2, "blocks": 3, "cards": 2, "prices": 2, "link blocks": 1. / 3, "headings": 1. / 3,
		"forms": 1, "segments": 4, "path words": 4, "path digits": 7, "path date": 1, "address": 5, "share": 1, "spans": 1. / 3,
		"authors": 2, "dated": 1, "modified": 0, "topics": 3, "page": 2, "next": 1, "summary": 0, "links": 1, "same site": 1,
	}
	for i, name := range FeatureNames() {
		if v, asked := want[name]; asked && row[i] != v {
			t.Errorf("%s: %v, want %v", name, row[i], v)
		}
	}
	if n := len(FeatureNames()); n != featureCount {
		t.Errorf("%d names for %d features", n, featureCount)
	}
}

func TestLinks(t *testing.T) {
	x, ctx := read(t, `<a>No link</a><a href="/fells/">Up</a><a href="/fells/tarns/stickle">Below</a><a href="https://www.walks.example/fells/tarns/red">Below</a>
		<a href="//shop.walks.example/maps">A subdomain</a><a href="https://elsewhere.example/fells/tarns/far">Elsewhere</a><a href="/fells/tarns-of-old">Beside</a>
		<a href="?go=https://elsewhere.example">Itself</a><a href="https://walks.example">The front page</a>`, "https://www.walks.example/fells/tarns/")
	row := Features(x, ctx, Guess{})
	want := map[string]float32{"links": 8, "same site": 7. / 8, "below": 2, "below share": 2. / 7}
	for i, name := range FeatureNames() {
		if v, asked := want[name]; asked && row[i] != v {
			t.Errorf("%s: %v, want %v", name, row[i], v)
		}
	}
}

func TestTeasers(t *testing.T) {
	const front = `<h1>Fells</h1><p>We walk.</p>
		<article><h2><a href="/fells/red">Red Screes</a></h2><p>Up by the quarry and down by the old road, in rain.</p><p>Never again.</p></article>
		<article><a href="https://walks.example/fells/pike"><h2>Pike o' Blisco</h2></a><p>A wall to sit behind.</p><article>One within</article></article>
		<h3><a href="/fells/red">Red Screes</a></h3><h3><a href="#top">Back to the top</a></h3><h3><a href="https://elsewhere.example/fells">Elsewhere</a></h3>
		<aside><article>Beside</article><h3><a href="/fells/wet">Wet Sleddale</a></h3></aside><ul><li><a href="/fells/long">A long way home</a></li><li><a href="/fells">Fells</a></li></ul>`
	x, ctx := read(t, front, "https://www.walks.example/")
	row := Features(x, ctx, Guess{})
	want := map[string]float32{
		"teasers": 2, "teasing": 2. / 6, "h1": 1, "before": 3, "stories": 2, "entries": 2, "titles": 3,
	}
	for i, name := range FeatureNames() {
		if v, asked := want[name]; asked && row[i] != v {
			t.Errorf("%s: %v, want %v", name, row[i], v)
		}
	}
}

func TestArchive(t *testing.T) {
	tests := []struct {
		address string
		want    bool
	}{
		{"https://a.example/", false},
		{"https://a.example/2021/10/", true},
		{"https://a.example/2021/10/03", true},
		{"https://a.example/2021", false}, // it may be anything
		{"https://a.example/blog/2021/9/", true},
		{"https://a.example/2021/10/pears/", false},
		{"https://a.example/why-pears/2021/10", false}, // some sites write the day behind the title
		{"https://a.example/page/2/", true},
		{"https://a.example/tag/pears/page/3", true},
		{"https://a.example/why-pears-fall/page/2", false},
		{"https://a.example/page/pears", false},
		{"https://a.example/?s=pears", true},
		{"https://a.example/?paged=2", true},
		{"https://a.example/?p=12", false},
		{"https://a.example/pears?s=1", false},
		{"", false},
	}
	for _, test := range tests {
		u, err := url.Parse(test.address)
		if err != nil {
			t.Fatal(err)
		}
		var row boost.Row
		address(Context{Address: u}, &row)
		if got := row[fArchive] > 0; got != test.want {
			t.Errorf("%s: %v, want %v", test.address, got, test.want)
		}
	}
}

func TestReadModelRejects(t *testing.T) {
	if _, err := ReadModel(modelFile); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		file []byte
	}{
		{"empty", nil},
		{"another version", []byte(strings.Replace(string(modelFile), "kinds 3", "kinds 7", 1))},
		{"truncated", modelFile[:len(modelFile)/2]},
		{"without a lexicon", []byte(modelMagic)},
		{"an empty lexicon", append([]byte(modelMagic), 0, 0, 0, 0)},
	}
	for _, test := range tests {
		if _, err := ReadModel(test.file); err == nil {
			t.Errorf("%s: read without error", test.name)
		}
	}
}
