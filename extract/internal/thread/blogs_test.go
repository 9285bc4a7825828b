package thread

import "testing"

func TestBlogs(t *testing.T) {
	check(t, []fixture{
		{
			name: "WordPress core, html5, nested three deep, pingback, closed",
			html: `<html lang="en"><body class="single-post"><article class="post type-post hentry">` + article + `</article>
			<div id="comments" class="comments-area"><h2 class="comments-title">4 thoughts on &ldquo;How the mill was moved&rdquo;</h2>
			<ol class="comment-list">
			<li id="comment-11" class="comment even thread-even depth-1 parent"><article id="div-comment-11" class="comment-body">
				<footer class="comment-meta"><div class="comment-author vcard"><img class="avatar photo" src="a.png"> <b class="fn"><a href="https://anna.example" class="url">Anna Weber</a></b> <span class="says">says:</span></div>
				<div class="comment-metadata"><a href="/mill/#comment-11"><time datetime="2013-06-14T21:30:00+02:00">June 14, 2013 at 9:30 pm</time></a></div></footer>
				<div class="comment-content"><p>I was there. The noise is not so bad.</p></div></article>
				<ol class="children"><li id="comment-12" class="comment byuser bypostauthor odd alt depth-2 parent"><article id="div-comment-12" class="comment-body">
					<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Piet</b> <span class="says">says:</span></div>
					<div class="comment-metadata"><a href="/mill/#comment-12"><time datetime="2013-06-15T08:00:00+02:00">June 15, 2013 at 8:00 am</time></a></div></footer>
					<div class="comment-content"><p>You do not live next to it!</p></div></article>
					<ol class="children"><li id="comment-14" class="comment even depth-3"><article id="div-comment-14" class="comment-body">
						<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Anna Weber</b> <span class="says">says:</span></div>
						<div class="comment-metadata"><a href="/mill/#comment-14"><time datetime="2013-06-15T09:10:00+02:00">June 15, 2013 at 9:10 am</time></a></div></footer>
						<div class="comment-content"><p>True.</p><p>I get no flour either.</p></div></article></li></ol></li></ol></li>
			<li id="comment-13" class="pingback odd depth-1"><div class="comment-body">Pingback: <a href="https://other.example/mills" class="url">Mills of the north</a></div></li>
			<li id="comment-15" class="comment even thread-odd depth-1"><article id="div-comment-15" class="comment-body">
				<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Anonymous</b> <span class="says">says:</span></div>
				<div class="comment-metadata"><a href="/mill/#comment-15"><time datetime="2013-06-16T10:00:00+02:00">June 16, 2013 at 10:00 am</time></a></div></footer>
				<div class="comment-content"><p>Nice wheel.</p></div></article></li>
			</ol><p class="no-comments">Comments are closed.</p></div></body></html>`,
			want: `article declared=4 open=false
				- Anna Weber | 2013-06-14T21:30:00+02:00 | #11 | I was there. The noise is not so bad.
				  - Piet | 2013-06-15T08:00:00+02:00 | #12 | You do not live next to it!
				    - Anna Weber | 2013-06-15T09:10:00+02:00 | #14 | True. I get no flour either.
				- Mills of the north | ? | #13 | pingback | 
				- Anonymous | 2013-06-16T10:00:00+02:00 | #15 | Nice wheel.`,
		},
		{
			name: "WordPress classic theme: paragraphs beside the meta line, no microformat, a form",
			html: `<body>` + article + `<h3 id="comments">2 Responses to &#8220;How the mill was moved&#8221;</h3>
			<ol class="commentlist">
			<li class="alt" id="comment-7"><cite>Karl</cite> Says: <br><small class="commentmetadata"><a href="#comment-7" title="">March 3rd, 2008 at 10:12 am</a></small>
				<p>First paragraph of Karl.</p><p>Second one.</p></li>
			<li class="" id="comment-8"><cite><a href="http://b.example" rel="external nofollow">Berta</a></cite> Says: <br><small class="commentmetadata"><a href="#comment-8" title="">March 4th, 2008 at 1:02 pm</a></small>
				<p>Thanks, Karl.</p></li>
			</ol><h3 id="respond">Leave a Reply</h3><form action="/wp-comments-post.php" id="commentform"><textarea name="comment"></textarea></form></body>`,
			want: `article declared=2 open=true
				- Karl | 2008-03-03T10:12 | #7 | First paragraph of Karl. Second one.
				- Berta | 2008-03-04T13:02 | #8 | Thanks, Karl.`,
		},
		{
			name: "block theme: lists in the item without a class",
			html: `<body class="wp-singular single-post">` + article + `<div class="wp-block-comments"><h2 class="wp-block-comments-title">2 responses</h2>
			<ol class="wp-block-comment-template"><li id="comment-31" class="comment even depth-1"><div class="wp-block-columns"><div class="wp-block-column"><img class="avatar wp-block-avatar__image" src="x"></div>
				<div class="wp-block-column"><div class="wp-block-comment-author-name">jan</div><div class="wp-block-comment-date"><time datetime="2021-03-08T21:46:28+00:00"><a href="/p/#comment-31">March 8, 2021</a></time></div>
				<div class="wp-block-comment-content"><p>What a noise.</p></div><div class="wp-block-comment-reply-link"><a class="comment-reply-link" href="?replytocom=31#respond">Reply</a></div></div></div>
				<ol><li id="comment-32" class="comment odd depth-2"><div class="wp-block-columns"><div class="wp-block-column"><img class="avatar wp-block-avatar__image" src="x"></div>
				<div class="wp-block-column"><div class="wp-block-comment-author-name">mia</div><div class="wp-block-comment-date"><time datetime="2021-03-09T07:00:00+00:00"><a href="/p/#comment-32">March 9, 2021</a></time></div>
				<div class="wp-block-comment-content"><p>Saturdays only!</p></div><div class="wp-block-comment-reply-link"><a class="comment-reply-link" href="?replytocom=32#respond">Reply</a></div></div></div></li></ol></li></ol>
			</div></body>`,
			want: `article declared=2 open=true
				- jan | 2021-03-08T21:46:28Z | #31 | What a noise.
				  - mia | 2021-03-09T07:00:00Z | #32 | Saturdays only!`,
		},
		{
			name: "Genesis: reply list beside its article",
			html: `<body>` + article + `<div class="entry-comments" id="comments"><h3>Comments</h3><ol class="comment-list">
			<li class="comment even depth-1" id="comment-5"><article id="article-comment-5"><header class="comment-header"><p class="comment-author"><span class="comment-author-name">Cindy</span> <span class="says">says</span></p>
				<p class="comment-meta"><time class="comment-time"><a class="comment-time-link" href="#comment-5">January 11, 2026 at 1:34 pm</a></time></p></header><div class="comment-content"><p>Lovely.</p></div><div class="comment-reply"><a class="comment-reply-link" href="#comment-5">Reply</a></div></article>
				<ul class="children"><li class="comment odd depth-2" id="comment-6"><article id="article-comment-6"><header class="comment-header"><p class="comment-author"><span class="comment-author-name">Joe</span> <span class="says">says</span></p>
				<p class="comment-meta"><time class="comment-time"><a class="comment-time-link" href="#comment-6">January 12, 2026 at 8:00 am</a></time></p></header><div class="comment-content"><p>Indeed it is.</p></div><div class="comment-reply"><a class="comment-reply-link" href="#comment-6">Reply</a></div></article></li></ul></li></ol></div></body>`,
			want: `article open=true
				- Cindy | 2026-01-11T13:34 | #5 | Lovely.
				  - Joe | 2026-01-12T08:00 | #6 | Indeed it is.`,
		},
		{
			name: "wpDiscuz: answers within, exact date in a title, votes",
			html: `<body>` + article + `<div id="comments"><div id="wpdcom"><div class="wpd-thread-info"><span class="wpdtc" title="2">2</span> Comments</div><div id="wpd-threads" class="wpd-thread-wrapper"><div class="wpd-thread-list">
			<div id="wpd-comm-51_0" class="comment even depth-1 wpd-comment wpd_comment_level-1"><div class="wpd-comment-wrap"><div id="comment-51" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">MK</div><div class="wpd-comment-date" title="November 1, 2024 5:04 am"><i class="far"></i> 1 year ago</div></div>
				<div class="wpd-comment-text"><p>So helpful!</p></div><div class="wpd-comment-footer"><div class="wpd-vote"><div class="wpd-vote-result" title="10">10</div></div><div class="wpd-reply-button"><span>Reply</span></div></div></div></div>
				<div id="wpd-comm-52_51" class="comment odd depth-2 wpd-comment wpd_comment_level-2"><div class="wpd-comment-wrap"><div id="comment-52" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">Sara</div><div class="wpd-comment-date" title="November 2, 2024 9:00 am"><i class="far"></i> 1 year ago</div><div class="wpd-comment-reply-to">Reply to <a href="#comment-51">MK</a></div></div>
				<div class="wpd-comment-text"><p>Glad to hear it.</p></div><div class="wpd-comment-footer"><div class="wpd-vote"><div class="wpd-vote-result" title="0">0</div></div><div class="wpd-reply-button"><span>Reply</span></div></div></div></div></div></div>
			</div></div></div></div></body>`,
			want: `article declared=2 open=true
				- MK | 2024-11-01T05:04 | +10 | #51 | So helpful!
				  - Sara | 2024-11-02T09:00 | +0 | #52 | Glad to hear it.`,
		},
		{
			name: "Blogger, threaded",
			html: `<body>` + article + `<div class="comments" id="comments"><h4>2 comments:</h4><div class="comments-content"><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">
			<li class="comment" id="c101"><div class="avatar-image-container"><img src="x"></div><div class="comment-block"><div class="comment-header"><cite class="user"><a href="https://www.blogger.com/profile/1" rel="nofollow">Amy</a></cite><span class="icon user"></span><span class="datetime secondary-text"><a href="http://m.example/p.html?showComment=1#c101">September 11, 2008 at 2:06 PM</a></span></div>
				<p class="comment-content">Very useful.</p><span class="comment-actions secondary-text"><a class="comment-reply" target="_self">Reply</a><span class="item-control"><a href="https://www.blogger.com/delete">Delete</a></span></span></div>
				<div class="comment-replies"><div class="comment-thread inline-thread" id="c101-rt"><span class="thread-toggle"><span class="thread-arrow"></span><span class="thread-count"><a>Replies</a></span></span><ol class="thread-chrome" id="c101-ra"><div>
				<li class="comment" id="c102"><div class="comment-block"><div class="comment-header"><cite class="user"><a href="https://www.blogger.com/profile/2">Ben</a></cite><span class="datetime secondary-text"><a href="http://m.example/p.html?showComment=2#c102">September 12, 2008 at 9:00 AM</a></span></div><p class="comment-content">I agree with Amy.</p><span class="comment-actions secondary-text"><a class="comment-reply">Reply</a></span></div></li></div></ol></div></div></li></ol></div></div></div></div></body>`,
			want: `article declared=2 open=true
				- Amy | 2008-09-11T14:06 | #101 | Very useful.
				  - Ben | 2008-09-12T09:00 | #102 | I agree with Amy.`,
		},
		{
			name: "Blogger, old: a definition list, the date after the text",
			html: `<body>` + article + `<div id="comments"><h4>2 comments:</h4><dl id="comments-block">
			<dt class="comment-author" id="c201"><a name="c201"></a><a href="https://www.blogger.com/profile/7" rel="nofollow">Amy</a> said...</dt><dd class="comment-body"><p>I walked past it yesterday.</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="#c201" title="comment permalink">September 11, 2008 2:06 PM</a></span></dd>
			<dt class="comment-author" id="c202"><a name="c202"></a>Ben said...</dt><dd class="comment-body"><p>And did it turn?</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="#c202" title="comment permalink">September 12, 2008 9:00 AM</a></span></dd>
			</dl></div></body>`,
			want: `article declared=2
				- Amy | 2008-09-11T14:06 | #201 | I walked past it yesterday.
				- Ben | 2008-09-12T09:00 | #202 | And did it turn?`,
		},
		{
			name: "TypePad: the byline stands under the text",
			html: `<body>` + article + `<div class="comments" id="comments"><h2 class="comments-header">Comments</h2><div class="comments-content">
			<div class="comment comment-odd" id="comment-6a01"><div class="comment-content"><p>You forgot the bakery.</p></div><p class="comment-footer">Posted by: <a href="http://p.example" title="x">Paul</a> | <a href="/mill.html?cid=6a01#comment-6a01">May 02, 2007 at 09:16 AM</a></p></div>
			<div class="comment comment-even" id="comment-6a02"><div class="comment-content"><p>The bakery moved years ago.</p></div><p class="comment-footer">Posted by: Rita | <a href="/mill.html?cid=6a02#comment-6a02">May 03, 2007 at 10:00 AM</a></p></div>
			</div></div></body>`,
			want: `article
				- Paul | 2007-05-02T09:16 | #6a01 | You forgot the bakery.
				- Rita | 2007-05-03T10:00 | #6a02 | The bakery moved years ago.`,
		},
		{
			name: "Drupal: answers in a div beside the comment",
			html: `<body class="node-type-story">` + article + `<section id="comments" class="comment-wrapper"><h2 class="title">Comments</h2>
			<a id="comment-41"></a><div class="comment comment-by-anonymous clearfix"><h3><a href="/comment/41#comment-41" class="permalink" rel="bookmark">About the noise</a></h3><div class="submitted"><span class="username">Guest</span> replied on <span property="dc:date">Tue, 06/14/2011 - 15:40</span></div><div class="content"><div class="field-item even"><p>It is loud.</p></div></div><ul class="links inline"><li class="comment-reply"><a href="/comment/reply/9/41">reply</a></li></ul></div>
			<div class="indented"><a id="comment-42"></a><div class="comment clearfix"><h3><a href="/comment/42#comment-42" class="permalink" rel="bookmark">Not that loud</a></h3><div class="submitted"><span class="username">Dora</span> replied on <span property="dc:date">Wed, 06/15/2011 - 08:12</span></div><div class="content"><div class="field-item even"><p>Only on Saturdays.</p></div></div><ul class="links inline"><li class="comment-reply"><a href="/comment/reply/9/42">reply</a></li></ul></div></div>
			<a id="comment-43"></a><div class="comment clearfix"><h3><a href="/comment/43#comment-43" class="permalink" rel="bookmark">Flour</a></h3><div class="submitted"><span class="username">Emil</span> replied on <span property="dc:date">Thu, 06/16/2011 - 09:00</span></div><div class="content"><div class="field-item even"><p>I want flour too.</p></div></div><ul class="links inline"><li class="comment-reply"><a href="/comment/reply/9/43">reply</a></li></ul></div>
			</section></body>`,
			want: `article open=true
				- Guest | 2011-06-14T15:40 | #41 | It is loud.
				  - Dora | 2011-06-15T08:12 | #42 | Only on Saturdays.
				- Emil | 2011-06-16T09:00 | #43 | I want flour too.`,
		},
		{
			name: "Squarespace: relative dates, nested divs, like counts",
			html: `<body>` + article + `<div class="squarespace-comments"><div class="comments-header"><span class="title">Comments <span class="count">(2)</span></span></div><div class="comment-list">
			<div class="comment" id="comment-5f1"><div class="comment-header"><span class="avatar"></span><span class="author">Nora Lind</span><span class="date"><span class="timestamp">4 days ago</span></span><span class="likes">0 Likes</span></div><div class="comment-body"><p>I would like a photo.</p></div><div class="comment-footer"><a class="reply">Reply</a></div>
				<div class="replies"><div class="comment" id="comment-5f2"><div class="comment-header"><span class="avatar"></span><span class="author">Host</span><span class="date"><span class="timestamp">3 days ago</span></span><span class="likes">1 Likes</span></div><div class="comment-body"><p>It will come.</p></div><div class="comment-footer"><a class="reply">Reply</a></div></div></div></div>
			</div></div></body>`,
			want: `article declared=2 open=true
				- Nora Lind | 2024-03-06 | +0 | #5f1 | I would like a photo.
				  - Host | 2024-03-07 | +1 | #5f2 | It will come.`,
		},
		{
			name: "Substack: hashed classes, date in a title",
			html: `<body>` + article + `<div id="discussion" class="pencraft"><h4 class="pencraft">Discussion about this post</h4><div class="comment-list-container"><div class="comment-list"><div class="comment-list-items">
			<div class="comment"><div id="comment-187" class="comment-anchor"></div><div role="article" class="pencraft comment-content"><div class="pencraft"><a href="https://substack.com/profile/12-a-thornton" class="pencraft"><img src="x"></a></div><div class="pencraft flex-grow"><div class="pencraft"><span class="pencraft weight-medium"><a href="https://substack.com/profile/12-a-thornton" class="link-LIB">A Thornton</a></span><a href="https://g.substack.com/p/mill/comment/187" title="Dec 14, 2025, 7:40 PM" class="pencraft"><span class="pencraft">6d</span></a></div>
				<div class="comment-body"><p><span>It grinds on.</span></p><div role="button" class="show-all-toggle"><div class="show-all-toggle-label">Expand full comment</div></div></div><div class="comment-actions"><a class="pencraft">Reply</a><a class="pencraft">Share</a></div></div></div>
				<div class="comment-list replies"><div class="comment"><div id="comment-188" class="comment-anchor"></div><div role="article" class="pencraft comment-content"><div class="pencraft"><a href="https://substack.com/profile/13-b" class="pencraft"><img src="x"></a></div><div class="pencraft flex-grow"><div class="pencraft"><span class="pencraft weight-medium"><a href="https://substack.com/profile/13-b" class="link-LIB">Bo</a></span><a href="https://g.substack.com/p/mill/comment/188" title="Dec 15, 2025, 8:00 AM" class="pencraft"><span class="pencraft">5d</span></a></div>
				<div class="comment-body"><p><span>Slowly.</span></p></div><div class="comment-actions"><a class="pencraft">Reply</a><a class="pencraft">Share</a></div></div></div></div></div></div>
			</div></div></div></div></body>`,
			want: `article open=true
				- A Thornton | 2025-12-14T19:40 | #187 | It grinds on.
				  - Bo | 2025-12-15T08:00 | #188 | Slowly.`,
		},
		{
			name: "Medium: responses without helpful names",
			html: `<body>` + article + `<div class="bk"><h2 class="be pw">Responses (2)</h2>
			<div class="ab cm"><div class="l ck"><div class="ab q"><div class="l"><a href="https://medium.com/@lena?source=post---44"><img alt="Lena K" class="l er" src="x"></a></div><div class="l lk"><div class="ab q"><a class="af ag" href="https://medium.com/@lena?source=post---44"><p class="be b">Lena K</p></a></div><div class="ab"><a class="af" href="https://medium.com/@lena/re-12ab9?source=responses"><p class="be b bf">Jun 2, 2022</p></a></div></div></div><div class="fk"><pre class="re"><div class="m">I heard it from the other bank of the river.</div></pre></div><div class="actions ab"><button>8</button><button>Reply</button></div></div></div>
			<div class="ab cm"><div class="l ck"><div class="ab q"><div class="l"><a href="https://medium.com/@omar?source=post---45"><img alt="Omar" class="l er" src="x"></a></div><div class="l lk"><div class="ab q"><a class="af ag" href="https://medium.com/@omar?source=post---45"><p class="be b">Omar</p></a></div><div class="ab"><a class="af" href="https://medium.com/@omar/re-77cd1?source=responses"><p class="be b bf">Jun 3, 2022</p></a></div></div></div><div class="fk"><pre class="re"><div class="m">Nobody asked us either.</div></pre></div><div class="actions ab"><button>2</button><button>Reply</button></div></div></div>
			</div></body>`,
			want: `article declared=2 open=true
				- Lena K | 2022-06-02 | #12ab9 | I heard it from the other bank of the river.
				- Omar | 2022-06-03 | #77cd1 | Nobody asked us either.`,
		},
		{
			name: "depth classes in a flat list",
			html: `<body>` + article + `<section class="comments"><h2>3 Kommentare</h2>
			<div class="comment level-0" id="k1"><span class="author">Uta</span> <span class="date">14.06.2013, 09:30</span><div class="text">Sehr schön geschrieben.</div><a class="reply" href="#k1">Antworten</a></div>
			<div class="comment level-1" id="k2"><span class="author">Olaf</span> <span class="date">14.06.2013, 10:01</span><div class="text">Das finde ich auch.</div><a class="reply" href="#k2">Antworten</a></div>
			<div class="comment level-0" id="k3"><span class="author">Ida</span> <span class="date">15.06.2013, 22:45</span><div class="text">Und der Müller?</div><a class="reply" href="#k3">Antworten</a></div></section></body>`,
			want: `article declared=3 open=true
				- Uta | 2013-06-14T09:30 | #1 | Sehr schön geschrieben.
				  - Olaf | 2013-06-14T10:01 | #2 | Das finde ich auch.
				- Ida | 2013-06-15T22:45 | #3 | Und der Müller?`,
		},
		{
			name: "inline indent in a flat list",
			html: `<body>` + article + `<div id="comments"><h3>3 comments</h3>
			<div class="comment" style="margin-left: 0px"><b class="user">uno</b> <i class="date">3 May 2011 10:00</i><div class="body">One is enough.</div></div>
			<div class="comment" style="margin-left: 25px"><b class="user">dos</b> <i class="date">3 May 2011 11:00</i><div class="body">Two are better.</div></div>
			<div class="comment" style="margin-left: 50px"><b class="user">tres</b> <i class="date">4 May 2011 12:00</i><div class="body">Three are many.</div></div></div></body>`,
			want: `article declared=3
				- uno | 2011-05-03T10:00 | One is enough.
				  - dos | 2011-05-03T11:00 | Two are better.
				    - tres | 2011-05-04T12:00 | Three are many.`,
		},
		{
			name: "parents in data attributes",
			html: `<body>` + article + `<div class="comments-list">
			<div class="comment-item" data-comment-id="901" data-parent-id="0"><span class="comment-author">Ola</span><time datetime="2020-01-05">5 stycznia 2020</time><p class="comment-text">Pierwszy komentarz jest mój.</p></div>
			<div class="comment-item" data-comment-id="902" data-parent-id="901"><span class="comment-author">Jan</span><time datetime="2020-01-06">6 stycznia 2020</time><p class="comment-text">A drugi mój.</p></div>
			<div class="comment-item" data-comment-id="903" data-parent-id="902"><span class="comment-author">Ewa</span><time datetime="2020-01-07">7 stycznia 2020</time><p class="comment-text">Trzeci.</p></div></div></body>`,
			want: `article
				- Ola | 2020-01-05 | #901 | Pierwszy komentarz jest mój.
				  - Jan | 2020-01-06 | #902 | A drugi mój.
				    - Ewa | 2020-01-07 | #903 | Trzeci.`,
		},
		{
			name: "in reply to, as links to what is answered",
			html: `<body>` + article + `<div id="comment-section">
			<div class="comment" id="comment-61"><div class="comment-head"><a class="comment-user" href="/users/iris">iris</a> <span class="comment-date">2 Feb 2019</span></div><div class="comment-text">The wheel is new.</div></div>
			<div class="comment" id="comment-62"><div class="comment-head"><a class="comment-user" href="/users/max">max</a> <span class="comment-date">3 Feb 2019</span> <span class="in-reply-to">in reply to <a href="#comment-61">iris</a></span></div><div class="comment-text">The axle is not.</div></div>
			<div class="comment" id="comment-63"><div class="comment-head"><a class="comment-user" href="/users/lou">lou</a> <span class="comment-date">4 Feb 2019</span></div><div class="comment-text">Both are loud.</div></div></div></body>`,
			want: `article
				- iris | 2019-02-02 | #61 | The wheel is new.
				  - max | 2019-02-03 | #62 | The axle is not.
				- lou | 2019-02-04 | #63 | Both are loud.`,
		},
		{
			name: "the same list twice, for phones and for desks",
			html: `<body>` + article + `<div class="desktop comments"><div class="comment" id="comment-71"><span class="author">Kai</span><time datetime="2022-02-02">2 Feb</time><div class="comment-text">Only once, please.</div></div><div class="comment" id="comment-72"><span class="author">Liv</span><time datetime="2022-02-03">3 Feb</time><div class="comment-text">Me too, only once.</div></div></div>
			<div class="mobile comments"><div class="comment" id="comment-71"><span class="author">Kai</span><time datetime="2022-02-02">2 Feb</time><div class="comment-text">Only once, please.</div></div><div class="comment" id="comment-72"><span class="author">Liv</span><time datetime="2022-02-03">3 Feb</time><div class="comment-text">Me too, only once.</div></div></div></body>`,
			want: `article
				- Kai | 2022-02-02 | #71 | Only once, please.
				- Liv | 2022-02-03 | #72 | Me too, only once.`,
		},
		{
			name: "nobody signs and nothing is dated",
			html: `<body>` + article + `<div class="comments"><h3>2 comments</h3><ul class="comment-list"><li class="comment" id="comment-1"><p>It should be allowed to turn on Sundays too.</p></li><li class="comment" id="comment-2"><p>It should not turn at all.</p></li></ul></div></body>`,
			want: `article declared=2
				- (nobody) | ? | #1 | It should be allowed to turn on Sundays too.
				- (nobody) | ? | #2 | It should not turn at all.`,
		},
		{
			name: "utility classes alone",
			html: `<body>` + article + `<section class="mt-12 px-4"><h2 class="text-xl font-bold">2 comments</h2><ul class="divide-y">
			<li class="py-6 flex gap-4"><img class="h-10 w-10 rounded-full" src="/avatars/1.png"><div class="flex-1"><div class="flex justify-between"><span class="font-semibold">Sofie Lund</span><span class="text-gray-500 text-sm">May 4, 2023</span></div><div class="mt-2 text-gray-700">I took the ferry to see it.</div><button class="text-sm text-blue-600">Reply</button></div></li>
			<li class="py-6 flex gap-4"><img class="h-10 w-10 rounded-full" src="/avatars/2.png"><div class="flex-1"><div class="flex justify-between"><span class="font-semibold">Ahmed</span><span class="text-gray-500 text-sm">May 5, 2023</span></div><div class="mt-2 text-gray-700">There is a ferry again? Since when?</div><button class="text-sm text-blue-600">Reply</button></div></li>
			</ul></section></body>`,
			want: `article declared=2 open=true
				- Sofie Lund | 2023-05-04 | I took the ferry to see it.
				- Ahmed | 2023-05-05 | There is a ferry again? Since when?`,
		},
	})
}

func TestScripts(t *testing.T) {
	check(t, []fixture{
		{
			name: "Substack: comments in the preloads alone",
			html: `<body>` + article + `<div id="discussion"></div><script>window._preloads = JSON.parse("{\"post\":{\"title\":\"How the mill was moved\"},\"initialComments\":{\"comments\":[{\"id\":187,\"body\":\"It grinds on.\\n\\nSlowly.\",\"body_json\":{\"type\":\"doc\"},\"name\":\"A Thornton\",\"date\":\"2025-12-14T19:40:11.000Z\",\"reaction_count\":4,\"children\":[{\"id\":188,\"body\":\"But well.\",\"body_json\":{},\"name\":\"Bo\",\"date\":\"2025-12-15T08:00:00.000Z\",\"reaction_count\":0,\"children\":[]}]}]}}")</script></body>`,
			want: `article
				- A Thornton | 2025-12-14T19:40:11Z | +4 | #187 | It grinds on. Slowly.
				  - Bo | 2025-12-15T08:00:00Z | +0 | #188 | But well.`,
		},
		{
			name: "Discourse: posts in a data attribute alone",
			url:  "https://discourse.example/t/dams/724",
			html: `<body><div class="hidden" id="data-preloaded" data-preloaded="{&quot;topic_724&quot;:&quot;{\&quot;post_stream\&quot;:{\&quot;posts\&quot;:[{\&quot;id\&quot;:1,\&quot;username\&quot;:\&quot;raoul\&quot;,\&quot;created_at\&quot;:\&quot;2024-05-03T08:45:44.000Z\&quot;,\&quot;cooked\&quot;:\&quot;\\u003cp\\u003eWho may open the sluice?\\u003c/p\\u003e\&quot;,\&quot;post_number\&quot;:1,\&quot;reply_to_post_number\&quot;:null},{\&quot;id\&quot;:2,\&quot;username\&quot;:\&quot;code\&quot;,\&quot;created_at\&quot;:\&quot;2024-05-03T12:16:47.000Z\&quot;,\&quot;cooked\&quot;:\&quot;\\u003cp\\u003eThe miller.\\u003c/p\\u003e\&quot;,\&quot;post_number\&quot;:2,\&quot;reply_to_post_number\&quot;:null},{\&quot;id\&quot;:3,\&quot;username\&quot;:\&quot;raoul\&quot;,\&quot;created_at\&quot;:\&quot;2024-05-03T13:00:00.000Z\&quot;,\&quot;cooked\&quot;:\&quot;\\u003cp\\u003eAnd \\u003cem\\u003eif\\u003c/em\\u003e he sleeps?\\u003c/p\\u003e\&quot;,\&quot;post_number\&quot;:3,\&quot;reply_to_post_number\&quot;:2}]}}&quot;}"></div></body>`,
			want: `thread
				post raoul | 2024-05-03T08:45:44Z | #1 | Who may open the sluice?
				- code | 2024-05-03T12:16:47Z | #2 | The miller.
				  - raoul | 2024-05-03T13:00:00Z | #3 | And if he sleeps?`,
		},
		{
			name: "comments in JSON-LD alone",
			html: `<body>` + article + `<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"How the mill was moved","commentCount":2,"comment":[{"@type":"Comment","text":"Well told.","dateCreated":"2020-02-03T10:00:00Z","author":{"@type":"Person","name":"Nia"},"comment":{"@type":"Comment","text":"Thank you!","author":"Piet"}}]}</script></body>`,
			want: `article declared=2
				- Nia | 2020-02-03T10:00:00Z | Well told.
				  - Piet | ? | Thank you!`,
		},
		{
			name: "a question in JSON-LD alone",
			html: `<body><h1>Wet stones?</h1><script type="application/ld+json">{"@context":"https://schema.org","@type":"QAPage","mainEntity":{"@type":"Question","name":"Wet stones?","text":"Should they be wet?","author":{"@type":"Person","name":"Ora"},"dateCreated":"2021-01-01","answerCount":2,"acceptedAnswer":{"@type":"Answer","text":"No.","author":{"@type":"Person","name":"Tom"},"upvoteCount":7},"suggestedAnswer":[{"@type":"Answer","text":"A little.","author":{"@type":"Person","name":"Uli"}}]}}</script></body>`,
			want: `thread declared=2
				post Ora | 2021-01-01 | Should they be wet?
				- Tom | ? | +7 | accepted | No.
				- Uli | ? | A little.`,
		},
		{
			name: "frequent questions are no conversation",
			html: `<body>` + article + `<script type="application/ld+json">{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question","name":"May I visit?","acceptedAnswer":{"@type":"Answer","text":"On Saturdays."}}]}</script></body>`,
			want: `article`,
		},
	})
}

func TestNoComments(t *testing.T) {
	check(t, []fixture{
		{
			name: "a form alone",
			html: `<body>` + article + `<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3><form id="commentform" class="comment-form"><p class="comment-notes">Your email address will not be published.</p><p class="comment-form-comment"><label for="comment">Comment</label><textarea id="comment" name="comment"></textarea></p><p class="comment-form-author"><label>Name</label><input name="author"></p></form></div></body>`,
			want: `article open=true`,
		},
		{
			name: "cards of other articles",
			html: `<body>` + article + `<section class="related-posts"><h2>Read next</h2><article class="post-card"><img src="1.jpg"><h3><a href="/bridge">The bridge</a></h3><p class="excerpt">It was built in a year, and nobody thanked those who built it.</p><span class="author">By Ann Lee</span><time datetime="2020-05-05">May 5, 2020</time></article><article class="post-card"><img src="2.jpg"><h3><a href="/weir">The weir</a></h3><p class="excerpt">Fish climb it in May if the water is high enough for them.</p><span class="author">By Bo Dahl</span><time datetime="2020-06-05">June 5, 2020</time></article></section></body>`,
			want: `article`,
		},
		{
			name: "recent comments in the sidebar",
			html: `<body>` + article + `<aside class="sidebar widget-area"><section class="widget widget_recent_comments"><h2 class="widget-title">Recent Comments</h2><ul id="recentcomments"><li class="recentcomments"><span class="comment-author-link"><a href="http://k.example">Karl</a></span> on <a href="/bridge/#comment-3">The bridge</a></li><li class="recentcomments"><span class="comment-author-link">Mia</span> on <a href="/weir/#comment-9">The weir</a></li></ul></section></aside></body>`,
			want: `article`,
		},
		{
			name: "a block of latest comments",
			html: `<body>` + article + `<div class="widget"><ol class="wp-block-latest-comments has-dates has-excerpts"><li class="wp-block-latest-comments__comment"><article><footer class="wp-block-latest-comments__comment-meta"><a class="wp-block-latest-comments__comment-author" href="http://k.example">Karl</a> on <a class="wp-block-latest-comments__comment-link" href="/bridge/#comment-3">The bridge</a> <time datetime="2021-01-01T10:00:00+00:00" class="wp-block-latest-comments__comment-date">January 1, 2021</time></footer><div class="wp-block-latest-comments__comment-excerpt"><p>What a bridge.</p></div></article></li><li class="wp-block-latest-comments__comment"><article><footer class="wp-block-latest-comments__comment-meta"><a class="wp-block-latest-comments__comment-author" href="http://m.example">Mia</a> on <a class="wp-block-latest-comments__comment-link" href="/weir/#comment-9">The weir</a> <time datetime="2021-01-02T10:00:00+00:00" class="wp-block-latest-comments__comment-date">January 2, 2021</time></footer><div class="wp-block-latest-comments__comment-excerpt"><p>Poor fish.</p></div></article></li></ol></div></body>`,
			want: `article`,
		},
		{
			name: "an author's box",
			html: `<body>` + article + `<div class="author-box"><img class="avatar" src="x"><h4 class="author-name"><a href="/author/piet">Piet Maas</a></h4><p class="author-bio">Piet has written on mills since 1998 and lives beside one.</p></div></body>`,
			want: `article`,
		},
		{
			name: "a live ticker",
			html: `<body><h1>The feast, hour by hour</h1><div class="live-blog"><article class="update"><time datetime="2022-06-01T10:00">10:00</time><h3>The wheel starts</h3><p>Everybody is standing on the bank, and the band plays.</p></article><article class="update"><time datetime="2022-06-01T11:00">11:00</time><h3>First flour</h3><p>The first sack is full. The granddaughter carries it to the baker.</p></article><article class="update"><time datetime="2022-06-01T12:00">12:00</time><h3>Lunch</h3><p>There is soup for all, and bread from the old oven.</p></article></div></body>`,
			want: `article`,
		},
		{
			name: "a list of products",
			html: `<body><h1>Flour</h1><ul class="products"><li class="product"><img src="1.jpg"><h2 class="product-title"><a href="/p/rye">Rye, 1 kg</a></h2><span class="price">4.20</span><span class="rating">12 reviews</span><button>Add to cart</button></li><li class="product"><img src="2.jpg"><h2 class="product-title"><a href="/p/wheat">Wheat, 1 kg</a></h2><span class="price">3.10</span><span class="rating">9 reviews</span><button>Add to cart</button></li></ul></body>`,
			want: `article`,
		},
		{
			name: "the front page of a blog",
			html: `<body><h1>The miller's blog</h1><article class="post" id="post-1"><h2><a href="/a">A quiet week</a></h2><p class="meta">By <a href="/author/piet">Piet</a> on <time datetime="2020-01-01">January 1, 2020</time> | <a href="/a#comments">3 comments</a></p><p>Nothing turned, and so nobody complained to us.</p></article><article class="post" id="post-2"><h2><a href="/b">A loud week</a></h2><p class="meta">By <a href="/author/piet">Piet</a> on <time datetime="2020-01-08">January 8, 2020</time> | <a href="/b#comments">12 comments</a></p><p>It turned every day, for the tourists had come.</p></article></body>`,
			want: `article`,
		},
	})
}
