package kind

import (
	"math"
	"slices"
	"testing"

	"github.com/scholia/scholia/extract/page"
)

const guessed = `<title>ÜBER boots</title><meta name="description" content="Boots for the hay">
	<script type="application/ld+json">{"@type":"Product"}</script><h1>Hay boots</h1><p>They keep your feet dry, <b>even</b> in wet meadows.</p><button>Buy now</button><ul><li><a href="/cart">Your cart</a></ul>`

func TestTokens(t *testing.T) {
	x, ctx := read(t, guessed, "https://shop.example.org/boots/hay-boot.html?colour=1")
	got := Tokens(x, ctx)
	want := new(tokens)
	for _, token := range []struct {
		group uint32
		sort  byte
		text  string
	}{
		{fromHead, 0, ""}, {fromBody, 0, ""}, {fromText, 0, ""},
		{fromHead, 'h', "shop"}, {fromHead, 'h', "example"}, {fromHead, 'h', "org"},
		{fromHead, 'u', "boots"}, {fromHead, 'v', "hay"}, {fromHead, 'v', "boot"}, {fromHead, 'v', "html"},
		{fromHead, 'n', "2"}, {fromHead, '-', "1"}, {fromHead, 'x', ".html"}, {fromHead, '?', ""},
		{fromHead, 't', "über"}, {fromHead, 't', "boots"}, {fromHead, 'm', "description"},
		{fromHead, 'd', "boots"}, {fromHead, 'd', "for"}, {fromHead, 'd', "the"}, {fromHead, 'd', "hay"},
		{fromBody, 'r', "h1"}, {fromBody, 'h', "hay"}, {fromBody, 'h', "boots"}, {fromBody, 'b', "buy"}, {fromBody, 'b', "now"},
		{fromBody, 'a', "your"}, {fromBody, 'a', "cart"}, {fromBody, 's', "Product"},
		{fromText, 0, "hay"}, {fromText, 0, "boots"},
		{fromText, 0, "they"}, {fromText, 0, "keep"}, {fromText, 0, "your"}, {fromText, 0, "feet"}, {fromText, 0, "dry"}, {fromText, 0, "even"},
		{fromText, 0, "buy"}, {fromText, 0, "now"}, {fromText, 0, "cart"},
	} {
		want.add(token.group, token.sort, token.text)
	}
	slices.Sort(want.buckets)
	if !slices.Equal(got, want.buckets) {
		t.Errorf("tokens %v, want %v", got, want.buckets)
	}
	ctx.Address = nil
	if without := Tokens(x, ctx); len(without) != len(got)-11 {
		t.Errorf("%d tokens without an address, want %d", len(without), len(got)-11)
	}
}

func TestGuess(t *testing.T) {
	x, ctx := read(t, guessed, "https://shop.example.org/boots")
	in := new(tokens)
	in.add(fromHead, 'h', "shop")
	in.add(fromBody, 'h', "hay")
	in.add(fromBody, 'h', "straw") // is not there
	product := slices.Index(Learned[:], page.Product)
	var l Lexicon
	l.Set(int(in.buckets[0]), product, 1.5)
	l.Set(int(in.buckets[1]), product, 99) // more than fits
	l.Set(int(in.buckets[2]), product, 1)
	var want Guess
	want[fromHead*kinds+product], want[fromBody*kinds+product] = 1.5, float32(math.MaxInt8)/LexiconUnits
	if got := l.Guess(Tokens(x, ctx)); got != want {
		t.Errorf("guess %v, want %v", got, want)
	}
}
