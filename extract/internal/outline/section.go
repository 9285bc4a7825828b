package outline

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// heading reads a heading: it opens a section at top level, and is a paragraph in bold elsewhere.
func (r *reader) heading(n dom.ID, level int) {
	if r.x.Chars(n) == 0 {
		r.children(n) // an image, perhaps
		return
	}
	if !r.sectioned || r.nesting > 0 {
		b := &page.Block{Type: page.Paragraph, ID: r.takeID()}
		r.line.stack = append(r.line.stack, wrapper{kind: page.Strong, mark: -1})
		open := r.headingLine(n, &b.Text, &b.Inlines)
		r.line.stack = r.line.stack[:len(r.line.stack)-1]
		if open {
			r.emit(b)
		}
		return
	}
	if r.headsLeftOut(n) {
		return
	}
	s := &page.Section{Level: level, ID: r.headingID(n)}
	r.takeID()
	if !r.headingLine(n, &s.Heading, &s.Inlines) {
		return
	}
	r.seal()
	s.Inlines = wholeInBold(s.Inlines)
	if s.Heading != "" {
		r.entries = append(r.entries, entry{heading: s})
	}
}

// maxAside is how far around a heading the box is looked for that it heads.
const maxAside = 3

// headsLeftOut tells the heading of a box beside the text, or of the table of contents, of which nothing else was selected.
func (r *reader) headsLeftOut(n dom.ID) bool {
	x := r.x
	for p, up := x.Node(n).Parent, 0; p > 0 && up < maxAside; p, up = x.Node(p).Parent, up+1 {
		if x.Is(p, atom.Aside, atom.Nav) || r.isContents(p, x.Chars(p)-x.Chars(n)) {
			return !r.selects(x.Node(n).Last+1, x.Node(p).Last)
		}
	}
	return false
}

// isContents tells a box that is named a table of contents, and whose text besides its heading, of so many characters, is
// mostly links. The sections to which a table leads may be named for it too, with numbers.
func (r *reader) isContents(n dom.ID, rest int) bool {
	x := r.x
	return x.Node(n).Names&dom.NameContents != 0 && x.LinkChars(n)*3 >= rest*2 && !strings.ContainsAny(x.Attr(n, "id"), "0123456789")
}

// selects tells whether text between two nodes was selected.
func (r *reader) selects(first, last dom.ID) bool {
	for _, s := range r.sel {
		if from, to := max(first, s.First), min(last, s.Last); from <= to && r.x.CharsBetween(from, to+1) > 0 {
			return true
		}
	}
	return false
}

func (r *reader) headingLine(n dom.ID, text *string, inlines *[]page.Inline) bool {
	outer := r.inHeading
	r.inHeading = n
	defer func() { r.inHeading = outer }()
	return r.oneLine(words, text, inlines, func() { r.children(n) })
}

// wholeInBold takes the bold type off a heading that is bold from end to end.
func wholeInBold(inlines []page.Inline) []page.Inline {
	for len(inlines) == 1 && inlines[0].Type == page.Strong {
		inlines = inlines[0].Inlines
	}
	if len(inlines) == 1 && inlines[0].Type == page.Text {
		return nil
	}
	return inlines
}

// headingID is the fragment that links to a heading: its own id, that of an anchor in it or just before it, or that
// of the section that it begins.
func (r *reader) headingID(n dom.ID) string {
	x := r.x
	if id := x.Attr(n, "id"); id != "" {
		return id
	}
	for c := n + 1; c <= x.Node(n).Last; c++ {
		if !x.IsText(c) {
			if name := r.name(c); name != "" {
				return name
			}
		}
	}
	if r.anchor != "" {
		return r.anchor
	}
	for p := x.Node(n).Parent; p > 0 && x.CharsBetween(p, n) == 0; p = x.Node(p).Parent {
		if r.severalHeadings(p) {
			break
		}
		if id := x.Attr(p, "id"); id != "" {
			return id
		}
	}
	return ""
}

// severalHeadings tells whether n holds more than one heading.
func (r *reader) severalHeadings(n dom.ID) bool {
	i, _ := slices.BinarySearch(r.x.Headings, n)
	return i+1 < len(r.x.Headings) && r.x.Headings[i+1] <= r.x.Node(n).Last
}

// isPermalink tells a link in a heading that links to the heading itself and is no part of its text: "#", "¶".
func (r *reader) isPermalink(n dom.ID, node *dom.Node) bool {
	if r.x.Chars(n) == 1 && node.Tag == atom.A && r.x.HasClass(n, "headerlink") { // Sphinx has them at terms, too
		return true
	}
	if r.inHeading == 0 || r.x.Chars(n) >= r.x.Chars(r.inHeading) {
		return false
	}
	if node.Names&dom.NamePermalink != 0 || node.Names&dom.NameEdit != 0 {
		return true
	}
	class := r.x.Attr(n, "class")
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "anchor", "headerlink", "header-anchor", "heading-anchor", "anchor-link", "hash-link", "heading-link",
			"anchorjs-link", "direct-link", "subhead-anchor", "mw-editsection", "headline-anchor":
			return true
		}
	}
	return node.Tag == atom.A && strings.Contains(r.x.Attr(n, "href"), "#") && !hasLetters(r.x.Text(n))
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// sections nests what was read under its headings.
func (r *reader) sections() []*page.Section {
	r.boldHeadings()
	var n Nesting
	var title *page.Section
	for i := range r.entries {
		e := &r.entries[i]
		s := e.heading
		first := s != nil && !slices.ContainsFunc(n.Top, hasHeading)
		switch {
		case s == nil && i == 0 && len(r.entries) > 1 && r.repeatsTitle(e.block):
			r.ctx.Log.Add("outline", e.block.Text, "dropped", "repeats the page's title")
		case s == nil:
			n.Block(e.block)
		case r.isTitle(s) && !slices.ContainsFunc(n.Top, func(o *page.Section) bool { return isBeside(o, s) }):
			title = s
			r.ctx.Log.Add("outline", s.Heading, "dropped", "repeats the page's title")
		case first && r.isDay(s) && !r.isDiary(r.entries[i+1:], s.Level):
			r.ctx.Log.Add("outline", s.Heading, "dropped", "is the day of publication")
		case first && r.isSubtitle(s):
			n.Block(r.paragraphOf(s))
		default:
			n.Heading(s)
		}
	}
	if len(n.Top) == 0 && title != nil { // a post that is but its title
		n.Heading(title)
	}
	tidySeparators(n.Top)
	return n.Top
}

// isBeside tells whether a section with a heading and text is one among which s stands, and not a part of what s heads.
func isBeside(o, s *page.Section) bool {
	return hasHeading(o) && o.Level <= s.Level && len(o.Blocks)+len(o.Sections) > 0
}

// isTitle tells a heading that repeats the page's title. It is no section, unless it stands among others: a page on shipping
// may have a section on it.
func (r *reader) isTitle(s *page.Section) bool {
	return r.title != "" && folded(s.Heading) == r.title
}

// repeatsTitle tells a paragraph that repeats the page's title, as documents have it that are styled and not marked up.
func (r *reader) repeatsTitle(b *page.Block) bool {
	return b.Type == page.Paragraph && r.title != "" && folded(b.Text) == r.title
}

// isSubtitle tells a heading that is the page's subtitle: it belongs to the title, and what follows is not under it.
func (r *reader) isSubtitle(s *page.Section) bool {
	return r.ctx.Subtitle != "" && folded(s.Heading) == folded(r.ctx.Subtitle)
}

// paragraphOf is a heading as a paragraph.
func (r *reader) paragraphOf(s *page.Section) *page.Block {
	b := &page.Block{Type: page.Paragraph, Text: s.Heading, Inlines: s.Inlines}
	if r.linked[s.ID] {
		b.ID = s.ID
	}
	return b
}

// isDay tells a heading that is the day on which the page was published, as diaries have it over their entries.
func (r *reader) isDay(s *page.Section) bool {
	return r.ctx.Published != "" && r.day(s) == r.ctx.Published.Day()
}

// isDiary tells whether a heading of this level that is a day follows: then the days are sections.
func (r *reader) isDiary(entries []entry, level int) bool {
	return slices.ContainsFunc(entries, func(e entry) bool { return e.heading != nil && e.heading.Level == level && r.day(e.heading) != "" })
}

// day is the day that a heading says and nothing else, "" if it says something else.
func (r *reader) day(s *page.Section) string {
	if !strings.ContainsAny(s.Heading, "0123456789") {
		return ""
	}
	reader := dates.Reader{Language: r.ctx.Language}
	if d, ok := reader.Read(s.Heading); ok && len(d) >= len("2006-01-02") {
		return d.Day()
	}
	return ""
}

func hasHeading(s *page.Section) bool { return s.Heading != "" }

// folded is a text without punctuation, white space and the difference of upper and lower case.
func folded(s string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, s)
}

// tidySeparators leaves separators only between other blocks, footnotes left out.
func tidySeparators(sections []*page.Section) {
	for _, s := range sections {
		s.Blocks = tidied(s.Blocks)
		tidySeparators(s.Sections)
	}
}

// tidied drops separators at either end of a run of blocks, after another one, and before footnotes.
func tidied(blocks []*page.Block) []*page.Block {
	kept := blocks[:0]
	for i, b := range blocks {
		if b.Type == page.Separator && (len(kept) == 0 || i+1 == len(blocks) || blocks[i+1].Type == page.Separator ||
			blocks[i+1].Type == page.Footnotes) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}
