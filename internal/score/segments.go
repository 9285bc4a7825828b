package score

import (
	"fmt"
	"sort"
	"strings"
)

// goldSegments are pieces of a page's text, as Trafilatura's evaluation has them: that must and that must not be in
// its main text, and that must be in a comment.
type goldSegments struct {
	File     string   `json:"file"`
	With     []string `json:"with"`
	Without  []string `json:"without"`
	Comments []string `json:"comments"`
}

// readSegments reads a file of segments, an object by the pages' addresses, in the order of the pages' files.
func readSegments(file string) ([]*goldSegments, error) {
	var byAddress map[string]*goldSegments
	if err := readJSON(file, &byAddress); err != nil {
		return nil, err
	}
	gold := make([]*goldSegments, 0, len(byAddress))
	for _, g := range byAddress {
		gold = append(gold, g)
	}
	sort.Slice(gold, func(i, j int) bool { return gold[i].File < gold[j].File })
	return gold, nil
}

// segments is the measure of Trafilatura's evaluation: precision, recall, F1 and accuracy over segments; and the
// shares of the segments of comments that stand in a comment's body, and that have leaked into the main text.
func segments(gold []*goldSegments) measure {
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "segments", Pages: len(gold)}
		var s segmentTally
		var wrong []segmentRow
		for _, g := range gold {
			if predictions[ID(g.File)] == nil {
				t.Missing++
			}
			if r := s.judge(g, predictions.of(ID(g.File))); r.missed+r.extra > 0 {
				wrong = append(wrong, r)
			}
		}
		t.Rows = s.rows()
		sort.SliceStable(wrong, func(i, j int) bool { return wrong[i].missed+wrong[i].extra > wrong[j].missed+wrong[j].extra })
		for _, r := range wrong[:min(worst, len(wrong))] {
			t.Worst = append(t.Worst, fmt.Sprintf("%s missed=%d wrong=%d", r.id, r.missed, r.extra))
		}
		return t
	}
}

type segmentRow struct {
	id            string
	missed, extra int
}

type segmentTally struct {
	with, without      share // segments that stand in the text
	inComments, leaked share // segments of comments
}

func (s *segmentTally) judge(g *goldSegments, p *Prediction) segmentRow {
	text := squeezed(p.Text)
	with, without := standing(g.With, text), standing(g.Without, text)
	s.with.yes, s.with.n = s.with.yes+with.yes, s.with.n+with.n
	s.without.yes, s.without.n = s.without.yes+without.yes, s.without.n+without.n

	var bodies strings.Builder
	for _, c := range p.Comments.flat() {
		bodies.WriteString(squeezed(c.Text) + "\n")
	}
	for _, segment := range g.Comments {
		if segment = strings.TrimFunc(squeezed(segment), isSpace); segment != "" {
			s.inComments.add(strings.Contains(bodies.String(), segment))
			s.leaked.add(strings.Contains(text, segment))
		}
	}
	return segmentRow{ID(g.File), with.n - with.yes, without.yes}
}

// standing says how many of the segments that are not blank stand in text.
func standing(segments []string, text string) (s share) {
	for _, segment := range segments {
		if segment = squeezed(segment); segment != "" && segment != " " {
			s.add(strings.Contains(text, segment))
		}
	}
	return s
}

func (s *segmentTally) rows() []Row {
	tp, fp, fn, tn := s.with.yes, s.without.yes, s.with.n-s.with.yes, s.without.n-s.without.yes
	precision, recall := ratio(tp, tp+fp), ratio(tp, tp+fn)
	f1 := 0.0
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	rows := []Row{{"all", s.with.n + s.without.n, []Figure{
		High("precision", precision), High("recall", recall), High("f1", f1),
		High("accuracy", ratio(tp+tn, tp+tn+fp+fn)),
	}}}
	if s.inComments.n > 0 {
		rows = append(rows, Row{"comments", s.inComments.n, []Figure{
			High("found", s.inComments.value()), Low("leaked", s.leaked.value()),
		}})
	}
	return rows
}

func ratio(a, b int) float64 { return share{a, b}.value() }
