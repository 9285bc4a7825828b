package content

import (
	"testing"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// small is a page whose features can be counted by hand: its blocks are listed beside it.
const small = `<title>Weir</title><meta property="og:type" content="article">
<nav><a href="/">Home</a></nav>
<main class="story">
  <h1>High water at the weir</h1>
  <div class="entry-content">
    <p>The river rose in the night and by morning it stood in the yard, up to the third step of the house.</p>
    <p>Nobody had seen it so high <a href="/1954">since 1954</a>, and nobody had thought to move the hens to the loft in time.</p>
  </div>
  <ul class="cards"><li class="card">€ 12 boots</li><li class="card">€ 9 pump</li><li class="card">€ 12 boots</li></ul>
</main>
<footer>© Weir</footer>`

const (
	homeLink = iota
	heading
	first
	second
	boots
	pump
	bootsAgain
	copyright
)

func TestFeatures(t *testing.T) {
	x := domtest.Index(t, small)
	if n := len(x.Blocks()); n != copyright+1 {
		t.Fatalf("%d blocks, want %d", n, copyright+1)
	}
	names := map[string]int{}
	for i, name := range FeatureNames() {
		if name == "" {
			t.Errorf("feature %d has no name", i)
		}
		if _, twice := names[name]; twice {
			t.Errorf("two features are called %q", name)
		}
		names[name] = i
	}
	tests := []struct {
		block   int
		feature string
		want    float32
	}{
		{homeLink, "links", 1},
		{homeLink, "in nav", 1},
		{homeLink, "title", -1},
		{homeLink, "since prose", farAway},
		{homeLink, "until prose", 2},
		{heading, "level", 1},
		{heading, "title", 0},
		{heading, "near +1 words", 22},
		{heading, "near -1 links", 1},
		{first, "words", 22},
		{first, "end", glyphStop},
		{first, "begin", glyphUpper},
		{first, "in main", 1},
		{first, "tag", tagCode(atom.P)},
		{first, "prose 3", 2},
		{first, "L1 blocks", 2},
		{first, "L1 prose", 1},
		{first, "L1 place", 0},
		{first, "L2 blocks", 6},
		{second, "L1 place", 0.5},
		{second, "since prose", 1},
		{second, "position", 3. / 8},
		{boots, "item own", 3},
		{boots, "item count", 3},
		{boots, "item words", 2},
		{boots, "symbols", 1},
		{boots, "copies", 0},
		{bootsAgain, "copies", 1},
		{copyright, "in footer", 1},
		{copyright, "symbols", 2},
		{copyright, "page main", 1},
		{copyright, "page og:type", ogArticle},
		{copyright, "page blocks", 8},
	}
	examples := Examples(x, Context{})
	for _, test := range tests {
		at, ok := names[test.feature]
		if !ok {
			t.Errorf("no feature %q", test.feature)
			continue
		}
		if got := examples[test.block].Row[at]; got != test.want {
			t.Errorf("block %d, %s: %v, want %v", test.block, test.feature, got, test.want)
		}
	}
}

func TestNameFeaturesTellHowNearANameIs(t *testing.T) {
	x := domtest.Index(t, small)
	row := Examples(x, Context{})[second].Row
	name := func(v dom.Vocabulary) float32 {
		for k := range 64 {
			if v == 1<<k {
				return row[fNames+k]
			}
		}
		return -1
	}
	if got := name(dom.NameContent); got != 2 {
		t.Errorf("content on the nearest container: %v, want 2", got)
	}
	if got := name(dom.NameNav); got != 0 {
		t.Errorf("nav elsewhere: %v, want 0", got)
	}
	card := Examples(x, Context{})[boots].Row
	if got := card[fNames+trailing(dom.NameCard)]; got != 3 {
		t.Errorf("card on the block itself: %v, want 3", got)
	}
}

func trailing(v dom.Vocabulary) (k int) {
	for ; v > 1; v >>= 1 {
		k++
	}
	return k
}

func TestConversationFeatures(t *testing.T) {
	x := domtest.Index(t, `<article><p>An article of a few words.</p></article>
		<section><h2>Replies</h2><div>Ann <p>Well said.</p></div><div>Ben <p>Not so.</p></div></section>`)
	var section dom.ID
	var posts, bodies dom.Selection
	for n := range dom.ID(x.Len()) {
		switch node := x.Node(n); node.HTML.Data {
		case "section":
			section = n
		case "div":
			posts = append(posts, x.Subtree(n))
		case "p":
			if section > 0 {
				bodies = append(bodies, x.Subtree(n))
			}
		}
	}
	ctx := Context{Comments: dom.Selection{x.Subtree(section)}, Posts: posts, Bodies: bodies}
	want := []struct{ role, post float32 }{
		{roleNone, 0}, {roleRegion, 0}, {rolePost, 1}, {roleBody, 1}, {rolePost, 2}, {roleBody, 2},
	}
	for i, e := range Examples(x, ctx) {
		if e.Row[fRole] != want[i].role || e.Row[fPost] != want[i].post {
			t.Errorf("block %d: role %v in post %v, want %v", i, e.Row[fRole], e.Row[fPost], want[i])
		}
		if e.Barred != (i > 0) {
			t.Errorf("block %d of an article: barred %v", i, e.Barred)
		}
	}
	ctx.Thread = true
	for i, e := range Examples(x, ctx) {
		if e.Barred {
			t.Errorf("block %d of a thread is barred", i)
		}
	}
}

// TestLexicalFeaturesAgree holds the sums made while reading a page against those of the tokens that training sees.
func TestLexicalFeaturesAgree(t *testing.T) {
	var lexicon Lexicon
	for i := range lexicon {
		lexicon[i] = int8(i * 37)
	}
	x := domtest.Index(t, small)
	examples := Examples(x, Context{})
	a := analyse(x, Context{})
	defer a.release()
	a.readTokens(&lexicon)
	for i := range examples {
		var got, want boost.Row
		a.lexicalFeatures(i, &got)
		lexicon.Sums(examples[i].Tokens, &want)
		if got != want {
			t.Errorf("block %d: %v while reading, %v in training", i, got[fLexicon:fLexicon+spaces], want[fLexicon:fLexicon+spaces])
		}
		if len(examples[i].Tokens) == 0 {
			t.Errorf("block %d has no tokens", i)
		}
	}
}
