package dates

import (
	"os"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/page"
)

// TestForms reads testdata/forms.tsv.
func TestForms(t *testing.T) {
	for _, form := range forms(t, "forms.tsv") {
		r := Reader{Language: form.language}
		if got, ok := r.Read(form.text); got != form.want || ok != (form.want != "") {
			t.Errorf("%s: Read(%q) = %q, %v; want %q", r.Language, form.text, got, ok, form.want)
		}
	}
}

// form is a line of a table: a text in a language, and the date in it.
type form struct {
	language, text string
	want           page.Date
}

// forms reads a table in testdata. Its lines are language, text and date, parted by tabs; those that begin with # are
// remarks.
func forms(t *testing.T, name string) (list []form) {
	t.Helper()
	table, err := os.ReadFile("testdata/" + name)
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
			t.Fatalf("%s: not three fields: %q", name, line)
		}
		list = append(list, form{fields[0], fields[1], page.Date(fields[2])})
	}
	return list
}
