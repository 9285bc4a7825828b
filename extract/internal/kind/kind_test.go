package kind

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

func read(t *testing.T, markup, address string) (*dom.Index, Context) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	x, err := dom.Build(root, 0)
	if err != nil {
		t.Fatal(err)
	}
	ctx := Context{Data: structured.Read(x), Content: dom.Selection{x.Subtree(0)}}
	if ctx.Address, err = url.Parse(address); err != nil {
		t.Fatal(err)
	}
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
	row := Features(x, ctx, Guess{})
	want := map[string]float32{
		"products": 2, "list": 1, "article": 0, "og:type": 2, "blocks": 3, "cards": 2, "prices": 2, "link blocks": 1. / 3, "headings": 1. / 3,
		"forms": 1, "segments": 4, "path words": 4, "path digits": 7, "path date": 1, "address": 5, "share": 1, "spans": 1. / 3,
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

func TestReadModelRejects(t *testing.T) {
	if _, err := ReadModel(modelFile); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		file []byte
	}{
		{"empty", nil},
		{"another version", []byte(strings.Replace(string(modelFile), "kinds 2", "kinds 7", 1))},
		{"truncated", modelFile[:len(modelFile)/2]},
		{"without a lexicon", []byte(modelMagic)},
		{"without forests", modelFile[:len(modelMagic)+Buckets*kinds]},
	}
	for _, test := range tests {
		if _, err := ReadModel(test.file); err == nil {
			t.Errorf("%s: read without error", test.name)
		}
	}
}
