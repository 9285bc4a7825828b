package outline

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// formula adds a formula to the line, or as a block of its own where it is displayed.
func (r *reader) formula(latex string, display bool) {
	latex = collapsed(latex)
	if latex == "" {
		return
	}
	if display && r.line.mode == paragraphs {
		r.flush()
		b := &page.Block{Type: page.Math}
		r.part()
		start := len(r.text)
		r.text = append(r.text, latex...)
		r.slot(&b.Text, start, len(r.text))
		r.emit(b)
		return
	}
	r.line.settle('x', r.text)
	r.ready()
	start := len(r.text)
	r.text = append(r.text, latex...)
	r.enter(mark{kind: page.InlineMath, start: start, end: len(r.text)}, len(r.line.stack))
}

// math reads an element that shows a formula, and tells whether it was one.
func (r *reader) math(n dom.ID, node *dom.Node) bool {
	switch node.Tag {
	case atom.Math:
		r.formula(r.mathML(n), r.x.Attr(n, "display") == "block" || r.x.Attr(n, "mode") == "display")
		return true
	case atom.Script:
		return r.mathScript(n)
	case atom.Span, atom.Div, atom.P:
		return r.renderedMath(n)
	case 0:
		if node.HTML.Data == "mjx-container" { // MathJax 3
			if m := r.mathWithin(n); m != dom.None {
				r.formula(r.mathML(m), r.x.Attr(n, "display") == "true")
			}
			return true
		}
		if node.HTML.Data == "math-renderer" { // GitHub
			return r.delimited(n)
		}
	}
	return false
}

// mathScript reads the script element in which MathJax 2 keeps a formula.
func (r *reader) mathScript(n dom.ID) bool {
	kind := r.x.Attr(n, "type")
	if !strings.HasPrefix(kind, "math/tex") || r.x.FirstChild(n) == dom.None {
		return false
	}
	latex := r.x.Node(n + 1).HTML.Data
	latex = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(latex), "% <![CDATA["), "%]]>")
	r.formula(latex, strings.Contains(kind, "mode=display"))
	return true
}

// renderedMath reads the elements that KaTeX, MathJax 2, MediaWiki, Pandoc and Sphinx write for a formula.
func (r *reader) renderedMath(n dom.ID) bool {
	class := r.x.Attr(n, "class")
	if !strings.Contains(class, "ath") && !strings.Contains(class, "arithmatex") && !strings.Contains(class, "katex") && !strings.Contains(class, "mjx") {
		return false
	}
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "katex", "katex-display", "mwe-math-element":
			m := r.mathWithin(n)
			if m == dom.None {
				return false
			}
			display := c == "katex-display" || strings.Contains(class, "mwe-math-element-block") || r.x.Attr(m, "display") == "block"
			r.formula(r.mathML(m), display)
			return true
		case "MathJax_Preview":
			return true
		case "MathJax", "MathJax_SVG", "MathJax_CHTML", "MathJax_Display", "MathJax_SVG_Display", "mjx-chtml":
			if !r.scriptFollows(n) {
				if m := r.mathWithin(n); m != dom.None {
					r.formula(r.mathML(m), strings.HasSuffix(c, "Display"))
				}
			}
			return true
		case "math", "arithmatex", "math-inline", "math-display":
			return r.delimited(n)
		}
	}
	return false
}

// scriptFollows tells whether the formula that MathJax 2 renders at n stands in a script after it.
func (r *reader) scriptFollows(n dom.ID) bool {
	for up := 0; n > 0 && up < 3; n, up = r.x.Node(n).Parent, up+1 {
		s := r.x.NextSibling(n)
		if s != dom.None && r.x.IsText(s) {
			s = r.x.NextSibling(s)
		}
		if s != dom.None && r.x.Is(s, atom.Script) && strings.HasPrefix(r.x.Attr(s, "type"), "math/") {
			return true
		}
	}
	return false
}

// mathWithin is the first math element near the beginning of a rendered formula.
func (r *reader) mathWithin(n dom.ID) dom.ID {
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		if r.x.Is(c, atom.Math) {
			return c
		}
	}
	return dom.None
}

// delimited reads an element whose text is LaTeX between its delimiters.
func (r *reader) delimited(n dom.ID) bool {
	if r.x.Chars(n) > 5000 {
		return false
	}
	text := strings.TrimSpace(r.x.Text(n))
	for _, d := range [...]struct {
		open, close string
		display     bool
	}{{`\(`, `\)`, false}, {`\[`, `\]`, true}, {"$$", "$$", true}, {"$", "$", false}} {
		if len(text) > len(d.open)+len(d.close) && strings.HasPrefix(text, d.open) && strings.HasSuffix(text, d.close) {
			r.formula(text[len(d.open):len(text)-len(d.close)], d.display)
			return true
		}
	}
	return false
}

// mathImage is the LaTeX of an image of a formula: its alternative text, or what its address asks a renderer for.
func (r *reader) mathImage(n dom.ID) string {
	class, src := r.x.Attr(n, "class"), r.x.Attr(n, "src")
	if !isMathClass(class) && !isMathRenderer(src) {
		return ""
	}
	latex := r.x.Attr(n, "alt")
	if latex == "" {
		latex = r.x.Attr(n, "title")
	}
	if latex == "" {
		if _, query, ok := strings.Cut(src, "?"); ok && strings.Contains(src, "codecogs") {
			latex, _ = url.PathUnescape(query)
		}
	}
	return undisplayed(strings.Trim(strings.TrimSpace(latex), "$"))
}

func isMathClass(class string) bool {
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "latex", "tex", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "ql-img-inline-formula",
			"ql-img-displayed-equation", "Wirisformula", "math":
			return true
		}
	}
	return false
}

// isMathRenderer tells the addresses of the services that draw formulas.
func isMathRenderer(src string) bool {
	return strings.Contains(src, "latex.php?") || strings.Contains(src, "latex.codecogs.com/") ||
		strings.Contains(src, "/math/render/") || strings.Contains(src, "mimetex.cgi") || strings.Contains(src, "mathtex.cgi")
}

// undisplayed is LaTeX without the {\displaystyle ...} that MediaWiki puts around it.
func undisplayed(latex string) string {
	inner, ok := strings.CutPrefix(latex, `{\displaystyle `)
	if !ok || !strings.HasSuffix(inner, "}") {
		return latex
	}
	inner = inner[:len(inner)-1]
	depth := 0
	for i := range len(inner) {
		switch inner[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return latex
			}
		}
	}
	return strings.TrimSpace(inner)
}
