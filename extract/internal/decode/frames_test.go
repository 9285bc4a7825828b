package decode

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestFrames reads pages of frames.
func TestFrames(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"what noframes holds is the body",
			`<html><head><title>t</title></head><frameset cols="1,2"><frame src="a.html"><noframes><body bgcolor="#fff"><p>a<p>b</body></noframes></frameset></html>`,
			`<frameset cols="1,2"><frame src="a.html"></frame><noframes><body bgcolor="#fff"><p>a<p>b</body></noframes></frameset><body bgcolor="#fff"><p>a</p><p>b</p></body></html>`},
		{"frames alone",
			`<html><head></head><frameset><frame src="a.html"></frameset></html>`,
			`<frameset><frame src="a.html"></frame></frameset></html>`},
		{"noframes on a page that has a body",
			`<html><head></head><body><noframes><p>a</noframes></body></html>`,
			`<body><noframes><p>a</noframes></body></html>`},
	} {
		doc, err := Bytes([]byte(c.in), Options{ContentType: "text/html"})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := html.Render(&b, doc.Root); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(b.String(), "</head>"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}
