package render

import (
	"testing"

	"github.com/scholia/scholia/extract/page"
)

func text(s string) page.Inline { return page.Inline{Type: page.Text, Text: s} }

func around(style page.InlineType, s string) page.Inline {
	return page.Inline{Type: style, URL: "https://a.example/", Inlines: []page.Inline{text(s)}}
}

// Characters are escaped where they would be read as markup, and only there.
func TestMarkdownInline(t *testing.T) {
	for _, test := range []struct {
		in   []page.Inline
		want string
	}{
		{[]page.Inline{text("2 * 3 * 4, a_b_c, 5* hotels")}, "2 * 3 * 4, a_b_c, 5* hotels"},
		{[]page.Inline{text("2*3*4 and _so_ on")}, `2\*3\*4 and \_so\_ on`},
		{[]page.Inline{text("3 < 4 <b> &amp; & & AT&T")}, `3 < 4 \<b> \&amp; & & AT&T`},
		{[]page.Inline{text("[1] and [x](y) and [^2]")}, `[1] and [x\](y) and \[^2]`},
		{[]page.Inline{text("one ` tick")}, "one ` tick"},
		{[]page.Inline{text("`two` ticks")}, "\\`two\\` ticks"},
		{[]page.Inline{text(`C:\dir and \* and end\`)}, `C:\dir and \\* and end\\`},
		{[]page.Inline{text("costs $5")}, "costs $5"},
		{[]page.Inline{text("$a$ or $5 or $6")}, `\$a\$ or \$5 or \$6`},
		{[]page.Inline{text("# a")}, `\# a`},
		{[]page.Inline{text("#tag 1. b")}, "#tag 1. b"},
		{[]page.Inline{text("1. a")}, `1\. a`},
		{[]page.Inline{text("1.5 a - b")}, "1.5 a - b"},
		{[]page.Inline{text("- a")}, `\- a`},
		{[]page.Inline{text("-5 degrees")}, "-5 degrees"},
		{[]page.Inline{text("---")}, `\---`},
		{[]page.Inline{text("a"), {Type: page.Break}, text("===")}, "a\\\n\\==="},
		{[]page.Inline{text(`a\`), {Type: page.Break}, text("b")}, "a&#92;\\\nb"},
		{[]page.Inline{text("[a]: b")}, `\[a]: b`},
		{[]page.Inline{text("a|b")}, "a|b"},
		{[]page.Inline{text("Hello!"), around(page.Link, "there")}, `Hello\![there](https://a.example/)`},
		{[]page.Inline{around(page.Link, "a]b [c]")}, `[a\]b \[c\]](https://a.example/)`},
		{[]page.Inline{text("a"), around(page.Strong, "b."), text("c")}, "a<strong>b.</strong>c"},
		{[]page.Inline{text("a "), around(page.Strong, " b "), text("c")}, "a  **b** c"},
		{[]page.Inline{around(page.Emphasis, "a"), around(page.Strong, "b")}, "*a*__b__"},
		{[]page.Inline{{Type: page.Strong, Inlines: []page.Inline{around(page.Emphasis, "a")}}}, "**_a_**"},
		{[]page.Inline{{Type: page.InlineCode, Text: "a`b"}}, "``a`b``"},
		{[]page.Inline{{Type: page.InlineMath, Text: "a_1 + b"}}, "$a_1 + b$"},
		{[]page.Inline{{Type: page.InlineMath, Text: `\{a*b\}`}}, "$`\\{a*b\\}`$"},
		{[]page.Inline{{Type: page.Link, URL: "javascript:alert(1)", Text: "a"}}, "a"},
		{[]page.Inline{{Type: page.Link, URL: "/a_(b", Title: `say "x"`, Text: "a"}}, `[a](/a_%28b "say \"x\"")`},
	} {
		m := &markdown{}
		if got := m.inline(test.in, inParagraph); got != test.want {
			t.Errorf("%v\n got %q\nwant %q", test.in, got, test.want)
		}
	}
}
