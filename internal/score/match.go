package score

import (
	"cmp"
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// matchF1 is how far the words of two comments must agree for them to be a pair.
const matchF1 = 0.5

// matching pairs gold comments with predicted ones, one to one.
type matching struct {
	pair   []int     // by gold comment: the predicted one, -1 for none
	f1     []float64 // by gold comment: how far the words agree
	answer []int     // by predicted comment: the gold one, -1 for none
}

// match pairs comments with the same words first, in order; then of the rest whichever two agree best, the nearer in
// order before the farther.
func match(gold []goldComment, predicted []listed) matching {
	m := matching{make([]int, len(gold)), make([]float64, len(gold)), make([]int, len(predicted))}
	g, p := make([][]string, len(gold)), make([][]string, len(predicted))
	same := map[string][]int{}
	for j, c := range predicted {
		m.answer[j] = -1
		p[j] = words(c.Text)
		key := strings.Join(p[j], " ")
		same[key] = append(same[key], j)
	}
	for i, c := range gold {
		m.pair[i] = -1
		g[i] = words(c.Text)
		key := strings.Join(g[i], " ")
		if js := same[key]; len(js) > 0 {
			m.join(i, js[0], 1)
			same[key] = js[1:]
		}
	}
	for _, c := range m.candidates(g, p) {
		if m.pair[c.gold] < 0 && m.answer[c.predicted] < 0 {
			m.join(c.gold, c.predicted, c.f1)
		}
	}
	return m
}

func (m *matching) join(gold, predicted int, f1 float64) {
	m.pair[gold], m.f1[gold], m.answer[predicted] = predicted, f1, gold
}

// candidate is two comments that may be a pair.
type candidate struct {
	f1              float64
	gold, predicted int
}

// candidates are the pairs of comments not yet joined that agree enough, the best first. Comments without words are
// none.
func (m *matching) candidates(gold, predicted [][]string) []candidate {
	bags := make([]bag, len(predicted))
	for j, w := range predicted {
		bags[j] = bagOf(w)
	}
	var list []candidate
	for i, w := range gold {
		if m.pair[i] >= 0 || len(w) == 0 {
			continue
		}
		b := bagOf(w)
		for j := range predicted {
			if m.answer[j] >= 0 || len(predicted[j]) == 0 {
				continue
			}
			f1 := float64(2*b.overlap(bags[j])) / float64(len(w)+len(predicted[j]))
			if f1 >= matchF1 {
				list = append(list, candidate{f1, i, j})
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(-cmp.Compare(a.f1, b.f1), cmp.Compare(a.distance(), b.distance()),
			cmp.Compare(a.gold, b.gold), cmp.Compare(a.predicted, b.predicted))
	})
	return list
}

func (c candidate) distance() int { return max(c.gold-c.predicted, c.predicted-c.gold) }

// back is the gold comment that a predicted one was found to be, -1 if none.
func (m *matching) back(predicted int) int {
	if i := m.answer[predicted]; i >= 0 && m.f1[i] >= foundF1 {
		return i
	}
	return -1
}

// excused are the predicted comments that are neither asked for nor held against a program: those found to be optional
// ones, and those that it calls pingbacks or deleted and that are none of the gold's.
func (m *matching) excused(gold []goldComment, predicted []listed) []int {
	var list []int
	for j, c := range predicted {
		i := m.back(j)
		if i >= 0 && gold[i].Optional || i < 0 && (c.Kind == page.Pingback || c.Kind == page.Removed) {
			list = append(list, j)
		}
	}
	return list
}
