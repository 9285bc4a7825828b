package decode

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func standard(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func rendered(t testing.TB, n *html.Node) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Render(&b, n); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The bounded builder makes the standard's tree of pages whose elements are not misnested.
func TestBuildAsStandard(t *testing.T) {
	for _, page := range []string{
		"",
		"words",
		"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A &amp; B</title></head><body class=x><h1>A</h1></body></html>",
		"<title>A</title><p>one<p>two<div>three</div>",
		"<ul><li>one<li>two<ul><li>deep</ul><li><p>three<li>four</ul>after",
		"<dl><dt>a<dd>b<dt>c<dd><p>d</dl>",
		"<table><tr><td>a<td>b<tr><th>c</table><p>after",
		"<table><thead><tr><th>a<tbody><tr><td><table><td>in</table></table>",
		"<head><noscript><link href=a></noscript><script>if (a<b) c('</p>')</script></head><body><noscript><img src=b></noscript>",
		"<noscript><img src=pixel></noscript><p>text",
		"<pre>\n\ncode</pre><textarea>\n<p></textarea>",
		"<p>one</b> two</section> three</p></p>four</br>five",
		"<select><option>a<option>b</select><ruby>x<rp>(<rt>y<rp>)</ruby>",
		"<svg><path d=x /><g><title>t</title></g></svg><p>after<a href=1>b<a href=2>c",
		"<p><b>one <i>two</i></b><br/><img src=x>three<hr>four",
		"<!-- a --><p><!-- b -->text</p>",
	} {
		if got, want := rendered(t, build([]byte(page), false, MaxDepth)), rendered(t, standard(t, page)); strings.Replace(got, "<!-- a -->", "", 1) != strings.Replace(want, "<!-- a -->", "", 1) {
			t.Errorf("%s\n got %s\nwant %s", page, got, want)
		}
	}
}

func TestXHTML(t *testing.T) {
	const page = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title><script src="a.js"/></head>
<body><a name="top"/><div class="clear"/><p><![CDATA[1 < 2]]> text</p></body></html>`
	doc, err := Bytes([]byte(page), Options{})
	if err != nil || !doc.Simplified {
		t.Fatal(doc, err)
	}
	_, body, _ := strings.Cut(rendered(t, doc.Root), "<body>")
	if want := "<a name=\"top\"></a><div class=\"clear\"></div><p>1 &lt; 2 text</p></body></html>"; strings.TrimSpace(body) != want {
		t.Errorf("%s\nwant %s", body, want)
	}
}

// numbered repeats format with its number until the result has size bytes.
func numbered(format string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// hostile are pages that cost the standard's algorithm too much, nest too deep for it, or might.
func hostile(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	formats := numbered("<b x=%d>", 4000)
	return map[string]string{
		"deep div":              fill("<div>") + "end",
		"deep div closed":       fill("<div>") + "end" + fill("</div>"),
		"deep list":             fill("<ul><li>") + "end",
		"deep table":            fill("<table><tr><td>") + "end",
		"deep select":           fill("<select><div>") + "end",
		"deep template":         fill("<template><td>") + "end",
		"deep svg":              fill("<svg><g>") + "end",
		"deep svg title":        fill("<svg><title>") + "end",
		"deep math":             fill("<math><mi><p>") + "end",
		"deep object":           fill("<object>") + "end",
		"deep frames":           fill("<frameset>"),
		"deep custom":           numbered("<x-%d>", size) + "end",
		"open formatting":       fill("<p><b>x"),
		"open fonts":            numbered("<p><font size=%d>x", size),
		"clones":                "<p>" + formats + fill("</p><p>x"),
		"clones after tricks":   "<p>" + strings.ReplaceAll(formats, ">", "><object></b></object>") + fill("</p><p>x"),
		"clones after quotes":   "<p>" + strings.ReplaceAll(formats, "<b ", "<b y='</b>' ") + fill("</p><p>x"),
		"clones after comment":  "<p>" + strings.ReplaceAll(formats, ">", "><!--</b>-->") + fill("</p><p>x"),
		"clone of attributes":   "<p><b " + numbered("a%d ", size/4) + ">" + fill("</p><p>x"),
		"hidden attributes":     "<p><b y='</b>' =\" z=\">\" " + numbered("a%d ", size/4) + ">" + fill("</p><p>x"),
		"formatting in table":   "<table>" + numbered("<tr><b x=%d>", size),
		"body attributes":       numbered("<body a%d>", size),
		"html attributes":       numbered("<html a%d>", size),
		"end tags under many":   strings.Repeat("<span>", 480) + fill("</ul>"),
		"items under many":      strings.Repeat("<span>", 480) + fill("<li></li>"),
		"misnested":             fill("<b><i><u><p></b></i></u></p>"),
		"links":                 fill("<a href=x><p>x"),
		"foster parents":        "<table>" + fill("x<br>"),
		"siblings":              fill("<br>"),
		"attributes":            "<div " + numbered("a%d ", size) + ">end",
		"long attribute":        "<div title='" + fill("&amp;") + "'>end",
		"tags without end":      fill("<b "),
		"quotes without end":    fill("<b x='y=\""),
		"stray end tags":        fill("x</y>"),
		"comments":              fill("<!-->"),
		"comments in a comment": fill("<!--") + "--!>end",
		"comments to the end":   fill("<!-- --!><!--"),
		"shapes without end":    fill("<path x='"),
		"shapes in shapes":      fill("<path a") + "b/>end",
		"styles without end":    fill("<style><b>"),
		"scripts in a script":   fill("<script><!--"),
		"images without end":    fill("'<svg "),
		"open comment":          fill("<!--"),
		"less than":             fill("<"),
		"cdata":                 "<svg>" + fill("<g><![CDATA[></g>]]>"),
	}
}

// Every page is read into a tree that is not too deep and keeps the text.
func TestHostile(t *testing.T) {
	const size = 256 << 10
	for name, page := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			doc, err := Bytes([]byte(page), Options{ContentType: "text/html"})
			if err != nil {
				t.Fatal(err)
			}
			if tooDeep(doc.Root, MaxDepth) {
				t.Error("too deep")
			}
			nodes, end := 0, false
			for n := range doc.Root.Descendants() {
				nodes++
				end = end || n.Type == html.TextNode && strings.HasSuffix(n.Data, "end")
			}
			if nodes > 2*maxClones {
				t.Errorf("%d nodes", nodes)
			}
			if strings.HasSuffix(page, "end") && !end {
				t.Error("text lost")
			}
		})
	}
}

// A page nested deeper than the standard's parser allows keeps its text in order and what comes after at its place.
func TestDeepPage(t *testing.T) {
	var page strings.Builder
	page.WriteString("<body><main>")
	for i := range 600 {
		fmt.Fprintf(&page, "<div>%d ", i)
	}
	page.WriteString(strings.Repeat("</div>", 600) + "</main><footer>after</footer>")
	doc, err := Bytes([]byte(page.String()), Options{})
	if err != nil || !doc.Simplified {
		t.Fatal(doc, err)
	}
	var words []string
	for n := range doc.Root.Descendants() {
		if n.Type == html.TextNode {
			words = append(words, strings.Fields(n.Data)...)
			if n.Data == "after" && (n.Parent.Data != "footer" || n.Parent.Parent.Data != "body") {
				t.Errorf("after stands in %s in %s", n.Parent.Data, n.Parent.Parent.Data)
			}
		}
	}
	var want []string
	for i := range 600 {
		want = append(want, fmt.Sprint(i))
	}
	if got := strings.Join(words, " "); got != strings.Join(append(want, "after"), " ") {
		t.Error(got)
	}
}

// Common markup is parsed by the standard's algorithm.
func TestOrdinaryPagesAreStandard(t *testing.T) {
	item := `<div class=c><p><strong>Ann <a href="/u?a>b">x</a></strong> <em><b>wrote</b></em> <i class=icon></i>
<code><span class=k>func</span></code> <font face="Verdana, Arial" size=2>old<br>style</font></p></div>`
	if c := measure([]byte(strings.Repeat(item, 2000))); c.costly() {
		t.Errorf("%+v", c)
	}
}

func FuzzBytes(f *testing.F) {
	for _, page := range hostile(300) {
		f.Add([]byte(page), "")
	}
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "text/html; charset=shift_jis")
	f.Add([]byte("<?xml version='1.0'?><a/><![CDATA[x]]>"), "application/xhtml+xml")
	f.Add([]byte("a < b <b> \x1b$B"), "text/plain")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		doc, err := Bytes(b, Options{ContentType: contentType})
		if err != nil {
			return
		}
		if doc.Root != nil && tooDeep(doc.Root, MaxDepth) {
			t.Error("too deep")
		}
		if tooDeep(build(b, false, MaxDepth), MaxDepth) || tooDeep(build(b, true, 16), 16) {
			t.Error("built too deep")
		}
	})
}

func BenchmarkBytes(b *testing.B) {
	item := `<div class="post" id="p1"><h2><a href="/a">A heading</a></h2><p>Some words of a paragraph, <em>enough</em> to
be like the pages of the web, where a tag has twenty to thirty bytes of text about it.</p></div>`
	page := []byte("<!DOCTYPE html><title>x</title>" + strings.Repeat(item, 400))
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			if _, err := Bytes(page, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("html.Parse", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			if _, err := html.Parse(bytes.NewReader(page)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func tooDeep(root *html.Node, limit int) bool { return walk(root, limit, func(*html.Node) {}) }
