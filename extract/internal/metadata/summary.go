package metadata

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

const (
	// minSummary is how many words a summary has at least.
	minSummary = 6
	// maxSummary is how many words a summary on the page has at most.
	maxSummary = 200
	// fromStart is how many characters of the article may stand before its summary.
	fromStart = 3000
)

// summary is the text that stands for the whole: the page's own summary box, else its standfirst, else the
// description in its head.
func (r *reader) summary(subtitle string) *page.Summary {
	if s := r.summaryBox(); s != "" {
		return r.summarised(s, page.FromPage, "summary on the page", 0.9)
	}
	if len(tokens(subtitle)) >= minSummary {
		return r.summarised(subtitle, page.FromPage, "standfirst", 0.8)
	}
	if s, origin := r.namedSummary(); s != "" {
		return r.summarised(s, origin, "class of a summary", 0.8)
	}
	description := r.head.meta("og:description", "description", "twitter:description", "dc.description", "dcterms.abstract",
		"citation_abstract", "sailthru.description")
	if description == "" {
		description = collapse(r.main.Text("description", "abstract"))
	}
	if dom.Words(description) < minSummary || r.isTitle(description) {
		return nil
	}
	return r.summarised(description, page.FromMetadata, "description", 0.7)
}

func (r *reader) summarised(text string, origin page.SummaryOrigin, source string, confidence float64) *page.Summary {
	r.chose("summary", text, source, confidence)
	return &page.Summary{Text: text, Origin: origin}
}

// summaryBox is the summary that readers see: what follows a label ("Summary:", "TL;DR", "Key points") in the same
// block or under a heading of its own.
func (r *reader) summaryBox() string {
	from, to := r.opening()
	blocks := r.x.Blocks()
	for i := from; i < to; i++ {
		b := &blocks[i]
		if b.Flags&(dom.InNav|dom.InFooter|r.hidden) != 0 || summaryLabels.length(r.firstText(b)) == 0 {
			continue
		}
		text := r.textBetween(b.First, b.Last)
		rest, ok := afterLabel(text)
		if ok && len(tokens(rest)) >= minSummary {
			r.summaryAt = dom.Selection{{First: b.First, Last: b.Last}}
			return rest
		}
		if ok && rest == "" && i+1 < len(blocks) {
			if s, to := r.boxAfter(i); s != "" {
				r.summaryAt = dom.Selection{{First: b.First, Last: blocks[to-1].Last}}
				return s
			}
		}
	}
	return ""
}

// namedSummary is the text of an element near the title that its class calls summary, excerpt or abstract; or lead or
// intro, which is the article's own first paragraph.
func (r *reader) namedSummary() (text string, origin page.SummaryOrigin) {
	for _, n := range r.found.summaries {
		s := r.underTitle(n)
		if len(tokens(s)) < minSummary || r.x.Node(n).Flags&dom.InHeading != 0 || strings.HasSuffix(s, ":") {
			continue
		}
		if isLead(r.x.Attr(n, "class")) {
			return s, page.FromLead
		}
		return s, page.FromPage
	}
	return "", ""
}

// isLead tells whether a class names an article's first paragraph.
func isLead(class string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(class), func(c rune) bool { return c < 'a' || c > 'z' }) {
		switch word {
		case "lead", "lede", "intro":
			return true
		}
	}
	return false
}

// opening is the range of text blocks in which an article's summary may stand: from the title on.
func (r *reader) opening() (from, to int) {
	blocks := r.x.Blocks()
	if r.titleAt != dom.None {
		_, from = r.x.BlockRange(r.titleAt)
	}
	chars := 0
	for to = from; to < len(blocks) && chars < fromStart; to++ {
		chars += int(blocks[to].Chars)
	}
	return from, to
}

// boxAfter is the text under the label that is the i-th block: the blocks that follow it in the smallest element that
// holds more than the label, if it begins with the label and they are few; to is the block behind them.
func (r *reader) boxAfter(i int) (text string, to int) {
	label := r.x.Blocks()[i]
	for n := label.Box; n >= 0; n = r.x.Node(n).Parent {
		var from int
		if from, to = r.x.BlockRange(n); to <= i+1 {
			continue
		}
		if from < i || r.x.Words(n) > maxSummary || r.x.LinkDensity(n) > 0.3 || r.ctx.Skip.Contains(n) {
			return r.paragraphAfter(i)
		}
		to = r.listsEnd(i+1, to)
		return r.blocksText(i+1, to), to
	}
	return "", i
}

// listsEnd is where the lists end of which the first begins with the i-th block, up to another block: what follows them is
// no part of a summary in points. A summary that begins otherwise is whole.
func (r *reader) listsEnd(i, to int) int {
	blocks := r.x.Blocks()
	for n := i; n < to && blocks[i].Flags&dom.InList != 0; n++ {
		if blocks[n].Flags&dom.InList == 0 {
			return n
		}
	}
	return to
}

// paragraphAfter is the block after the i-th, if it is the paragraph or the list under it; to is the block behind it.
func (r *reader) paragraphAfter(i int) (text string, to int) {
	blocks := r.x.Blocks()
	next := &blocks[i+1]
	if next.Flags&dom.InHeading != 0 || next.Words < minSummary || next.Words > maxSummary {
		return "", i
	}
	to = i + 2
	if next.Flags&dom.InList != 0 {
		_, to = r.x.BlockRange(r.list(next.Box))
		to = min(to, i+12)
	}
	return r.blocksText(i+1, to), to
}

// list is the outermost list around n.
func (r *reader) list(n dom.ID) dom.ID {
	for p := r.x.Node(n).Parent; p >= 0 && r.x.Node(n).Flags&dom.InList != 0 && r.x.Node(p).Flags&dom.InList != 0; p = r.x.Node(n).Parent {
		n = p
	}
	return n
}

// blocksText is the text of the blocks from one to before another, a line each.
func (r *reader) blocksText(from, to int) string {
	var b []byte
	for _, block := range r.x.Blocks()[from:to] {
		if len(b) > 0 {
			b = append(b, '\n')
		}
		b = r.x.AppendText(b, block.First, block.Last)
	}
	if len(tokens(string(b))) < minSummary {
		return ""
	}
	return string(b)
}

// textBetween is the text of the nodes from first to last on one line.
func (r *reader) textBetween(first, last dom.ID) string {
	var short [256]byte // on the stack: most texts that are asked for fit
	return string(r.x.AppendText(short[:0], first, last))
}

// firstText is the beginning of a text block as it stands in its first text node.
func (r *reader) firstText(b *dom.Block) string { return r.x.Node(b.First).HTML.Data }

// summaryLabels are what pages write over their summary, in lower case.
var summaryLabels = newPrefixes(
	"summary", "in summary", "executive summary", "article summary", "quick summary", "tl;dr", "tldr", "tl dr", "key points", "key takeaways",
	"the key takeaways", "takeaways", "at a glance", "in brief", "in short", "the gist", "abstract", "highlights", "the short version", "key facts", "the bottom line",
	"zusammenfassung", "kurzfassung", "auf einen blick", "das wichtigste in kürze", "kurz zusammengefasst", "das wichtigste", "résumé", "en bref", "l'essentiel",
	"resumen", "en resumen", "puntos clave", "resumo", "pontos principais", "riassunto", "in breve", "in sintesi", "samenvatting", "in het kort",
	"podsumowanie", "w skrócie", "streszczenie", "кратко", "коротко", "резюме", "özet", "sammanfattning", "要約", "まとめ", "摘要", "概要",
)

// afterLabel is what follows the label that a text begins with; ok is false where the label is but the beginning of a
// sentence.
func afterLabel(s string) (rest string, ok bool) {
	n := summaryLabels.length(s)
	rest = strings.TrimSpace(s[n:])
	trimmed := strings.TrimLeft(rest, ":：.-–— ")
	return trimmed, n > 0 && (trimmed == "" || strings.IndexAny(rest, ":：–—-") == 0)
}
