// Package content finds the main content of a page: the text blocks that a reader came for, without navigation,
// related links, newsletter boxes, share bars, author boxes, banners and, on articles, comments.
package content

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
)

// Context is what earlier rooms know of the page.
type Context struct {
	Comments dom.Selection // what belongs to the conversation
	Posts    dom.Selection // its posts or comments in document order, with all that belongs to them
	Bodies   dom.Selection // what was said in them
	Thread   bool          // the conversation is the main content
	Log      *explain.Log
}

// Result is the main content of a page.
type Result struct {
	Selection  dom.Selection
	Confidence float64 // the word F1 that the decision expects of itself, 0 to 1
}

// Select finds the main content of the page. A page without any has an empty selection.
func Select(x *dom.Index, ctx Context) Result { return model().Select(x, ctx) }

// Select finds the main content of the page by the model m.
func (m *Model) Select(x *dom.Index, ctx Context) Result {
	a := analyse(x, ctx)
	defer a.release()
	a.score(m)
	expected := decide(x.Blocks(), a.probability, &a.order, a.keep)
	if expected >= sure {
		a.complete()
	}
	a.dropCopies(x.Blocks(), a.keep)
	a.explain(ctx.Log)
	return Result{Selection: spans(x, a.keep), Confidence: float64(expected)}
}

// A page of fewTexts or less has nothing that content could be told from by its surroundings: there, all that does not
// call itself something else is content.
const (
	fewTexts = 3
	aside    = dom.InNav | dom.InFooter | dom.InAside | dom.InHidden | dom.InControl | dom.InDialog | dom.InForm
)

// score gives each block the probability that it is content.
func (a *analysis) score(m *Model) {
	n := len(a.x.Blocks())
	a.probability, a.keep = grow(a.probability, n), grow(a.keep, n)
	a.readTokens(&m.Lexicon)
	a.screen.Start(m.Trees, stops, a.probability)
	for i := range n {
		if a.barred(i) {
			a.passOver(i)
			continue
		}
		row := a.screen.Row(i)
		a.row(i, row)
		a.lexicalFeatures(i, row)
	}
	a.screen.End()
	few := a.texts.len() <= fewTexts
	for i, score := range a.probability {
		if a.barred(i) {
			a.probability[i] = 0
			continue
		}
		a.probability[i] = boost.Probability(score * calm)
		switch {
		case few && a.x.Blocks()[i].Flags&aside == 0:
			a.probability[i] = max(a.probability[i], 0.5)
		case score < hopeless:
			a.probability[i] = 0
		}
	}
}

// barred tells whether block i belongs to the conversation of an article or to a box beside it, which are no content.
func (a *analysis) barred(i int) bool {
	return a.beside[i] || !a.ctx.Thread && a.places[i].role != roleNone
}

// longCopy is the number of words from which a text that was chosen is not wanted a second time.
const longCopy = 8

// dropCopies drops blocks whose text was kept before.
func (a *analysis) dropCopies(blocks []dom.Block, keep []bool) {
	a.said = grow(a.said, len(blocks))
	for i := range blocks {
		before := a.copyOf[i] >= 0 && a.said[a.copyOf[i]]
		a.said[i] = before || keep[i]
		if before && blocks[i].Words >= longCopy {
			keep[i] = false
		}
	}
}

// spans joins kept blocks into maximal spans: images, embeds and rules between two kept blocks ride along when no
// dropped block stands between them, and images over a dropped line that says whose they are. A caption goes with its figure:
// where it was kept the figure is, and where it was dropped it parts no blocks. The content may begin
// and end with pictures and embeds.
func spans(x *dom.Index, keep []bool) (sel dom.Selection) {
	joined, last := false, -1
	for i, b := range x.Blocks() {
		span, caption := dom.Span{First: b.First, Last: b.Last}, false
		if b.Flags&dom.InFigure != 0 && x.Ancestor(b.First, atom.Figcaption) != dom.None {
			span, caption = x.Subtree(x.Ancestor(b.First, atom.Figure)), true
		}
		if keep[i] {
			last = i
		}
		switch {
		case !keep[i]:
			if joined && !caption && i+1 < len(keep) && keep[i+1] && isCredit(x, &b) {
				sel[len(sel)-1].Last = max(sel[len(sel)-1].Last, b.First-1)
			}
			joined = joined && caption
		case joined:
			sel[len(sel)-1].Last = max(sel[len(sel)-1].Last, span.Last)
		default:
			if sel == nil {
				span.First = min(span.First, leadMedia(x, i))
			}
			sel = append(sel, span)
			joined = true
		}
	}
	if last >= 0 {
		end := &sel[len(sel)-1]
		end.Last = max(end.Last, tailMedia(x, last))
	}
	return sel
}

// maxMedia is how many nodes an element has at most that holds a picture and nothing else.
const maxMedia = 40

// tailMedia is the end of the pictures and embeds without text that follow the element of the i-th text block directly, beside
// it: an article may end with them.
func tailMedia(x *dom.Index, i int) dom.ID {
	box, last := x.Blocks()[i].Box, x.Blocks()[i].Last
	if x.Has(x.Blocks()[i].First, dom.InFigure) {
		box = max(x.Ancestor(box, atom.Figure), 0)
	}
	for n := x.NextSibling(box); n != dom.None && x.Chars(n) == 0; n = x.NextSibling(n) {
		node := x.Node(n)
		switch {
		case x.IsText(n):
		case node.Flags&(aside|dom.InLink) != 0 || node.Last-n > maxMedia:
			return last
		case isMedia(x, n):
			last = node.Last
		}
	}
	return last
}

// isMedia tells whether n is a picture or an embed, or an element that may be but their frame and holds one.
func isMedia(x *dom.Index, n dom.ID) bool {
	if !x.Is(n, atom.Figure, atom.P, atom.Picture, atom.Img, atom.Iframe, atom.Video, atom.Audio) {
		return false
	}
	for m := n; m <= x.Node(n).Last; m++ {
		if x.Is(m, atom.Img, atom.Iframe, atom.Video, atom.Audio) {
			return true
		}
	}
	return false
}

// maxCredit is how many words a line has at most that says whose a picture is.
const maxCredit = 12

// isCredit tells a line that is named the caption of the picture above it: the picture stays where the line is left out.
func isCredit(x *dom.Index, b *dom.Block) bool {
	return b.Words <= maxCredit && b.Links*2 < b.Chars && x.Node(b.Box).Names&dom.NameCaption != 0 && b.Flags&aside == 0
}

// leadMedia is the picture without a caption, or the embed, that stands between the i-th text block and the one before it, beside the
// element of the i-th: the first such element, else the block itself.
func leadMedia(x *dom.Index, i int) dom.ID {
	b, from := &x.Blocks()[i], dom.ID(0)
	if i > 0 {
		from = x.Blocks()[i-1].Last + 1
	}
	parent := x.Node(b.Box).Parent
	for n := from; n < b.First; n++ {
		node := x.Node(n)
		if node.Parent == parent && node.Flags&(aside|dom.InLink) == 0 && isMedia(x, n) {
			return n
		}
	}
	return b.First
}

// explain records the fate of every block.
func (a *analysis) explain(log *explain.Log) {
	if !log.On() {
		return
	}
	for i, b := range a.x.Blocks() {
		verdict := "dropped"
		if a.keep[i] {
			verdict = "kept"
		}
		text := []rune(string(a.x.AppendText(nil, b.First, b.Last)))
		log.Add("content", string(text[:min(len(text), 60)]), verdict, "probability %.2f, %d words", a.probability[i], b.Words)
	}
}
