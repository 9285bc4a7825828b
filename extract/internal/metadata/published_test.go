package metadata

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/extract/page"
)

func TestPublished(t *testing.T) {
	long := paragraphs + paragraphs + paragraphs
	for _, test := range []struct {
		name, address, source string
		published, modified   page.Date
	}{
		{"a key that a site made up", "https://k.example/x", `<title>Tides</title><meta name="w-published-date" content="2025-05-27T06:03:43Z">
			<meta name="updated" content="2025-06-01"><h1>Tides</h1>` + long, "2025-05-27T06:03:43Z", "2025-06-01"},
		{"a page with a headline and an author", "https://k.example/x", `<title>Tides</title><script type="application/ld+json">{"@type":"WebPage","headline":"Tides",
			"author":{"@type":"Person","name":"Ida Holm"},"datePublished":"2022-10-05"}</script><h1>Tides</h1>` + long, "2022-10-05", ""},
		{"a page that somebody made", "https://k.example/x", `<title>Our boats</title><script type="application/ld+json">{"@type":"WebPage","name":"Our boats",
			"datePublished":"2022-10-05"}</script><h1>Our boats</h1>` + long, "", ""},
		{"the front page of a blog", "https://k.example/", `<title>Shore notes</title><link rel="canonical" href="https://k.example/">
			<meta property="og:type" content="website"><h1>Shore notes</h1><p class="date">3 May 2024</p>` + long, "", ""},
		{"an article whose canonical address is the front page", "https://k.example/x", `<title>Tides</title><link rel="canonical" href="https://k.example/">
			<meta property="og:type" content="article"><h1>Tides</h1><p class="date">3 May 2024</p>` + long, "2024-05-03", ""},
		{"stated as published after the last change", "https://k.example/x", `<title>Tides</title><script type="application/ld+json">{"@type":"BlogPosting","headline":"Tides",
			"datePublished":"2025-12-19T22:02:58Z","dateModified":"2025-12-19T22:02:45Z"}</script><h1>Tides</h1><div>Dec 18, 2025</div>` + long, "2025-12-18", "2025-12-19T22:02:45Z"},
		{"originally published", "https://k.example/x", `<title>Tides</title><meta property="og:type" content="article"><h1>Tides</h1><p class="date">30 Sep 2022</p>` + long +
			`<p>This article was originally published on 26 Sep 2019 at 4:12pm but has been updated now and then so that what it says is still true.</p>`, "2019-09-26T16:12", ""},
		{"an event", "https://k.example/x", `<title>Open day</title><script type="application/ld+json">{"@type":"Event","name":"Open day","startDate":"2025-10-04T14:00+02:00",
			"endDate":"2025-10-05"}</script><h1>Open day</h1><p class="date">5 October 2025</p>` + long, "", ""},
		{"the day of an event in a list of facts", "https://k.example/x", `<title>Open day</title><h1>Open day</h1><dl><dt>When</dt><dd>4 October 2025, 14:00</dd></dl>` + long, "", ""},
		{"a job and its deadline", "https://k.example/x", `<title>Lock keeper</title><script type="application/ld+json">{"@type":"JobPosting","title":"Lock keeper",
			"datePosted":"2024-05-01"}</script><h1>Lock keeper</h1>` + long + `<p>Apply by 31 May 2024.</p>`, "2024-05-01", ""},
		{"a correction", "https://k.example/x", `<title>Tides</title><h1>Tides</h1><p>It fell.</p><p><b>Correction, May 5, 2021:</b> It held.</p>`, "", "2021-05-05"},
		{"a deadline", "https://k.example/x", `<title>Lock keeper</title><h1>Lock keeper</h1><p>Apply by 31 May 2024.</p>` + long, "", ""},
		{"planned ahead", "https://k.example/x", `<title>Tides</title><meta property="article:modified_time" content="2024-05-02"><h1>Tides</h1>
			<p>Published <time datetime="2024-05-04">4 May</time></p>` + long, "2024-05-04", ""},
		{"changed before a day that is hardly the page's", "https://k.example/x", `<title>Tides</title><meta property="article:modified_time" content="2024-05-02"><h1>Tides</h1>` + strings.Repeat(long, 5) +
			`<p class="date">8 June 2024</p>`, "", "2024-05-02"},
		{"the end of an offer", "https://k.example/x", `<title>A boat</title><h1>A boat</h1><p>48 months to pay – ends Aug 2, 2026</p>` + long, "", ""},
		{"the end of a call and its beginning", "https://k.example/x", `<title>Tides</title><h1>Tides</h1><div>3 May 2024, open until 8 June 2024</div>` + long, "2024-05-03", ""},
		{"a change that the end of the page tells", "https://k.example/docs/x", `<title>Tides</title><h1>Tides</h1>` + long +
			`<footer><p>Last updated on May 12, 2025</p></footer>`, "", "2025-05-12"},
		{"the order of a date, by the same day for machines", "https://k.example/x", `<html lang="en"><title>Tides</title><h1>Tides</h1><time>02-12-2025</time>` + long +
			`<h2><a href="/x">Tides</a></h2><time datetime="2025-12-02">the other day</time>`, "2025-12-02", ""},
		{"the order of a date, by the address", "https://k.example/blog/2023/october/03/tides/", `<html lang="en"><title>Tides</title><h1>Tides</h1>
			<div class="date">03/10/2023</div>` + long, "2023-10-03", ""},
	} {
		m := read(t, test.address, test.source)
		if m.Published != test.published || m.Modified != test.modified {
			t.Errorf("%s: got %q, changed %q; want %q, %q", test.name, m.Published, m.Modified, test.published, test.modified)
		}
	}
}

func TestAuthorsAtTheEnd(t *testing.T) {
	long := paragraphs + paragraphs + paragraphs
	for _, test := range []struct{ name, source, want string }{
		{"footer of the article", `<article><h1>Tides</h1>` + long + `<footer><p class="name"><a rel="author" href="/author/hg">Halina Berg</a></p></footer></article>`, "Halina Berg"},
		{"footer of the page", `<article><h1>Tides</h1>` + long + `</article><footer><p class="author">Halina Berg</p></footer>`, ""},
		{"a sentence about it", `<h1>Tides</h1>` + long + `<p><em>This post was written by <a href="/d/1">Vera Mann, MD</a>, of the harbour clinic.</em></p>`, "Vera Mann"},
		{"byline before the account in the head", `<meta name="author" content="Kim Lund"><h1>Tides</h1><p>By Halina Berg</p>` + long, "Halina Berg"},
		{"all is hidden until a script runs", `<body style="visibility:hidden"><h1>Tides</h1><div class="author-name">Halina Berg</div>` + long, "Halina Berg"},
	} {
		m := read(t, "https://k.example/x", "<title>Tides</title>"+test.source)
		got := ""
		if len(m.Authors) > 0 {
			got = m.Authors[0].Name
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestBylines holds lines near the title, with what they say beside the names of the authors.
func TestBylines(t *testing.T) {
	for _, test := range []struct{ lang, line, authors, published string }{
		{"en", `<p>By Vera Mann and Tom Beck | May 12, 2021 | 4 min read</p>`, "Vera Mann;Tom Beck", "2021-05-12"},
		{"en", `<p>Words: <b>Vera Mann</b> Photos: <b>Tom Beck</b></p><p>12 May 2021</p>`, "Vera Mann", "2021-05-12"},
		{"en", `<p>Reviewed by Dr. Ines Faro, Written by Vera Mann, May 12, 2021</p>`, "Vera Mann", ""},
		{"en", `<p>Fact checked by <a class="author" href="/x">Ines Faro</a></p><p><a class="author" href="/v">Vera Mann</a> 12 May 2021</p>`, "Vera Mann", "2021-05-12"},
		{"en", `<p>Posted by <a href="/u/elm">elm</a> on 12 May 2021</p>`, "elm", "2021-05-12"},
		{"en", `<p>Posted by <b>the sea</b>, <a href="/u/elm">elm</a></p><p>12 May 2021</p>`, "", "2021-05-12"},
		{"en", `<p>Reviewed by Ines Faro on 12 May 2021</p>`, "", ""},
		{"de", `<div>Von <a href="/a/vm">Vera Mann</a>, 12. Mai 2021, 14:05 Uhr</div>`, "Vera Mann", "2021-05-12T14:05"},
		{"fr", `<div>Par Vera Mann — Publié le 12 mai 2021 à 14h05, mis à jour le 3 juin 2021</div>`, "Vera Mann", "2021-05-12T14:05"},
		{"nl", `<p>Door Vera Mann op 12 mei 2021</p>`, "Vera Mann", "2021-05-12"},
		{"tr", `<p>Yazan: Vera Mann, 12 Mayıs 2021 Çarşamba</p>`, "Vera Mann", "2021-05-12"},
		{"ru", `<p>Автор: Вера Манн · 12 мая 2021 г.</p>`, "Вера Манн", "2021-05-12"},
		{"ja", `<div>2021年5月12日 文：山田太郎</div>`, "山田太郎", "2021-05-12"},
		{"zh", `<div>作者：王小明　发布时间：2021-05-12 14:05　来源：面包日报</div>`, "王小明", "2021-05-12T14:05"},
	} {
		m := read(t, "https://k.example/x", `<html lang="`+test.lang+`"><title>Tides</title><h1>Tides</h1>`+test.line+paragraphs+paragraphs)
		var names []string
		for _, a := range m.Authors {
			names = append(names, a.Name)
		}
		if got := strings.Join(names, ";"); got != test.authors || string(m.Published) != test.published {
			t.Errorf("%s: got %q, %q; want %q, %q", test.line, got, m.Published, test.authors, test.published)
		}
	}
}

func TestTitleNamesNoAuthor(t *testing.T) {
	m := read(t, "https://k.example/x", `<title>475 eels taken by Vera Mann</title><h1>475 eels taken by Vera Mann</h1>`+paragraphs)
	if len(m.Authors) > 0 {
		t.Errorf("got %v, want none", m.Authors)
	}
}

// TestCitedAuthors: of a paper all are named who are to be cited, also where an element names the first.
func TestCitedAuthors(t *testing.T) {
	m := read(t, "https://k.example/x", `<title>Tides</title><meta name="citation_author" content="Mann, Vera"><meta name="citation_author" content="Tom Beck">
		<h1>Tides</h1><ul class="authors"><li><a class="author" href="/a/vm">Vera Mann</a><sup>1</sup>,</li><li><a class="author" href="/a/tb">Tom Beck</a></li></ul>`+paragraphs)
	want := []page.Person{{Name: "Vera Mann", URL: "https://k.example/a/vm"}, {Name: "Tom Beck", URL: "https://k.example/a/tb"}}
	if diff := cmp.Diff(want, m.Authors); diff != "" {
		t.Error(diff)
	}
}
