package decode

import "golang.org/x/net/html"

// MaxDepth is how deep a tree may be at most: nodes on the way from the document node, which counts as 0, to the
// deepest. Browsers stop at 512 open elements.
const MaxDepth = 500

// walk visits every node under root in document order. It ends early, with true, at a node that is deeper than limit. The parser
// bounds the elements open at a time, not the depth: its repair of misnested tags may move subtrees further down.
func walk(root *html.Node, limit int, visit func(*html.Node)) (tooDeep bool) {
	depth := 0
	for n := root; ; {
		visit(n)
		if n.FirstChild != nil {
			n = n.FirstChild
			if depth++; depth > limit {
				return true
			}
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n == root {
			return false
		}
		n = n.NextSibling
	}
}
