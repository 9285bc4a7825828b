package duplicate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// prose is a text of so many words that follows from a number.
func prose(seed uint64, words int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	all := make([]string, words)
	for i := range all {
		all[i] = fmt.Sprintf("w%d", r.IntN(3000))
	}
	return all
}

func TestNear(t *testing.T) {
	words := prose(1, 600)
	changed := func(n int) string { // n words are others
		other := append([]string{}, words...)
		for i := range n {
			other[i*(len(other)/n)] = "changed"
		}
		return strings.Join(other, " ")
	}
	text := strings.Join(words, " ")
	tests := []struct {
		name, title, text string
		want              bool
	}{
		{"the same", "Hello, world", text, true},
		{"other marks and cases", "hello WORLD", strings.ToUpper(strings.Join(words, ", ")), true},
		{"one more sentence", "Hello world", text + " Print this page. Copyright by the author.", true},
		{"two words", "Hello world", changed(2), true},
		{"every sixth word", "Hello world", changed(100), false},
		{"another title", "Goodbye world", text, false},
		{"half of it", "Hello world", text[:len(text)/2], false},
		{"another text", "Hello world", strings.Join(prose(2, 600), " "), false},
	}
	first, ok := Of("Hello, world!", text)
	if !ok {
		t.Fatal("the text is too short")
	}
	for _, test := range tests {
		p, ok := Of(test.title, test.text)
		if !ok || Near(first, p) != test.want {
			t.Errorf("%s: near is %v, want %v", test.name, Near(first, p), test.want)
		}
	}
}

func TestShort(t *testing.T) {
	for n, want := range map[int]bool{0: false, MinWords - 1: false, MinWords: true} {
		if _, ok := Of("", strings.Repeat(" word", n)); ok != want {
			t.Errorf("%d words can be compared: %v, want %v", n, ok, want)
		}
	}
}

// A print is the same in every process and on every machine: it is kept in logs.
func TestPrintIsStable(t *testing.T) {
	got, _ := Of("Eine Überschrift", strings.Join(prose(3, 100), " "))
	if want := (Print{Text: 0xf6865f380facde04, Title: 0x67182b7bb3e7c07d}); got != want {
		t.Errorf("the print is %#x, %#x, want %#x, %#x", got.Text, got.Title, want.Text, want.Title)
	}
}

func TestIndex(t *testing.T) {
	var x Index
	print := func(n int) Print {
		p, _ := Of("t", strings.Join(prose(uint64(n), 300), " "))
		return p
	}
	for n := range 500 {
		if earlier, found := x.Add(print(n), fmt.Sprint(n)); found {
			t.Errorf("page %d is taken for page %s", n, earlier)
		}
	}
	for n := range 500 {
		p := print(n)
		p.Text ^= 1<<(n%64) | 1<<((n*7+3)%64) | 1<<((n*13+5)%64) // three bits at most
		if earlier, found := x.Add(p, "copy"); !found || earlier != fmt.Sprint(n) {
			t.Errorf("the copy of page %d is taken for %q, %v", n, earlier, found)
		}
		if earlier, found := x.Add(print(n), fmt.Sprint(n)); found {
			t.Errorf("page %d is taken for a copy of %s", n, earlier)
		}
	}
}

func TestIndexForgets(t *testing.T) {
	var x Index
	for n := range 2*MaxPages + 10 {
		x.Add(Print{Text: mix(uint64(n)), Title: uint64(n)}, "")
	}
	if n := len(x.current.pages) + len(x.past.pages); n > 2*MaxPages {
		t.Errorf("%d pages are remembered", n)
	}
	if _, found := x.Add(Print{Text: mix(0), Title: 0}, "again"); found {
		t.Error("the first page is not forgotten")
	}
	if _, found := x.Add(Print{Text: mix(2 * MaxPages), Title: 2 * MaxPages}, "again"); !found {
		t.Error("one of the last pages is forgotten")
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Join(prose(1, 1000), " ")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Of("title", text)
	}
}
