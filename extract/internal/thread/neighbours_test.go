package thread

import (
	"strings"
	"testing"
)

// TestNames holds conversations whose classes say nothing: names are known by the dates beside them, and the whole by its
// heading, its label or its controls.
func TestNames(t *testing.T) {
	const want = `
		- Ada Bell | 2021-05-13T08:12 | It woke me twice, and then I slept through.
		- Bo | 2021-05-13T09:40 | The flour makes up for it, Ada.
		- Cleo Dunn | 2021-05-14T07:30 | Could the wheel be greased on Fridays instead?`
	const tree = `
		- Ada Bell | 2021-05-13T08:12 | It woke me twice, and then I slept through.
		  - Bo | 2021-05-13T09:40 | The flour makes up for it, Ada.
		- Cleo Dunn | 2021-05-14T07:30 | Could the wheel be greased on Fridays instead?`
	check(t, []fixture{
		{
			name: "names of classes made by a program, indents in styles, a control to answer",
			html: `<body>` + article + `<section>
			<div class="css-kqx" style="margin-left:0px"><div class="css-hjw"><img src="/1.png" alt=""><span class="css-uvo">Ada Bell</span><span class="css-bfd">13 May 2021, 08:12</span></div><div class="css-zzl"><p>It woke me twice, and then I slept through.</p></div><button>Reply</button></div>
			<div class="css-kqx" style="margin-left:24px"><div class="css-hjw"><img src="/2.png" alt=""><span class="css-uvo">Bo</span><span class="css-bfd">13 May 2021, 09:40</span></div><div class="css-zzl"><p>The flour makes up for it, Ada.</p></div><button>Reply</button></div>
			<div class="css-kqx" style="margin-left:0px"><div class="css-hjw"><img src="/3.png" alt=""><span class="css-uvo">Cleo Dunn</span><span class="css-bfd">14 May 2021, 07:30</span></div><div class="css-zzl"><p>Could the wheel be greased on Fridays instead?</p></div><button>Reply</button></div></section></body>`,
			want: `article open=true` + tree,
		},
		{
			name: "utility classes, an answer indented by one of them, a heading without a word for comments",
			html: `<body>` + article + `<section class="mt-8"><h2>Join the conversation</h2>
			<div class="flex flex-col gap-2"><div class="flex gap-2"><div class="w-8 h-8 rounded-full">A</div><p class="font-bold">Ada Bell</p><p class="text-gray-500">13 May 2021, 08:12</p></div><p class="text-base">It woke me twice, and then I slept through.</p></div>
			<div class="flex flex-col gap-2 md:ml-8"><div class="flex gap-2"><div class="w-8 h-8 rounded-full">B</div><p class="font-bold">Bo</p><p class="text-gray-500">13 May 2021, 09:40</p></div><p class="text-base">The flour makes up for it, Ada.</p></div>
			<div class="flex flex-col gap-2"><div class="flex gap-2"><div class="w-8 h-8 rounded-full">C</div><p class="font-bold">Cleo Dunn</p><p class="text-gray-500">14 May 2021, 07:30</p></div><p class="text-base">Could the wheel be greased on Fridays instead?</p></div></section></body>`,
			want: `article open=true` + tree,
		},
		{
			name: "no classes at all, a label on the list",
			html: `<body>` + article + `<section aria-label="Comments">
			<article><p><a href="/ada">Ada Bell</a> <time>13 May 2021, 08:12</time></p><p>It woke me twice, and then I slept through.</p></article>
			<article><p><a href="/bo">Bo</a> <time>13 May 2021, 09:40</time></p><p>The flour makes up for it, Ada.</p></article>
			<article><p><a href="/cleo">Cleo Dunn</a> <time>14 May 2021, 07:30</time></p><p>Could the wheel be greased on Fridays instead?</p></article></section></body>`,
			want: `article` + want,
		},
		{
			name: "disclosures in disclosures",
			html: `<body>` + article + `<h2>Comments (3)</h2>
			<details open><summary>Ada Bell · 13 May 2021, 08:12</summary><p>It woke me twice, and then I slept through.</p>
			<details open><summary>Bo · 13 May 2021, 09:40</summary><p>The flour makes up for it, Ada.</p></details></details>
			<details open><summary>Cleo Dunn · 14 May 2021, 07:30</summary><p>Could the wheel be greased on Fridays instead?</p></details></body>`,
			want: `article declared=3` + tree,
		},
		{
			name: "bylines in headings",
			html: `<body>` + article + `<h2>Your comments</h2>
			<h4>Ada Bell <small>13 May 2021, 08:12</small></h4><p>It woke me twice, and then I slept through.</p>
			<h4>Bo <small>13 May 2021, 09:40</small></h4><p>The flour makes up for it, Ada.</p>
			<h4>Cleo Dunn <small>14 May 2021, 07:30</small></h4><p>Could the wheel be greased on Fridays instead?</p></body>`,
			want: `article` + want,
		},
		{
			name: "bylines in paragraphs, with numbers",
			html: `<body>` + article + `<h2>Comments</h2>
			<p><b>1.</b> Ada Bell on 13 May 2021, 08:12</p><p>It woke me twice, and then I slept through.</p>
			<p><b>2.</b> Bo on 13 May 2021, 09:40</p><p>The flour makes up for it, Ada.</p>
			<p><b>3.</b> Cleo Dunn on 14 May 2021, 07:30</p><p>Could the wheel be greased on Fridays instead?</p></body>`,
			want: `article` + want,
		},
		{
			name: "a paragraph for each, with the byline in its first line",
			html: `<body>` + article + `<h3>Comments:</h3>
			<p><b>Ada Bell</b> said at 13 May 2021, 08:12:<br>It woke me twice, and then I slept through.</p><hr>
			<p><b>Bo</b> said at 13 May 2021, 09:40:<br>The flour makes up for it, Ada.</p><hr>
			<p><b>Cleo Dunn</b> said at 14 May 2021, 07:30:<br>Could the wheel be greased on Fridays instead?</p></body>`,
			want: `article` + want,
		},
		{
			name: "a byline in brackets, then a quote",
			html: `<body>` + article + `<h3>Comments</h3>
			<p><strong>Ada Bell</strong> (13 May 2021, 08:12):</p><blockquote><p>It woke me twice, and then I slept through.</p></blockquote>
			<p><strong>Bo</strong> (13 May 2021, 09:40):</p><blockquote><p>The flour makes up for it, Ada.</p></blockquote>
			<p><strong>Cleo Dunn</strong> (14 May 2021, 07:30):</p><blockquote><p>Could the wheel be greased on Fridays instead?</p></blockquote></body>`,
			want: `article` + want,
		},
		{
			name: "the byline below, the date before the name",
			html: `<body>` + article + `<h2>Comments</h2>
			<div class="q"><p>It woke me twice, and then I slept through.</p><p class="z">13 May 2021, 08:12 by Ada Bell</p></div>
			<div class="q"><p>The flour makes up for it, Ada.</p><p class="z">13 May 2021, 09:40 by Bo</p></div>
			<div class="q"><p>Could the wheel be greased on Fridays instead?</p><p class="z">14 May 2021, 07:30 by Cleo Dunn</p></div></body>`,
			want: `article` + want,
		},
		{
			name: "rows of bylines and rows of texts, with numbers",
			html: `<body>` + article + `<table width="100%"><tr><td><b>Reader comments</b></td></tr>
			<tr><td bgcolor="#eeeeee"><font size="1">#1 <b>Ada Bell</b> (13 May 2021, 08:12)</font></td></tr><tr><td><font size="2">It woke me twice, and then I slept through.</font></td></tr>
			<tr><td bgcolor="#eeeeee"><font size="1">#2 <b>Bo</b> (13 May 2021, 09:40)</font></td></tr><tr><td><font size="2">The flour makes up for it, Ada.</font></td></tr>
			<tr><td bgcolor="#eeeeee"><font size="1">#3 <b>Cleo Dunn</b> (14 May 2021, 07:30)</font></td></tr><tr><td><font size="2">Could the wheel be greased on Fridays instead?</font></td></tr></table></body>`,
			want: `article` + want,
		},
		{
			name: "a definition list with verbs",
			html: `<body>` + article + `<h2>3 comments</h2><dl>
			<dt id="c7"><a href="http://ada.example/">Ada Bell</a> wrote on 13 May 2021, 08:12:</dt><dd><p>It woke me twice, and then I slept through.</p></dd>
			<dt id="c8"><a href="http://bo.example/">Bo</a> wrote on 13 May 2021, 09:40:</dt><dd><p>The flour makes up for it, Ada.</p></dd>
			<dt id="c9"><a href="http://cleo.example/">Cleo Dunn</a> wrote on 14 May 2021, 07:30:</dt><dd><p>Could the wheel be greased on Fridays instead?</p></dd></dl></body>`,
			want: `article declared=3
				- Ada Bell | 2021-05-13T08:12 | #7 | It woke me twice, and then I slept through.
				- Bo | 2021-05-13T09:40 | #8 | The flour makes up for it, Ada.
				- Cleo Dunn | 2021-05-14T07:30 | #9 | Could the wheel be greased on Fridays instead?`,
		},
		{
			name: "a board of the Japanese kind",
			html: `<html lang="ja"><body>` + article + `<h2>コメント</h2><dl>
			<dt>1 名前：<b>Ada Bell</b>：2021/05/13(木) 08:12:31</dt><dd>It woke me twice, and then I slept through.</dd>
			<dt>2 名前：<b>Bo</b>：2021/05/13(木) 09:40:02</dt><dd>The flour makes up for it, Ada.</dd>
			<dt>3 名前：<b>Cleo Dunn</b>：2021/05/14(金) 07:30:11</dt><dd>Could the wheel be greased on Fridays instead?</dd></dl></body></html>`,
			want: `article
				- Ada Bell | 2021-05-13T08:12:31 | It woke me twice, and then I slept through.
				- Bo | 2021-05-13T09:40:02 | The flour makes up for it, Ada.
				- Cleo Dunn | 2021-05-14T07:30:11 | Could the wheel be greased on Fridays instead?`,
		},
		{
			name: "anchors with numbers, answers that begin with whom they answer",
			html: `<body>` + article + `<h2>Comments</h2>
			<div class="box" id="cm7"><div><a href="#cm7">#1</a> Ada Bell &mdash; 13 May 2021, 08:12</div><div>It woke me twice, and then I slept through.</div></div>
			<div class="box" id="cm8"><div><a href="#cm8">#2</a> Bo &mdash; 13 May 2021, 09:40</div><div><a href="#cm7">@Ada</a> The flour makes up for it, Ada.</div></div>
			<div class="box" id="cm9"><div><a href="#cm9">#3</a> Cleo Dunn &mdash; 14 May 2021, 07:30</div><div>Could the wheel be greased on Fridays instead?</div></div></body>`,
			want: `article
				- Ada Bell | 2021-05-13T08:12 | #7 | It woke me twice, and then I slept through.
				  - Bo | 2021-05-13T09:40 | #8 | @Ada The flour makes up for it, Ada.
				- Cleo Dunn | 2021-05-14T07:30 | #9 | Could the wheel be greased on Fridays instead?`,
		},
		{
			name: "bare elements in a bare list, a name and a day in a footer",
			html: `<body><div>` + article + `<div id="talk"><h2>Comments</h2>
			<div><div>It woke me twice, and then I slept through.</div><footer>Ada Bell, 2021-05-13</footer></div>
			<div><div>The flour makes up for it, Ada.</div><footer>Bo, 2021-05-13</footer></div>
			<div><div>Could the wheel be greased on Fridays instead?</div><footer>Cleo Dunn, 2021-05-14</footer></div></div></div></body>`,
			want: `article
				- Ada Bell | 2021-05-13 | It woke me twice, and then I slept through.
				- Bo | 2021-05-13 | The flour makes up for it, Ada.
				- Cleo Dunn | 2021-05-14 | Could the wheel be greased on Fridays instead?`,
		},
		{
			name: "the byline in the last line of a paragraph",
			html: `<body>` + article + `<h2>Readers write</h2>
			<p>It woke me twice, and then I slept through.<br><i>Ada Bell | 13 May 2021, 08:12</i></p>
			<p>The flour makes up for it, Ada.<br><i>Bo | 13 May 2021, 09:40</i></p>
			<p>Could the wheel be greased on Fridays instead?<br><i>Cleo Dunn | 14 May 2021, 07:30</i></p></body>`,
			want: `article` + want,
		},
		{
			name: "the date above, the name as a signature, entries that a forum could have",
			html: `<body>` + article + `<h2>3 Comments</h2>
			<div class="entry"><div class="date">13 May 2021, 08:12</div><div class="text">It woke me twice, and then I slept through.</div><div class="sig">— Ada Bell</div></div>
			<div class="entry"><div class="date">13 May 2021, 09:40</div><div class="text">The flour makes up for it, Ada.</div><div class="sig">— Bo</div></div>
			<div class="entry"><div class="date">14 May 2021, 07:30</div><div class="text">Could the wheel be greased on Fridays instead?</div><div class="sig">— Cleo Dunn</div></div></body>`,
			want: `article declared=3` + want,
		},
		{
			name: "in Spanish: opinions of readers, with numbers before the names",
			html: `<html lang="es"><body>` + article + `<div><h3>Opiniones de los lectores (3)</h3>
			<div class="op"><div class="cab"><span class="n">1</span> <span class="q">Ada Bell</span> <span class="f">13/05/2021 | 08:12</span></div><div class="tx">It woke me twice, and then I slept through.</div></div>
			<div class="op"><div class="cab"><span class="n">2</span> <span class="q">Bo</span> <span class="f">13/05/2021 | 09:40</span></div><div class="tx">The flour makes up for it, Ada.</div></div>
			<div class="op"><div class="cab"><span class="n">3</span> <span class="q">Cleo Dunn</span> <span class="f">14/05/2021 | 07:30</span></div><div class="tx">Could the wheel be greased on Fridays instead?</div></div></div></body></html>`,
			want: `article` + want,
		},
		{
			name: "in Chinese: floors behind the names",
			html: `<html lang="zh"><body>` + article + `<div class="pl"><h3>全部评论</h3>
			<div class="pl-i"><div class="h"><span>Ada Bell</span><span>1楼</span><span>2021-05-13 08:12</span></div><div class="b">It woke me twice, and then I slept through.</div><div class="f"><a>回复</a><a>赞(3)</a></div></div>
			<div class="pl-i"><div class="h"><span>Bo</span><span>2楼</span><span>2021-05-13 09:40</span></div><div class="b">The flour makes up for it, Ada.</div><div class="f"><a>回复</a><a>赞(3)</a></div></div>
			<div class="pl-i"><div class="h"><span>Cleo Dunn</span><span>3楼</span><span>2021-05-14 07:30</span></div><div class="b">Could the wheel be greased on Fridays instead?</div><div class="f"><a>回复</a><a>赞(3)</a></div></div></div></body></html>`,
			want: `article open=true
				- Ada Bell | 2021-05-13T08:12 | +3 | It woke me twice, and then I slept through.
				- Bo | 2021-05-13T09:40 | +3 | The flour makes up for it, Ada.
				- Cleo Dunn | 2021-05-14T07:30 | +3 | Could the wheel be greased on Fridays instead?`,
		},
		{
			name: "in Arabic",
			html: `<html lang="ar" dir="rtl"><body>` + article + `<div><h3>التعليقات (3)</h3>
			<div class="tq"><div class="tq-h"><b>Ada Bell</b> <span>2021-05-13 08:12</span></div><div class="tq-b">It woke me twice, and then I slept through.</div><a href="#r">رد</a></div>
			<div class="tq"><div class="tq-h"><b>Bo</b> <span>2021-05-13 09:40</span></div><div class="tq-b">The flour makes up for it, Ada.</div><a href="#r">رد</a></div>
			<div class="tq"><div class="tq-h"><b>Cleo Dunn</b> <span>2021-05-14 07:30</span></div><div class="tq-b">Could the wheel be greased on Fridays instead?</div><a href="#r">رد</a></div></div></body></html>`,
			want: `article declared=3 open=true` + want,
		},
		{
			name: "a single comment",
			html: `<body>` + article + `<section><h2>1 Comment</h2><div class="sc-kx"><div class="sc-qq"><b>Ada Bell</b><time datetime="2021-05-13T08:12Z">May 13</time></div><p>It woke me twice.</p><button>Reply</button></div></section></body>`,
			want: `article declared=1 open=true
				- Ada Bell | 2021-05-13T08:12Z | It woke me twice.`,
		},
		{
			name: "responses from other sites, as microformats mark them",
			html: `<body>` + article + `<h2>Webmentions</h2><ul class="facepile"><li><a href="https://eve.example/"><img src="/e.jpg" alt="Eve"></a></li></ul><ol class="mentions">
			<li class="u-comment h-cite"><a class="u-author h-card" href="https://ada.example/"><img class="u-photo" src="/1.jpg" alt=""> <span class="p-name">Ada Bell</span></a> <a class="u-url" href="https://ada.example/n/1"><time class="dt-published" datetime="2021-05-13T08:12:00Z">13 May</time></a><div class="e-content">It woke me twice, and then I slept through.</div></li>
			<li class="u-comment h-cite"><a class="u-author h-card" href="https://bo.example/"><img class="u-photo" src="/2.jpg" alt=""> <span class="p-name">Bo</span></a> <a class="u-url" href="https://bo.example/n/2"><time class="dt-published" datetime="2021-05-13T09:40:00Z">13 May</time></a><div class="e-content">The flour makes up for it, Ada.</div></li></ol></body>`,
			want: `article
				- Ada Bell | 2021-05-13T08:12:00Z | #1 | It woke me twice, and then I slept through.
				- Bo | 2021-05-13T09:40:00Z | #2 | The flour makes up for it, Ada.`,
		},
		{
			name: "a service for comments that is named for threads",
			html: `<body>` + article + `<section id="isso-thread"><h4 class="isso-thread-heading">2 Comments</h4><div id="isso-root">
			<div class="isso-comment" id="isso-4"><div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">Ada Bell</span><a class="isso-permalink" href="#isso-4"><time datetime="2021-05-13T08:12:00Z">3 years ago</time></a></div><div class="isso-text"><p>It woke me twice, and then I slept through.</p></div><div class="isso-comment-footer"><a class="isso-reply">Reply</a></div></div>
			<div class="isso-follow-up"><div class="isso-comment" id="isso-5"><div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">Bo</span><a class="isso-permalink" href="#isso-5"><time datetime="2021-05-13T09:40:00Z">3 years ago</time></a></div><div class="isso-text"><p>The flour makes up for it, Ada.</p></div><div class="isso-comment-footer"><a class="isso-reply">Reply</a></div></div><div class="isso-follow-up"></div></div></div></div></div></section></body>`,
			want: `article declared=2 open=true
				- Ada Bell | 2021-05-13T08:12:00Z | #4 | It woke me twice, and then I slept through.
				  - Bo | 2021-05-13T09:40:00Z | #5 | The flour makes up for it, Ada.`,
		},
	})
}

// TestNamesOfPosts holds topics of boards that were written by hand.
func TestNamesOfPosts(t *testing.T) {
	check(t, []fixture{
		{
			name: "a table with a column for who wrote, the name above rank and counts",
			html: `<body><h1>Squeaky mixer</h1><table class="tt">
			<tr><td><b>tomb</b><br>Apprentice<br>Posts: 2<br>Joined: 3 Mar 2018</td><td><div>Posted 13 May 2021, 08:12 · <a href="#401">#1</a></div><div>My mixer squeaks when it starts and stops when the dough gets heavy. What could it be?</div></td></tr>
			<tr><td><b>ines77</b><br>Apprentice<br>Posts: 33<br>Joined: 3 Mar 2018</td><td><div>Posted 13 May 2021, 09:40 · <a href="#402">#2</a></div><div>Look at the planetary gear. Ours had a dry bearing.</div></td></tr>
			<tr><td><b>Quill</b><br>Apprentice<br>Posts: 64<br>Joined: 3 Mar 2018</td><td><div>Posted 13 May 2021, 21:05 · <a href="#403">#3</a></div><div>If it stops under load, check the capacitor first.</div></td></tr></table></body>`,
			want: `thread
				post tomb | 2021-05-13T08:12 | #401 | My mixer squeaks when it starts and stops when the dough gets heavy. What could it be?
				- ines77 | 2021-05-13T09:40 | #402 | Look at the planetary gear. Ours had a dry bearing.
				- Quill | 2021-05-13T21:05 | #403 | If it stops under load, check the capacitor first.`,
		},
		{
			name: "in German: bare articles, the number of the post between name and date",
			html: `<html lang="de"><body><h1>Mixer quietscht</h1>
			<article><header><strong>tomb</strong> <span>Beitrag #1 vom 13.05.2021, 08:12 Uhr</span></header><div>Mein Mixer quietscht beim Anlaufen und bleibt bei schwerem Teig stehen. Was kann das sein?</div><footer><a href="#">Zitieren</a> <a href="#">Melden</a></footer></article>
			<article><header><strong>ines77</strong> <span>Beitrag #2 vom 13.05.2021, 09:40 Uhr</span></header><div>Schau nach dem Planetengetriebe. Bei uns war ein Lager trocken.</div><footer><a href="#">Zitieren</a> <a href="#">Melden</a></footer></article></body></html>`,
			want: `thread open=true
				post tomb | 2021-05-13T08:12 | Mein Mixer quietscht beim Anlaufen und bleibt bei schwerem Teig stehen. Was kann das sein?
				- ines77 | 2021-05-13T09:40 | Schau nach dem Planetengetriebe. Bei uns war ein Lager trocken.`,
		},
	})
}

// TestNoNames holds lists with names, dates and texts that are no conversation.
func TestNoNames(t *testing.T) {
	entries := []struct{ date, name, text string }{
		{"3 May 2021", "Tom Beck", "The oven was rebuilt from the ground up, and its door was turned round to open to the yard."},
		{"9 May 2021", "Ines Faro", "Rye loaves are baked in tins from now on, which makes them easier to cut and to stack."},
		{"14 May 2021", "H. Okafor", "The mixer was taken apart, cleaned and put together again, and it runs without the noise."},
		{"2 June 2021", "Lena Quill", "All bags are of paper from this month on, and whoever brings one of their own gets a roll for nothing."},
	}
	list := func(entry string) (html string) {
		for _, e := range entries {
			html += fill(entry, e.date, e.name, e.text)
		}
		return html
	}
	for name, html := range map[string]string{
		"changes":      `<h2>Discussion of changes</h2>` + list(`<h3>Version 1 <small>%1</small></h3><p>%2: %3</p>`),
		"events":       `<h2>Upcoming events</h2>` + list(`<div class=ev><div>%1, 19:30</div><div>%2</div><p>%3</p></div>`),
		"testimonials": `<h2>What our customers say</h2>` + list(`<div class=tm><p>%3</p><p class=nm>%2, %1</p></div>`),
		"commits":      `<h2>Recent commits</h2><ul>` + list(`<li><p><b>%2</b> committed on %1</p><p>%3</p></li>`) + `</ul>`,
		"releases":     `<h2>Press releases</h2>` + list(`<div class=pr><p class=meta>%1 by %2</p><p>%3</p><a href=/pr/1>Read more</a></div>`),
		"ticker":       `<h2>Live ticker</h2>` + list(`<div class=tk><span class=tm>%1, 19:31</span> <b>%2</b><p>%3</p></div>`),
		"references":   `<h2>Discussion</h2><p>None of this was known.</p><h2>References</h2><ol>` + list(`<li>%2. %1. %3</li>`) + `</ol>`,
		"widget":       `<div class=widget><h3>Recent comments</h3><ul>` + list(`<li><b>%2</b> on <a href=/p/1>Rye in a tin</a> <span>%1</span><p>%3</p></li>`) + `</ul></div>`,
		"chronicle":    `<h2>Our history</h2>` + list(`<section><h3>%1</h3><p><b>%2</b></p><p>%3</p></section>`),
		"interview":    `<h2>Conversation</h2>` + list(`<p><b>%2:</b> %3</p>`),
		"positions":    `<h2>Open positions</h2>` + list(`<div class=job><h3>Baker</h3><p>%2 · %1</p><p>%3</p><button>Apply</button></div>`),
		"people":       `<h2>Our people</h2>` + list(`<div class=card><p><b>%2</b></p><p>since %1</p><p>%3</p></div>`),
		"sessions":     `<h2>Discussion sessions</h2><table>` + list(`<tr><td>%1</td><td>%2</td><td>%3</td></tr>`) + `</table>`,
		"pictures":     `<h2>Pictures</h2>` + list(`<div class=f><img src=/i.jpg><p>%3</p><p class=c>Photo: %2, %1</p></div>`),
		"prices":       `<h2>Bags</h2>` + list(`<div class=tile><p>%3</p><p>From $399 or $33.25/mo. <span>for 12 mo.</span></p><a href="#note-1">1</a></div>`),
	} {
		t.Run(name, func(t *testing.T) {
			const form = `<div id="respond"><h3>Leave a Reply</h3><form id="commentform"><textarea name="comment"></textarea><button>Post Comment</button></form></div>`
			if got, log := find(t, `<body>`+article+html+form+`</body>`, ""); got != "article open=true" {
				t.Errorf("got:\n%s\nlog:\n%s", got, log)
			}
		})
	}
}

// fill puts the words of an entry into its markup.
func fill(entry, date, name, text string) string {
	return strings.NewReplacer("%1", date, "%2", name, "%3", text).Replace(entry)
}
