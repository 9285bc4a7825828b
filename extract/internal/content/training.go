package content

import (
	"fmt"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// Example is a block as the model reads it. What the model learns from is made by the code that it will run in.
type Example struct {
	Row    boost.Row // its features, but for those that a lexicon fills in
	Tokens []uint32  // where a lexicon has its tokens
	Beside bool      // it stands under the heading of a box beside the text
	Barred bool      // it belongs to the conversation of an article or to a box beside it and is never chosen
}

// Examples are the blocks of a page, in document order, for training.
func Examples(x *dom.Index, ctx Context) []Example {
	a := analyse(x, ctx)
	defer a.release()
	tokens := a.allTokens()
	examples := make([]Example, len(x.Blocks()))
	for i := range examples {
		a.row(i, &examples[i].Row)
		examples[i].Tokens, examples[i].Beside, examples[i].Barred = tokens[i], a.beside[i], a.barred(i)
	}
	return examples
}

// FeatureNames names the features of a row.
func FeatureNames() []string {
	names := make([]string, featureCount)
	copy(names, []string{
		"words", "chars", "links", "word chars", "end", "begin", "digits", "symbols", "tag", "inner tag", "level", "depth",
		"position", "text before", "prose before", "index", "title", "copies", "role", "post", "said before", "since prose", "until prose",
		"prose 3", "prose 8", "words 3", "links 3", "links 8", "short 8", "box",
	})
	group := func(at int, prefix string, parts ...string) {
		for i, part := range parts {
			names[at+i] = prefix + " " + part
		}
	}
	for k, d := range near {
		group(fNear+k*nearWidth, fmt.Sprintf("near %+d", d), "words", "links", "tag", "container", "signature")
	}
	group(fFlags, "in", "hidden", "aria", "heading", "list", "table", "quote", "pre", "nav", "header", "footer", "aside",
		"main", "article", "form", "control", "figure", "dialog", "details", "time", "address")
	for k, level := range [levels]string{"L1", "L2", "L3", "quarter", "large"} {
		group(fContainers+k*containerWidth, level, "share", "prose", "words", "links", "short", "link blocks", "blocks", "start",
			"headings", "place", "tag", "repeats", "repeated text", "index", "images")
	}
	group(fItem, "item", "own", "level", "count", "words", "links", "share", "images")
	for k := range 64 {
		names[fNames+k] = fmt.Sprintf("name %d", k)
	}
	group(fPage, "page", "words", "links", "block words", "short", "prose", "link blocks", "blocks", "headings", "articles",
		"forms", "times", "og:type", "repeats", "said", "thread", "main", "posts")
	group(fLexicon, "lexicon", "own", "near", "far", "words", "heading", "opening")
	return names
}

// allTokens lists for every block the buckets of its tokens.
func (a *analysis) allTokens() [][]uint32 {
	x := a.x
	above := make([][3][]uint32, len(a.containers)) // near, far, far of all around
	for i := range above {
		above[i] = a.containerTokens(i, above)
	}
	openings := make([][]uint32, len(x.Blocks()))
	tokens := make([][]uint32, len(x.Blocks()))
	var heading []uint32
	for i := range x.Blocks() {
		b := &x.Blocks()[i]
		words := wordTokens(nil, x, b)
		openings[i] = words
		t := inSpace(nil, spaceWord, words)
		t = inSpace(t, spaceHeading, heading)
		for n := x.Node(b.First).Parent; n > 0 && a.single(n); n = x.Node(n).Parent {
			t = inSpace(t, spaceOwn, nodeTokens(nil, x, n))
		}
		c := a.in[b.Box]
		t = append(t, above[c][0]...)
		if up := a.containers[c].up; up >= 0 {
			t = append(append(t, above[up][0]...), above[up][2]...)
		}
		for _, from := range a.openings(c, i) {
			t = inSpace(t, spaceOpening, openings[from])
		}
		if b.Flags&dom.InHeading != 0 {
			heading = words
		}
		tokens[i] = t
	}
	return tokens
}

func (a *analysis) containerTokens(i int, above [][3][]uint32) (t [3][]uint32) {
	c := &a.containers[i]
	for n := c.node; n >= 0 && a.in[n] == int32(i); n = a.x.Node(n).Parent {
		hashes := nodeTokens(nil, a.x, n)
		t[0] = inSpace(t[0], spaceNear, hashes)
		t[1] = inSpace(t[1], spaceFar, hashes)
	}
	if c.up >= 0 {
		t[2] = append(append(t[2], above[c.up][1]...), above[c.up][2]...)
	}
	return t
}

// single tells whether the element n holds one block at most.
func (a *analysis) single(n dom.ID) bool {
	from, to := a.x.BlockRange(n)
	return to-from <= 1
}

func nodeTokens(hashes []uint32, x *dom.Index, n dom.ID) []uint32 {
	for i := range x.Node(n).HTML.Attr {
		if attr := &x.Node(n).HTML.Attr[i]; attr.Key == "class" || attr.Key == "id" {
			hashes = attributeTokens(hashes, attr.Val)
		}
	}
	return hashes
}

func inSpace(tokens []uint32, space int, hashes []uint32) []uint32 {
	for _, h := range hashes {
		tokens = append(tokens, bucket(space, h))
	}
	return tokens
}
