package kind

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// tokens are buckets of the lexicon.
type tokens []uint32

// mostTokens bounds how many words, headings, buttons, meta elements and things of a page are looked at.
const mostTokens = 100

// headingWords is the number of words up to which a heading is read: what is longer holds more than a heading.
const headingWords = 40

// FNV-1a, 32 bits (RFC 9923).
const (
	hashStart uint32 = 2166136261
	hashPrime uint32 = 16777619
)

// add enters a token of a sort, which a letter names.
func (t *tokens) add(group uint32, sort byte, token string) {
	h := (hashStart ^ uint32(sort)) * hashPrime
	for i := range len(token) {
		h = (h ^ uint32(token[i])) * hashPrime
	}
	*t = append(*t, group<<bucketBits|h*0x9e3779b1>>(32-bucketBits))
}

// words enters the first words of a text, lower case.
func (t *tokens) words(group uint32, sort byte, text string, most int) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if most--; most < 0 {
			break
		}
		t.add(group, sort, strings.ToLower(word))
	}
}

// address enters the words of the address and how its path is built.
func (t *tokens) address(u *url.URL) {
	if u == nil {
		return
	}
	t.words(fromHead, 'h', u.Hostname(), mostTokens)
	path := strings.Trim(u.Path, "/")
	above, last := "", path
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		above, last = path[:i], path[i+1:]
	}
	t.words(fromHead, 'u', above, mostTokens)
	t.words(fromHead, 'v', last, mostTokens)
	segments := 0
	if path != "" {
		segments = 1 + strings.Count(path, "/")
	}
	t.add(fromHead, 'n', strconv.Itoa(min(segments, 5)))
	t.add(fromHead, '-', strconv.Itoa(min(strings.Count(last, "-"), 8)))
	if i := strings.LastIndexByte(last, '.'); i >= 0 {
		t.add(fromHead, 'x', last[i:])
	}
	if u.RawQuery != "" {
		t.add(fromHead, '?', "")
	}
}

// head enters the words of the title and the description, the names of the meta elements, and the values of two of them.
func (t *tokens) head(x *dom.Index) {
	titled, described, most := false, false, mostTokens
	for _, n := range x.Metas {
		if x.Node(n).Tag == atom.Title && !titled {
			t.words(fromHead, 't', x.Text(n), mostTokens)
			titled = true
		}
		if x.Node(n).Tag != atom.Meta {
			continue
		}
		if most--; most < 0 {
			break
		}
		name := x.Attr(n, "property")
		if name == "" {
			name = x.Attr(n, "name")
		}
		content := x.Attr(n, "content")
		t.add(fromHead, 'm', name)
		switch name {
		case "og:type":
			t.add(fromHead, 'o', content)
		case "generator":
			t.words(fromHead, 'g', content, 3)
		case "description", "og:description":
			if !described {
				t.words(fromHead, 'd', content, mostTokens)
				described = true
			}
		}
	}
}

// headings enters the words of headings and of what rank they are.
func (t *tokens) headings(x *dom.Index) {
	for _, n := range x.Headings[:min(len(x.Headings), mostTokens)] {
		t.add(fromBody, 'r', x.Node(n).Tag.String())
		if x.Words(n) <= headingWords {
			t.words(fromBody, 'h', x.Text(n), 8)
		}
	}
}

// buttons enters the words of buttons and the like.
func (t *tokens) buttons(x *dom.Index) {
	most := mostTokens
	for i := range x.Blocks() {
		b := &x.Blocks()[i]
		if b.Flags&dom.InControl == 0 || b.Words > 8 {
			continue
		}
		if most--; most < 0 {
			break
		}
		t.words(fromBody, 'b', string(x.AppendText(nil, b.First, b.Last)), 4)
	}
}
