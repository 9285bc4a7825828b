package main

// Alignment costs, in words. A run that begins where a text block and a line of the gold begin is nearly free; one
// that begins in mid-block or mid-line must be longer to pay.
const (
	openBoth = 0.25 // block start and line start
	openOne  = 0.9  // one of them
	openNone = 2.2  // neither
	maxRows  = 2000 // occurrences of one word in the page beyond which a run may only continue through it
)

// sequence is a text as numbered words with the places where its units (text blocks, lines) begin.
type sequence struct {
	words []int32
	start []bool
}

// align finds which words of the page the gold text holds: the cheapest cover of the gold by runs of the page in
// document order, then twice more over what is left on both sides, for text that the gold gives in another order.
func align(page, gold sequence) (covered []bool) {
	covered = make([]bool, len(page.words))
	used := make([]bool, len(gold.words))
	for range 3 {
		if alignOnce(page, gold, covered, used) == 0 {
			break
		}
	}
	return covered
}

// cell is a matched pair of words: the best chain of runs that ends with it.
type cell struct {
	page, gold int32
	from       int32 // the cell before it in the chain, -1 if it is the first
	score      float32
}

// alignOnce finds the best chain through words not yet covered or used, marks its words and says how many they are.
func alignOnce(page, gold sequence, covered, used []bool) (marked int) {
	at := occurrences(page.words, covered)
	best := newPrefixMax(len(page.words))
	row := make([]int32, len(page.words)) // the cell of the row before for each page position, +1; 0 for none
	var cells []cell
	rowStart := 0
	top := int32(-1)
	for j, w := range gold.words {
		previous := rowStart
		rowStart = len(cells)
		if used[j] || int(w) >= len(at) {
			clearRow(row, cells[previous:rowStart])
			continue
		}
		for _, i := range at[w] {
			c := cell{page: i, gold: int32(j), from: -1, score: 1 - openCost(page.start[i], gold.start[j])}
			if k := best.upTo(int(i), cells); k >= 0 && cells[k].score > 0 {
				c.from, c.score = k, c.score+cells[k].score
			}
			if i > 0 && row[i-1] > 0 {
				if k := row[i-1] - 1; cells[k].score+1 >= c.score {
					c.from, c.score = k, cells[k].score+1
				}
			} else if len(at[w]) > maxRows {
				continue
			}
			cells = append(cells, c)
		}
		clearRow(row, cells[previous:rowStart])
		for k := rowStart; k < len(cells); k++ {
			row[cells[k].page] = int32(k) + 1
			best.raise(int(cells[k].page)+1, int32(k), cells)
			if top < 0 || cells[k].score > cells[top].score {
				top = int32(k)
			}
		}
	}
	return mark(cells, top, covered, used)
}

func openCost(block, line bool) float32 {
	switch {
	case block && line:
		return openBoth
	case block || line:
		return openOne
	}
	return openNone
}

// occurrences lists for each word where it stands among the words not covered.
func occurrences(words []int32, covered []bool) [][]int32 {
	var at [][]int32
	for i, w := range words {
		for int(w) >= len(at) {
			at = append(at, nil)
		}
		if !covered[i] {
			at[w] = append(at[w], int32(i))
		}
	}
	return at
}

func clearRow(row []int32, cells []cell) {
	for _, c := range cells {
		row[c.page] = 0
	}
}

// mark follows the chain back from its last cell.
func mark(cells []cell, last int32, covered, used []bool) (marked int) {
	if last < 0 || cells[last].score <= 0 {
		return 0
	}
	for k := last; k >= 0; k = cells[k].from {
		covered[cells[k].page], used[cells[k].gold] = true, true
		marked++
	}
	return marked
}

// prefixMax gives the best cell among all page positions before one (a Fenwick tree of maxima).
type prefixMax struct{ tree []int32 }

func newPrefixMax(n int) prefixMax {
	t := make([]int32, n+2)
	for i := range t {
		t[i] = -1
	}
	return prefixMax{t}
}

// raise enters cell k at position i, counted from 1.
func (p prefixMax) raise(i int, k int32, cells []cell) {
	for ; i < len(p.tree); i += i & -i {
		if q := p.tree[i]; q < 0 || cells[k].score > cells[q].score {
			p.tree[i] = k
		}
	}
}

// upTo is the best cell of the first i positions, -1 if there is none.
func (p prefixMax) upTo(i int, cells []cell) int32 {
	best := int32(-1)
	for ; i > 0; i -= i & -i {
		if k := p.tree[i]; k >= 0 && (best < 0 || cells[k].score > cells[best].score) {
			best = k
		}
	}
	return best
}
