package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/readback"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// Read by goldmark, each block of a page has the text that it was written with.
func TestMarkdownReadsBack(t *testing.T) {
	for name, p := range pages(t) {
		result, err := readback.Markdown(p)
		if err != nil {
			t.Fatal(err)
		}
		if result.Leaves == 0 {
			t.Errorf("%s: nothing was compared", name)
		}
		for _, l := range result.Changed {
			t.Errorf("%s: %s does not come back: %q", name, l.Path, l.Text)
		}
		for _, l := range result.Strange {
			t.Logf("%s: %s was not written: %q", name, l.Path, l.Text)
		}
	}
}

// Whatever text a page holds, and however its markup nests, each block comes back.
func FuzzMarkdownReadsBack(f *testing.F) {
	for _, s := range []string{
		"plain", "*a* _b_ `c` ~~d~~ $e$ [f](g) <h> &amp; \\i", "# a\x01 - b\x01 1. c\x01> d\x01+ e\x01```f", "\x02a\x03b.\x00c\x00 \x04 d\x00!\x05e\x00",
		"a|b\x01-|-", "\x0c1\x0c2|\x0c3", "\x0bcode`\n``", "\x0ditem\x0ditem", "\x0equote\x01---", "x\x01===", "\x02*\x00*\x03*\x00",
		"http://a.example/_b_ \x06http://a.example\x00", "[^1]: a", "[a]: b", "\x05[x](y)\x00(z)", "\x07a`b|c\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := &page.Page{Sections: []*page.Section{{Blocks: fuzzBlocks(strings.ToValidUTF8(s, "?"))}}}
		result, err := readback.Markdown(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range result.Changed {
			var written bytes.Buffer
			render.Markdown(&written, p)
			t.Errorf("%s %q\nstrange %q\nwritten as\n%s", l.Path, l.Text, result.Strange, written.String())
		}
	})
}

// fuzzBlocks makes blocks of a string: its control characters are the markup.
func fuzzBlocks(s string) []*page.Block {
	var blocks []*page.Block
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == 0x0a }) {
		kind, rest := part[0], part[1:]
		switch kind {
		case 0x0b:
			blocks = append(blocks, &page.Block{Type: page.Code, Text: strings.ReplaceAll(rest, "\x01", "\n")})
		case 0x0c:
			row := page.Row{}
			for cell := range strings.SplitSeq(rest, "\x0c") {
				in, _ := fuzzInlines(cell)
				row.Cells = append(row.Cells, page.Cell{Inlines: in, Header: len(cell)%2 == 0})
			}
			blocks = append(blocks, &page.Block{Type: page.Table, Rows: []page.Row{row, row}})
		case 0x0d:
			list := &page.Block{Type: page.List, Ordered: len(rest)%2 == 0}
			for item := range strings.SplitSeq(rest, "\x0d") {
				in, _ := fuzzInlines(item)
				list.Items = append(list.Items, &page.Item{Blocks: []*page.Block{{Type: page.Paragraph, Inlines: in}}})
			}
			blocks = append(blocks, list)
		case 0x0e:
			blocks = append(blocks, &page.Block{Type: page.Quote, Blocks: fuzzBlocks(rest)})
		case 0x0f:
			blocks = append(blocks, &page.Block{Type: page.Math, Text: strings.ReplaceAll(rest, "\x01", "\n")})
		default:
			in, _ := fuzzInlines(part)
			blocks = append(blocks, &page.Block{Type: page.Paragraph, Inlines: in})
		}
	}
	return blocks
}

// fuzzInlines reads inlines up to the zero byte that closes what they stand in.
func fuzzInlines(s string) (inlines []page.Inline, rest string) {
	styles := map[byte]page.InlineType{
		0x02: page.Emphasis, 0x03: page.Strong, 0x04: page.Deleted, 0x05: page.Link, 0x06: page.Highlight,
	}
	leaves := map[byte]page.InlineType{0x07: page.InlineCode, 0x08: page.InlineMath, 0x10: page.InlineImage}
	for s != "" {
		c := s[0]
		end := strings.IndexFunc(s, func(r rune) bool { return r < ' ' })
		switch {
		case end != 0:
			if end < 0 {
				end = len(s)
			}
			inlines = append(inlines, page.Inline{Type: page.Text, Text: s[:end]})
			s = s[end:]
			continue
		case c == 0:
			return inlines, s[1:]
		case c == 0x01:
			inlines = append(inlines, page.Inline{Type: page.Break})
		case styles[c] != "":
			in := page.Inline{Type: styles[c], URL: "https://a.example/(x"}
			in.Inlines, s = fuzzInlines(s[1:])
			inlines = append(inlines, in)
			continue
		case leaves[c] != "":
			text, after, _ := strings.Cut(s[1:], "\x00")
			inlines = append(inlines, page.Inline{Type: leaves[c], Text: text, URL: "a.png", Title: text})
			s = after
			continue
		}
		s = s[1:]
	}
	return inlines, ""
}
