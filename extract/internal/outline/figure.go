package outline

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// imagesAsFigure makes a figure of a paragraph that holds images alone.
func (r *reader) imagesAsFigure() {
	b := &page.Block{Type: page.Figure}
	r.closeMarks()
	for i := range r.line.marks {
		if m := &r.line.marks[i]; m.kind == page.InlineImage {
			b.Images = append(b.Images, page.Image{URL: m.url, Alt: m.alt})
		}
	}
	r.finish(nil, nil)
	r.emit(b)
}

// figure reads a figure of images: what else is in it is its caption. false says that it shows something else.
func (r *reader) figure(n dom.ID) bool {
	const limit = 2000 // nodes: a figure of more is a layout
	if r.x.Node(n).Last-n > limit || r.x.Words(n) > 150 {
		return false
	}
	images := 0
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		switch r.x.Node(c).Tag {
		case atom.Img:
			images++
		case atom.Pre, atom.Table, atom.Blockquote, atom.Ul, atom.Ol, atom.Iframe, atom.Video, atom.Audio, atom.H1,
			atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return false
		}
	}
	if images == 0 {
		return false
	}
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
	return true
}

func (r *reader) namedFigure(n dom.ID, node *dom.Node) bool { return false }
