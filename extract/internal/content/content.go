// Package content finds the main content of a page: the text blocks that a reader came for, without navigation,
// related links, newsletter boxes, share bars, author boxes, banners and, on articles, comments.
package content

import (
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
)

// Context is what earlier rooms know of the page.
type Context struct {
	Comments dom.Selection // what belongs to the conversation
	Thread   bool          // the conversation is the main content
	Title    string
	Log      *explain.Log
}

// Result is the main content of a page.
type Result struct {
	Selection  dom.Selection
	Confidence float64 // the word F1 that the decision expects of itself, 0 to 1
}

// Select finds the main content of the page. A page without any has an empty selection.
func Select(x *dom.Index, ctx Context) Result {
	keep := rules(x, ctx)
	sel := spans(x, keep)
	explainBlocks(x, keep, ctx.Log)
	return Result{Selection: sel, Confidence: 0.5}
}

// spans joins kept blocks into maximal spans: images, embeds and rules between two kept blocks ride along when no
// dropped block stands between them.
func spans(x *dom.Index, keep []bool) (sel dom.Selection) {
	blocks := x.Blocks()
	joined := false
	for i, b := range blocks {
		switch {
		case !keep[i]:
			joined = false
		case joined:
			sel[len(sel)-1].Last = b.Last
		default:
			sel = append(sel, dom.Span{First: b.First, Last: b.Last})
			joined = true
		}
	}
	return sel
}

// explainBlocks records the fate of every block.
func explainBlocks(x *dom.Index, keep []bool, log *explain.Log) {
	if !log.On() {
		return
	}
	for i, b := range x.Blocks() {
		verdict := "dropped"
		if keep[i] {
			verdict = "kept"
		}
		text := x.AppendText(nil, b.First, b.Last)
		log.Add("content", string(text[:min(len(text), 60)]), verdict, "%d words", b.Words)
	}
}
