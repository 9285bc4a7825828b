package readback

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	nethtml "golang.org/x/net/html"

	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// policy is bluemonday's for what users may write, with what a whole document needs besides, and any text in ids and
// titles. What it lets through of addresses and elements is as strict as before.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.RequireNoFollowOnLinks(false)
	p.AllowURLSchemes("tel")
	p.AllowElements("html", "head", "body", "title")
	p.AllowAttrs("charset", "name", "content").OnElements("meta")
	p.AllowAttrs("rel", "href").OnElements("link")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^language-[\w+#.-]+$`)).OnElements("code")
	p.AllowAttrs("alt").OnElements("img")
	p.AllowAttrs("lang", "id", "title").Globally()
	return p
}

const doctype = "<!DOCTYPE html>\n"

// HTML writes the page as HTML and says what is wrong with that: an element that an HTML5 parser moves or closes
// elsewhere, or something that a sanitiser changes.
func HTML(p *page.Page) error {
	var written bytes.Buffer
	if err := render.HTML(&written, p); err != nil {
		return err
	}
	root, err := nethtml.Parse(bytes.NewReader(written.Bytes()))
	if err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	var parsed bytes.Buffer
	if err := nethtml.Render(&parsed, root); err != nil {
		return fmt.Errorf("render the parsed: %w", err)
	}
	if err := sameTokens(written.Bytes(), parsed.Bytes()); err != nil {
		return fmt.Errorf("parsed: %w", err)
	}
	document := strings.TrimPrefix(written.String(), doctype)
	if sanitised := policy.Sanitize(document); sanitised != document {
		return fmt.Errorf("sanitised: %s", difference(document, sanitised))
	}
	return nil
}

// sameTokens compares the tags and the text of two documents, white space alone left out.
func sameTokens(a, b []byte) error {
	x, y := nethtml.NewTokenizer(bytes.NewReader(a)), nethtml.NewTokenizer(bytes.NewReader(b))
	for {
		s, errX := token(x)
		t, errY := token(y)
		if errX == io.EOF && errY == io.EOF {
			return nil
		}
		if s != t {
			return fmt.Errorf("%.100q is %.100q", s, t)
		}
	}
}

func token(z *nethtml.Tokenizer) (string, error) {
	for {
		if z.Next() == nethtml.ErrorToken {
			return "", z.Err()
		}
		t := z.Token()
		if t.Type == nethtml.SelfClosingTagToken {
			t.Type = nethtml.StartTagToken
		}
		if t.Type != nethtml.TextToken || strings.TrimSpace(t.Data) != "" {
			return strings.TrimSpace(t.String()), nil
		}
	}
}

// difference shows where two texts part.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("%q is %q", a[max(0, i-40):min(len(a), i+60)], b[max(0, i-40):min(len(b), i+60)])
}
