package thread

import (
	"strings"
	"testing"
)

// TestTopics tells short articles with as many words of comments from topics.
func TestTopics(t *testing.T) {
	const comments = `<div id="comments"><h2>3 thoughts</h2><ol class="commentlist">
		<li class="comment depth-1" id="comment-71"><cite class="fn">Olwen</cite> <a href="#comment-71">March 3, 2015 at 8:15 am</a><div class="comment-text"><p>Slugs count as rain here, and so do buckets that somebody kicked over in the night.</p></div><span class="likes">3</span></li>
		<li class="comment depth-1" id="comment-75"><cite class="fn">wet_sock</cite> <a href="#comment-75">March 9, 2015 at 7:40 pm</a><div class="comment-text"><p>Mine said forty. There was a frog in it, and I have not asked the frog how long it had been there.</p></div><span class="likes">1</span></li>
		<li class="comment depth-1" id="comment-76"><cite class="fn">Bryn</cite> <a href="#comment-76">March 9, 2015 at 8:40 pm</a><div class="comment-text"><p>In litres or in legs?</p></div><span class="likes">2</span></li></ol></div></body>`
	const short = `<h1>Rain gauge</h1><div class="entry-content"><p>It has rained eleven millimetres since the washing went out, which is the usual way to measure it.</p></div>`
	unrated := strings.NewReplacer(`<span class="likes">1</span>`, "", `<span class="likes">2</span>`, "", `<span class="likes">3</span>`, "")
	check(t, []fixture{
		{
			name: "a post of WordPress",
			html: `<body class="single single-post postid-7">` + short + comments,
			want: `article declared=3
				- Olwen | 2015-03-03T08:15 | +3 | #71 | Slugs count as rain here, and so do buckets that somebody kicked over in the night.
				- wet_sock | 2015-03-09T19:40 | +1 | #75 | Mine said forty. There was a frog in it, and I have not asked the frog how long it had been there.
				- Bryn | 2015-03-09T20:40 | +2 | #76 | In litres or in legs?`,
		},
		{
			name: "a post whose comments have a heading and are named so",
			html: `<body>` + short + unrated.Replace(comments),
			want: `article declared=3
				- Olwen | 2015-03-03T08:15 | #71 | Slugs count as rain here, and so do buckets that somebody kicked over in the night.
				- wet_sock | 2015-03-09T19:40 | #75 | Mine said forty. There was a frog in it, and I have not asked the frog how long it had been there.
				- Bryn | 2015-03-09T20:40 | #76 | In litres or in legs?`,
		},
	})
}
