package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/jobfile"
)

// tale is a text of sentences that are all different.
func tale() string {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "<p>In the year %d the keeper of lamp %d wrote that the harbour had frozen over by week %d, and that nobody came.</p>", 1800+i, i*7, i+3)
	}
	return b.String()
}

// A page that says what one of the last run said is known for that.
func TestDuplicateOfAnEarlierRun(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, "<a href=/lamps>lamps</a> <a href=/print/lamps>print</a>")
		case "/lamps", "/print/lamps":
			fmt.Fprintf(w, "<title>Lamps</title><article><h1>Lamps</h1>%s</article>", tale())
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	var none jobfile.Duration
	j := crawl.Job{
		Seeds: []string{server.URL + "/"}, Output: filepath.Join(t.TempDir(), "out.jsonl"),
		Politeness: jobfile.Politeness{Delay: &none, NoThrottle: true}, Budget: jobfile.Budget{Pages: 2},
	}
	if s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil || s.Outcomes["stored"] != 1 || s.Complete {
		t.Fatalf("%v\n%s", err, s)
	}
	s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, s)
	want := map[string]int64{"read": 1, "stored": 1, "skipped: near-duplicate of another page": 1}
	if d := cmp.Diff(want, s.Outcomes); d != "" || !s.Complete {
		t.Errorf("outcomes (-want +got):\n%s", d)
	}
}
