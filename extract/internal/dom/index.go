// Package dom reads a parsed HTML tree once, into flat arrays in document order. Every later room works on these
// arrays and never walks the tree again from its root.
//
// A node is named by its [ID], its position in document order. The subtree of n is the range n to Node(n).Last, so
// "is x inside n" is two comparisons, and a figure of any subtree (characters, words, links, text blocks) is the
// difference of two prefix sums.
package dom

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ID is the position of a node in document order; the root is 0.
type ID int32

// None is the ID of no node.
const None ID = -1

// Node is what is known of one element or text node. Figures of its subtree come from the methods of [Index].
type Node struct {
	HTML      *html.Node
	Names     Vocabulary // what its class and id attributes say it is
	Parent    ID         // None for the root
	Last      ID         // its last descendant; itself if it has none
	Box       ID         // the nearest block-level element that holds it, itself included
	Tag       atom.Atom  // 0 for text and for elements unknown to HTML
	Flags     Flags
	Depth     int32  // 0 for the root
	Signature uint32 // hash of tag and class names without digits: elements made by the same template share it
	blocks    int32  // text blocks begun before the node
	chars     int32  // characters before the node
	links     int32  // characters within links before the node
	words     int32  // words before the node
}

// Block is a text block: a run of inline content that nothing block-level interrupts. Blocks are the units in
// which content is told from boilerplate.
type Block struct {
	First ID    // its first text node that is not blank
	Last  ID    // its last text node that is not blank
	Box   ID    // the block-level element that holds it directly
	Flags Flags // of its first text node
	Chars int32 // characters, white space left out
	Links int32 // characters within links
	Words int32
	Hash  uint64 // of its characters: equal for blocks with the same text
}

// Index is a page in flat arrays. It is not changed after Build and holds no reference to the bytes of the page
// beyond those of the tree.
type Index struct {
	nodes  []Node // one more than there are: a sentinel that closes the prefix sums
	blocks []Block

	// Elements that later rooms ask for by kind, in document order.
	Headings []ID // h1 to h6 and role=heading
	Times    []ID // time elements
	Scripts  []ID
	Metas    []ID // title, base, meta and link elements, wherever they stand
	Items    []ID // elements with itemprop or itemscope (microdata)

	byID map[string]ID
}

// Len is the number of nodes.
func (x *Index) Len() int { return len(x.nodes) - 1 }

// Node gives the node n.
func (x *Index) Node(n ID) *Node { return &x.nodes[n] }

// Blocks are all text blocks in document order.
func (x *Index) Blocks() []Block { return x.blocks }

// BlockRange gives the text blocks that begin in the subtree of n, as a range of positions in Blocks.
func (x *Index) BlockRange(n ID) (from, to int) {
	return int(x.nodes[n].blocks), int(x.nodes[x.nodes[n].Last+1].blocks)
}

// BlockOf gives the position in Blocks of the block to which the text node n belongs; for other nodes, of the last
// block begun before them. It is -1 before the first block.
func (x *Index) BlockOf(n ID) int {
	if x.nodes[n].Flags&blockStart != 0 {
		return int(x.nodes[n].blocks)
	}
	return int(x.nodes[n].blocks) - 1
}

// Chars counts the characters of the text in the subtree of n, white space left out.
func (x *Index) Chars(n ID) int { return int(x.nodes[x.nodes[n].Last+1].chars - x.nodes[n].chars) }

// LinkChars counts those characters of the subtree of n that stand in links.
func (x *Index) LinkChars(n ID) int { return int(x.nodes[x.nodes[n].Last+1].links - x.nodes[n].links) }

// Words counts the words in the subtree of n. Han characters and kana count as a word each, and a word that inline
// markup parts counts once for each part.
func (x *Index) Words(n ID) int { return int(x.nodes[x.nodes[n].Last+1].words - x.nodes[n].words) }

// CharsBetween counts the characters from the start of a up to the start of b.
func (x *Index) CharsBetween(a, b ID) int { return int(x.nodes[b].chars - x.nodes[a].chars) }

// WordsBetween counts the words from the start of a up to the start of b.
func (x *Index) WordsBetween(a, b ID) int { return int(x.nodes[b].words - x.nodes[a].words) }

// LinkCharsBetween counts the characters within links from the start of a up to the start of b.
func (x *Index) LinkCharsBetween(a, b ID) int { return int(x.nodes[b].links - x.nodes[a].links) }

// LinkDensity is the share of the text in the subtree of n that stands in links (Kohlschütter et al., Boilerplate
// Detection using Shallow Text Features, WSDM 2010); 0 without text.
func (x *Index) LinkDensity(n ID) float64 {
	if c := x.Chars(n); c > 0 {
		return float64(x.LinkChars(n)) / float64(c)
	}
	return 0
}

// Within tells whether n stands in the subtree of a; a node stands in its own.
func (x *Index) Within(n, a ID) bool { return a >= 0 && n >= a && n <= x.nodes[a].Last }

// Is tells whether n is an element of one of these tags.
func (x *Index) Is(n ID, tags ...atom.Atom) bool {
	for _, t := range tags {
		if x.nodes[n].Tag == t {
			return true
		}
	}
	return false
}

// Has tells whether n has all of these flags.
func (x *Index) Has(n ID, f Flags) bool { return x.nodes[n].Flags&f == f }

// IsText tells whether n is a text node.
func (x *Index) IsText(n ID) bool { return x.nodes[n].HTML.Type == html.TextNode }

// FirstChild is the first child of n, None if it has none.
func (x *Index) FirstChild(n ID) ID {
	if x.nodes[n].Last > n {
		return n + 1
	}
	return None
}

// NextSibling is the sibling that follows n, None if it is the last.
func (x *Index) NextSibling(n ID) ID {
	next := x.nodes[n].Last + 1
	if p := x.nodes[n].Parent; p >= 0 && next <= x.nodes[p].Last {
		return next
	}
	return None
}

// Children yields the children of n.
func (x *Index) Children(n ID) func(yield func(ID) bool) {
	return func(yield func(ID) bool) {
		for c := x.FirstChild(n); c != None; c = x.NextSibling(c) {
			if !yield(c) {
				return
			}
		}
	}
}

// Ancestor is the nearest of n and its ancestors that has one of these tags, None if there is none.
func (x *Index) Ancestor(n ID, tags ...atom.Atom) ID {
	for ; n >= 0; n = x.nodes[n].Parent {
		if x.Is(n, tags...) {
			return n
		}
	}
	return None
}

// Common is the nearest node that holds both a and b.
func (x *Index) Common(a, b ID) ID {
	for a >= 0 && !x.Within(b, a) {
		a = x.nodes[a].Parent
	}
	return a
}

// Attr is the value of an attribute, "" if n does not have it.
func (x *Index) Attr(n ID, key string) string {
	v, _ := x.Lookup(n, key)
	return v
}

// Lookup is the value of an attribute, and whether n has it.
func (x *Index) Lookup(n ID, key string) (string, bool) {
	for _, a := range x.nodes[n].HTML.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// HasClass tells whether n has this class, letter by letter.
func (x *Index) HasClass(n ID, class string) bool { return hasToken(x.Attr(n, "class"), class) }

// ByID is the element with this id attribute, None if there is none.
func (x *Index) ByID(id string) ID {
	if x.byID == nil {
		x.byID = make(map[string]ID)
		for n := range ID(x.Len()) {
			if v := x.Attr(n, "id"); v != "" {
				if _, taken := x.byID[v]; !taken {
					x.byID[v] = n
				}
			}
		}
	}
	if n, ok := x.byID[id]; ok {
		return n
	}
	return None
}
