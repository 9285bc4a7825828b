package thread

import "testing"

// TestBylines holds names and notices in the ways that few themes write them.
func TestBylines(t *testing.T) {
	check(t, []fixture{
		{
			name: "a German portal: user, date, heading and text",
			html: `<html lang="de"><body>` + article + `<div class="kommentare"><div class="rubrik">Kommentare</div>
			<div class="kommentar-item"><a name="1674"></a><div class="kommentar-info"><div class="benutzer">Uhu7</div><div class="datum">31.10.2023, 19.18 Uhr</div></div>
			<h5>Ach ja...</h5><div class="kommentar-text">Es ist wirklich laut am Samstag, aber man gewöhnt sich daran.</div></div></div></body></html>`,
			want: `article
				- Uhu7 | 2023-10-31T19:18 | #1674 | Es ist wirklich laut am Samstag, aber man gewöhnt sich daran.`,
		},
		{
			name: "one comment, its author in a heading without a name",
			html: `<body>` + article + `<h3 class="comments-count">One Comment</h3><ul class="comment-items"><li id="comment-1446" class="row-fluid"><figure class="user-avatar"><img class="avatar" src="a"></figure>
			<div class="comment-info"><h3><a class="url" href="https://m.example/" rel="external nofollow">Marius</a></h3><p>I can hear it from here.</p><div><b>18. 05. 2014</b></div></div></li></ul></body>`,
			want: `article declared=1
				- Marius | 2014-05-18 | #1446 | I can hear it from here.`,
		},
		{
			name: "notices of links, under a short post",
			url:  "https://photos.example/2011/09/11/mill/",
			html: `<html lang="de"><head><meta name="generator" content="WordPress 3.2"></head><body><h1>Unsere Mühle</h1><div class="entry"><p>Ein Bild von der Mühle.</p></div><h3 id="comments">2 Kommentare</h3>
			<ol class="commentlist"><li id="comment-4"><cite>Pingback von <a class="url" href="https://a.example/" rel="external nofollow">Lesezeichen</a></cite> | <small><a href="#comment-4">11.09.2011 23:31</a></small><p>[...] die Mühle von drüben [...]</p></li>
			<li id="comment-5"><cite><a class="url" href="https://b.example/" rel="external nofollow">Ida</a></cite> | <small><a href="#comment-5">12.09.2011 08:10</a></small><p>Sie steht schief.</p></li></ol></body></html>`,
			want: `article declared=2
				- Lesezeichen | 2011-09-11T23:31 | #4 | pingback | [...] die Mühle von drüben [...]
				- Ida | 2011-09-12T08:10 | #5 | Sie steht schief.`,
		},
	})
}
