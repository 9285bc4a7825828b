package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/kind"
)

func TestAlign(t *testing.T) {
	tests := []struct {
		name, page, gold string // blocks and lines are parted by |
		want             string // a letter for each word of the page: x covered
	}{
		{"nothing", "a b|c", "", "..|."},
		{"all", "a b|c", "a b|c", "xx|x"},
		{"menu before and after", "home about|the mill stood empty|for years|home about", "the mill stood empty|for years", "..|xxxx|xx|.."},
		{"a word alone in mid-block is chance", "read the news|the mill", "the mill", "...|xx"},
		{"the copy in order is taken", "mill|the mill stood|mill", "the mill stood", ".|xxx|."},
		{"moved text is found in another pass", "one two three|four five six", "four five six|one two three", "xxx|xxx"},
		{"an insertion in mid-block", "the mill stood empty advertisement for nine long years", "the mill stood empty for nine long years", "xxxx.xxxx"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			numbers := lexicon{}
			page, gold := numbered(numbers, test.page), numbered(numbers, test.gold)
			var got strings.Builder
			for i, c := range align(page, gold) {
				if i > 0 && page.start[i] {
					got.WriteByte('|')
				}
				got.WriteByte(".x"[map[bool]int{true: 1}[c]])
			}
			if got.String() != test.want {
				t.Errorf("got %s, want %s", got.String(), test.want)
			}
		})
	}
}

func numbered(numbers lexicon, s string) sequence {
	words, starts := splitWords(strings.ReplaceAll(s, "|", "\n"))
	return sequence{numbers.ids(words), starts}
}

func TestSplitWords(t *testing.T) {
	words, starts := splitWords("Über 3½ snake_case, don't\n水 x")
	if want := []string{"über", "3½", "snake_case", "don", "t", "水", "x"}; !slices.Equal(words, want) {
		t.Errorf("words %q, want %q", words, want)
	}
	if want := []bool{true, false, false, false, false, true, false}; !slices.Equal(starts, want) {
		t.Errorf("line starts %v, want %v", starts, want)
	}
}

func TestFoldKeepsSitesTogether(t *testing.T) {
	for _, pair := range [][2]string{{"https://a.example.co.uk/1", "https://www.example.co.uk/2"}, {"https://blog.example.org", "https://example.org/x"}} {
		if a, b := siteOf(pair[0]), siteOf(pair[1]); a != b || fold(a, 5) != fold(b, 5) {
			t.Errorf("%s and %s are of sites %s and %s", pair[0], pair[1], a, b)
		}
	}
}

// writeCorpus makes a folder of small pages, each of its own site, with their gold.
func writeCorpus(t *testing.T, pages int) string {
	t.Helper()
	dir := t.TempDir()
	for _, sub := range []string{"html", "ground-truth"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for i := range pages {
		text := fmt.Sprintf("Page %d tells of a mill that stood empty for %d years before its wheel turned again in the spring flood.", i, i+2)
		markup := fmt.Sprintf("<nav><a href=/>Home</a> <a href=/n>News of the week</a></nav><main><h1>Mill %d</h1>%s</main><footer>All rights reserved, mill %d.</footer>",
			i, strings.Repeat("<p>"+text+"</p>", 1+i%3), i)
		f, err := os.Create(filepath.Join(dir, "html", fmt.Sprintf("%04d.html.gz", i)))
		if err != nil {
			t.Fatal(err)
		}
		z := gzip.NewWriter(f)
		if _, err := z.Write([]byte(markup)); err != nil {
			t.Fatal(err)
		}
		z.Close()
		f.Close()
		gold, _ := json.Marshal(map[string]any{
			"url":          fmt.Sprintf("https://site%d.example/mill", i),
			"_internal":    map[string]any{"page_type": map[string]string{"primary": string(kind.Learned[i%len(kind.Learned)])}},
			"ground_truth": map[string]string{"main_content": strings.Repeat(text+"\n", 1+i%3)},
		})
		if err := os.WriteFile(filepath.Join(dir, "ground-truth", fmt.Sprintf("%04d.json", i)), gold, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestRunIsDeterministic trains twice on the same pages.
func TestRunIsDeterministic(t *testing.T) {
	corpus := writeCorpus(t, 30)
	var files [2][2][]byte
	for i := range files {
		dir := t.TempDir()
		s := settings{wcxb: corpus, content: filepath.Join(dir, "content"), kind: filepath.Join(dir, "kind"), folds: 2}
		if err := s.run(); err != nil {
			t.Fatal(err)
		}
		for k, name := range []string{s.content, s.kind} {
			var err error
			if files[i][k], err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	for k, what := range []string{"content", "kinds"} {
		if !slices.Equal(files[0][k], files[1][k]) {
			t.Errorf("two runs gave two models of %s", what)
		}
	}
	if _, err := content.ReadModel(files[0][0]); err != nil {
		t.Error(err)
	}
	if _, err := kind.ReadModel(files[0][1]); err != nil {
		t.Error(err)
	}
}

// TestAugment shows what a page might have been: without some of its parts, whole content never among boilerplate, and without
// some of its names, each gone everywhere. The labels of what is left are as they were.
func TestAugment(t *testing.T) {
	corpus := writeCorpus(t, 40)
	pages, err := readWCXB(corpus)
	if err != nil {
		t.Fatal(err)
	}
	samples, err := readSamples(pages)
	if err != nil {
		t.Fatal(err)
	}
	augmented, err := augment(pages, samples)
	if err != nil || len(augmented) != len(pages) {
		t.Fatalf("%d pages made of %d: %v", len(augmented), len(pages), err)
	}
	again, _ := augment(pages, samples)
	less, lost := 0, 0
	for k, s := range augmented {
		if !slices.EqualFunc(s.words, again[k].words, slices.Equal) {
			t.Errorf("page %s was made otherwise the second time", s.id)
		}
		before, after := countContent(samples[k]), countContent(s)
		if after[0] > before[0] || after[1] > before[1] {
			t.Errorf("page %s has %v blocks of boilerplate and content, more than the %v before", s.id, after, before)
		}
		less += before[0] - after[0]
		lost += before[1] - after[1]
	}
	if less == 0 || lost == 0 || less < lost {
		t.Errorf("%d blocks of boilerplate and %d of content were left out of %d pages", less, lost, len(pages))
	}
}

// countContent counts the blocks that are boilerplate and those that are content.
func countContent(s *sample) (n [2]int) {
	for i := range s.blocks {
		if s.isContent(i) {
			n[1]++
		} else {
			n[0]++
		}
	}
	return n
}

func TestDropNames(t *testing.T) {
	const page = `<main class="a b c d" id="e"><p class="a  f">one</p><p class="b" title="b">two</p><p id="c">three</p></main>`
	outcomes := map[string]bool{}
	for seed := range uint64(60) {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		dropNames(root, rand.New(rand.NewPCG(seed, 0)))
		var kept, dropped []string
		var b strings.Builder
		html.Render(&b, root)
		for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
			uses := regexp.MustCompile(`(?:class|id)="[^"]*\b`+name+`\b`).FindAllString(b.String(), -1)
			switch want := map[string]int{"a": 2, "b": 2, "c": 2, "d": 1, "e": 1, "f": 1}[name]; len(uses) {
			case want:
				kept = append(kept, name)
			case 0:
				dropped = append(dropped, name)
			default:
				t.Errorf("%s stands %d of %d times: %s", name, len(uses), want, b.String())
			}
		}
		if !strings.Contains(b.String(), `title="b"`) {
			t.Errorf("an attribute that holds no names was changed: %s", b.String())
		}
		outcomes[strings.Join(kept, "")+"-"+strings.Join(dropped, "")] = true
	}
	if !outcomes["abcdef-"] || !outcomes["-abcdef"] || len(outcomes) < 10 {
		t.Errorf("outcomes %v", outcomes)
	}
}

// TestGate holds the figures to floors, one of which is out of reach, and expects no model.
func TestGate(t *testing.T) {
	dir := t.TempDir()
	s := settings{
		wcxb: writeCorpus(t, 14), content: filepath.Join(dir, "content"), kind: filepath.Join(dir, "kind"), gate: filepath.Join(dir, "floors"), folds: 2,
	}
	for _, c := range []struct{ floors, want string }{
		{"unseen: {content: {all: {f1: 0.01}}, kind: {all: {right: 0}}}", ""},
		{"unseen: {content: {all: {labels: 1.01}}, segments: {none: {f1: 0}}}", s.gate + " is not met:\n" +
			"  unseen content all labels: 1 is below its floor of 1.01\n  unseen segments none f1: no such figure"},
		{"wcxb-dev: {}", s.gate + " holds no floors of unseen"},
	} {
		if err := os.WriteFile(s.gate, []byte(c.floors), 0o644); err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := s.run(); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("with %s: %q, want %q", c.floors, got, c.want)
		}
		for _, name := range []string{s.content, s.kind} {
			if _, err := os.Stat(name); err == nil {
				t.Errorf("with %s a model was written", c.floors)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	pages, err := readWCXB(writeCorpus(t, 3))
	if err != nil {
		t.Fatal(err)
	}
	samples, err := readSamples(pages)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples {
		for i := range s.blocks {
			tells := len(s.words[i]) > 12
			if s.isContent(i) != tells {
				t.Errorf("page %s, block %d of %d words: content %v", s.id, i, len(s.words[i]), s.isContent(i))
			}
		}
	}
}
