package outline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// imagesAsFigure makes a figure of a paragraph that holds images alone.
func (r *reader) imagesAsFigure() {
	b := &page.Block{Type: page.Figure}
	r.closeMarks()
	for i := range r.line.marks {
		if m := &r.line.marks[i]; m.kind == page.InlineImage && !r.isShown(m.url) {
			b.Images = append(b.Images, page.Image{URL: m.url, Alt: m.alt})
		}
	}
	r.finish(nil, nil)
	if len(b.Images) > 0 {
		r.emit(b)
	}
}

// isShown tells whether a figure shows this image already, and notes that one does: sliders repeat their images.
func (r *reader) isShown(address string) bool {
	if r.shown[address] {
		return true
	}
	if r.shown == nil {
		r.shown = make(map[string]bool)
	}
	r.shown[address] = true
	return false
}

// figure reads a figure. What stands in it beside images is its caption; one that shows something else gives that
// with the caption.
func (r *reader) figure(n dom.ID) bool {
	const limit = 2000 // nodes: a figure of more is a layout
	if r.x.Node(n).Last-n > limit || r.sectioned && r.nesting == 0 && r.hasHeading(n) {
		return false
	}
	images, others := 0, 0
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		switch r.x.Node(c).Tag {
		case atom.Img:
			images++
		case atom.Figure, atom.Pre, atom.Table, atom.Blockquote, atom.Ul, atom.Ol, atom.Iframe, atom.Video, atom.Audio:
			others++
		case 0:
			if !r.x.IsText(c) && r.x.Node(c).Flags&dom.BlockLevel != 0 {
				others++
			}
		}
	}
	if others > 0 || images == 0 || r.x.Words(n) > 150 {
		r.captioned(n)
		return true
	}
	r.pictures(n)
	return true
}

// pictures reads a figure that holds images and their caption alone.
func (r *reader) pictures(n dom.ID) {
	b := &page.Block{Type: page.Figure, ID: r.takeID()}
	open := r.oneLine(lines, &b.Text, &b.Inlines, func() {
		r.line.figure = b
		r.children(n)
	})
	if len(b.Images) == 0 {
		b.Type = page.Paragraph
	}
	if open || len(b.Images) > 0 {
		r.emit(b)
	}
}

// captioned reads a figure that shows a table, code, a quote, a video or other figures, with its caption.
func (r *reader) captioned(n dom.ID) {
	caption := &page.Block{Type: page.Paragraph}
	given, first := false, false
	blocks := r.nested(r.parting, func() {
		for c := range r.x.Children(n) {
			if r.reaches(c) {
				if r.x.Is(c, atom.Figcaption) && !given && !r.skips(c, r.x.Node(c)) {
					r.flush()
					first = len(r.blocks) == r.base
					given = r.oneLine(lines, &caption.Text, &caption.Inlines, func() { r.children(c) })
				} else {
					r.node(c)
				}
			}
		}
	})
	if len(blocks) > 0 && allFigures(blocks) {
		r.gallery(blocks, caption)
		return
	}
	if given && !r.giveCaption(blocks, caption) {
		if first {
			r.emit(caption)
		} else {
			blocks = append(blocks, caption)
		}
	}
	for _, b := range blocks {
		r.emit(b)
	}
}

// giveCaption gives a caption to the one block that it belongs to, and tells whether there is such.
func (r *reader) giveCaption(blocks []*page.Block, caption *page.Block) bool {
	if len(blocks) != 1 {
		return false
	}
	b := blocks[0]
	switch {
	case b.Type == page.Table && b.Inlines == nil:
		r.later(func() { b.Inlines = caption.Content() })
	case b.Type == page.Embed:
		r.later(func() { b.Text = caption.Text })
	case b.Type == page.Quote:
		r.later(func() { b.Cite = strings.TrimLeft(caption.Text, attribution) })
	default:
		return false
	}
	return true
}

func allFigures(blocks []*page.Block) bool {
	for _, b := range blocks {
		if b.Type != page.Figure {
			return false
		}
	}
	return true
}

// gallery makes one figure of several. Their captions become those of their last images.
func (r *reader) gallery(figures []*page.Block, caption *page.Block) {
	b := &page.Block{Type: page.Figure, ID: r.takeID()}
	for _, f := range figures {
		b.Images = append(b.Images, f.Images...)
	}
	r.later(func() {
		b.Text, b.Inlines = caption.Text, caption.Inlines
		last := -1
		for _, f := range figures {
			last += len(f.Images)
			if b.Images[last].Caption == "" {
				b.Images[last].Caption = f.Text
			}
		}
	})
	r.emit(b)
}

// namedFigure reads an element whose class names it an image with its caption, or a gallery.
func (r *reader) namedFigure(n dom.ID, node *dom.Node) bool {
	const limit = 1500 // nodes
	x := r.x
	total := x.Chars(n)
	if node.Last == n || node.Last-n > limit || x.Words(n) > 120 || r.hasHeading(n) {
		return false
	}
	images, caption := 0, false
	for c := n + 1; c <= node.Last; c++ {
		switch x.Node(c).Tag {
		case atom.Img:
			images++
		case atom.Figure, atom.Pre, atom.Table, atom.Blockquote, atom.Iframe, atom.Video, atom.Audio:
			return false
		}
		if x.Chars(c) == total && !x.IsText(c) && (x.Node(c).Names&dom.NameCaption != 0 || strings.Contains(x.Attr(c, "class"), "caption")) {
			caption = true
		}
	}
	isGallery := node.Names&dom.NameGallery != 0 && images > 1 && x.Words(n) <= 15*images
	if images == 0 || !isGallery && (!caption || total == 0) {
		return false
	}
	r.pictures(n)
	return true
}
