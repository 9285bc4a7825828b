package content

import (
	"strings"
	"testing"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
)

// chosen are the selected texts, a span a line.
func chosen(x *dom.Index, sel dom.Selection) string {
	var lines []string
	for _, s := range sel {
		lines = append(lines, string(x.AppendText(nil, s.First, s.Last)))
	}
	return strings.Join(lines, "\n")
}

func TestSelect(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("The river rose in the night and by morning it stood in the yard. ", 4))
	other := "By noon the lower road was shut, and people carried sandbags from the school to the mill, one after another."
	tests := []struct{ name, page, want string }{
		{"empty page", ``, ``},
		{"one paragraph", `<p>` + long, long},
		{
			"article between boilerplate",
			`<nav><ul><li><a href="/">Home</a><li><a href="/b">Boats</a></ul></nav>
			<main><h1>High water</h1><p>` + long + `</p><h2>After</h2><p>` + other + `</p></main>
			<aside><p>Also read: <a href="/d">Dry summers</a></aside>
			<footer><p>Copyright The Weir 2024. All rights reserved.</footer>`,
			"High water " + long + " After " + other,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := domtest.Index(t, test.page)
			if got := chosen(x, Select(x, Context{}).Selection); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestSelectLeavesCommentsOut(t *testing.T) {
	x := domtest.Index(t, `<main><p>`+strings.Repeat("Bread needs time more than it needs flour. ", 5)+`</p>
		<ol><li><p>I baked it twice and both loaves came out flat, what did I miss?</p></ol></main>`)
	var list dom.ID
	for n := range dom.ID(x.Len()) {
		if x.Node(n).HTML.Data == "ol" {
			list = n
		}
	}
	ctx := Context{Comments: dom.Selection{x.Subtree(list)}}
	if got := chosen(x, Select(x, ctx).Selection); strings.Contains(got, "twice") {
		t.Errorf("comment in an article's content: %s", got)
	}
	ctx.Thread = true
	if got := chosen(x, Select(x, ctx).Selection); !strings.Contains(got, "twice") {
		t.Errorf("post missing from a thread's content: %s", got)
	}
}

// TestLeadMedia asks where the content begins whose first text is that of the paragraph "Text.".
func TestLeadMedia(t *testing.T) {
	for _, test := range []struct{ name, body, first string }{
		{"figure", `<p>By Ida</p><figure><img src=a></figure><p>Text.</p>`, "figure"},
		{"paragraph with an image", `<p>By Ida</p><p><img src=a></p><p>Text.</p>`, "p"},
		{"image before the byline", `<figure><img src=a></figure><p>By Ida</p><p>Text.</p>`, ""},
		{"embed", `<p>By Ida</p><iframe src=a></iframe><p>Text.</p>`, "iframe"},
		{"image in a link, as a banner has it", `<p>By Ida</p><a href=x><p><img src=a></p></a><p>Text.</p>`, ""},
		{"image elsewhere", `<div><figure><img src=a></figure></div><p>Text.</p>`, ""},
		{"figure without an image", `<p>By Ida</p><figure><svg></svg></figure><p>Text.</p>`, ""},
		{"no text before", `<p><img src=a></p><p>Text.</p>`, "p"},
	} {
		x := domtest.Index(t, "<html><body>"+test.body)
		last := len(x.Blocks()) - 1
		n := leadMedia(x, last)
		if got := x.Node(n).HTML.Data; n == x.Blocks()[last].First && test.first != "" || n != x.Blocks()[last].First && got != test.first {
			t.Errorf("%s: begins with %q, want %q", test.name, got, test.first)
		}
	}
}

// TestSpans: pictures between kept blocks are kept, also over a dropped line that says whose they are.
func TestSpans(t *testing.T) {
	for _, c := range []struct {
		name, html string
		dropped    string
		want       int // pictures
	}{
		{"nothing between", `<p>a</p><img src="1.jpg"><p>b</p>`, "", 1},
		{"the caption of a figure", `<p>a</p><figure><img src="1.jpg"><figcaption>Ada</figcaption></figure><p>b</p>`, "Ada", 1},
		{"whose it is", `<p>a</p><img src="1.jpg"><div class="credit">Photo: Ada</div><p>b</p>`, "Photo: Ada", 1},
		{"whose the next one is", `<p>a</p><div class="credit">Photo: Ada</div><img src="1.jpg"><p>b</p>`, "Photo: Ada", 0},
		{"another line", `<p>a</p><img src="1.jpg"><div>Photo: Ada</div><p>b</p>`, "Photo: Ada", 0},
		{"pictures after the text", `<div><p>a</p><figure><img src="1.jpg"></figure> <p><img src="2.jpg"></p></div><img src="3.jpg"><p>Ada</p>`, "", 2},
		{"pictures of something else", `<p>a</p><aside><img src="1.jpg"></aside><img src="2.jpg"><p>Ada</p>`, "", 0},
		{"a picture after a dropped line", `<p>a</p><p>Ada</p><img src="1.jpg">`, "", 0},
	} {
		x := domtest.Index(t, `<body>`+c.html)
		keep := make([]bool, len(x.Blocks()))
		for i, b := range x.Blocks() {
			text := string(x.AppendText(nil, b.First, b.Last))
			keep[i] = text != c.dropped && text != "Ada"
		}
		got := 0
		for _, s := range spans(x, keep) {
			for n := s.First; n <= s.Last; n++ {
				if x.Is(n, atom.Img) {
					got++
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %d pictures, want %d", c.name, got, c.want)
		}
	}
}
