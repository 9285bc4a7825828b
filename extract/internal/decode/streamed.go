package decode

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isStreamed tells from one of its parts whether a page was streamed by React (renderToPipeableStream): parts that came
// late stand hidden at the end, and scripts put them into their places.
func isStreamed(n *html.Node) bool {
	return n.DataAtom == atom.Div && len(n.Attr) > 1 && n.Attr[0].Key == "hidden" && n.Attr[1].Key == "id" &&
		strings.HasPrefix(n.Attr[1].Val, "S:")
}

// settle moves the streamed parts into their places, as the scripts would: the part S:n to the template B:n, whose
// placeholder goes, or to the template P:n.
func settle(root *html.Node) {
	places, parts := make(map[string]*html.Node), []*html.Node(nil)
	for n := range root.Descendants() {
		if n.DataAtom != atom.Template && n.DataAtom != atom.Div {
			continue
		}
		switch id := attribute(n, "id"); {
		case n.DataAtom == atom.Template && (strings.HasPrefix(id, "B:") || strings.HasPrefix(id, "P:")):
			places[id] = n
		case n.DataAtom == atom.Div && strings.HasPrefix(id, "S:"):
			parts = append(parts, n)
		}
	}
	for _, part := range parts {
		number := attribute(part, "id")[len("S:"):]
		place, loading := places["B:"+number], true
		if place == nil {
			place, loading = places["P:"+number], false
		}
		if place == nil || isWithin(place, part) {
			continue
		}
		if loading {
			dropPlaceholder(place)
		}
		moveChildren(part, place)
	}
}

// dropPlaceholder takes away what stands between a place and the comment that ends it.
func dropPlaceholder(place *html.Node) {
	end := place.NextSibling
	for end != nil && !(end.Type == html.CommentNode && end.Data == "/$") {
		end = end.NextSibling
	}
	for end != nil && place.NextSibling != end {
		place.Parent.RemoveChild(place.NextSibling)
	}
}

// moveChildren puts the children of a part in its place and takes the part away.
func moveChildren(part, place *html.Node) {
	for c := part.FirstChild; c != nil; c = part.FirstChild {
		part.RemoveChild(c)
		place.Parent.InsertBefore(c, place)
	}
	place.Parent.RemoveChild(place)
	if part.Parent != nil {
		part.Parent.RemoveChild(part)
	}
}

func isWithin(n, ancestor *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == ancestor {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
