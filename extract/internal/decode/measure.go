package decode

import "strings"

// The standard's tree construction is not linear. Three things make it slow, each seen in x/net/html:
//
//   - Formatting elements that a page leaves open (<b>, <font>, ...) are made anew in every block that follows, with
//     all attributes: 450 of them before 15,000 paragraphs, 100 KB in all, take 8 s and 860 MB.
//   - Each tag may look through all open elements, up to 512: a megabyte of end tags under 480 open elements takes 5 s.
//   - Each further <html> or <body> compares its attributes with all that came before: 256 KB of them take 39 s.
//
// So a page is measured before it is parsed, at 2% of what the parse costs. The bounds below keep the worst of each near
// one second. Of 1,966 pages of the web 12 exceed them, which the bounded builder gives the same tree.
const (
	maxTags   = 50_000  // start and end tags
	maxClones = 500_000 // formatting elements made anew, each with up to 16 bytes of attributes, at worst
	maxRoots  = 32      // <html> and <body>
)

// cost is what bounds the work of parsing a page.
type cost struct {
	tags       int
	formatting int // weight of the formatting elements that are not surely closed
	roots      int
	scanned    int // bytes read to find the ends of tags
	bytes      int
}

// costly says whether the standard's algorithm may take too long.
func (c cost) costly() bool {
	return c.tags > maxTags || c.tags*c.formatting > maxClones || c.roots > maxRoots || c.exhausted()
}

// exhausted says whether measuring itself has cost more than reading the page a few times, as with tags that do not
// end.
func (c cost) exhausted() bool { return c.scanned > 4*c.bytes }

// measure reads b once, from "<" to "<", and counts what may be a tag, also where it stands in a comment or a script,
// so that no page can hide one.
func measure(b []byte) cost {
	c := cost{bytes: len(b)}
	var f openFormatting
	for i := nextTag(b, 0); i >= 0 && !c.exhausted(); i = nextTag(b, i+1) {
		if f.n == 0 && isPlainTag(b[i+1:]) {
			c.tags++
			continue
		}
		name, closing := tagName(b[i+1:])
		kind := lowered(name)
		switch {
		case len(name) == 0:
			if opaque(b[i+1:]) || i < f.tagEnd {
				f.abandon()
			}
			continue
		case closing:
			f.endTag(kind, i)
		case formatting.has(kind):
			f.open(kind, b, i)
			c.scanned += f.tagEnd - i
		case f.n > 0 && phrasingOnly.has(kind) && i >= f.tagEnd:
			f.tagEnd = tagEnd(b, i)
			c.scanned += f.tagEnd - i
		default:
			f.abandon()
			if kind == htmlName || kind == bodyName {
				c.roots++
			}
		}
		c.tags++
	}
	f.abandon()
	c.formatting = f.unsure
	return c
}

// isPlainTag says whether what follows a "<" is a tag that only counts where no formatting element is open: an end tag, or
// a start tag whose name begins as that of no formatting element, html or body does.
func isPlainTag(b []byte) bool {
	if len(b) > 1 && b[0] == '/' {
		return isLetter(b[1])
	}
	return len(b) > 0 && isLetter(b[0]) && strings.IndexByte("bcefhistu", b[0]|0x20) < 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// openFormatting follows formatting elements to their end tags. One is surely closed where its end tag comes in due
// order with nothing but text and phrasing elements before it. Others add their weight to unsure.
type openFormatting struct {
	kind   [8]shortName
	weight [8]int
	n      int
	tagEnd int // offset behind the last tag: a "<" before it stands in an attribute
	unsure int
}

func (f *openFormatting) open(kind shortName, b []byte, i int) {
	if f.n == len(f.kind) || i < f.tagEnd {
		f.abandon()
	}
	f.tagEnd = tagEnd(b, i)
	f.kind[f.n], f.weight[f.n] = kind, 1+(f.tagEnd-i)/16
	f.n++
}

func (f *openFormatting) endTag(kind shortName, i int) {
	switch {
	case f.n == 0:
	case i >= f.tagEnd && kind == f.kind[f.n-1]:
		f.n--
	case i < f.tagEnd || !phrasingOnly.has(kind):
		f.abandon()
	}
}

func (f *openFormatting) abandon() {
	for ; f.n > 0; f.n-- {
		f.unsure += f.weight[f.n-1]
	}
}

// opaque says whether what follows a "<" opens a comment or the like, which may hide tags.
func opaque(b []byte) bool { return len(b) > 0 && (b[0] == '!' || b[0] == '?') }

var (
	// formatting are the standard's formatting elements but a and nobr, of which only one at a time is kept.
	formatting = shortNames("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u")
	// phrasingOnly are elements that the end of a formatting element closes with it, and void ones.
	phrasingOnly = shortNames("a", "abbr", "acronym", "br", "cite", "data", "del", "dfn", "img", "ins", "kbd", "label",
		"mark", "nobr", "q", "samp", "span", "sub", "sup", "time", "var", "wbr")
	htmlName = lowered([]byte("html"))
	bodyName = lowered([]byte("body"))
)
