package outline

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// isMedia tells the elements without text of their own that show something.
func isMedia(tag atom.Atom) bool {
	switch tag {
	case atom.Img, atom.Iframe, atom.Video, atom.Audio, atom.Object, atom.Embed, atom.Script, atom.Noscript:
		return true
	}
	return false
}

// media reads an element that shows something other than text, and tells whether it was one.
func (r *reader) media(n dom.ID, node *dom.Node) bool {
	switch node.Tag {
	case atom.Img:
		r.image(n)
	case atom.Iframe, atom.Video, atom.Audio, atom.Object, atom.Embed:
		r.embed(n)
	case atom.Script:
		r.embedScript(n)
	case atom.Noscript:
		if node.Flags&dom.InNoscript == 0 {
			return false
		}
		r.noscript(n)
	case 0:
		if node.HTML.Data == "amp-img" {
			r.image(n)
			return true
		}
		return r.player(n, node)
	default:
		return false
	}
	return true
}

// noscript reads the images that are there for readers without scripts, unless the image that a script would load
// stands beside them.
func (r *reader) noscript(n dom.ID) {
	if r.besideImage(n) {
		return
	}
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		if r.x.Is(c, atom.Img, atom.Iframe) {
			r.media(c, r.x.Node(c))
		}
	}
}

// besideImage tells whether an image stands just before or after n.
func (r *reader) besideImage(n dom.ID) bool {
	h := r.x.Node(n).HTML
	for p := h.PrevSibling; p != nil; p = p.PrevSibling {
		if p.DataAtom == atom.Img || p.DataAtom == atom.Picture || p.DataAtom == atom.Iframe {
			return true
		}
		if p.DataAtom != 0 {
			break
		}
	}
	s := r.x.NextSibling(n)
	if s != dom.None && r.x.IsText(s) {
		s = r.x.NextSibling(s)
	}
	return s != dom.None && r.x.Is(s, atom.Img, atom.Picture)
}
