package thread

import (
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxCaption is how many words a line has at most that names the comments under it without being a heading.
const maxCaption = 6

// caption is the line over n that names the comments ("Reader comments (3)") and is no heading, nil if there is none.
func (f *finder) caption(n dom.ID) *dom.Block {
	at, _ := f.x.BlockRange(n)
	for i := at - 1; i >= max(at-2, 0); i-- {
		b := &f.x.Blocks()[i]
		if b.Words > maxCaption || b.Links > 0 || b.Flags&(dom.InHeading|dom.InNav|dom.InControl|dom.InList) != 0 || f.x.Is(b.Box, atom.Li) {
			continue
		}
		f.buf = f.x.AppendText(f.buf[:0], b.First, b.Last)
		if namesComments(f.buf) {
			return b
		}
	}
	return nil
}
