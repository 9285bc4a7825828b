package metadata

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/structured"
)

func TestStatements(t *testing.T) {
	const head = `<html lang="en"><head><meta name="author" content="Jane Doe"></head><body><h1>Storm over the lake</h1>`
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"a dateline", `<div class="when">23 July 2016</div>`, []string{"23 July 2016"}},
		{"name, date, category, views", `<div>By <a href="/u/7">Jane Doe</a> on 4 May 2024 in <a rel="category tag" href="/category/gardens">Gardens</a> | Views: 1204</div>`,
			[]string{"By Jane Doe on 4 May 2024 in Gardens | Views: 1204"}},
		{"as Drupal writes it", `<div class="submitted">Submitted by <span class="username">Jane Doe</span> on Sat, 04/05/2024 - 18:25</div>`,
			[]string{"Submitted by Jane Doe on Sat, 04/05/2024 - 18:25"}},
		{"and in German", `<div class="submitted">Gespeichert von <span class="username">Jane Doe</span> am 4. Mai 2024 - 18:25</div>`,
			[]string{"Gespeichert von Jane Doe am 4. Mai 2024 - 18:25"}},
		{"a list", `<ul><li>4 May 2024</li><li><a rel="tag" href="/tag/rain">Rain</a></li></ul>`, []string{"4 May 2024", "Rain"}},
		{"terms and what they describe", `<dl><dt>Details</dt><dd>Published: 4 May 2024</dd><dd>Written by Jane Doe</dd></dl>`,
			[]string{"Details", "Published: 4 May 2024", "Written by Jane Doe"}},
		{"who speaks", `<p>By Jane Doe</p><p>Jane Doe</p><p>You saw the storm from the jetty.</p><p>Ada Holm</p><p>I saw nothing, but I heard it.</p><p>Jane Doe</p><p>And then?</p>`, []string{"By Jane Doe"}},
		{"the days of a diary", `<p>4 May 2024</p><p>The storm came at night.</p><p>5 May 2024</p><p>It went again.</p>`, nil},
		{"a name and a day, twice", `<p>Jane Doe</p><p>4 May 2024</p><p>What the storm took, and what it left behind.</p><p>4 May 2024</p>`, []string{"Jane Doe", "4 May 2024", "4 May 2024"}},
		{"terms of something else", `<dl><dt>When</dt><dd>4 May 2024, 14:00–23:00</dd><dt>Where</dt><dd>Upper Lock</dd></dl>`, nil},
		{"a category without a link", `<p>4 May 2024 by Jane Doe · Fixes</p>`, []string{"4 May 2024 by Jane Doe · Fixes"}},
		{"a sentence with a date", `<p>On 4 May 2024 Jane Doe lost the jetty.</p>`, nil},
		{"a line that says more", `<p>4 May 2024, from the roof</p>`, nil},
		{"a remark in what is named for a date", `<div class="zz-when">23 July 2016, from the roof</div>`, []string{"23 July 2016, from the roof"}},
		{"a number", `<p>1204</p>`, nil},
		{"the foot of an entry", paragraphs + `<p><small>This entry was posted on Friday, August 21st, 2009 at 10:04 pm and is filed under Writing. You can follow any responses to this entry through the feed.</small></p>`,
			[]string{"This entry was posted on Friday, August 21st, 2009 at 10:04 pm and is filed under Writing. You can follow any responses to this entry through the feed."}},
		{"a text that begins like one", paragraphs + `<p>This entry was posted too early, and nobody noticed. Then the lake came.</p>`, nil},
	} {
		x := domtest.Index(t, head+c.source+paragraphs)
		var got []string
		for _, span := range Read(x, structured.Read(x), Context{Language: "en"}).Statements {
			got = append(got, string(x.AppendText(nil, span.First, span.Last)))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (- wanted, + got):\n%s", c.name, diff)
		}
	}
}
