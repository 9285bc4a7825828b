package thread

import (
	"net/url"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/structured"
)

// discussionOf is the address of the conversation of a page that was fetched from own.
func discussionOf(t *testing.T, source, own string) string {
	t.Helper()
	x := domtest.Index(t, source)
	defer x.Release()
	ctx := Context{Data: structured.Read(x)}
	if own != "" {
		base, err := url.Parse(own)
		if err != nil {
			t.Fatal(err)
		}
		ctx.Base = base
	}
	return Find(x, ctx).DiscussionURL
}

func TestDiscussionURL(t *testing.T) {
	const own = "https://mill.example/2019/04/the-weir.html"
	for _, c := range []struct{ name, html, want string }{
		{
			"Disqus, universal code",
			`<div id="disqus_thread"></div><script>var disqus_config = function () {
				// this.page.url = 'https://mill.example/example';
				this.page.url = "https://mill.example/the-weir/?a=1&b=2";
				this.page.identifier = 'weir 7';
			};
			(function() { var d = document, s = d.createElement('script'); s.src = 'https://millnotes.disqus.com/embed.js'; })();</script>`,
			"https://disqus.com/embed/comments/?base=default&f=millnotes&t_i=weir%207&t_u=https%3A%2F%2Fmill.example%2Fthe-weir%2F%3Fa%3D1%26b%3D2",
		},
		{
			"Disqus, variables",
			`<div id="disqus_thread" style="display:none"></div><script>var disqus_shortname = 'millnotes'; var disqus_identifier = "a\/b\u0021";
			(function() { dsq.src = '//' + disqus_shortname + '.disqus.com/embed.js'; })();</script>`,
			"https://disqus.com/embed/comments/?base=default&f=millnotes&t_i=a%2Fb%21",
		},
		{
			"Disqus, plugin for WordPress",
			`<div id="disqus_thread"></div><script>var embedVars = {"disqusConfig":{"integration":"wordpress 3.0.22"},"disqusIdentifier":"413 https:\/\/mill.example\/?p=413","disqusShortname":"mill-notes","disqusUrl":"https:\/\/mill.example\/the-weir\/"};</script>`,
			"https://disqus.com/embed/comments/?base=default&f=mill-notes&t_i=413%20https%3A%2F%2Fmill.example%2F%3Fp%3D413&t_u=https%3A%2F%2Fmill.example%2Fthe-weir%2F",
		},
		{
			"Disqus, old script, page's own address",
			`<div id="disqus_thread"></div><script src="https://disqus.com/forums/millnotes/embed.js"></script>`,
			"https://disqus.com/embed/comments/?base=default&f=millnotes&t_u=https%3A%2F%2Fmill.example%2F2019%2F04%2Fthe-weir.html",
		},
		{"Disqus, no settings", `<div id="disqus_thread"></div><script src="/disqus.js"></script>`, ""},
		{"Disqus, counts alone", `<script id="dsq-count-scr" src="//millnotes.disqus.com/count.js"></script>`, ""},
		{"Disqus, no name", `<div id="disqus_thread"></div><script>s.src = 'https://a b<c>.disqus.com/embed.js'; var disqus_shortname = 'x/../y';</script>`, ""},
		{
			"Facebook", `<div class="fb-comments" data-href="/the-weir" data-numposts="5"></div>`,
			"https://www.facebook.com/plugins/feedback.php?href=https%3A%2F%2Fmill.example%2Fthe-weir",
		},
		{
			"Facebook, no web address", `<fb:comments href="javascript:alert(1)"></fb:comments>`,
			"https://www.facebook.com/plugins/feedback.php?href=https%3A%2F%2Fmill.example%2F2019%2F04%2Fthe-weir.html",
		},
		{
			"Discourse, address of the page",
			`<div id="discourse-comments"></div><script>DiscourseEmbed = { discourseUrl: 'https://forum.mill.example/', discourseEmbedUrl: 'https://mill.example/the-weir' };</script>`,
			"https://forum.mill.example/embed/comments?embed_url=https%3A%2F%2Fmill.example%2Fthe-weir",
		},
		{
			"Discourse, number of the topic",
			`<div id="discourse-comments"></div><script>window.DiscourseEmbed = { discourseUrl: 'https://mill.example/forum/', topicId: 42 };</script>`,
			"https://mill.example/forum/embed/comments?topic_id=42",
		},
		{"Discourse, no web address", `<div id="discourse-comments"></div><script>DiscourseEmbed = { discourseUrl: 'javascript:alert(1)', topicId: 42 };</script>`, ""},
		{
			"Discourse, plugin for WordPress",
			`<div id="comments" class="comments-area"><div class="respond comment-respond"><h3 id="reply-title" class="comment-reply-title">Start the discussion at
			<a class="wpdc-discourse-topic-link" target="_blank" href="https://forum.mill.example/t/the-weir/42">forum.mill.example</a></h3></div></div>`,
			"https://forum.mill.example/t/the-weir/42",
		},
		{
			"giscus, by the path", `<script src="https://giscus.app/client.js" data-repo="ann/mill" data-repo-id="R_1" data-category="Comments" data-category-id="DIC_2" data-mapping="pathname" async></script>`,
			"https://giscus.app/widget?origin=https%3A%2F%2Fmill.example%2F2019%2F04%2Fthe-weir.html&repo=ann%2Fmill&repoId=R_1&category=Comments&categoryId=DIC_2&term=2019%2F04%2Fthe-weir",
		},
		{
			"giscus, by the number", `<script src="https://giscus.app/client.js" data-repo="ann/mill" data-mapping="number" data-term="17"></script>`,
			"https://github.com/ann/mill/discussions/17",
		},
		{"giscus, no repository", `<script src="https://giscus.app/client.js" data-repo="ann/mill/../x" data-mapping="number" data-term="17"></script>`, ""},
		{
			"utterances, by the title", `<title>The  weir</title><script src="https://utteranc.es/client.js" repo="ann/mill" issue-term="title"></script>`,
			"https://utteranc.es/utterances.html?origin=https%3A%2F%2Fmill.example%2F2019%2F04%2Fthe-weir.html&repo=ann%2Fmill&issue-term=The%20weir",
		},
		{
			"utterances, by the number", `<script src="https://utteranc.es/client.js" repo="ann/mill" issue-number="9"></script>`,
			"https://github.com/ann/mill/issues/9",
		},
		{
			"Coral", `<div id="coral_thread"></div><script>Coral.createStreamEmbed({ id: "coral_thread", autoRender: true, rootURL: 'https://coral.mill.example/', storyID: 'weir-1' });</script>`,
			"https://coral.mill.example/embed/stream?storyID=weir-1&storyURL=https%3A%2F%2Fmill.example%2F2019%2F04%2Fthe-weir.html",
		},
		{
			"Remark42", `<script>var remark_config = { host: "https://remark.mill.example", site_id: 'mill', components: ['embed'] }</script><div id="remark42"></div>`,
			"https://remark.mill.example/web/iframe.html?site_id=mill&url=https%3A%2F%2Fmill.example%2F2019%2F04%2Fthe-weir.html",
		},
		{"Mastodon", `<mastodon-comments host="social.example" user="ann" tootId="110123456789012345"></mastodon-comments>`, "https://social.example/@ann/110123456789012345"},
		{"Mastodon, hostile", `<mastodon-comments host="social.example/x?" user="ann" tootId="1"></mastodon-comments>`, ""},
		{
			"saved with its frame", `<div id="disqus_thread"><iframe src="https://disqus.com/embed/comments/?base=default&amp;f=millnotes&amp;t_i=7#version=1"></iframe></div>`,
			"https://disqus.com/embed/comments/?base=default&f=millnotes&t_i=7#version=1",
		},
		{"structured data", `<script type="application/ld+json">{"@type":"BlogPosting","headline":"The weir","discussionUrl":"/2019/04/the-weir/comments"}</script>`, "https://mill.example/2019/04/the-weir/comments"},
		{"microdata", `<div itemscope itemtype="https://schema.org/Article"><a itemprop="discussionUrl" href="https://forum.mill.example/t/7">Discuss</a></div>`, "https://forum.mill.example/t/7"},
		{"structured data, the page itself", `<script type="application/ld+json">{"@type":"BlogPosting","discussionUrl":"https://mill.example/2019/04/the-weir.html#comments"}</script>`, ""},
		{"structured data of several articles", `<script type="application/ld+json">[{"@type":"BlogPosting","discussionUrl":"/a"},{"@type":"BlogPosting","discussionUrl":"/b"}]</script>`, ""},
		{"structured data, no web address", `<script type="application/ld+json">{"@type":"BlogPosting","discussionUrl":"data:text/html,x"}</script>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := discussionOf(t, c.html, own); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestDiscussionOfUnknownPage shows that nothing is made up where the page's own address is not known.
func TestDiscussionOfUnknownPage(t *testing.T) {
	for _, source := range []string{
		`<div id="disqus_thread"></div><script src="//millnotes.disqus.com/embed.js"></script>`,
		`<div class="fb-comments"></div>`,
		`<div class="fb-comments" data-href="/the-weir"></div>`,
		`<script src="https://giscus.app/client.js" data-repo="ann/mill" data-mapping="pathname"></script>`,
		`<script src="https://utteranc.es/client.js" repo="ann/mill" issue-term="url"></script>`,
		`<div id="discourse-comments"></div><script>DiscourseEmbed = { discourseUrl: 'https://forum.mill.example/' };</script>`,
	} {
		if got := discussionOf(t, source, ""); got != "" {
			t.Errorf("%s: %s", source, got)
		}
	}
}
