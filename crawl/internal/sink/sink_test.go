package sink

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/scholia/scholia/crawl/internal/address"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

// made is the nth record of a crawl, as its line.
func made(t *testing.T, n int) []byte {
	t.Helper()
	score := 3
	r := record.Record{Page: page.Page{
		URL: fmt.Sprintf("https://blog.example/%d", n), Kind: page.Article, Title: fmt.Sprintf("Article %d", n), Text: strings.Repeat("text ", n%50),
		Authors: []page.Person{{Name: "Ann"}}, Words: n % 50,
		Sections: []*page.Section{{Blocks: []*page.Block{{Type: page.Paragraph, Text: "A"}, {Type: page.Paragraph, Text: "B"}}},
			{Heading: "H", Level: 2, Sections: []*page.Section{{Heading: "I", Level: 3}}}},
		Comments: page.Comments{Found: 3, Items: []*page.Comment{
			{Post: page.Post{ID: "1", Text: "yes", Score: &score}, Kind: page.Remark, Replies: []*page.Comment{{Post: page.Post{ID: "2", Text: "no", Author: &page.Person{Name: "Bob"}}, Kind: page.Remark}}},
			{Post: page.Post{ID: "3", Text: "so"}, Kind: page.Remark}}},
	}, Fetch: record.Fetch{URL: fmt.Sprintf("https://blog.example/%d", n), Status: 200, Time: time.Date(2026, 3, 1, 10, 0, n, 0, time.UTC)}}
	line, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

// written gives the titles or the file names of all that is in an output.
var written = map[string]func(t *testing.T, name string) []string{
	".jsonl":     func(t *testing.T, name string) []string { return titles(t, contents(t, name)) },
	".jsonl.zst": func(t *testing.T, name string) []string { return titles(t, inflated(t, contents(t, name))) },
	".parquet": func(t *testing.T, name string) []string {
		rows, err := parquet.ReadFile[row](name)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, r := range rows {
			all = append(all, r.Title)
		}
		return all
	},
	"": func(t *testing.T, name string) []string {
		var all []string
		err := fs.WalkDir(os.DirFS(name), ".", func(path string, d fs.DirEntry, err error) error {
			if !d.IsDir() {
				all = append(all, "Article "+strings.TrimSuffix(filepath.Base(path), ".md"))
				if b := contents(t, filepath.Join(name, path)); !bytes.Contains(b, []byte(all[len(all)-1])) {
					t.Errorf("%s has not the title %s:\n%s", path, all[len(all)-1], b)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	},
}

func contents(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func inflated(t *testing.T, b []byte) []byte {
	t.Helper()
	d, err := zstd.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if b, err = io.ReadAll(d); err != nil {
		t.Fatal(err)
	}
	return b
}

func titles(t *testing.T, b []byte) []string {
	t.Helper()
	var all []string
	for line := range bytes.Lines(b) {
		r, err := record.Parse(line)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r.Title)
	}
	return all
}

// Whatever is killed when, each record is in the output once, also when a complete one is added to.
func TestEachRecordOnce(t *testing.T) {
	for ending, read := range written {
		name := filepath.Join(t.TempDir(), "out"+ending)
		random := rand.New(rand.NewPCG(1, uint64(len(ending))))
		var saved record.Position
		var want []string
		for _, records := range []int{200, 200, 300} {
			saved = appendAndDie(t, name, saved, records, random)
			s, err := Open(name, saved)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Finish(); err != nil {
				t.Fatal(err)
			}
			for n := len(want); n < records; n++ {
				want = append(want, fmt.Sprintf("Article %d", n))
			}
			got, want := read(t, name), slices.Clone(want)
			if ending == "" {
				slices.Sort(want)
				slices.Sort(got)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%q with %d records (-want +got):\n%s", ending, records, d)
			}
		}
	}
}

// appendAndDie adds records up to a number, and is killed some times on the way. It gives the position that was saved last.
func appendAndDie(t *testing.T, name string, saved record.Position, records int, random *rand.Rand) record.Position {
	t.Helper()
	begun, kills := int(saved.Records), 0
	for int(saved.Records) < records {
		s, err := Open(name, saved)
		if err != nil {
			t.Fatal(err)
		}
		for n := int(saved.Records); n < records && (kills > 20 || random.IntN(15) > 0); n++ {
			if err := s.Append(made(t, n)); err != nil {
				t.Fatal(err)
			}
			if random.IntN(5) == 0 || n == records-1 {
				if saved, err = s.Sync(); err != nil {
					t.Fatal(err)
				}
			}
		}
		kills++
		// The process is gone: what was not synced may be in the file or not, or in part.
		if f, ok := s.(*lines); ok && random.IntN(2) == 0 && f.buffer != nil {
			_ = f.buffer.Flush()
		}
	}
	if kills < 3 && begun < records {
		t.Errorf("%s was killed only %d times", name, kills)
	}
	return saved
}

func TestParquetHasAll(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.parquet")
	s, err := Open(name, record.Position{})
	if err != nil {
		t.Fatal(err)
	}
	line := made(t, 7)
	if err := errors.Join(s.Append(line), s.Finish()); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.ReadFile[row](name)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	place := func(n int32) *int32 { return &n }
	three := int64(3)
	want := []comment{{ID: "1", Text: "yes", Score: &three, Kind: "comment"}, {ID: "2", Text: "no", Author: &person{Name: "Bob"}, Kind: "comment", Parent: place(0), Depth: 1},
		{ID: "3", Text: "so", Kind: "comment"}}
	if d := cmp.Diff(want, rows[0].Comments.Items); d != "" {
		t.Errorf("comments (-want +got):\n%s", d)
	}
	sections := []section{{Text: "A\n\nB"}, {Heading: "H", Level: 2}, {Heading: "I", Level: 3, Parent: place(1), Depth: 1}}
	if d := cmp.Diff(sections, rows[0].Sections); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
	if rows[0].JSON != string(line) || !rows[0].Fetch.Time.Equal(time.Date(2026, 3, 1, 10, 0, 7, 0, time.UTC)) || rows[0].Image != nil || rows[0].Comments.Declared != nil {
		t.Errorf("the row is %+v", rows[0])
	}
}

// The pages of a Parquet file hold what is in them and no more.
func TestParquetWastesNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.parquet")
	s, err := Open(name, record.Position{})
	if err != nil {
		t.Fatal(err)
	}
	var want int64
	for range 60 {
		r := record.Record{Page: page.Page{Text: strings.Repeat("word ", 8000)}}
		want += int64(len(r.Text))
		line, err := r.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Append(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Finish(); err != nil {
		t.Fatal(err)
	}
	b := contents(t, name)
	file, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var got int64
	for _, group := range file.Metadata().RowGroups {
		for _, c := range group.Columns {
			if slices.Equal(c.MetaData.PathInSchema, []string{"text"}) {
				got += c.MetaData.TotalUncompressedSize
			}
		}
	}
	if got < want || got > want*12/10 {
		t.Errorf("%d bytes of text take %d bytes", want, got)
	}
}

// What is left when a process dies while it completes a Parquet file.
func TestParquetKilledAtTheEnd(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.parquet")
	s, _ := Open(name, record.Position{})
	for n := range 3 {
		if err := s.Append(made(t, n)); err != nil {
			t.Fatal(err)
		}
	}
	at, err := s.Sync()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".making", []byte("PAR1 half of"), 0o644); err != nil { // killed while it was made
		t.Fatal(err)
	}
	for range 2 { // the second time the file is complete, but nobody has noted it
		if s, err = Open(name, at); err != nil {
			t.Fatal(err)
		}
		if err := s.Finish(); err != nil {
			t.Fatal(err)
		}
		if got := written[".parquet"](t, name); len(got) != 3 {
			t.Errorf("%d records, want 3", len(got))
		}
	}
	if left, _ := filepath.Glob(name + ".*"); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// What is left when a process dies that adds to a complete Parquet file: before it has saved anything, and when the new file has
// its name.
func TestParquetKilledWhenAddedTo(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.parquet")
	add := func(at record.Position, from, to int) (record.Sink, record.Position) {
		s, err := Open(name, at)
		if err != nil {
			t.Fatal(err)
		}
		for n := from; n < to; n++ {
			if err := s.Append(made(t, n)); err != nil {
				t.Fatal(err)
			}
		}
		if at, err = s.Sync(); err != nil {
			t.Fatal(err)
		}
		return s, at
	}
	s, complete := add(record.Position{}, 0, 3)
	if err := s.Finish(); err != nil {
		t.Fatal(err)
	}
	add(complete, 3, 5) // killed before its position was saved
	s, at := add(complete, 3, 4)
	spooled, err := os.ReadFile(spool(name))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Finish(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(spool(name), spooled, 0o644); err != nil { // killed before it was taken away
		t.Fatal(err)
	}
	s, _ = add(at, 4, 5)
	if err := s.Finish(); err != nil {
		t.Fatal(err)
	}
	want := []string{"Article 0", "Article 1", "Article 2", "Article 3", "Article 4"}
	if d := cmp.Diff(want, written[".parquet"](t, name)); d != "" {
		t.Errorf("records (-want +got):\n%s", d)
	}
	if left, _ := filepath.Glob(name + ".*"); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestOutputsThatAreNot(t *testing.T) {
	dir := t.TempDir()
	short := filepath.Join(dir, "short.jsonl")
	if err := os.WriteFile(short, []byte("{}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		at   record.Position
		want string
	}{
		{short, record.Position{Records: 9, Bytes: 900}, "as the crawl left it"}, {filepath.Join(dir, "no", "out.jsonl"), record.Position{}, "no such file"},
		{filepath.Join(dir, "gone.parquet"), record.Position{Records: 9, Bytes: 900}, "as the crawl left it"}, {"out.csv", record.Position{}, ".jsonl"},
		{filepath.Join(short, "folder") + "/", record.Position{}, "not a directory"},
	}
	for _, test := range tests {
		if _, err := Open(test.name, test.at); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.name) {
			t.Errorf("Open(%s, %v) gives %v, want %q in it and the name", test.name, test.at, err, test.want)
		}
	}
}

func TestFileName(t *testing.T) {
	tests := []struct{ url, want string }{
		{"https://blog.example/2019/03/hello", "blog.example/2019/03/hello"}, {"https://blog.example/2019/03/hello/", "blog.example/2019/03/hello/index"},
		{"https://blog.example/", "blog.example/index"}, {"http://blog.example/a.html", "blog.example~http/a.html"}, {"https://blog.example:8443/a", "blog.example~8443/a"},
		{"https://blog.example/?p=1", "blog.example/index~08dfc81b00b2"}, {"https://blog.example/Hello", "blog.example/hello~7a977cb2986f"},
		{"https://blog.example/..%2f..%2f..%2fetc%2fpasswd", "blog.example/__.._.._etc_passwd~220c93d77aa4"}, {"https://blog.example/a/CON.html", "blog.example/a/_con.html~8be0c0150333"}, {"https://blog.example/" + strings.Repeat("long-", 300), "blog.example/long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-~32d9e45ae598"},
		{"https://blog.example/.htaccess", "blog.example/_htaccess~38b4376935d5"}, {"https://blog.example//a//b", "blog.example/_/a/_/b~e46123f714e0"}, {"https://blog.example/x.md/", "blog.example/x.md_/index~83bb9ddedcf4"}, {"https://blog.example/gr%C3%B6%C3%9Fe", "blog.example/gr__e~3ec0c627c99c"},
		{"https://blog.example/index", "blog.example/index~569a2730d554"}, {"https://blog.example/" + strings.Repeat("a/", 30) + "b", "blog.example/a/a/a/a/a/a/a/a/a/a/a/b~3d225a8c2e27"}, {"http://[fd00::1]:80/a", "fd00__1~80~http/a~685366f294ea"},
	}
	for _, test := range tests {
		if got := FileName(test.url); got != test.want {
			t.Errorf("FileName(%.60s) is %q, want %q", test.url, got, test.want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	for _, s := range []string{"https://blog.example/a/../b", "http://x/..%2f%2e%2e/", "https://a/%00/\\..\\", "https://a/CON/aux.md/"} {
		f.Add(s, "https://blog.example/A")
	}
	f.Fuzz(func(t *testing.T, one, other string) {
		a, errA := address.Normalise(one)
		b, errB := address.Normalise(other)
		if errA != nil || errB != nil {
			return
		}
		name := FileName(a)
		if !filepath.IsLocal(name) || filepath.Clean(name) != name || len(name) > 4000 || strings.Contains(name, "\\") || name != strings.ToLower(name) {
			t.Errorf("%q gives %q", a, name)
		}
		for part := range strings.SplitSeq(name, "/") {
			if len(part) > 255 || strings.HasPrefix(part, ".") {
				t.Errorf("%q has a part %q", a, part)
			}
		}
		if (a == b) != (name == FileName(b)) {
			t.Errorf("%q and %q give %q and %q", a, b, name, FileName(b))
		}
	})
}
