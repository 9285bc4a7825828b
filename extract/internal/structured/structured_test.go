package structured

import (
	"fmt"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// read reads a page written in HTML.
func read(t testing.TB, page string) *Data {
	t.Helper()
	return Read(domtest.Index(t, page))
}

// outline writes things and what they hold, one property a line, things within things indented. A thing that is held
// by several is written out where it stands.
func outline(d *Data) string {
	var b strings.Builder
	var write func(t *Thing, indent string)
	write = func(t *Thing, indent string) {
		fmt.Fprintf(&b, "%s%s", indent, strings.Join(t.Types, " "))
		if t.ID != "" {
			fmt.Fprintf(&b, " <%s>", t.ID)
		}
		b.WriteByte('\n')
		for _, p := range t.Properties {
			switch v := p.Value; {
			case v.Thing == nil:
				fmt.Fprintf(&b, "%s  %s: %q\n", indent, p.Name, v.Text())
			case v.Thing.Parent != t:
				fmt.Fprintf(&b, "%s  %s: -> %q\n", indent, p.Name, v.Text())
			default:
				fmt.Fprintf(&b, "%s  %s:\n", indent, p.Name)
				write(v.Thing, indent+"    ")
			}
		}
	}
	for _, t := range d.Things {
		if t.Parent == nil {
			write(t, "")
		}
	}
	for _, err := range d.Problems {
		fmt.Fprintln(&b, "problem:", err)
	}
	return b.String()
}

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

func TestJSONLD(t *testing.T) {
	tests := []struct{ name, script, want string }{
		{"thing", `{"@context":"https://schema.org","@type":"BlogPosting","headline":"Rain","wordCount":120,"isAccessibleForFree":true,"image":null}`,
			lines(`BlogPosting`, `  headline: "Rain"`, `  wordCount: "120"`, `  isAccessibleForFree: "true"`)},
		{"nested and lists", `[{"@type":["Article","schema:NewsArticle"],"author":[{"@type":"Person","name":"Ida Holm"},"Per Dahl"]},{"@type":"http://schema.org/WebSite"}]`,
			lines(`Article NewsArticle`, `  author:`, `    Person`, `      name: "Ida Holm"`, `  author: "Per Dahl"`, `WebSite`)},
		{"graph with references", `{"@graph":[{"@type":"Article","@id":"#a","author":{"@id":"#p"},"isPartOf":{"@id":"#w"}},{"@type":"WebPage","@id":"#w","primary":{"@id":"#a"}},{"@type":"Person","@id":"#p","name":"Ida Holm"},{"@type":"Person","@id":"#gone"}]}`,
			lines(`Article <#a>`, `  author: -> "Ida Holm"`, `  isPartOf: -> ""`, `WebPage <#w>`, `  primary: -> ""`, `Person <#p>`, `  name: "Ida Holm"`, `Person <#gone>`)},
		{"values with language", `{"@type":"Article","schema:name":{"@value":"Regn","@language":"da"},"keywords":{"@list":["a","b"]}}`,
			lines(`Article`, `  name: "Regn"`, `  keywords: "a"`, `  keywords: "b"`)},
		{"escaped once and twice", `{"@type":"Article","headline":"Salt &amp;#8211; &quot;and&quot; r&eacute;sum\u00e9 AT&T","url":"https://a.example/?a=1&section=2"}`,
			lines(`Article`, `  headline: "Salt – \"and\" résumé AT&T"`, `  url: "https://a.example/?a=1&section=2"`)},
		{"all escaped", `{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Rain&quot;}`,
			lines(`Article`, `  headline: "Rain"`)},
		{"HTML comment", "\n<!--\n{\"@type\":\"Article\",\"headline\":\"Rain\"}\n-->", lines(`Article`, `  headline: "Rain"`)},
		{"CDATA", "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Rain\"};\n//]]>", lines(`Article`, `  headline: "Rain"`)},
		{"raw newlines", "{\"@type\":\"Article\",\"headline\":\"Rain\n and snow\"}", lines(`Article`, `  headline: "Rain\n and snow"`)},
		{"trailing commas and comments", "{\"@type\":\"Article\", // kind\n\"keywords\":[\"a\",\"b\",], /* more */ \"url\":\"https://a.example/\",}",
			lines(`Article`, `  keywords: "a"`, `  keywords: "b"`, `  url: "https://a.example/"`)},
		{"comma lacks", "{\"@type\":\"Article\"\n\"headline\":\"Rain\"\n\"wordCount\":12}", lines(`Article`, `  headline: "Rain"`, `  wordCount: "12"`)},
		{"quotation marks in a string", `{"@type":"Article","description":"See <a href="https://a.example/">this, "that"</a>.","headline":"Rain"}`,
			lines(`Article`, `  description: "See <a href=\"https://a.example/\">this, \"that\"</a>."`, `  headline: "Rain"`)},
		{"several values", `{"@type":"Article"},{"@type":"WebSite"}{"@type":"Person"}`, lines(`Article`, `WebSite`, `Person`)},
		{"closed too early", `{"@type":"Article","headline":"Rain"} "description":"Wet"}`, lines(`Article`, `  headline: "Rain"`)},
		{"cut off", `{"@type":"Article","author":{"@type":"Person","name":"Ida Ho`, lines(`Article`, `  author:`, `    Person`, `      name: "Ida Ho"`)},
		{"bare words and lacking values", `{"@type":"Article","wordCount":012,"headline":,"url":undefined}`,
			lines(`Article`, `  wordCount: "012"`, `  url: "undefined"`)},
		{"wrong escape", `{"@type":"Article","headline":"It\'s rain",}`, lines(`Article`, `  headline: "It\\'s rain"`)},
		{"empty", ``, ``},
		{"too deep", `{"@type":` + strings.Repeat("[", 400) + strings.Repeat("]", 400) + `}`,
			lines(`problem: JSON-LD in script 1: cannot parse JSON: cannot parse object: cannot parse object value: cannot parse array: too big depth for the nested JSON`)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outline(read(t, `<script type="application/ld+json">`+test.script+`</script>`))
			if strings.HasPrefix(got, "problem") && strings.HasPrefix(test.want, "problem") {
				return // the parser's own words
			}
			if strings.TrimSpace(got) != strings.TrimSpace(test.want) {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestMicrodata(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"item", `<div itemscope itemtype="https://schema.org/BlogPosting" itemid="/rain"><h1 itemprop="headline name">Rain <b>falls</b></h1>
			<meta itemprop="wordCount" content="120"><time itemprop="datePublished" datetime="2024-03-01">1 March</time>
			<img itemprop="image" src="/r.png"><a itemprop="url" href="/rain">link</a></div>`,
			lines(`BlogPosting </rain>`, `  headline: "Rain falls"`, `  name: "Rain falls"`, `  wordCount: "120"`, `  datePublished: "2024-03-01"`, `  image: "/r.png"`, `  url: "/rain"`)},
		{"items within items", `<div itemscope itemtype="http://schema.org/Article"><p itemprop="author" itemscope itemtype="http://schema.org/Person">
			<span itemprop="name">Ida Holm</span></p><p itemprop="headline">Rain</p><div itemscope itemtype="http://schema.org/WPSideBar"><i itemprop="name">x</i></div></div>`,
			lines(`Article`, `  author:`, `    Person`, `      name: "Ida Holm"`, `  headline: "Rain"`)},
		{"author as a link", `<div itemscope><a itemprop="author" href="/ida">Ida Holm</a></div>`, lines(``, `  author: "Ida Holm"`)},
		{"itemref", `<div itemscope itemref="b gone a" itemtype="http://schema.org/Article"></div><p id="a"><i itemprop="headline">Rain</i></p>
			<p id="b" itemprop="author" itemscope><i itemprop="name">Ida Holm</i></p>`,
			lines(`Article`, `  author: -> "Ida Holm"`, `  headline: "Rain"`, ``, `  name: "Ida Holm"`)},
		{"property of no item", `<p itemprop="name">x</p>`, ``},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := outline(read(t, test.page)); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestAccess(t *testing.T) {
	d := read(t, `<script type="application/ld+json">{"@type":"Article","name":" ","headline":"Rain","author":[{"name":"Ida Holm","url":"/ida"},"Per"],
		"publisher":{"@id":"#org"},"image":{"@type":"ImageObject","contentUrl":"/r.png"}}</script>`)
	a := d.First("BlogPosting", "Article")
	got := []string{a.Text("name", "headline"), a.Text("author"), a.URL("author"), a.URL("image"), a.URL("publisher"), a.Thing("author").Text("name")}
	want := []string{"Rain", "Ida Holm", "/ida", "/r.png", "#org", "Ida Holm"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if none := d.First("Person"); none.Text("name") != "" || none.Is("Person") || none.Thing("author") != nil {
		t.Error("a thing that is not there has properties")
	}
}

// TestHostile reads input made to take long, to the end: it may not grow on the way.
func TestHostile(t *testing.T) {
	const n = 100000
	script := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for name, page := range map[string]string{
		"open brackets":    script(strings.Repeat("[", n)),
		"open objects":     script(strings.Repeat(`{"a":`, n)),
		"quotation marks":  script(`{"a":` + strings.Repeat(`"`, n)),
		"commas in text":   script(`{"a":"` + strings.Repeat(`x ", y `, n)),
		"white space":      script(`{"a":"` + strings.Repeat(`" `+strings.Repeat(" ", 100), n/100)),
		"empty references": `<p id="r"></p>` + strings.Repeat(`<i itemscope itemref="r"></i>`, n),
		"references":       `<p id="r">` + strings.Repeat(`<i itemprop="a"></i>`, 3000) + `</p>` + strings.Repeat(`<i itemscope itemref="r"></i>`, 3000),
	} {
		d := read(t, page)
		if len(d.Things) > 2*n {
			t.Errorf("%s: %d things", name, len(d.Things))
		}
	}
}

func FuzzJSONLD(f *testing.F) {
	f.Add(`{"@type":"Article","author":[{"@id":"#p"}],"headline":"a \" b"}`)
	f.Add("{\"a\":\"x \n\", 'b' : [1,2,,], // c\n")
	f.Add(`<!-- {&quot;a&quot;:01e5} -->`)
	f.Fuzz(func(t *testing.T, s string) {
		d := &Data{}
		_ = d.readScript(bare(s))
		d.resolve(0)
		if err := (&Data{}).readScript(string(mend(s))); err != nil && !strings.Contains(err.Error(), "depth") {
			t.Errorf("mended text cannot be read: %v\n%s\n%s", err, s, mend(s))
		}
	})
}
