package render_test

import (
	"bytes"
	"testing"

	"github.com/scholia/scholia/extract/internal/readback"
	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// A page's text is read back as the same page, but for what Text does not write.
func TestTextReadsBack(t *testing.T) {
	for name, p := range pages(t) {
		if difference, err := readback.Text(p); err != nil || difference != "" {
			t.Errorf("%s: %s %v", name, difference, err)
		}
	}
}

// Whatever page a text is read as, writing that page and reading it again changes nothing.
func FuzzTextReadsBack(f *testing.F) {
	for _, p := range pages(f) {
		f.Add(text(f, p))
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := textpage.Read(s)
		written := text(t, p)
		got := textpage.Read(written)
		if diff := differ(indented(t, p), indented(t, got)); diff != "" {
			t.Errorf("%s\n%s", diff, written)
		}
	})
}

func text(t testing.TB, p *page.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Text(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func indented(t testing.TB, p *page.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
