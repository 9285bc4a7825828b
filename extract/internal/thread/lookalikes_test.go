package thread

import (
	"fmt"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// TestLookalikes holds lists with authors and dates that are no conversation.
func TestLookalikes(t *testing.T) {
	check(t, []fixture{
		{
			name: "a shop: customers review a product in the markup of comments",
			html: `<body class="single-product"><h1>Tea pot</h1><div class="summary"><p>A pot of stoneware that holds a litre of tea and keeps it warm for an hour.
				It is glazed in blue, grey or green by hand, so that no two pots are alike, and comes with a strainer of steel.</p></div>
			<div id="reviews" class="woocommerce-Reviews"><div id="comments"><h2>2 reviews for Tea pot</h2><ol class="commentlist">
			<li class="review even thread-even depth-1" id="li-comment-4"><div id="comment-4" class="comment_container"><img class="avatar" src="a"><div class="comment-text">
				<p class="meta"><strong class="woocommerce-review__author">Cleo</strong> <time class="woocommerce-review__published-date" datetime="2020-05-27T11:34:29+02:00">27 May 2020</time></p>
				<div class="description"><p>Pours well, but the lid is loose.</p></div></div></div></li>
			<li class="review odd thread-odd depth-1" id="li-comment-5"><div id="comment-5" class="comment_container"><img class="avatar" src="b"><div class="comment-text">
				<p class="meta"><strong class="woocommerce-review__author">Dan</strong> <time class="woocommerce-review__published-date" datetime="2020-06-04T06:06:13+02:00">4 June 2020</time></p>
				<div class="description"><p>Broke on the second day, sadly.</p></div></div></div></li>
			</ol></div></div></body>`,
			want: `article`,
		},
		{
			name: "teasers of other articles with their authors",
			html: `<body>` + article + `<div class="row">
			<article id="post-31" class="article"><div class="title"><a href="/31">Ships</a></div><div class="author">Ann Lee</div><div class="date">June 1, 2021</div><div>The shipyard by the old harbour has been sold to a builder of yachts, who...</div></article>
			<article id="post-32" class="article"><div class="title"><a href="/32">Trains</a></div><div class="author">Ben Roe</div><div class="date">June 2, 2021</div><div>Nobody expected that the night train would come back so soon, least of all [...]</div></article>
			<article id="post-33" class="article"><div class="title"><a href="/33">Trams</a></div><div class="author">Ann Lee</div><div class="date">June 3, 2021</div><div>There were five lines once, and the rails of three of them are still under the…</div></article>
			</div></body>`,
			want: `article`,
		},
		{
			name: "posts of a blog in a category called comments, one comment",
			html: `<body class="single-post"><article class="post-1 post type-post hentry category-kommentar"><header><div class="author">Ann Lee</div><div class="date">June 4, 2021</div></header>` + article + `</article>
			<section class="more"><article class="post-2 post type-post hentry category-kommentar"><h3>Ships</h3><div class="author">Ben Roe</div><div class="date">June 1, 2021</div></article>
			<article class="post-3 post type-post hentry category-kommentar"><h3>Trains and boats</h3><div class="author">Ann Lee</div><div class="date">June 2, 2021</div></article></section>
			<h2 id="comments">1 Comment</h2><ol class="commentlist"><li id="comment-9" class="comment"><b class="fn">Eve</b> <a href="#comment-9">June 5, 2021 at 8:00 am</a><p>I saw it move.</p></li></ol></body>`,
			want: `article declared=1
				- Eve | 2021-06-05T08:00 | #9 | I saw it move.`,
		},
		{
			name: "what the editors think of it, with a name",
			html: `<body>` + article + `<section><h3>Our verdict</h3><div class="opinion-box"><div class="opinion-headline">The mill in short</div><p>A sound wheel, but the millstones are dear. There is a cheaper pair in the next village.</p><p class="opinion-author"><span class="author">Ann Lee</span></p></div></section></body>`,
			want: `article`,
		},
	})
}

// TestBesideComments reads what stands right beside the comments or in the place of something else.
func TestBesideComments(t *testing.T) {
	const list = `<div id="comments"><div class="comment" id="comment-1"><b class="author">Ann</b> <i class="date">1 May 2020</i><p class="text">Yes.</p>%s<a href="#reply">Reply</a></div>` +
		`<div class="comment" id="comment-2"><b class="author">Bo</b> <i class="date">2 May 2020</i><p class="text">No.</p>%s<a href="#reply">Reply</a></div></div>`
	const votes = `<div class="votes"><span class="u-visibility--hidden">999</span><span>%d</span></div>`
	check(t, []fixture{
		{
			name: "the link to the next page, right after the list",
			url:  "https://m.example/list",
			html: `<body>` + article + fmt.Sprintf(list, "", "") + `<div class="small"><em>1</em> <a rel="next" href="/list/comments?page=2">2</a></div></body>`,
			want: `article open=true next=https://m.example/list/comments?page=2
				- Ann | 2020-05-01 | #1 | Yes.
				- Bo | 2020-05-02 | #2 | No.`,
		},
		{
			name: "a number that keeps the place for another",
			html: `<body>` + article + fmt.Sprintf(list, fmt.Sprintf(votes, 127), fmt.Sprintf(votes, 3)) + `</body>`,
			want: `article open=true
				- Ann | 2020-05-01 | +127 | #1 | Yes.
				- Bo | 2020-05-02 | +3 | #2 | No.`,
		},
		{
			name: "nothing but pages that link here",
			html: `<body>` + article + `<h3 class="comments-title">2 thoughts on “The mill”</h3><ol class="comment-list">
			<li class="pingback even depth-1" id="comment-7"><p>Pingback: <a href="https://weir.example/wheels" rel="external nofollow" class="url">Wheels - The weir</a></p></li>
			<li class="pingback odd depth-1" id="comment-8"><p>Pingback: <a href="https://race.example/links" rel="external nofollow" class="url">Links of the week</a></p></li></ol></body>`,
			want: `article declared=2
				- Wheels - The weir | ? | #7 | pingback | 
				- Links of the week | ? | #8 | pingback |`,
		},
		{
			name: "what is left where a date was",
			html: `<body>` + article + strings.NewReplacer(`<i class="date">1 May 2020</i>`, `<time datetime=""> at </time>`, `<i class="date">2 May 2020</i>`, `<time datetime=""> at </time>`, "%s", "").Replace(list) + `</body>`,
			want: `article open=true
				- Ann | ? | #1 | Yes.
				- Bo | ? | #2 | No.`,
		},
	})
}

// TestCountLookalikes holds numbers that count no comments.
func TestCountLookalikes(t *testing.T) {
	check(t, []fixture{
		{name: "a telephone number", html: `<body>` + article + `<a class="phone-number" href="tel:8555550100">(855) 555-0100</a></body>`, want: `article`},
		{name: "shares", html: `<body>` + article + `<a class="share" href="/share"><span class="total-share-count">10.7k</span></a></body>`, want: `article`},
		{
			name: "the characters that a comment may have",
			html: `<body>` + article + `<form id="commentform"><textarea name="comment"></textarea><span>Maximum <span class="number-of-comment-characters">1000</span> characters</span></form></body>`,
			want: `article open=true`,
		},
		{
			name: "answers that a site gives itself",
			html: `<body>` + article + `<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why?","answerCount":1,"acceptedAnswer":{"@type":"Answer","text":"Because."}}]}</script></body>`,
			want: `article`,
		},
		{
			name: "replies to similar topics, far below the posts",
			url:  "https://wheels.example/threads/leaks.7/",
			html: `<body class="forum"><h1>Leaks</h1><div class="thread">
			<div class="post" id="post-1"><b class="author">Gil</b> <i class="date">2 May 2021</i><div class="text">The flume leaks at every joint since the winter.</div><a href="#reply">Reply</a></div>
			<div class="post" id="post-2"><b class="author">Ros</b> <i class="date">3 May 2021</i><div class="text">Let it swell for a week.</div><a href="#reply">Reply</a></div></div>
			<div class="about"><p>You can read all topics here without a name, but to write one needs an account, which is free and takes a minute. We ask only for a name that others can remember, and for an address to which we shall never write anything but what you asked us for.</p></div>
			<div class="similar"><h3>Similar topics</h3><ul><li><a href="/threads/ice.9/">Ice in the race</a><p>Replies: 56</p></li></ul></div></body>`,
			want: `thread open=true
				post Gil | 2021-05-02 | #1 | The flume leaks at every joint since the winter.
				- Ros | 2021-05-03 | #2 | Let it swell for a week.`,
		},
		{name: "but a link to the comments", html: `<body>` + article + `<a class="bubble" href="#comments">[1,204]</a></body>`, want: `article declared=1204`},
	})
}

// TestTopicRows holds topics with lists of other topics, and with lists that are numbered like a post.
func TestTopicRows(t *testing.T) {
	check(t, []fixture{
		{
			name: "rows of similar topics that share a class with the posts",
			url:  "https://forum.example/threads/rye.5/",
			html: `<body><h1>Rye</h1><div class="block">` + rowPost(11, "Abe", "5", "Which mill grinds rye without a fuss, and how fine does it come out of it?") +
				rowPost(12, "Bob", "6", "The old one by the ford, if the water stands high enough.") +
				rowPost(13, "Cid", "7", "Grind it twice and it will do from any mill.") + `</div>
			<div class="block"><h3>Similar threads</h3>` + topicRow("Spelt", "/threads/spelt.6/", "Dan", "8") + topicRow("Barley", "/threads/barley.7/", "Eve", "9") + `</div></body>`,
			want: `thread
				post Abe | 2024-03-05 | #11 | Which mill grinds rye without a fuss, and how fine does it come out of it?
				- Bob | 2024-03-06 | #12 | The old one by the ford, if the water stands high enough.
				- Cid | 2024-03-07 | #13 | Grind it twice and it will do from any mill.`,
		},
		{
			name: "a numbered list around the posts; a call to join before them; data that say who began",
			url:  "https://forum.example/topic/9-oats/",
			html: `<body><script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "Oats", "author": {"@type": "Person", "name": "Abe"}, "datePublished": "2024-03-05T09:00:30Z"}</script>
			<h1>Oats</h1><div class="commentFeed" data-feedid="topic-9"><div class="invite"><a href="/profile/1-abe/">Abe</a> <time datetime="2024-03-09T10:00:00Z">now</time><div class="richText">Join the discussion: sign in to answer and follow what matters to you.</div></div>
			<article id="elComment_31" class="ipsComment"><h3><a href="/profile/1-abe/">Abe</a></h3><time datetime="2024-03-05T09:00:30Z">March 5</time><div class="richText">Do oats need another stone?</div></article>
			<article id="elComment_32" class="ipsComment"><h3><a href="/profile/2-bob/">Bob</a></h3><time datetime="2024-03-05T10:00:00Z">March 5</time><div class="richText">They need another miller.</div></article>
			<article id="elComment_33" class="ipsComment"><h3><a href="/profile/1-abe/">Abe</a></h3><time datetime="2024-03-05T11:00:00Z">March 5</time><div class="richText">I shall ask my sister.</div></article></div></body>`,
			want: `thread open=true
				post Abe | 2024-03-05T09:00:30Z | #31 | Do oats need another stone?
				- Bob | 2024-03-05T10:00:00Z | #32 | They need another miller.
				- Abe | 2024-03-05T11:00:00Z | #33 | I shall ask my sister.`,
		},
	})
}

// rowPost is a post that shares a class with rows of topics.
func rowPost(id int, name, day, text string) string {
	return fmt.Sprintf(`<article class="message js-container" id="post-%d"><a class="avatar" href="/members/%s/"><img class="avatar" src="a"></a><h4 class="message-name"><a class="username" href="/members/%s/">%s</a></h4>
		<a href="/posts/%d"><time datetime="2024-03-0%s">March %s, 2024</time></a><div class="bbWrapper">%s</div></article>`, id, name, name, name, id, day, day, text)
}

// topicRow is a row of a list of topics.
func topicRow(title, href, name, day string) string {
	return fmt.Sprintf(`<div class="structItem structItem--thread js-container"><a class="avatar" href="/members/%s/"><span>%s</span></a><div class="structItem-title"><a href="%s">%s</a></div>
		<ul><li><a class="username" href="/members/%s/">%s</a></li><li><a href="%slatest"><time datetime="2024-03-0%s">March %s, 2024</time></a></li></ul><dl><dt>Replies</dt><dd>4</dd></dl></div>`, name, name[:1], href, title, name, name, href, day, day)
}

// TestWholeUnits holds units of which a part has an id, a class and a date of its own.
func TestWholeUnits(t *testing.T) {
	check(t, []fixture{
		{
			name: "the author in a column beside the part that has the date; names in the texts",
			url:  "https://forum.example/topic/7-flour/",
			html: `<body><main><h1>Flour</h1><div id="posts">` + column(1, "Abe", "3", "5 March 2024", `Which flour do you take, <a href="/profile/2-bob/">@Bob</a>?`) +
				column(2, "Bob", "12", "6 March 2024", "Rye, and nothing else in it but water and salt.") +
				column(3, "Cid", "8", "7 March 2024", `I agree with <a href="/profile/2-bob/">@Bob</a>, but for the salt.`) + `</div></main></body>`,
			want: `thread
				post Abe | 2024-03-05 | #1 | Which flour do you take, @Bob?
				- Bob | 2024-03-06 | #2 | Rye, and nothing else in it but water and salt.
				- Cid | 2024-03-07 | #3 | I agree with @Bob, but for the salt.`,
		},
		{
			name: "a list that bears the name of what it holds",
			url:  "https://forum.example/showthread.php?t=9",
			html: `<body><h1>Flour</h1><ol id="posts" itemscope itemtype="http://schema.org/UserComments">
			<li id="post_21" itemscope itemtype="http://schema.org/UserComments"><span class="date">03-05-2024, 09:03 AM</span><a class="username" href="member.php?1">Abe</a><blockquote class="postcontent">Which flour do you take?</blockquote><a href="newreply.php?p=21">Reply</a></li>
			<li id="post_22" itemscope itemtype="http://schema.org/UserComments"><span class="date">03-06-2024, 10:14 AM</span><a class="username" href="member.php?2">Bob</a><blockquote class="postcontent">Rye, and nothing else.</blockquote><a href="newreply.php?p=22">Reply</a></li>
			<li id="post_23" itemscope itemtype="http://schema.org/UserComments"><span class="date">03-07-2024, 11:15 AM</span><a class="username" href="member.php?3">Cid</a><blockquote class="postcontent">Spelt is sweeter.</blockquote><a href="newreply.php?p=23">Reply</a></li>
			<li id="post_24" itemscope itemtype="http://schema.org/UserComments"><span class="date">03-07-2024, 11:16 AM</span><a class="username" href="member.php?1">Abe</a><blockquote class="postcontent">Then I take spelt.</blockquote><a href="newreply.php?p=24">Reply</a></li></ol></body>`,
			want: `thread open=true
				post Abe | 2024-03-05T09:03 | #21 | Which flour do you take?
				- Bob | 2024-03-06T10:14 | #22 | Rye, and nothing else.
				- Cid | 2024-03-07T11:15 | #23 | Spelt is sweeter.
				- Abe | 2024-03-07T11:16 | #24 | Then I take spelt.`,
		},
		{
			name: "posts of a forum that are named like those of a blog; the count of the whole forum",
			url:  "https://stable.example/t/123/Flour",
			html: `<body><h1>Flour</h1><div class="topicBody">
			<div class="postItem"><div class="author">Abe</div><div class="postdate">5 Mar 2024</div><div>Which flour do you take for a loaf that has to be kept for a week or more, and why just that one?</div></div>
			<div class="postItem"><div class="author">Bob</div><div class="postdate">6 Mar 2024</div><div>Rye, and nothing else in it but water and salt, for it stays moist when wheat has long become a brick.</div></div>
			<div class="postItem"><div class="author">Cid</div><div class="postdate">7 Mar 2024</div><div>Spelt is sweeter, but it dries, so that I bake it with a boiled potato in it, as my mother always did.</div></div></div>
			<ul class="forum-stats"><li>Posts: 6,989,060</li><li>Members: 1,204</li></ul></body>`,
			want: `thread
				post Abe | 2024-03-05 | Which flour do you take for a loaf that has to be kept for a week or more, and why just that one?
				- Bob | 2024-03-06 | Rye, and nothing else in it but water and salt, for it stays moist when wheat has long become a brick.
				- Cid | 2024-03-07 | Spelt is sweeter, but it dries, so that I bake it with a boiled potato in it, as my mother always did.`,
		},
	})
}

// column is a post with its author's name and points in a column of their own.
func column(id int, name, points, date, text string) string {
	return fmt.Sprintf(`<article id="elMessage_%d" class="box Message"><aside><h3><a href="/profile/%d-x/">%s</a></h3><ul><li>%s</li></ul></aside>
		<div><div id="message-%d_wrap" class="Message_content" data-messageid="%d"><div class="Message_meta">Posted <time datetime="%s">%s</time></div>
		<div class="contentWrap"><div data-role="messageContent"><p>%s</p></div></div></div></div></article>`, id, id, name, points, id, id, "", date, text)
}

// TestStyleClasses holds comments whose classes say how they look and not what they are.
func TestStyleClasses(t *testing.T) {
	check(t, []fixture{
		{
			name: "no dates, replies further in by a class of padding",
			html: `<body>` + article + `<div class="pt-12"><a id="comments"><p class="font-bold text-base uppercase">3 comments</p></a>` +
				styled("before:hidden pl-6", "Rhea", "We use ours for oats, and it has never let us down in ten years.") +
				styled("before:left-6 pl-12", "Kit", "Which ones do you take, the husked or the naked?") +
				styled("before:hidden pl-6", "Moss", "Mine is for show, but what a show.") + `</div></body>`,
			want: `article declared=3 open=true
				- Rhea | ? | We use ours for oats, and it has never let us down in ten years.
				  - Kit | ? | Which ones do you take, the husked or the naked?
				- Moss | ? | Mine is for show, but what a show.`,
		},
		{
			name: "a heading with the count alone: a script fetches the comments",
			html: `<body>` + article + `<h2>Responses (18)</h2><div id="r"></div></body>`,
			want: `article declared=18`,
		},
		{
			name: "buttons of that name without a line that counts comments",
			html: `<body>` + article + `<div class="grid">` + styled("pl-6", "Write to us", "We read every letter and answer most of them by hand.") +
				styled("pl-6", "Call us", "Between nine and five, except when the mill is running.") + `</div></body>`,
			want: `article`,
		},
	})
}

// styled is a comment, or a card, with a control to answer.
func styled(class, name, text string) string {
	return fmt.Sprintf(`<div class="relative bg-gray-200 %s"><div class="flex"><p class="font-bold text-sm">%s</p><p class="text-xs"></p></div><div class="font-serif"><p>%s</p></div>
		<div class="flex"><div class="border px-4" role="button" tabindex="0"><img alt="Reply Button" src="r.svg"><span class="ml-2">Reply</span></div></div></div>`, class, name, text)
}

// TestAccepted finds the right answer by the class of a unit or of what alone it holds, and not by what every answer has.
func TestAccepted(t *testing.T) {
	const answer = `<div class="answer%[1]s" id="answer-%[2]d"><div class="box%[3]s"><b class="author">Ann</b> <i class="date">1 May 2020</i><p class="text">Yes, and %[2]d times.</p><a class="mark-best-answer" href="#reply">Reply</a></div></div>`
	for _, c := range []struct {
		outer, inner string
		want         bool
	}{
		{"", "", false},
		{" accepted-answer", "", true},
		{" answer--bestanswer", "", true},
		{"", " x-accepted-solution", true},
		{" has-answers", " solution-link", false},
	} {
		x := domtest.Index(t, `<body>`+fmt.Sprintf(answer, "", 1, "")+fmt.Sprintf(answer, "", 2, "")+fmt.Sprintf(answer, c.outer, 3, c.inner)+`</body>`)
		th := Find(x, Context{})
		if n := len(th.Units); n < 2 || th.Units[n-2].Accepted || th.Units[n-1].Accepted != c.want {
			t.Errorf("%q, %q: %d units, the last one accepted %v", c.outer, c.inner, n, n > 0 && th.Units[n-1].Accepted)
		}
		x.Release()
	}
}

// TestOffersBelow shows that a line below the comments which offers to write one belongs to them, and others do not.
func TestOffersBelow(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{`<a href="mailto:ted@m.example">Send me your comment</a> and I will put it up here.`, true},
		{`<a href="/login">Log in to reply</a>`, true},
		{`<a href="mailto:ted@m.example">Write to me</a> if you want the plans.`, false},
		{`See also <a href="/eels">what became of the eels</a>.`, false},
	} {
		x := domtest.Index(t, `<body>`+article+`<ol class="commentlist">`+comment+`</ol><p>`+c.line+`</p></body>`)
		th := Find(x, Context{})
		last := x.Blocks()[len(x.Blocks())-1].First
		if got := th.Region.Contains(last); len(th.Units) != 1 || got != c.want {
			t.Errorf("%s: %d units, in the region %v, want %v", c.line, len(th.Units), got, c.want)
		}
		x.Release()
	}
}

// TestRegionBesideWhatIsAnswered shows that an element named for a thread is not all conversation where it holds the text
// that is answered, and that what stands above the comments in one named for them is theirs.
func TestRegionBesideWhatIsAnswered(t *testing.T) {
	const (
		text = `<p>The pump in the cellar has run every night since the thaw, and last night it stopped at two, with a hand's width of water on the ` +
			`floor by morning. It hums and does not turn. I have cleaned the strainer and the float moves freely, so what is left to look at before I buy a new one?</p>`
		unit = `<li class="board-item" itemscope itemtype="http://schema.org/Comment"><b itemprop="author">Ann</b> <time itemprop="dateCreated" datetime="2024-05-%02dT10:00">then</time><div itemprop="text">Turn the shaft by hand %d times, for mine had rusted fast after a week of standing dry.</div></li>`
	)
	units := ""
	for i := range 9 {
		units += fmt.Sprintf(unit, i+1, i+2)
	}
	for _, c := range []struct {
		name string
		want bool
	}{
		{"thread-content", false},
		{"comment-thread", true},
	} {
		x := domtest.Index(t, `<head><meta property="og:type" content="article"><body><h1>The pump hums</h1><div class="`+c.name+`">`+text+`<ul class="board">`+units+`</ul></div></body>`)
		th := Find(x, Context{})
		if got := th.Region.Contains(x.Blocks()[1].First); len(th.Units) != 9 || got != c.want {
			t.Errorf("%s: %d units, the text above them in the region %v, want %v", c.name, len(th.Units), got, c.want)
		}
		x.Release()
	}
}
