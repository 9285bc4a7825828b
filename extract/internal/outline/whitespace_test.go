package outline

import (
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// TestShownLines: the ends of lines count where the page shows them, and nowhere else.
func TestShownLines(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"not shown", "<p>One\ntwo</p>", "One two"},
		{"by a class", "<p class=\"whitespace-pre-wrap\">One\ntwo\n\nthree</p>", "One\ntwo\n\nthree"},
		{"by a style around", "<div style=\"white-space: pre-line\"><span>One\ntwo</span></div>", "One\ntwo"},
		{"a comment in pre", "<pre>The lamp is out again.\nI went up myself.\n\nBring oil.</pre>", "The lamp is out again.\nI went up myself.\n\nBring oil."},
	} {
		x := domtest.Index(t, c.html)
		if got := BlocksText(Blocks(x, dom.Selection{x.Subtree(0)}, Context{})); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestProse tells a comment that is set in pre from code.
func TestProse(t *testing.T) {
	for html, want := range map[string]string{
		"<pre>The lamp is out again, and nobody minds.</pre>":            "paragraph",
		"<pre><div>The lamp is out again, and nobody minds.</div></pre>": "paragraph",
		"<pre><code>lamp := keeper.Light(oil, wick)</code></pre>":        "code",
		"<pre>make all</pre>": "code",
		"<pre class=\"lang-go\">for lamp := range keeper.Lamps() {}</pre>": "code",
	} {
		x := domtest.Index(t, html)
		if got := Blocks(x, dom.Selection{x.Subtree(0)}, Context{}); len(got) != 1 || string(got[0].Type) != want {
			t.Errorf("%s: got %v, want one block: %s", html, got, want)
		}
	}
}
