package decode

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// toUTF8 converts b, whatever it is in, and returns the name of the encoding it was in. Bytes that are valid UTF-8 are
// UTF-8, whatever the page declares: text in another encoding is so only by rare accident. Then the byte order mark,
// the HTTP header and the page's own declaration are believed in this order, as the HTML standard says, but not a
// declaration of UTF-8 that is wrong; last comes detection by statistics.
func toUTF8(b []byte, contentType string) ([]byte, string) {
	if order := utf16Order(b); order != "" {
		return convert(b, order), order
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	escaped := bytes.IndexByte(b, 0x1b) >= 0 // ISO-2022-JP is ASCII with escapes
	if !escaped && utf8.Valid(b) {
		return b, "utf-8"
	}
	declared := declaredEncoding(b, contentType)
	if declared == "iso-2022-jp" {
		return convert(b, declared), declared
	}
	if mostlyUTF8(b) {
		return bytes.ToValidUTF8(b, []byte("\ufffd")), "utf-8"
	}
	if declared == "" || declared == "utf-8" {
		declared = detect(b)
	}
	return convert(b, declared), declared
}

// convert decodes b from the named encoding; what is not valid in it becomes U+FFFD.
func convert(b []byte, name string) []byte {
	e, _ := charset.Lookup(name)
	if e == nil {
		return bytes.ToValidUTF8(b, []byte("\ufffd"))
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return bytes.ToValidUTF8(b, []byte("\ufffd"))
	}
	return bytes.TrimPrefix(out, []byte("\ufeff"))
}

// mostlyUTF8 says whether b is UTF-8 with a few faults: a character cut in two by software that counts bytes, a
// quotation pasted from elsewhere. Text in a legacy encoding has hardly any valid sequences.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 && utf8.FullRune(b[i:]) {
			bad++
		} else if size > 1 {
			good++
		}
		i += size
	}
	return good >= 10*bad
}

// declarationLength is how far into a page its declaration is looked for: the standard asks for 1,024 bytes, many
// pages have it later in their head.
const declarationLength = 8192

// declaredEncoding is the encoding that the HTTP header, else the XML declaration, else a meta element names; "" if
// there is none that is known.
func declaredEncoding(b []byte, contentType string) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if name := known(params["charset"]); name != "" {
			return name
		}
	}
	z := html.NewTokenizer(bytes.NewReader(b[:min(len(b), declarationLength)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.CommentToken: // an XML declaration is a comment to HTML
			if name := known(xmlEncoding(string(z.Text()))); name != "" {
				return name
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if name := known(metaEncoding(z)); name != "" {
				return name
			}
		}
	}
}

// xmlEncoding is the value of encoding in ?xml version="1.0" encoding="..."?, else "".
func xmlEncoding(s string) string {
	rest, ok := strings.CutPrefix(s, "?xml")
	if !ok {
		return ""
	}
	_, rest, ok = strings.Cut(rest, "encoding")
	rest = strings.TrimLeft(rest, " \t\r\n=")
	if !ok || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return ""
	}
	value, _, _ := strings.Cut(rest[1:], rest[:1])
	return value
}

// metaEncoding is what the tag says that z stands at: a charset attribute, or a content type with a charset.
func metaEncoding(z *html.Tokenizer) string {
	name, more := z.TagName()
	if string(name) != "meta" {
		return ""
	}
	var label, content string
	pragma := false
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "charset":
			label = string(value)
		case "content":
			content = string(value)
		case "http-equiv":
			pragma = strings.EqualFold(string(value), "content-type")
		}
	}
	if label != "" || !pragma {
		return label
	}
	_, rest, _ := strings.Cut(strings.ToLower(content), "charset")
	return strings.Trim(rest, "= \t\r\n;'\"")
}

// known is the standard's name of the encoding with this label, "" if it has none that can be decoded. A page that
// could say in ASCII that it is UTF-16 is not.
func known(label string) string {
	e, name := charset.Lookup(label)
	switch {
	case e == nil, name == "replacement", name == "x-user-defined":
		return ""
	case strings.HasPrefix(name, "utf-16"):
		return "utf-8"
	}
	return name
}
