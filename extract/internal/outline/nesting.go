package outline

import "github.com/scholia/scholia/extract/page"

// Nesting puts headings and blocks, which come in reading order, into sections that nest by their level. Blocks before the
// first heading are a section without heading.
type Nesting struct {
	Top  []*page.Section
	open []*page.Section // the section being filled and those around it, outermost first
}

// Heading opens a section within the last one of a higher level.
func (n *Nesting) Heading(s *page.Section) {
	last := len(n.open) - 1
	for last >= 0 && (n.open[last].Level >= s.Level || n.open[last].Level == 0) {
		last--
	}
	if n.open = n.open[:last+1]; last < 0 {
		n.Top = append(n.Top, s)
	} else {
		n.open[last].Sections = append(n.open[last].Sections, s)
	}
	n.open = append(n.open, s)
}

// Block adds a block to the section that was opened last.
func (n *Nesting) Block(b *page.Block) {
	if len(n.open) == 0 {
		n.Heading(new(page.Section))
	}
	s := n.open[len(n.open)-1]
	s.Blocks = append(s.Blocks, b)
}
