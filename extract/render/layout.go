package render

import "strings"

// layout gathers lines under margins: the indentation and the marks of lists and quotes.
type layout struct {
	buf    []byte
	margin string // what every line begins with
	lead   string // what the next line begins with instead, if not empty: it ends in a list's mark
	fresh  bool   // no blank line is wanted before the next line
}

// line writes a line, or ends one when s is empty.
func (l *layout) line(s string) {
	margin := l.margin
	if l.lead != "" {
		margin = l.lead
	}
	if s == "" {
		margin = strings.TrimRight(margin, " ")
	}
	l.buf = append(append(append(l.buf, margin...), s...), '\n')
	l.lead, l.fresh = "", false
}

// lines writes every line of s.
func (l *layout) lines(s string) {
	for line := range strings.SplitSeq(s, "\n") {
		l.line(line)
	}
}

// gap writes a blank line, unless there is one or none is wanted.
func (l *layout) gap() {
	if !l.fresh {
		l.line("")
		l.fresh = true
	}
}

// within writes with a deeper margin.
func (l *layout) within(margin string, write func()) {
	outer := l.margin
	l.margin += margin
	if l.lead != "" {
		l.lead += margin
	}
	write()
	l.margin = outer
}

// hang writes with a margin deeper by indent columns and a mark before the first line; the mark stands alone where
// nothing is written.
func (l *layout) hang(mark string, indent int, write func()) {
	outer, lead := l.margin, l.lead
	if lead == "" {
		lead = outer
	}
	l.margin += strings.Repeat(" ", indent)
	l.lead, l.fresh = lead+mark, true
	write()
	if l.lead != "" {
		l.line("")
	}
	l.margin = outer
}
