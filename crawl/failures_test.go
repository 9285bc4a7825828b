package crawl_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl"
)

// captured is a WARC record of an answer.
func captured(url, answer string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(answer), answer)
}

// What an archive has of an address is its page, whatever else was captured before or after; what has none is listed.
func TestFailuresInArchives(t *testing.T) {
	const header = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	const down = "HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/html\r\n\r\nlater"
	page := header + "\r\n<title>A lamp</title><article><h1>A lamp</h1>" +
		strings.Repeat("<p>The lamp above the door was lit again in the evening, and nobody knew by whom.</p>", 5) + "</article>"
	dir := t.TempDir()
	archive := captured("https://a.example/lamp", down) + captured("https://a.example/lamp", page) + captured("https://a.example/lamp", down) +
		captured("https://a.example/old", "HTTP/1.1 301 Moved Permanently\r\nContent-Type: text/html\r\nLocation: /lamp\r\n\r\n") +
		captured("https://a.example/down", down) +
		captured("https://a.example/coded", header+"Content-Encoding: rot13\r\n\r\nnpxabjyrqtr") +
		"WARC/1.1\r\nWARC-Type: resource\r\n"
	name := filepath.Join(dir, "pages.warc")
	if err := os.WriteFile(name, []byte(archive), 0o644); err != nil {
		t.Fatal(err)
	}
	j := crawl.Job{Sources: []string{name}, Output: filepath.Join(dir, "out.jsonl")}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	if got := records(t, j.Output); len(got) != 1 || got[0].Title != "A lamp" {
		t.Errorf("%d records:\n%s", len(got), s)
	}
	want := map[string]crawl.Outcome{
		"https://a.example/old":   {URL: "https://a.example/old", Outcome: "redirected", Status: 301},
		"https://a.example/down":  {URL: "https://a.example/down", Outcome: "failed", Reason: "status 500 Internal Server Error", Status: 500},
		"https://a.example/coded": {URL: "https://a.example/coded", Outcome: "failed", Reason: "damaged"},
		name:                      {URL: name, Outcome: "failed", Reason: "damaged"},
	}
	if d := cmp.Diff(want, outcomes(t, s.List)); d != "" {
		t.Errorf("outcomes (-want +got):\n%s", d)
	}
	if s.Repeated != 2 {
		t.Errorf("%d documents were left out, want 2", s.Repeated)
	}
}
