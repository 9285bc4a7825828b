package archive

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	warc "github.com/internetarchive/gowarc"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
)

// entry is a record before it is written.
type entry struct {
	fields  warc.Header
	content []byte
}

func (e entry) id() string { return e.fields["WARC-Record-ID"] }

func newEntry(kind, contentType string, date time.Time, content []byte) entry {
	return entry{warc.Header{
		"WARC-Type": kind, "WARC-Record-ID": newID(), "WARC-Date": date.UTC().Format(time.RFC3339Nano),
		"Content-Type": contentType, "Content-Length": strconv.Itoa(len(content)),
	}, content}
}

// infoRecord describes the file that it begins.
func infoRecord(name string, info map[string]string) entry {
	fields := map[string]string{"format": "WARC File Format 1.1", "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"}
	maps.Copy(fields, info)
	var b bytes.Buffer
	for _, k := range slices.Sorted(maps.Keys(fields)) {
		fmt.Fprintf(&b, "%s: %s\r\n", oneLine(k), oneLine(fields[k]))
	}
	e := newEntry("warcinfo", "application/warc-fields", time.Now(), b.Bytes())
	e.fields["WARC-Filename"] = name
	return e
}

// requestRecord is the request as it was sent.
func requestRecord(x *record.Exchange) entry {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", cmp.Or(x.Method, http.MethodGet), address.Path(x.URL), address.Host(x.URL))
	writeHeader(&b, x.Request, "Host")
	b.WriteString("\r\n")
	return about(x, newEntry("request", "application/http; msgtype=request", x.Time, b.Bytes()))
}

// responseRecord is the answer as it came, without chunks.
func responseRecord(x *record.Exchange) entry {
	status := strconv.Itoa(x.Status)
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %s %s\r\n", status, oneLine(strings.TrimSpace(strings.TrimPrefix(x.StatusText, status))))
	writeHeader(&b, x.Response, "Transfer-Encoding")
	b.WriteString("\r\n")
	b.Write(x.Body)
	e := about(x, newEntry("response", "application/http; msgtype=response", x.Time, b.Bytes()))
	if digest, err := warc.GetDigest(bytes.NewReader(x.Body), warc.SHA1); err == nil {
		e.fields["WARC-Payload-Digest"] = digest
	}
	if length, err := strconv.ParseInt(x.Response.Get("Content-Length"), 10, 64); err == nil && length > int64(len(x.Body)) && x.Method != http.MethodHead {
		e.fields["WARC-Truncated"] = "unspecified"
	}
	return e
}

// about says what a record is about.
func about(x *record.Exchange, e entry) entry {
	e.fields["WARC-Target-URI"] = oneLine(x.URL)
	if net.ParseIP(x.RemoteAddr) != nil {
		e.fields["WARC-IP-Address"] = x.RemoteAddr
	}
	return e
}

// writeHeader writes the fields of a header by their names, all but one.
func writeHeader(b *bytes.Buffer, h http.Header, without string) {
	for _, name := range slices.Sorted(maps.Keys(h)) {
		for _, value := range h[name] {
			if name != without {
				fmt.Fprintf(b, "%s: %s\r\n", oneLine(name), oneLine(value))
			}
		}
	}
}

var lineEnds = strings.NewReplacer("\r", " ", "\n", " ")

// oneLine is a value that cannot begin a field of its own.
func oneLine(s string) string { return lineEnds.Replace(s) }

// content is a record's content in memory, in the form that the writer wants.
type content struct{ *bytes.Reader }

// Write fails: the content is there.
func (content) Write([]byte) (int, error) { return 0, errors.New("the content cannot be changed") }

// Close has nothing to do.
func (content) Close() error { return nil }

// FileName is "": the content is in no file.
func (content) FileName() string { return "" }

// Len is the number of bytes of the content.
func (c content) Len() int { return int(c.Size()) }
