package decode

import (
	"errors"
	"strings"
	"testing"
)

func TestIsHTML(t *testing.T) {
	tests := []struct {
		name, contentType, input string
		want                     bool
	}{
		{"page", "", "<!DOCTYPE html><title>A</title><p>text", true},
		{"page after comments", "", "\n<!-- saved from x -->\n<!-- y --><HTML><body>text", true},
		{"xhtml", "", "<?xml version=\"1.0\"?><html><body><p>text</p></body></html>", true},
		{"no root", "", "<title>A</title>\n\nOne.\n\nTwo.\n\nThree.", true},
		{"fragment", "", "<p>One.</p>\n\n<p>Two.</p>", true},
		{"fragment that begins with text", "", "One <b>two</b> three<br>\nfour<p>five", true},
		{"fragment in old style", "", "One.\n\n<P>\nTwo.\n\n<p>\nThree.", true},
		{"said to be html", "text/html", "just words", true},
		{"said to be text", "text/plain; charset=utf-8", "<p>One.</p>", false},
		{"a page said to be text", "text/plain", "<!doctype html><title>A</title><p>One.", true},
		{"nothing said to be text", "text/plain", "", false},
		{"said to be markdown", "text/markdown", "<p>One.</p>", false},
		{"plain", "", "10 Comments\n\nSummary: it works.\n\nThe end", false},
		{"comparison", "", "if a < b and b > c\nthen a<c", false},
		{"addresses", "", "Write to <ann@example.org> or see <https://example.org/a>.", false},
		{"generics", "", "A List<T> and a Map<K, V>, also vector<a> and x<i>.", false},
		{"heart", "", "I <3 this >_<", false},
		{"markdown with code spans", "", "Use `<p>` for paragraphs.\n\nAnd `<div class=\"a\">` else.", false},
		{"markdown with a fence", "", "# Tags\n\n```html\n<div>\n\n<p>x</p>\n\n</div>\n```\n\nThat is it.", false},
		{"markdown with an image", "", "<img src=\"logo.png\">\n\n# Name\n\nOne.\n\nTwo.", false},
	}
	for _, tt := range tests {
		doc, err := Bytes([]byte(tt.input), Options{ContentType: tt.contentType})
		if err != nil || (doc.Root != nil) != tt.want {
			t.Errorf("%s: HTML %v, want %v (%v)", tt.name, doc.Root != nil, tt.want, err)
		}
		if doc.Root == nil && doc.Text != tt.input {
			t.Errorf("%s: text %q", tt.name, doc.Text)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, input := range []string{"", " \n", "\xef\xbb\xbf", "<!-- -->"} {
		doc, err := Bytes([]byte(input), Options{})
		if err != nil || doc.Root == nil {
			t.Errorf("%q: %+v, %v", input, doc, err)
		}
	}
}

func TestNewlines(t *testing.T) {
	doc, err := Bytes([]byte("one\r\ntwo\rthree\nfour"), Options{})
	if err != nil || doc.Text != "one\ntwo\nthree\nfour" {
		t.Errorf("%q, %v", doc.Text, err)
	}
}

func TestBinary(t *testing.T) {
	tests := []struct{ name, input, kind string }{
		{"pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document"},
		{"mhtml of Chrome", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n----x\r\n", "a web archive (MHTML)"},
		{"mhtml in another order", "Content-type: Multipart/Related; boundary=x\nMime-Version: 1.0\n\n--x\n", "a web archive (MHTML)"},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00", "gzip data"},
		{"zip", "PK\x03\x04\x14\x00\x06\x00", "a ZIP archive (DOCX, ODT and EPUB are such too)"},
		{"png", "\x89PNG\x0d\x0a\x1a\x0a\x00\x00", "an image (image/png)"},
		{"jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00", "an image (image/jpeg)"},
		{"mp3", "ID3\x03\x00\x00\x00", "a media file (audio/mpeg)"},
		{"unknown", strings.Repeat("\x00\x01\x02\x03\xf0", 9), "binary data of an unknown kind"},
	}
	for _, tt := range tests {
		_, err := Bytes([]byte(tt.input), Options{ContentType: "text/html"})
		var binary *BinaryError
		if !errors.As(err, &binary) || binary.Kind != tt.kind || binary.Advice == "" {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	for _, text := range []string{"BM is a company.", "OTTO opens a shop.", "Subject: MHTML\n\nContent-Type: multipart/related says so.", "<p>A stray \x00 and \x08 in a page of some length.</p>"} {
		if _, err := Bytes([]byte(text), Options{}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
