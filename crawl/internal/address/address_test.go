package address

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNormalise(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"nothing to do", "https://blog.example/2019/03/hello/", "https://blog.example/2019/03/hello/"},
		{"scheme, host and default port", "HTTP://Blog.EXAMPLE:80", "http://blog.example/"},
		{"a port that is not the default", "https://blog.example:8443/a", "https://blog.example:8443/a"},
		{"dots", "http://blog.example/a/./b/../../c", "http://blog.example/c"},
		{"encoded dots", "http://blog.example/a/%2e%2E/c", "http://blog.example/c"},
		{"encoded slashes are no slashes", "http://blog.example/..%2f..%2fetc", "http://blog.example/..%2f..%2fetc"},
		{"spaces and line ends around and within", " http://blog.example/a\nb c\t ", "http://blog.example/ab%20c"},
		{"backslashes", `http:\\blog.example\a`, "http://blog.example/a"},
		{"letters beyond ASCII", "http://bücher.example/größe?q=ä", "http://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4"},
		{"numbers that are addresses", "http://0x7f000001:1/", "http://127.0.0.1:1/"},
		{"version 6", "http://[FD00:0:0::1]/", "http://[fd00::1]/"},
		{"fragment", "http://blog.example/a#comment-7", "http://blog.example/a"},
		{"empty query", "http://blog.example/a?", "http://blog.example/a"},
		{"credentials", "http://user:secret@blog.example/a", "http://blog.example/a"},
		{"trackers", "http://blog.example/?utm_source=x&p=17&FBCLID=y&utm%5Fcampaign=z", "http://blog.example/?p=17"},
		{"only trackers", "http://blog.example/a?gclid=1&pk_kwd=2", "http://blog.example/a"},
		{"order and repetition are kept", "http://blog.example/?b=2&a=1&b=3&c", "http://blog.example/?b=2&a=1&b=3&c"},
		{"answering a comment", "http://blog.example/hello/?replytocom=55", "http://blog.example/hello/"},
		{"session of PHP", "http://shop.example/i?PHPSESSID=0a1b2c&item=2", "http://shop.example/i?item=2"},
		{"session of Java", "http://shop.example/i;jsessionid=0A1B/b?item=2", "http://shop.example/i/b?item=2"},
		{"session of a forum", "http://forum.example/t?t=5&sid=0123456789abcdef0123456789abcdef", "http://forum.example/t?t=5"},
		{"a search", "http://blog.example/?s=cafe", "http://blog.example/?s=cafe"},
	}
	for _, test := range tests {
		got, err := Normalise(test.raw)
		if err != nil || got != test.want {
			t.Errorf("%s: Normalise(%q) is %q, %v, want %q", test.name, test.raw, got, err, test.want)
		}
		if again, err := Normalise(got); err != nil || again != got {
			t.Errorf("%s: %q becomes %q, %v when normalised again", test.name, got, again, err)
		}
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		raw  string
		want error
	}{
		{"javascript:void(0)", ErrScheme}, {"mailto:a@blog.example", ErrScheme}, {"file:///etc/passwd", ErrScheme}, {"data:text/html,x", ErrScheme},
		{"ftp://blog.example/", ErrScheme}, {"http://[::1", ErrMalformed}, {"http://", ErrMalformed}, {"/a", ErrMalformed}, {"", ErrMalformed},
		{"http://blog.example:99999/", ErrMalformed}, {"http://a b/", ErrMalformed},
		{"http://blog.example/" + strings.Repeat("y", 70_000), ErrLong},
		{"http://" + strings.Repeat("a@", 3900) + "/", ErrMalformed}, {"http:" + strings.Repeat("@", 7900), ErrMalformed}, {"//" + strings.Repeat("@", 7900), ErrMalformed},
		{"http://blog.example/" + strings.Repeat("ä", MaxLength/3), ErrLong}, // six bytes each when encoded
	}
	for _, test := range tests {
		if got, err := Normalise(test.raw); !errors.Is(err, test.want) {
			t.Errorf("Normalise(%.40q) is %.40q, %v, want the error %v", test.raw, got, err, test.want)
		} else if len(err.Error()) > 600 {
			t.Errorf("the error for %.40q has %d bytes", test.raw, len(err.Error()))
		}
	}
}

func TestResolve(t *testing.T) {
	base, err := NewBase("https://blog.example/2019/03/hello/?p=1#top")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ href, want string }{
		{"comment-page-2/#comments", "https://blog.example/2019/03/hello/comment-page-2/"},
		{"../../04/", "https://blog.example/2019/04/"}, {"/", "https://blog.example/"}, {"?p=2", "https://blog.example/2019/03/hello/?p=2"},
		{"//other.example/x", "https://other.example/x"}, {"", "https://blog.example/2019/03/hello/?p=1"}, {"#a", "https://blog.example/2019/03/hello/?p=1"},
		{" /a b ", "https://blog.example/a%20b"},
	}
	for _, test := range tests {
		if got, err := base.Resolve(test.href); err != nil || got != test.want {
			t.Errorf("Resolve(%q) is %q, %v, want %q", test.href, got, err, test.want)
		}
	}
	if got, _ := base.Join("/files/").Resolve("x"); got != "https://blog.example/files/x" {
		t.Errorf("below the element base the link leads to %q", got)
	}
	if _, err := base.Resolve("javascript:history.back()"); !errors.Is(err, ErrScheme) {
		t.Errorf("a script gives %v", err)
	}
}

func TestParts(t *testing.T) {
	tests := []struct{ address, host, origin, path, domain string }{
		{"https://news.blog.co.uk/a?b=1", "news.blog.co.uk", "https://news.blog.co.uk", "/a?b=1", "blog.co.uk"},
		{"http://127.0.0.2:8080/", "127.0.0.2:8080", "http://127.0.0.2:8080", "/", "127.0.0.2"},
		{"http://[fd00::1]:80/", "[fd00::1]:80", "http://[fd00::1]:80", "/", "fd00::1"},
		{"http://a.github.io/", "a.github.io", "http://a.github.io", "/", "a.github.io"},
		{"http://localhost/x", "localhost", "http://localhost", "/x", "localhost"},
	}
	for _, test := range tests {
		if h, o, p, d := Host(test.address), Origin(test.address), Path(test.address), Domain(test.address); h != test.host ||
			o != test.origin || p != test.path || d != test.domain {
			t.Errorf("%s has %q, %q, %q, %q", test.address, h, o, p, d)
		}
	}
	// The first half of: printf %s http://a.example/ | sha256sum
	if got := fmt.Sprintf("%x", KeyOf("http://a.example/")); got != "217fbabc0e7aa17115435afd966b734a" {
		t.Errorf("the key is %s", got)
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"http://blog.example/a?b#c", "http://[::1]:80/%zz", "//x", "http://a/;jsessionid=1/b?utm_x&sid=0", "https://ü.example/\xff\x00"} {
		f.Add("http://blog.example/x/", s)
	}
	for _, s := range []string{"/a/b.html?x=1&utm_source=2#c", "http://blog.example/a/%2E%2e/b", "/a/.b/..", "/a%zz;b=1?c;d='e", "/?a?b", "/%2", "//a/b", "/a|b",
		"https://www.blog-1.example/a/b.html?x=1#c", "http://a.1/", "http://a.0x1/", "http://xn--a.b/", "http://a..b/c", "http://-a.b/", "http://a-.b/", "http://a.b./", "http://a:80/",
		"http://a:8080/b", "http://127.0.0.2:4321/b", "http://127.0.0.02/", "http://1.2.3/", "http://1.2.3.4.5/", "http://a:08/", "http://a:/b", "http://a:99999/", "http://blog.example/own"} {
		f.Add("http://blog.example/x/", s)
	}
	f.Add("http00000:?00", "/")
	f.Add("http://127.0.0.2:4321/a/", "http://127.0.0.2:4321/b?utm_x=1#c")
	f.Add("https://blog.example:443/", "../b")
	f.Add("http://a..b/c", "d")
	f.Fuzz(func(t *testing.T, from, href string) {
		base, err := NewBase(from)
		page, parseErr := parser.Parse(from)
		if err != nil || parseErr != nil {
			if err == nil {
				t.Errorf("%q is taken for a base, the parser says %v", from, parseErr)
			}
			return
		}
		whole, err := Normalise(from)
		if want, wantErr := normal(from, page); whole != want || (err == nil) != (wantErr == nil) {
			t.Errorf("%q gives %q, %v, by the parser %q, %v", from, whole, err, want, wantErr)
		}
		got, err := base.Resolve(href)
		u, parseErr := page.Parse(href)
		if err != nil || parseErr != nil {
			if (err == nil) != (parseErr == nil) && parseErr != nil {
				t.Errorf("%q from %q gives %q, the parser says %v", href, from, got, parseErr)
			}
			return
		}
		if want, _ := normal(href, u); got != want {
			t.Errorf("%q from %q gives %q, by the parser %q", href, from, got, want)
		}
		if !utf8.ValidString(got) || len(got) > MaxLength || strings.ContainsAny(got, " \n\r\t#") {
			t.Errorf("%q from %q gives %q", href, from, got)
		}
		if again, err := Normalise(got); err != nil || again != got {
			t.Errorf("%q from %q gives %q, and that gives %q, %v", href, from, got, again, err)
		}
		if Origin(got)+Path(got) != got || Host(got) == "" {
			t.Errorf("%q falls into %q and %q", got, Origin(got), Path(got))
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	base, err := NewBase("https://blog.example/2019/03/hello/")
	if err != nil {
		b.Fatal(err)
	}
	for name, href := range map[string]string{"plain": "/2019/04/other-article/?p=17", "absolute": "https://www.other.example/2019/04/other-article/?p=17", "parsed": "../../04/other-article/?p=17"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = base.Resolve(href)
			}
		})
	}
}
