package jobfile

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// write keeps a job's text in a file.
func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "job.yaml")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// valid is the error of docs/job.schema.json about a job's text.
func valid(t *testing.T, text string) error {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/job.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		return err
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if v, err = jsonschema.UnmarshalJSON(strings.NewReader(string(b))); err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

const whole = `name: blogs
seeds: [https://a.example/, https://b.example/]
lists: [more.txt]
sources: [CC-MAIN.warc.gz]
output: out.jsonl.zst
outcomes: what-became.jsonl
warc: traffic
state: keep
nats: nats://n1:4222
replicas: 3
scope: {reach: domain, include: ['/20\d\d/'], exclude: ['\.pdf$'], depth: 4}
budget: {pages: 1000, pages_per_host: 100, time: 1h30m}
politeness: {contact: 'mailto:me@example.org', delay: 500ms, max_delay: 30s, parallel: 2, no_throttle: true, ignore_robots: true, ignore_directives: true}
limits: {body: 1000, decompressed: 2000, header: 300, time: 10s, redirects: 3, parts: 9, attempts: 2}
kinds: [article, thread]
rules: [blog.yaml]
keep_duplicates: true
workers: 8
allow_private: true
`

func TestReadWhole(t *testing.T) {
	got, err := Read(write(t, whole))
	if err != nil {
		t.Fatal(err)
	}
	delay, depth := Duration(500*time.Millisecond), 4
	want := Job{
		Name: "blogs", Seeds: []string{"https://a.example/", "https://b.example/"}, Lists: []string{"more.txt"}, Sources: []string{"CC-MAIN.warc.gz"},
		Output: "out.jsonl.zst", Outcomes: "what-became.jsonl", WARC: "traffic", State: "keep", NATS: "nats://n1:4222", Replicas: 3,
		Scope:  Scope{Reach: "domain", Include: []string{`/20\d\d/`}, Exclude: []string{`\.pdf$`}, Depth: &depth},
		Budget: Budget{Pages: 1000, PagesPerHost: 100, Time: Duration(90 * time.Minute)},
		Politeness: Politeness{Contact: "mailto:me@example.org", Delay: &delay, MaxDelay: Duration(30 * time.Second), Parallel: 2, NoThrottle: true,
			IgnoreRobots: true, IgnoreDirectives: true},
		Limits: Limits{Body: 1000, Decompressed: 2000, Header: 300, Time: Duration(10 * time.Second), Redirects: 3, Parts: 9, Attempts: 2},
		Kinds:  []string{"article", "thread"}, Rules: []string{"blog.yaml"}, KeepDuplicates: true, Workers: 8, AllowPrivate: true,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the job (-want +got):\n%s", d)
	}
	if err := valid(t, whole); err != nil {
		t.Errorf("the schema refuses it: %v", err)
	}
}

// The schema has a property for each field, and no other.
func TestSchemaHasAllFields(t *testing.T) {
	b, err := os.ReadFile("../../docs/job.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type schema struct {
		Properties map[string]schema `json:"properties"`
	}
	var s schema
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	var compare func(at string, s schema, typ reflect.Type)
	compare = func(at string, s schema, typ reflect.Type) {
		var fields, properties []string
		for i := range typ.NumField() {
			f := typ.Field(i)
			name := f.Tag.Get("yaml")
			fields = append(fields, name)
			if f.Type.Kind() == reflect.Struct {
				compare(at+"."+name, s.Properties[name], f.Type)
			}
		}
		for name := range s.Properties {
			properties = append(properties, name)
		}
		slices.Sort(fields)
		slices.Sort(properties)
		if d := cmp.Diff(fields, properties); d != "" {
			t.Errorf("%s (-fields +schema):\n%s", at, d)
		}
	}
	compare("job", s, reflect.TypeFor[Job]())
}

func TestJobsThatCannotBe(t *testing.T) {
	const seed = "seeds: [https://a.example/]\n"
	tests := []struct {
		name, text, want string
		schema           bool // allows it: what is wrong is not to be said in a schema
	}{
		{"nothing", "", "there is nothing to crawl", false},
		{"a misspelt field", seed + "ouput: x\n", "line 2: field ouput is not known", false},
		{"a misspelt field within", seed + "scope:\n  reech: host\n", "line 3: field reech is not known", false},
		{"a word for a number", seed + "workers: many\n", "line 2: `many` stands where there must be a whole number", false},
		{"one seed without brackets", "seeds: https://a.example/\n", "line 1: `https:/...` stands where there must be a list, as in [a, b]", false},
		{"no time span", seed + "budget: {time: tomorrow}\n", "no time span: write 500ms, 90s or 1h30m", false},
		{"a number for a time span", seed + "budget: {time: 90}\n", "no time span", false},
		{"no YAML", "seeds: [\n", "line", false},
		{"two documents", seed + "---\n" + seed, "more than one document", true},
		{"reach", seed + "scope: {reach: planet}\n", `there is no reach "planet": give one of host, domain, prefix, anywhere`, false},
		{"kind", seed + "kinds: [blog]\n", `there is no kind of page "blog"`, false},
		{"pattern", seed + "scope: {include: ['(']}\n", `the pattern "(" is no regular expression`, true},
		{"name", seed + "name: a.b\n", `the name "a.b"`, false},
		{"contact", seed + "politeness: {contact: me@garden.example}\n", `the contact "me@garden.example" is no address: write it with https:// or mailto:`, false},
		{"contact without a mailbox", seed + "politeness: {contact: 'mailto:'}\n", `the contact "mailto:" is no address`, false},
		{"contact elsewhere", seed + "politeness: {contact: 'ftp://garden.example'}\n", `the contact "ftp://garden.example" is no address`, false},
		{"negative", seed + "limits: {parts: -1}\nbudget: {pages: -2}\n", "budget.pages is negative; limits.parts is negative", false},
		{"negative delay", seed + "politeness: {delay: -1s}\n", "politeness.delay is negative", false},
		{"negative depth", seed + "scope: {depth: -1}\n", "scope.depth is negative", false},
	}
	for _, test := range tests {
		name := write(t, test.text)
		_, err := Read(name)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: the error is %v, want %q in it and the file's name", test.name, err, test.want)
		}
		if strings.Contains(err.Error(), "jobfile") || strings.Contains(err.Error(), "!!") {
			t.Errorf("%s: the error speaks of the program: %v", test.name, err)
		}
		if (valid(t, test.text) == nil) != test.schema {
			t.Errorf("%s: the schema says %v", test.name, valid(t, test.text))
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none.yaml")); err == nil || !strings.Contains(err.Error(), "none.yaml: no such file") {
		t.Errorf("a file that is not there gives %v", err)
	}
}

func TestIsFile(t *testing.T) {
	for name, want := range map[string]bool{"job.yaml": true, "dir/Job.YML": true, "https://blog.example/a.yaml": false, "blog.example": false, "": false} {
		if IsFile(name) != want {
			t.Errorf("IsFile(%q) is %v", name, !want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("a: &a [*a]\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if j, err := parse(b); err == nil {
			_ = j.Check()
		}
	})
}
