package outline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// language is the programming language of code as the page names it: on the pre element, the code element in it, or
// a wrapper of highlighted code around it. It is empty if none is named.
func (r *reader) language(n dom.ID) string {
	for c := n; c <= min(n+6, r.x.Node(n).Last); c++ {
		if c == n || r.x.Is(c, atom.Code, atom.Pre) {
			if l := r.languageOf(c); l != "" {
				return l
			}
		}
	}
	chars := r.x.Chars(n)
	p := r.x.Node(n).Parent
	for range 5 {
		if p <= 0 || r.x.Chars(p) > 2*chars+100 {
			break
		}
		if l := r.languageOf(p); l != "" {
			return l
		}
		p = r.x.Node(p).Parent
	}
	return ""
}

// languageOf is the language that the attributes of one element name.
func (r *reader) languageOf(n dom.ID) string {
	for _, a := range r.x.Node(n).HTML.Attr {
		l := ""
		switch a.Key {
		case "data-lang", "data-language", "data-enlighter-language", "data-code-language":
			l = a.Val
		case "data-syntaxhighlighter-params":
			l = brush(a.Val)
		case "class":
			l = classLanguage(a.Val)
		}
		if l = languageName(l); l != "" {
			return l
		}
	}
	return ""
}

// classLanguage is the language that a class attribute names, in the manner of the HTML Standard's example
// (language-x, section 4.5.15), Prism, highlight.js, Pygments, Rouge, GitHub, Pandoc, GeSHi, SyntaxHighlighter, Hexo.
func classLanguage(class string) string {
	if strings.Contains(class, "brush:") {
		return brush(class)
	}
	highlighted := false
	other := ""
	for c := range strings.FieldsSeq(class) {
		for _, prefix := range [...]string{"language-", "lang-", "highlight-source-", "highlight-text-", "mw-highlight-lang-"} {
			if rest, ok := strings.CutPrefix(c, prefix); ok {
				return rest
			}
		}
		switch c {
		case "hljs", "sourceCode", "syntaxhighlighter", "highlight", "prettyprint", "wp-block-code", "CodeMirror", "src":
			highlighted = true
		default:
			if rest, ok := strings.CutPrefix(c, "highlight-"); ok {
				return rest
			}
			if rest, ok := strings.CutPrefix(c, "src-"); ok && highlighted { // Org mode
				return rest
			}
			if known[strings.ToLower(c)] {
				other = c
			}
		}
	}
	if highlighted {
		return other
	}
	return ""
}

// brush is the language in the parameters of SyntaxHighlighter: "brush: js; gutter: false".
func brush(params string) string {
	_, rest, _ := strings.Cut(params, "brush:")
	rest = strings.TrimLeft(rest, " ")
	if i := strings.IndexAny(rest, "; \t,"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// maxLanguage is how many bytes the name of a language has at most.
const maxLanguage = 30

// languageName is a name of a language in lower case; empty for those that stand for none.
func languageName(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "none", "text", "plaintext", "plain", "txt", "default", "nohighlight", "no-highlight", "auto", "undefined",
		"null", "raw", "unknown", "generic", "ipython3-default", "notranslate", "fallback", "code":
		return ""
	}
	if len(s) > maxLanguage || strings.ContainsAny(s, " \t\n<>\"'`{}[]()/\\") {
		return ""
	}
	return s
}

// known are languages that highlighters name in a class of its own, without a prefix.
var known = func() map[string]bool {
	m := make(map[string]bool)
	for l := range strings.FieldsSeq(`actionscript ada apache applescript asm awk bash basic batch c c# c++ clojure cmake
		coffeescript console cpp crystal cs csharp css cuda d dart delphi diff django dockerfile dos elixir elm erb
		erlang f# fortran fsharp go golang gradle graphql groovy haml handlebars haskell html http ini java javascript
		js json jsx julia kotlin latex less lisp lua makefile markdown matlab md nginx nim nix nohighlight objc
		objectivec objective-c ocaml pascal perl php plsql powershell prolog properties protobuf ps1 puppet py python
		python3 r racket rb rst ruby rust sass scala scheme scss sh shell shell-session sql swift tcl terraform tex
		toml ts tsx twig typescript vb vbnet verilog vhdl vim vue wasm xml yaml yml zig zsh`) {
		m[l] = true
	}
	return m
}()
