package metadata

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// read reads a page that was given with an address. Elements with the class "comments" are the comments.
func read(t testing.TB, address, source string) Metadata {
	t.Helper()
	x := domtest.Index(t, source)
	data := structured.Read(x)
	ctx := Context{Base: Base(x, address), Language: Language(x, data), Log: &explain.Log{}}
	for n := range dom.ID(x.Len()) {
		if x.HasClass(n, "comments") {
			ctx.Skip = append(ctx.Skip, x.Subtree(n))
		}
	}
	return Read(x, data, ctx)
}

// paragraphs is an article's text.
const paragraphs = `<p>The river rose in the night, and by the morning the lower meadows stood under water. Nobody had seen it come so fast,
not even those who had lived by it for sixty years and more, and who keep their boats tied to the apple trees from October until the end
of March because their grandfathers did. The bridge held.</p><p>What follows is what they told me, in the order in which they told it.</p>`

func TestRead(t *testing.T) {
	tests := []struct {
		name, address, source string
		want                  Metadata
	}{
		{"blog post with everything in the head", "https://www.riverpost.example/2024/03/05/the-flood/?utm=1", `<html lang="en"><head>
			<title>The flood that nobody saw coming | River Post</title>
			<link rel="canonical" href="https://www.riverpost.example/2024/03/05/the-flood/"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
			<meta property="og:title" content="The flood that nobody saw coming"><meta property="og:site_name" content="River Post">
			<meta property="og:description" content="Five people who live by the river tell how the water came in the night."><meta property="og:image" content="/img/flood.jpg">
			<meta property="article:published_time" content="2024-03-05T07:30:00+01:00"><meta property="article:modified_time" content="2024-03-06T12:00:00+01:00">
			<meta property="article:section" content="Nature"><meta property="article:tag" content="flood"><meta property="article:tag" content="river">
			<meta name="author" content="Ida Holm"></head><body><h1>The flood that nobody saw coming</h1>
			<figure><img src="/img/flood-800x600.jpg" alt="Meadows under water"><figcaption>The lower meadows in March</figcaption></figure>` + paragraphs + `</body></html>`,
			Metadata{
				URL: "https://www.riverpost.example/2024/03/05/the-flood/", Title: "The flood that nobody saw coming", Site: "River Post",
				License: "https://creativecommons.org/licenses/by/4.0/", Authors: []page.Person{{Name: "Ida Holm"}},
				Published: "2024-03-05T07:30:00+01:00", Modified: "2024-03-06T12:00:00+01:00", Categories: []string{"Nature"}, Tags: []string{"flood", "river"},
				Image:   &page.Image{URL: "https://www.riverpost.example/img/flood.jpg", Alt: "Meadows under water", Caption: "The lower meadows in March"},
				Summary: &page.Summary{Text: "Five people who live by the river tell how the water came in the night.", Origin: page.FromMetadata},
			}},
		{"JSON-LD graph, two authors, an account name in the meta tag", "https://mill.example/bread", `<html lang="en"><head><title>Bread - The Mill</title><meta name="author" content="admin">
			<script type="application/ld+json">{"@graph":[{"@type":"WebSite","@id":"#s","name":"The Mill"},{"@type":"BlogPosting","headline":"Bread &amp;#8211; and butter",
			"author":[{"@type":"Person","name":"Ida Holm","url":"/people/ida"},{"@type":"Person","name":"Per Dahl"}],"datePublished":"2023-11-02T09:15","dateModified":"2023-11-03",
			"articleSection":"Baking","keywords":"rye, sourdough","isPartOf":{"@id":"#s"}}]}</script></head><body><h1>Bread – and butter</h1>` + paragraphs,
			Metadata{
				URL: "https://mill.example/bread", Title: "Bread – and butter", Site: "The Mill",
				Authors:   []page.Person{{Name: "Ida Holm", URL: "https://mill.example/people/ida"}, {Name: "Per Dahl"}},
				Published: "2023-11-02T09:15", Modified: "2023-11-03", Categories: []string{"Baking"}, Tags: []string{"rye", "sourdough"},
			}},
		{"nothing in the head: byline, date and standfirst in the text", "https://news.example/n/17", `<html lang="en"><head><title>News Example » Why the bridge held</title></head>
			<body><div id="logo"><h1><a href="/">News Example</a></h1></div><nav><a href="/author/menu">Authors</a></nav>
			<article><h1>Why the bridge held</h1><p class="standfirst">Engineers had warned for years that it would not.</p>
			<div class="byline">By <a href="/author/ida-holm" rel="author">Ida Holm</a>, <a href="/author/per">Per Dahl</a> and <a href="/author/jo">Jo Berg</a></div>
			<p class="post-meta">Published: 14 June 2013, 9:30 · Updated: 20 June 2013</p>` + paragraphs + `<p>Filed under <a rel="category tag" href="/category/bridges">Bridges</a>, <a rel="tag" href="/tag/steel">#steel</a></p></article>
			<aside class="related"><article><h3><a href="/n/16">Another</a></h3><span class="author">Kim Lund</span> <time datetime="2013-06-01">1 June</time></article></aside>
			<div class="comments"><p class="comment-author">Troll Ferguson</p><time datetime="2013-06-30">30 June 2013</time></div><footer>© 2013 News Example</footer></body></html>`,
			Metadata{
				URL: "https://news.example/n/17", Title: "Why the bridge held", Site: "News Example", Subtitle: "Engineers had warned for years that it would not.",
				Authors: []page.Person{
					{Name: "Ida Holm", URL: "https://news.example/author/ida-holm"}, {Name: "Per Dahl", URL: "https://news.example/author/per"},
					{Name: "Jo Berg", URL: "https://news.example/author/jo"},
				},
				Published: "2013-06-14T09:30", Modified: "2013-06-20", Categories: []string{"Bridges"}, Tags: []string{"steel"},
				Summary: &page.Summary{Text: "Engineers had warned for years that it would not.", Origin: page.FromPage},
			}},
		{"2013 WordPress theme with a summary box", "http://blog.example.org/?p=5", `<html lang="en-US"><head><title>Storm over the lake &laquo; Notes from the shore</title>
			<meta name="keywords" content="seo, storm, cheap flights"></head><body><div class="post"><h2 class="entry-title">Storm over the lake</h2>
			<div class="post-info">Posted by admin on November 2, 2013 in <a rel="category tag" href="http://blog.example.org/category/weather/">Weather</a></div>
			<div class="entry"><p><strong>Summary:</strong> A storm crossed the lake on Friday and took the jetty with it.</p>` + paragraphs + `</div>
			<p>Tags: <a rel="tag" href="/tag/storm">storm</a></p></div></body></html>`,
			Metadata{
				URL: "http://blog.example.org/?p=5", Title: "Storm over the lake", Site: "Notes from the shore", Published: "2013-11-02",
				Categories: []string{"Weather"}, Tags: []string{"storm"},
				Summary: &page.Summary{Text: "A storm crossed the lake on Friday and took the jetty with it.", Origin: page.FromPage},
			}},
		{"German page, microdata", "https://zeitung.example/a", `<html lang="de"><head><title>Hochwasser am Fluss – Die Zeitung am Fluss</title><meta property="og:site_name" content="Die Zeitung am Fluss"></head>
			<body><div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Hochwasser am Fluss</h1>
			<span itemprop="author" itemscope itemtype="http://schema.org/Person">Von <span itemprop="name">Jürgen von der Heide</span></span>
			<meta itemprop="datePublished" content="2021-07-15T18:00:00+02:00"><meta itemprop="dateModified" content="2021-07-16T08:00:00+02:00">
			<p itemprop="alternativeHeadline">Warum der Damm hielt</p><div itemprop="articleBody">` + paragraphs + `</div></div>`,
			Metadata{
				URL: "https://zeitung.example/a", Title: "Hochwasser am Fluss", Subtitle: "Warum der Damm hielt", Site: "Die Zeitung am Fluss",
				Authors:   []page.Person{{Name: "Jürgen von der Heide"}},
				Published: "2021-07-15T18:00:00+02:00", Modified: "2021-07-16T08:00:00+02:00",
			}},
		{"what is no author", "https://shop.example/blog/lamps", `<html><head><title>Lamps for winter</title><meta property="og:site_name" content="Lamp Shop"><meta name="author" content="Lamp Shop">
			<meta name="twitter:creator" content="@lampshop"></head><body><h1>Lamps for winter</h1><p class="author">By Staff Writer</p><p class="author">Editorial Team</p>
			<p class="byline">shop@shop.example</p>` + paragraphs,
			Metadata{URL: "https://shop.example/blog/lamps", Title: "Lamps for winter", Site: "Lamp Shop"}},
		{"a list of articles has no author and no date", "https://list.example/", `<html><head><title>All articles</title></head><body><h1>All articles</h1>
			<article><h2><a href="/1">First</a></h2><p class="byline">By Ida Holm</p><time datetime="2024-01-01">1 January 2024</time></article>
			<article><h2><a href="/2">Second</a></h2><p class="byline">By Per Dahl</p><time datetime="2024-01-02">2 January 2024</time></article></body></html>`,
			Metadata{URL: "https://list.example/", Title: "All articles"}},
		{"a date shown earlier than the one that a program stamped", "https://old.example/x", `<html><head><title>Old text</title><meta property="article:published_time" content="2024-08-07T12:00:00Z"></head>
			<body><h1>Old text</h1><time datetime="2013-12-30">30 December 2013</time>` + paragraphs,
			Metadata{URL: "https://old.example/x", Title: "Old text", Published: "2013-12-30"}},
		{"the author's name as a linked heading, then a bare date", "https://tax.example/b", `<html><head><title>Taxes for beginners</title></head><body><h1>Taxes for beginners</h1>
			<div class="person"><h4>By <a href="/people/ida-holm">Ida Holm</a></h4></div><div class="block"><div>12 May 2025</div></div>` + paragraphs,
			Metadata{URL: "https://tax.example/b", Title: "Taxes for beginners", Authors: []page.Person{{Name: "Ida Holm", URL: "https://tax.example/people/ida-holm"}}, Published: "2025-05-12"}},
		{"author and bare date after the article", "https://end.example/c", `<html><head><title>At the end</title><meta property="og:type" content="article"></head><body><h1>At the end</h1>` + paragraphs + paragraphs + paragraphs + `
			<div><p>Written by <a href="/blog/author/per-dahl">Per Dahl</a></p><p>April 8, 2024</p></div><div><p>Jo Berg</p><p>May 9, 2025</p></div>`,
			Metadata{URL: "https://end.example/c", Title: "At the end", Authors: []page.Person{{Name: "Per Dahl", URL: "https://end.example/blog/author/per-dahl"}}, Published: "2024-04-08"}},
		{"author and category in the foot of an entry", "https://foot.example/f", `<html><head><title>At the foot</title><meta property="og:type" content="article"></head><body><div class="entry"><h3>At the foot</h3>` + paragraphs + paragraphs + `
			<div class="entry-footer"><p><span>Posted by Per Dahl at 09:40 PM in <a href="/ferries/">Ferries</a></span> | <a href="/f">Permalink</a></p></div></div>
			<div class="footer"><p>Posted by Jo Berg in <a href="/tides/">Tides</a></p></div>`,
			Metadata{URL: "https://foot.example/f", Title: "At the foot", Authors: []page.Person{{Name: "Per Dahl"}}, Categories: []string{"Ferries"}}},
		{"both dates in one element, far from the title", "https://end.example/d", `<html><head><title>Both dates</title><meta property="og:type" content="article"></head><body><h1>Both dates</h1>` + paragraphs + paragraphs + paragraphs + `
			<p class="date">December 3, 2025. <i>Updated: December 7, 2025</i></p>`,
			Metadata{URL: "https://end.example/d", Title: "Both dates", Published: "2025-12-03", Modified: "2025-12-07"}},
		{"a date in a sidebar, its label in a heading", "https://end.example/e", `<html><head><title>Label apart</title></head><body><h1>Label apart</h1>` + paragraphs + paragraphs + `
			<div class="side"><div><h4>Published</h4><div class="post-date">July 8, 2025</div></div><div><h4>Reviewed</h4><div class="post-date">July 9, 2025</div></div></div>`,
			Metadata{URL: "https://end.example/e", Title: "Label apart", Published: "2025-07-08"}},
		{"the newest issue's date before the title, the article's after it", "https://end.example/f", `<html><head><title>Two dates</title></head><body><div class="masthead"><time datetime="2025-12-17">12/17/2025</time></div>
			<p>Letters to the members</p><article><h1>Two dates</h1><div class="meta"><time datetime="2017-03-01T12:00:00Z">03/01/2017</time></div>` + paragraphs + `</article>`,
			Metadata{URL: "https://end.example/f", Title: "Two dates", Published: "2017-03-01T12:00:00Z"}},
		{"key points under a heading, title with its own colon", "https://k.example/y", `<html><head><title>Rain: a history - K</title><meta property="og:site_name" content="K"></head><body>
			<h1>Rain: a history</h1><div class="box"><h2>Key points</h2><ul><li>It has always rained on somebody.</li><li>Roofs are younger than rain.</li></ul></div>` + paragraphs,
			Metadata{URL: "https://k.example/y", Title: "Rain: a history", Site: "K",
				Summary: &page.Summary{Text: "It has always rained on somebody.\nRoofs are younger than rain.", Origin: page.FromPage}}},
		{"a first paragraph marked as lead", "https://k.example/z", `<html><head><title>Fog</title><meta name="description" content="An article about fog and other weather."></head><body><h1>Fog</h1>
			<p class="article-lead">Fog is a cloud that has come down to see us.</p>` + paragraphs,
			Metadata{URL: "https://k.example/z", Title: "Fog", Summary: &page.Summary{Text: "Fog is a cloud that has come down to see us.", Origin: page.FromLead}}},
		{"third page of a topic", "https://forum.example/topic/42?page=3", `<html><head><title>Thread: Which lens for birds?</title><link rel="next" href="/topic/42?page=4"></head><body>
			<h1>Thread: Which lens for birds?</h1><div class="pagination"><a href="/topic/42">1</a> <a href="/topic/42?page=2">2</a> <b>3</b> <a href="/topic/42?page=4">4</a> … <a href="/topic/42?page=11">11</a>
			<a href="/topic/43">Next topic</a></div>` + paragraphs,
			Metadata{URL: "https://forum.example/topic/42?page=3", Title: "Thread: Which lens for birds?",
				Pagination: page.Pagination{Next: "https://forum.example/topic/42?page=4", Previous: "https://forum.example/topic/42?page=2", Page: 3, Pages: 11}}},
		{"pages counted by posts", "https://board.example/viewtopic.php?f=2&t=9&start=40", `<html><head><title>Birds</title></head><body><h1>Birds</h1><ul class="pager">
			<li><a href="./viewtopic.php?f=2&amp;t=9">1</a><li><a href="./viewtopic.php?f=2&amp;t=9&amp;start=20">2</a><li>3<li><a href="./viewtopic.php?f=2&amp;t=9&amp;start=60">4</a></ul>` + paragraphs,
			Metadata{URL: "https://board.example/viewtopic.php?f=2&t=9&start=40", Title: "Birds", Pagination: page.Pagination{
				Next: "https://board.example/viewtopic.php?f=2&t=9&start=60", Previous: "https://board.example/viewtopic.php?f=2&t=9&start=20", Page: 3, Pages: 4}}},
		{"the next article of a blog is no next page", "https://wp.example/?p=5", `<html><head><title>Five</title><link rel="next" href="/?p=6"></head><body><h1>Five</h1><a href="/?p=6" rel="next">6</a>` + paragraphs,
			Metadata{URL: "https://wp.example/?p=5", Title: "Five"}},
		{"rel=next to another article is no pagination", "https://b.example/2020/one/", `<html><head><title>One thing</title><link rel="next" href="/2020/another/"></head><body><h1>One thing</h1>` + paragraphs,
			Metadata{URL: "https://b.example/2020/one/", Title: "One thing"}},
		{"citation tags, surname first", "", `<html><head><title>On tides</title><meta name="citation_title" content="On tides"><meta name="citation_author" content="Holm, Ida"><meta name="citation_author" content="Dahl, Per B.">
			<meta name="citation_publication_date" content="1998/05/04"></head><body><h1>On tides</h1>` + paragraphs,
			Metadata{Title: "On tides", Authors: []page.Person{{Name: "Ida Holm"}, {Name: "Per B. Dahl"}}, Published: "1998-05-04"}},
		{"empty", "", "", Metadata{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			md := read(t, test.address, test.source)
			md.SummaryBox, md.Statements, md.Pager = nil, nil, nil // see TestSummaryBox, TestStatements, TestPager
			got, _ := json.MarshalIndent(md, "", " ")
			want, _ := json.MarshalIndent(test.want, "", " ")
			if string(got) != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestSubtitle(t *testing.T) {
	const says = "How the water came in the night, told by those who saw it."
	for _, test := range []struct{ name, source, want string }{
		{"a class", `<h1>The flood</h1><p class="standfirst">` + says + `</p>`, says},
		{"a dateline", `<h1>The flood</h1><p class="subtitle">Upper Lock, 2 November 2021</p>`, ""},
		{"a heading that says what the description says", `<meta name="description" content="` + says + `"><h1>The flood</h1><h2>` + says + `</h2>`, says},
		{"what follows the title in its group", `<hgroup><p>Rivers, part 3</p><h1>The flood</h1><p>` + says + `</p></hgroup>`, says},
		{"a heading that says something else", `<meta name="description" content="` + says + `"><h1>The flood</h1><h2>Before the rain came down</h2>`, ""},
	} {
		if got := read(t, "https://k.example/x", "<title>The flood</title>"+test.source+paragraphs).Subtitle; got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSummaryBox(t *testing.T) {
	for _, c := range []struct{ box, want string }{
		{`<h4>Summary:</h4><p>The jetty went with the storm, and nobody saw it go.</p>`, "Summary: The jetty went with the storm, and nobody saw it go."},
		{`<p><b>TL;DR:</b> the jetty went with the storm, and nobody saw it go.</p>`, "TL;DR: the jetty went with the storm, and nobody saw it go."},
		{`<div><h4>Key points</h4><ul><li>The jetty went with the storm.</li></ul><ul><li>Nobody saw it go.</li></ul><p>It was a Friday.</p></div>`,
			"Key points The jetty went with the storm. Nobody saw it go."},
		{`<p class="standfirst">The jetty went with the storm, and nobody saw it go.</p>`, ""},
		{``, ""},
	} {
		x := domtest.Index(t, `<html><body><h1>Storm</h1>`+c.box+paragraphs)
		var got []byte
		for _, span := range Read(x, structured.Read(x), Context{}).SummaryBox {
			got = x.AppendText(got, span.First, span.Last)
		}
		if string(got) != c.want {
			t.Errorf("%s: got %q, want %q", c.box, got, c.want)
		}
	}
}

// TestPager shows which lines are links to the other pages of an article and not its text.
func TestPager(t *testing.T) {
	const address = "https://b.example/2020/the-storm/"
	for _, c := range []struct{ foot, want string }{
		{`<div class="page-links">Pages: 1 <a href="/2020/the-storm/2/">2</a> <a href="/2020/the-storm/3/">3</a></div>`, "Pages: 1 2 3"},
		{`<p class="nav"><a class="next" href="/2020/the-storm/2/">Next page</a></p><ul class="pagination"><li>1<li><a href="/2020/the-storm/2/">2</a></ul>`, "Next page|2"},
		{`<p class="nav"><a class="next" href="/2020/calm/">Next article</a></p>`, ""},
		{`<p>What came of the boats in the harbour, and of the men who had gone out in them to fish on the night before the storm, stands on page <a href="/2020/the-storm/2/">2</a>.</p>`, ""},
		{``, ""},
	} {
		x := domtest.Index(t, `<html><body><h1>Storm</h1>`+paragraphs+c.foot)
		base, _ := url.Parse(address)
		var got []string
		for _, span := range Read(x, structured.Read(x), Context{Base: base}).Pager {
			got = append(got, string(x.AppendText(nil, span.First, span.Last)))
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s: got %q, want %q", c.foot, joined, c.want)
		}
	}
}

func TestBase(t *testing.T) {
	const saved = "<!-- saved from url=(0025)https://s.example/2016/a/ -->"
	tests := []struct{ given, head, want string }{
		{"page.html", saved + `<html>`, "https://s.example/2016/a/"},
		{"page.html", saved + `<html><head><link rel="canonical" href="https://a.example/p">`, "https://a.example/p"},
		{"", "<!-- saved from url=(0014)about:internet -->", ""},
		{"https://a.example/b/c", ``, "https://a.example/b/c"},
		{"https://a.example/b/c", `<base href="/d/">`, "https://a.example/d/"},
		{"page.html", `<link rel="canonical" href="https://a.example/p">`, "https://a.example/p"},
		{"", `<meta property="og:url" content="https://a.example/p"><base href="https://b.example/">`, "https://b.example/"},
		{"", ``, ""},
	}
	for _, test := range tests {
		got := ""
		if u := Base(domtest.Index(t, test.head), test.given); u != nil {
			got = u.String()
		}
		if got != test.want {
			t.Errorf("Base(%s, %q) = %q, want %q", test.head, test.given, got, test.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	english := "<p>" + strings.Repeat("The river rose in the night and nobody had seen it come so fast, not even those who live by it. ", 5)
	german := "<p>" + strings.Repeat("Der Fluss stieg in der Nacht, und niemand hatte ihn so schnell kommen sehen, auch nicht die, die an ihm wohnen. ", 5)
	tests := []struct{ name, page, want string }{
		{"declared", `<html lang="en-GB">` + english, "en-GB"},
		{"declared in other ways", `<html xml:lang="pt_br">` + english, "pt-BR"},
		{"by a meta tag", `<html><head><meta http-equiv="Content-Language" content="de, en"></head>` + german, "de"},
		{"by og:locale", `<html><head><meta property="og:locale" content="fr_CA"></head>`, "fr-CA"},
		{"by JSON-LD", `<html><head><script type="application/ld+json">{"@type":"Article","inLanguage":"sv"}</script></head>`, "sv"},
		{"the theme's English on a German page", `<html lang="en-US">` + german, "de"},
		{"another language is believed", `<html lang="nl">` + german, "nl"},
		{"from the text", `<html><nav>Home About Contact</nav>` + german, "de"},
		{"too little text", `<html><p>Hm.</p>`, ""},
		{"no language at all", `<html lang="{{locale}}"><p>1 2 3</p>`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := domtest.Index(t, test.page)
			if got := Language(x, structured.Read(x)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPersons(t *testing.T) {
	tests := []struct {
		text string
		want string // joined by ;
	}{
		{"By Ida Holm", "Ida Holm"},
		{"Written by Ida Holm and Per Dahl", "Ida Holm;Per Dahl"},
		{"By Ida Holm, Per Dahl & Jo Berg", "Ida Holm;Per Dahl;Jo Berg"},
		{"By Ida Holm, Senior Editor", "Ida Holm"},
		{"By Ida Holm, MD", "Ida Holm"},
		{"By Ida Holm, E-RYT", "Ida Holm"},
		{"Von Ida Holm und Per Dahl, NDR", "Ida Holm;Per Dahl"},
		{"Posted by Ida Holm on June 14, 2013", "Ida Holm"},
		{"By Ida Holm June 14", "Ida Holm"},
		{"Von Jürgen von der Heide", "Jürgen von der Heide"},
		{"Par Zoé Lemaître", "Zoé Lemaître"},
		{"Di Carlo De Luca", "Carlo De Luca"},
		{"Автор: Анна Иванова", "Анна Иванова"},
		{"Holm, Ida", "Ida Holm"},
		{"Ida Holm Ida Holm", "Ida Holm"},
		{"By A. J. O'Neal", "A. J. O'Neal"},
		{"Ida Holm | ida@site.example", "Ida Holm"},
		{"By Theresa May", "Theresa May"},
		{"April Roach, May 4, 2024", "April Roach"},
		{"José Ortega y Gasset y Ana Ruiz", "José Ortega y Gasset;Ana Ruiz"},
		{"Ida Holm Published", "Ida Holm"},
		{"Last updated May", ""},
		{"Veröffentlicht", ""},
		{"By admin", ""},
		{"Site Name", ""},
		{"By the Editorial Team", ""},
		{"@handle", ""},
		{"https://site.example/author/ida", ""},
		{"By How to Boil an Egg", ""},
		{"June 14, 2013", ""},
	}
	base, _ := url.Parse("https://site.example/")
	r := &reader{ctx: Context{Base: base}, siteKeys: []string{"sitename"}}
	for _, test := range tests {
		if got := strings.Join(r.persons(test.text, true), ";"); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestTitleUnderSlogan(t *testing.T) {
	const heading = `<h1>Which lamp for a small boat?</h1>`
	for source, want := range map[string]string{
		`<title>Quay - The heart of the harbour</title><main>` + heading + paragraphs + `</main>`:                              "Which lamp for a small boat?",
		`<title>Quay - The heart of the harbour</title>` + heading + paragraphs:                                                "Quay - The heart of the harbour",
		`<title>Lamps for a small boat - Quay</title><main><h1>Lamps that are seen on the water</h1>` + paragraphs + `</main>`: "Lamps for a small boat",
	} {
		if got := read(t, "", source).Title; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTitleBesideCode(t *testing.T) {
	names := strings.Repeat(`<pre><code>fn <span class="hljs-title">main</span>() {}</code></pre>`, 20)
	m := read(t, "https://k.example/x", `<title>Errors that pass - The Lock Keeper's Book</title><h1>The Lock Keeper's Book</h1>`+names+`<h2>Errors that pass</h2>`+paragraphs)
	if want := "Errors that pass"; m.Title != want {
		t.Errorf("got %q, want %q", m.Title, want)
	}
}

func TestDateInPath(t *testing.T) {
	for path, want := range map[string]page.Date{
		"/2013/06/14/storm": "2013-06-14", "/blog/2013-06-14-storm.html": "2013-06-14", "/2013/06/storm": "", "/p/20130614": "",
		"/2013/jun/14/storm": "2013-06-14", "/news/2013/february/03/": "2013-02-03", "/2013/13/14/x": "", "/1013/06/14/x": "", "": "", "/2013/06/1": "",
	} {
		if got := dateInPath(path); got != want {
			t.Errorf("%q: got %q, want %q", path, got, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "12 345 — 678": "",
		"The river rose in the night, and by the morning the lower meadows stood under water. Nobody had seen it come so fast, though they had lived by it for sixty years and had been told about it by those who lived there before.": "en",
		"Der Fluss stieg in der Nacht, und am Morgen standen die unteren Wiesen unter Wasser, wie seit Jahren nicht.":                                                                                                                   "de",
		"夜のうちに川の水かさが増し、朝には下の牧草地が水の下にありました。":                                                                                                                                                                                             "ja",
	} {
		if got := LanguageOf(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
