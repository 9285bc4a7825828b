package outline

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/page"
)

var update = flag.Bool("update", false, "write what is read into testdata")

// sample is a piece of HTML and what is read from it: a line of JSON for each section at the top.
type sample struct{ name, html, want string }

// samples reads a file of testdata: "=== name", the HTML, "---", what is read.
func samples(t testing.TB, file string) []sample {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for part := range strings.SplitSeq(string(b), "=== ") {
		if part == "" {
			continue
		}
		name, rest, _ := strings.Cut(part, "\n")
		source, want, _ := strings.Cut(rest, "\n---\n")
		all = append(all, sample{name, strings.TrimSuffix(source, "\n---"), strings.TrimSpace(want)})
	}
	return all
}

var base = &url.URL{Scheme: "https", Host: "blog.example", Path: "/2024/a.html"}

// TestSections reads the body of every sample. Run with -update to write the results, then read the difference.
func TestSections(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		var out strings.Builder
		for _, s := range samples(t, file) {
			got := asLines(t, readBody(domtest.Index(t, s.html)))
			fmt.Fprintf(&out, "=== %s\n%s\n---\n%s\n", s.name, s.html, got)
			if got != s.want && !*update {
				t.Errorf("%s: %s\n%s\ngot  %s\nwant %s", file, s.name, s.html, got, s.want)
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// readBody reads the body, or what stands in an element with the id "selected".
func readBody(x *dom.Index) []*page.Section {
	n := x.ByID("selected")
	for c := dom.ID(0); n == dom.None && int(c) < x.Len(); c++ {
		if x.Node(c).HTML.Data == "body" {
			n = c
		}
	}
	return Sections(x, dom.Selection{x.Subtree(max(n, 0))}, Context{Base: base, Title: "The title"})
}

func asLines(t *testing.T, sections []*page.Section) string {
	var b strings.Builder
	for _, s := range sections {
		line, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		check(t, s)
		b.Write(line)
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

// check tells what of a section breaks the rules that hold for all.
func check(t testing.TB, s *page.Section) {
	t.Helper()
	checkText(t, s.Heading, s.Inlines)
	for _, b := range s.Blocks {
		checkBlock(t, b)
	}
	for _, sub := range s.Sections {
		if sub.Heading == "" || sub.Level == 0 {
			t.Errorf("a section within another has no heading: %+v", sub)
		}
		check(t, sub)
	}
}

func checkBlock(t testing.TB, b *page.Block) {
	t.Helper()
	empty := b.Text == "" && len(b.Images) == 0 && b.URL == "" && len(b.Rows) == 0 && b.Summary == "" && len(b.Inlines) == 0 &&
		len(b.Items) == 0
	if empty != (b.Type == page.Separator) {
		t.Errorf("empty block: %+v", b)
	}
	switch b.Type {
	case page.Table:
		checkInlines(t, b.Inlines)
		for _, row := range b.Rows {
			for i := range row.Cells {
				checkText(t, row.Cells[i].Text, row.Cells[i].Inlines)
			}
		}
	case page.Code, page.Math:
	default:
		checkText(t, b.Text, b.Inlines)
	}
	for i := range b.Images {
		checkAddress(t, b.Images[i].URL)
	}
	checkAddress(t, b.URL)
	for _, item := range b.Items {
		if len(item.Blocks) == 0 && item.Term == "" {
			t.Errorf("empty item in %+v", b)
		}
		for _, inner := range item.Blocks {
			checkBlock(t, inner)
		}
	}
	for _, inner := range b.Blocks {
		checkBlock(t, inner)
	}
}

// checkText: inlines flatten to the text, which has no white space at its ends.
func checkText(t testing.TB, text string, inlines []page.Inline) {
	t.Helper()
	if inlines != nil && plain(inlines) != text {
		t.Errorf("inlines flatten to %q, text is %q", plain(inlines), text)
	}
	if strings.Trim(text, " \n\t") != text && !strings.Contains(text, "\t") {
		t.Errorf("white space around %q", text)
	}
	checkInlines(t, inlines)
}

func checkInlines(t testing.TB, inlines []page.Inline) {
	t.Helper()
	for i := range inlines {
		in := &inlines[i]
		if in.Type == page.Text && (in.Text == "" || i > 0 && inlines[i-1].Type == page.Text) {
			t.Errorf("text inlines empty or not merged: %+v", inlines)
		}
		checkAddress(t, in.URL)
		checkInlines(t, in.Inlines)
	}
}

func checkAddress(t testing.TB, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil || address != "" && address[0] != '#' && (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") {
		t.Errorf("address %q: %v", address, err)
	}
}
