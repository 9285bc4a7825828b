package score

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// metadata says how often title, author and day of publication are right, each over the pages whose gold has it, and
// how often an author or a date is given where the gold has none.
func metadata(gold []*wcxb) measure {
	return func(predictions Predictions, worst int) Table {
		m := metadataTally{worst: worst}
		t := Table{Name: "metadata", Pages: len(gold)}
		for _, g := range gold {
			if predictions[g.id] == nil {
				t.Missing++
			}
			m.judge(g, predictions.of(g.id))
		}
		for _, r := range []struct {
			name string
			share
		}{{"title", m.title}, {"author", m.author}, {"day", m.day}} {
			if r.n > 0 {
				t.Rows = append(t.Rows, Row{r.name, r.n, []Figure{High("right", r.value())}})
			}
		}
		for _, r := range []struct {
			name string
			share
		}{{"no_author", m.noAuthor}, {"no_day", m.noDay}} {
			if r.n > 0 {
				t.Rows = append(t.Rows, Row{r.name, r.n, []Figure{Low("given", r.value())}})
			}
		}
		t.Worst = m.wrong
		return t
	}
}

type metadataTally struct {
	title, author, day share
	noAuthor, noDay    share // pages whose gold has none: whether one is given
	worst              int
	wrong              []string
}

func (m *metadataTally) judge(g *wcxb, p *Prediction) {
	if g.Title != "" {
		m.add(&m.title, norm(p.Title) == norm(g.Title), g.id, "title", g.Title, p.Title)
	}
	names := p.names()
	if g.Author != "" {
		m.add(&m.author, sameAuthor(names, g.Author), g.id, "author", g.Author, strings.Join(names, ", "))
	} else {
		m.noAuthor.add(len(names) > 0)
	}
	if day := isoDay(g.PublishDate); day != "" {
		m.add(&m.day, firstRunes(p.Published, 10) == day, g.id, "day", day, p.Published)
	} else {
		m.noDay.add(p.Published != "")
	}
}

func (m *metadataTally) add(s *share, right bool, id, field, gold, got string) {
	s.add(right)
	if !right && len(m.wrong) < m.worst {
		m.wrong = append(m.wrong, fmt.Sprintf("%s %s: gold %q got %q", id, field, gold, got))
	}
}

// sameAuthor says whether the names are the gold's author, or one of them is, or all of them stand in it.
func sameAuthor(names []string, gold string) bool {
	g := norm(withoutBy(gold))
	if len(names) == 0 {
		return false
	}
	within := !slices.ContainsFunc(names, func(n string) bool { return n == "" || !strings.Contains(g, n) })
	return within || slices.Contains(names, g) || strings.Join(names, " ") == g
}

// withoutBy is s without a "By " at its beginning.
func withoutBy(s string) string {
	if len(s) < 3 || !strings.EqualFold(s[:2], "by") {
		return s
	}
	if rest := strings.TrimLeftFunc(s[2:], isSpace); rest != s[2:] {
		return rest
	}
	return s
}

// isoDay is the day that s begins with, as 2006-01-02; "" if it begins otherwise.
func isoDay(s string) string {
	day := firstRunes(s, 10)
	n := 0
	for _, r := range day {
		if want := "0000-00-00"[n]; want == '-' && r != '-' || want == '0' && !unicode.IsDigit(r) {
			return ""
		}
		n++
	}
	if n < 10 {
		return ""
	}
	return day
}

// firstRunes is s up to its nth character.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
