package decode

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestShadow reads pages with declarative shadow roots.
func TestShadow(t *testing.T) {
	checkBodies(t, []placed{
		{"a template is shown in its host, whose children are in its slots",
			`<x-post><template shadowrootmode="open"><h1>a</h1><slot name="by">nobody</slot><p>b</p><slot>empty</slot></template><span slot="by">Ann</span> <p>c</p></x-post>`,
			`<x-post><h1>a</h1><slot name="by"><span slot="by">Ann</span></slot><p>b</p><slot><p>c</p></slot></x-post>`},
		{"a slot that gets nothing shows what it holds",
			`<x-a><template shadowroot="open"><slot>none</slot></template> <!-- c --></x-a>`,
			`<x-a><slot>none <!-- c --></slot></x-a>`},
		{"what no slot takes stays, and so do data",
			`<x-a><template shadowrootmode="open"><p>a</p><slot name="n"></slot></template><script>1</script><i>b</i></x-a>`,
			`<x-a><p>a</p><slot name="n"></slot><script>1</script><i>b</i></x-a>`},
		{"hosts in hosts, and in slots",
			`<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open"><b><slot></slot></b></template><slot></slot></x-b></template><x-c><template shadowrootmode="open">c</template></x-c></x-a>`,
			`<x-a><x-b><b><slot><slot><x-c>c</x-c></slot></slot></b></x-b></x-a>`},
		{"a host has one shadow root, and other templates are not shown",
			`<x-a><template shadowrootmode="open">a</template><template shadowrootmode="open">b</template><template>c</template></x-a>`,
			`<x-a>a<template shadowrootmode="open">b</template><template>c</template></x-a>`},
	})
}

// TestShadowDepth: no tree grows deeper than it may by what slots take.
func TestShadowDepth(t *testing.T) {
	const deep = 300
	page := "<!DOCTYPE html><body><x-a><template shadowrootmode=open>" + strings.Repeat("<b>", deep) + "<slot></slot>" + strings.Repeat("</b>", deep) +
		"</template>" + strings.Repeat("<i>", deep) + "text"
	doc, err := Bytes([]byte(page), Options{ContentType: "text/html"})
	if err != nil {
		t.Fatal(err)
	}
	if walk(doc.Root, MaxDepth, func(*html.Node) {}) || !doc.Simplified {
		t.Errorf("too deep, or not simplified: %v", doc.Simplified)
	}
}
