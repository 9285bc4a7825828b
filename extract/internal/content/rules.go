package content

import "github.com/scholia/scholia/extract/internal/dom"

// boilerplateFlags mark what is never main content.
const boilerplateFlags = dom.InNav | dom.InFooter | dom.InControl | dom.InDialog | dom.InHidden | dom.InAside

// boilerplateNames are names of containers that hold no main content.
const boilerplateNames = dom.NameNav | dom.NameFooter | dom.NameSidebar | dom.NameRelated | dom.NameShare |
	dom.NameNewsletter | dom.NameConsent | dom.NamePopup | dom.NameBio | dom.NameCopyright | dom.NamePager |
	dom.NameBreadcrumb | dom.NameSkip

// rules decides for every block by its words, links, and the names above it.
func rules(x *dom.Index, ctx Context) []bool {
	blocks := x.Blocks()
	keep := make([]bool, len(blocks))
	names := namesAbove(x)
	prose := make([]int32, len(blocks)+1) // words of prose before each block
	for i, b := range blocks {
		prose[i+1] = prose[i]
		if b.Flags&boilerplateFlags == 0 && names[b.First]&boilerplateNames == 0 && b.Words >= 5 && b.Links*3 < b.Chars &&
			(ctx.Thread || !ctx.Comments.Overlaps(b.First, b.Last)) {
			prose[i+1] += b.Words
		}
	}
	from, to := container(x, prose)
	for i := from; i < to; i++ {
		b := blocks[i]
		switch {
		case b.Flags&boilerplateFlags != 0 || names[b.First]&boilerplateNames != 0:
		case !ctx.Thread && ctx.Comments.Overlaps(b.First, b.Last):
		case b.Words < 10 && b.Links*2 > b.Chars:
		default:
			keep[i] = true
		}
	}
	return keep
}

// namesAbove unites for every node the names of its ancestors that do not hold most of the page.
func namesAbove(x *dom.Index) []dom.Vocabulary {
	names := make([]dom.Vocabulary, x.Len())
	half := x.Chars(0) / 2
	for n := range dom.ID(x.Len()) {
		node := x.Node(n)
		if x.Chars(n) < half {
			names[n] = node.Names
		}
		if node.Parent >= 0 {
			names[n] |= names[node.Parent]
		}
	}
	return names
}

// container is the smallest element that holds three quarters of the prose, as a range of blocks.
func container(x *dom.Index, prose []int32) (from, to int) {
	total := prose[len(prose)-1]
	n := dom.ID(0)
descend:
	for {
		from, to = x.BlockRange(n)
		for c := range x.Children(n) {
			cf, ct := x.BlockRange(c)
			if (prose[ct]-prose[cf])*8 >= total*7 && total > 0 {
				n = c
				continue descend
			}
		}
		return from, to
	}
}
