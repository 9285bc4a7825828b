package metadata

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/structured"
)

// TestHostile reads pages made to take long, to the end: what is read of them may not be larger than they are.
func TestHostile(t *testing.T) {
	const n = 20000
	deep := func(open string) string { return strings.Repeat(open, 200) + strings.Repeat("<i></i>", n) }
	for name, page := range map[string]string{
		"authors":              "<h1>A title of some words</h1>" + strings.Repeat(`<p class="author date subtitle summary pager tag"><a href="/author/x" rel="author tag">By Jane Doe 2013-06-14</a></p>`, n),
		"authors in authors":   "<h1>A title of some words</h1>" + deep(`<div class="author date summary pagination"><a rel="author">`),
		"headings":             "<title>A title of some words</title>" + strings.Repeat("<h1>A title of some words</h1>", n),
		"headings in headings": "<title>A title of some words</title>" + strings.Repeat("<h1>A title<div>", 200) + strings.Repeat("<i></i>", n),
		"metas":                strings.Repeat(`<meta name="author" content="Jane Doe"><meta property="article:tag" content="x">`, n),
		"microdata":            strings.Repeat(`<div itemscope itemtype="http://schema.org/Article"><div itemprop="headline">title`, 200) + strings.Repeat("<p>some text of the page</p>", n),
		"long title":           "<title>" + strings.Repeat("a - ", n) + "</title><h1>" + strings.Repeat("a | ", n) + "</h1>",
		"long meta":            `<meta name="author" content="` + strings.Repeat("Jane Doe, ", n) + `"><meta name="description" content="` + strings.Repeat("&amp;amp;", n) + `">`,
		"articles":             `<script type="application/ld+json">[` + strings.Repeat(`{"@type":"Article","headline":"A title of some words"},`, n) + `{}]</script>`,
		"bytes":                "<title>\xff\xfe\x00</title><h1>\xff</h1><p class=author>By \xff\xfe \xf0</p><time datetime=\xff>\xff</time>",
	} {
		x := domtest.Index(t, page)
		data := structured.Read(x)
		md := Read(x, data, Context{Base: Base(x, "https://a.example/b"), Language: Language(x, data)})
		if out, err := json.Marshal(md); err != nil || len(out) > len(page)+1000 {
			t.Errorf("%s: %d bytes of metadata from a page of %d, error %v", name, len(out), len(page), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("https://a.example/2013/06/14/x", `<html lang=en><title>T | S</title><h1>T</h1><p class=byline>By A B, C D</p><time>1/2/2013</time><a rel=next href=?page=2>`)
	f.Add("", `<meta name=author content="Holm, Ida"><p>Summary: a b c d e f g h</p><script type="application/ld+json">{"@type":"Article","author":"x"}</script>`)
	f.Fuzz(func(t *testing.T, address, page string) {
		if strings.Count(page, "<") > 400 {
			return // the parser refuses trees of more than 512 levels
		}
		x := domtest.Index(t, page)
		data := structured.Read(x)
		Read(x, data, Context{Base: Base(x, address), Language: Language(x, data)})
	})
}
