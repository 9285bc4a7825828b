package extract_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract"
)

const small = `<!doctype html><title>Bees</title><article><h1>Bees</h1>
<p>The hive by the garden wall woke up in the first warm week of March, and by noon the air was full of them.</p>
<p>We counted the returning bees for an hour, and the ones that carried pollen were yellow to the knees.</p></article>`

func TestBytes(t *testing.T) {
	p, err := extract.Bytes([]byte(small), extract.WithURL("https://garden.example/bees"), extract.WithSource("bees.html"))
	if err != nil {
		t.Fatal(err)
	}
	if p.Source != "bees.html" || p.URL != "https://garden.example/bees" || p.Words < 40 || !strings.Contains(p.Text, "The hive") {
		t.Errorf("source %q, url %q, %d words, text %q", p.Source, p.URL, p.Words, p.Text)
	}
}

func TestNodeReadsAPart(t *testing.T) {
	root, err := html.Parse(strings.NewReader(small + `<footer><p>Nothing to see here, it is but a footer of the page.</p></footer>`))
	if err != nil {
		t.Fatal(err)
	}
	var article *html.Node
	for n := range root.Descendants() {
		if n.Data == "article" {
			article = n
		}
	}
	p, err := extract.Node(article)
	if err != nil || !strings.HasSuffix(p.Text, "yellow to the knees.") {
		t.Errorf("text %q, error %v", p.Text, err)
	}
}

func TestEmpty(t *testing.T) {
	for _, in := range []string{"", " \n", "<html></html>"} {
		p, err := extract.Bytes([]byte(in))
		if err != nil || p.Text != "" || len(p.Sections) != 0 || p.Comments.Found != 0 {
			t.Errorf("%q: %+v, %v; want an empty page", in, p, err)
		}
	}
}

// The page of a paper may hold nothing but its abstract, which is its summary and its text.
func TestAbstract(t *testing.T) {
	const abstract = "We counted the bees of forty gardens through one spring and asked what keeps a hive alive in a late frost. " +
		"Hives by a wall lost a tenth of their bees, hives in the open a third, and wrapping them in straw made no difference that we could measure."
	p, err := extract.Bytes([]byte(`<!doctype html><title>Frost and hives</title><meta name=citation_title content="Frost and hives">
<nav><a href=/>Papers</a> <a href=/new>New</a></nav><main><h1>Frost and hives</h1><p class=authors><a href=/a/1>Ada Winter</a></p>
<blockquote class=abstract><span>Abstract:</span> ` + abstract + `</blockquote></main><footer>Help, contact, imprint</footer>`))
	if err != nil {
		t.Fatal(err)
	}
	if p.Summary == nil || p.Summary.Text != abstract || p.Text != abstract || p.Words != 49 {
		t.Errorf("summary %+v, text %q of %d words", p.Summary, p.Text, p.Words)
	}
}

// A summary that opens the text is read before it; one further down is read where it stands.
func TestSummaryInItsPlace(t *testing.T) {
	const (
		one = "The hive by the garden wall woke up in the first warm week of March, and by noon the air was full of them, which nobody had seen so early since the " +
			"winter of the long frost, when the pear tree bloomed in snow and the beekeeper wrote to the paper about it and was not believed by anybody."
		two   = "We counted the returning bees for an hour, and the ones that carried pollen were yellow to the knees."
		short = "In short, bees do what they want, and walls help them."
		box   = "<h2>Summary</h2><p>" + short + "</p>"
	)
	for _, c := range []struct{ body, want string }{
		{box + "<h2>March</h2><p>" + one + "</p><p>" + two + "</p>", short + "\n\nMarch\n\n" + one + "\n\n" + two},
		{"<h2>March</h2><p>" + one + "</p><p>" + two + "</p>" + box, "March\n\n" + one + "\n\n" + two + "\n\nSummary\n\n" + short},
	} {
		p, err := extract.Bytes([]byte("<!doctype html><title>Bees</title><article><h1>Bees</h1>" + c.body + "</article>"))
		if err != nil {
			t.Fatal(err)
		}
		if p.Summary == nil || p.Summary.Text != short || p.Text != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.body, p.Text, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	broken := errors.New("connection reset")
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"binary", second(extract.Bytes([]byte("%PDF-1.7\n\x00\x01"), extract.WithSource("a.pdf"))), "extract a.pdf: "},
		{"too large", second(extract.Bytes([]byte(small), extract.WithLimits(extract.Limits{Bytes: 10}))), "extract: the page has more than 10 bytes: give a part of it, or raise Limits.Bytes"},
		{"reader too large", second(extract.Reader(strings.NewReader(small), extract.WithLimits(extract.Limits{Bytes: 10}))), "more than 10 bytes"},
		{"no tree", second(extract.Node(nil, extract.WithSource("a.html"))), "extract a.html: there is no tree"},
		{"too many nodes", second(extract.Bytes([]byte(small), extract.WithLimits(extract.Limits{Nodes: 5}))), "the page has more than 5 elements and texts: give a part of it, or raise Limits.Nodes"},
		{"reader fails", second(extract.Reader(io.MultiReader(strings.NewReader(small), iotest.ErrReader(broken)), extract.WithURL("https://garden.example/"))), "extract https://garden.example/: connection reset"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var e *extract.Error
			if !errors.As(c.err, &e) || !strings.Contains(c.err.Error(), c.want) {
				t.Errorf("got %v, want an *Error with %q", c.err, c.want)
			}
		})
	}
	if err := second(extract.Reader(iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("%v does not wrap the reader's error", err)
	}
}

func second[T any](_ T, err error) error { return err }

// TestConcurrent reads pages side by side: each must come out as it does alone.
func TestConcurrent(t *testing.T) {
	alone, err := extract.Bytes([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				p, err := extract.Bytes([]byte(small))
				if err != nil || p.Text != alone.Text {
					t.Errorf("text %q, error %v", p.Text, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestExplain(t *testing.T) {
	var said []string
	if _, err := extract.Bytes([]byte(small), extract.WithExplain(func(d extract.Decision) {
		said = append(said, d.Room+" "+d.Verdict+" "+d.Subject)
	})); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(strings.Join(said, "\n"), "content kept The hive by the garden wall") {
		t.Errorf("decisions %q do not tell why the first paragraph was kept", said)
	}
}

// A page read for its comments alone has the same comments as when all of it is read, and nothing else than what it says of
// itself.
func TestCommentsOnly(t *testing.T) {
	for _, fixture := range []string{"wordpress-2013-news", "blogger-threaded", "drupal-9"} {
		b, err := os.ReadFile(filepath.Join("..", "testdata", fixture, "page.html"))
		if err != nil {
			t.Fatal(err)
		}
		want, err := extract.Bytes(b)
		if err != nil {
			t.Fatal(err)
		}
		got, err := extract.Bytes(b, extract.WithCommentsOnly())
		if err != nil {
			t.Fatal(err)
		}
		if want.Text == "" || want.Comments.Found == 0 {
			t.Fatalf("%s shows nothing", fixture)
		}
		want.Kind, want.Sections, want.Text, want.Words, want.Confidence = "", nil, "", 0, 0
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", fixture, d)
		}
	}
}

func TestTreeIsGivenOnce(t *testing.T) {
	count, found := 0, false
	see := extract.WithTree(func(root *html.Node) {
		count++
		for n := range root.Descendants() {
			found = found || n.DataAtom == atom.A
		}
	})
	if _, err := extract.Bytes([]byte("<p>See <a href=/b>b</a>"), see); err != nil || count != 1 || !found {
		t.Errorf("the tree was given %d times, with its link: %v, %v", count, found, err)
	}
	if _, err := extract.Bytes([]byte("no markup at all"), see, extract.WithContentType("text/plain")); err != nil || count != 1 {
		t.Errorf("a plain text gave a tree: %v", err)
	}
}

// Any node of a tree can be read, as it may be what a selection holds.
func TestNodeOfAnyType(t *testing.T) {
	const text = "The ferry goes at six, and again at nine if anybody waits on the other side."
	for name, test := range map[string]struct {
		node  *html.Node
		words int
	}{
		"a text":    {&html.Node{Type: html.TextNode, Data: text}, 16},
		"raw":       {&html.Node{Type: html.RawNode, Data: text}, 16},
		"a comment": {&html.Node{Type: html.CommentNode, Data: text}, 0},
		"a doctype": {&html.Node{Type: html.DoctypeNode, Data: "html"}, 0},
		"zero":      {&html.Node{}, 0},
	} {
		p, err := extract.Node(test.node)
		if err != nil || p.Words != test.words {
			t.Errorf("%s: %d words, %v", name, p.Words, err)
		}
		if test.node.Parent != nil || test.node.FirstChild != nil {
			t.Errorf("%s: the tree was changed", name)
		}
	}
}
