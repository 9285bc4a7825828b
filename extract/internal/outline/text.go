package outline

import (
	"sync"

	"github.com/scholia/scholia/extract/page"
)

// Text is the plain text of sections: headings and blocks, parted by an empty line. The items of a list, the rows
// of a table and the lines of code stand line by line; captions and labels before what they belong to.
func Text(sections []*page.Section) string {
	b := appendSections(buffer(), sections)
	defer release(b)
	return string(b)
}

// BlocksText is the plain text of blocks, as [Text] gives that of sections.
func BlocksText(blocks []*page.Block) string {
	if len(blocks) == 1 && isText(blocks[0]) {
		return blocks[0].Text // as most comments are
	}
	b := appendBlocks(buffer(), blocks)
	defer release(b)
	return string(b)
}

// buffers keeps memory for texts in the making.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

func buffer() []byte { return (*buffers.Get().(*[]byte))[:0] }

// release keeps a buffer for other texts.
func release(b []byte) { buffers.Put(&b) }

func appendSections(buf []byte, sections []*page.Section) []byte {
	for _, s := range sections {
		buf = appendPart(buf, s.Heading)
		buf = appendBlocks(buf, s.Blocks)
		buf = appendSections(buf, s.Sections)
	}
	return buf
}

func appendBlocks(buf []byte, blocks []*page.Block) []byte {
	for _, b := range blocks {
		buf = appendBlock(buf, b)
	}
	return buf
}

func appendBlock(buf []byte, b *page.Block) []byte {
	buf = appendPart(buf, b.Summary)
	if b.Type == page.Table {
		buf = appendPart(buf, plain(b.Inlines))
	}
	for i := range b.Images {
		buf = appendPart(buf, b.Images[i].Caption)
	}
	buf = appendPart(buf, b.Text)
	return appendPart(buf, b.Cite)
}

// isText tells a block that is a text and nothing else.
func isText(b *page.Block) bool {
	return b.Type == page.Paragraph && b.Summary == "" && b.Cite == "" && len(b.Images) == 0
}

// appendPart adds a text after an empty line.
func appendPart(buf []byte, text string) []byte {
	if text == "" {
		return buf
	}
	if len(buf) > 0 {
		buf = append(buf, "\n\n"...)
	}
	return append(buf, text...)
}

// plain is the text of inlines: what their block's Text is.
func plain(inlines []page.Inline) string { return string(appendPlain(nil, inlines)) }

func appendPlain(buf []byte, inlines []page.Inline) []byte {
	for i := range inlines {
		switch in := &inlines[i]; in.Type {
		case page.Break:
			buf = append(buf, '\n')
		case page.InlineImage: // its text is not on the page
		default:
			buf = append(buf, in.Text...)
			buf = appendPlain(buf, in.Inlines)
		}
	}
	return buf
}
