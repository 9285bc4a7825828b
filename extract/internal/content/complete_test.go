package content

import (
	"strings"
	"testing"
)

func TestComplete(t *testing.T) {
	x := index(t, `<h2>Boats</h2><p>kept</p><h2>Dry summers</h2><h3>Hens</h3><p>kept</p><h2>Unlikely</h2><pre>x := 1</pre><p>kept</p>
		<p>likely</p><p>less so</p><p>kept</p><p>likely</p><p>likely</p><p>likely</p><p>likely</p><p>kept</p>
		<h2>Related</h2><p>dropped</p><h2>Read on</h2><div class="footnotes"><p>Third step.</p></div><p class="note">likely</p>
		<p>kept</p><blockquote><p>kept</p><p>A hen</p></blockquote><blockquote>Another quote</blockquote><p class="codepen">A pen</p><p>kept</p><p>Aside</p><p><a id="r1" href="#n1">kept</a></p>
		<p><a id="n1" href="#r1">[1]</a> No hens.</p><p><a id="t" href="#r1">Back to the text</a> above</p><p><a href="#r1">[2]</a> No note.</p>
		<ul><li>kept</li><li>short</li><li><a href="/more">More</a></li></ul><p>kept</p>`)
	a := analyse(x, Context{})
	defer a.release()
	probabilities := map[string]float32{"kept": 0.9, "likely": 0.3, "Unlikely": 0.05}
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
	if got, want := strings.Join(got, ", "), "kept, Dry summers, Hens, kept, x := 1, kept, likely, kept, kept, Third step., likely, kept, kept, A hen, A pen, kept, kept, [1] No hens., kept, short, kept"; got != want {
		t.Errorf("kept %s; want %s", got, want)
	}
}
