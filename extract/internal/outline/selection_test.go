package outline

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/page"
)

// nodes selects from the first text node that begins with from to the first that begins with to, as package content
// does.
func nodes(t *testing.T, x *dom.Index, pairs ...string) (sel dom.Selection) {
	t.Helper()
	find := func(prefix string) dom.ID {
		for n := range dom.ID(x.Len()) {
			if x.IsText(n) && strings.HasPrefix(strings.TrimSpace(x.Node(n).HTML.Data), prefix) {
				return n
			}
		}
		t.Fatalf("no text begins with %q", prefix)
		return dom.None
	}
	for i := 0; i < len(pairs); i += 2 {
		sel = append(sel, dom.Span{First: find(pairs[i]), Last: find(pairs[i+1])})
	}
	return sel
}

// TestSelection reads parts of a page: what is not selected is left out, what frames the selection is no part of it.
func TestSelection(t *testing.T) {
	for _, c := range []struct {
		name, html string
		spans      []string
		want       string // Text
	}{
		{"gaps", `<div><p>one</p><p>ad</p><p>two <b>bold</b></p></div><p>end</p>`, []string{"one", "one", "two", "bold"},
			"one\n\ntwo bold"},
		{"a body in an item of a list", `<ol><li><div><p>one</p></div><div><p>two</p></div></li><li>next</li></ol>`,
			[]string{"one", "two"}, "one\n\ntwo"},
		{"items of a list", `<ul><li>a</li><li>b</li><li>c</li></ul>`, []string{"a", "b"}, "a\nb"},
		{"a row is read whole", `<table><tr><th>k<th>v<tr><td>1<td>2<tr><td>3<td>4</table>`, []string{"k", "v", "4", "4"},
			"k\tv\n3\t4"},
		{"code is read whole", "<pre>a\n<b>b</b>\nc</pre>", []string{"b", "b"}, "a\nb\nc"},
		{"a caption between goes with its figure", `<p>a</p><figure><img src="/x.png"><figcaption>cap</figcaption></figure><p>b</p>`,
			[]string{"a", "a", "b", "b"}, "a\n\ncap\n\nb"},
		{"other text between does not", `<p>a</p><p>ad</p><figure><img src="/x.png"><figcaption>cap</figcaption></figure><p>b</p>`,
			[]string{"a", "a", "b", "b"}, "a\n\nb"},
		{"a heading that links to itself goes with its section", `<p>a</p><h2 id="h"><a href="#h">Head</a></h2><p>b</p><h2><a href="/x">Else</a></h2><p>c</p>`,
			[]string{"a", "a", "b", "b", "c", "c"}, "a\n\nHead\n\nb\n\nc"},
		{"the heading of contents that are left out", `<p>a</p><div class="toc"><h2>In this text</h2><ul><li><a href="#h">Head</a></li></ul></div><p>b</p>`,
			[]string{"a", "a", "In this", "In this", "b", "b"}, "a\n\nb"},
		{"the heading of an empty aside", `<p>a</p><aside><h2>In this text</h2><nav></nav></aside><p>b</p>`, []string{"a", "b"}, "a\n\nb"},
		{"a section named for its entry in the contents", `<p>a</p><div id="toc_1-2"><h2>Head</h2></div><p>b</p>`, []string{"a", "b"}, "a\n\nHead\n\nb"},
		{"a quote goes with who is quoted", `<div><p>x</p><blockquote><p>a</p><footer>— Who</footer></blockquote></div>`,
			[]string{"x", "a"}, "x\n\na\n\nWho"},
		{"notes go together", `<div><p>x<sup><a href="#n1">1</a></sup></p><ol><li id="n1">first</li><li id="n2">second</li></ol></div>`,
			[]string{"x", "first"}, "x1\n\nfirst\nsecond"},
		{"text on either side of what was left out", `<div>a<br><br><b>ad</b><br><br>b<div>ad</div>c <i>d</i></div>`, []string{"a", "a", "b", "b", "c", "d"},
			"a\n\nb\n\nc d"},
		{"a post goes with who wrote it", `<blockquote class="twitter-tweet"><p>a</p>&mdash; Ann <a href="https://twitter.com/ann/status/1">May 4</a></blockquote>`,
			[]string{"a", "a"}, "a\n— Ann May 4"},
		{"a quote that is all there is", `<blockquote><p>a</p><p>b</p><footer>— Who</footer></blockquote>`, []string{"a", "b"}, "a\n\nb\n\nWho"},
		{"a quote that only indents", `<blockquote><p>a</p><p>b</p></blockquote>`, []string{"a", "b"}, "a\n\nb"},
		{"one text node", `<p>a <i>b</i> c</p>`, []string{"b", "b"}, "b"},
		{"a hidden panel that was chosen", `<p>a</p><div hidden><p>b <span>c</span> <i>d</i></p></div><p>e <span hidden>f</span></p>`,
			[]string{"a", "e"}, "a\n\nb c d\n\ne"},
		{"hidden where all is hidden", `<div hidden><p>a</p><p>b</p></div>`, []string{"a", "b"}, "a\n\nb"},
	} {
		x := domtest.Index(t, c.html)
		sections := Sections(x, nodes(t, x, c.spans...), Context{Base: base})
		for _, s := range sections {
			check(t, s)
		}
		if got := Text(sections); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestDays: the day of publication over the text is no section, unless the sections are days.
func TestDays(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<h2>3 May 2021</h2><p>a</p><h2>At the lock</h2><p>b</p>`, "a\n\nAt the lock\n\nb"},
		{`<h2>3 May 2021</h2><p>a</p><h2>4 May 2021</h2><p>b</p>`, "3 May 2021\n\na\n\n4 May 2021\n\nb"},
		{`<h2>2 May 2021</h2><p>a</p>`, "2 May 2021\n\na"},
	} {
		x := domtest.Index(t, c.html)
		if got := Text(Sections(x, dom.Selection{x.Subtree(0)}, Context{Published: "2021-05-03T10:00:00Z", Language: "en"})); got != c.want {
			t.Errorf("%s: got %q, want %q", c.html, got, c.want)
		}
	}
}

// TestSelectionMarkup: a selection within markup keeps it.
func TestSelectionMarkup(t *testing.T) {
	x := domtest.Index(t, `<ol><li><p>a <b>b</b></p></li></ol>`)
	got := Blocks(x, nodes(t, x, "b", "b"), Context{})
	want := `[{"type":"paragraph","text":"b","inlines":[{"type":"strong","inlines":[{"type":"text","text":"b"}]}]}]`
	if b, _ := json.Marshal(got); string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

// TestBlocks reads a comment: no sections, nothing hidden.
func TestBlocks(t *testing.T) {
	x := domtest.Index(t, `<blockquote class="body"><h3>Head</h3><p>One<br>two</p><div hidden>spoiler</div><ul><li>a</ul><hr></blockquote>`)
	blocks := Blocks(x, dom.Selection{x.Subtree(0)}, Context{})
	const want = "Head\n\nOne\ntwo\n\na"
	if len(blocks) != 1 || blocks[0].Type != page.Quote || blocks[0].Text != want {
		t.Errorf("the document: %+v", blocks)
	}
	n := x.Blocks()[0].Box
	for !x.HasClass(n, "body") {
		n = x.Node(n).Parent
	}
	blocks = Blocks(x, dom.Selection{x.Subtree(n)}, Context{})
	if got := BlocksText(blocks); got != want || blocks[0].Inlines[0].Type != page.Strong || len(blocks) != 3 {
		t.Errorf("the quote as a body: %q %+v", got, blocks)
	}
}

// TestText: what belongs to a block but not to its Text is in the plain text as well, once.
func TestText(t *testing.T) {
	x := domtest.Index(t, `<body><p>Lead.</p><h2>Head</h2><table><caption>Cap</caption><tr><th>a<th>b<tr><td>1<td>2</table>
		<details><summary>More</summary><p>In.</p></details><blockquote><p>Said.</p><footer>— Who</footer></blockquote>
		<figure><figure><img src=/1.png><figcaption>One</figcaption></figure><figcaption>All</figcaption></figure>`)
	const want = "Lead.\n\nHead\n\nCap\n\na\tb\n1\t2\n\nMore\n\nIn.\n\nSaid.\n\nWho\n\nOne\n\nAll"
	if got := Text(Sections(x, dom.Selection{x.Subtree(0)}, Context{Base: base})); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestWithoutBase: relative addresses stay as they are where there is no base.
func TestWithoutBase(t *testing.T) {
	x := domtest.Index(t, `<p><a href="b.html">b</a> <a href="HTTP://Upper.example/%zz">c</a> <a href="ftp://f.example/">d</a></p>`)
	b := Blocks(x, dom.Selection{x.Subtree(0)}, Context{})[0]
	if b.Inlines[0].URL != "b.html" || len(b.Inlines) != 2 {
		t.Errorf("%+v", b.Inlines)
	}
}

// TestEmpty: an empty selection has nothing.
func TestEmpty(t *testing.T) {
	x := domtest.Index(t, "<p>a</p>")
	if s := Sections(x, nil, Context{}); len(s) != 0 || Text(s) != "" {
		t.Error(s)
	}
	if b := Blocks(x, nil, Context{}); len(b) != 0 {
		t.Error(b)
	}
}

// TestHostile reads pages made to be slow, to the end: each has a way to make something be looked at again and again.
func TestHostile(t *testing.T) {
	for _, c := range []struct {
		times         int
		piece, before string
		after         string
	}{
		{400, "<blockquote>a", "", ""},
		{200, "<ul><li>a", "", ""},
		{400, "<figure><img src=a.png>", "", ""},
		{100, "<table><tr><td>a", "", ""},
		{400, "<details><summary>s</summary>", "", ""},
		{400, "<div role=heading>", "", "a"},
		{400, `<div class="admonition note"><p class="title">t</p>`, "", ""},
		{200, "<code>a<div>", "", ""},
		{150, "<dl><dt>a<dd>b", "", ""},
		{200, "<math><mrow>", "", "<mi>x</mi>"},
		{8000, "<b>x</b>,", "", ""},
		{8000, `<a href="#x">1</a> `, "", `<p id="x">note</p>`},
		{8000, `<sup><a href="#n1">1</a></sup> `, "", `<p id="n1">note</p>`},
		{8000, "<li>a", "", ""},
		{8000, "<source srcset=a.png><img src=b.png>", "<picture>", ""},
		{8000, "<noscript><img src=a.png></noscript>", "", ""},
		{8000, "<td>a", "<table><tr>", ""},
		{8000, "<tr><td>a<td>b", "<table>", ""},
		{8000, "<h2>a</h2>", "", ""},
		{8000, "<p><b>a</b></p><p>text text</p>", "", ""},
		{8000, `<span class="sidenote">n</span>`, "", ""},
		{8000, "<blockquote></blockquote>a", "<ul><li>", ""},
		{8000, "a<br>", "", ""},
		{8000, "<hr>a", "", ""},
	} {
		x := domtest.Index(t, c.before+strings.Repeat(c.piece, c.times)+c.after)
		if Text(Sections(x, dom.Selection{x.Subtree(0)}, Context{Base: base})) == "" && !strings.Contains(c.piece, "img") {
			t.Errorf("%s: no text", c.piece)
		}
	}
}

// TestDeep reads a tree that no parser makes: what is too deep for recursion is read as plain text.
func TestDeep(t *testing.T) {
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	n := root
	for range 100000 {
		child := &html.Node{Type: html.ElementNode, Data: "blockquote", DataAtom: atom.Blockquote}
		n.AppendChild(child)
		n = child
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: "deep"})
	x, err := dom.Build(root, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := Text(Sections(x, dom.Selection{x.Subtree(0)}, Context{})); got != "deep" {
		t.Errorf("got %q", got)
	}
}
