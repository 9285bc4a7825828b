package dom

import "sort"

// Span is a range of nodes in document order, both ends included.
type Span struct{ First, Last ID }

// Selection is a part of the page: spans in document order that do not overlap. Rooms that choose (content, thread)
// hand it to the room that reads what was chosen (outline).
type Selection []Span

// Contains tells whether the node n is selected.
func (s Selection) Contains(n ID) bool { return s.Overlaps(n, n) }

// Overlaps tells whether any node from first to last is selected.
func (s Selection) Overlaps(first, last ID) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].Last >= first })
	return i < len(s) && s[i].First <= last
}

// Subtree is the selection of n and all that it holds.
func (x *Index) Subtree(n ID) Span { return Span{n, x.nodes[n].Last} }

// Without is the selection less another one.
func (s Selection) Without(other Selection) Selection {
	if len(other) == 0 {
		return s
	}
	var rest Selection
	for _, span := range s {
		for len(other) > 0 && other[0].Last < span.First {
			other = other[1:]
		}
		for _, o := range other {
			if o.First > span.Last {
				break
			}
			if o.First > span.First {
				rest = append(rest, Span{span.First, o.First - 1})
			}
			span.First = o.Last + 1
		}
		if span.First <= span.Last {
			rest = append(rest, span)
		}
	}
	return rest
}
