package dom

import (
	"fmt"
	"hash/maphash"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pool keeps the arrays of released indexes, so that reading many pages does not allocate them anew.
var pool = sync.Pool{New: func() any { return new(Index) }}

// Release gives the arrays back for the next page. The index must not be used after it.
func (x *Index) Release() {
	clear(x.nodes) // drop the references to the tree
	*x = Index{
		nodes: x.nodes[:0], blocks: x.blocks[:0], Headings: x.Headings[:0], Times: x.Times[:0],
		Scripts: x.Scripts[:0], Metas: x.Metas[:0], Items: x.Items[:0],
	}
	pool.Put(x)
}

// Build reads the tree under root in one pass. It does not recurse, so depth is no danger. A tree of more than
// maxNodes nodes is an error; 0 is no limit.
//
// The text of noscript elements is left out, unless it is longer than all other text: then the page was meant
// to be built by a script, and noscript holds the version for readers without.
func Build(root *html.Node, maxNodes int) (*Index, error) {
	b := builder{x: pool.Get().(*Index), classes: classes.Get().(*classReader), maxNodes: maxNodes}
	defer classes.Put(b.classes)
	if err := b.walk(root); err != nil {
		b.x.Release()
		return nil, err
	}
	if b.noscript > int(b.chars) {
		b.recount()
	}
	return b.x, nil
}

// classes keeps the readers of class attributes, which are worth keeping from page to page: sites share themes.
var classes = sync.Pool{New: func() any { return &classReader{seed: maphash.MakeSeed()} }}

// builder is the state of the pass: the running counts and the text block that is open.
type builder struct {
	x        *Index
	classes  *classReader
	maxNodes int

	parent   ID
	depth    int32
	chars    int32
	links    int32
	words    int32
	noscript int // characters of noscript text

	open   bool // the last of x.blocks is still growing
	breaks int  // br elements since the last text
}

func (b *builder) walk(root *html.Node) error {
	b.parent = None
	for n := root; ; {
		if n.Type != html.CommentNode && n.Type != html.DoctypeNode {
			if b.maxNodes > 0 && len(b.x.nodes) >= b.maxNodes {
				return fmt.Errorf("the page has more than %d elements and texts: give a part of it, or raise Limits.Nodes", b.maxNodes)
			}
			b.enter(n)
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
			b.leave()
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			b.leave()
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	b.x.nodes = append(b.x.nodes, b.node(nil)) // the sentinel
	return nil
}

// node is a new node with the counts as they stand.
func (b *builder) node(n *html.Node) Node {
	return Node{
		HTML: n, Parent: b.parent, Depth: b.depth,
		blocks: int32(len(b.x.blocks)), chars: b.chars, links: b.links, words: b.words,
	}
}

// enter adds n to the arrays; the nodes that follow are its descendants until leave.
func (b *builder) enter(n *html.Node) {
	id := ID(len(b.x.nodes))
	node := b.node(n)
	node.Last, node.Box = id, id
	if b.parent >= 0 {
		p := &b.x.nodes[b.parent]
		node.Flags, node.Box = p.Flags&inherited, p.Box
	}
	if n.Type == html.ElementNode {
		b.element(&node, id)
	}
	b.flow(&node, id)
	b.x.nodes = append(b.x.nodes, node)
	b.parent = id
	b.depth++
}

// leave closes the node that was entered last and is still open.
func (b *builder) leave() {
	n := &b.x.nodes[b.parent]
	n.Last = ID(len(b.x.nodes) - 1)
	b.parent = n.Parent
	b.depth--
}

func (b *builder) element(node *Node, id ID) {
	n := node.HTML
	node.Tag = n.DataAtom
	node.Flags |= tagFlags(node.Tag)
	if node.Tag == 0 && strings.IndexByte(n.Data, '-') > 0 {
		node.Flags |= BlockLevel
	}
	b.attributes(node, id)
	b.list(node, id)
	if node.Flags&BlockLevel != 0 {
		node.Box = id
	}
}

// attributes reads the attributes of an element once.
func (b *builder) attributes(node *Node, id ID) {
	node.Signature = tagSignature(node.HTML.Data)
	for i := range node.HTML.Attr {
		a := &node.HTML.Attr[i]
		switch a.Key {
		case "class":
			c := b.classes.read(a.Val)
			node.Names |= c.names
			node.Signature += c.signature
			if c.hidden {
				node.Flags |= InHidden
			}
		case "id":
			node.Names |= VocabularyOf(a.Val)
			node.Flags |= HasID
		case "href":
			if node.Tag == atom.A {
				node.Flags |= InLink
			}
		case "role":
			node.Flags |= roleFlags(a.Val)
		case "style":
			if hidingStyle(a.Val) {
				node.Flags |= InHidden
			}
		case "hidden":
			if a.Val != "until-found" {
				node.Flags |= InHidden
			}
		case "aria-hidden":
			if a.Val == "true" {
				node.Flags |= InAria
			}
		case "aria-modal":
			node.Flags |= InDialog
		case "itemprop", "itemscope":
			if l := b.x.Items; len(l) == 0 || l[len(l)-1] != id {
				b.x.Items = append(b.x.Items, id)
			}
		}
	}
}

// list notes the elements that later rooms ask for by kind.
func (b *builder) list(node *Node, id ID) {
	switch node.Tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.x.Headings = append(b.x.Headings, id)
	case atom.Time:
		b.x.Times = append(b.x.Times, id)
	case atom.Script:
		b.x.Scripts = append(b.x.Scripts, id)
	case atom.Title, atom.Base, atom.Meta, atom.Link:
		b.x.Metas = append(b.x.Metas, id)
	default:
		if node.Flags&(BlockLevel|InHeading) == BlockLevel|InHeading && b.ownHeading() {
			b.x.Headings = append(b.x.Headings, id)
		}
	}
}

// ownHeading tells an element with role=heading from a block that stands in a heading.
func (b *builder) ownHeading() bool {
	return b.parent < 0 || b.x.nodes[b.parent].Flags&InHeading == 0
}

// flow lets a node begin, grow or end a text block.
func (b *builder) flow(node *Node, id ID) {
	switch {
	case node.HTML.Type == html.TextNode:
		b.text(node, id)
	case node.Flags&BlockLevel != 0:
		b.open, b.breaks = false, 0
	case node.Tag == atom.Br:
		if b.breaks++; b.breaks > 1 {
			b.open = false
		}
	}
}

// text counts a text node and adds it to the open text block, or begins one.
func (b *builder) text(node *Node, id ID) {
	if node.Flags&(NotText&^InNoscript) != 0 {
		return
	}
	t := measure(node.HTML.Data)
	switch {
	case t.chars == 0:
		node.Flags |= Blank
		return
	case node.Flags&InNoscript != 0:
		b.noscript += int(t.chars)
		return
	}
	if !b.open || b.x.blocks[len(b.x.blocks)-1].Box != node.Box {
		b.open = true
		b.x.blocks = append(b.x.blocks, Block{First: id, Box: node.Box, Flags: node.Flags, Hash: hashStart})
		node.Flags |= blockStart
	}
	b.breaks = 0
	b.count(node, id, t)
}

// count adds a text node's figures to the running sums and to the open block.
func (b *builder) count(node *Node, id ID, t text) {
	block := &b.x.blocks[len(b.x.blocks)-1]
	block.Last = id
	block.Chars += t.chars
	block.Words += t.words
	block.Hash = block.Hash*hashPrime ^ t.hash
	b.chars += t.chars
	b.words += t.words
	if node.Flags&InLink != 0 {
		block.Links += t.chars
		b.links += t.chars
	}
}

// recount goes over the arrays once more with the text of noscript elements counted in.
func (b *builder) recount() {
	x := b.x
	*b = builder{x: x, classes: b.classes}
	x.blocks = x.blocks[:0]
	for i := range x.nodes {
		node := &x.nodes[i]
		node.Flags &^= InNoscript | blockStart
		node.blocks, node.chars, node.links, node.words = int32(len(x.blocks)), b.chars, b.links, b.words
		if node.HTML != nil {
			b.flow(node, ID(i))
		}
	}
}
