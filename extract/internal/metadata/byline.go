package metadata

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// byline finds the authors in a text block that begins as bylines do ("By Jane Doe"): near the title, or, if it says
// that it is about writing ("Written by"), anywhere.
func (r *reader) byline() (c claim) {
	from, to := r.nearTitle()
	blocks := r.x.Blocks()
	for i := range blocks {
		b := &blocks[i]
		near := i >= from && i < to
		if b.Words > maxByline || b.Flags&(dom.InNav|dom.InFooter|r.hidden|dom.InAside) != 0 {
			continue
		}
		if !near && strongLeads.length(r.firstText(b)) == 0 || r.ctx.Skip.Contains(b.First) {
			continue
		}
		if names := r.bylineIn(i); len(names) > 0 {
			c.source, c.confidence = "byline", inByline
			if !near {
				c.confidence = min(r.place(b.First)+strong, 0.9)
			}
			c.add(names, r.linkIn(b.First, blocks[min(i+1, len(blocks)-1)].Last))
			return c
		}
	}
	return c
}

// bylineIn reads the names in the i-th text block; where it has only what leads to a name ("Written by"), those in the
// next.
func (r *reader) bylineIn(i int) []string {
	blocks := r.x.Blocks()
	b := &blocks[i]
	text := r.textBetween(b.First, b.Last)
	if n := leadLength(text + " "); n >= len(text) && i+1 < len(blocks) && blocks[i+1].Words <= 8 {
		next := &blocks[i+1]
		return r.personsIn(next.First, next.Last)
	}
	if at := leadAt(text); at == 0 {
		for _, p := range r.phrases(b.First, b.Last) {
			if leadLength(p) == 0 {
				continue
			}
			if names := r.persons(p, true); len(names) > 0 {
				return names
			}
			return r.linkedAccount(b)
		}
		if names := r.persons(text, true); len(names) > 0 {
			return names
		}
		return r.linkedAccount(b)
	} else if at > 0 {
		return r.persons(text[at:], true)
	}
	return nil
}

// linkedAccount is the account, under whatever name, to which a text block links after words that can only lead to an author:
// "Posted by elm".
func (r *reader) linkedAccount(b *dom.Block) []string {
	lead := r.firstText(b)
	if n := strongLeads.length(lead); n == 0 || strings.TrimSpace(lead[min(n, len(lead)):]) != "" {
		return nil
	}
	for n := b.First + 1; n <= b.Last; n++ {
		if r.x.IsText(n) && !r.x.Has(n, dom.Blank) {
			if r.x.Has(n, dom.InLink) {
				return r.persons(r.x.Text(n), false)
			}
			return nil
		}
	}
	return nil
}

// metaLine finds the authors in a line near the title that gives a date and other matters, parted by marks: "Jane Doe ·
// 4 May 2024 · 5 min read".
func (r *reader) metaLine() (c claim) {
	from, to := r.nearTitle()
	for _, b := range r.x.Blocks()[from:to] {
		if b.Words > 25 || b.Flags&(dom.InNav|dom.InFooter|dom.InHeading|r.hidden) != 0 || r.ctx.Skip.Contains(b.First) {
			continue
		}
		text := r.textBetween(b.First, b.Last)
		if strings.IndexFunc(text, partsMeta) < 0 {
			continue
		}
		if _, _, _, ok := r.dates.Find(text); !ok {
			continue
		}
		for part := range strings.FieldsFuncSeq(text, partsMeta) {
			if names := r.persons(part, true); len(names) > 0 && strings.Contains(names[0], " ") {
				c.source, c.confidence = "line with date", 0.6
				c.add(names, r.linkIn(b.First, b.Last))
				return c
			}
		}
	}
	return c
}

// strong is how much surer a byline is that says that it is about writing than other elements in its place: enough to
// be believed in the foot of an entry, where blogs have "Posted by Jane Doe".
const strong = 0.3

// strongLeads are words that can only lead to an author.
var strongLeads = newPrefixes("written by", "this post was written by", "this article was written by", "posted by", "author:", "article by", "story by", "geschrieben von", "verfasst von", "autor:", "écrit par",
	"rédigé par", "escrito por", "scritto da", "geschreven door", "автор:", "about the author")

// leadAt is where a byline begins in a text: at its start, or at " by " in a short line about the article ("Posted on
// May 4 by Jane Doe"); -1 if nowhere.
func leadAt(text string) int {
	if leadLength(text) > 0 {
		return 0
	}
	if i := strings.Index(text, " by "); i >= 0 && strings.ContainsAny(text[:i], "0123456789") {
		return i + 1
	}
	lower := strings.ToLower(text)
	if i := strings.Index(lower, " written by "); i > 0 && len(text) == len(lower) { // "Reviewed by Ann, written by Bo"
		return i + 1
	}
	for _, lead := range ideographLeads {
		if i := strings.Index(text, lead); i > 0 && strings.ContainsAny(text[:i], "0123456789") {
			return i
		}
	}
	return -1
}

// ideographLeads lead to an author in scripts that do not part words, also behind a date.
var ideographLeads = [...]string{"文：", "文:", "作者：", "作者:", "著者：", "著者:", "執筆：", "執筆:", "记者：", "撰文："}

// nearTitle is the range of text blocks around the title in which a page says who wrote it and when: a few before it,
// and those after it up to the article's text or, in a list, the first linked heading.
func (r *reader) nearTitle() (from, to int) {
	blocks := r.x.Blocks()
	if r.titleAt == dom.None {
		return 0, min(len(blocks), 30)
	}
	first, last := r.x.BlockRange(r.titleAt)
	from, to = max(0, first-4), last
	for ; to < len(blocks) && to < last+25; to++ {
		if b := &blocks[to]; b.Words > 60 && b.Links*3 < b.Chars || r.cards != dom.None && b.First >= r.cards {
			break
		}
	}
	return from, to
}
