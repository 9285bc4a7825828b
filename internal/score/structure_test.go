package score

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// files writes files below a new folder.
func files(t *testing.T, contents map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, content := range contents {
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

// Headings, kind and confidence of two articles and a forum page.
func TestStructure(t *testing.T) {
	dir := files(t, map[string]string{
		"html/mill.html": `<h1>The mill</h1><p>x</p><h2><a href="#w">The&nbsp;wheel</a></h2><h3>At<br>night</h3><p>The wheel</p><h2>The miller</h2><h2>Related</h2>`,
		"ground-truth/mill.json": `{"ground_truth":{"title":"The mill","main_content":"The mill\nx\nThe wheel\nAt night\nNobody slept.\nThe miller\n"},
			"_internal":{"page_type":"article"}}`,
		"html/ford.html":         `<h2>Shallow</h2>`,
		"ground-truth/ford.json": `{"ground_truth":{"title":"The ford","main_content":"one two"},"_internal":{"page_type":"article"}}`,
		"html/talk.html":         `<h2>Re: mill</h2>`,
		"ground-truth/talk.json": `{"ground_truth":{"title":"Talk","main_content":"a b"},"_internal":{"page_type":"forum"}}`,
	})
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	predictions := Predictions{}
	for _, line := range []string{
		`{"source":"mill.html","kind":"article","confidence":0.95,"text":"The mill x The wheel At night Nobody slept The miller","sections":[{"heading":"The miller","sections":[]},
			{"heading":"The wheel","sections":[{"heading":"At night!"}]},{"heading":"Related"},{"heading":null}]}`,
		`{"source":"ford.html","kind":"listing","confidence":0.96,"text":"one two three four five six","sections":[{"heading":"The ford"}]}`,
		`{"source":"talk.html","kind":"thread","confidence":0.2,"text":"a b"}`,
	} {
		if err := predictions.Add([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	want := []Table{
		{Name: "headings", Pages: 2, Rows: []Row{{"article", 3, []Figure{{"f1", 0.5714, false}, {"precision", 0.5, false}, {"recall", 0.6667, false}}}},
			Worst: []string{"mill gold=3 predicted=4 found=2"}},
		{Name: "kind", Pages: 3, Rows: []Row{
			{"all", 3, []Figure{{"right", 0.6667, false}}}, {"article", 2, []Figure{{"right", 0.5, false}}}, {"forum", 1, []Figure{{"right", 1, false}}},
		}, Worst: []string{"ford: gold article got listing"}},
		{Name: "confidence", Pages: 3, Rows: []Row{
			{"all", 3, []Figure{{"error", 0.4033, true}, {"stated", 0.7033, false}, {"f1", 0.8333, false}}},
			{"0.2", 1, []Figure{{"stated", 0.2, false}, {"f1", 1, false}}},
			{"0.9", 2, []Figure{{"stated", 0.955, false}, {"f1", 0.75, false}}},
		}},
	}
	if got := f.Score(predictions, 1)[2:]; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// The headings of a page that is no longer there cannot be judged, and the table says so.
func TestHeadingsOfAMissingPage(t *testing.T) {
	dir := files(t, map[string]string{
		"html/mill.html": `<h2>The wheel</h2>`, "ground-truth/mill.json": `{"ground_truth":{"main_content":"The wheel"}}`,
	})
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "html", "mill.html")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	table := f.Score(Predictions{}, 1)[2]
	if table.Missing != 1 || !reflect.DeepEqual(table.Worst, []string{"open " + file + ": no such file or directory"}) {
		t.Errorf("%+v", table)
	}
}
