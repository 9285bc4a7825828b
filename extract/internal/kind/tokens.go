package kind

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// Limits of what is looked at.
const (
	mostTokens   = 100 // words of the address, the title and the description, headings, buttons, meta elements, and things
	mostBlocks   = 300 // links, and blocks of the content
	headingWords = 40  // what is longer holds more than a heading
	firstWords   = 6   // of a block
)

// tokens are the buckets of the lexicon that a page's tokens fall into, each once.
type tokens struct {
	strange bool // words are left out
	buckets []uint32
	seen    [Buckets / 64]uint64
}

// Tokens lists the buckets of a page's tokens, in order, each once.
func Tokens(x *dom.Index, ctx Context) []uint32 { return sortedTokens(x, ctx, false) }

// StrangeTokens are those of a page of which no word is known: a page in a language that the model has not seen.
func StrangeTokens(x *dom.Index, ctx Context) []uint32 { return sortedTokens(x, ctx, true) }

func sortedTokens(x *dom.Index, ctx Context, strange bool) []uint32 {
	t := &tokens{strange: strange}
	t.read(x, ctx)
	slices.Sort(t.buckets)
	return t.buckets
}

// read enters the tokens of a page.
func (t *tokens) read(x *dom.Index, ctx Context) {
	t.buckets = make([]uint32, 0, 1024)
	for group := range uint32(groups) {
		t.add(group, 0, "")
	}
	t.address(ctx.Address)
	t.head(x)
	t.headings(x)
	t.labels(x)
	t.openings(x, ctx.Content)
	if ctx.Data != nil {
		for _, thing := range ctx.Data.Things[:min(len(ctx.Data.Things), mostTokens)] {
			for _, name := range thing.Types {
				t.add(fromBody, 's', name)
			}
		}
	}
}

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
	t.enter(group, h)
}

// enter enters the token with this hash.
func (t *tokens) enter(group, hash uint32) {
	b := group<<bucketBits | hash*0x9e3779b1>>(32-bucketBits)
	if t.seen[b/64]>>(b%64)&1 == 0 {
		t.seen[b/64] |= 1 << (b % 64)
		t.buckets = append(t.buckets, b)
	}
}

// words enters the first words of a text, lower case, and tells how many more there might have been.
func (t *tokens) words(group uint32, sort byte, text string, most int) (left int) {
	if t.strange {
		return most
	}
	start := (hashStart ^ uint32(sort)) * hashPrime
	h, inWord := start, false
	for i := 0; i < len(text) && most > 0; {
		c, size := rune(text[i]), 1
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if letter {
			h = (h ^ uint32(c|0x20)) * hashPrime
		} else if c >= utf8.RuneSelf {
			if c, size = utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(c) {
				letter = true
				h = hashRune(h, unicode.ToLower(c))
			}
		}
		if i += size; inWord && !letter {
			t.enter(group, h)
			h = start
			most--
		}
		inWord = letter
	}
	if inWord && most > 0 {
		t.enter(group, h)
		most--
	}
	return most
}

// hashRune goes on with a hash by a character in UTF-8.
func hashRune(h uint32, r rune) uint32 {
	var utf [utf8.UTFMax]byte
	for _, c := range utf[:utf8.EncodeRune(utf[:], r)] {
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
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
			t.texts(x, fromBody, 'h', n, x.Node(n).Last, 8)
		}
	}
}

// labelWords is the number of words up to which a button or a link is read.
const labelWords = 8

// labels enters the words of buttons and the like, and of blocks that are short links.
func (t *tokens) labels(x *dom.Index) {
	buttons, links := mostTokens, mostBlocks
	for i := range x.Blocks() {
		b := &x.Blocks()[i]
		if b.Words > labelWords {
			continue
		}
		if b.Flags&dom.InControl != 0 && buttons > 0 {
			buttons--
			t.texts(x, fromBody, 'b', b.First, b.Last, 4)
		}
		if mostlyLinks(b) && links > 0 {
			links--
			t.texts(x, fromBody, 'a', b.First, b.Last, firstWords)
		}
	}
}

// openings enters the first words of the blocks of the content.
func (t *tokens) openings(x *dom.Index, chosen dom.Selection) {
	most := mostBlocks
	for b := range blocksOf(x, chosen) {
		if most--; most < 0 {
			return
		}
		t.texts(x, fromText, 0, b.First, b.Last, firstWords)
	}
}

// texts enters the first words of the text from one node to another.
func (t *tokens) texts(x *dom.Index, group uint32, sort byte, first, last dom.ID, most int) {
	for n := first; n <= last && most > 0; n++ {
		if x.IsText(n) && x.Node(n).Flags&dom.NotText == 0 {
			most = t.words(group, sort, x.Node(n).HTML.Data, most)
		}
	}
}
