package thread

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// fixture is a page and its conversation as show prints it.
type fixture struct {
	name string
	url  string
	html string
	want string
}

func check(t *testing.T, fixtures []fixture) {
	t.Helper()
	for _, f := range fixtures {
		t.Run(f.name, func(t *testing.T) {
			got, log := find(t, f.html, f.url)
			if want := strings.TrimSpace(undent(f.want)); got != want {
				t.Errorf("got:\n%s\nwant:\n%s\nlog:\n%s", got, want, log)
			}
		})
	}
}

// find gives the conversation of a page as text, and how it was found.
func find(t *testing.T, source, address string) (string, string) {
	t.Helper()
	x := domtest.Index(t, source)
	defer x.Release()
	log := &explain.Log{}
	ctx := Context{Data: structured.Read(x), Language: language(x), Log: log, Saved: time.Date(2024, 3, 10, 12, 0, 0, 0, time.UTC)}
	if address != "" {
		base, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		ctx.Base = base
	}
	th := Find(x, ctx)
	var lines []string
	for _, e := range log.Entries {
		lines = append(lines, fmt.Sprintf("%s | %s | %s", e.Subject, e.Verdict, e.Reason))
	}
	return show(x, th), strings.Join(lines, "\n")
}

func language(x *dom.Index) string {
	for n := range dom.ID(x.Len()) {
		if lang := x.Attr(n, "lang"); lang != "" {
			return lang
		}
	}
	return ""
}

// show prints a conversation: a line for the page, one for the opening post, one for each comment, indented as the
// tree is.
func show(x *dom.Index, th *Thread) string {
	var b strings.Builder
	b.WriteString(map[bool]string{true: "thread", false: "article"}[th.IsThread])
	if th.Declared != nil {
		fmt.Fprintf(&b, " declared=%d", *th.Declared)
	}
	if th.Open != nil {
		fmt.Fprintf(&b, " open=%v", *th.Open)
	}
	if th.Next != "" {
		fmt.Fprintf(&b, " next=%s", th.Next)
	}
	b.WriteByte('\n')
	if th.Post != nil {
		b.WriteString("post " + line(x, th.Post) + "\n")
	}
	for i := range th.Units {
		depth := 0
		for p := th.Units[i].Parent; p >= 0; p = th.Units[p].Parent {
			depth++
		}
		b.WriteString(strings.Repeat("  ", depth) + "- " + line(x, &th.Units[i]) + "\n")
	}
	return strings.TrimSpace(b.String())
}

// line prints a unit: author, date, score, id, kind, text.
func line(x *dom.Index, u *Unit) string {
	author := "(nobody)"
	if u.Author != nil {
		author = u.Author.Name
	}
	date := string(u.Published)
	if date == "" {
		date = "?" + u.PublishedText
	}
	s := author + " | " + date
	if u.Score != nil {
		s += fmt.Sprintf(" | %+d", *u.Score)
	}
	if u.ID != "" {
		s += " | #" + u.ID
	}
	if u.Kind != page.Remark {
		s += " | " + string(u.Kind)
	}
	if u.Accepted {
		s += " | accepted"
	}
	doc := x
	if u.Doc != nil {
		doc = u.Doc
	}
	var b []byte
	for _, span := range u.Body {
		b = doc.AppendText(append(b, ' '), span.First, span.Last)
	}
	return s + " | " + strings.Join(strings.Fields(string(b)), " ")
}

// undent takes the tabs from the beginning of lines.
func undent(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimLeft(lines[i], "\t")
	}
	return strings.Join(lines, "\n")
}

// article is the text of an article for a page on which comments are to be told from it.
const article = `<h1>How the mill was moved</h1><p>In the spring the old mill was taken apart beam by beam, and every beam was given
	a number, so that nobody would have to guess later where it belonged. The carpenters worked from the roof down.</p>
	<p>It took them eleven weeks. When the last stone had been carried over the river, the village held a feast, and the
	miller's granddaughter started the wheel, which had not turned for forty years, in front of everybody.</p>
	<p>What nobody had expected was the noise: a mill is loud, and the new houses stand close. Since then the wheel turns on
	Saturdays only, and never before nine, and those who live next to it are given flour at Christmas.</p>`
