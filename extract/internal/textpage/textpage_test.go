package textpage_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/textpage"
	"github.com/scholia/scholia/extract/page"
)

var update = flag.Bool("update", false, "write the pages that the texts of testdata give beside them")

// Each text of testdata gives the page beside it.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no texts in testdata")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := textpage.Read(string(text))
			golden := strings.TrimSuffix(file, ".txt") + ".json"
			if *update {
				if err := os.WriteFile(golden, []byte(indent(t, got)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := differ(string(want), indent(t, got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func indent(t *testing.T, p *page.Page) string {
	t.Helper()
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

// differ shows the first line in which two texts are not the same.
func differ(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %s\n got %s", i+1, w[i], g[i])
		}
	}
	if len(w) != len(g) {
		return fmt.Sprintf("%d lines, want %d", len(g), len(w))
	}
	return ""
}

// Depth, length and broken structure must not slow the reader down or make it fail.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := textpage.Read(text)
		found := 0
		for _, c := range p.Comments.All() {
			if c.Kind == page.Remark {
				found++
			}
		}
		if found != p.Comments.Found {
			t.Errorf("Found is %d, there are %d", p.Comments.Found, found)
		}
	})
}
