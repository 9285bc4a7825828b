package dates

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/scholia/scholia/extract/page"
)

func FuzzRead(f *testing.F) {
	table, err := os.ReadFile("testdata/forms.tsv")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		if fields := strings.Split(line, "\t"); len(fields) == 3 {
			f.Add(fields[1], fields[0], uint8(len(fields[0])%4))
		}
	}
	for _, s := range []string{"2013-06-14T09:30:05.123+02:00", "1371202205123", "20130614T093005Z", "vor 3 Tagen", "3日前", "Mon at 9", "\xff\xfe14"} {
		f.Add(s, "", uint8(0))
	}
	f.Fuzz(func(t *testing.T, s, language string, order uint8) {
		r := Reader{Language: language, Order: Order(order % 4), Now: saturday}
		check := func(d page.Date, ok bool) {
			if _, parses := d.Time(); ok != (d != "") || ok && !parses {
				t.Fatalf("%q gives %q, %v", s, d, ok)
			}
		}
		check(Machine(s))
		check(r.Read(s))
		d, start, end, ok := r.Find(s)
		check(d, ok)
		if start < 0 || end < start || end > len(s) || ok && start == end {
			t.Fatalf("Find(%q) = %d, %d", s, start, end)
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[start:end]) {
			t.Fatalf("Find(%q) cuts a character: %d, %d", s, start, end)
		}
		if Relative(s) {
			if _, ok := r.Read(s); !ok {
				t.Fatalf("Relative(%q), but it cannot be read", s)
			}
		}
		GuessOrder(time.Time{}, []string{s, s, s})
	})
}
