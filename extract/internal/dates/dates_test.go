package dates

import (
	"os"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/page"
)

// TestForms reads testdata/forms.tsv: language, text, date.
func TestForms(t *testing.T) {
	table, err := os.ReadFile("testdata/forms.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			t.Fatalf("not three fields: %q", line)
		}
		r, text, want := Reader{Language: fields[0]}, fields[1], page.Date(fields[2])
		if got, ok := r.Read(text); got != want || ok != (want != "") {
			t.Errorf("%s: Read(%q) = %q, %v; want %q", r.Language, text, got, ok, want)
		}
	}
}
