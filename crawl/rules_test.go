package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl"
)

const remarks = `<!DOCTYPE html><html><head><title>On ferries</title></head><body><article><h1>On ferries</h1>
<p>The ferry across the sound goes twice a day, once with the post and once with the sheep, and nobody has ever found out which of the two is on time.</p>
<p>In winter it goes when the ice lets it, and the timetable at the pier is turned to the wall so that nobody is made to hope.</p></article>
<div class="x1"><q class="x2">Signe</q><div class="x3">My grandmother was the sheep's favourite passenger for thirty years.</div></div>
<div class="x1"><q class="x2">Oddvar</q><div class="x3">The timetable was turned round again last week. It is of 1974.</div></div></body></html>`

func TestRules(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/ferries" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, remarks)
	}))
	defer server.Close()
	dir := t.TempDir()
	rules := filepath.Join(dir, "rules.yaml")
	if err := os.WriteFile(rules, []byte("- site: 127.0.0.1\n  unit: div.x1\n  author: q.x2\n  body: .x3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	j := crawl.Job{Seeds: []string{server.URL + "/ferries"}, Output: filepath.Join(dir, "out.jsonl"), Rules: []string{rules}}
	if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range records(t, j.Output) {
		for _, c := range r.Comments.All() {
			got = append(got, c.Author.Name+": "+c.Text)
		}
	}
	want := []string{"Signe: My grandmother was the sheep's favourite passenger for thirty years.", "Oddvar: The timetable was turned round again last week. It is of 1974."}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("comments (-want +got):\n%s", d)
	}
}

func TestRulesThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.yaml")
	if err := os.WriteFile(bad, []byte("- site: a.example\n  unti: div\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{bad: "bad.yaml: ", filepath.Join(dir, "none.yaml"): "none.yaml: no such file"} {
		j := crawl.Job{Seeds: []string{"https://a.example/"}, Output: filepath.Join(dir, "out.jsonl"), Rules: []string{name}}
		if _, err := crawl.Run(t.Context(), j, crawl.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q in it", err, want)
		}
	}
}
