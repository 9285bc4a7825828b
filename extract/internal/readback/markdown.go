package readback

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

var converter = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote),
	goldmark.WithRendererOptions(html.WithUnsafe()),
)

// Markdown writes the page as Markdown, reads it with goldmark, and compares the leaves of its blocks.
func Markdown(p *page.Page) (Result, error) {
	var written bytes.Buffer
	if err := render.Markdown(&written, p); err != nil {
		return Result{}, err
	}
	return ReadMarkdown(written.Bytes(), p)
}

// ReadMarkdown reads the Markdown of a page, whoever wrote it, and compares the leaves of its blocks.
func ReadMarkdown(written []byte, p *page.Page) (Result, error) {
	var converted bytes.Buffer
	if err := converter.Convert(afterFrontMatter(written), &converted); err != nil {
		return Result{}, fmt.Errorf("goldmark: %w", err)
	}
	root, err := nethtml.Parse(&converted)
	if err != nil {
		return Result{}, fmt.Errorf("goldmark's HTML: %w", err)
	}
	r := &reader{}
	r.children(root, "")
	return compare(pageLeaves(p), r.leaves), nil
}

// afterFrontMatter is what follows the YAML.
func afterFrontMatter(b []byte) []byte {
	const rule = "---\n"
	if rest, ok := bytes.CutPrefix(b, []byte(rule)); ok {
		if _, after, ok := bytes.Cut(rest, []byte("\n"+rule)); ok {
			return after
		}
	}
	return b
}

// compare pairs leaves that are the same, each once.
func compare(want, got []Leaf) Result {
	result := Result{Leaves: len(want)}
	left := map[Leaf]int{}
	for _, l := range got {
		left[l]++
	}
	for _, l := range want {
		if left[l] == 0 {
			result.Changed = append(result.Changed, l)
			continue
		}
		left[l]--
	}
	for _, l := range got {
		if left[l] > 0 {
			left[l]--
			result.Strange = append(result.Strange, l)
		}
	}
	return result
}

// reader lists the leaves of an HTML tree.
type reader struct {
	leaves []Leaf
	text   strings.Builder // inline text that is not yet a leaf
	path   string          // of that text
}

// containers are the elements that hold blocks, with the word for them in a leaf's path.
var containers = map[string]string{"li": "list", "blockquote": "quote", "html": "", "body": "", "ul": "", "ol": "", "table": "", "tbody": "", "thead": ""}

func (r *reader) children(n *nethtml.Node, path string) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, path)
	}
}

func (r *reader) node(n *nethtml.Node, path string) {
	if n.Type == nethtml.TextNode {
		r.text.WriteString(n.Data)
		r.path = path
		return
	}
	if n.Type != nethtml.ElementNode || n.Data == "head" {
		return
	}
	if word, ok := containers[n.Data]; ok {
		r.end("paragraph")
		inner := strings.TrimSpace(path + " " + word)
		r.children(n, inner)
		r.path = inner
		r.end("paragraph")
		return
	}
	switch n.Data {
	case "p":
		r.leaf(n, "paragraph", path)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.leaf(n, "heading", path)
	case "tr":
		r.row(n, path)
	case "pre":
		r.code(n, path)
	case "hr":
		r.end("paragraph")
		r.add(Leaf{path + " separator", ""})
	case "div":
		r.footnotes(n, path)
	default:
		r.inline(n, path)
	}
}

func (r *reader) add(l Leaf) {
	l.Path = strings.TrimSpace(l.Path)
	r.leaves = append(r.leaves, l)
}

// end makes a leaf of the inline text that stands open.
func (r *reader) end(kind string) {
	text := normal(r.text.String())
	r.text.Reset()
	if text != "" {
		r.add(formula(r.path+" "+kind, text))
	}
}

func (r *reader) leaf(n *nethtml.Node, kind, path string) {
	r.end("paragraph")
	r.children(n, path)
	r.path = path
	r.end(kind)
}

func (r *reader) inline(n *nethtml.Node, path string) {
	switch {
	case n.Data == "br":
		r.text.WriteByte('\n')
	case n.Data == "img", hasPrefix(n, "class", "footnote"), n.Data == "sup" && isMark(n):
	default:
		r.children(n, path)
	}
	r.path = path
}

// isMark says whether a superscript is a footnote's mark.
func isMark(n *nethtml.Node) bool {
	return hasPrefix(n, "id", "fnref:") || n.FirstChild != nil && n.FirstChild == n.LastChild && n.FirstChild.Data == "a" && hasPrefix(n.FirstChild, "href", "#")
}

func (r *reader) row(n *nethtml.Node, path string) {
	r.end("paragraph")
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == nethtml.ElementNode {
			r.children(c, path)
			cells = append(cells, normal(r.text.String()))
			r.text.Reset()
		}
	}
	if text := strings.TrimRight(strings.Join(cells, "\t"), "\t"); text != "" {
		r.add(Leaf{path + " row", normal(text)})
	}
}

func (r *reader) code(n *nethtml.Node, path string) {
	r.end("paragraph")
	r.children(n, path)
	text := codeText(strings.TrimSuffix(r.text.String(), "\n"))
	r.text.Reset()
	switch {
	case n.FirstChild != nil && hasPrefix(n.FirstChild, "class", "language-math"):
		r.add(Leaf{path + " math", normal(text)})
	case text != "":
		r.add(Leaf{path + " code", text})
	}
}

func (r *reader) footnotes(n *nethtml.Node, path string) {
	if !hasPrefix(n, "class", "footnotes") {
		r.children(n, path)
		return
	}
	r.end("paragraph")
	from := len(r.leaves)
	r.children(n, path)
	kept := r.leaves[:from]
	for _, l := range r.leaves[from:] {
		if l.Path != "separator" {
			rest := strings.TrimPrefix(l.Path, "list")
			kept = append(kept, Leaf{"note" + rest, strings.TrimRight(l.Text, "\u00a0")})
		}
	}
	r.leaves = kept
}

func hasPrefix(n *nethtml.Node, key, prefix string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.HasPrefix(a.Val, prefix)
		}
	}
	return false
}
