package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/scholia/scholia/crawl"
)

// write keeps a text in a file of a folder.
func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// What flags say goes before what a job's file says; what neither says has its default.
func TestFlagsOverJob(t *testing.T) {
	file := write(t, t.TempDir(), "job.yaml", `
seeds: [https://a.example/]
output: a.jsonl
scope: {include: [x, y], depth: 3, reach: domain}
budget: {pages: 9, time: 1m}
politeness: {delay: 5s, no_throttle: true}
limits: {parts: 7}
kinds: [thread]
workers: 4
`)
	j, err := crawl.ReadJob(file)
	if err != nil {
		t.Fatal(err)
	}
	c := command()
	if err := c.ParseFlags([]string{"-o", "b.jsonl", "--include", "a,b", "--include", "z", "--time", "2m", "--no-throttle=false", "--kinds", "article,other", "--metrics", ":9"}); err != nil {
		t.Fatal(err)
	}
	got := new(flags).over(j, c.Flags())
	depth, delay := 3, crawl.Duration(5*time.Second)
	want := j
	want.Output, want.Scope.Include, want.Budget.Time, want.Politeness.NoThrottle = "b.jsonl", []string{"a,b", "z"}, crawl.Duration(2*time.Minute), false
	want.Kinds, want.Name, want.Replicas, want.Politeness.Parallel = []string{"article", "other"}, "crawl", 1, 1
	want.Scope.Depth, want.Politeness.Delay = &depth, &delay
	if d := cmp.Diff(want, got.job); d != "" {
		t.Errorf("the job (-want +got):\n%s", d)
	}
	if got.depth != 3 || got.delay != crawl.Duration(5*time.Second) || got.metrics != ":9" {
		t.Errorf("depth %d, delay %v, metrics %s", got.depth, got.delay, got.metrics)
	}
}

// A job in a file is done: here one that reads a folder.
func TestJobInAFile(t *testing.T) {
	dir := t.TempDir()
	pages := filepath.Join(dir, "pages")
	if err := os.Mkdir(pages, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, pages, "one.html", "<title>One</title><article><h1>One</h1>"+strings.Repeat("<p>A paragraph of the first page, which is long enough to be read as one.</p>", 5)+"</article>")
	output := filepath.Join(dir, "out.jsonl")
	c := command()
	c.SetArgs([]string{write(t, dir, "job.yaml", "sources: ["+pages+"]\noutput: "+output+"\nkinds: [article, documentation, listing, product, collection, service, other]\n")})
	if err := c.Execute(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(output)
	if err != nil || strings.Count(string(b), "\n") != 1 || !strings.Contains(string(b), `"title":"One"`) {
		t.Errorf("the output is %s, %v", b, err)
	}
}

func TestQuoted(t *testing.T) {
	args := []string{"crawl", "https://a.example/?a=1&b=2", "--include", "it's/[0-9]+", "-o", "out.jsonl", ""}
	want := `crawl 'https://a.example/?a=1&b=2' --include 'it'\''s/[0-9]+' -o out.jsonl ''`
	if got := quoted(args); got != want {
		t.Errorf("the command is %s, want %s", got, want)
	}
}

func TestArgumentsThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	tests := []struct {
		args []string
		want string
	}{
		{[]string{filepath.Join(dir, "none.yaml")}, "none.yaml: no such file"},
		{[]string{write(t, dir, "bad.yaml", "sees: [x]\n")}, "line 1: field sees is not known"},
		{[]string{"https://a.example/"}, "no output"},
		{[]string{"wrok"}, `seed "wrok": it is no well-formed address`},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--replicas", "3"}, "replicas are kept by the servers of a cluster"},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--contact", "me"}, `the contact "me" is no address`},
		{[]string{"https://a.example/", "--plian"}, "unknown flag: --plian: crawl --help names all flags"},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--reach", "planet"}, `no reach "planet"`},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--include", "("}, "no regular expression"},
		{[]string{"not an address", "-o", filepath.Join(dir, "y.jsonl")}, "write https:// or http:// before it"},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.txt")}, `nothing can be written as ".txt"`},
		{[]string{"--source", filepath.Join(dir, "none.warc.gz"), "-o", filepath.Join(dir, "x.jsonl")}, "none.warc.gz: no such file"},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--outcomes", "x.csv"}, "the outcomes are JSON Lines"},
		{[]string{"--list", filepath.Join(dir, "none.txt"), "-o", filepath.Join(dir, "x.jsonl")}, "none.txt: no such file"},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--depth", "-2"}, "scope.depth is negative"},
		{[]string{"https://a.example/", "-o", filepath.Join(dir, "x.jsonl"), "--metrics", "nowhere"}, `metrics cannot be served at "nowhere"`},
		{[]string{"https://a.example/", "job.yaml", "-o", filepath.Join(dir, "x.jsonl")}, "job.yaml is a job's file, which is given alone"},
	}
	for _, test := range tests {
		c := command()
		c.SetArgs(test.args)
		if err := c.Execute(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v gives the error %v, want %q in it", test.args, err, test.want)
		}
	}
	// A job that cannot be done leaves nothing behind.
	if left, err := filepath.Glob(filepath.Join(dir, "*x*")); err != nil || len(left) > 0 {
		t.Errorf("there are %v, %v", left, err)
	}
}
