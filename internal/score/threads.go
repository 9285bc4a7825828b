package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// goldThread is the conversation of a page: of an article's comments, or of a thread.
type goldThread struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"` // article or thread
	Declared *int   `json:"declared"`
	Original *struct {
		Text string `json:"text"`
	} `json:"original"`
	Comments []goldComment `json:"comments"`
}

// goldComment is a comment in document order. A field that is nil is not asked for.
type goldComment struct {
	Parent int     `json:"parent"` // index of the comment that it answers, -1 at top level
	Author *string `json:"author"`
	Date   *string `json:"date"`
	Text   string  `json:"text"`
	// Optional marks a pingback or the place of a deleted comment: neither asked for nor held against a program.
	Optional bool `json:"optional"`
}

// readThreads reads a file of gold threads, one a line.
func readThreads(file string) ([]*goldThread, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var gold []*goldThread
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, len(b)+1)
	for n := 1; lines.Scan(); n++ {
		g := &goldThread{}
		if err := json.Unmarshal(lines.Bytes(), g); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", file, n, err)
		}
		gold = append(gold, g)
	}
	return gold, lines.Err()
}

// A comment is found when the words of its body agree to foundF1 with the gold's, and its body is right at strictF1.
const (
	foundF1  = 0.8
	strictF1 = 0.9
	// leakWords is how many words of a comment must stand in an article's text one after the other to be a leak.
	leakWords = 8
)

// threads compares trees of comments, matched one to one by their words. found and strict are F1 over comments,
// averaged over pages: found counts bodies, strict asks for body, parent, author and day. parent, author and day are
// shares right among the matched; original, of threads whose opening post was found; declared, of pages whose count
// was read right; leak, of comments of eight words or more of articles that stand in the article's text.
func threads(gold []*goldThread) measure {
	return func(predictions Predictions, worst int) Table {
		t := Table{Name: "threads", Pages: len(gold)}
		var tally threadTally
		rows := make([]threadRow, len(gold))
		for i, g := range gold {
			if predictions[g.ID] == nil {
				t.Missing++
			}
			rows[i] = tally.judge(g, predictions.of(g.ID))
		}
		for _, name := range []string{"all", string(page.Article), string(page.Thread)} {
			if row := averageThreads(name, rows); row.N > 0 {
				t.Rows = append(t.Rows, row)
			}
		}
		t.Rows = append(t.Rows, tally.rows()...)
		sort.SliceStable(rows, func(i, j int) bool {
			a, b := rows[i], rows[j]
			return a.strict() < b.strict() || a.strict() == b.strict() && a.found() < b.found()
		})
		for _, r := range rows[:min(worst, len(rows))] {
			t.Worst = append(t.Worst, r.String())
		}
		return t
	}
}

// threadRow is how well one page's comments agree with its gold.
type threadRow struct {
	*goldThread
	asked, given      int // comments of the gold and of the prediction that count
	matched, strictly int // of these, pairs whose bodies agree, and pairs in which all agrees
}

func (r threadRow) found() float64  { return countF1(r.matched, r.given, r.asked) }
func (r threadRow) strict() float64 { return countF1(r.strictly, r.given, r.asked) }

func (r threadRow) String() string {
	return fmt.Sprintf("%s %s found=%.3f strict=%.3f gold=%d got=%d matched=%d right=%d",
		r.ID, r.Kind, r.found(), r.strict(), r.asked, r.given, r.matched, r.strictly)
}

// countF1 is the F1 of so many right among those given and those asked for; 1 where there are neither.
func countF1(right, given, asked int) float64 {
	if given == 0 && asked == 0 {
		return 1
	}
	return 2 * float64(right) / float64(given+asked)
}

func averageThreads(name string, rows []threadRow) Row {
	var found, strict mean
	comments := 0
	for _, r := range rows {
		if name != "all" && name != r.Kind {
			continue
		}
		found.add(r.found())
		strict.add(r.strict())
		comments += r.asked
	}
	return Row{name, found.n, []Figure{
		High("comments", float64(comments)), High("found", found.value()), High("strict", strict.value()),
	}}
}

// threadTally counts over the comments and the threads of all pages.
type threadTally struct{ parent, author, day, original, leak, declared share }

func (t *threadTally) rows() []Row {
	var rows []Row
	for _, r := range []struct {
		name string
		share
		figure func(string, float64) Figure
	}{
		{"parent", t.parent, High}, {"author", t.author, High}, {"day", t.day, High},
		{"original", t.original, High}, {"leak", t.leak, Low}, {"declared", t.declared, High},
	} {
		if r.n > 0 {
			rows = append(rows, Row{r.name, r.n, []Figure{r.figure("share", r.value())}})
		}
	}
	return rows
}

func (t *threadTally) judge(g *goldThread, p *Prediction) threadRow {
	predicted := p.Comments.flat()
	m := match(g.Comments, predicted)
	row := threadRow{goldThread: g, asked: len(g.Comments), given: len(predicted) - len(m.excused(g.Comments, predicted))}
	for i, c := range g.Comments {
		if c.Optional {
			row.asked--
			continue
		}
		if j := m.pair[i]; j >= 0 && m.f1[i] >= foundF1 {
			row.matched++
			if t.judgeComment(c, predicted[j], m) && m.f1[i] >= strictF1 {
				row.strictly++
			}
		}
	}
	t.judgePage(g, p)
	return row
}

// judgeComment says whether parent, author and day of a matched comment are all right.
func (t *threadTally) judgeComment(c goldComment, got listed, m matching) bool {
	right := c.Parent == -1 && got.parent == -1 || c.Parent != -1 && got.parent >= 0 && m.back(got.parent) == c.Parent
	t.parent.add(right)
	if c.Author != nil {
		same := norm(string(got.Author)) == norm(*c.Author)
		t.author.add(same)
		right = right && same
	}
	if c.Date != nil {
		same := firstRunes(got.Published, 10) == firstRunes(*c.Date, 10)
		t.day.add(same)
		right = right && same
	}
	return right
}

func (t *threadTally) judgePage(g *goldThread, p *Prediction) {
	if g.Original != nil && g.Original.Text != "" {
		_, _, f1 := precisionRecall(p.opening(), g.Original.Text)
		t.original.add(f1 >= foundF1)
	}
	if g.Declared != nil {
		t.declared.add(p.Comments.Declared != nil && *p.Comments.Declared == *g.Declared)
	}
	if g.Kind != string(page.Article) {
		return
	}
	text := norm(p.Text)
	for _, c := range g.Comments {
		if w := words(c.Text); len(w) >= leakWords && !c.Optional {
			t.leak.add(strings.Contains(text, strings.Join(w[:leakWords], " ")))
		}
	}
}
