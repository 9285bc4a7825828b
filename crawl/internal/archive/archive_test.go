package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	warc "github.com/internetarchive/gowarc"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
)

func exchange(path, body string) *record.Exchange {
	return &record.Exchange{
		URL: "https://blog.example" + path, Method: "GET", Request: http.Header{"User-Agent": {"scholia"}, "Host": {"wrong.example"}},
		Status: 200, StatusText: "200 OK", Response: http.Header{"Content-Type": {"text/html; charset=utf-8"}, "X-Evil": {"a\r\n\r\n<script>"}},
		Body: []byte(body), Time: time.Date(2026, 3, 1, 10, 0, 0, 5000, time.UTC), RemoteAddr: "192.0.2.1",
	}
}

// readBack gives the records of all files of an archive as somebody else's reader has them: their fields, with the
// content as field "content".
func readBack(t *testing.T, dir string) []warc.Header {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var all []warc.Header
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		r, err := warc.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		for {
			rec, err := r.ReadRecord()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(rec.Content)
			if err != nil {
				t.Fatal(err)
			}
			digest, err := warc.GetDigest(strings.NewReader(string(content)), warc.SHA1)
			if err != nil || rec.Header.Get("WARC-Block-Digest") != digest {
				t.Errorf("the digest is %s, want %s, %v", rec.Header.Get("WARC-Block-Digest"), digest, err)
			}
			rec.Header["content"] = string(content)
			all = append(all, rec.Header)
		}
	}
	return all
}

func TestFilesLeftByAKilledWriterAreCompleted(t *testing.T) {
	dir := t.TempDir()
	write := func(a *Folder, path string) {
		t.Helper()
		if err := a.Write(exchange(path, "<p>Hello")); err != nil {
			t.Fatal(err)
		}
	}
	begin := func() *Folder {
		t.Helper()
		a, err := Open(dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	killed := begin()
	write(killed, "/a")
	if err := errors.Join(killed.file.Close(), killed.lock.Close()); err != nil { // as the kernel does
		t.Fatal(err)
	}
	at := begin()
	write(at, "/b")
	last := begin() // while the second is at it
	write(last, "/c")
	names := func(pattern string) int {
		all, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if whole, opened := names("*.warc.gz"), names("*.open"); whole != 1 || opened != 2 {
		t.Errorf("%d files are whole and %d open, want 1 and 2", whole, opened)
	}
	if err := errors.Join(at.Close(), last.Close()); err != nil {
		t.Fatal(err)
	}
	if whole, opened := names("*.warc.gz"), names("*.open"); whole != 3 || opened != 0 {
		t.Errorf("%d files are whole and %d open at the end, want 3 and 0", whole, opened)
	}
	if got := len(readBack(t, dir)); got != 3*3 {
		t.Errorf("%d records can be read, want 9", got)
	}
}

func TestRecords(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "warc")
	a, err := Open(dir, map[string]string{"software": "scholia/1"})
	if err != nil {
		t.Fatal(err)
	}
	cut := exchange("/b?x=1", "half")
	cut.Response.Set("Content-Length", "8")
	for _, x := range []*record.Exchange{exchange("/a", "<p>Hello"), cut} {
		if err := a.Write(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	records := readBack(t, dir)
	if len(records) != 5 {
		t.Fatalf("%d records, want 5", len(records))
	}
	info, answer, request := records[0], records[1], records[2]
	tests := []struct {
		name      string
		got, want string
	}{
		{"type of the first", info["WARC-Type"], "warcinfo"},
		{"description", info["content"], "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nformat: WARC File Format 1.1\r\nsoftware: scholia/1\r\n"},
		{"type of the answer", answer["WARC-Type"] + " " + answer["Content-Type"], "response application/http; msgtype=response"},
		{"answer", answer["content"], "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Evil: a    <script>\r\n\r\n<p>Hello"},
		{"address", answer["WARC-Target-URI"], "https://blog.example/a"}, {"date", answer["WARC-Date"], "2026-03-01T10:00:00.000005Z"},
		{"server", answer["WARC-IP-Address"], "192.0.2.1"}, {"it belongs to the file", answer["WARC-Warcinfo-ID"], info["WARC-Record-ID"]},
		// printf '<p>Hello' | openssl sha1 -binary | base32
		{"digest of the page", answer["WARC-Payload-Digest"], "sha1:HKADWRVWYNL5CTCKC47A5U324NRW6DKE"}, {"it is whole", answer["WARC-Truncated"], ""},
		{"request", request["content"], "GET /a HTTP/1.1\r\nHost: blog.example\r\nUser-Agent: scholia\r\n\r\n"},
		{"it belongs to its answer", request["WARC-Concurrent-To"], answer["WARC-Record-ID"]},
		{"what is not whole", records[3]["WARC-Truncated"], "unspecified"}, {"query", records[4]["content"][:17], "GET /b?x=1 HTTP/1"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: %q, want %q", test.name, test.got, test.want)
		}
	}
}

// What is archived can be read as a source, while it is written by many and over several files.
func TestConcurrentWrites(t *testing.T) {
	dir := t.TempDir()
	a, err := Open(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	a.maxFile = 5000
	var all sync.WaitGroup
	for n := range 40 {
		all.Go(func() {
			if err := a.Write(exchange(fmt.Sprint("/", n), fmt.Sprint("page ", n))); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*.warc.gz")); len(names) < 3 {
		t.Errorf("only %d files", len(names))
	}
	s, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for doc, err := range s.Documents(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		seen[doc.URL] = string(doc.Body)
	}
	for n := range 40 {
		if got := seen[fmt.Sprint("https://blog.example/", n)]; got != fmt.Sprint("page ", n) {
			t.Errorf("page %d is %q", n, got)
		}
	}
}

func TestNoRoom(t *testing.T) {
	a, err := Open(t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Write(exchange("/a", "x")); err != nil {
		t.Fatal(err)
	}
	a.file.Close() // the next write fails, as on a full disk
	for range 2 {
		if err := a.Write(exchange("/b", "x")); err == nil || !strings.Contains(err.Error(), "https://blog.example/b") {
			t.Errorf("a write that failed gives %v", err)
		}
	}
}
