package textpage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/page"
)

// A paragraph of this many characters, with the end of a sentence in it, is text that somebody wrote to be read; what
// is shorter may be a menu's entry.
const proseRunes = 80

// clutter is what a short line costs the stretch of text that it stands in, in characters.
const clutter = 25

// bodyMargin is one column less than where paragraphs stand, for a text browser that indents them; headings stand
// further left. It is 0 where they are not indented.
func bodyMargin(lines []line) int {
	var at [16]int // bytes of long lines by their indentation
	for i := range lines {
		if l := &lines[i]; l.indent < len(at) && len(l.text) >= 40 {
			at[l.indent] += len(l.text)
		}
	}
	most := 0
	for indent := range at {
		if at[indent] > at[most] {
			most = indent
		}
	}
	return max(0, most-1)
}

// shiftNumbers indents the numbers of lists, which w3m indents by one column, as other marks are.
func shiftNumbers(lines []line) []line {
	shifted := slices.Clone(lines)
	for i := range shifted {
		if l := &shifted[i]; l.indent == 1 {
			if _, _, ok := number(l.text); ok {
				l.indent++
			}
		}
	}
	return shifted
}

// clutterAbove is how many chunks stand above the first prose.
func clutterAbove(chunks []chunk) int {
	n := 0
	for n < len(chunks) && worth(&chunks[n]) < 0 {
		n++
	}
	return n
}

// mainText is the stretch of chunks with the most prose and the least clutter: a maximum sum of what each is worth
// (Pasternack and Roth, Extracting Article Text from the Web with Maximum Subsequence Segmentation, WWW 2009). What
// stands above it gives title, author and date.
func mainText(p *page.Page, chunks []chunk) []chunk {
	from, to, most := 0, 0, 0
	start, sum := 0, 0
	for i := range chunks {
		if sum <= 0 {
			start, sum = i, 0
		}
		if sum += worth(&chunks[i]); sum > most {
			from, to, most = start, i+1, sum
		}
	}
	from = above(p, chunks, from)
	return chunks[from:to]
}

// worth is a chunk's length if it is prose, and less than nothing if it is clutter.
func worth(c *chunk) int {
	if c.block.Type == page.List {
		sum := 0
		for _, it := range c.block.Items {
			for _, b := range it.Blocks {
				sum += worth(&chunk{block: b}) / 2
			}
		}
		return sum
	}
	if n := utf8.RuneCountInString(c.block.Text); n >= proseRunes && strings.ContainsAny(c.block.Text, ".!?。！？…") {
		return n
	}
	return -clutter
}

// aboveChunks is how far above the text its title is looked for.
const aboveChunks = 8

// above reads the title, the author and the date above the text that begins at chunk from, and says where the text
// begins with the headings that belong to it.
func above(p *page.Page, chunks []chunk, from int) int {
	heads := headReader{}
	for i := from - 1; i >= max(0, from-aboveChunks); i-- {
		c := &chunks[i]
		if c.block.Type != page.Paragraph {
			continue
		}
		text := c.block.Text
		if h, ok := heads.line(text); ok && p.Published == "" && h.date != "" {
			p.Published = h.date
			if h.author != "" {
				p.Authors = []page.Person{{Name: h.author}}
			}
			continue
		}
		if len(text) > 3 && strings.EqualFold(text[:3], "by ") && isName(text[3:]) && len(p.Authors) == 0 {
			p.Authors = []page.Person{{Name: text[3:]}}
			continue
		}
		if !c.prose && IsHeading(text) && !dates.Relative(text) && p.Title == "" && strings.Contains(text, " ") {
			p.Title = text
		}
	}
	return from
}

// title takes a first chunk that could be a heading as the title.
func title(p *page.Page, chunks []chunk) []chunk {
	if len(chunks) > 1 && p.Title == "" && (chunks[0].level == 1 || chunks[0].headingLevel() == plainLevel) && chunks[1].headingLevel() == 0 {
		p.Title = chunks[0].block.Text
		return chunks[1:]
	}
	return chunks
}
