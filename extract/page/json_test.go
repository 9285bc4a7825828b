package page_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/scholia/scholia/extract/page"
)

func ptr[T any](v T) *T { return &v }

// full is a page that has a value in every field of the model.
var full = &page.Page{
	Source: "a.html", URL: "https://blog.example/a", Kind: page.Article,
	Title: "Tea \"at\" five", Subtitle: "A habit", Site: "Blog", Language: "en-GB", License: "CC-BY-4.0",
	Authors:   []page.Person{{Name: "Ada Hill", URL: "https://blog.example/ada"}, {Name: "Bo"}},
	Published: "2013-06-14", Modified: "2013-06-15T09:30:05+02:00",
	Categories: []string{"Food"}, Tags: []string{"tea", "milk\tand\nhoney"},
	Image:   &page.Image{URL: "https://blog.example/a.png", Alt: "A cup", Caption: "The cup"},
	Summary: &page.Summary{Text: "On tea.", Origin: page.FromPage},
	Sections: []*page.Section{{
		Heading: "Leaves", Inlines: []page.Inline{{Type: page.Emphasis, Inlines: []page.Inline{{Type: page.Text, Text: "Leaves"}}}},
		Level: 2, ID: "leaves",
		Blocks: []*page.Block{
			{Type: page.Paragraph, Text: "See here", ID: "p1", Inlines: []page.Inline{
				{Type: page.Text, Text: "See "},
				{Type: page.Link, URL: "https://x.example/", Title: "X", Inlines: []page.Inline{{Type: page.Text, Text: "here"}}},
			}},
			{Type: page.List, Text: "one", Ordered: true, Start: 3, Items: []*page.Item{{Term: "t", Blocks: []*page.Block{{Type: page.Paragraph, Text: "one"}}}}},
			{Type: page.Quote, Text: "said", Cite: "Someone", URL: "https://x.example/q", Summary: "Note", Disclosure: true, Blocks: []*page.Block{{Type: page.Paragraph, Text: "said"}}},
			{Type: page.Code, Text: "a := 1\n\u2028", Language: "go"},
			{Type: page.Table, Text: "h\tc", Rows: []page.Row{{Cells: []page.Cell{{Text: "h", Header: true, ColSpan: 2, RowSpan: 3}, {Text: "c"}}}}},
			{Type: page.Figure, Text: "cap", Images: []page.Image{{URL: "https://x.example/i.png", Alt: "alt"}}},
			{Type: page.Embed, URL: "https://video.example/1", Provider: "youtube"},
			{Type: page.Math, Text: `\frac{1}{2}`},
			{Type: page.Separator},
			{Type: page.Footnotes, Text: "note", Items: []*page.Item{{Term: "1", ID: "fn1", Blocks: []*page.Block{{Type: page.Paragraph, Text: "note"}}}}},
		},
		Sections: []*page.Section{{Heading: "Green", Level: 3}},
	}},
	Text: "See here", Words: 2, Confidence: 0.875,
	Post: &page.Post{ID: "1", Author: &page.Person{Name: "Cy"}, Published: "2013-06-14T09:30", Text: "First", Score: ptr(3)},
	Comments: page.Comments{Declared: ptr(2), Found: 2, Open: ptr(false), Next: "https://blog.example/a?cpage=2",
		DiscussionURL: "https://forum.example/t/7", Items: []*page.Comment{{
			Post: page.Post{ID: "7", URL: "https://blog.example/a#comment-7", Text: "Yes.", PublishedText: "3 days ago",
				Blocks: []*page.Block{{Type: page.Paragraph, Text: "Yes."}}, Score: ptr(0)},
			Kind: page.Remark, Accepted: true,
			Replies: []*page.Comment{{Post: page.Post{Text: ""}, Kind: page.Removed}},
		}}},
	Pagination: page.Pagination{Next: "https://blog.example/a/2", Page: 1, Pages: 2},
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../../docs/page.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, b []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		t.Fatalf("not JSON: %v\n%s", err, b)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%v\n%s", err, b)
	}
}

func TestJSONMatchesSchema(t *testing.T) {
	s := schema(t)
	for name, p := range map[string]*page.Page{"full": full, "empty": {Kind: page.Other}} {
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		valid(t, s, b)
	}
}

func TestJSONRoundTrip(t *testing.T) {
	b, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	var back page.Page
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(&back)
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != string(b) {
		t.Errorf("read back and written again:\n%s\nwant\n%s", again, b)
	}
	if back.Sections[0].Blocks[0].Inlines[1].URL != "https://x.example/" || *back.Comments.Items[0].Score != 0 {
		t.Error("values are lost on the way through JSON")
	}
}

// TestJSONParts marshals the parts of a page on their own, as they stand in the page.
func TestJSONParts(t *testing.T) {
	for _, c := range []struct {
		part any
		want string
	}{
		{full.Comments.Items[0].Replies[0], `{"id":null,"url":null,"author":null,"published":null,"published_text":null,"text":"","blocks":[],"score":null,"kind":"deleted","accepted":false,"replies":[]}`},
		{full.Post, `{"id":"1","url":null,"author":{"name":"Cy","url":null},"published":"2013-06-14T09:30","published_text":null,"text":"First","blocks":[],"score":3}`},
		{full.Sections[0].Sections[0], `{"heading":"Green","level":3,"id":null,"blocks":[],"sections":[]}`},
		{full.Sections[0].Blocks[0], `{"type":"paragraph","text":"See here","inlines":[{"type":"text","text":"See "},{"type":"link","inlines":[{"type":"text","text":"here"}],"url":"https://x.example/","title":"X"}],"id":"p1"}`},
		{full.Sections[0].Blocks[3], `{"type":"code","text":"a := 1\n\u2028","language":"go"}`},
	} {
		b, err := json.Marshal(c.part)
		if err != nil || string(b) != c.want {
			t.Errorf("got  %s %v\nwant %s", b, err, c.want)
		}
	}
}

// TestJSONStrings compares strings of every kind with encoding/json's reading of them.
func TestJSONStrings(t *testing.T) {
	for _, s := range []string{"", "plain", "tab\tline\nquote\"back\\slash", "\x00\x1f\x7f", "\u2028\u2029", "日本語 😉", "<b>&amp;"} {
		b, _ := json.Marshal(&page.Page{Title: s})
		var p page.Page
		if err := json.Unmarshal(b, &p); err != nil || p.Title != s {
			t.Errorf("%q came back as %q: %v", s, p.Title, err)
		}
	}
	b, _ := json.Marshal(&page.Page{Title: "bad \xff byte"})
	if !strings.Contains(string(b), "bad \uFFFD byte") {
		t.Errorf("bytes that are not UTF-8: %s", b)
	}
}

func TestSchemaNamesEveryField(t *testing.T) {
	b, err := os.ReadFile("../../docs/page.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{page.Page{}, page.Section{}, page.Block{}, page.Item{}, page.Cell{}, page.Inline{}, page.Post{}, page.Comment{}, page.Comments{}, page.Pagination{}} {
		typ := reflect.TypeOf(v)
		for i := range typ.NumField() {
			if tag := typ.Field(i).Tag.Get("json"); tag != "" && !strings.Contains(string(b), `"`+tag+`": {`) {
				t.Errorf("the schema does not name %s.%s", typ.Name(), tag)
			}
		}
	}
}

func TestWalk(t *testing.T) {
	var got []string
	for depth, c := range full.Comments.All() {
		got = append(got, strings.Repeat(" ", depth)+string(c.Kind))
	}
	if want := []string{"comment", " deleted"}; !reflect.DeepEqual(got, want) {
		t.Errorf("comments: got %q, want %q", got, want)
	}
	got = nil
	for depth, s := range full.AllSections() {
		got = append(got, strings.Repeat(" ", depth)+s.Heading)
	}
	if want := []string{"Leaves", " Green"}; !reflect.DeepEqual(got, want) {
		t.Errorf("sections: got %q, want %q", got, want)
	}
	n := 0
	for range full.AllBlocks() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("stopped after %d blocks, want 3", n)
	}
}

func TestDate(t *testing.T) {
	for d, want := range map[page.Date]string{
		"2013":                      "2013-01-01T00:00:00Z",
		"2013-06":                   "2013-06-01T00:00:00Z",
		"2013-06-14":                "2013-06-14T00:00:00Z",
		"2013-06-14T09:30":          "2013-06-14T09:30:00Z",
		"2013-06-14T09:30:05":       "2013-06-14T09:30:05Z",
		"2013-06-14T09:30+02:00":    "2013-06-14T09:30:00+02:00",
		"2013-06-14T09:30:05-07:00": "2013-06-14T09:30:05-07:00",
		"":                          "",
		"2013-13-40":                "",
	} {
		got, ok := d.Time()
		if ok != (want != "") || ok && got.Format("2006-01-02T15:04:05Z07:00") != want {
			t.Errorf("%q: got %v %v, want %s", d, got, ok, want)
		}
	}
	if page.Date("2013-06-14T09:30").Day() != "2013-06-14" || page.Date("2013").Day() != "2013" {
		t.Error("Day is not the first ten characters")
	}
}
