package crawl_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/jobfile"
	"github.com/scholia/scholia/extract/page"
)

// blog is a blog of two articles.
func blog() *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<title>Towpath</title><ul><li><a href="/lock">The lock</a><li><a href="/weir">The weir</a></ul>`)
	})
	article := func(title string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintf(w, "<title>%s</title><article><h1>%s</h1><p>%s</p></article>", title, title,
				strings.Repeat(title+" was built by people who meant to stay, and it has outlived all of them. ", 5))
		}
	}
	mux.HandleFunc("/lock", article("The lock"))
	mux.HandleFunc("/weir", article("The weir"))
	return httptest.NewServer(mux)
}

// A job can be made in a program as well as read from a file. Run returns when it is done; given again, it writes what is new.
func ExampleRun() {
	site := blog()
	defer site.Close()
	dir, err := os.MkdirTemp("", "crawl")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)

	delay, depth := jobfile.Duration(0), 3
	job := crawl.Job{
		Seeds:      []string{site.URL},
		Output:     filepath.Join(dir, "out.jsonl"),
		Scope:      jobfile.Scope{Reach: "host", Depth: &depth},
		Politeness: jobfile.Politeness{Delay: &delay, Contact: "mailto:me@garden.example"},
		Kinds:      []string{string(page.Article)},
	}
	summary, err := crawl.Run(context.Background(), job, crawl.Options{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		fmt.Println(err) // names what cannot be done, and what to do about it
		return
	}
	fmt.Println(summary.Complete, summary.Records, "records of", summary.Known, "addresses")
	// Output: true 2 records of 3 addresses
}
