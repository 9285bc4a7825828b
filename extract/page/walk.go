package page

import "iter"

// All yields every comment before its replies, with its depth: 0 for those that answer the page.
func (c *Comments) All() iter.Seq2[int, *Comment] {
	return func(yield func(int, *Comment) bool) { walkComments(c.Items, 0, yield) }
}

func walkComments(cs []*Comment, depth int, yield func(int, *Comment) bool) bool {
	for _, c := range cs {
		if !yield(depth, c) || !walkComments(c.Replies, depth+1, yield) {
			return false
		}
	}
	return true
}

// AllSections yields every section before those it holds, with its depth from 0.
func (p *Page) AllSections() iter.Seq2[int, *Section] {
	return func(yield func(int, *Section) bool) { walkSections(p.Sections, 0, yield) }
}

func walkSections(ss []*Section, depth int, yield func(int, *Section) bool) bool {
	for _, s := range ss {
		if !yield(depth, s) || !walkSections(s.Sections, depth+1, yield) {
			return false
		}
	}
	return true
}

// AllBlocks yields the blocks of every section in reading order. Blocks inside lists and quotes come with the
// block that holds them, not on their own.
func (p *Page) AllBlocks() iter.Seq[*Block] {
	return func(yield func(*Block) bool) {
		for _, s := range p.AllSections() {
			for _, b := range s.Blocks {
				if !yield(b) {
					return
				}
			}
		}
	}
}
