package content

import (
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

func TestComplete(t *testing.T) {
	x := domtest.Index(t, `<h2>Boats</h2><p>kept</p><h2>Dry summers</h2><h3>Hens</h3><p>kept</p><h2>Unlikely</h2><pre>x := 1</pre><p>kept</p>
		<p>likely</p><p>less so</p><p>kept</p><p>likely</p><p>likely</p><p>likely</p><p>likely</p><p>kept</p>
		<h2>Related</h2><p>dropped</p><h2>Read on</h2><div class="footnotes"><p>Third step.</p></div><p class="note">likely</p>
		<p>kept</p><blockquote><p>kept</p><p>A hen</p></blockquote><blockquote>Another quote</blockquote><p class="codepen">A pen</p><p>kept</p><p>Aside</p><p><a id="r1" href="#n1">kept</a></p>
		<p><a id="n1" href="#r1">[1]</a> No hens.</p><p><a id="t" href="#r1">Back to the text</a> above</p><p><a href="#r1">[2]</a> No note.</p>
		<p>kept<sup id="b3"><a href="#n3">3</a></sup></p><ol><li id="n3">Hens can swim. <a href="#b3">↩</a></li><li id="n4">Or fly. <a href="#b3">↩</a></li></ol>
		<dl><dt>weir</dt><dd>kept</dd><dt>loft</dt><dd>not this</dd></dl><p>kept</p>
		<figure><img src="hen.jpg"><figcaption>Unlikely</figcaption></figure><p>kept</p><figure><figcaption>Unlikely</figcaption></figure>
		<div><div>hens.yml</div><pre>kept</pre></div><div><div>not a title</div><p>kept</p></div>
		<table><tr><td>Unlikely</td><td>31</td></tr></table><p>kept</p><ul><li>2</li><li><a href="/3">3</a></li></ul><p>kept</p>
		<ul><li>kept</li><li>short</li><li><a href="/more">More</a></li></ul><p>kept</p>`)
	got := completed(x)
	if want := "kept, Dry summers, Hens, kept, x := 1, kept, likely, kept, kept, Third step., likely, kept, kept, A hen, A pen, kept, kept, [1] No hens., kept3, Hens can swim. ↩, weir, kept, kept, Unlikely, kept, hens.yml, kept, kept, Unlikely, 31, kept, kept, kept, short, kept"; got != want {
		t.Errorf("kept %s; want %s", got, want)
	}
}

func TestCompleteOpening(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"a likely subtitle in the header, the caption above the text",
			`<header><h1>Boats</h1><p>likely</p><p>likely</p></header><figure><img src="a.jpg"><figcaption>Unlikely</figcaption></figure><p>kept</p>`,
			"likely, Unlikely, kept"},
		{"one that its class names", `<h1>Boats</h1><p>By Ann</p><div><h2 class="subtitle">likely</h2></div><p>By Ben</p><p>kept</p>`, "likely, kept"},
		{"a byline is none, nor is a caption far from the text",
			`<h1>Boats</h1><p>likely</p><div><figure><img src="a.jpg"><figcaption>Unlikely</figcaption></figure></div><p>kept</p>`, "kept"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := completed(domtest.Index(t, test.page)); got != test.want {
				t.Errorf("kept %s; want %s", got, test.want)
			}
		})
	}
}

// completed lists the blocks that are kept when those that say "kept" were, and others are as probable as they say.
func completed(x *dom.Index) string {
	a := analyse(x, Context{})
	defer a.release()
	probabilities := map[string]float32{"kept": 0.9, "likely": 0.3, "Unlikely": 0.05, "kept3": 0.9}
	a.probability, a.keep = nil, nil
	for _, b := range x.Blocks() {
		p, known := probabilities[string(x.AppendText(nil, b.First, b.Last))]
		if !known {
			p = 0.2
		}
		a.probability, a.keep = append(a.probability, p), append(a.keep, p > 0.5)
	}
	a.complete()
	var got []string
	for i, b := range x.Blocks() {
		if a.keep[i] {
			got = append(got, string(x.AppendText(nil, b.First, b.Last)))
		}
	}
	return strings.Join(got, ", ")
}
