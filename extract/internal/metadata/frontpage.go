package metadata

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// front is what a link to the front page says.
type front struct {
	name string
	key  string
	logo bool // an image's alternative text, or a heading
}

// siteOfLinks takes what the links to the front page say as the site's name, if nothing states it: what a logo or a
// heading says and a link in words (the first of the breadcrumbs) says too, or what any of them says that is a part of
// the title element.
func (r *reader) siteOfLinks() {
	if r.site != "" {
		return
	}
	fronts := r.fronts()
	for _, f := range fronts {
		inWords := slices.ContainsFunc(fronts, func(other front) bool { return !other.logo && other.key == f.key })
		if f.logo && inWords || r.isPartOfTitle(f.key) {
			r.site = f.name
			r.chose("site", f.name, "links to the front page", 0.6)
			return
		}
	}
}

// fronts are the links to the front page, and the headings beside one.
func (r *reader) fronts() (all []front) {
	add := func(name string, logo bool) {
		name = withoutLogo(name)
		if k := key(name); k != "" && len(name) <= maxFrontName && !slices.Contains(frontLabels, k) && k != key(r.title) {
			all = append(all, front{name, k, logo})
		}
	}
	for _, n := range r.found.fronts {
		switch img := r.imageIn(n); {
		case r.x.Chars(n) > 0:
			add(r.x.Text(n), r.x.Node(n).Flags&dom.InHeading != 0)
		case img != dom.None:
			add(r.x.Attr(img, "alt"), true)
		}
		if next := r.x.NextSibling(n); next != dom.None && r.x.Is(next, atom.H1) && next != r.titleAt {
			add(r.x.Text(next), true)
		}
	}
	return all
}

// withoutLogo is the name in the alternative text of a logo: "Logo of Ann's Mills" and "Ann's Mills - Home" are said of
// the picture and of what it leads to.
func withoutLogo(alt string) string {
	alt, _, _ = strings.Cut(alt, " - Powered by ")
	alt = strings.TrimSuffix(alt, " Forum Index") // phpBB 2
	words := strings.FieldsFunc(alt, func(c rune) bool { return c == ' ' || c == '|' })
	beside := func(w string) bool { return slices.Contains(logoWords, strings.ToLower(strings.Trim(w, "-–—:"))) }
	for len(words) > 0 && beside(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 0 && beside(words[0]) {
		words = words[1:]
	}
	return strings.Trim(strings.Join(words, " "), " |-–—·•»>")
}

// logoWords stand beside the name in the alternative text of a logo.
var logoWords = []string{"logo", "home", "homepage", "of", "color", "colour", "white", "black", "", "the logo", "site"}

// maxFrontName is the length of a site's name in bytes at most.
const maxFrontName = 80

// frontLabels are what links to any front page say (see [key]).
var frontLabels = []string{"home", "homepage", "start", "startseite", "forum", "forums", "index", "boardindex", "forumindex",
	"main", "mainpage", "frontpage", "portal", "community", "accueil", "inicio", "início", "logo", "back", "board", "blog",
	"strona główna", "главная", "top", "forenübersicht", "foren", "foro", "foros", "ホーム", "首页"}

// imageIn is the image within a link, None if there is none.
func (r *reader) imageIn(n dom.ID) dom.ID {
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		if r.x.Is(c, atom.Img) {
			return c
		}
	}
	return dom.None
}

// isPartOfTitle tells whether a name (see [key]) is the first or the last part of the title element.
func (r *reader) isPartOfTitle(k string) bool {
	_, tail, ok := cutLast(r.head.title)
	head, _, _ := cutFirst(r.head.title)
	return ok && (key(tail) == k || key(head) == k)
}

// isFrontPage tells whether an address is that of the front page of a site or of a forum on it.
func isFrontPage(address string) bool {
	address = original(address)
	if rest, ok := strings.CutPrefix(address, "http"); ok {
		rest, ok = strings.CutPrefix(strings.TrimPrefix(rest, "s"), "://")
		if slash := strings.IndexByte(rest, '/'); ok && slash >= 0 {
			address = rest[slash:]
		} else if ok {
			return true
		}
	}
	if len(address) > len("./forums/index.php") {
		return false
	}
	switch strings.TrimPrefix(strings.TrimPrefix(address, "."), "/") {
	case "", "index.php", "index.html", "forum.php", "forum/", "forums/", "forum/index.php", "forums/index.php", "board/",
		"community/":
		return true
	}
	return false
}
