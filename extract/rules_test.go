package extract_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/page"
)

// remarks are units whose parts nothing names, before which stands a text.
const remarks = `<!doctype html><title>Reeds</title><body><h1>Reeds</h1><div id="t"><p>Who cuts reeds before the frost will cut them twice, as everybody here knows.</p></div>
<div class="x" data-k="n1" data-d="0"><u>Una</u><s>2021-03-01</s><div class="y">They stood too wet this year. <em class="z">Sent from a boat</em></div><i>4</i></div>
<div class="x" data-k="n2" data-d="1" data-a="n1"><u>Bo</u><s>2021-03-02</s><div class="y">Twice, then?</div><i>-1</i><kbd>ok</kbd></div>
<div class="x gone" data-k="n3" data-d="1" data-a="n1"></div>
<div class="x" data-k="n4" data-d="2" data-a="n2"><u>Una</u><s>2021-03-04</s><div class="y">Three times, if the ice breaks.</div></div>
<div class="x" data-k="n5" data-d="0" data-a="n9"><u>Linked from Mire</u><s>2021-03-05</s><div class="y">We wrote about your reeds.</div><samp></samp></div>
<p class="q">9 posts in all</p><a class="w" href="/reeds/2">on</a><hr class="shut"></body>`

// TestRules reads remarks by rules, each with some fields.
func TestRules(t *testing.T) {
	const unit = "- site: reeds.example\n  unit: div.x\n  thread: false\n"
	const topic = "- site: reeds.example\n  unit: div.x\n"
	for _, c := range []struct{ name, rules, want string }{
		{"units and what they hold", unit + "  author: u\n  date: s\n  body: .y", `
			article, no post, declared -, open -, next -
			Una 2021-03-01: They stood too wet this year. Sent from a boat
			Bo 2021-03-02: Twice, then?
			Una 2021-03-04: Three times, if the ice breaks.
			Linked from Mire 2021-03-05: We wrote about your reeds.`},
		{"dropped, scored, accepted, deleted, pingback", unit + "  author: u\n  body: .y\n  drop: .z\n  score: i\n  accepted: kbd\n  deleted: .gone\n  pingback: samp\n  id: '@data-k'", `
			article, no post, declared -, open -, next -
			Una 2021-03-01 #n1 4 points: They stood too wet this year.
			Bo 2021-03-02 #n2 -1 points accepted: Twice, then?
			- #n3 deleted:
			Una 2021-03-04 #n4: Three times, if the ice breaks.
			Linked from Mire 2021-03-05 #n5 pingback: We wrote about your reeds.`},
		{"tree by ids", unit + "  author: u\n  body: .y\n  id: '@data-k'\n  parent: '@data-a'\n  deleted: .gone", `
			article, no post, declared -, open -, next -
			Una 2021-03-01 #n1: They stood too wet this year. Sent from a boat
			. Bo 2021-03-02 #n2: Twice, then?
			. . Una 2021-03-04 #n4: Three times, if the ice breaks.
			. - #n3 deleted:
			Linked from Mire 2021-03-05 #n5: We wrote about your reeds.`},
		{"tree by levels", unit + "  author: u\n  body: .y\n  level: '@data-d'\n  deleted: .gone", `
			article, no post, declared -, open -, next -
			Una 2021-03-01: They stood too wet this year. Sent from a boat
			. Bo 2021-03-02: Twice, then?
			. - deleted:
			. . Una 2021-03-04: Three times, if the ice breaks.
			Linked from Mire 2021-03-05: We wrote about your reeds.`},
		{"opening post and the page", topic + "  author: u\n  body: .y, p\n  opening: '#t'\n  deleted: .gone\n  level: '@data-d'\n  declared: .q\n  next: .w\n  closed: hr.shut", `
			thread, post "Who cuts reeds before the frost will cut them twice, as everybody here knows.", declared 8, open false, next https://www.reeds.example/reeds/2
			Una 2021-03-01: They stood too wet this year. Sent from a boat
			. Bo 2021-03-02: Twice, then?
			. - deleted:
			. . Una 2021-03-04: Three times, if the ice breaks.
			Linked from Mire 2021-03-05: We wrote about your reeds.`},
		{"the first unit opens", topic + "  author: u\n  body: .y\n  opening: first", `
			thread, post "They stood too wet this year. Sent from a boat", declared 8, open -, next -
			Bo 2021-03-02: Twice, then?
			Una 2021-03-04: Three times, if the ice breaks.
			Linked from Mire 2021-03-05: We wrote about your reeds.`},
		{"the first that finds units", "- site: reeds.example\n  unit: li.x\n- site: reeds.example\n  unit: hr\n" + unit + "  body: .y\n  author: u\n- site: reeds.example\n  unit: p", `
			article, no post, declared -, open -, next -
			Una 2021-03-01: They stood too wet this year. Sent from a boat
			Bo 2021-03-02: Twice, then?
			Una 2021-03-04: Three times, if the ice breaks.
			Linked from Mire 2021-03-05: We wrote about your reeds.`},
		{"by a condition", "- platform: Reeds\n  when: hr.shut\n  unit: div.x\n  thread: false\n  body: .y\n  author: u", `
			article, no post, declared -, open -, next -
			Una 2021-03-01: They stood too wet this year. Sent from a boat
			Bo 2021-03-02: Twice, then?
			Una 2021-03-04: Three times, if the ice breaks.
			Linked from Mire 2021-03-05: We wrote about your reeds.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := readRemarks(t, "https://www.reeds.example/reeds", c.rules)
			if got, want := conversation(p), strings.ReplaceAll(strings.TrimSpace(c.want), "\t", ""); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestRulesOfAttributes reads a name and a date from attributes of the unit, beside which the page shows others, and a
// body within what is none on other pages.
func TestRulesOfAttributes(t *testing.T) {
	const comment = `<li class="comment" data-who="%s" data-when="%s"><a class="author" href="/by/una">Una</a> about <a class="author" href="/by/bo">Bo</a>
		<time>yesterday</time><div class="comment-tools"><div class="said">%s</div></div></li>`
	page := "<h1>Reeds</h1><ol>" + fmt.Sprintf(comment, "Una", "03/04/2021", "They stood too wet.") + fmt.Sprintf(comment, "Bo", "17/04/2021", "Twice, then?") +
		fmt.Sprintf(comment, "Ida", "18/04/2021", "No.") + "</ol>"
	set, err := extract.ReadRules(strings.NewReader("- site: reeds.example\n  unit: li.comment\n  thread: false\n  author: '@data-who'\n  date: '@data-when'\n  body: .said"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := extract.Bytes([]byte(page), extract.WithURL("https://reeds.example/"), extract.WithRules(set))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range p.Comments.All() {
		got = append(got, fmt.Sprintf("%s <%s> %s: %s", c.Author.Name, c.Author.URL, c.Published, c.Text))
	}
	want := []string{"Una <https://reeds.example/by/una> 2021-04-03: They stood too wet.", "Bo <https://reeds.example/by/bo> 2021-04-17: Twice, then?", "Ida <> 2021-04-18: No."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("- wanted, + read:\n%s", diff)
	}
}

// TestRulesChangeNothing gives rules that must leave the page as it is without them.
func TestRulesChangeNothing(t *testing.T) {
	for _, c := range []struct{ name, address, rules, reason string }{
		{"another site", "https://reeds.example/", "- site: mire.example\n  unit: div.x", `the page is from "reeds.example"`},
		{"a name that ends alike", "https://wetreeds.example/", "- site: reeds.example\n  unit: div.x", `the page is from "wetreeds.example"`},
		{"no condition met", "https://reeds.example/", "- platform: A\n  when: main\n  unit: div.x", "nothing matches its condition main"},
		{"no unit", "https://reeds.example/", "- site: reeds.example\n  unit: li.x", "nothing matches its unit li.x"},
		{"no text", "https://reeds.example/", "- site: reeds.example\n  unit: .gone, hr", "what matches its unit .gone, hr has no text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reason := ""
			got := readRemarks(t, c.address, c.rules, extract.WithExplain(func(d extract.Decision) {
				if strings.HasPrefix(d.Subject, "rule of ") && d.Verdict == "rejected" {
					reason = d.Reason
				}
			}))
			if want := readRemarks(t, c.address, "[]"); string(indented(t, got)) != string(indented(t, want)) {
				t.Errorf("the page changed to\n%s", conversation(got))
			}
			if reason != c.reason {
				t.Errorf("the reason given is %q, want %q", reason, c.reason)
			}
		})
	}
}

func readRemarks(t *testing.T, address, rules string, more ...extract.Option) *page.Page {
	t.Helper()
	set, err := extract.ReadRules(strings.NewReader(rules))
	if err != nil {
		t.Fatal(err)
	}
	p, err := extract.Bytes([]byte(remarks), append(more, extract.WithURL(address), extract.WithRules(set))...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// conversation is a page's conversation in short: what is known of all of it, and a line for each comment.
func conversation(p *page.Page) string {
	var b strings.Builder
	post := "no post"
	if p.Post != nil {
		post = fmt.Sprintf("post %q", p.Post.Text)
	}
	fmt.Fprintf(&b, "%s, %s, declared %s, open %s, next %s", p.Kind, post, orDash(p.Comments.Declared), orDash(p.Comments.Open), dash(p.Comments.Next))
	for depth, c := range p.Comments.All() {
		name := "-"
		if c.Author != nil {
			name = c.Author.Name
		}
		b.WriteString("\n" + strings.Repeat(". ", depth) + strings.TrimSpace(name+" "+string(c.Published)))
		if c.ID != "" {
			b.WriteString(" #" + c.ID)
		}
		if c.Score != nil {
			fmt.Fprintf(&b, " %d points", *c.Score)
		}
		if c.Accepted {
			b.WriteString(" accepted")
		}
		if c.Kind != page.Remark {
			fmt.Fprintf(&b, " %s", c.Kind)
		}
		b.WriteString(strings.TrimRight(": "+c.Text, " "))
	}
	return b.String()
}

func orDash[T any](v *T) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprint(*v)
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// TestRulesSchema checks the table of platforms and the fixtures' rules against the published schema.
func TestRulesSchema(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile("../docs/rules.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"internal/rules/platforms.yaml", "../testdata/site-rules/rules.yaml"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := yaml.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
