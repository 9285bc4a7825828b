package fetch_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl/internal/fetch"
	"github.com/scholia/scholia/crawl/internal/record"
)

func zipped(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Bytes()
}

// answers are what the test's server has under each path.
var answers = map[string]http.HandlerFunc{
	"/plain": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		_, _ = fmt.Fprintf(w, "caf\xe9 %s %s", r.UserAgent(), r.Header.Get("If-None-Match"))
	},
	"/gzip": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write(zipped([]byte("<p>packed")))
	},
	"/file.xml.gz": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		_, _ = w.Write(zipped([]byte("<urlset/>")))
	},
	"/bomb": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write(zipped(make([]byte, 1<<20)))
	},
	"/large":    func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(bytes.Repeat([]byte("<p>text"), 20_000)) },
	"/image":    func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") },
	"/header":   func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 200_000)) },
	"/redirect": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/plain", http.StatusFound) },
	"/encoding": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		_, _ = w.Write([]byte("x"))
	},
	"/slow": func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte("."))
			_ = http.NewResponseController(w).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	},
	"/cut": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<p>half"))
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	},
	"/none":  func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	"/error": func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusTeapot) },
}

func serve(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	for path, answer := range answers {
		mux.HandleFunc(path, answer)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestGet(t *testing.T) {
	server := serve(t)
	client := fetch.New(fetch.Options{
		Agent: "scholia/1", AllowPrivate: true,
		Limits: fetch.Limits{Body: 100_000, Decompressed: 200_000, Time: 300 * time.Millisecond},
	})
	defer client.Close()
	worker := client.Worker()
	tests := []struct {
		path, body string
		status     int
		cut        bool
		reason     string
		again      bool
		refused    bool
	}{
		{path: "/plain", body: "caf\xe9 scholia/1 \"e\"", status: 200},
		{path: "/gzip", body: "<p>packed", status: 200},
		{path: "/file.xml.gz", body: string(zipped([]byte("<urlset/>"))), status: 200},
		{path: "/redirect", body: "<a href=\"/plain\">Found</a>.\n\n", status: 302},
		{path: "/error", body: "no\n", status: 418},
		{path: "/cut", body: "<p>half", status: 200, cut: true},
		{path: "/bomb", reason: "body too large"},
		{path: "/large", reason: "body too large"},
		{path: "/image", reason: "not text", refused: true},
		{path: "/encoding", reason: "body cannot be decompressed"},
		{path: "/header", reason: "broken answer", again: true},
		{path: "/slow", reason: "timeout", again: true},
		{path: "/none", reason: "broken answer", again: true},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			doc, err := worker.Get(t.Context(), fetch.Request{
				URL: server.URL + test.path, Header: http.Header{"If-None-Match": {`"e"`}},
				Types: func(t string) bool { return !strings.HasPrefix(t, "image/") },
			})
			if test.reason != "" {
				var e *fetch.Error
				if !errors.As(err, &e) || e.Reason != test.reason || e.Again != test.again || e.Refused != test.refused || e.URL != server.URL+test.path {
					t.Errorf("error %+v", e)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if string(doc.Body) != test.body || doc.Status != test.status || doc.Cut != test.cut || doc.URL != server.URL+test.path {
				t.Errorf("status %d, cut %v, body %q", doc.Status, doc.Cut, doc.Body)
			}
		})
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	server := serve(t)
	host := strings.TrimPrefix(server.URL, "http://")
	_, port, _ := strings.Cut(host, ":")
	tests := []struct {
		name    string
		options fetch.Options
		url     string
		refused bool
	}{
		{name: "loopback", url: server.URL, refused: true},
		{name: "a name that leads there", url: "http://localhost:" + port, refused: true},
		{name: "IPv6 with the IPv4 address in it", url: "http://[::ffff:127.0.0.1]:" + port, refused: true},
		{name: "metadata of clouds", url: "http://169.254.169.254/", refused: true},
		{name: "a private network", url: "http://10.0.0.1/", refused: true},
		{name: "a host that is allowed", url: server.URL, options: fetch.Options{AllowHosts: []string{host}}},
		{name: "another port of it", url: server.URL, options: fetch.Options{AllowHosts: []string{"127.0.0.1"}}, refused: true},
		{name: "all allowed", url: server.URL, options: fetch.Options{AllowPrivate: true}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			client := fetch.New(test.options)
			defer client.Close()
			_, err := client.Worker().Get(t.Context(), fetch.Request{URL: test.url + "/plain"})
			var e *fetch.Error
			if errors.As(err, &e) && e.Refused != test.refused || (err != nil) != test.refused {
				t.Errorf("error %+v", err)
			}
		})
	}
}

func TestExchangesAreTold(t *testing.T) {
	server := serve(t)
	var got []*record.Exchange
	client := fetch.New(fetch.Options{Agent: "scholia/1", AllowPrivate: true})
	defer client.Close()
	keep := func(x *record.Exchange) { got = append(got, x) }
	if _, err := client.Worker().Get(t.Context(), fetch.Request{URL: server.URL + "/gzip", Exchange: keep}); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || !bytes.Equal(got[0].Body, zipped([]byte("<p>packed"))) || got[0].StatusText != "200 OK" ||
		got[0].Request.Get("User-Agent") != "scholia/1" || got[0].Response.Get("Content-Encoding") != "gzip" {
		t.Errorf("exchanges %+v", got)
	}
}
