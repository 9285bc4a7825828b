package extract_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

var update = flag.Bool("update", false, "write what the fixtures give into their page.json; read it before you commit it")

// fixtures holds a folder for each way to mark up a page: page.html or page.txt, the page.json that it must give,
// given.json, if a reader needs to be told more than the page itself says, rules.yaml, if it is read by rules of its
// site, and for what is about markup also the Markdown and the HTML that are made of it.
const fixtures = "../testdata"

// pending holds fixtures in the same form that are not read right yet: what their page.json says is what is right.
const pending = "../testdata/pending"

// confidence is the line that holds it in a page's indented JSON.
var confidence = regexp.MustCompile(`(?m)^  "confidence": .*\n`)

// given is what the caller knows about a page besides its bytes.
type given struct {
	URL         string    `json:"url"`
	ContentType string    `json:"content_type"`
	Saved       time.Time `json:"saved"`
	Platform    string    `json:"platform"` // by whose row of the table of platforms it is read
}

// TestFixtures compares all that is read of each fixture with what a careful reader would write down. That is all
// of a page but its confidence, which no reader could write down.
func TestFixtures(t *testing.T) {
	s := schema(t)
	for _, dir := range fixtureDirs(t, fixtures) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			got := readFixture(t, dir)
			valid(t, s, got)
			compare(t, filepath.Join(dir, "page.json"), confidence.ReplaceAll(got, nil))
		})
	}
}

// renderings are the files of a fixture that hold it in other formats.
var renderings = []struct {
	file  string
	write func(w io.Writer, p *page.Page) error
}{
	{"page.md", func(w io.Writer, p *page.Page) error { return render.Markdown(w, p) }},
	{"rendered.html", render.HTML},
}

// TestRenderings compares the Markdown and the HTML of each fixture about markup with what they must be.
func TestRenderings(t *testing.T) {
	for _, dir := range fixtureDirs(t, fixtures) {
		if !strings.HasPrefix(filepath.Base(dir), "markup-") {
			continue
		}
		p := fixturePage(t, dir)
		for _, r := range renderings {
			t.Run(filepath.Join(filepath.Base(dir), r.file), func(t *testing.T) {
				var got bytes.Buffer
				if err := r.write(&got, p); err != nil {
					t.Fatal(err)
				}
				compare(t, filepath.Join(dir, r.file), got.Bytes())
			})
		}
	}
}

// compare compares what was made with what a file says it must be; with -update it writes the file.
func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: run the test with -update to write it", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (- wanted, + made):\n%s", file, diff)
	}
}

// TestPending keeps the pending fixtures honest: one that is read right belongs to the others.
func TestPending(t *testing.T) {
	s := schema(t)
	for _, dir := range fixtureDirs(t, pending) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			got := readFixture(t, dir)
			valid(t, s, got)
			want, err := os.ReadFile(filepath.Join(dir, "page.json"))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(want, confidence.ReplaceAll(got, nil)) {
				t.Errorf("%s is read right now: move it to %s", dir, fixtures)
			}
		})
	}
}

// fixtureDirs are the fixtures below a folder in the order of their names.
func fixtureDirs(t testing.TB, folder string) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(folder, "*", "page.json"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no fixtures in %s: %v", folder, err)
	}
	for i, p := range pages {
		pages[i] = filepath.Dir(p)
	}
	return pages
}

// readFixture is the page of a fixture as indented JSON.
func readFixture(t *testing.T, dir string, more ...extract.Option) []byte {
	t.Helper()
	return indented(t, fixturePage(t, dir, more...))
}

// fixturePage reads the page of a fixture.
func fixturePage(t *testing.T, dir string, more ...extract.Option) *page.Page {
	t.Helper()
	b, file := fixtureBytes(t, dir)
	g := readGiven(t, dir)
	p, err := extract.Bytes(b, append([]extract.Option{
		extract.WithSource(file), extract.WithURL(g.URL), extract.WithContentType(g.ContentType), extract.WithSaved(g.Saved),
		extract.WithRules(fixtureRules(t, dir)),
	}, more...)...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// fixtureRules are those of a site, if a fixture has a file of them.
func fixtureRules(t *testing.T, dir string) *extract.Rules {
	t.Helper()
	file, err := os.Open(filepath.Join(dir, "rules.yaml"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rules, err := extract.ReadRules(file)
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

// readGiven is what a fixture says besides its bytes.
func readGiven(t *testing.T, dir string) (g given) {
	t.Helper()
	switch sidecar, err := os.ReadFile(filepath.Join(dir, "given.json")); {
	case err == nil:
		if err := json.Unmarshal(sidecar, &g); err != nil {
			t.Fatalf("%s/given.json: %v", dir, err)
		}
	case !errors.Is(err, fs.ErrNotExist):
		t.Fatal(err)
	}
	return g
}

// fixtureBytes are a fixture's bytes and the name of the file that holds them.
func fixtureBytes(t testing.TB, dir string) (b []byte, file string) {
	t.Helper()
	for _, file := range []string{"page.html", "page.txt"} {
		b, err := os.ReadFile(filepath.Join(dir, file))
		if err == nil {
			return b, file
		}
		if !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	t.Fatalf("%s has neither page.html nor page.txt", dir)
	return nil, ""
}

func indented(t *testing.T, v json.Marshaler) []byte {
	t.Helper()
	line, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, line, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// schema is the published form of a page's JSON.
func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../docs/page.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// valid fails the test when b is not JSON as the schema s describes it.
func valid(t testing.TB, s *jsonschema.Schema, b []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		t.Fatalf("not JSON: %v\n%s", err, b)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%v\n%s", err, b)
	}
}
