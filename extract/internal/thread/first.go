package thread

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// commentID reads the number of an id attribute like "comment-123".
func commentID(id string) (string, bool) {
	s, ok := strings.CutPrefix(id, "comment-")
	return s, ok && s != "" && strings.Trim(s, "0123456789") == ""
}

// parent is the unit in which n stands.
func (t *Thread) parent(x *dom.Index, n dom.ID) int {
	for i := len(t.Units) - 1; i >= 0; i-- {
		if x.Within(n, t.Units[i].Root) {
			return i
		}
	}
	return -1
}
