package decode

import (
	"bytes"
	"fmt"
	"net/http"
	"net/mail"
	"strings"
)

// sniffLength is how many bytes are looked at to tell text from binary data.
const sniffLength = 4096

// checkBinary returns a *BinaryError for what is no text in any encoding.
func checkBinary(b []byte) error {
	head := b[:min(len(b), sniffLength)]
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return &BinaryError{"a PDF document", "convert it first, for example with pdftotext"}
	}
	if isMHTML(head) {
		return &BinaryError{"a web archive (MHTML)", "save the page as HTML alone"}
	}
	if utf16Order(head) != "" {
		return nil
	}
	controls := 0
	for _, c := range head {
		if c < ' ' && !textControl[c] {
			controls++
		}
	}
	if controls == 0 && !bytes.HasPrefix(head, gzipMagic) {
		return nil
	}
	mime, _, _ := strings.Cut(http.DetectContentType(head), ";")
	switch kind, _, _ := strings.Cut(mime, "/"); {
	case mime == "application/octet-stream":
		// A page may hold a few stray control characters; binary data is full of them.
		if controls*20 <= len(head) {
			return nil
		}
		return &BinaryError{"binary data of an unknown kind", "give a page saved as HTML or text"}
	case kind == "text":
		return nil
	case mime == "application/x-gzip":
		return &BinaryError{"gzip data", "decompress it first"}
	case mime == "application/zip":
		return &BinaryError{"a ZIP archive (DOCX, ODT and EPUB are such too)", "unpack it or export it as HTML"}
	case kind == "application":
		return &BinaryError{fmt.Sprintf("binary data (%s)", mime), "give a page saved as HTML or text"}
	case kind == "image":
		return &BinaryError{fmt.Sprintf("an image (%s)", mime), "text in images cannot be read; give the page that shows it"}
	default:
		return &BinaryError{fmt.Sprintf("a media file (%s)", mime), "give the page that links to it"}
	}
}

// isMHTML tells a page that was saved as a message of several parts (RFC 2557) by its header: it is text, but its HTML is
// encoded and has its pictures behind it.
func isMHTML(head []byte) bool {
	if len(head) == 0 || head[0] < 'A' || head[0] > 'z' {
		return false
	}
	message, err := mail.ReadMessage(bytes.NewReader(head))
	return err == nil && message.Header.Get("MIME-Version") != "" &&
		strings.HasPrefix(strings.ToLower(message.Header.Get("Content-Type")), "multipart/related")
}

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

// textControl are the control characters that text has: tab, the line ends, and the escape of ISO-2022-JP.
var textControl = [' ']bool{'\t': true, '\n': true, '\f': true, '\r': true, '\v': true, 0x1b: true}

// utf16Order is "utf-16le" or "utf-16be" for text in UTF-16 that begins with its byte order mark, or with eight
// characters of ASCII; else "".
func utf16Order(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return "utf-16be"
	case len(b) < 16:
		return ""
	}
	var zero [2]int
	for i, c := range b[:16] {
		if c == 0 {
			zero[i&1]++
		}
	}
	switch {
	case zero[1] == 8 && zero[0] == 0:
		return "utf-16le"
	case zero[0] == 8 && zero[1] == 0:
		return "utf-16be"
	}
	return ""
}
