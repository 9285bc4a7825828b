package textpage

import "strings"

// fences are the lines of blocks of code, which are no comments.
type fences struct{ code []bool }

// newFences finds the blocks that begin and end with a fence.
func newFences(lines []line) *fences {
	last := map[string]int{} // the last place of each fence
	for i := range lines {
		if strings.HasPrefix(lines[i].text, fence) {
			last[lines[i].text] = i
		}
	}
	f := &fences{}
	if len(last) == 0 {
		return f
	}
	f.code = make([]bool, len(lines))
	end := ""
	for i := range lines {
		text := lines[i].text
		f.code[i] = end != ""
		switch {
		case end != "" && text == end:
			end = ""
		case end == "" && strings.HasPrefix(text, fence):
			if marks := text[:runLength(text)]; last[marks] > i {
				end, f.code[i] = marks, true
			}
		}
	}
	return f
}

// runLength is how often a text's first byte stands at its beginning.
func runLength(text string) int { return len(text) - len(strings.TrimLeft(text, text[:1])) }

func (f *fences) skips(i int) bool { return f.code != nil && f.code[i] }
