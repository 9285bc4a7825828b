package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
)

// maxHeader is how many bytes the header of a WARC record may have.
const maxHeader = 1 << 16

// archived gives the pages in a WARC file, or the texts in a WET file.
func archived(name string, give func(*record.Document, error) bool) error {
	file, err := open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return documents(file, give)
}

// documents gives the pages in a stream of WARC records (ISO 28500:2017, WARC/1.1, and older versions); WET files of
// Common Crawl have texts as records of type conversion. Records that hold no text are passed over; those whose
// content is damaged are given as errors. The error says why the stream cannot be read any further.
func documents(stream io.Reader, give func(*record.Document, error) bool) error {
	w := &warc{Reader: bufio.NewReaderSize(stream, 1<<16)}
	for {
		h, err := w.header()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("after %d records: %w", w.count, err)
		}
		w.count++
		content, err := w.content(h)
		if err != nil {
			return fmt.Errorf("record %d: %w", w.count, err)
		}
		if content == nil {
			continue
		}
		doc, err := h.document(content)
		if err != nil {
			normalised, _ := address.Normalise(h.url()) // "" if it is no address
			err = &record.Damage{Record: w.count, URL: normalised, Err: fmt.Errorf("record %d, %.200s: %w", w.count, h.url(), err)}
		}
		if (doc != nil || err != nil) && !give(doc, err) {
			return nil
		}
	}
}

// warc reads a WARC file record by record.
type warc struct {
	*bufio.Reader
	count int
}

// header is that of a WARC record: fields by their names in lower case.
type header map[string]string

// header reads the next record's. io.EOF says that there is none.
func (w *warc) header() (header, error) {
	h, size := header(nil), 0
	for {
		line, err := w.ReadSlice('\n')
		if errors.Is(err, io.EOF) && len(line) == 0 && h == nil {
			return nil, io.EOF
		}
		if size += len(line); errors.Is(err, bufio.ErrBufferFull) || size > maxHeader {
			return nil, fmt.Errorf("the header of a record has more than %d bytes: it is no WARC file, or damaged", maxHeader)
		}
		if err != nil {
			return nil, noEnd(err)
		}
		line = bytes.TrimRight(line, "\r\n")
		switch {
		case h == nil && len(line) == 0: // the end of the record before
		case h == nil && bytes.HasPrefix(line, []byte("WARC/")):
			h = header{}
		case h == nil:
			return nil, fmt.Errorf("a record begins with %.40q, not with WARC/1.1: it is no WARC file, or damaged", line)
		case len(line) == 0:
			return h, nil
		default:
			if name, value, ok := bytes.Cut(line, []byte{':'}); ok {
				h[strings.ToLower(string(bytes.TrimSpace(name)))] = string(bytes.TrimSpace(value))
			}
		}
	}
}

// noEnd says that a file ends where it should not.
func noEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// content reads the content of a record that may hold a page; nil for others, which are passed over.
func (w *warc) content(h header) ([]byte, error) {
	length, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("the length %q of its content is no number", h["content-length"])
	}
	if !h.mayHoldPage() {
		return nil, w.skip(length)
	}
	// What a page may have, and as much for the header of HTTP as it may have: more is read to say that it is too large.
	taken := min(length, MaxBody+maxHeader+1)
	content := make([]byte, 0, min(taken, 1<<20))
	buffer := bytes.NewBuffer(content)
	if _, err := io.CopyN(buffer, w, taken); err != nil {
		return nil, noEnd(err)
	}
	return buffer.Bytes(), w.skip(length - taken)
}

func (w *warc) skip(n int64) error {
	if _, err := io.CopyN(io.Discard, w, n); err != nil {
		return noEnd(err)
	}
	return nil
}

// mayHoldPage tells by its header whether a record may hold a page.
func (h header) mayHoldPage() bool {
	switch h["warc-type"] {
	case "response":
		return strings.HasPrefix(h.url(), "http")
	case "resource", "conversion":
		return isText(h["content-type"])
	}
	return false // warcinfo, request, metadata, revisit (which says that nothing has changed), continuation
}

// url is the address of what was archived. Some old archives put it between angle brackets.
func (h header) url() string { return strings.Trim(h["warc-target-uri"], "<>") }

// isText tells whether a media type is that of a page. Without one the page itself tells.
func isText(contentType string) bool {
	t, _, err := mime.ParseMediaType(contentType)
	if err != nil && contentType != "" {
		t, _, _ = strings.Cut(strings.ToLower(contentType), ";")
	}
	switch strings.TrimSpace(t) {
	case "", "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// document is a record's page; nil without an error if it is none.
func (h header) document(content []byte) (*record.Document, error) {
	normalised, err := address.Normalise(h.url())
	if err != nil {
		return nil, err
	}
	doc := &record.Document{URL: normalised, FinalURL: normalised, Status: http.StatusOK, Body: content, Cut: h["warc-truncated"] != ""}
	doc.Time, _ = time.Parse(time.RFC3339, h["warc-date"]) // a record without a date has the zero time
	if h["warc-type"] == "response" {
		return doc, h.response(&doc)
	}
	doc.Header = http.Header{"Content-Type": {h["content-type"]}}
	if int64(len(content)) > MaxBody {
		return nil, errLarge()
	}
	return doc, nil
}

// response reads the HTTP answer that a record holds; *doc becomes nil if it holds no text.
func (h header) response(doc **record.Document) error {
	d := *doc
	*doc = nil
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(d.Body)), nil)
	if err != nil {
		return fmt.Errorf("its HTTP header cannot be read: %w", err)
	}
	if !isText(answer.Header.Get("Content-Type")) {
		return nil
	}
	d.Status, d.Header = answer.StatusCode, answer.Header
	body, err := transferred(answer, d.Body)
	if err != nil {
		d.Cut = true // it broke off: what came is worth reading
	}
	if d.Body, err = decoded(body, answer.Header.Get("Content-Encoding")); err != nil {
		return err
	}
	*doc = d
	return nil
}

// transferred is the body of an answer without the chunks of HTTP/1.1. Some archives keep the header of a chunked
// answer, but not the chunks: then it is what follows the header.
func transferred(answer *http.Response, content []byte) ([]byte, error) {
	if len(answer.TransferEncoding) == 0 {
		// Content-Length may be wrong as well, where the archive has decompressed the body: the record's own length
		// counts.
		return afterHeader(content), nil
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil && len(body) == 0 {
		return afterHeader(content), nil
	}
	return body, err
}

// afterHeader is what follows the first empty line.
func afterHeader(content []byte) []byte {
	crlf, lf := bytes.Index(content, []byte("\r\n\r\n")), bytes.Index(content, []byte("\n\n"))
	switch {
	case crlf >= 0 && (lf < 0 || crlf < lf):
		return content[crlf+4:]
	case lf >= 0:
		return content[lf+2:]
	}
	return nil
}
