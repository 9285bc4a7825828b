package rules

import (
	"slices"
	"testing"

	"golang.org/x/net/html"

	"github.com/andybalholm/cascadia"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// TestFind compares what a scan of a page finds with what cascadia finds by walking about it.
func TestFind(t *testing.T) {
	const page = `<body class="a"><div class="a" id="one"><div class="b"><p class="c">1</p><div class="a"><p class="c d">2</p></div></div></div>
		<div class="b"><div class="a b"><span class="c">3</span><p>4</p></div><p class="c" title="x, y">5</p></div><ul><li>6<li class="a">7<ul><li class="c">8</ul></ul>`
	x := domtest.Index(t, page)
	for _, selector := range []string{
		"p", ".c", "#one .c", "#one > .b", ".a .a", ".a > .b", ".a .a > .b", ".a .b .a .c", "div.a div.a .c", ".b > .a .c", ".b .a > .c", "li + li .c",
		".a + .b > .a p", "body .a .b .c", ".nothing .c", ".c, #one", "[title='x, y']", "p:not(.c)", "ul li li", "body > div > div", ".a .b > .a > .c", "*",
	} {
		s, err := Compile(selector)
		if err != nil {
			t.Errorf("%s: %v", selector, err)
			continue
		}
		group, err := cascadia.ParseGroup(selector)
		if err != nil {
			t.Fatal(err)
		}
		var want []dom.ID
		for n := range dom.ID(x.Len()) {
			if h := x.Node(n).HTML; h.Type == html.ElementNode && group.Match(h) {
				want = append(want, n)
			}
		}
		if got := s.Find(x); !slices.Equal(got, want) {
			t.Errorf("%s finds %v, cascadia %v", selector, got, want)
		}
	}
}

// TestSigns tells by what the condition of a rule is looked for.
func TestSigns(t *testing.T) {
	for _, c := range []struct{ when, tag, class, id string }{
		{"html#XF", "html", "", "XF"},
		{"div.wpd-comment", "div", "wpd-comment", ""},
		{"li.comment > article.comment-node", "article", "comment-node", ""},
		{`meta[name=generator][content^="vBulletin 4.x"]`, "meta", "", ""},
		{".odd", "", "", ""},
		{"div:not(.x)", "div", "", ""},
		{"[data-a=b].c", "", "c", ""},
	} {
		s, err := Compile(c.when)
		if err != nil {
			t.Fatal(err)
		}
		if tag, class, id := nameParts(s.chains[0][0].source); tag != c.tag || class != c.class || id != c.id {
			t.Errorf("%s: tag %q, class %q, id %q", c.when, tag, class, id)
		}
	}
}
