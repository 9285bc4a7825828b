package decode

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isShadow tells the template of a declarative shadow root (HTML Standard, 4.12.3, attribute shadowrootmode; Chrome called
// it shadowroot before the standard): its content is shown in the place of what its parent, the host, holds. Programs that
// save pages write the shadow trees of components so.
func isShadow(n *html.Node) bool {
	return n.DataAtom == atom.Template && (attribute(n, "shadowrootmode") != "" || attribute(n, "shadowroot") != "")
}

// attachShadows puts what templates of shadow roots hold where readers see it, with the host's children in its slots. What
// no slot takes stays in the host: browsers do not show it, but scripts and data stand there.
func attachShadows(root *html.Node) {
	var templates []*html.Node
	for n := range root.Descendants() {
		if isShadow(n) {
			templates = append(templates, n)
		}
	}
	hosts := make(map[*html.Node]bool, len(templates))
	for _, t := range templates { // the outer before those in them
		if host := t.Parent; host.Type == html.ElementNode && !hosts[host] { // a host has one shadow root
			hosts[host] = true
			fillSlots(host, t)
			unwrap(t)
		}
	}
}

// fillSlots moves the children of a host into the slots of its template that are named for them. What a slot holds itself is
// shown only where it gets nothing.
func fillSlots(host, template *html.Node) {
	slots := slotsIn(template)
	filled := make(map[*html.Node]bool, len(slots))
	var next *html.Node
	for c := host.FirstChild; c != nil; c = next {
		next = c.NextSibling
		slot := slots[attribute(c, "slot")]
		if c == template || slot == nil || c.DataAtom == atom.Script {
			continue
		}
		if !filled[slot] && !isBlank(c) {
			filled[slot] = true
			for f := slot.FirstChild; f != nil; f = slot.FirstChild {
				slot.RemoveChild(f)
			}
		}
		host.RemoveChild(c)
		slot.AppendChild(c)
	}
}

// isBlank tells a node that shows nothing.
func isBlank(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""
}

// slotsIn are the slots of a template by their names, of those with the same name the first; those of templates within it
// are theirs.
func slotsIn(template *html.Node) map[string]*html.Node {
	slots := map[string]*html.Node{}
	for n := template.FirstChild; n != nil; {
		if name := attribute(n, "name"); n.DataAtom == atom.Slot && slots[name] == nil {
			slots[name] = n
		}
		if n.FirstChild != nil && n.DataAtom != atom.Template {
			n = n.FirstChild
			continue
		}
		for n != template && n.NextSibling == nil {
			n = n.Parent
		}
		if n == template {
			break
		}
		n = n.NextSibling
	}
	return slots
}

// unwrap puts the children of an element in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}
