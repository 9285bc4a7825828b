package outline

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// image adds an image to the line or to the figure being read; an emoji is its text.
func (r *reader) image(n dom.ID) {
	if latex := r.mathImage(n); latex != "" {
		r.formula(latex, strings.Contains(r.x.Attr(n, "class"), "display"))
		return
	}
	if r.isEmoji(n) {
		r.write(collapsed(r.x.Attr(n, "alt")))
		return
	}
	src, alt := r.shownImage(n)
	if src == "" {
		return
	}
	l := &r.line
	if depth := len(l.stack); depth > 0 && leaf(l.stack[depth-1].kind) {
		return // within code or a mark there is only text
	}
	if l.figure != nil {
		if shows := r.isShown(src); !shows || len(l.figure.Images) == 0 {
			l.figure.Images = append(l.figure.Images, page.Image{URL: src, Alt: alt})
		}
		return
	}
	if l.mode == paragraphs && l.br {
		r.flush() // it stands on a line of its own
	}
	if r.x.SetApart(n) {
		l.apart = true
	}
	l.open = true
	r.startMarks()
	r.enter(mark{kind: page.InlineImage, start: len(r.text), end: len(r.text), url: src, alt: alt,
		title: collapsed(r.x.Attr(n, "title"))}, len(l.stack))
}

// shownImage is the address of an image, or of the one that stands for it where scripts are off, with its alternative
// text; empty where nothing is shown but decoration.
func (r *reader) shownImage(n dom.ID) (src, alt string) {
	alt = collapsed(r.x.Attr(n, "alt"))
	if src = r.imageAddress(n); src != "" && !r.isDecoration(n, src) {
		return src, alt
	}
	twin := r.noscriptTwin(n)
	if twin == dom.None {
		return "", ""
	}
	if src = r.imageAddress(twin); src == "" || r.isDecoration(twin, src) {
		return "", ""
	}
	return src, cmp.Or(alt, collapsed(r.x.Attr(twin, "alt")))
}

// isEmoji tells an image that stands for a character.
func (r *reader) isEmoji(n dom.ID) bool {
	class := r.x.Attr(n, "class")
	if strings.Contains(class, "emoji") || strings.Contains(class, "smiley") || strings.Contains(class, "smilie") {
		return true
	}
	src := r.x.Attr(n, "src")
	return strings.Contains(src, "/emoji/") || strings.Contains(src, "twemoji") || strings.Contains(src, "/smilies/") ||
		strings.Contains(src, "/smileys/")
}

// isDecoration tells tracking pixels, spacers and icons from images.
func (r *reader) isDecoration(n dom.ID, src string) bool {
	w, h := r.pixels(n, "width"), r.pixels(n, "height")
	if w >= 0 && w <= 2 || h >= 0 && h <= 2 || w > 0 && w <= 20 && h > 0 && h <= 20 {
		return true
	}
	src, _, _ = strings.Cut(src, "?")
	name := src[strings.LastIndexByte(src, '/')+1:]
	switch strings.ToLower(name) {
	case "spacer.gif", "blank.gif", "pixel.gif", "transparent.gif", "1x1.gif", "clear.gif", "trans.gif", "1x1.png",
		"pixel.png", "spacer.png", "blank.png", "transparent.png", "pixel", "shim.gif", "dot.gif", "lazy_placeholder.gif",
		"lazy-placeholder.gif", "placeholder.gif", "lazyload.gif", "loading.gif", "ajax-loader.gif", "loader.gif", "grey.gif", "gray.gif":
		return true
	}
	return false
}

// pixels is a length attribute, -1 if there is none in pixels.
func (r *reader) pixels(n dom.ID, key string) int {
	v := strings.TrimSuffix(strings.TrimSpace(r.x.Attr(n, key)), "px")
	if k, err := strconv.Atoi(v); err == nil {
		return k
	}
	return -1
}

// lazySources are the attributes in which scripts that load images late keep the address, the surest first.
var lazySources = [...]string{
	"data-src", "data-lazy-src", "data-original", "data-orig-file", "data-full-url", "data-large-file", "data-lazy",
	"data-url", "data-image", "data-actualsrc", "data-original-src", "data-echo", "data-hi-res-src", "data-srcset",
	"data-lazy-srcset",
}

// imageAddress is where the image is, not the placeholder that stands in for it until a script loads it.
func (r *reader) imageAddress(n dom.ID) string {
	for _, key := range lazySources {
		if v, ok := r.x.Lookup(n, key); ok {
			if strings.HasSuffix(key, "srcset") {
				v = bestCandidate(v)
			}
			if a := r.imageURL(v); a != "" {
				return a
			}
		}
	}
	src := r.imageURL(r.x.Attr(n, "src"))
	if src == "" {
		src = r.imageURL(bestCandidate(r.x.Attr(n, "srcset")))
	}
	if src == "" {
		src = r.pictureSource(n)
	}
	return src
}

// imageURL is an address of an image made absolute; empty for what is none.
func (r *reader) imageURL(v string) string {
	v = strings.TrimSpace(v)
	if v == "" || v[0] == '#' || v[0] == '{' || hasScheme(v, "data:") || hasScheme(v, "mailto:") {
		return ""
	}
	return r.address(v)
}

// pictureSource is the address in the sources of the picture element around an image.
func (r *reader) pictureSource(n dom.ID) string {
	p := r.x.Node(n).Parent
	if p < 0 || !r.x.Is(p, atom.Picture) {
		return ""
	}
	for c, k := r.x.FirstChild(p), 0; c < n && k < 32; c, k = r.x.NextSibling(c), k+1 {
		if !r.x.Is(c, atom.Source) {
			continue
		}
		for _, key := range [...]string{"srcset", "data-srcset", "data-lazy-srcset"} {
			if a := r.imageURL(bestCandidate(r.x.Attr(c, key))); a != "" {
				return a
			}
		}
	}
	return ""
}

// noscriptTwin is the image in the noscript element after an image, which readers without scripts see in its stead;
// None if there is none.
func (r *reader) noscriptTwin(n dom.ID) dom.ID {
	s := r.elementAfter(n)
	if s == dom.None || !r.x.Is(s, atom.Noscript) {
		return dom.None
	}
	for c := s + 1; c <= r.x.Node(s).Last; c++ {
		if r.x.Is(c, atom.Img) {
			return c
		}
	}
	return dom.None
}

// bestCandidate is the address of the largest image of a srcset attribute (HTML Standard, 4.8.4.2.2): the widest, or
// the one of the highest density.
func bestCandidate(srcset string) string {
	best, size := "", -1.0
	for srcset != "" {
		srcset = strings.TrimLeft(srcset, " \t\n\f\r,")
		end := strings.IndexAny(srcset, " \t\n\f\r")
		if end < 0 {
			end = len(srcset)
		}
		address := srcset[:end]
		srcset = srcset[end:]
		descriptor := ""
		if trimmed := strings.TrimRight(address, ","); trimmed != address {
			address = trimmed
		} else {
			descriptor, srcset, _ = strings.Cut(srcset, ",")
			descriptor = strings.TrimSpace(descriptor)
		}
		k := 0.0
		if descriptor != "" {
			k, _ = strconv.ParseFloat(descriptor[:len(descriptor)-1], 64)
		}
		if address != "" && k > size {
			best, size = address, k
		}
	}
	return best
}
