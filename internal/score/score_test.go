package score

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// tables scores a folder of testdata by the predictions in it.
func tables(t *testing.T, folder string, worst int) []Table {
	t.Helper()
	f, err := Open(filepath.Join("testdata", folder))
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join("testdata", folder, "predictions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	predictions, err := ReadPredictions(file)
	if err != nil {
		t.Fatal(err)
	}
	return f.Score(predictions, worst)
}

// Every figure of the corpora's own scorer is given, and is the same; see testdata/README.md.
func TestFiguresOfTheScorer(t *testing.T) {
	for _, tt := range []struct {
		folder, table string
		more          []string // rows that the scorer does not have
	}{
		{"wcxb", "content", nil},
		{"wcxb", "metadata", []string{"no_author", "no_day"}},
		{"threads", "threads", nil},
		{"segments", "segments", nil},
	} {
		all := tables(t, tt.folder, 0)
		table := all[slices.IndexFunc(all, func(table Table) bool { return table.Name == tt.table })]
		var want map[string]any
		if err := readJSON(filepath.Join("testdata", "expected", tt.table+".json"), &want); err != nil {
			t.Fatal(err)
		}
		got := map[string]any{"pages": float64(table.Pages)}
		if _, ok := want["missing"]; ok {
			got["missing"] = float64(table.Missing)
		}
		for _, r := range table.Rows {
			row := map[string]any{"n": float64(r.N)}
			for _, f := range r.Figures {
				row[f.Name] = f.Value
			}
			switch {
			case slices.Contains(tt.more, r.Name):
			case tt.table == "segments" && r.Name == "all":
				delete(row, "n")
				for name, value := range row {
					got[name] = value
				}
			default:
				got[r.Name] = row
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", tt.table, got, want)
		}
	}
}

// Authors and dates that are given where the gold has none: the forum page and the untyped page with a date cut short
// have them, the collection page has not.
func TestGivenWithoutGold(t *testing.T) {
	table := tables(t, "wcxb", 0)[1]
	author, _ := table.Find("no_author", "given")
	day, _ := table.Find("no_day", "given")
	if author != (Figure{"given", 0.5, true}) || day != (Figure{"given", 0.6667, true}) {
		t.Errorf("author %v, day %v", author, day)
	}
}

func TestWorst(t *testing.T) {
	for folder, want := range map[string][]string{
		"wcxb":     {"empty forum P=0.000 R=0.000 F1=0.000", "missing product P=0.000 R=0.000 F1=0.000"},
		"threads":  {"nonebutsome article found=0.000 strict=0.000 gold=0 got=1 matched=0 right=0", "lost thread found=0.000 strict=0.000 gold=1 got=0 matched=0 right=0"},
		"segments": {"one missed=1 wrong=1", "five missed=0 wrong=1"},
	} {
		if got := tables(t, folder, 2)[0].Worst; !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", folder, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	for s, want := range map[string]string{ // from Python: re.findall(r"\w+", s.lower())
		"Don’t re-enter x_1, 3.14": "don t re enter x_1 3 14",
		"ΟΔΟΣ ΣΑΣ Σ":               "οδος σας σ",
		"İI STRASSE Straße":        "i i strasse straße",
		"½ x² Ⅳ ٣ 東京タワー":           "½ x² ⅳ ٣ 東京タワー",
		"हिन्दी café":              "ह न द café",
		"…—'":                      "",
	} {
		if got := norm(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestID(t *testing.T) {
	for source, want := range map[string]string{
		"a/b/0001.html.gz": "0001", "x.htm": "x", "page.txt": "page.txt", "a.b.html": "a.b", "": "",
		"https://example.org/a/b.html": "b",
	} {
		if got := ID(source); got != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

func TestDocument(t *testing.T) {
	dir := t.TempDir()
	const gold = `{"kind":"article","declared":1,"open":false,"paginated":false,"summary":"In short.","headings":["One"],
"paragraphs":[1,2],"comments":[{"id":null,"parent":-1,"author":"Ann","date":"2024-01-02","text":"So it is. Yes."}]}`
	if err := os.WriteFile(filepath.Join(dir, "gold.json"), []byte(gold), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	const page = `{"source":"x/page.txt","kind":"article","summary":{"text":"In short.","origin":"page"},"sections":[
{"heading":null,"blocks":[{"type":"paragraph"}],"sections":[{"heading":"One","blocks":[{"type":"paragraph"},{"type":"list"},{"type":"paragraph"}],"sections":[]}]}],
"comments":{"declared":1,"open":false,"next":null,"items":[{"id":null,"author":{"name":"Ann"},"published":"2024-01-02","text":"So it is.\n\nYes.","replies":[]}]}}`
	right := func(page string) (all Figure, worst []string) {
		predictions := Predictions{}
		if err := predictions.Add([]byte(page)); err != nil {
			t.Fatal(err)
		}
		table := f.Score(predictions, 9)[0]
		all, _ = table.Find("all", "right")
		return all, table.Worst
	}
	if all, worst := right(page); all.Value != 1 || len(worst) != 0 {
		t.Errorf("%v, %q", all, worst)
	}
	for _, change := range [][2]string{
		{`"Ann"`, `"Anne"`}, {`"declared":1`, `"declared":null`}, {`"open":false`, `"open":null`}, {`"list"`, `"paragraph"`}, {`"next":null`, `"next":"/2"`},
		{`"heading":null`, `"heading":"Zero"`}, {"Yes.", "Yes!"}, {`"kind":"article"`, `"kind":"thread"`}, {"In short.", "In brief."}, {`2024-01-02`, `2024-01`},
	} {
		if all, worst := right(strings.Replace(page, change[0], change[1], 1)); all.Value != 0.875 && all.Value != 0.8889 || len(worst) != 1 {
			t.Errorf("%s: %v, %q", change, all, worst)
		}
	}
}

func TestFloors(t *testing.T) {
	file := filepath.Join(t.TempDir(), "floors.yaml")
	const text = `
wcxb:
  content:
    all: {f1: 0.586, precision: 0.9, without_found: 0.2}
    article: {without_found: 0.1} # a ceiling
    poem: {f1: 0.1}
  speling: {all: {f1: 0}}
elsewhere:
  content: {all: {f1: 1}}
`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFloors(file, "wxcb", "thread"); err == nil || err.Error() != file+" holds no floors of wxcb, thread" {
		t.Errorf("floors of folders that it does not name: %v", err)
	}
	floors, err := ReadFloors(file, "threads", "wcxb")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"wcxb content all precision: 0.5688 is below its floor of 0.9",
		"wcxb content article without_found: 0.1667 is above its ceiling of 0.1",
		"wcxb content poem f1: no such figure",
		"wcxb speling all f1: no such figure",
	}
	if got := floors.Check("wcxb", tables(t, "wcxb", 0)); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	for name, call := range map[string]func() error{
		"holds no gold: give a folder with": func() error { _, err := Open(t.TempDir()); return err },
		"no such file":                      func() error { _, err := Open("testdata/none"); return err },
		"line 2 is no page as extract --format jsonl prints it": func() error {
			_, err := ReadPredictions(strings.NewReader("{}\n[]\n"))
			return err
		},
	} {
		if err := call(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q", err, name)
		}
	}
}
