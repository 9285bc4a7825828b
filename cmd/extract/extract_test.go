package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"extract": main})
}

// TestScripts runs the command as users do; see testdata/script. $SITE is a server of pages.
func TestScripts(t *testing.T) {
	site := httptest.NewServer(pages())
	t.Cleanup(site.Close)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SITE", site.URL)
			return compressedPages(env.WorkDir)
		},
	})
}

// compressedPages writes what a script cannot hold: a compressed page, one that breaks off, and one that is too large.
func compressedPages(dir string) error {
	whole, large := compressed("<title>Z</title><p>Page z has some words.</p>"), compressed(strings.Repeat("<p>large", 3<<20))
	for name, content := range map[string][]byte{"z.html.gz": whole, "damaged.html.gz": whole[:len(whole)-9], "large.html.gz": large} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func compressed(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close() // neither fails in memory
	return b.Bytes()
}

// pages are those of the server: a post, what leads to it or to itself, what is not there, and what has no end.
func pages() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/post", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		fmt.Fprintf(w, "<title>Caf\xe9</title><article><h1>Caf\xe9</h1><p>%s <a href=more>More</a> for %s.</p></article>",
			strings.Repeat("The caf\xe9 at the corner opens early, and nobody minds. ", 8), strings.SplitN(r.UserAgent(), "/", 2)[0])
	})
	mux.Handle("/moved", http.RedirectHandler("/post", http.StatusMovedPermanently))
	mux.Handle("/circle", http.RedirectHandler("/circle", http.StatusFound))
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for block := make([]byte, 1<<20); r.Context().Err() == nil; {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	return mux
}

func TestFileNames(t *testing.T) {
	sources := []input{
		{source: "a/page.html"}, {source: "b/PAGE.html.gz"}, {source: "b/page.txt"},
		{source: "site/x/y.htm", within: filepath.Join("x", "y.htm")}, {source: "-"}, {source: ".hidden.html"}, {source: "nul.html"},
		{source: "a: b?.html"}, {source: "https://example.org/a/b.html?x=1&y=../2"}, {source: "https://example.org/"},
		{source: "notes.md"}, {source: strings.Repeat("é", 300) + ".html"}, {source: "..."},
	}
	want := []string{
		"page.md", "PAGE-2.md", "page-3.md", filepath.Join("x", "y.md"), "stdin.md", "_hidden.md", "_nul.md", "a__b_.md",
		"example.org_a_b.html_x_1_y_.._2.md", "example.org.md", "notes.md.md", strings.Repeat("é", 100) + ".md", "_.md",
	}
	if got := fileNames(sources, ".md"); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
