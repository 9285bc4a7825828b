package decode

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// placed is the body of a page in which parts stand elsewhere than readers see them.
type placed struct{ name, in, want string }

// TestSettle reads pages whose parts were streamed out of order.
func TestSettle(t *testing.T) {
	checkBodies(t, []placed{
		{"a part takes the place of its placeholder",
			`<main><!--$?--><template id="B:0"></template><p>Loading</p><!--/$--><p>End</p></main><div hidden id="S:0"><p>Text</p></div>`,
			`<main><!--$?--><p>Text</p><!--/$--><p>End</p></main>`},
		{"parts within parts",
			`<main><template id="B:0"></template>x<!--/$--></main><div hidden id="S:0"><h2>a</h2><template id="P:1"></template></div><div hidden id="S:1"><p>b</p></div>`,
			`<main><h2>a</h2><p>b</p><!--/$--></main>`},
		{"a part without a place stays",
			`<main>x</main><div hidden id="S:0"><p>b</p></div>`,
			`<main>x</main><div hidden="" id="S:0"><p>b</p></div>`},
		{"a part that holds its own place stays",
			`<div hidden id="S:0"><template id="B:0"></template>b<!--/$--></div>`,
			`<div hidden="" id="S:0"><template id="B:0"></template>b<!--/$--></div>`},
	})
}

func checkBodies(t *testing.T, pages []placed) {
	t.Helper()
	for _, c := range pages {
		doc, err := Bytes([]byte("<!DOCTYPE html><html><head></head><body>"+c.in), Options{ContentType: "text/html"})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := html.Render(&b, doc.Root); err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(b.String(), "<body>")
		if got = strings.TrimSuffix(got, "</body></html>"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}
