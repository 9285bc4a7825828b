package render

import "testing"

func TestAddress(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"https://blog.example/a?b=c&d=e#f", "https://blog.example/a?b=c&d=e#f"},
		{"/a/b", "/a/b"},
		{"#note-1", "#note-1"},
		{"mailto:ada@blog.example", "mailto:ada@blog.example"},
		{"https://blog.example/a b.jpg", "https://blog.example/a%20b.jpg"},
		{"https://blog.example/100%", "https://blog.example/100%25"},
		{"https://blog.example/a%20b", "https://blog.example/a%20b"},
		{"//cdn.example/x.png", "//cdn.example/x.png"},
		{"https://blog.example/?q={x}", "https://blog.example/?q=%7Bx%7D"},
		{"javascript:alert(1)", ""},
		{" JaVa\nScRiPt:alert(1)", ""},
		{"\x01javascript:alert(1)", ""},
		{"data:text/html,<script>alert(1)</script>", ""},
		{"data:image/png;base64,AAAA", ""},
		{"vbscript:x", ""},
		{"blob:https://blog.example/1", ""},
		{"http://a b.example/", ""},
		{"", ""},
	} {
		if got := address(test.in); got != test.want {
			t.Errorf("address(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
