package kind_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// post is an article of the blog that most pages of this test belong to.
type post struct {
	path, title, date, author string
	text                      []string
}

var posts = []post{
	{
		"/2021/10/pruning-old-pear-trees/", "Pruning old pear trees", "2021-10-18", "Greta Holm", []string{
			"A pear that nobody has touched for thirty years does not want a saw in its crown. It wants to be looked at, from all sides, on a day without wind, and then it wants to lose three branches and no more.",
			"I take what is dead first. Then I take the one branch that rubs its neighbour raw, and after that I go down the ladder and drink a cup of tea, because the third branch is the one that you will be sorry for.",
			"The tree will answer with water shoots in the spring. Leave them until August, when the sap has gone quiet, and tear them off by hand while they are still green at the base.",
			"After four winters of this, the old tree behind the dairy bears again. They are small pears, and hard, and they keep until March.",
		},
	},
	{
		"/2021/10/the-price-of-straw/", "The price of straw", "2021-10-11", "Greta Holm", []string{
			"Straw has doubled since last autumn. My neighbour blames the rain in June, and the man who sells it blames the price of string, and both of them are right as far as it goes.",
			"What neither of them says is that fewer fields of rye are sown each year. A field of maize leaves nothing behind that a goat would lie down on.",
			"So we have gone back to bracken. It is cut in September on the hill above the road, dried for a week, and carried down in the cart that was meant for the straw.",
		},
	},
	{
		"/2021/09/a-gate-that-swings-shut/", "A gate that swings shut", "2021-09-27", "Tomas Birk", []string{
			"Hang the lower hinge two fingers further out than the upper one. That is all there is to a gate that closes by itself, and it took me eleven years to learn it.",
			"The weight of the gate wants to be as low as it can, and when the hinges lean, low is where the latch is. You need no spring, and no stone on a rope.",
			"Mind the wind, though. Ours came round with such force in November that it broke the post, and we spent a Sunday in the sleet with a spade.",
		},
	},
	{
		"/2021/09/what-the-bees-left/", "What the bees left", "2021-09-05", "Tomas Birk", []string{
			"We took nine kilos and left them eleven. The lime trees had flowered for a week in July and then the rain came, so this is not a year to be greedy.",
			"It is a dark honey, nearly green in the jar, and tastes of mint where the balm stood along the ditch. None of it is for sale.",
			"I have put the hives closer to the wall this time, where the snow lay least, and narrowed the doors for the mice.",
		},
	},
}

func paragraphs(text []string) string { return "<p>" + strings.Join(text, "</p>\n<p>") + "</p>\n" }

// framed is a page of the blog: what it says in its head, the class of its body, and what stands between menu and footer.
func framed(head, class, main string) string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">` + head + `</head><body class="` + class + `">
	<header class="site-header"><p class="site-title"><a href="/">The Lower Orchard</a></p>
	<nav><ul><li><a href="/">Home</a></li><li><a href="/about/">About us</a></li><li><a href="/tag/bees/">Bees</a></li><li><a href="/tag/tools/">Tools</a></li></ul></nav></header>
	<main id="content">` + main + `</main>
	<footer class="site-footer"><p>© 2021 The Lower Orchard</p></footer></body></html>`
}

// full is a post as WordPress' older themes show it, with its whole text.
func (p post) full() string {
	return fmt.Sprintf(`<article class="post hentry"><header class="entry-header"><h2 class="entry-title"><a href="%s" rel="bookmark">%s</a></h2>
	<div class="entry-meta">Posted on <time datetime="%s">%[3]s</time> by <a href="/author/%s/">%s</a></div></header>
	<div class="entry-content">%s</div><footer class="entry-meta"><a href="%[1]s#comments">Leave a comment</a></footer></article>`,
		p.path, p.title, p.date, strings.Fields(p.author)[0], p.author, paragraphs(p.text))
}

// excerpt is a post as a card with the first words of its text.
func (p post) excerpt() string {
	return fmt.Sprintf(`<div class="post-card"><a class="post-card-link" href="%s"><h3 class="post-card-title">%s</h3></a>
	<p class="post-card-excerpt">%s…</p><p class="post-card-meta">%s · 3 min read</p><a href="%[1]s">Read more</a></div>`, p.path, p.title, p.text[0][:90], p.date)
}

// entry is a post's title in a list.
func (p post) entry() string {
	return fmt.Sprintf(`<li><span class="post-meta">%s</span> <a class="post-link" href="%s">%s</a></li>`, p.date, p.path, p.title)
}

func all(each func(post) string) (s string) {
	for _, p := range posts {
		s += each(p) + "\n"
	}
	return s
}

// single is a post on a page of its own, with something below it.
func (p post) single(below string) string {
	return framed(fmt.Sprintf(`<title>%s – The Lower Orchard</title><meta name="author" content="%s">`, p.title, p.author), "single single-post",
		fmt.Sprintf(`<article class="post"><header><h1 class="entry-title">%s</h1><p class="entry-meta">%s, <time datetime="%s">%[3]s</time></p></header>
		<div class="entry-content">%s</div></article>%s`, p.title, p.author, p.date, paragraphs(p.text), below))
}

// foreign is an article in a language of which the words are strange to the model.
func foreign(language, title, date string, text ...string) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>%s</title></head><body><div id="menu"><a href="/">⌂</a></div>
	<div class="post"><h1>%[2]s</h1><p class="date"><time datetime="%s">%[3]s</time></p>%s</div></body></html>`, language, title, date, strings.Repeat(paragraphs(text), 2))
}

const (
	newer = `<nav class="pagination"><a class="prev" rel="prev" href="/">Newer posts</a> <a class="next" rel="next" href="/page/3/">Older posts</a></nav>`
	older = `<nav class="pagination"><a class="next" rel="next" href="/page/2/">Older posts</a></nav>`

	functions = `<h2 id="%[1]s"><code>%[1]s(path, mode)</code></h2><p>Opens the table at <code>path</code> and returns a handle. Raises <code>MissingTable</code> if there is none.</p>
	<h3>Parameters</h3><table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>path</td><td>string</td><td>Where the table is stored.</td></tr>
	<tr><td>mode</td><td>string</td><td>How it is opened: <code>r</code> or <code>w</code>.</td></tr></table><pre><code>t = %[1]s("rows.tab", "r")
for row in t:
    print(row)</code></pre>`
	goods = `<li class="product-item"><a href="/products/%[1]d"><img src="/i/%[1]d.jpg" alt=""></a><h3 class="product-title"><a href="/products/%[1]d">Pruning saw No. %[1]d</a></h3>
	<span class="product-price">€ %[1]d4.90</span> <button>Add to cart</button></li>`
	result = `<li class="search-result"><h3><a href="%s">%s</a></h3><p>%s…</p></li>`
	reply  = `<div class="post" id="p%[1]d"><div class="postbody"><p class="author">by <a class="username" href="/members/%[2]s">%[2]s</a> » <time datetime="2021-03-%02[1]dT10:00">March %[1]d, 2021</time></p>
	<div class="content">%[3]s</div></div></div>`
)

func calendar() string {
	var b strings.Builder
	b.WriteString(`<h1>Events in February 2031</h1><a href="/events/2031/01/">« January</a> <a href="/events/2031/03/">March »</a><table class="calendar"><tr><th>Mo</th><th>Tu</th><th>We</th><th>Th</th><th>Fr</th><th>Sa</th><th>Su</th></tr>`)
	for day := 1; day <= 28; day++ {
		if day%7 == 1 {
			b.WriteString("<tr>")
		}
		fmt.Fprintf(&b, "<td>%d</td>", day)
	}
	b.WriteString(`</table><p>There are no events in this month.</p>`)
	return b.String()
}

func numbered(format string, from, to int) (s string) {
	for i := from; i <= to; i++ {
		s += fmt.Sprintf(format, i) + "\n"
	}
	return s
}

// TestPages holds the whole program to what a reader would call pages of some sorts, above all those that hardly stand in what it
// learned from.
func TestPages(t *testing.T) {
	titled := func(title string) string { return "<title>" + title + "</title>" }
	forum := fmt.Sprintf(reply, 3, "mossy", "<p>Has anybody here grown medlars from seed? Mine have been in the fridge since November and nothing moves.</p>") +
		fmt.Sprintf(reply, 4, "old_spade", "<p>Two winters. They sleep through the first one, whatever you do to them.</p>") +
		fmt.Sprintf(reply, 5, "pomona", "<p>I nicked the shell with a file, and half of them came up in the first spring. The others never did.</p>") +
		fmt.Sprintf(reply, 6, "mossy", "<p>Thank you both. I will nick one half and forget about the other.</p>")
	tests := []struct {
		name, address, page string
		want                []page.Kind // the first is right, the others are no harm
	}{
		{"a front page of whole posts", "https://orchard.example/", framed(titled("The Lower Orchard"), "home blog", all(post.full)+older), []page.Kind{page.Listing}},
		{"a front page of excerpts", "https://orchard.example/", framed(titled("The Lower Orchard"), "home-template", `<div class="post-feed">`+all(post.excerpt)+`</div>`+older), []page.Kind{page.Listing}},
		{"a front page of titles", "https://orchard.example/", framed(titled("The Lower Orchard"), "", `<h1>Posts</h1><ul class="post-list">`+all(post.entry)+`</ul>`), []page.Kind{page.Listing}},
		{"a front page of whole posts without classes", "https://orchard.example/", framed(titled("The Lower Orchard"), "", all(func(p post) string {
			return `<h2><a href="` + p.path + `">` + p.title + `</a></h2><p><small>` + p.date + `</small></p>` + paragraphs(p.text) + `<hr>`
		})), []page.Kind{page.Listing}},
		{"a front page of two posts", "https://orchard.example/", framed(titled("The Lower Orchard"), "home blog", posts[0].full()+posts[1].full()+older), []page.Kind{page.Listing}},
		{"a front page at an address that is a number", "http://192.0.2.7:8080/", framed(titled("The Lower Orchard"), "", all(func(p post) string {
			return `<article class="teaser"><h2><a href="` + p.path + `">` + p.title + `</a></h2><p>` + p.text[0][:60] + ` …</p></article>`
		})+older), []page.Kind{page.Listing}},
		{"a month of posts", "https://orchard.example/2021/10/", framed(titled("October 2021 – The Lower Orchard"), "archive date", `<h1 class="page-title">Month: October 2021</h1>`+posts[0].full()+posts[1].full()), []page.Kind{page.Listing}},
		{"a month of one post", "https://orchard.example/2021/10/", framed(titled("October 2021 – The Lower Orchard"), "archive date", `<h1 class="page-title">Month: October 2021</h1>`+posts[0].full()), []page.Kind{page.Listing}},
		{"an empty month", "https://orchard.example/events/2031/02/", framed(titled("Events in February 2031"), "", calendar()), []page.Kind{page.Listing, page.Other}},
		{"an empty month of few words", "https://orchard.example/calendar/2031/02/", `<title>Calendar</title><main><p>Nothing happens in month 2 of 2031.</p><a href="/calendar/2031/03/">Next month</a></main>`, []page.Kind{page.Listing, page.Other}},
		{"an empty day", "https://orchard.example/events?day=17", `<title>Events</title><main><p>Nothing happens on day 17.</p><a href="/events?day=18">Tomorrow</a></main>`, []page.Kind{page.Listing, page.Other}},
		{"posts of a tag", "https://orchard.example/tag/tools/", framed(titled("Tools – The Lower Orchard"), "archive tag", `<h1>Tag: Tools</h1>`+all(post.excerpt)), []page.Kind{page.Listing}},
		{"posts of an author", "https://orchard.example/author/greta/", framed(titled("Greta Holm – The Lower Orchard"), "archive author", `<h1>Greta Holm</h1><p>Grows pears, and writes about it.</p>`+posts[0].full()+posts[1].full()), []page.Kind{page.Listing}},
		{"results of a search", "https://orchard.example/?s=pear", framed(titled("Search results for “pear”"), "search", `<h1>4 results for “pear”</h1><form role="search"><input name="s" value="pear"><button>Search</button></form><ol>`+
			all(func(p post) string { return fmt.Sprintf(result, p.path, p.title, p.text[1][:80]) })+`</ol>`), []page.Kind{page.Listing}},
		{"a second page of posts", "https://orchard.example/page/2/", framed(titled("The Lower Orchard – Page 2"), "home blog paged", all(post.full)+newer), []page.Kind{page.Listing}},
		{"an article", "https://orchard.example" + posts[0].path, posts[0].single(""), []page.Kind{page.Article}},
		{"an article at the root", "https://pruning.example/", posts[0].single(""), []page.Kind{page.Article}},
		{"the article of a day", "https://orchard.example/2021/10/18/", strings.Replace(posts[0].single(""), "<title>", `<meta property="article:published_time" content="2021-10-18"><title>`, 1), []page.Kind{page.Article}},
		{"an article with others below it", "https://orchard.example" + posts[0].path, posts[0].single(`<section class="related"><h2>You may also like</h2>` + all(post.excerpt) + `</section>`), []page.Kind{page.Article}},
		{"an article with others below it, without classes", "https://orchard.example/pruning-old-pear-trees.html", posts[0].single(`<div><h3><a href="/a-gate">A gate that swings shut</a></h3><p>Hang the lower hinge two fingers out.</p>
			<h3><a href="/straw">The price of straw</a></h3><p>Straw has doubled.</p><h3><a href="/bees">What the bees left</a></h3><p>We took nine kilos.</p></div>`), []page.Kind{page.Article}},
		{"a very short article", "https://orchard.example/2021/08/rain-at-last/", post{title: "Rain at last", date: "2021-08-03", author: "Greta Holm", text: []string{
			"It came at four in the morning and stayed until noon. The barrels are full, the ducks are out, and nobody has said a word about hay.",
		}}.single(""), []page.Kind{page.Article}},
		{"a post of a few words", "https://orchard.example/2021/08/first-frost/", post{title: "First frost", date: "2021-10-02", author: "Tomas Birk", text: []string{"First frost tonight. Bring in the figs."}}.single(""), []page.Kind{page.Article}},
		{"an article in Hebrew", "https://gan.example/2021/10/agas/", foreign("he", "גיזום עצי אגס ישנים", "2021-10-18",
			"עץ אגס שאיש לא נגע בו שלושים שנה אינו רוצה מסור בצמרתו. הוא רוצה שיביטו בו מכל הצדדים ביום ללא רוח, ורק אחר כך לאבד שלושה ענפים ולא יותר.",
			"אני מתחיל בענפים היבשים. אחר כך בענף שמשפשף את שכנו, ואז אני יורד מן הסולם ושותה כוס תה, כי על הענף השלישי תמיד מצטערים.",
			"באביב יצמחו ענפים חדשים. יש להשאיר אותם עד אוגוסט ואז לתלוש אותם ביד."), []page.Kind{page.Article}},
		{"an article in Russian", "https://sad.example/2021/10/grusha/", foreign("ru", "Как обрезать старую грушу", "2021-10-18",
			"Груше, которую тридцать лет никто не трогал, пила в кроне не нужна. Её надо осмотреть со всех сторон в безветренный день, а потом убрать три ветки и ни одной больше.",
			"Сначала я снимаю сухие ветки. Потом ту, что трётся о соседнюю, а после этого спускаюсь и пью чай, потому что о третьей ветке всегда жалеешь.",
			"Весной дерево ответит волчками. Оставьте их до августа и оборвите руками, пока они зелёные."), []page.Kind{page.Article}},
		{"an article in Japanese", "https://niwa.example/2021/10/nashi/", foreign("ja", "古い梨の木を剪定する", "2021-10-18",
			"三十年も手を入れていない梨の木に、いきなり鋸を入れてはいけません。風のない日に四方から眺め、それから三本だけ枝を落とします。",
			"まず枯れた枝を切ります。次に隣とこすれている枝を切り、そこで梯子を降りてお茶を飲みます。三本目の枝はいつも後悔するからです。",
			"春になると徒長枝が伸びますが、八月まで待って、まだ緑のうちに手でむしり取ります。"), []page.Kind{page.Article}},
		{"documentation", "https://docs.tabular.example/reference/tables/", `<html lang="en"><head><title>Tables — Tabular 3.2 documentation</title></head><body><nav class="sidebar"><ul><li><a href="/guide/">Guide</a></li><li><a href="/reference/">API reference</a></li></ul></nav>
			<div role="main" class="document"><h1>Tables</h1><p>The functions of this module read and write tables.</p>` + fmt.Sprintf(functions, "open") + fmt.Sprintf(functions, "create") + fmt.Sprintf(functions, "append") + `</div></body></html>`, []page.Kind{page.Documentation}},
		{"a product", "https://shop.example/products/pruning-saw", `<html lang="en"><head><title>Pruning saw – Birk Tools</title><meta property="og:type" content="product">
			<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Pruning saw","sku":"77","offers":{"@type":"Offer","price":"34.90","priceCurrency":"EUR"}}</script></head>
			<body><main><h1 class="product-title">Pruning saw</h1><p class="product-price">€ 34.90</p><div class="product-description"><p>A folding saw with a blade of Swedish steel, hard enough for dry oak and fine enough for roses.</p>
			<ul><li>Blade: 19 cm</li><li>Weight: 210 g</li><li>Handle: ash</li></ul></div><form><label>Quantity <input value="1"></label><button>Add to cart</button></form></main></body></html>`, []page.Kind{page.Product}},
		{"a category of a shop", "https://shop.example/collections/saws", `<html lang="en"><head><title>Saws – Birk Tools</title></head><body><main><h1 class="collection-title">Saws</h1><p>12 products</p><div class="sort"><label>Sort by <select><option>Price</option><option>Name</option></select></label></div>
			<ul class="product-grid">` + numbered(goods, 1, 12) + `</ul></main></body></html>`, []page.Kind{page.Collection, page.Listing}},
		{"a topic of a forum", "https://forum.example/viewtopic.php?t=204", `<html lang="en"><head><title>Medlars from seed - Orchard Forum</title></head><body id="phpbb" class="section-viewtopic"><h2 class="topic-title"><a href="viewtopic.php?t=204">Medlars from seed</a></h2>` + forum + `</body></html>`, []page.Kind{page.Thread}},
		{"a company's front page", "https://prunewell.example/", `<html lang="en"><head><title>Prunewell | Tree care for towns and estates</title><meta name="description" content="We prune, plant and look after trees. Get a free quote."><meta property="og:type" content="website"></head><body>
			<nav><a href="/services/">Services</a> <a href="/pricing/">Pricing</a> <a href="/contact/">Contact</a></nav><section class="hero"><h1>Tree care you can rely on</h1><p>Our certified arborists look after parks, avenues and private gardens.</p><a class="btn" href="/contact/">Get a free quote</a></section>
			<section><h2>Our services</h2><div class="card"><h3>Pruning</h3><p>Crown care, thinning and dead wood, by people who climb.</p></div><div class="card"><h3>Planting</h3><p>We find the right tree for your street and care for it for three years.</p></div>
			<div class="card"><h3>Surveys</h3><p>Reports on the health of your trees, for insurers and councils.</p></div></section><section><h2>Why choose us</h2><p>We have looked after trees for customers all over the country since 1988. Our team is insured and trained.</p></section>
			<section><h2>What our clients say</h2><blockquote>They saved our limes. Quick, kind and tidy.</blockquote></section><section><h2>Contact us today</h2><p>Call us or book a visit.</p><form><input name="email"><button>Book a visit</button></form></section></body></html>`, []page.Kind{page.Service}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			why := ""
			p, err := extract.Bytes([]byte(test.page), extract.WithURL(test.address), extract.WithExplain(func(d extract.Decision) {
				if d.Room == "kind" {
					why = fmt.Sprint(d)
				}
			}))
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range test.want {
				if p.Kind == k {
					return
				}
			}
			t.Errorf("got %s, want %s (%s; %d words)", p.Kind, test.want[0], why, p.Words)
		})
	}
}
