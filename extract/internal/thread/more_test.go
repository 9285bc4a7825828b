package thread

import "testing"

func TestMorePlatforms(t *testing.T) {
	check(t, []fixture{
		{
			name: "vBulletin 5",
			url:  "https://vb5.example/forum/general/91-axles",
			html: `<body class="l-desktop"><h1 class="main-title">Axles</h1><ul class="conversation-list list-container h-clearfix thread-view">
			<li data-node-id="5101" data-node-creatorid="3" class="b-post b-post--first js-post js-comment-parent h-clear" itemscope itemtype="https://schema.org/DiscussionForumPosting"><a id="post5101" href="#" class="b-post__anchor"></a><div class="b-post__hide-when-deleted"><div class="b-post__grid-container"><div class="b-post__col-1"><div class="b-userinfo"><div class="author h-text-size--14" itemprop="author" itemscope itemtype="https://schema.org/Person"><strong><a href="https://vb5.example/member/3-lea" data-vbnamecard="3"><span itemprop="name">Lea</span></a></strong></div><div class="usertitle">Senior Member</div><ul class="b-userinfo__additional-info-list"><li><label>Join Date:</label><span>Jan 2015</span></li><li><label>Posts:</label><span>301</span></li></ul></div></div><div class="b-post__col-2"><div class="b-post__body h-clearfix"><div class="b-post__arrow"></div><hr><div class="b-post__timestamp"><time itemprop="dateCreated" datetime="2019-04-05T10:00:00">04-05-2019, 10:00 AM</time></div><a class="b-post__count js-show-post-link" href="https://vb5.example/forum/general/91-axles?p=5101#post5101">#1</a><h2 class="b-post__title">Axles</h2><div class="b-post__content js-post__content"><div class="js-post__content-text OLD__post-content-text restore h-wordwrap" itemprop="text">Iron or oak?</div></div><div class="b-post__footer"><ul class="b-post-control__list"><li class="b-post-control js-post-control__reply">Quote</li></ul></div></div></div></div></div></li>
			<li data-node-id="5102" data-node-creatorid="4" class="b-post js-post js-comment-parent h-clear" itemscope itemtype="https://schema.org/Comment"><a id="post5102" href="#" class="b-post__anchor"></a><div class="b-post__hide-when-deleted"><div class="b-post__grid-container"><div class="b-post__col-1"><div class="b-userinfo"><div class="author h-text-size--14" itemprop="author" itemscope itemtype="https://schema.org/Person"><strong><a href="https://vb5.example/member/4-mio" data-vbnamecard="4"><span itemprop="name">Mio</span></a></strong></div><div class="usertitle">Member</div><ul class="b-userinfo__additional-info-list"><li><label>Join Date:</label><span>Mar 2018</span></li><li><label>Posts:</label><span>12</span></li></ul></div></div><div class="b-post__col-2"><div class="b-post__body h-clearfix"><div class="b-post__arrow"></div><hr><div class="b-post__timestamp"><time itemprop="dateCreated" datetime="2019-04-06T09:30:00">04-06-2019, 09:30 AM</time></div><a class="b-post__count js-show-post-link" href="https://vb5.example/forum/general/91-axles?p=5102#post5102">#2</a><div class="b-post__content js-post__content"><div class="js-post__content-text OLD__post-content-text restore h-wordwrap" itemprop="text">Oak, with iron rings.</div></div><div class="b-post__footer"><ul class="b-post-control__list"><li class="b-post-control js-post-control__reply">Quote</li></ul></div></div></div></div></div></li></ul></body>`,
			want: `thread open=true
				post Lea | 2019-04-05T10:00:00 | #5101 | Iron or oak?
				- Mio | 2019-04-06T09:30:00 | #5102 | Oak, with iron rings.`,
		},
		{
			name: "wpForo",
			url:  "https://wpf.example/community/mills/leaks/",
			html: `<body><div id="wpforo"><div class="wpf-head-bar"><h1 id="wpforo-title">Leaks</h1></div><div class="wpf-content">
			<div id="post-21" data-postid="21" data-userid="1" data-topicid="9" class="post-wrap wpfp-main wpfn-1"><div class="wpforo-post wpfcl-1"><div class="wpf-left"><div class="wpf-author"><div class="wpf-author-avatar"><img class="avatar" src="a"></div><div class="wpf-author-name"><a href="https://wpf.example/community/participant/gil/">Gil</a></div><div class="wpf-author-title">Member</div><div class="wpf-author-joined">Joined: 3 years ago</div><div class="wpf-author-posts">Posts: 44</div></div></div><div class="wpf-right"><div class="wpforo-post-content-top"><span class="wpf-post-number">1</span><span class="wpforo-post-date">02/11/2021 5:13 pm</span> <span class="wpf-starter">Topic starter</span></div><div class="wpforo-post-content"><p>The flume leaks at every joint.</p></div><div class="wpf-post-button-actions"><span class="wpf-action wpforo-reply">Reply</span><span class="wpf-action wpforo-quote">Quote</span></div></div></div></div>
			<div id="post-22" data-postid="22" data-userid="2" data-topicid="9" class="post-wrap wpfn-2"><div class="wpforo-post wpfcl-2"><div class="wpf-left"><div class="wpf-author"><div class="wpf-author-avatar"><img class="avatar" src="b"></div><div class="wpf-author-name"><a href="https://wpf.example/community/participant/ros/">Ros</a></div><div class="wpf-author-title">Admin</div><div class="wpf-author-joined">Joined: 5 years ago</div><div class="wpf-author-posts">Posts: 1044</div></div></div><div class="wpf-right"><div class="wpforo-post-content-top"><span class="wpf-post-number">2</span><span class="wpforo-post-date">13/11/2021 8:00 am</span></div><div class="wpforo-post-content"><p>Let it swell for a week.</p></div><div class="wpf-post-button-actions"><span class="wpf-action wpforo-reply">Reply</span><span class="wpf-action wpforo-quote">Quote</span></div></div></div></div>
			</div></div></body>`,
			want: `thread open=true
				post Gil | 2021-11-02T17:13 | #21 | The flume leaks at every joint.
				- Ros | 2021-11-13T08:00 | #22 | Let it swell for a week.`,
		},
		{
			name: "Khoros",
			url:  "https://khoros.example/t5/Mills/Belts/td-p/771",
			html: `<body class="lia-forum ForumTopicPage"><h1 class="lia-message-subject-banner">Belts</h1><div class="lia-component-message-list-detail-with-inline-editors">
			<div class="lia-message-view-wrapper lia-js-data-messageUid-771" data-lia-message-uid="771" id="messageview"><div class="MessageView lia-message-view-forum-message lia-message-view-display lia-message-view-message-row lia-thread-topic"><div class="lia-quilt lia-quilt-forum-message"><div class="lia-message-author-avatar"><a class="UserAvatar lia-link-navigation" href="/t5/user/viewprofilepage/user-id/15"><img class="lia-user-avatar-message" src="a"></a></div><div class="lia-message-author-with-avatar"><span class="UserName lia-user-name lia-user-rank-Visitor"><a class="lia-link-navigation lia-page-link lia-user-name-link" href="https://khoros.example/t5/user/viewprofilepage/user-id/15"><span>opal</span></a></span><div class="lia-message-author-rank">Visitor</div></div><div class="lia-message-post-date"><span class="DateTime lia-message-posted-on"><span class="local-date">2022-05-06</span> <span class="local-time">07:08 AM</span></span></div><div class="lia-message-body lia-component-message-view-widget-body"><div class="lia-message-body-content"><p>My belt slips when it is wet.</p></div></div><div class="lia-quilt-row-footer"><div class="KudosButton"><span class="MessageKudosCount">0</span></div><a class="lia-button lia-button-primary reply-action-link" href="/t5/forums/replypage/message-id/771">Reply</a></div></div></div></div>
			<div class="lia-message-view-wrapper lia-js-data-messageUid-772" data-lia-message-uid="772" id="messageview_0"><div class="MessageView lia-message-view-forum-message lia-message-view-display lia-message-view-message-row lia-thread-reply"><div class="lia-quilt lia-quilt-forum-message"><div class="lia-message-author-avatar"><a class="UserAvatar lia-link-navigation" href="/t5/user/viewprofilepage/user-id/16"><img class="lia-user-avatar-message" src="b"></a></div><div class="lia-message-author-with-avatar"><span class="UserName lia-user-name lia-user-rank-Mentor"><a class="lia-link-navigation lia-page-link lia-user-name-link" href="https://khoros.example/t5/user/viewprofilepage/user-id/16"><span>perl</span></a></span><div class="lia-message-author-rank">Mentor</div></div><div class="lia-message-post-date"><span class="DateTime lia-message-posted-on"><span class="local-date">2022-05-07</span> <span class="local-time">09:00 AM</span></span></div><div class="lia-message-body lia-component-message-view-widget-body"><div class="lia-message-body-content"><p>Rosin.</p></div></div><div class="lia-quilt-row-footer"><div class="KudosButton"><span class="MessageKudosCount">3</span></div><a class="lia-button lia-button-primary reply-action-link" href="/t5/forums/replypage/message-id/772">Reply</a></div></div></div></div>
			</div></body>`,
			want: `thread open=true
				post opal | 2022-05-06T07:08 | +0 | #771 | My belt slips when it is wet.
				- perl | 2022-05-07T09:00 | +3 | #772 | Rosin.`,
		},
		{
			name: "Steam discussions",
			url:  "https://steam.example/app/9/discussions/0/44/",
			html: `<body><div class="forum_op" id="forum_op_44" data-postid="44"><div class="forum_op_header"><div class="authorline"><a class="hoverunderline forum_op_author" href="https://steam.example/id/quill">quill</a> <span class="date">May 5, 2023 @ 1:02pm</span></div></div><div class="topic">Water level bug</div><div class="content">The pond is empty after loading a saved game.</div></div>
			<div class="commentthread_area"><div class="commentthread_count"><span>2</span> comments</div><div class="commentthread_comments">
			<div class="commentthread_comment responsive_body_text" id="comment_901"><div class="commentthread_comment_avatar playerAvatar"><a href="https://steam.example/id/rook"><img src="a"></a></div><div class="commentthread_comment_content"><div class="commentthread_comment_author"><a class="hoverunderline commentthread_author_link" href="https://steam.example/id/rook"><bdi>rook</bdi></a><span class="commentthread_comment_timestamp" title="May 5, 2023 @ 2:00:00 pm" data-timestamp="1683295200">May 5, 2023 @ 2:00pm</span></div><div class="commentthread_comment_text" id="comment_content_901">Same here.</div></div></div>
			<div class="commentthread_comment responsive_body_text" id="comment_902"><div class="commentthread_comment_avatar playerAvatar"><a href="https://steam.example/id/sage"><img src="b"></a></div><div class="commentthread_comment_content"><div class="commentthread_comment_author"><a class="hoverunderline commentthread_author_link" href="https://steam.example/id/sage"><bdi>sage</bdi></a><span class="commentthread_comment_timestamp" title="May 6, 2023 @ 8:00:00 am" data-timestamp="1683360000">May 6, 2023 @ 8:00am</span></div><div class="commentthread_comment_text" id="comment_content_902">Fixed in 1.2.</div></div></div>
			</div></div></body>`,
			want: `thread declared=2
				post quill | 2023-05-05T13:02 | #44 | The pond is empty after loading a saved game.
				- rook | 2023-05-05T14:00:00 | #901 | Same here.
				- sage | 2023-05-06T08:00:00 | #902 | Fixed in 1.2.`,
		},
		{
			name: "Joomla with JComments",
			html: `<body>` + article + `<div id="jc"><div id="comments"><h4>Comments</h4><div id="comments-list" class="comments-list">
			<div class="even" id="comment-item-31"><div class="rbox"><div class="comment-box usertype-guest"><span class="comments-vote"><span id="comment-vote-holder-31"><span class="vote-none">+2</span></span></span><a class="comment-anchor" href="/mill.html#comment-31" id="comment-31">#1</a> <span class="comment-author">Wim</span> <span class="comment-date">2012-03-04 05:06</span><div class="comment-body" id="comment-body-31">What became of the eels?</div><span class="comments-buttons"><a href="#" onclick="return false">Quote</a></span></div></div></div>
			<div class="odd" id="comment-item-32"><div class="rbox"><div class="comment-box usertype-guest"><span class="comments-vote"><span id="comment-vote-holder-32"><span class="vote-none">0</span></span></span><a class="comment-anchor" href="/mill.html#comment-32" id="comment-32">#2</a> <span class="comment-author">Xan</span> <span class="comment-date">2012-03-05 07:08</span><div class="comment-body" id="comment-body-32">They went up the weir.</div><span class="comments-buttons"><a href="#" onclick="return false">Quote</a></span></div></div></div>
			</div></div></div></body>`,
			want: `article open=true
				- Wim | 2012-03-04T05:06 | +2 | #31 | What became of the eels?
				- Xan | 2012-03-05T07:08 | +0 | #32 | They went up the weir.`,
		},
		{
			name: "LinkedIn article: ages alone, no saved time needed for names",
			html: `<body>` + article + `<section class="comments"><h2>2 comments</h2>
			<section class="comment flex grow-1"><div><a href="https://www.linkedin.example/in/yara"><img class="inline-block" src="a"></a></div><div class="w-full"><div class="comment__body"><div class="comment__header flex"><a class="text-sm link-styled comment__author truncate" href="https://www.linkedin.example/in/yara">Yara Z</a><p class="!text-xs comment__author-headline">Miller at large</p><span class="text-xs comment__duration-since">2mo</span></div><div class="attributed-text-segment-list__container"><p class="attributed-text-segment-list__content text-color-text">Great read, Piet.</p></div></div><div class="comment__actions"><a class="comment__action"><span>Like</span></a><a class="comment__action"><span>Reply</span></a><span class="comment__reactions-count">1 Reaction</span></div></div></section>
			<section class="comment flex grow-1"><div><a href="https://www.linkedin.example/in/zoe"><img class="inline-block" src="a"></a></div><div class="w-full"><div class="comment__body"><div class="comment__header flex"><a class="text-sm link-styled comment__author truncate" href="https://www.linkedin.example/in/zoe">Zoe A</a><p class="!text-xs comment__author-headline">Baker</p><span class="text-xs comment__duration-since">3mo</span></div><div class="attributed-text-segment-list__container"><p class="attributed-text-segment-list__content text-color-text">And the bread?</p></div></div><div class="comment__actions"><a class="comment__action"><span>Like</span></a><a class="comment__action"><span>Reply</span></a></div></div></section></section></body>`,
			want: `article declared=2 open=true
				- Yara Z | 2024-01 | +1 | Great read, Piet.
				- Zoe A | 2023-12 | And the bread?`,
		},
		{
			name: "tagDiv",
			html: `<body>` + article + `<div class="comments" id="comments"><div class="td-comments-title-wrap"><h4 class="td-comments-title block-title"><span>2 COMMENTS</span></h4></div><ol class="comment-list">
			<li class="comment" id="comment-901"><article><footer><img class="avatar photo" src="a"><cite>Ken</cite> <a class="comment-link" href="#comment-901"><time pubdate="1769264815">Jan 24, 2026 At 8:26 am</time></a></footer><div class="comment-content tagdiv-type"><p>Glad to see it made the list.</p></div><div class="comment-meta" id="comment-901"><a class="comment-reply-link" href="?replytocom=901#respond">Reply</a></div></article></li>
			<li class="comment" id="comment-902"><article><footer><img class="avatar photo" src="a"><cite>Jacob</cite> <a class="comment-link" href="#comment-902"><time pubdate="1769390829">Jan 25, 2026 At 7:27 pm</time></a></footer><div class="comment-content tagdiv-type"><p>Very enjoyable!</p></div><div class="comment-meta" id="comment-902"><a class="comment-reply-link" href="?replytocom=902#respond">Reply</a></div></article></li></ol></div></body>`,
			want: `article declared=2 open=true
				- Ken | 2026-01-24T08:26 | #901 | Glad to see it made the list.
				- Jacob | 2026-01-25T19:27 | #902 | Very enjoyable!`,
		},
		{
			name: "Avada: the comment in a box beside its picture",
			html: `<body>` + article + `<div id="comments" class="comments-container"><h2>2 Comments</h2><ol class="comment-list commentlist">
			<li class="comment even thread-even depth-1" id="comment-41"><div class="the-comment"><div class="avatar"><img class="avatar" src="a"></div><div class="comment-box"><div class="comment-author meta"><strong>Una</strong> November 22, 2021 at 11:15 am <a rel="nofollow" class="comment-reply-link" href="#comment-41"> - Reply</a></div><div class="comment-text"><p>Thank you for the flour.</p></div></div></div>
				<ul class="children"><li class="comment odd alt depth-2" id="comment-42"><div class="the-comment"><div class="avatar"><img class="avatar" src="a"></div><div class="comment-box"><div class="comment-author meta"><strong>Piet</strong> November 23, 2021 at 9:00 am <a rel="nofollow" class="comment-reply-link" href="#comment-42"> - Reply</a></div><div class="comment-text"><p>You are welcome.</p></div></div></div></li></ul></li></ol></div></body>`,
			want: `article declared=2 open=true
				- Una | 2021-11-22T11:15 | #41 | Thank you for the flour.
				  - Piet | 2021-11-23T09:00 | #42 | You are welcome.`,
		},
		{
			name: "Disqus embed: nothing but a count",
			html: `<body>` + article + `<a href="https://m.example/mill/#disqus_thread">14 Comments</a><div id="disqus_thread"></div></body>`,
			want: `article declared=14`,
		},
		{
			name: "Spanish newspaper",
			html: `<html lang="es"><body>` + article + `<section id="comentarios"><h3>2 comentarios</h3><ul class="lista-comentarios">
			<li class="comentario" id="comentario-71"><span class="autor">Lucía</span><span class="fecha">14/06/2013 21:30</span><div class="texto"><p>¡Qué bonito!</p></div><a href="#" class="responder">Responder</a></li>
			<li class="comentario" id="comentario-72"><span class="autor">Juan Carlos</span><span class="fecha">15/06/2013 08:05</span><div class="texto"><p>Y qué ruido.</p></div><a href="#" class="responder">Responder</a></li></ul><p>Los comentarios están cerrados.</p></section></body></html>`,
			want: `article declared=2 open=false
				- Lucía | 2013-06-14T21:30 | #71 | ¡Qué bonito!
				- Juan Carlos | 2013-06-15T08:05 | #72 | Y qué ruido.`,
		},
		{
			name: "Russian blog",
			html: `<html lang="ru"><body>` + article + `<div class="comments"><h2>Комментарии (2)</h2>
			<div class="comment" id="comment-81"><div class="comment-author">Анна</div><div class="comment-date">14 июня 2013 в 21:30</div><div class="comment-text">Очень красиво.</div><a class="reply" href="#">Ответить</a></div>
			<div class="comment" id="comment-82"><div class="comment-author">Пётр</div><div class="comment-date">15 июня 2013 в 8:00</div><div class="comment-text">Спасибо!</div><a class="reply" href="#">Ответить</a></div></div></body></html>`,
			want: `article declared=2 open=true
				- Анна | 2013-06-14T21:30 | #81 | Очень красиво.
				- Пётр | 2013-06-15T08:00 | #82 | Спасибо!`,
		},
		{
			name: "Japanese blog",
			html: `<html lang="ja"><body>` + article + `<div id="comments"><h3>コメント</h3><ul class="comment-list">
			<li class="comment" id="comment-91"><p class="comment-author">花子</p><p class="comment-date">2013年6月14日 21:30</p><div class="comment-body"><p>とても静かですね。</p></div><a class="comment-reply-link" href="#">返信</a></li>
			<li class="comment" id="comment-92"><p class="comment-author">太郎</p><p class="comment-date">2013年6月15日 08:00</p><div class="comment-body"><p>土曜日だけです。</p></div><a class="comment-reply-link" href="#">返信</a></li></ul></div></body></html>`,
			want: `article open=true
				- 花子 | 2013-06-14T21:30 | #91 | とても静かですね。
				- 太郎 | 2013-06-15T08:00 | #92 | 土曜日だけです。`,
		},
	})
}
