package rules

import (
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// TestReadErrors is the table of what can be wrong with a file of rules, and what its user is told.
func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"no YAML", "- site: [", "the rules are no YAML (yaml: line 1: did not find expected node content): see docs/rules.md for their form"},
		{"no list", "site: a.example\nunit: li", `line 1: the rules are no list: begin each with "- site:" or "- platform:"`},
		{"two documents", "- site: a.example\n  unit: li\n---\n- site: b.example\n  unit: li", "the rules go on after a line of ---: write all of them in one list"},
		{"alias", "- site: &a a.example\n  unit: *a", "line 2: unit: its value is no text: write it on the same line, in quotes if it begins with one of @ # & * [ {"},
		{"no rule", "- li.comment", `line 1: this is no rule: write fields like "unit: li.comment" below "- site: blog.example"`},
		{"unknown field", "- site: a.example\n  unit: li\n  auther: b", "line 3: auther: there is no such field: a rule has platform or site, when, unit, run, " +
			"opening, thread, body, drop, author, date, id, url, score, parent, level, declared, next, accepted, deleted, pingback, closed"},
		{"field twice", "- site: a.example\n  unit: li\n  unit: dd", "line 3: unit: it is given twice: write alternatives with a comma between them"},
		{"value is a list", "- site: a.example\n  unit: [li]", "line 2: unit: its value is no text: write it on the same line, in quotes if it begins with one of @ # & * [ {"},
		{"value is missing", "- site: a.example\n  unit: #comments", "line 2: unit: its value is no text: write it on the same line, in quotes if it begins with one of @ # & * [ {"},
		{"neither site nor platform", "- unit: li", `line 1: the rule names neither a site nor a platform, or both: give it one "site: blog.example"`},
		{"both", "- site: a.example\n  platform: A\n  when: b\n  unit: li", `line 1: the rule names neither a site nor a platform, or both: give it one "site: blog.example"`},
		{"platform without when", "- platform: A\n  unit: li", `line 1: the rule of a platform has no "when": give a selector that its pages alone match`},
		{"no unit", "- site: a.example", `line 1: the rule has no "unit": give the selector of a comment`},
		{"site is an address", "- site: https://a.example/\n  unit: li", `line 1: site: "https://a.example/" is no host: write it without scheme and path, as in blog.example`},
		{"broken selector", "- site: a.example\n  unit: li..x", `line 2: unit: "li..x" is no CSS selector (expected identifier, found . instead): write one like li.comment`},
		{"empty alternative", "- site: a.example\n  unit: li,", "line 2: unit: it is empty, or has an empty alternative beside a comma: write a selector like li.comment"},
		{"sibling", "- site: a.example\n  unit: h2 ~ li", `line 2: unit: "h2 ~ li" has ~, which is not supported: name the element by what holds it`},
		{"pseudo-class", "- site: a.example\n  unit: li:has(p)", `line 2: unit: "li:has(p)" has a pseudo-class that is not supported: of these only :not() is`},
		{"not of more", "- site: a.example\n  unit: li:not(ul li)", `line 2: unit: "li:not(ul li)" has more than a simple selector in :not(): write one like :not(.pinned)`},
		{"escape", `- {site: a.example, unit: '.sm\:x'}`, `line 1: unit: ".sm\\:x" has a backslash: name the element without one, as in [class~='a:b']`},
		{"no attribute", "- site: a.example\n  unit: li\n  date: time@", `line 3: date: "time@": after @ stands the name of one attribute, as in time@datetime`},
		{"when with a space", "- platform: A\n  when: body div.x\n  unit: li", `line 2: when: "body div.x" has a space: name an element by itself, its parent (>) or the one before it (+)`},
		{"page value of unit", "- site: a.example\n  unit: li\n  next: '@href'", "line 3: next: it is read of the page, not of a unit: write a selector before the @"},
		{"thread", "- site: a.example\n  unit: li\n  thread: perhaps", `line 3: thread: "perhaps" is neither true nor false`},
		{"run", "- site: a.example\n  unit: li\n  run: 3", `line 3: run: "3" is neither true nor false`},
		{"opening of no thread", "- site: a.example\n  unit: li\n  opening: first\n  thread: false", `line 1: the rule has an opening post, and says that there is none by "thread: false": take one of them out`},
		{"drop without body", "- site: a.example\n  unit: li\n  drop: i", `line 1: the rule has "drop" and no "body": give the selector of the text in which to drop parts`},
		{"two errors", "- site: a.example\n  unit: li..x\n- unit: b", "line 2: unit: \"li..x\" is no CSS selector (expected identifier, found . instead): write one like li.comment\n" +
			`line 3: the rule names neither a site nor a platform, or both: give it one "site: blog.example"`},
		{"too large", strings.Repeat("#", MaxBytes+1), "the rules have more than 1048576 bytes: part them into files of sites that are read together"},
	} {
		t.Run(c.name, func(t *testing.T) {
			set, err := Read(strings.NewReader(c.file))
			if err == nil {
				t.Fatalf("read %d rules, want an error", len(set.Rules()))
			}
			if err.Error() != c.want {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

func TestReadEmpty(t *testing.T) {
	for _, file := range []string{"", "# nothing yet\n", "[]"} {
		if set, err := Read(strings.NewReader(file)); err != nil || len(set.Rules()) != 0 {
			t.Errorf("%q: %v, %v; want no rules", file, set, err)
		}
	}
}

// FuzzRead looks for files that make the reader panic, and for rules that it takes and cannot use.
func FuzzRead(f *testing.F) {
	f.Add([]byte("- site: a.example\n  unit: ul > li.comment, dd + dd[id^=\"c,\"]\n  date: time@datetime, '@data-at'\n"))
	f.Add([]byte("- platform: A\n  when: html#a\n  unit: li:not(.x)\n  thread: true\n  opening: first\n"))
	f.Add(platforms)
	x := domtest.Index(f, `<ul><li class="comment x" id="c1"><b>A</b><time datetime="2020-01-02">x</time><p>y</p></ul>`)
	f.Fuzz(func(t *testing.T, b []byte) {
		set, err := Read(strings.NewReader(string(b)))
		if err != nil {
			return
		}
		set.Applying(x, "a.example")
		for _, r := range set.Rules() {
			r.Unit.Find(x)
			for _, v := range r.Values {
				if v != nil {
					reader := v.In(x, 0)
					reader.Read(1)
				}
			}
		}
	})
}
