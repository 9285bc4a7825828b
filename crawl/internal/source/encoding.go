package source

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxEncodings is how many content encodings an answer may have, one on the other.
const maxEncodings = 4

// decoded takes off the content encodings of an HTTP answer (RFC 9110, section 8.4), the last one first. Many
// archives keep the header of a compressed answer with a body that is not compressed any more: what does not begin as
// it should is taken as it is.
func decoded(body []byte, encodings string) ([]byte, error) {
	names := strings.Split(encodings, ",")
	if len(names) > maxEncodings {
		return nil, fmt.Errorf("it has %d content encodings", len(names))
	}
	for i := len(names) - 1; i >= 0; i-- {
		r, err := decoder(strings.ToLower(strings.TrimSpace(names[i])), body)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		plain, err := io.ReadAll(io.LimitReader(r, MaxBody+1))
		if err != nil && len(plain) == 0 && !errors.Is(err, io.ErrUnexpectedEOF) {
			continue // it was not encoded
		}
		body = plain
	}
	if int64(len(body)) > MaxBody {
		return nil, errLarge()
	}
	return body, nil
}

// decoder decodes an encoding; nil if the body is not in it.
func decoder(name string, body []byte) (io.Reader, error) {
	switch name {
	case "", "identity", "none", "utf-8", "utf8": // the last ones are mistakes that servers make
		return nil, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
			return nil, nil
		}
		return gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		return brotli.NewReader(bytes.NewReader(body)), nil
	case "zstd":
		if !bytes.HasPrefix(body, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
			return nil, nil
		}
		z, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(uint64(4*MaxBody)))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("there is no content encoding %.20q", name)
}
