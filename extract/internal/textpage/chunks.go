package textpage

import (
	"strings"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

// chunk is a block with what its lines tell about its role.
type chunk struct {
	block *page.Block
	level int  // of a heading that is underlined; else 0
	alone bool // one line
	prose bool // indented by one column: a paragraph, not a heading or a control
}

// maxDepth bounds how deep lists and quotes nest; deeper ones are paragraphs.
const maxDepth = 64

// parse cuts the lines of one container, whose text begins at column margin, into chunks.
func parse(lines []line, margin, depth int) []chunk {
	var chunks []chunk
	for len(lines) > 0 {
		if lines[0].blank() {
			lines = lines[1:]
			continue
		}
		c, n := next(lines, margin, depth)
		chunks = append(chunks, c)
		lines = lines[n:]
	}
	return chunks
}

// next reads the chunk that begins with the first line, and says how many lines it has.
func next(lines []line, margin, depth int) (chunk, int) {
	l := &lines[0]
	if l.prose || l.indent == margin+1 || depth >= maxDepth {
		return paragraph(lines, true)
	}
	if b, n := block(lines, margin, depth); n > 0 {
		return chunk{block: b}, n
	}
	if c, ok := underlined(lines); ok {
		return c, 2
	}
	return paragraph(lines, false)
}

// block reads a block that a mark on its first line announces; n is 0 if there is none.
func block(lines []line, margin, depth int) (b *page.Block, n int) {
	switch text := lines[0].text; {
	case strings.HasPrefix(text, fence):
		return code(lines)
	case strings.HasPrefix(text, ">"):
		return quote(lines, depth)
	case text == mathFence:
		return math(lines)
	case text == separator:
		return &page.Block{Type: page.Separator}, 1
	case strings.HasPrefix(text, "|"), strings.HasPrefix(text, tableCaption):
		return table(lines)
	case strings.HasPrefix(text, "[Image"):
		return figure(lines)
	case strings.HasPrefix(text, "[Embed"):
		return embed(lines)
	}
	if lines[0].indent > margin+1 {
		return list(lines, depth)
	}
	return nil, 0
}

// paragraph reads lines up to a blank one, or one that is indented otherwise or begins another block.
func paragraph(lines []line, prose bool) (chunk, int) {
	n := 1
	for n < len(lines) && continues(lines, n) {
		n++
	}
	b := &page.Block{Type: page.Paragraph, Text: join(lines[:n])}
	return chunk{block: b, alone: n == 1, prose: prose}, n
}

func continues(lines []line, n int) bool {
	l, first := &lines[n], &lines[0]
	if l.blank() || l.indent != first.indent {
		return false
	}
	return lines[n-1].broken || !announces(l.text)
}

// announces says whether a block other than a paragraph begins with the line.
func announces(text string) bool {
	m, marked := listMark(text)
	return marked && m.kind != 'o' && m.kind != '#' && m.kind != '@' || strings.HasPrefix(text, fence) || text[0] == '>' || text[0] == '|' || text == mathFence ||
		strings.HasPrefix(text, "[Image") || strings.HasPrefix(text, "[Embed") || strings.HasPrefix(text, tableCaption)
}

// IsProse says whether a paragraph with this first line is read as one in a comment, a list or a quote, and not as
// the beginning of another block, an answer or a control.
func IsProse(text string) bool {
	if text == "" || announces(text) || text == separator || IsControl(text) {
		return false
	}
	_, _, numbered := number(text)
	return !numbered
}

// IsLabel says whether a line of an article is read as something that stands around it: a field, a count, the label of
// the summary, or what closes the comments.
func IsLabel(text string) bool {
	_, counted := count(text)
	_, closes := state(text)
	_, labels := labels[text]
	_, _, field := field(text)
	return counted || closes || labels || field || text == commentsLabel || strings.HasPrefix(text, moreComments)
}

// beginsWithLabel says whether the first line counts comments, or stands above them or a summary.
func beginsWithLabel(lines []line) bool {
	lines = trim(lines)
	if len(lines) == 0 || lines[0].indent > 0 {
		return false
	}
	_, counted := count(lines[0].text)
	_, labels := labels[lines[0].text]
	return counted || labels || lines[0].text == commentsLabel
}

// join is the text of lines, one space for a line end, or a line end where it is meant.
func join(lines []line) string {
	if len(lines) == 1 {
		return lines[0].text
	}
	var b strings.Builder
	for i := range lines {
		if i > 0 && lines[i-1].broken {
			b.WriteByte('\n')
		} else if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(lines[i].text)
	}
	return b.String()
}

// underlines are the characters that underline headings of level 1 to 6.
const underlines = `=-~^+.`

// underlined reads a heading with a line of one character under it.
func underlined(lines []line) (chunk, bool) {
	if len(lines) < 2 || lines[0].broken || lines[1].indent != lines[0].indent || utf8.RuneCountInString(lines[1].text) < 3 {
		return chunk{}, false
	}
	under := lines[1].text
	level := strings.IndexByte(underlines, under[0]) + 1
	if level == 0 || strings.Count(under, under[:1]) != len(under) {
		return chunk{}, false
	}
	return chunk{block: &page.Block{Type: page.Paragraph, Text: lines[0].text}, level: level, alone: true}, true
}

// blocks are the blocks of chunks that stand where no heading can.
func blocks(chunks []chunk) []*page.Block {
	bs := make([]*page.Block, 0, len(chunks))
	for i := range chunks {
		bs = append(bs, chunks[i].block)
	}
	return bs
}
