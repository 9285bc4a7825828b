package fetch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"

	"github.com/scholia/scholia/crawl/internal/record"
)

// exchange is one request and what came of it. It travels in the request's context, past colly, which would make every body
// UTF-8 by what the header says and tell nothing of a body that breaks off.
type exchange struct {
	request  Request
	client   *Client
	document *record.Document
	err      error
}

type exchangeKey struct{}

// RoundTrip sends a request and reads the answer within the limits. What colly gets has no body.
func (c *Client) RoundTrip(r *http.Request) (*http.Response, error) {
	x, ok := r.Context().Value(exchangeKey{}).(*exchange)
	if !ok {
		return nil, errors.New("a request that no worker made")
	}
	begin := time.Now()
	response, err := c.transport.RoundTrip(r)
	if err != nil {
		x.err = err
		return nil, err
	}
	defer response.Body.Close()
	x.document = &record.Document{
		URL: x.request.URL, FinalURL: x.request.URL, Status: response.StatusCode, Header: response.Header, Time: begin.UTC(),
	}
	if x.err = x.read(response); x.err != nil {
		return nil, x.err
	}
	response.Body, response.ContentLength, response.Uncompressed = http.NoBody, 0, true
	return response, nil
}

// errorBody is how much is read of the body of an answer that is no success, so that its connection can be used again.
const errorBody = 64 << 10

func (x *exchange) read(response *http.Response) error {
	limits := x.client.options.Limits
	success := response.StatusCode/100 == 2
	if t := mediaType(response.Header); success && x.request.Types != nil && !x.request.Types(t) {
		return &typeError{t}
	}
	if !success {
		limits.Body = errorBody
	} else if response.ContentLength > limits.Body {
		return fmt.Errorf("%w: it has %d bytes, and %d are read at most", ErrLarge, response.ContentLength, limits.Body)
	}
	raw, err := readAll(io.LimitReader(response.Body, limits.Body+1), response.ContentLength)
	switch {
	case !success:
		raw, err = raw[:min(int64(len(raw)), limits.Body)], nil
	case int64(len(raw)) > limits.Body:
		return fmt.Errorf("%w: more than %d bytes", ErrLarge, limits.Body)
	case err != nil && (len(raw) == 0 || isTimeout(err)):
		return err
	}
	x.document.Cut = err != nil
	x.tell(response, raw)
	return x.decompress(response.Header.Get("Content-Encoding"), raw)
}

// reading holds buffers for bodies that do not say how long they are.
var reading = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// readAll reads all of r, at once if it is as long as it says.
func readAll(r io.Reader, length int64) ([]byte, error) {
	if length > 0 && length <= maxAtOnce {
		b := bytes.NewBuffer(make([]byte, 0, length+bytes.MinRead))
		_, err := b.ReadFrom(r)
		return b.Bytes(), err
	}
	b := reading.Get().(*bytes.Buffer)
	b.Reset()
	_, err := b.ReadFrom(r)
	if b.Cap() > maxAtOnce {
		return b.Bytes(), err
	}
	defer reading.Put(b)
	return bytes.Clone(b.Bytes()), err
}

// maxAtOnce bounds the memory that is taken before anything has come, and what is kept for the next body.
const maxAtOnce = 1 << 20

// decompress undoes a Content-Encoding.
func (x *exchange) decompress(encoding string, raw []byte) (err error) {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		x.document.Body = raw
		return nil
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(bytes.NewReader(raw))
	case "deflate":
		r, err = zlib.NewReader(bytes.NewReader(raw))
	default:
		return fmt.Errorf("%w: the encoding %q was not asked for", ErrEncoding, encoding)
	}
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrEncoding, encoding, err)
	}
	limit := x.client.options.Limits.Decompressed
	body, err := readAll(io.LimitReader(r, limit+1), 0)
	switch {
	case int64(len(body)) > limit:
		return fmt.Errorf("%w: more than %d bytes when decompressed", ErrLarge, limit)
	case err != nil && len(body) == 0:
		return fmt.Errorf("%w: %s: %w", ErrEncoding, encoding, err)
	}
	x.document.Body, x.document.Cut = body, x.document.Cut || err != nil
	return nil
}

// tell gives the exchange to whoever keeps the traffic.
func (x *exchange) tell(response *http.Response, raw []byte) {
	if x.request.Exchange == nil {
		return
	}
	x.request.Exchange(&record.Exchange{
		URL: x.request.URL, Method: response.Request.Method, Request: response.Request.Header, Status: response.StatusCode,
		StatusText: response.Status, Response: response.Header, Body: raw, Time: x.document.Time,
	})
}

// mediaType is that of the header Content-Type, in lower case; "" if there is none that can be read.
func mediaType(h http.Header) string {
	t, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		t, _, _ = strings.Cut(h.Get("Content-Type"), ";")
		return strings.ToLower(strings.TrimSpace(t))
	}
	return t
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}
