package outline

import (
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
)

// FuzzSections reads any HTML, all of it and a part: nothing panics, and what comes out keeps the rules.
func FuzzSections(f *testing.F) {
	f.Add("<h2>a</h2><p>b <b>c</b><br>d<ul><li>e<ul><li>f</ul></ul>", 3, 9)
	f.Add("<table><tr><th>a<td>b</table><pre>x\n y</pre><figure><img src=a.png><figcaption>c</figure>", 2, 200)
	f.Add("<blockquote>a<footer>b</footer></blockquote><dl><dt>a<dd>b</dl><details><summary>a</summary>b</details>", 0, 4)
	f.Fuzz(func(t *testing.T, source string, first, last int) {
		x := index(t, source)
		sel := dom.Selection{x.Subtree(0)}
		if first >= 0 && first <= last && last < x.Len() {
			sel = dom.Selection{{First: dom.ID(first), Last: dom.ID(last)}}
		}
		sections := Sections(x, sel, Context{Base: base, Title: "a"})
		for _, s := range sections {
			check(t, s)
		}
		Text(sections)
		for _, b := range Blocks(x, sel, Context{Base: base}) {
			checkBlock(t, b)
		}
	})
}
