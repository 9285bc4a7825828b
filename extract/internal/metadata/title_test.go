package metadata

import (
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

func TestTitle(t *testing.T) {
	const address = "https://www.riverpost.example/a/b"
	tests := []struct{ name, head, body, want string }{
		{"heading and title element agree", `<title>Rain falls | River Post</title>`, `<h1>Rain falls</h1>`, "Rain falls"},
		{"the heading's own words", `<title>Rain: what to know about it - River Post</title>`, `<h1>Everything to know about rain</h1>`, "Everything to know about rain"},
		{"own punctuation stays", `<title>Rain – a history: part 2 | River Post</title>`, `<h1>Rain – a history: part 2</h1>`, "Rain – a history: part 2"},
		{"host of what is linked", `<title>Rain falls | River Post</title>`, `<h1><a href="/story/rain">Rain falls</a> <span>(<a href="https://weather.example/rain">weather.example</a>)</span></h1>`, "Rain falls"},
		{"a name in brackets stays", `<title>Rain (rain.js) | River Post</title>`, `<h1><a href="/story/rain">Rain (rain.js)</a></h1>`, "Rain (rain.js)"},
		{"site first", `<title>River Post: Rain falls</title>`, ``, "Rain falls"},
		{"site by og:site_name", `<title>Rain falls - The Post of the River</title><meta property="og:site_name" content="Post of the River">`, ``, "Rain falls"},
		{"site by its place alone", `<title>Rain falls again | Notes</title>`, ``, "Rain falls again"},
		{"og:title tells what is the site's", `<title>Rain falls - Weather in the West - Notes</title><meta property="og:title" content="Rain falls - Weather in the West">`, ``, "Rain falls - Weather in the West"},
		{"logo as h1", `<title>Rain falls | Notes</title>`, `<h1><a href="/">Notes</a></h1><h2>Rain falls</h2>`, "Rain falls"},
		{"logo as h1 in an archive's copy", `<base href="https://web.archive.org/web/20140226054445/http://notes.example/2013/rain/"><title>Notes » Archive » Rain falls</title>`,
			`<h1><a href="/web/20140226054445/http://notes.example/">Notes</a></h1><h2>Rain falls</h2>`, "Rain falls"},
		{"a heading in a box that is called title", `<title>Rain falls | Notes</title>`,
			`<div class="post-title"><h2>Rain falls</h2><span>Weather</span><span>Comment</span></div>`, "Rain falls"},
		{"the book's name as h1", `<title>Of rain - The Book of Weather</title>`, `<h1>The Book of Weather</h1><h2>Of rain</h2>`, "Of rain"},
		{"two h1", `<title>Rain falls</title>`, `<h1>Welcome to our pages</h1><h1>Rain falls</h1><h1>Rain falls in the east</h1>`, "Rain falls"},
		{"hidden h1 and a visible one", `<title>Rain falls</title>`, `<h1 hidden>Rain falls?</h1><h1>Rain falls!</h1>`, "Rain falls!"},
		{"what stands in a heading besides the title", `<title>Which coat?</title>`,
			`<h1><span class="label">Solved</span> Which coat? <button>Copy</button><time>3 May</time> <a href="#x">#</a></h1>`, "Which coat?"},
		{"label in words", `<title>Which coat for rain?</title>`, `<h1>Topic: Which coat for rain?</h1>`, "Which coat for rain?"},
		{"a heading about something else", `<title>Umbrellas for rent - River Post</title>`, `<h1>Never get wet</h1>`, "Umbrellas for rent"},
		{"low lines between Chinese names", `<title>雨中的老桥_城南随笔_博客</title>`, `<div class="t"><h2>雨中的老桥</h2></div>`, "雨中的老桥"},
		{"low lines in a name", `<title>rain_gauge_v2 | River Post</title>`, ``, "rain_gauge_v2"},
		{"no head", ``, `<h1>Rain falls</h1>`, "Rain falls"},
		{"headings of related articles", `<title>Rain falls</title>`, `<h1>Rain falls</h1><aside><h1>Rain</h1></aside><footer><h1>Rain falls</h1></footer>`, "Rain falls"},
		{"nothing", ``, `<p>Text.</p>`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := read(t, address, "<html><head>"+test.head+"</head><body>"+test.body).Title; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestThread reads a topic whose head names the board alone: its heading is the title, its opener the author.
func TestThread(t *testing.T) {
	x := domtest.Index(t, `<title>The board for people who like birds</title><h1>Which lens?</h1><p class="author">Replier Two</p>`)
	md := Read(x, structured.Read(x), Context{Author: &page.Person{Name: "opener77"}, Published: "2024-05-01T10:00"})
	if md.Title != "Which lens?" || md.Published != "2024-05-01T10:00" {
		t.Errorf("got title %q, date %q", md.Title, md.Published)
	}
}

func TestOriginal(t *testing.T) {
	for address, want := range map[string]string{
		"https://web.archive.org/web/20140226054445/http://notes.example/rain":     "http://notes.example/rain",
		"/web/20140226054445im_/https://notes.example/a.png":                       "https://notes.example/a.png",
		"https://notes.example/share/http://other.example/":                        "https://notes.example/share/http://other.example/",
		"https://notes.example/http/20140226054445/x":                              "https://notes.example/http/20140226054445/x",
		"https://arquivo.pt/wayback/20090714170102/http://www.noticias.example/a/": "http://www.noticias.example/a/",
		"": "",
	} {
		if got := original(address); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}
