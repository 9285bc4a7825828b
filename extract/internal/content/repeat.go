package content

import "github.com/scholia/scholia/extract/internal/dom"

// repeat is what is known of the siblings that share an element's signature: the items of a list, the cards of a
// grid, the posts of a forum.
type repeat struct {
	count  int32 // how many they are, itself included
	chars  int32 // characters in all of them
	links  int32
	words  int32
	images int32
}

// findRepeats groups siblings by their signature.
func (a *analysis) findRepeats() {
	x := a.x
	a.siblings.reset(x.Len())
	a.repeats = a.repeats[:0]
	for id := range dom.ID(x.Len()) {
		a.group[id] = -1
		node := x.Node(id)
		if x.IsText(id) || node.Parent < 0 {
			continue
		}
		chars := x.Chars(id)
		if chars == 0 {
			continue
		}
		g := a.siblings.at(uint64(node.Parent)<<32 | uint64(node.Signature))
		if *g == 0 {
			a.repeats = append(a.repeats, repeat{})
			*g = int32(len(a.repeats))
		}
		a.group[id] = *g - 1
		r := &a.repeats[*g-1]
		r.count++
		r.chars += int32(chars)
		r.links += int32(x.LinkChars(id))
		r.words += int32(x.Words(id))
		r.images += a.imagesIn(id)
	}
}

func (a *analysis) repeatOf(n dom.ID) repeat {
	if g := a.group[n]; g >= 0 {
		return a.repeats[g]
	}
	return repeat{}
}
