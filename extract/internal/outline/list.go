package outline

import (
	"strconv"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// list reads a list. One whose items have headings is a layout of sections: its items are read as frames.
func (r *reader) list(n dom.ID) {
	if r.headed(n) {
		r.frames(n)
		return
	}
	b := r.newList(n)
	r.listOf(b, func() { r.items(n, b) })
}

// newList is the list n without its items.
func (r *reader) newList(n dom.ID) *page.Block {
	b := &page.Block{Type: page.List, Ordered: r.countsUp(n, r.x.Node(n)), ID: r.takeID()}
	if b.Ordered {
		b.Start = r.firstNumber(n)
	}
	return b
}

// listOf reads the items of a list and emits it.
func (r *reader) listOf(b *page.Block, items func()) {
	start := len(r.text)
	items()
	if len(b.Items) == 0 {
		return
	}
	r.blockText(b, start)
	r.emit(b)
}

// blockText has the text written since start be that of b.
func (r *reader) blockText(b *page.Block, start int) {
	for start < len(r.text) && r.text[start] == '\n' {
		start++
	}
	r.slot(&b.Text, start, len(r.text))
}

// items reads the items of the list n. Lists that stand directly in a list belong to the item before them; other
// elements are frames around items, or items without a tag.
func (r *reader) items(n dom.ID, b *page.Block) {
	for c := range r.x.Children(n) {
		if !r.reaches(c) {
			continue
		}
		node := r.x.Node(c)
		switch {
		case r.x.IsText(c):
			if node.Flags&(dom.Blank|dom.NotText) == 0 {
				r.item(b, func() { r.node(c) })
			}
		case r.skips(c, node):
		case node.Tag == atom.Li:
			r.noteID(c)
			r.item(b, func() { r.children(c) })
		case node.Flags&dom.InList != 0 && r.x.Is(c, atom.Ul, atom.Ol, atom.Menu, atom.Dir) && len(b.Items) > 0:
			r.intoItem(b.Items[len(b.Items)-1], func() { r.node(c) })
		case r.x.FirstChild(c) != dom.None && r.x.Is(r.x.FirstChild(c), atom.Li) && r.depth < maxDepth:
			r.depth++
			r.items(c, b)
			r.depth--
		default:
			r.item(b, func() { r.node(c) })
		}
	}
}

// item reads an item and adds it to a list, unless it is empty.
func (r *reader) item(b *page.Block, read func()) {
	item := new(page.Item)
	if r.intoItem(item, read); len(item.Blocks) > 0 {
		b.Items = append(b.Items, item)
	}
}

// intoItem adds what read reads to an item.
func (r *reader) intoItem(item *page.Item, read func()) {
	blocks := r.nested("\n", read)
	item.Blocks = append(item.Blocks, blocks...)
	if len(blocks) > 0 {
		r.owed = "\n"
	}
}

// looseItems reads a run of li elements that stand in no list as one list. It gives the last of them.
func (r *reader) looseItems(n dom.ID) dom.ID {
	r.flush()
	last := n
	b := &page.Block{Type: page.List}
	r.listOf(b, func() {
		for c := n; c != dom.None; c = r.x.NextSibling(c) {
			if r.x.Is(c, atom.Li) {
				last = c
				if r.reaches(c) && !r.skips(c, r.x.Node(c)) {
					r.item(b, func() { r.children(c) })
				}
			} else if !r.x.IsText(c) || r.x.Node(c).Flags&dom.Blank == 0 {
				break
			}
		}
	})
	return last
}

// headed tells whether at least half of the items of a list hold a heading.
func (r *reader) headed(n dom.ID) bool {
	if !r.sectioned || r.nesting > 0 || !r.hasHeading(n) {
		return false
	}
	items, headed := 0, 0
	for c := range r.x.Children(n) {
		if !r.x.IsText(c) {
			items++
			if r.hasHeading(c) {
				headed++
			}
		}
	}
	return 2*headed >= items
}

// frames reads the items of a list as if they stood in no list.
func (r *reader) frames(n dom.ID) {
	for c := range r.x.Children(n) {
		if r.reaches(c) {
			if r.x.Is(c, atom.Li) && !r.skips(c, r.x.Node(c)) {
				r.flush()
				r.children(c)
				r.flush()
			} else {
				r.node(c)
			}
		}
	}
}

// countsUp tells an ordered list from others; one that counts down is no ordered list of the model, which would number
// it wrongly.
func (r *reader) countsUp(n dom.ID, node *dom.Node) bool {
	_, reversed := r.x.Lookup(n, "reversed")
	return node.Tag == atom.Ol && !reversed
}

// firstNumber is the number of an ordered list's first item, 0 for 1.
func (r *reader) firstNumber(n dom.ID) int {
	start, err := strconv.Atoi(r.x.Attr(n, "start"))
	if err != nil || start == 1 {
		return 0
	}
	return start
}

// definitions reads a dl element. Terms that share a definition are items of their own, the last with the definition.
func (r *reader) definitions(n dom.ID) bool {
	if r.hasHeading(n) && r.sectioned && r.nesting == 0 || !r.hasTerm(n) {
		return false
	}
	b := &page.Block{Type: page.List, ID: r.takeID()}
	r.listOf(b, func() { r.entriesOf(n, b) })
	return true
}

// hasTerm tells whether a dl element has a term. Without one it only indents: a wiki's way to set off a line.
func (r *reader) hasTerm(n dom.ID) bool {
	for c, looked := r.x.FirstChild(n), 0; c != dom.None && looked < 10; c, looked = r.x.NextSibling(c), looked+1 {
		if r.x.Is(c, atom.Dt) || r.x.Is(c, atom.Div) {
			return true
		}
	}
	return false
}

// entriesOf reads the terms and definitions within n, which may stand in div elements (HTML Standard, 4.4.9).
func (r *reader) entriesOf(n dom.ID, b *page.Block) {
	for c := range r.x.Children(n) {
		if !r.reaches(c) || !r.x.IsText(c) && r.skips(c, r.x.Node(c)) {
			continue
		}
		switch r.x.Node(c).Tag {
		case atom.Dt:
			item := &page.Item{ID: r.x.Attr(c, "id")}
			r.ids = append(r.ids, &item.ID)
			if r.oneLine(words, &item.Term, nil, func() { r.children(c) }) {
				b.Items = append(b.Items, item)
				r.owed = "\n"
			}
		case atom.Dd:
			if len(b.Items) == 0 {
				r.item(b, func() { r.children(c) })
			} else {
				r.intoItem(b.Items[len(b.Items)-1], func() { r.children(c) })
			}
		case atom.Div:
			if r.depth < maxDepth {
				r.depth++
				r.entriesOf(c, b)
				r.depth--
			}
		default:
			if r.x.Chars(c) > 0 {
				r.item(b, func() { r.node(c) })
			}
		}
	}
}
