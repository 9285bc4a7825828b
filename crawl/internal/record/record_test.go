package record_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

func TestRecordReadsWhatItWrites(t *testing.T) {
	want := &record.Record{
		Page: page.Page{
			Source: "https://blog.example/a", URL: "https://blog.example/a", Kind: page.Article, Title: "A",
			Authors: []page.Person{}, Categories: []string{}, Tags: []string{}, Sections: []*page.Section{}, Text: "A word.", Words: 2,
			Comments: page.Comments{Found: 1, Items: []*page.Comment{{
				Post: page.Post{ID: "7", Text: "Yes.", Blocks: []*page.Block{}}, Kind: page.Remark, Replies: []*page.Comment{},
			}}},
		},
		Fetch: record.Fetch{
			URL: "https://blog.example/a", Status: 200, Time: time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), Depth: 2,
			ETag: `"x"`, Pages: []string{"https://blog.example/a/2"},
			Missing: []record.Missing{{URL: "https://blog.example/a/3", Reason: "status 500"}},
		},
	}
	line, err := want.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := record.Parse(line)
	if err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read back differs (-want +got):\n%s", diff)
	}
}
