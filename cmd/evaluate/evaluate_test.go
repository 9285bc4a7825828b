package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus writes a folder in the layout of WCXB: two pages, one of them compressed, and one that is no text.
func corpus(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "pages")
	article := func(words string) string {
		return "<!DOCTYPE html><html><head><title>The mill</title></head><body><article><h1>The mill</h1><p>" +
			strings.Repeat(words+" ", 12) + "</p></article></body></html>"
	}
	gold := func(words string) string {
		return `{"ground_truth":{"main_content":"` + strings.Repeat(words+" ", 12) + `","title":"The mill"},"_internal":{"page_type":"article"}}`
	}
	for name, content := range map[string]string{
		"html/one.html":           article("The wheel of the old mill turned all night, and nobody slept."),
		"html/two.html.gz":        compressed(t, article("Nobody knows who built it, but everyone has an opinion.")),
		"html/three.html":         "%PDF-1.7 binary",
		"ground-truth/one.json":   gold("The wheel of the old mill turned all night, and nobody slept."),
		"ground-truth/two.json":   gold("Nobody knows who built it, but everyone has an opinion."),
		"ground-truth/three.json": gold("Text that nobody can read."),
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func compressed(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// run is the command's output and error.
func run(args ...string) (string, error) {
	var out bytes.Buffer
	c := command()
	c.SetOut(&out)
	c.SetArgs(args)
	err := c.Execute()
	return out.String(), err
}

func TestTables(t *testing.T) {
	out, err := run("--worst", "1", corpus(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"pages: content, 3 pages, 1 of them missing", "three article P=0.000 R=0.000 F1=0.000",
		"pages: metadata, 3 pages", "pages: speed, 3 pages", "failed=1", "pages_per_second=", "slowest: ",
		"three.html: extract ", "a PDF document",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

// What --out writes, --pred scores as before, only without the time that it took.
func TestPredictionsFile(t *testing.T) {
	dir, file := corpus(t), filepath.Join(t.TempDir(), "pages.jsonl")
	scores := func(args ...string) map[string]json.RawMessage {
		t.Helper()
		out, err := run(append(args, "--json", dir)...)
		if err != nil {
			t.Fatal(err)
		}
		var folders map[string]map[string]json.RawMessage
		if err := json.Unmarshal([]byte(out), &folders); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
		return folders["pages"]
	}
	extracted, read := scores("--out", file), scores("--pred", file)
	for _, table := range []string{"content", "metadata"} {
		if string(extracted[table]) != string(read[table]) || len(read[table]) == 0 {
			t.Errorf("%s: %s, then %s", table, extracted[table], read[table])
		}
	}
	if len(extracted["speed"]) == 0 || len(read["speed"]) != 0 || len(extracted["failed"]) == 0 {
		t.Errorf("%s\n%s", extracted, read)
	}
	if b, err := os.ReadFile(file); err != nil || bytes.Count(b, []byte("\n")) != 2 {
		t.Errorf("%s, %v", b, err)
	}
}

func TestGate(t *testing.T) {
	dir, floors := corpus(t), filepath.Join(t.TempDir(), "floors.yaml")
	for text, missed := range map[string]string{
		"pages: {content: {all: {f1: 0.5}}, speed: {all: {failed: 1, slowest: 60}}}": "",
		"pages: {content: {all: {f1: 0.99}}}":                                        "pages content all f1: ",
		"pages: {speed: {all: {failed: 0}}}":                                         "pages speed all failed: 1 is above its ceiling of 0",
		"page: {content: {all: {f1: 0.5}}}":                                          "floors.yaml holds no floors of pages",
		"pages: 3":                                                                   "does not hold floors",
	} {
		if err := os.WriteFile(floors, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		switch _, err := run("--gate", floors, dir); {
		case missed == "" && err != nil:
			t.Errorf("%s: %v", text, err)
		case missed != "" && (err == nil || !strings.Contains(err.Error(), missed)):
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestArgumentsThatCannotBe(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{nil, "no folder is given: evaluate --help says what folders hold"},
		{[]string{"--wrost", "3"}, "unknown flag: --wrost: evaluate --help names all flags"},
		{[]string{filepath.Join(t.TempDir(), "none")}, "none: no such file"},
		{[]string{t.TempDir()}, "holds no gold: give a folder with ground-truth/"},
	} {
		c := command()
		c.SetArgs(test.args)
		if err := c.Execute(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v gives the error %v, want %q in it", test.args, err, test.want)
		}
	}
}
