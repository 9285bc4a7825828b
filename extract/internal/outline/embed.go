package outline

import (
	"cmp"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// embed reads an element that shows something from elsewhere.
func (r *reader) embed(n dom.ID) {
	src := r.source(n)
	w, h := r.pixels(n, "width"), r.pixels(n, "height")
	if src == "" || w >= 0 && w <= 2 || h >= 0 && h <= 2 {
		return
	}
	r.embedded(src, embedTitle(r.x.Attr(n, "title")))
}

// maxEmbedTitle is how many bytes the title of an embed has at most.
const maxEmbedTitle = 200

// embedTitle is what the title of a frame says of what is in it (HTML Standard, section 3.2.6.1), "" where it only says
// that this is a player.
func embedTitle(title string) string {
	if len(title) > maxEmbedTitle {
		return ""
	}
	title = collapsed(title)
	for word := range strings.FieldsFuncSeq(strings.ToLower(title), notLetter) {
		if !frameWords[word] {
			return title
		}
	}
	return ""
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }

// frameWords are the words of titles that name the frame instead of what is in it.
var frameWords = func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq("youtube vimeo spotify soundcloud dailymotion wistia facebook instagram twitter tiktok google " +
		"video videos audio podcast music map maps post tweet player embed embedded content iframe frame widget media file document viewer " +
		"form the a an of from on by with untitled loading external third party code plugin videoplayer eingebettet eingebettetes inhalt " +
		"lecteur vidéo reproductor de vídeo") {
		words[w] = true
	}
	return words
}()

// embedded adds what is at an address as a block with a title, unless it is an advertisement or a control.
func (r *reader) embedded(address, title string) {
	if r.line.mode != paragraphs {
		return
	}
	u, err := url.Parse(address)
	if err != nil {
		return
	}
	b := &page.Block{Type: page.Embed, URL: address, Text: title}
	if b.Provider = providerOf(u); b.Provider == notContent {
		return
	}
	if canonical := canonicalEmbed(b.Provider, u); canonical != "" {
		b.URL = canonical
	}
	r.flush()
	r.emit(b)
}

// source is the address of what an element shows: its own, or that of the first of its source elements.
func (r *reader) source(n dom.ID) string {
	for _, key := range [...]string{"data-src", "data-lazy-src", "data-litespeed-src", "src", "data"} {
		if a := r.imageURL(r.x.Attr(n, key)); a != "" {
			return a
		}
	}
	if r.x.Is(n, atom.Video, atom.Audio) {
		for c := range r.x.Children(n) {
			if r.x.Is(c, atom.Source) {
				if a := r.imageURL(r.x.Attr(c, "src")); a != "" {
					return a
				}
			}
		}
	}
	return ""
}

// embedScript reads a script element in whose place a widget appears: Gist, JSFiddle, asciinema.
func (r *reader) embedScript(n dom.ID) bool {
	src := r.x.Attr(n, "src")
	if !strings.Contains(src, "gist.github.com/") && !strings.Contains(src, "jsfiddle.net/") && !strings.Contains(src, "asciinema.org/a/") {
		return false
	}
	if address := r.address(src); address != "" {
		r.embedded(address, "")
	}
	return true
}

// player reads a custom element that loads a player when it is clicked, by the video's name in an attribute.
func (r *reader) player(n dom.ID, node *dom.Node) bool {
	switch node.HTML.Data {
	case "lite-youtube", "amp-youtube", "youtube-video":
		return r.video(n, "https://www.youtube.com/watch?v=")
	case "lite-vimeo", "amp-vimeo":
		return r.video(n, "https://vimeo.com/")
	case "amp-iframe", "amp-video", "amp-audio":
		r.embed(n)
		return true
	}
	return false
}

// video reads a player that names its video in an attribute; address is what stands before the name in its address.
func (r *reader) video(n dom.ID, address string) bool {
	for _, key := range [...]string{"videoid", "data-videoid", "video-id"} {
		if v := r.x.Attr(n, key); v != "" {
			r.embedded(address+url.QueryEscape(v), embedTitle(cmp.Or(r.x.Attr(n, "title"), r.x.Attr(n, "playlabel"))))
			return true
		}
	}
	return false
}

// embeddedPost reads a quote or a box which a script turns into a post of a social network or a pen, from the
// address in its attributes or its last link. All of it goes together, who wrote it when with what was written.
func (r *reader) embeddedPost(n dom.ID) bool {
	x := r.x
	address := ""
	for c := range strings.FieldsSeq(x.Attr(n, "class")) {
		switch c {
		case "twitter-tweet", "twitter-video", "bluesky-embed", "reddit-embed-bq", "reddit-card", "mastodon-embed":
			address = r.lastLink(n)
		case "instagram-media":
			address = cmp.Or(x.Attr(n, "data-instgrm-permalink"), r.lastLink(n)) // sanitisers drop the attribute
		case "tiktok-embed":
			address = cmp.Or(x.Attr(n, "cite"), r.lastLink(n))
		case "text-post-media":
			address = cmp.Or(x.Attr(n, "data-text-post-permalink"), r.lastLink(n))
		case "fb-post", "fb-video":
			address = x.Attr(n, "data-href")
		case "codepen":
			if user, slug := x.Attr(n, "data-user"), x.Attr(n, "data-slug-hash"); user != "" && slug != "" {
				address = "https://codepen.io/" + url.PathEscape(user) + "/pen/" + url.PathEscape(slug)
			}
		}
	}
	if address = r.address(address); address == "" {
		return false
	}
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	b := &page.Block{Type: page.Embed, URL: address, Provider: providerOf(u), ID: r.takeID()}
	if b.Provider == notContent {
		b.Provider = ""
	}
	r.readsWhole(n, func(n dom.ID) bool { return r.oneLine(lines, &b.Text, nil, func() { r.children(n) }) })
	r.emit(b)
	return true
}

// lastLink is the address of the last link in n.
func (r *reader) lastLink(n dom.ID) string {
	for c := r.x.Node(n).Last; c > n; c-- {
		if r.x.Is(c, atom.A) {
			return r.x.Attr(c, "href")
		}
	}
	return ""
}
