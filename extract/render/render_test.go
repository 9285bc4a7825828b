package render_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

var update = flag.Bool("update", false, "write what the pages of testdata give in each format")

// pages reads the pages of testdata: <name>.json, beside what each format must write.
func pages(t testing.TB) map[string]*page.Page {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.json")
	if len(files) == 0 {
		t.Fatal("no pages in testdata")
	}
	all := map[string]*page.Page{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := &page.Page{}
		if err := json.Unmarshal(text, p); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[strings.TrimSuffix(file, ".json")] = p
	}
	return all
}

// Every format writes the file beside the page.
func TestFormats(t *testing.T) {
	for name, p := range pages(t) {
		for _, format := range render.Formats {
			if format.Name == "jsonl" {
				continue
			}
			golden := name + "." + format.Name
			var got bytes.Buffer
			if err := format.Write(&got, p); err != nil {
				t.Fatal(err)
			}
			if *update && format.Name != "json" {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := differ(string(want), got.String()); diff != "" {
				t.Errorf("%s, %s", golden, diff)
			}
		}
	}
}

func TestJSONLineIsOneLine(t *testing.T) {
	for name, p := range pages(t) {
		var line, indented bytes.Buffer
		if err := render.JSONLine(&line, p); err != nil {
			t.Fatal(err)
		}
		if n := bytes.IndexByte(line.Bytes(), '\n'); n != line.Len()-1 {
			t.Errorf("%s: line end at byte %d of %d", name, n, line.Len())
		}
		if err := json.Indent(&indented, line.Bytes(), "", "  "); err != nil {
			t.Fatal(err)
		}
		want, _ := os.ReadFile(name + ".json")
		if diff := differ(string(want), indented.String()); diff != "" {
			t.Errorf("%s, %s", name, diff)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, name := range []string{"json", "jsonl", "md", "text", "html"} {
		if f, ok := render.Lookup(name); !ok || f.Name != name {
			t.Errorf("Lookup(%q) = %q, %v", name, f.Name, ok)
		}
	}
	if _, ok := render.Lookup("docx"); ok {
		t.Error(`Lookup("docx") finds a format`)
	}
}

// differ shows the first line in which two texts are not the same.
func differ(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %q\n got %q", i+1, w[i], g[i])
		}
	}
	if len(w) != len(g) {
		return fmt.Sprintf("%d lines, want %d", len(g), len(w))
	}
	return ""
}
