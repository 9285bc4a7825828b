package metadata

import (
	"path"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
	"golang.org/x/net/html/atom"
)

// image is the page's main image: the one that it gives to those who link to it, with what the page says about it
// where it shows the same picture.
func (r *reader) image() *page.Image {
	source := "og:image"
	img := page.Image{
		URL: r.address(r.head.meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")),
		Alt: r.head.meta("og:image:alt", "twitter:image:alt"),
	}
	if img.URL == "" {
		img.URL, source = r.address(r.main.URL("image", "thumbnailUrl")), "structured data"
	}
	if img.URL == "" {
		img.URL, source = r.address(r.head.link("image_src")), "link image_src"
	}
	if img.URL == "" || isStandIn(img.URL) {
		return nil
	}
	r.describe(&img)
	r.chose("image", img.URL, source, 0.9)
	return &img
}

// isStandIn tells by its name whether a picture is not the article's but what a site shows for want of one: its logo, an
// empty picture.
func isStandIn(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	name := strings.ToLower(path.Base(address))
	return strings.HasPrefix(name, "blank.") || strings.HasPrefix(name, "placeholder.") || strings.HasPrefix(name, "logo") || strings.HasSuffix(name, ".svg") ||
		strings.Contains(name, "favicon") || strings.Contains(name, "-logo.") || strings.Contains(name, "_logo.")
}

// describe looks for the picture on the page and takes over its alternative text and its caption.
func (r *reader) describe(img *page.Image) {
	name := imageName(img.URL)
	for _, n := range r.found.images {
		if imageName(r.x.Attr(n, "src")) != name && imageName(r.x.Attr(n, "data-src")) != name {
			continue
		}
		if img.Alt == "" {
			img.Alt = collapse(r.x.Attr(n, "alt"))
		}
		img.Caption = r.caption(n)
		return
	}
}

// imageName is the name of a picture's file without its size: photo for /2024/photo-1024x768.jpg?w=100.
func imageName(address string) string {
	address, _, _ = strings.Cut(address, "?")
	name := path.Base(address)
	name = strings.TrimSuffix(name, path.Ext(name))
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		if w, h, ok := strings.Cut(name[i+1:], "x"); ok && isDigits(w) && isDigits(h) {
			name = name[:i]
		}
	}
	return name
}

// caption is the text of the figcaption that goes with a picture, or of an element beside it that is named a caption.
func (r *reader) caption(n dom.ID) string {
	if figure := r.x.Ancestor(n, atom.Figure); figure != dom.None {
		for m := figure; m <= r.x.Node(figure).Last; m++ {
			if r.x.Is(m, atom.Figcaption) {
				return r.visible(m)
			}
		}
		return ""
	}
	if link := r.x.Node(n).Parent; link != dom.None && r.x.Is(link, atom.A) {
		n = link
	}
	for m := r.x.NextSibling(n); m != dom.None; m = r.x.NextSibling(m) {
		if r.x.Node(m).Names&dom.NameCaption != 0 {
			return r.visible(m)
		}
	}
	return ""
}
