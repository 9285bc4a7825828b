package testsite

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// broken are answers that are damaged, without end, or not what they say.
func broken(ctx context.Context) []Trap {
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { http.Error(w, http.StatusText(code), code) }
	}
	return []Trap{
		{Name: "forbidden", Path: "/status/403", Most: attempts, serve: status(403)},
		{Name: "not found", Path: "/status/404", Most: attempts, serve: status(404)},
		{Name: "gone", Path: "/status/410", Most: attempts, serve: status(410)},
		{Name: "always failing", Path: "/status/500", Most: attempts, serve: status(500)},
		{Name: "always unavailable", Path: "/status/503", Most: attempts, serve: unavailable},
		{Name: "empty", Path: "/empty", Most: attempts, serve: func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "text/html") }},
		{Name: "no content", Path: "/no-content", Most: attempts, serve: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }},
		{Name: "gzip bomb", Path: "/bomb", Most: attempts, serve: bomb},
		{Name: "truncated body", Path: "/truncated", Most: attempts, serve: truncated},
		{Name: "truncated gzip", Path: "/truncated-gzip", Most: attempts, serve: truncatedGzip},
		{Name: "not gzip", Path: "/not-gzip", Most: attempts, serve: notGzip},
		{Name: "endless body", Path: "/endless", Most: attempts, serve: endless(ctx, 0)},
		{Name: "dripping body", Path: "/drip", Most: attempts, serve: endless(ctx, 200*time.Millisecond)},
		{Name: "no answer", Path: "/hang", Most: attempts, serve: func(_ http.ResponseWriter, r *http.Request) { wait(ctx, r, time.Hour) }},
		{Name: "connection cut", Path: "/cut", Most: attempts, serve: raw("")},
		{Name: "no HTTP", Path: "/garbage", Most: attempts, serve: raw("220 mail.example ESMTP ready\r\n")},
		{Name: "huge header", Path: "/header", Most: attempts, serve: hugeHeader},
		{Name: "picture", Path: "/picture.jpg", Most: attempts, serve: typed("image/jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00")},
		{Name: "picture that says it is a page", Path: "/picture.html", Most: attempts, serve: typed("text/html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01")},
		{Name: "document", Path: "/paper.pdf", Most: attempts, serve: typed("application/pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")},
		{Name: "deep nesting", Path: "/deep", Record: true, serve: deep},
		{Name: "many siblings", Path: "/wide", Record: true, serve: wide},
		{Name: "wrong charset: says UTF-8, is windows-1252", Path: "/charset/1252", Record: true, serve: charset("utf-8", "caf\xe9 fa\xe7ade")},
		{Name: "wrong charset: says ISO-8859-1, is UTF-8", Path: "/charset/utf8", Record: true, serve: charset("iso-8859-1", "café façade")},
		{Name: "unknown charset", Path: "/charset/unknown", Record: true, serve: charset("x-klingon", "café façade")},
		{Name: "bad links", Path: "/bad-links", Record: true, serve: badLinks},
		{Name: "name that leaves the folder", Path: "/..%2f..%2f..%2fetc%2fpasswd", Record: true, serve: func(w http.ResponseWriter, _ *http.Request) { document(w, "../../../../tmp/escaped", story(11)) }},
		{Name: "name of a device", Path: "/CON.html", Record: true, serve: func(w http.ResponseWriter, _ *http.Request) { document(w, "CON", story(12)) }},
		{Name: "long name", Path: "/" + strings.Repeat("long-", 150), Record: true, serve: func(w http.ResponseWriter, _ *http.Request) { document(w, strings.Repeat("Long ", 500), story(13)) }},
		{Name: "sitemap that holds itself", Path: "/traps/sitemap-self.xml", Most: attempts, serve: typed("application/xml",
			"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>/traps/sitemap-self.xml</loc></sitemap></sitemapindex>")},
		{Name: "entities that explode", Path: "/traps/laughs.xml", Most: attempts, serve: typed("application/rss+xml", laughs())},
	}
}

func typed(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = io.WriteString(w, body)
	}
}

func charset(says, words string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset="+says)
		document(w, words, story(len(words))+"<p>"+words+"</p>")
	}
}

func unavailable(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Retry-After", "1")
	http.Error(w, "unavailable", http.StatusServiceUnavailable)
}

// bombBlock is 1 MiB of zeros as deflate blocks that end on a byte, and refer to nothing before them.
var bombBlock = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_ = z.Flush() // into memory: it cannot fail
	header := b.Len()
	_, _ = z.Write(make([]byte, 1<<20))
	_ = z.Flush()
	return bytes.Clone(b.Bytes()[header:])
})

// bomb answers with 1 MiB that is 1 GiB when decompressed, and is cut before gzip's checksum.
func bomb(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Encoding", "gzip")
	if _, err := w.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff}); err != nil {
		return
	}
	for range 1024 {
		if _, err := w.Write(bombBlock()); err != nil {
			return
		}
	}
}

// truncated promises more than it sends.
func truncated(w http.ResponseWriter, _ *http.Request) {
	body := story(21)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(2*len(body)))
	_, _ = io.WriteString(w, body)
	panic(http.ErrAbortHandler)
}

func truncatedGzip(w http.ResponseWriter, _ *http.Request) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, story(22))
	_ = z.Close()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Encoding", "gzip")
	_, _ = w.Write(b.Bytes()[:b.Len()/2])
}

func notGzip(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	document(w, "Not compressed", story(23))
}

// endless sends a page that goes on until the asker hangs up, with a pause after each piece.
func endless(ctx context.Context, pause time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		size := 1 << 14
		if pause > 0 {
			size = 8
		}
		piece := []byte(strings.Repeat("on and o", size/8))
		for ctx.Err() == nil {
			if _, err := w.Write(piece); err != nil || http.NewResponseController(w).Flush() != nil || !wait(ctx, r, pause) {
				return
			}
		}
	}
}

// wait tells whether a pause passed before the asker hung up or the server was closed.
func wait(ctx context.Context, r *http.Request, pause time.Duration) bool {
	if pause == 0 {
		return true
	}
	select {
	case <-ctx.Done():
		return false
	case <-r.Context().Done():
		return false
	case <-time.After(pause):
		return true
	}
}

// raw sends bytes instead of an HTTP answer, and cuts the connection.
func raw(answer string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		connection, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		defer connection.Close()
		_, _ = io.WriteString(connection, answer)
	}
}

func hugeHeader(w http.ResponseWriter, _ *http.Request) {
	for i := range 64 {
		w.Header().Set(fmt.Sprintf("X-Filler-%d", i), strings.Repeat("x", 64<<10))
	}
	document(w, "Huge header", story(24))
}

func deep(w http.ResponseWriter, _ *http.Request) {
	document(w, "Deep", story(25)+strings.Repeat("<div>", 100_000)+"bottom")
}

func wide(w http.ResponseWriter, _ *http.Request) {
	document(w, "Wide", story(26)+strings.Repeat("<i>x</i>", 100_000))
}

// badLinks has links that lead nowhere, or where no crawler should go.
func badLinks(w http.ResponseWriter, _ *http.Request) {
	links := []string{"javascript:void(0)", "data:text/html,hello", "mailto:someone@blog.example", "tel:+123", "http://[::1", "http://", "//", "http:///x",
		"http://127.0.0.1:99999/", "http://user:secret@127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/x", "http://169.254.169.254/latest/meta-data/",
		"http://10.0.0.1/", "http://[fd00::1]/", "http://0x7f000001:1/", "\x00\x01", "%zz", "?", "#", "/" + strings.Repeat("y", 70_000)}
	var b strings.Builder
	for _, l := range links {
		fmt.Fprintf(&b, "<a href=\"%s\">link</a> ", l)
	}
	document(w, "Bad links", story(27)+b.String())
}

// laughs is a feed whose entities double thirty times ("billion laughs").
func laughs() string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"ha\">")
	for i := range 30 {
		fmt.Fprintf(&b, "<!ENTITY e%d \"&e%d;&e%d;\">", i+1, i, i)
	}
	b.WriteString("]><rss version=\"2.0\"><channel><title>&e30;</title></channel></rss>")
	return b.String()
}
