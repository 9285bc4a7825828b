package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/scholia/scholia/extract"
)

// loaded is a page as it came, with what is known of it besides.
type loaded struct {
	bytes       []byte
	contentType string    // of the HTTP answer, or as the file's name has it; "" if unknown
	url         string    // where the page came from; "" if unknown
	saved       time.Time // when it was got; zero if unknown
}

// load reads the bytes of an input, decompressed.
func (in input) load(ctx context.Context) (loaded, error) {
	switch {
	case in.err != nil:
		return loaded{}, in.err
	case in.source == stdin:
		b, err := readAll(os.Stdin)
		return loaded{bytes: b}, err
	case isAddress(in.source):
		return fetch(ctx, in.source)
	}
	file, err := os.Open(in.source)
	if err != nil {
		return loaded{}, withoutPath(err)
	}
	defer file.Close()
	b, err := readAll(file)
	return loaded{bytes: b, contentType: contentTypes[strings.ToLower(filepath.Ext(withoutGzip(in.source)))]}, err
}

// contentTypes are what the endings of files say for certain. A file that ends in .html may be a plain text all the
// same; that is told by looking.
var contentTypes = map[string]string{".txt": "text/plain", ".xhtml": "application/xhtml+xml"}

// readAll reads r up to the limit of a page, and decompresses what begins as gzip (RFC 1952).
func readAll(r io.Reader) ([]byte, error) {
	buffered := bufio.NewReader(r)
	if magic, _ := buffered.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return readBounded(buffered, "")
	}
	z, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("the compressed data is damaged (%w): get the file again", err)
	}
	b, err := readBounded(z, " when decompressed")
	if errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("the compressed data is damaged (%w): get the file again", err)
	}
	return b, err
}

// readBounded reads r, but no more than a page may have.
func readBounded(r io.Reader, when string) ([]byte, error) {
	limit := extract.DefaultLimits.Bytes
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, withoutPath(err)
	}
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("it has more than %d MiB%s, which no page has: give the page alone", limit>>20, when)
	}
	return b, nil
}
