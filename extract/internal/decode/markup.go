package decode

import (
	"bytes"
	"mime"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isHTML tells HTML from plain text: by the media type where there is one that says, else by looking.
func isHTML(b []byte, contentType string) bool {
	media, _, _ := mime.ParseMediaType(contentType)
	switch {
	case strings.HasSuffix(media, "html"), strings.HasSuffix(media, "xml"):
		return true
	case media == "text/plain":
		return beginsDocument(b) // a server that does not know better
	case strings.HasPrefix(media, "text/"):
		return false
	}
	return len(bytes.TrimSpace(b)) == 0 || beginsDocument(b) || mostlyTagged(b)
}

// beginsDocument says whether b begins, after comments, as only an HTML document does: with its type, its root, or an
// element of its head.
func beginsDocument(b []byte) bool {
	b = bytes.TrimSpace(b)
	begun := false
	for bytes.HasPrefix(b, []byte("<!--")) {
		_, after, _ := bytes.Cut(b, []byte("-->"))
		b = bytes.TrimSpace(after)
		begun = len(b) == 0 // a page of comments
	}
	if len(b) < 2 || b[0] != '<' {
		return begun
	}
	name, _ := tagName(bytes.TrimPrefix(b[1:], []byte("!")))
	name = bytes.ToLower(name)
	if a := atom.Lookup(name); begins[a] || inHead[a] {
		return true
	}
	return string(name) == "doctype" || bytes.HasPrefix(b, []byte("<?xml"))
}

// markupSample is how much of an input is looked at to tell whether it is HTML.
const markupSample = 64 << 10

// mostlyTagged says whether b is a fragment of HTML: half of its paragraphs, parted by empty lines, have a tag in
// them. Text about HTML has tags too, but in code: what Markdown marks as code does not count, nor does a "<" that
// opens no element of HTML, as in "a < b", <https://example.org> or List<T>.
func mostlyTagged(b []byte) bool {
	b = b[:min(len(b), markupSample)]
	tagged, paragraphs := 0, 0
	inParagraph, seen, fenced := false, false, false
	finish := func() {
		if inParagraph {
			paragraphs++
		}
		if seen {
			tagged++
		}
		inParagraph, seen = false, false
	}
	for line := range bytes.Lines(b) {
		text := bytes.TrimSpace(line)
		switch {
		case bytes.HasPrefix(text, []byte("```")), bytes.HasPrefix(text, []byte("~~~")):
			fenced = !fenced
		case fenced:
		case len(text) == 0:
			finish()
		default:
			inParagraph = true
			seen = seen || hasTag(text)
		}
	}
	finish()
	return tagged > 0 && tagged*2 >= paragraphs
}

// hasTag says whether a line has a tag of HTML outside of Markdown's code.
func hasTag(line []byte) bool {
	for n := 0; len(line) > 0; n++ {
		text, rest, _ := bytes.Cut(line, []byte("`"))
		if n%2 == 0 {
			for i := nextTag(text, 0); i >= 0; i = nextTag(text, i+1) {
				if isTag(text[i+1:]) {
					return true
				}
			}
		}
		line = rest
	}
	return false
}

// isTag says whether b, which follows a "<", goes on as a tag of an element of HTML. A name of one letter in a tag
// without attributes counts only as an end tag or where it is a paragraph: x<i> is mathematics, or a list of i.
func isTag(b []byte) bool {
	name, closing := tagName(b)
	if len(name) == 0 || !isElement(bytes.ToLower(name)) {
		return false
	}
	after := b[len(name):]
	if closing {
		after = after[1:]
	}
	switch {
	case len(after) == 0:
		return true // the tag goes on in the next line
	case after[0] == '>', after[0] == '/':
		return closing || len(name) > 1 || name[0]|0x20 == 'p'
	}
	end := bytes.IndexByte(after, '>')
	return end < 0 || bytes.IndexByte(after[:end], '=') >= 0 || closing
}

// isXML says whether b is served or begins as XHTML.
func isXML(b []byte, contentType string) bool {
	media, _, _ := mime.ParseMediaType(contentType)
	start := bytes.TrimLeft(b[:min(len(b), 64)], " \t\r\n")
	return media == "application/xhtml+xml" || bytes.HasPrefix(start, []byte("<?xml"))
}

// hasSelfClosing says whether b closes an element of HTML in its start tag that HTML would leave open: <div/>. A page
// that does is written for an XML parser.
func hasSelfClosing(b []byte) bool {
	z := html.NewTokenizer(bytes.NewReader(b))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.SelfClosingTagToken:
			name, _ := z.TagName()
			if isElement(name) && !void[atom.Lookup(name)] {
				return true
			}
		}
	}
}

// begins are the elements that a document begins with, besides those of its head.
var begins = atoms(atom.Html, atom.Head, atom.Body, atom.Frameset)
