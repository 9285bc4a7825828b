package thread

import (
	"net/url"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/internal/structured"
)

// comment is a comment as many themes write it.
const comment = `<li class="comment depth-1" id="comment-1"><b class="author">Ann</b> <time datetime="2020-01-01">1 Jan</time><p class="text">Yes.</p><a href="#reply">Reply</a>`

func TestHostile(t *testing.T) {
	set, err := rules.Read(strings.NewReader(`
- site: hostile.example
  unit: div, li, ol ol p, body a
  opening: h2
  author: div b, a
  date: time@datetime, div div i
  body: p, div div
  id: "@id, a@name"
  parent: "@id, div div@id"
  level: "@class"
  deleted: div div div h2
`))
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string]string{
		"siblings":       `<ol class="comments">` + strings.Repeat(comment+"</li>", 20_000),
		"nesting":        strings.Repeat(`<div class="comment" id="c1"><b class="author">Ann</b><i class="date">1 May 2020</i> yes `, 400),
		"lists":          strings.Repeat(`<ol class="children">`+comment, 250), // the parser refuses trees of more than 512 levels
		"classes":        `<div class="` + strings.Repeat("comment-x reply-y ", 20_000) + `">` + comment,
		"names":          strings.Repeat(`<div class="comment"><a class="author" href="/user/1">a</a></div>`, 20_000),
		"dates":          strings.Repeat(`<time>1 May 2020</time>`, 20_000),
		"anchors":        strings.Repeat(`<p><a name="p1"></a>1 May 2020</p>`, 20_000),
		"fields":         strings.Repeat(`<div class="comment-form"><textarea></textarea></div>`, 20_000),
		"headings":       strings.Repeat(`<h2>3 comments</h2>`, 20_000),
		"links":          strings.Repeat(`<a rel="prev" href="#comments">3 comments</a>`, 20_000),
		"bad encoding":   `<div class="comment" id="comment-1"><b class="author">` + "\xff\xfe\x80" + `</b><p>` + "\xc3\x28" + `</p></div>`,
		"unclosed":       `<div class=comment id=comment-1><b class=author>A<p>b<div class=comment id=comment-2>`,
		"nested JSON":    `<script>{"post_stream":` + strings.Repeat(`{"posts":[`, 5_000) + `</script>`,
		"groups":         manyGroups(3_000),
		"embeds":         strings.Repeat(`<div id="disqus_thread"></div><script src="https://giscus.app/client.js" data-repo="a/b"></script>`, 10_000),
		"settings":       `<div id="disqus_thread"></div>` + strings.Repeat(`<script>//`+strings.Repeat(`disqus_shortname='`, 3_000)+`</script>`, 100),
		"empty comments": strings.Repeat(`<div class="comment" id="comment-2"></div>`, 20_000),
	} {
		t.Run(name, func(t *testing.T) {
			x := domtest.Index(t, source)
			defer x.Release()
			if th := Find(x, Context{Data: structured.Read(x)}); len(th.Units) > x.Len() {
				t.Errorf("%d units in %d nodes", len(th.Units), x.Len())
			}
			if th := Find(x, Context{Data: structured.Read(x), Rules: set.Rules()}); len(th.Units) > x.Len() {
				t.Errorf("by a rule, %d units in %d nodes", len(th.Units), x.Len())
			}
		})
	}
}

// manyGroups is a page of n pairs of elements, each pair with a class of its own.
func manyGroups(n int) string {
	var b strings.Builder
	for i := range n {
		class := strings.Map(func(r rune) rune { return r - '0' + 'a' }, strings.Repeat(string(rune('0'+i%10)), 1+i/10%30))
		b.WriteString(strings.Repeat(`<div class="comment-`+class+`"><b class="author">A</b> <i class="date">1 May 2020</i> text of it <a href="#r">Reply</a></div>`, 2))
	}
	return b.String()
}

// FuzzFind checks what must hold of the conversation of any page: parents stand before their answers, bodies and
// region lie in the page and do not overlap, and a conversation that stands elsewhere has an address on the web.
func FuzzFind(f *testing.F) {
	f.Add(article + `<ol class="comments">` + comment + comment + `</ol>`)
	f.Add(`<dl><dt id="c1" class="comment-author">Ann said<dd>Yes.<dd>1 May 2020<dt id="c2" class="comment-author">Bo said<dd>No.</dl>`)
	f.Add(`<table><tr id="p1"><td><a name="1"></a><b class="user">Ann</b><tr><td>1 May 2020<tr id="p2"><td><a name="2"></a>Bo</table><h1>2 posts</h1>`)
	f.Add(`<script>{"posts":[{"cooked":"<p>a","post_number":1}],"post_stream":1}</script>`)
	f.Add(`<div id="disqus_thread"></div><script>var disqus_config = function () { this.page.identifier = 'a\u0041\'b'; }; s.src = '//x.disqus.com/embed.js'</script>`)
	f.Add(`<div id="discourse-comments"></div><script>DiscourseEmbed = { discourseUrl: 'https://x.example/', topicId: 7 }</script><div id="remark42"></div><script>remark_config={host:"//r.example"}</script>`)
	f.Add(`<link rel="canonical" href="//m.example/a.html"><script src="https://giscus.app/client.js" data-repo="a/b"></script><mastodon-comments host="s.example" user="a" tootid="1">`)
	f.Fuzz(func(t *testing.T, source string) {
		if strings.Count(source, "<") > 400 {
			return // the parser refuses trees of more than 512 levels
		}
		x := domtest.Index(t, source)
		defer x.Release()
		th := Find(x, Context{Data: structured.Read(x)})
		if u, err := url.Parse(th.DiscussionURL); th.DiscussionURL != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
			t.Fatalf("the conversation stands at %q", th.DiscussionURL)
		}
		checkSelection(t, x, th.Region)
		for i := range th.Units {
			u := &th.Units[i]
			if u.Parent >= i {
				t.Fatalf("unit %d answers unit %d", i, u.Parent)
			}
			if u.Doc == nil {
				checkSelection(t, x, u.Body)
			}
		}
	})
}

func checkSelection(t *testing.T, x *dom.Index, s dom.Selection) {
	t.Helper()
	last := dom.None
	for _, span := range s {
		if span.First <= last || span.Last < span.First || int(span.Last) >= x.Len() {
			t.Fatalf("selection %v of a page of %d nodes", s, x.Len())
		}
		last = span.Last
	}
}
