package dom

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func index(t testing.TB, src string) *Index {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(src), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	x, err := Build(root, 0)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// blockTexts gives each text block as "words text".
func blockTexts(x *Index) []string {
	var out []string
	for _, b := range x.Blocks() {
		out = append(out, fmt.Sprintf("%d %s", b.Words, x.AppendText(nil, b.First, b.Last)))
	}
	return out
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, html string
		want       []string
	}{
		{"paragraphs", `<p>One two.</p><p>Three</p>`, []string{"2 One two.", "1 Three"}},
		{"inline markup stays in its block", `<p>We <b>met</b> <a href=/x>Ada</a>.</p>`, []string{"3 We met Ada."}},
		{"text around a block", `<div>before<p>inside</p>after</div>`, []string{"1 before", "1 inside", "1 after"}},
		{"one br stays, two part", `<p>a<br>b<br><br>c<br> <br/>d</p>`, []string{"2 a b", "1 c", "1 d"}},
		{"an empty block parts", `<div>a<div></div>b</div>`, []string{"1 a", "1 b"}},
		{"custom elements are blocks", `<p>a</p><my-card>b <x-y>c</x-y></my-card>`, []string{"1 a", "1 b", "1 c"}},
		{"neighbours are set apart", `<div><a href=/1>one</a><a href=/2>two</a><span>three</span><span>four</span></div>`, []string{"4 one two three four"}},
		{"letters are not", `<p>H<sub>2</sub>O and <b>b</b><i>old</i></p>`, []string{"6 H2O and bold"}},
		{"scripts and styles are no text", `<p>a</p><script>var b = "c d";</script><style>p{}</style><template>t</template><svg><text>s</text></svg>`, []string{"1 a"}},
		{"Han characters are words", `<p>今日は good 天気</p>`, []string{"6 今日は good 天気"}},
		{"soft hyphens and zero width spaces are nothing", "<p>ex\u00adtra\u200bct \u200b me</p>", []string{"2 extract me"}},
		{"cells", `<table><tr><td>a</td><td>b</td></tr></table>`, []string{"1 a", "1 b"}},
		{"a button is a block", `<div>text<button>Reply</button></div>`, []string{"1 text", "1 Reply"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blockTexts(index(t, c.html)); strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestNoscript(t *testing.T) {
	for _, c := range []struct {
		name, html string
		want       []string
	}{
		{"left out beside text", `<p>A page with its text in place.</p><noscript><p>Enable it.</p></noscript>`,
			[]string{"7 A page with its text in place."}},
		{"counted where it is the page", `<div>Loading</div><noscript><div>First post, <b>long</b> enough</div><div>Second post</div>tail</noscript><p>x</p>`,
			[]string{"1 Loading", "4 First post, long enough", "2 Second post", "1 tail", "1 x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blockTexts(index(t, c.html)); strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	x := index(t, `<body><nav><a href=/>Home page</a></nav><main><h1>Title</h1><p>Read <a href=/x>this</a> now.</p></main></body>`)
	main := find(x, atom.Main)
	if got := [...]int{x.Chars(main), x.LinkChars(main), x.Words(main)}; got != [...]int{5 + 4 + 4 + 4, 4, 4} {
		t.Errorf("chars, link chars, words of main = %v", got)
	}
	nav := find(x, atom.Nav)
	if got := x.LinkDensity(nav); got != 1 {
		t.Errorf("link density of nav = %v, want 1", got)
	}
	if from, to := x.BlockRange(main); from != 1 || to != 3 {
		t.Errorf("blocks of main = %d to %d, want 1 to 3", from, to)
	}
	link := find(x, atom.A)
	if !x.Has(link+1, InNav|InLink) || x.Has(main, InNav) {
		t.Error("flags are not inherited by what an element holds, or by what it does not")
	}
	if x.BlockOf(x.Blocks()[2].Last) != 2 || x.BlockOf(0) != -1 {
		t.Error("BlockOf does not find a text node's block")
	}
	if c := x.Common(x.Headings[0], x.Blocks()[2].Last); c != main {
		t.Errorf("common ancestor of heading and paragraph = %d, want main %d", c, main)
	}
}

func TestHidden(t *testing.T) {
	for attrs, want := range map[string]bool{
		``:                                      false,
		`hidden`:                                true,
		`hidden="until-found"`:                  false,
		`style="color:red; display: none"`:      true,
		`style="display:block"`:                 false,
		`style="visibility:hidden"`:             true,
		`class="note hidden"`:                   true,
		`class="hidden md:block"`:               false,
		`class="d-none d-md-flex"`:              false,
		`class="d-none d-md-none"`:              true,
		`class="overflow-hidden"`:               false,
		`class="screen-reader-text skip-link"`:  true,
		`class="comment-hidden-by-nobody text"`: false,
	} {
		x := index(t, `<div `+attrs+`><p>text</p></div>`)
		if got := x.Has(find(x, atom.P), InHidden); got != want {
			t.Errorf("<div %s>: hidden = %v, want %v", attrs, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for attr, want := range map[string]Vocabulary{
		"comment-body":           NameComment | NameContent,
		"postBody":               NameArticle | NameContent,
		"COMMENTLIST":            NameComment | NameList,
		"reply_12 x":             NameReply,
		"shadowy downloadable":   0,
		"site-footer--bottom":    NameFooter,
		"breadcrumbs":            NameNav | NameBreadcrumb,
		"entry-title p-name fn2": NameArticle | NameTitle | NameUser | NameAuthor,
	} {
		if got := VocabularyOf(attr); got != want {
			t.Errorf("%q: got %b, want %b", attr, got, want)
		}
	}
}

func TestSignature(t *testing.T) {
	x := index(t, `<li class="comment even depth-1">a<li class="depth-2 comment odd">b<li class="pingback">c<p class="comment even depth-1">d`)
	var s []uint32
	for n := range ID(x.Len()) {
		if x.Is(n, atom.Li, atom.P) {
			s = append(s, x.Node(n).Signature)
		}
	}
	if s[0] != s[1] || s[0] == s[2] || s[0] == s[3] {
		t.Errorf("signatures %v: the first two are one template, the others are not", s)
	}
}

func TestLists(t *testing.T) {
	x := index(t, `<title>t</title><meta name=a><h2>one</h2><div role=heading><span>two</span></div><time>3</time>
		<div itemscope itemprop=x></div><script>1</script><h3><div>four</div></h3>`)
	got := [...]int{len(x.Headings), len(x.Times), len(x.Scripts), len(x.Metas), len(x.Items)}
	if want := [...]int{3, 1, 1, 2, 1}; got != want {
		t.Errorf("headings, times, scripts, metas, items = %v, want %v", got, want)
	}
}

func TestSelection(t *testing.T) {
	s := Selection{{3, 5}, {9, 9}, {12, 20}}
	for n, want := range map[ID]bool{0: false, 3: true, 5: true, 6: false, 9: true, 11: false, 20: true, 21: false} {
		if s.Contains(n) != want {
			t.Errorf("Contains(%d) = %v", n, !want)
		}
	}
	if !s.Overlaps(6, 9) || s.Overlaps(6, 8) || Selection(nil).Overlaps(0, 9) {
		t.Error("Overlaps is wrong about 6 to 9, 6 to 8 or the empty selection")
	}
}

func TestSelectionWithout(t *testing.T) {
	s := Selection{{3, 8}, {12, 20}}
	for _, c := range []struct{ other, want Selection }{
		{nil, s},
		{Selection{{0, 2}, {9, 11}, {21, 30}}, s},
		{Selection{{3, 3}, {8, 8}}, Selection{{4, 7}, {12, 20}}},
		{Selection{{5, 14}}, Selection{{3, 4}, {15, 20}}},
		{Selection{{0, 30}}, nil},
		{Selection{{13, 13}, {15, 16}}, Selection{{3, 8}, {12, 12}, {14, 14}, {17, 20}}},
	} {
		if got := s.Without(c.other); !slices.Equal(got, c.want) {
			t.Errorf("without %v: got %v, want %v", c.other, got, c.want)
		}
	}
}

func TestHostile(t *testing.T) {
	deep := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
	at := deep
	for range 200_000 {
		child := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
		at.AppendChild(child)
		at = child
	}
	at.AppendChild(&html.Node{Type: html.TextNode, Data: "bottom"})
	x, err := Build(deep, 0)
	if err != nil || x.Chars(0) != 6 {
		t.Fatalf("deep tree: %v", err)
	}
	if x.Text(0) != "bottom" {
		t.Errorf("text of the deep tree = %q", x.Text(0))
	}
	if _, err := Build(deep, 1000); err == nil {
		t.Error("a tree of more nodes than the limit is no error")
	}
}

// TestReuse reads a second page into the arrays of a first one.
func TestReuse(t *testing.T) {
	a := index(t, strings.Repeat("<p id=a class=comment>first page</p>", 50))
	a.ByID("a")
	a.Release()
	b := index(t, `<p>second</p>`)
	if got := blockTexts(b); len(got) != 1 || got[0] != "1 second" || b.ByID("a") != None {
		t.Errorf("second page = %q, id of the first = %d", got, b.ByID("a"))
	}
}

func find(x *Index, tag atom.Atom) ID {
	for n := range ID(x.Len()) {
		if x.Is(n, tag) {
			return n
		}
	}
	return None
}
