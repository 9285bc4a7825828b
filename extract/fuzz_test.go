package extract_test

import (
	"bytes"
	"testing"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// spread is how many bytes of JSON a page may give for one of its own: a text stands in its block, in the text of
// the comment or page that holds it and in those of the lists and quotes around it, as \ufffd at worst, and a
// link of three bytes becomes an address with its host.
const spread = 64

// FuzzBytes reads any input: it may not panic, what it gives is as the schema describes it, and its size is in
// proportion to the input's.
func FuzzBytes(f *testing.F) {
	for _, dir := range append(fixtureDirs(f, fixtures), fixtureDirs(f, pending)...) {
		b, _ := fixtureBytes(f, dir)
		f.Add(b)
	}
	for _, h := range hostile(1 << 8) {
		f.Add([]byte(h.page))
	}
	s := schema(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := extract.Bytes(b, extract.WithURL("https://blog.example/a/b?c"))
		if err != nil {
			return
		}
		line := inProportion(t, p, len(b))
		valid(t, s, line)
	})
}

// inProportion fails the test when the page p, read from size bytes, has too much in it. It gives p's JSON.
func inProportion(t *testing.T, p *page.Page, size int) []byte {
	t.Helper()
	line := p.AppendJSON(nil)
	if limit := spread*size + 1<<12; len(line) > limit {
		t.Errorf("%d bytes give %d bytes of JSON, more than %d: %s...", size, len(line), limit, bytes.TrimSpace(line[:300]))
	}
	return line
}
