package thread

import "testing"

// TestDatelines reads names that nothing but their place in a line with a date marks.
func TestDatelines(t *testing.T) {
	check(t, []fixture{
		{
			name: "a theme made by hand: a name before the day, controls named for answers, indents",
			html: `<html lang="en"><body>` + article + `<div class="zz-talk"><h2>What people said</h2>
			<div class="zz-said" id="s41" style="margin-left:0px"><div class="zz-who"><b>Anna</b> on 14 June 2013, 21:30</div><div class="zz-words"><p>I was there. The noise is not so bad.</p></div><a class="zz-answer" href="?to=41">answer this</a></div>
			<div class="zz-said" id="s42" style="margin-left:24px"><div class="zz-who"><b>m.</b> on 15 June 2013, 08:00</div><div class="zz-words"><p>You do not live next to it!</p></div><a class="zz-answer" href="?to=42">answer this</a></div>
			<div class="zz-said" id="s45" style="margin-left:0px"><div class="zz-who"><b>Piet</b> on 16 June 2013, 10:00</div><div class="zz-words"><p>Nice wheel.</p></div><a class="zz-answer" href="?to=45">answer this</a></div></div></body></html>`,
			want: `article open=true
				- Anna | 2013-06-14T21:30 | #41 | I was there. The noise is not so bad.
				  - m. | 2013-06-15T08:00 | #42 | You do not live next to it!
				- Piet | 2013-06-16T10:00 | #45 | Nice wheel.`,
		},
		{
			name: "a table in a table: labels before names and dates, a line over it with the count",
			html: `<body><table><tr><td>Menu</td><td>` + article + `<p><b>Reader comments</b> (3)<table border=1>
			<tr><td><font size=2><b>From:</b> Lou Petrakis &nbsp; <b>Date:</b> Feb 18 2002, 9:14 PM</font></td></tr><tr><td>Why eleven? I get the same with eight turns on a soup can.</td></tr>
			<tr><td><font size=2><b>From:</b> Ted &nbsp; <b>Date:</b> Feb 19 2002, 7:02 AM</font></td></tr><tr><td>Because the coax was six feet long, Lou.<br><br>What kind of soup?</td></tr>
			<tr><td><font size=2><b>From:</b> gloria &nbsp; <b>Date:</b> Mar 3 2002, 11:40 AM</font></td></tr><tr><td>I am the neighbor. I miss the call sign.</td></tr></table></td></tr></table></body>`,
			want: `article declared=3
				- Lou Petrakis | 2002-02-18T21:14 | Why eleven? I get the same with eight turns on a soup can.
				- Ted | 2002-02-19T07:02 | Because the coax was six feet long, Lou. What kind of soup?
				- gloria | 2002-03-03T11:40 | I am the neighbor. I miss the call sign.`,
		},
		{
			name: "dotclear: the date first, then who wrote",
			html: `<html lang="fr"><body>` + article + `<div id="comments"><h3>Commentaires</h3><dl>
			<dt id="c301"><a href="#c301" class="comment-number">1.</a> Le lundi 27 février 2012, 09:12 par <a href="http://hortus.example/" rel="nofollow">Hortus</a></dt><dd><p>Chez nous c’est le rouge-gorge.</p></dd>
			<dt id="c302" class="me"><a href="#c302" class="comment-number">2.</a> Le lundi 27 février 2012, 20:31 par Solène Garrigue</dt><dd><p>Vous avez aussi un chat ?</p></dd></dl></div><p>Les commentaires de ce billet sont fermés.</p></body></html>`,
			want: `article open=false
				- Hortus | 2012-02-27T09:12 | #301 | Chez nous c’est le rouge-gorge.
				- Solène Garrigue | 2012-02-27T20:31 | #302 | Vous avez aussi un chat ?`,
		},
		{
			name: "titles that are followed by a date are no names",
			html: `<body>` + article + `<h3>Comments</h3><p>There are none yet.</p><div class="more">
			<div class="card"><a href="/owls/">Owls that are only gates</a> on 2 March 2016</div>
			<div class="card"><a href="/eels/">Where the eels went</a> on 19 May 2016</div>
			<div class="card"><a href="/rooks/">A parliament of rooks</a> on 1 November 2015</div></div></body>`,
			want: `article`,
		},
	})
}
