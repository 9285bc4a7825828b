package extract_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/render"
)

// post is a small blog page, as it might have been fetched.
const post = `<!DOCTYPE html>
<html lang="en">
<head><title>Oats for winter - The Granary</title>
<meta property="og:site_name" content="The Granary">
<meta name="author" content="Edith Marsh"></head>
<body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article>
<h1>Oats for winter</h1>
<p>We cut the last field on Friday, two weeks late, with the dew still on it and the combine steaming like a kettle.</p>
<h2>Drying</h2>
<p>The grain came in at <em>nineteen</em> per cent. It wants to be at fourteen before the frost, so the fan runs day and night.</p>
</article>
<div id="comments"><h3>2 Comments</h3>
<ol class="comment-list">
<li class="comment" id="comment-1"><cite class="fn">Joss</cite> <time datetime="2021-10-04T08:30">October 4, 2021 at 8:30 am</time>
<p>Ours came in at twenty-two and smelled of beer.</p>
<ol class="children"><li class="comment" id="comment-2"><cite class="fn">Edith Marsh</cite> <time datetime="2021-10-04T19:05">October 4, 2021 at 7:05 pm</time>
<p>Then I know what you will be drinking at Christmas.</p></li></ol></li>
</ol></div>
<footer>Made on a farm.</footer>
</body>
</html>`

func ExampleBytes() {
	p, err := extract.Bytes([]byte(post), extract.WithURL("https://granary.example/oats"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Title, "by", p.Authors[0].Name, "on", p.Site)
	for _, s := range p.AllSections() {
		fmt.Printf("%q has %d paragraph\n", s.Heading, len(s.Blocks))
	}
	// Output:
	// Oats for winter by Edith Marsh on The Granary
	// "" has 1 paragraph
	// "Drying" has 1 paragraph
}

func ExampleReader() {
	f, err := os.Open("../testdata/german-blog/page.html")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	p, err := extract.Reader(f, extract.WithContentType("text/html; charset=utf-8"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s (%s), %s, %d comments\n", p.Title, p.Language, p.Published, p.Comments.Found)
	// Output:
	// Der letzte Fährmann von Untersande (de), 2017-03-12T09:15:00+01:00, 4 comments
}

// A page that was parsed already, or a part of it, is read without parsing it again.
func ExampleNode() {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(post))
	if err != nil {
		log.Fatal(err)
	}
	article := doc.Find("article").Get(0)
	p, err := extract.Node(article)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Words, "words,", p.Comments.Found, "comments")
	// Output:
	// 48 words, 0 comments
}

// Comments are walked in the order of the page, each before its replies.
func ExampleBytes_comments() {
	p, err := extract.Bytes([]byte(post))
	if err != nil {
		log.Fatal(err)
	}
	for depth, c := range p.Comments.All() {
		fmt.Printf("%s%s, %s: %s\n", strings.Repeat("  ", depth), c.Author.Name, c.Published.Day(), c.Text)
	}
	// Output:
	// Joss, 2021-10-04: Ours came in at twenty-two and smelled of beer.
	//   Edith Marsh, 2021-10-04: Then I know what you will be drinking at Christmas.
}

func ExampleBytes_markdown() {
	p, err := extract.Bytes([]byte(post))
	if err != nil {
		log.Fatal(err)
	}
	if err := render.Markdown(os.Stdout, p); err != nil {
		log.Fatal(err)
	}
	// Output:
	// ---
	// title: Oats for winter
	// authors:
	//   - Edith Marsh
	// site: The Granary
	// language: en
	// kind: article
	// comments: 2
	// ---
	//
	// We cut the last field on Friday, two weeks late, with the dew still on it and the combine steaming like a kettle.
	//
	// ## Drying
	//
	// The grain came in at *nineteen* per cent. It wants to be at fourteen before the frost, so the fan runs day and night.
	//
	// ## Comments
	//
	// > **Joss** · 2021-10-04T08:30
	// >
	// > Ours came in at twenty-two and smelled of beer.
	// >
	// > > **Edith Marsh** · 2021-10-04T19:05
	// > >
	// > > Then I know what you will be drinking at Christmas.
}

// Rules say where the comments of a site stand, for what no program can guess.
func ExampleReadRules() {
	rules, err := extract.ReadRules(strings.NewReader(`
- site: granary.example
  thread: false
  unit: tr.row
  author: "@data-by"
  body: td.words
  parent: "@data-answers"
  id: "@data-n"
`))
	if err != nil {
		log.Fatal(err)
	}
	const page = `<h1>Oats for winter</h1><table>
<tr class="row" data-n="1" data-by="Joss"><td class="words">Ours came in at twenty-two.</td></tr>
<tr class="row" data-n="2" data-by="Edith Marsh" data-answers="1"><td class="words">Then I know what you will be drinking.</td></tr>
</table>`
	p, err := extract.Bytes([]byte(page), extract.WithURL("https://granary.example/oats"), extract.WithRules(rules))
	if err != nil {
		log.Fatal(err)
	}
	for depth, c := range p.Comments.All() {
		fmt.Printf("%s%s: %s\n", strings.Repeat("  ", depth), c.Author.Name, c.Text)
	}
	// Output:
	// Joss: Ours came in at twenty-two.
	//   Edith Marsh: Then I know what you will be drinking.
}
