package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Selector finds elements by CSS: any of its alternatives.
type Selector struct {
	source string
	chains []chain
}

// chain is one alternative: links that stand in one another, outermost first. "ul.posts li.post > div" has two.
type chain []link

// link is what a chain has between two spaces. Its children and siblings are matched by cascadia, going up from the
// element; what must stand anywhere around it is kept track of by [Scanner], so that deep pages cost no more.
type link struct {
	source string
	match  cascadia.Matcher
	up     int32 // how many levels it reaches above the element: its ">"
}

// String is the selector as it was written.
func (s *Selector) String() string { return s.source }

// Compile reads a selector. Its error says what cannot be read and what to write instead.
func Compile(source string) (*Selector, error) {
	s := &Selector{source: source}
	for _, text := range splitTop(source, ',') {
		c, err := compileChain(strings.TrimSpace(text))
		if err != nil {
			return nil, err
		}
		s.chains = append(s.chains, c)
	}
	return s, nil
}

func compileChain(text string) (chain, error) {
	if text == "" {
		return nil, errors.New("it is empty, or has an empty alternative beside a comma: write a selector like li.comment")
	}
	if err := refuse(text); err != nil {
		return nil, err
	}
	var c chain
	for _, source := range links(text) {
		match, err := cascadia.Parse(source)
		if err != nil {
			return nil, fmt.Errorf("%q is no CSS selector (%w): write one like li.comment", text, err)
		}
		c = append(c, link{source, match, int32(len(splitTop(source, '>')) - 1)})
	}
	return c, nil
}

// refuse tells what is left out of CSS: what costs more the more a page holds, and what no rule has needed.
func refuse(text string) error {
	if strings.ContainsAny(text, "\\") {
		return fmt.Errorf("%q has a backslash: name the element without one, as in [class~='a:b']", text)
	}
	if len(splitTop(text, '~')) > 1 {
		return fmt.Errorf("%q has ~, which is not supported: name the element by what holds it", text)
	}
	for i, part := range splitTop(text, ':') {
		name, argument, _ := strings.Cut(part, "(")
		switch {
		case i == 0:
		case name != "not":
			return fmt.Errorf("%q has a pseudo-class that is not supported: of these only :not() is", text)
		case strings.ContainsAny(argument, " >+~:"):
			return fmt.Errorf("%q has more than a simple selector in :not(): write one like :not(.pinned)", text)
		}
	}
	return nil
}

// splitTop cuts a selector at each separator outside of brackets and quotes.
func splitTop(s string, separator byte) []string {
	var parts []string
	start := 0
	for i := range topLevel(s) {
		if s[i] == separator {
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

// topLevel yields the positions of s that are outside of brackets and quotes.
func topLevel(s string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		depth, quote := 0, byte(0)
		for i := range len(s) {
			switch c := s[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '[' || c == '(':
				depth++
			case c == ']' || c == ')':
				depth--
			case depth == 0:
				if !yield(i) {
					return
				}
			}
		}
	}
}

// links cuts a selector at the spaces that mean "anywhere in".
func links(s string) []string {
	var cuts []int
	for i := range topLevel(s) {
		if isSpace(s[i]) {
			before, after := strings.TrimRight(s[:i], spaces), strings.TrimLeft(s[i:], spaces)
			if !isCombinator(before[len(before)-1]) && !isCombinator(after[0]) {
				cuts = append(cuts, i)
			}
		}
	}
	var parts []string
	start := 0
	for _, i := range append(cuts, len(s)) {
		if part := strings.Trim(s[start:i], spaces); part != "" {
			parts = append(parts, part)
		}
		start = i
	}
	return parts
}

const spaces = " \t\n\r\f"

func isSpace(c byte) bool { return strings.IndexByte(spaces, c) >= 0 }

func isCombinator(c byte) bool { return c == '>' || c == '+' }

// matches tells whether an element is one of the selector's that are a single link.
func (s *Selector) matches(n *html.Node) bool {
	return slices.ContainsFunc(s.chains, func(c chain) bool { return len(c) == 1 && c[0].match.Match(n) })
}
