package kind

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
)

// Limits of what is looked at, for pages that mean harm.
const (
	mostTeasers  = 64
	mostHeadings = 500
	withinTitle  = 64 // nodes of a heading that are searched for its link
)

// apart is what stands beside a page's own text.
const apart = dom.InNav | dom.InFooter | dom.InAside | dom.InHidden | dom.InDialog

// teasers are the features of headings that are links to other pages of the site: an index of articles has a row of them, each with
// some text below it; an article may have some after its text.
func teasers(x *dom.Index, ctx Context, row *boost.Row) {
	host := ""
	if ctx.Address != nil {
		host = strings.TrimPrefix(ctx.Address.Hostname(), "www.")
	}
	var seen [mostTeasers]string
	n, headings := 0, 0
	var at [mostTeasers]dom.ID
	for _, h := range x.Headings[:min(len(x.Headings), mostHeadings)] {
		if x.Node(h).Flags&apart != 0 {
			continue
		}
		headings++
		row[fTopHeadings] += is(x.Is(h, atom.H1))
		to := leadsTo(x, h)
		if n == mostTeasers || !leadsAway(to, host, ctx.Address) || slices.Contains(seen[:n], to) {
			continue
		}
		seen[n], at[n] = to, h
		n++
	}
	row[fTeasers], row[fTeasing] = float32(n), float32(n)/float32(max(headings, 1))
	stories(x, ctx.Content, at[:n], row)
	titles(x, row)
}

// leadsTo is the address that most of a heading's text is linked to, "" if there is none.
func leadsTo(x *dom.Index, h dom.ID) string {
	if x.Has(h, dom.InLink) {
		if a := x.Ancestor(h, atom.A); a != dom.None {
			return x.Attr(a, "href")
		}
	}
	if x.LinkChars(h)*2 <= x.Chars(h) {
		return ""
	}
	for n := h + 1; n <= min(x.Node(h).Last, h+withinTitle); n++ {
		if x.Is(n, atom.A) {
			return x.Attr(n, "href")
		}
	}
	return ""
}

// leadsAway tells whether an address is that of another page of the site than its front page.
func leadsAway(href, host string, own *url.URL) bool {
	if href == "" || href[0] == '#' {
		return false
	}
	to, ok := onSite(href, host)
	if !ok {
		return false
	}
	to, _, _ = strings.Cut(to, "#")
	return strings.Trim(to, "/") != "" && (own == nil || strings.Trim(to, "/") != strings.Trim(own.Path, "/"))
}

// storyWords is the number of words from which what stands below a heading is a text.
const storyWords = 5

// stories are the features of how the content is parted by teasers.
func stories(x *dom.Index, chosen dom.Selection, teasers []dom.ID, row *boost.Row) {
	var run, largest, all, before int32
	next := 0
	end := func() {
		if next == 0 {
			before = run
		} else {
			row[fStories] += is(run >= storyWords)
		}
		largest, run = max(largest, run), 0
	}
	for b := range blocksOf(x, chosen) {
		for next < len(teasers) && b.First > teasers[next] {
			end()
			next++
		}
		all += b.Words
		if next == 0 || !x.Within(b.First, teasers[next-1]) {
			run += b.Words
		}
	}
	end()
	row[fBefore], row[fBeforeShare] = float32(before), float32(before)/float32(max(all, 1))
	row[fLargest] = float32(largest) / float32(max(all, 1))
}

// titleWords is the number of words from which a link is long enough for a title.
const titleWords = 3

// titles counts links of the length of titles that stand alone beside navigation.
func titles(x *dom.Index, row *boost.Row) {
	for i := range x.Blocks() {
		b := &x.Blocks()[i]
		if b.Words < titleWords || b.Flags&(apart|dom.InHeader) != 0 || !mostlyLinks(b) {
			continue
		}
		row[fTitles]++
		row[fTitleWords] += float32(b.Words)
	}
	row[fTitleWords] /= max(row[fPageWords], 1)
}
