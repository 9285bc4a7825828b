package thread

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// place is where in the units short texts stand that may be names.
type place struct {
	nodes    []dom.ID // by unit
	names    map[string]bool
	count    int
	position int // sum over units of how many texts stand before
}

// rank orders places: early ones first, those where the same text stands in all units last.
func (p *place) rank() int {
	rank := p.position / p.count
	if len(p.names) == 1 && p.count > 1 {
		rank += 4 * maxBefore
	}
	return rank
}

// maxNameWords is how many words a name has at most that only its place marks.
const maxNameWords = 5

// maxBefore is how many texts of a unit may stand before its author's name.
const maxBefore = 10

// findUnmarked finds the names that no class or link marks as such, where many units have none that is: short
// texts that stand in the same place of most units, near their beginning, and differ.
func (f *finder) findUnmarked() {
	missing := 0
	for i := range f.units {
		if f.units[i].author == dom.None && f.units[i].out.Author == nil {
			missing++
		}
	}
	if missing == 0 || len(f.units) < 2 {
		return
	}
	places := f.textPlaces()
	if missing*2 <= len(f.units) {
		f.fillUnmarked(places)
		return
	}
	var best *place
	for _, p := range places {
		if p.count*5 < len(f.units)*4 || len(f.units) > 3 && len(p.names)*5 < p.count {
			continue
		}
		if best == nil || p.rank() < best.rank() {
			best = p
		}
	}
	for i := range f.units {
		if u := &f.units[i]; best != nil && u.author == dom.None && u.out.Author == nil {
			u.author = best.nodes[i]
		}
	}
}

// fillUnmarked finds the names of the few units in which nothing marks them: guests where members have links. They
// stand where the names of the others do.
func (f *finder) fillUnmarked(places map[uint64]*place) {
	count := map[uint64]int{}
	var usual uint64
	for i := range f.units {
		if a := f.units[i].author; a != dom.None {
			key := f.template(f.holder(a, i), f.units[i].root)
			if count[key]++; count[key] > count[usual] {
				usual = key
			}
		}
	}
	p := places[usual]
	for i := range f.units {
		if u := &f.units[i]; p != nil && u.author == dom.None && u.out.Author == nil {
			u.author = p.nodes[i]
		}
	}
}

// holder is the element in which a name stands, linked or not.
func (f *finder) holder(n dom.ID, i int) dom.ID {
	if f.x.IsText(n) {
		n = f.x.Node(n).Parent
	}
	for f.x.Is(n, atom.A) && n > f.units[i].root {
		n = f.x.Node(n).Parent
	}
	return n
}

// isShown tells a text that readers see and that is no control's.
func isShown(node *dom.Node) bool {
	return node.HTML.Type == html.TextNode && node.Flags&(dom.Blank|dom.NotText|dom.InControl) == 0
}

// textPlaces gathers the short texts at the beginning of the units by their template.
func (f *finder) textPlaces() map[uint64]*place {
	places := map[uint64]*place{}
	for i := range f.units {
		seen := 0
		f.own(i, func(n dom.ID) bool {
			if seen >= maxBefore {
				return true
			}
			node := f.x.Node(n)
			if !isShown(node) || f.isQuoted(n, &f.units[i]) {
				return false
			}
			seen++
			name := trimName(node.HTML.Data)
			other := (f.marks.kinds[n] | f.marks.kinds[node.Parent]) & (markDate | markReply | markLabel | markVote)
			if other == 0 && isName(name) && len(strings.Fields(name)) <= maxNameWords {
				position := seen
				if f.inText(n, &f.units[i]) || utf8.RuneCountInString(name) == 1 { // the initial that stands for a picture
					position += 2 * maxBefore
				}
				f.notePlace(places, i, n, name, position)
			}
			return false
		})
	}
	return places
}

func (f *finder) notePlace(places map[uint64]*place, i int, n dom.ID, name string, position int) {
	key := f.template(f.holder(n, i), f.units[i].root)
	p := places[key]
	if p == nil {
		p = &place{nodes: make([]dom.ID, len(f.units)), names: map[string]bool{}}
		for j := range p.nodes {
			p.nodes[j] = dom.None
		}
		places[key] = p
	}
	if p.nodes[i] == dom.None {
		p.nodes[i] = n
		p.names[name] = true
		p.count++
		p.position += position
	}
}
