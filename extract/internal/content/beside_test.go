package content

import (
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// TestBeside holds pages in which nothing but a heading tells what stands beside the text: which blocks are barred.
func TestBeside(t *testing.T) {
	const text = `<h1>A lamp in the hall</h1><p>The lamp in the hall had been dark since the winter, when its glass broke.</p>`
	const cards = `<ul><li><a href="/1"><h4>Wicks and oil</h4></a><p>Which wick goes with which oil.</p></li><li><a href="/2"><h4>Storm night</h4></a><p>Eleven hours with candles.</p></li></ul>`
	const cardTexts = "Wicks and oil|Which wick goes with which oil.|Storm night|Eleven hours with candles."
	for _, test := range []struct{ name, page, want string }{
		{"cards in a box of their own", text + `<section><h3>You might also like</h3>` + cards + `</section>`, "You might also like|" + cardTexts},
		{"cards in the flow of the text", text + `<h3>Related posts:</h3>` + cards + `<h3>Notes</h3><p>The glass came from a shop that was closing.</p>`, "Related posts:|" + cardTexts},
		{"links in a list, then the text goes on", text + `<h4>Lesen Sie auch</h4><ul><li><a href="/1">Dochte und Öl</a></li></ul><p>I found a new glass under a table with plates.</p>`, "Lesen Sie auch|Dochte und Öl"},
		{"in Japanese", text + `<div><h3>関連記事</h3><ul><li><a href="/1">嵐の夜</a></li></ul></div>`, "関連記事|嵐の夜"},
		{"who writes here", text + text + text + `<div><h3>About the author</h3><p>Ida Lund mends lamps in a small house by the sea.</p></div>`, "About the author|Ida Lund mends lamps in a small house by the sea."},
		{"a sidebar", text + text + text + `<div><h3>Categories</h3><ul><li><a href="/c">Oil</a></li></ul></div>`, "Categories|Oil"},
		{"a heading in the flow that a box could have", text + `<h2>About me</h2><p>I was born beside a lighthouse.</p>`, ""},
		{"what a page is for", `<main><h2>Recent posts</h2>` + cards + `</main>`, ""},
		{"related work, which leads nowhere", text + `<section><h2>Related work</h2><p>Others mend lamps as well.</p></section>`, ""},
		{"a text with links under such a heading", text + `<section><h2>Up next</h2><p>In the next part we take the burner out, clean it with vinegar and a brush, and find out why it smokes, which took me a whole winter of evenings to understand; the <a href="/1">wick</a> has its own part.</p></section>`, ""},
		{"a box to sign up in", text + text + `<div><p>One letter a month, about lamps.</p><form><input type=email><button>Send it</button></form></div><p>The burner came last.</p>`, "One letter a month, about lamps.|Send it"},
		{"and where only its field names the address", text + text + `<section><div><b>Stay in touch</b></div><form><input placeholder="Your e-mail"><p>No noise.</p></form></section>`, "Stay in touch|No noise."},
		{"a field of another sort", text + text + `<div><p>Find a lamp by its year.</p><form><input type=search name=q></form></div>`, ""},
		{"a page that is to sign up", `<h1>The letter about lamps</h1><div><p>One letter a month.</p><form><input type=email></form></div>`, ""},
		{"a field in the midst of a text", `<div>` + text + text + text + text + `<input type=email><p>The burner came last.</p></div>`, ""},
		{"the last heading of a page", text + `<h3>Related posts</h3>`, ""},
	} {
		x := domtest.Index(t, test.page)
		a := analyse(x, Context{})
		var got []string
		for i, b := range x.Blocks() {
			if a.barred(i) {
				got = append(got, string(x.AppendText(nil, b.First, b.Last)))
			}
		}
		a.release()
		if joined := strings.Join(got, "|"); joined != test.want {
			t.Errorf("%s: barred %q, want %q", test.name, joined, test.want)
		}
	}
}

// TestHeadingOfSigns reads a heading of two words and a million signs that are none: it takes milliseconds, and most of
// a minute where each space is looked at with all that stands before it.
func TestHeadingOfSigns(t *testing.T) {
	x := domtest.Index(t, "<p>a text</p><h2>a"+strings.Repeat(" -", 1<<20)+" a</h2><p>a text</p>")
	start := time.Now()
	a := analyse(x, Context{})
	a.release()
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}
