package record_test

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

// whole is a record with all that one can have.
func whole() *record.Record {
	return &record.Record{
		Page: page.Page{
			Source: "https://blog.example/a", URL: "https://blog.example/a", Kind: page.Article, Title: "A",
			Authors: []page.Person{}, Categories: []string{}, Tags: []string{}, Sections: []*page.Section{}, Text: "A word.", Words: 2,
			Comments: page.Comments{Found: 1, Items: []*page.Comment{{
				Post: page.Post{ID: "7", Text: "Yes.", Blocks: []*page.Block{}}, Kind: page.Remark, Replies: []*page.Comment{},
			}}},
		},
		Fetch: record.Fetch{
			URL: "https://blog.example/a", Status: 200, Time: time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), Depth: 2,
			ETag: `"x"`, LastModified: "Sun, 01 Mar 2026 09:00:00 GMT", Pages: []string{"https://blog.example/a/2"},
			Missing: []record.Missing{{URL: "https://blog.example/a/3", Reason: "status 500"}},
			Cut:     true, Change: "changed", NewComments: []string{"7"},
		},
	}
}

func TestRecordReadsWhatItWrites(t *testing.T) {
	want := whole()
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

// docs/page.schema.json describes records too, and says of every field what it is.
func TestRecordIsAsTheSchemaSays(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../../docs/page.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	least := whole()
	least.Fetch = record.Fetch{URL: "saved/a.html", Status: 200}
	for _, r := range []*record.Record{whole(), least} {
		line, err := r.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, line)
		}
	}
	for v, i := reflect.ValueOf(whole().Fetch), 0; i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Errorf("the whole record has no %s, so the schema was not tried on it", v.Type().Field(i).Name)
		}
	}
}
