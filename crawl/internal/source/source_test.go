package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"github.com/scholia/scholia/crawl/internal/record"
)

// entry is a WARC record; fields are "Name: value" lines.
func entry(content string, fields ...string) string {
	return fmt.Sprintf("WARC/1.0\r\n%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", strings.Join(fields, "\r\n"), len(content), content)
}

// response is a record of an HTTP answer.
func response(url, content string, more ...string) string {
	return entry(content, append([]string{"WARC-Type: response", "WARC-Target-URI: " + url, "WARC-Date: 2026-03-01T10:00:00Z"}, more...)...)
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.String()
}

func zstandard(s string) string {
	z, _ := zstd.NewWriter(nil)
	return string(z.EncodeAll([]byte(s), nil))
}

// got is what a source gave: documents in short form, errors as they are.
func got(docs func(func(*record.Document, error) bool)) []string {
	var all []string
	docs(func(d *record.Document, err error) bool {
		switch {
		case err != nil:
			all = append(all, "error: "+strings.TrimPrefix(err.Error(), ": ")) // no file
		default:
			cut := ""
			if d.Cut {
				cut = " cut"
			}
			all = append(all, fmt.Sprintf("%s %d %q %s%s", d.URL, d.Status, d.Header.Get("Content-Type"), d.Body, cut))
		}
		return true
	})
	return all
}

func TestWARC(t *testing.T) {
	const url, html = "http://blog.example/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
	tests := []struct {
		name, file string
		want       []string
		err        string // why the file cannot be read any further
	}{
		{"an answer among other records", entry("software: x\r\n", "WARC-Type: warcinfo") + entry("GET /a HTTP/1.1\r\n\r\n", "WARC-Type: request", "WARC-Target-URI: "+url) +
			response(url, html+"\r\n<p>Hello") + entry("x", "WARC-Type: metadata", "WARC-Target-URI: "+url) + entry("", "WARC-Type: revisit", "WARC-Target-URI: "+url),
			[]string{url + ` 200 "text/html; charset=utf-8" <p>Hello`}, ""},
		{"names of fields in any case, address in brackets", strings.NewReplacer("WARC-Type", "warc-type", "Content-Length", "CONTENT-LENGTH", url, "<"+url+">").Replace(response(url, html+"\r\nx")),
			[]string{url + ` 200 "text/html; charset=utf-8" x`}, ""},
		{"not found", response(url, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno"), []string{url + ` 404 "text/html" no`}, ""},
		{"no media type", response(url, "HTTP/1.0 200 OK\r\n\r\nx"), []string{url + ` 200 "" x`}, ""},
		{"line feeds only", response(url, "HTTP/1.0 200 OK\nContent-Type: text/html\n\nx\r\n\r\ny"), []string{url + " 200 \"text/html\" x\r\n\r\ny"}, ""},
		{"a picture", response(url, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\nx"), nil, ""},
		{"chunked", response(url, html+"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"), []string{url + ` 200 "text/html; charset=utf-8" abc`}, ""},
		{"said to be chunked", response(url, html+"Transfer-Encoding: chunked\r\n\r\n<p>abc"), []string{url + ` 200 "text/html; charset=utf-8" <p>abc`}, ""},
		{"broken off within a chunk", response(url, html+"Transfer-Encoding: chunked\r\n\r\n9\r\nabc"), []string{url + ` 200 "text/html; charset=utf-8" abc cut`}, ""},
		{"gzipped", response(url, html+"Content-Encoding: gzip\r\n\r\n"+zipped("abc")), []string{url + ` 200 "text/html; charset=utf-8" abc`}, ""},
		{"gzipped and broken off", response(url, html+"Content-Encoding: gzip\r\n\r\n"+zipped(strings.Repeat("abc", 9))[:20]), []string{url + ` 200 "text/html; charset=utf-8" abcabcabcabc` + "abcabcabcabcabc"}, ""},
		{"said to be gzipped", response(url, html+"Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nabc"), []string{url + ` 200 "text/html; charset=utf-8" abc`}, ""},
		{"said to be brotli", response(url, html+"Content-Encoding: br\r\n\r\n<p>abc"), []string{url + ` 200 "text/html; charset=utf-8" <p>abc`}, ""},
		{"two encodings", response(url, html+"Content-Encoding: zstd, gzip\r\n\r\n"+zipped(zstandard("abc"))), []string{url + ` 200 "text/html; charset=utf-8" abc`}, ""},
		{"too many encodings", response(url, html+"Content-Encoding: br, br, br, br, br\r\n\r\nx"), []string{"error: record 1, " + url + ": it has 5 content encodings"}, ""},
		{"an unknown encoding", response(url, html+"Content-Encoding: rot13\r\n\r\nx"), []string{"error: record 1, " + url + `: there is no content encoding "rot13"`}, ""},
		{"a bomb", response(url, html+"Content-Encoding: gzip\r\n\r\n"+zipped(strings.Repeat("x", int(MaxBody)+1))), []string{"error: record 1, " + url + ": it has more than 16 MiB, which no page has"}, ""},
		{"truncated by the archive", response(url, html+"\r\nabc", "WARC-Truncated: length"), []string{url + ` 200 "text/html; charset=utf-8" abc cut`}, ""},
		{"no HTTP, then a page", response(url, "hello") + response(url, html+"\r\nx"), []string{"error: record 1, " + url + `: its HTTP header cannot be read: malformed HTTP response "hello"`, url + ` 200 "text/html; charset=utf-8" x`}, ""},
		{"another scheme", response("dns:blog.example", "20260301 blog.example. 300 IN A 192.0.2.1"), nil, ""},
		{"no address", response("http://[::1", html+"\r\nx"), []string{`error: record 1, http://[::1: "http://[::1": it is no well-formed address: Error: An IPv6 address is missing the closing U+005D (]). Url: 'http://[::1'`}, ""},
		{"a text of Common Crawl", entry("Hello\nworld", "WARC-Type: conversion", "WARC-Target-URI: "+url, "Content-Type: text/plain"), []string{url + " 200 \"text/plain\" Hello\nworld"}, ""},
		{"a resource", entry("<p>x", "WARC-Type: resource", "WARC-Target-URI: "+url, "Content-Type: text/html"), []string{url + ` 200 "text/html" <p>x`}, ""},
		{"broken off in the content", response(url, html+"\r\nx") + response(url, html+"\r\nabc")[:185], []string{url + ` 200 "text/html; charset=utf-8" x`}, "record 2: unexpected EOF"},
		{"broken off in the header", response(url, html+"\r\nx")[:40], nil, "after 0 records: unexpected EOF"},
		{"no WARC", "<!DOCTYPE html><html>\n", nil, `after 0 records: a record begins with "<!DOCTYPE html><html>", not with WARC/1.1: it is no WARC file, or damaged`},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", nil, `record 1: the length "" of its content is no number`},
		{"endless header", "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", maxHeader), nil, "after 0 records: the header of a record has more than 65536 bytes: it is no WARC file, or damaged"},
		{"endless line", "WARC/1.0\r\n" + strings.Repeat("a", 2*maxHeader), nil, "after 0 records: the header of a record has more than 65536 bytes: it is no WARC file, or damaged"},
		{"nothing", "", nil, ""},
	}
	for _, test := range tests {
		var err error
		lines := got(func(give func(*record.Document, error) bool) { err = documents(strings.NewReader(test.file), give) })
		if d := cmp.Diff(test.want, lines); d != "" {
			t.Errorf("%s (-want +got):\n%.2000s", test.name, d)
		}
		if err == nil && test.err != "" || err != nil && err.Error() != test.err {
			t.Errorf("%s: error %v, want %s", test.name, err, test.err)
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	page := response("http://blog.example/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx")
	saved := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	for name, content := range map[string]string{
		"b/two.html.gz": zipped("<p>two"), "b/one.HTM": "<p>one", "c.txt": "three", "d.jpg": "no", "a.warc.gz": zipped(page) + zipped(page), "e.wet.zst": zstandard(page), "f.html.gz": "\x1f\x8bbroken",
	} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644), os.Chtimes(path, saved, saved)); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	lines := got(s.Documents(context.Background()))
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], dir, "DIR")
	}
	want := []string{
		`http://blog.example/a 200 "text/html" x`, `http://blog.example/a 200 "text/html" x`, `DIR/b/one.HTM 200 "" <p>one`, `DIR/b/two.html.gz 200 "" <p>two`,
		`DIR/c.txt 200 "text/plain" three`, `http://blog.example/a 200 "text/html" x`, "error: DIR/f.html.gz: unexpected EOF",
	}
	if d := cmp.Diff(want, lines); d != "" {
		t.Errorf("documents (-want +got):\n%s", d)
	}
	for doc := range s.Documents(context.Background()) {
		if !doc.Time.Equal(saved) {
			t.Errorf("%s is of %v", doc.URL, doc.Time)
		}
		break
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range s.Documents(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a source that is stopped gives %v", err)
		}
	}
	for _, name := range []string{filepath.Join(dir, "none"), t.TempDir()} {
		if _, err := Open(name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("Open(%s) gives %v", name, err)
		}
	}
}

// A link to a folder is that folder; one in it that leads nowhere is damaged, and the others are read.
func TestOpenLinks(t *testing.T) {
	dir := t.TempDir()
	folder, link := filepath.Join(dir, "saved"), filepath.Join(dir, "link")
	err := errors.Join(os.Mkdir(folder, 0o755), os.WriteFile(filepath.Join(folder, "a.txt"), []byte("one"), 0o644),
		os.WriteFile(filepath.Join(folder, "c.txt"), []byte("three"), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Symlink(folder, link), os.Symlink("nowhere", filepath.Join(folder, "b.txt")), os.Symlink("nowhere", filepath.Join(folder, "b.jpg"))); err != nil {
		t.Skipf("no links can be made: %v", err)
	}
	s, err := Open(link)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, line := range got(s.Documents(context.Background())) {
		lines = append(lines, strings.ReplaceAll(line, link, "LINK"))
	}
	want := []string{`LINK/a.txt 200 "text/plain" one`, "error: LINK/b.txt: no such file or directory", `LINK/c.txt 200 "text/plain" three`}
	if d := cmp.Diff(want, lines); d != "" {
		t.Errorf("documents (-want +got):\n%s", d)
	}
}

func TestList(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"lines", "# blogs\nhttps://a.example/\nnonsense\nhttps://b.example/?utm_source=x", "https://a.example/ page, error, https://b.example/ page"},
		{"sitemap", zipped("<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"), "https://a.example/s.xml sitemap"},
		{"feed", `<rss version="2.0"><channel><item><link>https://a.example/1</link></item></channel></rss>`, "https://a.example/1 page"},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		name := filepath.Join(t.TempDir(), "list")
		if err := os.WriteFile(name, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		var all []string
		for l, err := range List(name) {
			if err != nil {
				if !strings.Contains(err.Error(), name) {
					t.Errorf("%s: the error %v does not name the file", test.name, err)
				}
				all = append(all, "error")
				continue
			}
			all = append(all, l.URL+" "+string(l.Kind))
		}
		if got := strings.Join(all, ", "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	for _, err := range List(filepath.Join(t.TempDir(), "none")) {
		if err == nil {
			t.Error("a list that is not there gives no error")
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(response("http://blog.example/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")))
	f.Add([]byte(entry("Hello", "WARC-Type: conversion", "WARC-Target-URI: http://blog.example/", "Content-Type: text/plain")))
	f.Fuzz(func(t *testing.T, b []byte) {
		count := 0
		_ = documents(bytes.NewReader(b), func(d *record.Document, err error) bool {
			if count++; err == nil && (int64(len(d.Body)) > MaxBody || !strings.HasPrefix(d.URL, "http")) {
				t.Errorf("%s has %d bytes", d.URL, len(d.Body))
			}
			return true
		})
		if count > len(b)/8 {
			t.Errorf("%d documents in %d bytes", count, len(b))
		}
	})
}

func FuzzDecoded(f *testing.F) {
	f.Add([]byte(zipped("abc")), "gzip")
	f.Add([]byte(zstandard("abc")), "zstd, br")
	f.Fuzz(func(t *testing.T, b []byte, encodings string) {
		if plain, err := decoded(b, encodings); err == nil && int64(len(plain)) > MaxBody {
			t.Errorf("%d bytes", len(plain))
		}
	})
}
