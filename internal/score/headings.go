package score

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// headings says how well the headings of articles are found, in their order. Those of the gold are the lines of its text
// that are headings of HTML (h1 to h6) in the page; the title is none of them, as it stands above the text. F1 is over
// the headings of all articles together; found are those of the longest sequence that gold and prediction have in
// common.
func headings(gold []*wcxb, files []string) measure {
	home := map[string]string{}
	for _, file := range files {
		home[ID(file)] = file
	}
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "headings"}
		var all headingTally
		var rows []headingRow
		for _, g := range gold {
			if g.kind != "article" || home[g.id] == "" {
				continue
			}
			t.Pages++
			row, err := judgeHeadings(g, home[g.id], predictions.of(g.id))
			if err != nil {
				t.Missing++
				t.Worst = append(t.Worst, err.Error())
				continue
			}
			all.add(row.headingTally)
			rows = append(rows, row)
		}
		t.Rows = []Row{{"article", all.gold, []Figure{High("f1", all.f1()), High("precision", ratio(all.found, all.predicted)), High("recall", ratio(all.found, all.gold))}}}
		sort.SliceStable(rows, func(i, j int) bool { return rows[i].wrong() > rows[j].wrong() })
		for _, r := range rows[:min(worst, len(rows))] {
			t.Worst = append(t.Worst, fmt.Sprintf("%s gold=%d predicted=%d found=%d", r.id, r.gold, r.predicted, r.found))
		}
		return t
	}
}

// headingTally counts headings.
type headingTally struct{ gold, predicted, found int }

// headingRow is the tally of a page.
type headingRow struct {
	id string
	headingTally
}

func (t *headingTally) add(other headingTally) {
	t.gold += other.gold
	t.predicted += other.predicted
	t.found += other.found
}

func (t headingTally) f1() float64 { return ratio(2*t.found, t.gold+t.predicted) }

// wrong is how many headings are missed or made up.
func (t headingTally) wrong() int { return t.gold + t.predicted - 2*t.found }

// judgeHeadings compares the headings of a page. The error names the file: without it there is no gold.
func judgeHeadings(g *wcxb, file string, p *Prediction) (headingRow, error) {
	inPage, err := htmlHeadings(file)
	if err != nil {
		return headingRow{}, err
	}
	title := norm(g.Title)
	var want, got []string
	for line := range strings.Lines(g.MainContent) {
		if line := norm(line); line != "" && line != title && inPage[line] {
			want = append(want, line)
		}
	}
	for _, h := range p.headings(nil, p.Sections) {
		if h != "" && h != title {
			got = append(got, h)
		}
	}
	return headingRow{g.id, headingTally{len(want), len(got), longestCommon(want, got)}}, nil
}

// headings are the headings of sections in document order, as words.
func (p *Prediction) headings(list []string, sections []*section) []string {
	for _, s := range sections {
		list = p.headings(append(list, norm(s.Heading)), s.Sections)
	}
	return list
}

// longestCommon is the length of the longest common subsequence of two lists.
func longestCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// htmlHeadings are the texts of the headings of a page, as words.
func htmlHeadings(file string) (map[string]bool, error) {
	b, err := ReadFile(file)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	texts := map[string]bool{}
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			texts[norm(textOf(n))] = true
		}
	}
	return texts, nil
}

// textOf is the text below a node, its parts with a space between them where an element other than one of phrasing
// ends: only words matter here.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.DataAtom == atom.Br, d.DataAtom == atom.Div, d.DataAtom == atom.P:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
