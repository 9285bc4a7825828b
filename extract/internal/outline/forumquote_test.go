package outline

import (
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/page"
)

// TestForumQuotes reads quotes and code as forums set them, and what only looks like it.
func TestForumQuotes(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{
			name: "SMF 2.0: a line over the quote",
			html: `<div class="inner"><div class="quoteheader"><div class="topslice_quote"><a href="?topic=1.msg2#msg2">Quote from: Ann on March 03, 2016, 09:30:01 PM</a></div></div><blockquote class="bbc_standard_quote">Which wood?<br></blockquote><div class="quotefooter"></div>Elm.</div>`,
			want: "quote(Ann, March 03, 2016, 09:30:01 PM: Which wood?) Elm.",
		},
		{
			name: "phpBB 3.2: name and date in the quote",
			html: `<div class="content"><blockquote><div><cite><a href="./u=2">Ann</a> wrote: <a href="./p=1">↑</a><span class="responsive-hide">Tue Jan 02, 2018 10:00 am</span></cite>Which wood?</div></blockquote>Elm.</div>`,
			want: "quote(Ann, Tue Jan 02, 2018 10:00 am: Which wood?) Elm.",
		},
		{
			name: "vBulletin 3: a word over a table",
			html: `<div id="post_message_5"><div style="margin:20px"><div class="smallfont">Quote:</div><table><tr><td class="alt2"><div>Originally Posted by <strong>Ann</strong> <a href="p=4"><img src="v.gif" alt="View Post"></a></div><div style="font-style:italic">Which wood?</div></td></tr></table></div>Elm.</div>`,
			want: "quote(Ann: Which wood?) Elm.",
		},
		{
			name: "vBulletin 3: nobody is named",
			html: `<div id="post_message_5"><div><div class="smallfont">Quote:</div><table><tr><td class="alt2">Which wood?</td></tr></table></div>Elm.</div>`,
			want: "quote(: Which wood?) Elm.",
		},
		{
			name: "phpBB 2: rows of a table",
			html: `<div><table width="90%"><tr><td><span class="genmed"><b>Ann wrote:</b></span></td></tr><tr><td class="quote">Which wood?</td></tr></table><span class="postbody"><br>Elm.</span><table><tr><td><b>Code:</b></td></tr><tr><td class="code">a = 1<br>b = 2</td></tr></table></div>`,
			want: "quote(Ann: Which wood?) Elm. code(a = 1/b = 2)",
		},
		{
			name: "Invision: a short quote in a box beside the citation",
			html: `<div><blockquote class="ipsQuote" data-ipsquote-username="Ann"><div class="ipsQuote_citation">On 5/3/2019 at 9:47 PM, Ann said:</div><div class="ipsQuote_contents"><p>Which wood?</p></div></blockquote><p>Elm.</p></div>`,
			want: "quote(Ann: Which wood?) Elm.",
		},
		{
			name: "Khoros: who is quoted in the first line, between rules",
			html: `<div><blockquote><hr><a href="/user-id/2">@Ann</a> wrote:<br><p>Which wood?</p><hr></blockquote><p>Elm.</p><blockquote><p>He wrote:</p></blockquote></div>`,
			want: "quote(Ann: Which wood?) Elm. quote(: He wrote:)",
		},
		{
			name: "labels of code: MyBB, vBulletin, SMF, phpBB",
			html: `<div><div class="codeblock"><div class="title">Code:</div><div class="body"><code>a = 1
b = 2</code></div></div><div class="bbcode_description">PHP Code:</div><pre>c = 3</pre><div class="codeheader">Code: <a>[Select]</a></div><code class="bbc_code">d = 4<br>e = 5</code><div class="codebox"><p>Code: <a href="#">Select all</a></p><pre><code>f = 6</code></pre></div></div>`,
			want: "code(a = 1/b = 2) code(c = 3) code(d = 4/e = 5) code(f = 6)",
		},
		{
			name: "a writer's own words before code and tables; code in a line",
			html: `<div><p>This code:</p><pre>a = 1</pre><p>Quote:</p><p>none</p><p>Prices</p><table><tr><th>Wood</th><th>Price</th></tr><tr><td>Elm</td><td>5</td></tr></table><p>Take <code>a
b</code> there.</p></div>`,
			want: "This code: code(a = 1) Quote: none Prices table(Wood\tPrice/Elm\t5) Take a b there.",
		},
	} {
		x := domtest.Index(t, c.html)
		if got := shorthand(Blocks(x, dom.Selection{x.Subtree(0)}, Context{Base: base})); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// shorthand is blocks in one line: their type, but of paragraphs, who is quoted, and their text with / for line ends.
func shorthand(blocks []*page.Block) string {
	var all []string
	for _, b := range blocks {
		text := strings.ReplaceAll(b.Text, "\n", "/")
		switch b.Type {
		case page.Paragraph:
			all = append(all, text)
		case page.Quote:
			all = append(all, "quote("+b.Cite+": "+text+")")
		default:
			all = append(all, string(b.Type)+"("+text+")")
		}
	}
	return strings.Join(all, " ")
}
