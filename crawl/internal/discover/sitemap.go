package discover

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
)

// Bounds of a sitemap (sitemaps.org, protocol 0.9): entries, and bytes when decompressed.
const (
	MaxEntries      = 50_000
	MaxSitemapBytes = 50 << 20
)

// ErrKind says that a document is no sitemap.
var ErrKind = errors.New("it is no sitemap")

// ErrBound says that a sitemap, a feed or a list goes on after the bound that is set for it.
var ErrBound = errors.New("it goes on beyond the bound that is set for it; what came before was taken")

// Sitemap gives the addresses in a sitemap, of pages, or in an index, of sitemaps, one by one as they are read: XML
// or a list, plain or gzipped. base is its own address. An error comes last; it says what is wrong and how many
// addresses were read before.
func Sitemap(r io.Reader, base string) iter.Seq2[record.Link, error] {
	return func(yield func(record.Link, error) bool) {
		from, err := address.NewBase(base)
		if err != nil {
			yield(record.Link{}, err)
			return
		}
		s := &sitemap{base: from, yield: yield}
		if err := s.read(r); err != nil && !s.stopped {
			yield(record.Link{}, fmt.Errorf("sitemap %s, after %d addresses: %w", base, s.count, err))
		}
	}
}

type sitemap struct {
	base    address.Base
	yield   func(record.Link, error) bool
	stopped bool // the caller wants no more
	count   int
}

func (s *sitemap) read(r io.Reader) error {
	plain, err := inflated(r)
	if err != nil {
		return err
	}
	bounded := bufio.NewReader(&bound{plain, MaxSitemapBytes})
	if !isMarkup(bounded) {
		return s.list(bounded)
	}
	return s.xml(bounded)
}

// inflated is r decompressed if it begins as gzip (RFC 1952).
func inflated(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReader(r)
	if magic, _ := buffered.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return buffered, nil
	}
	return gzip.NewReader(buffered)
}

// bound ends a stream with ErrBound after so many bytes.
type bound struct {
	io.Reader
	left int64
}

func (b *bound) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, ErrBound
	}
	n, err := b.Reader.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// isMarkup looks for the beginning of an element.
func isMarkup(r *bufio.Reader) bool {
	start, _ := r.Peek(512)
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\ufeff")), " \t\r\n"), []byte("<"))
}

// xml reads the addresses in elements loc of urlset and sitemapindex. Entities that a sitemap defines are not expanded.
func (s *sitemap) xml(r io.Reader) error {
	d := newDecoder(r)
	kind, known := record.Page, false
	for {
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && !known:
			return fmt.Errorf("%w: it has no element urlset or sitemapindex", ErrKind)
		case errors.Is(err, io.EOF):
			return io.ErrUnexpectedEOF
		case err != nil:
			return err
		}
		if end, ok := token.(xml.EndElement); ok && (end.Name.Local == "urlset" || end.Name.Local == "sitemapindex") {
			return nil
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case !known && start.Name.Local == "urlset":
			known = true
		case !known && start.Name.Local == "sitemapindex":
			kind, known = record.Sitemap, true
		case !known: // a web page instead of a sitemap
			return fmt.Errorf("%w: its first element is %.20s, not urlset or sitemapindex", ErrKind, start.Name.Local)
		case start.Name.Local == "loc" && (start.Name.Space == "" || !strings.Contains(start.Name.Space, "image") && !strings.Contains(start.Name.Space, "video")):
			if err := s.loc(d, kind); err != nil || s.stopped {
				return err
			}
		}
	}
}

// newDecoder reads XML that may be in any encoding and not quite well-formed.
func newDecoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// loc reads the text of an element loc, and gives it as an address.
func (s *sitemap) loc(d *xml.Decoder, kind record.LinkKind) error {
	var text []byte
	for {
		token, err := d.RawToken()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			if len(text) <= address.MaxLength {
				text = append(text, token...)
			}
		case xml.EndElement:
			return s.give(string(text), kind)
		}
	}
}

// give hands an address to the caller. What is no address is left out: sitemaps are made by programs, but filled in
// by people.
func (s *sitemap) give(text string, kind record.LinkKind) error {
	to, err := s.base.Resolve(text)
	if err != nil {
		return nil
	}
	if s.count == MaxEntries {
		return ErrBound
	}
	s.count++
	s.stopped = !s.yield(record.Link{URL: to, Kind: kind}, nil)
	return nil
}

// list reads a sitemap that is a text with an address on each line.
func (s *sitemap) list(r io.Reader) error {
	for line, err := range lines(r) {
		if err != nil {
			return err
		}
		if strings.Contains(line, "://") {
			if err := s.give(line, record.Page); err != nil || s.stopped {
				return err
			}
		}
	}
	return nil
}
