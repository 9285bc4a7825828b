package textpage

import "strings"

// line is one line of a text.
type line struct {
	indent int    // columns before the text
	text   string // without the white space around it; empty for a blank line
	raw    string // as it stands; code keeps it
	broken bool   // ends in two spaces: the break after it is meant, as in Markdown
	prose  bool   // is paragraph text whatever it looks like
}

const tabWidth = 8

// split cuts a text into its lines. Form feeds and the three kinds of line end are line ends.
func split(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for len(text) > 0 {
		end := strings.IndexAny(text, "\n\r\f")
		next := end + 1
		if end < 0 {
			end, next = len(text), len(text)
		} else if strings.HasPrefix(text[end:], "\r\n") {
			next++
		}
		lines = append(lines, newLine(text[:end]))
		text = text[next:]
	}
	return lines
}

func newLine(raw string) line {
	indent, start := 0, 0
	for start < len(raw) && (raw[start] == ' ' || raw[start] == '\t') {
		if raw[start] == '\t' {
			indent += tabWidth - indent%tabWidth
		} else {
			indent++
		}
		start++
	}
	text := strings.ReplaceAll(strings.TrimRight(raw[start:], " \t"), "\t", " ")
	return line{
		indent: indent,
		text:   text,
		raw:    raw,
		broken: text != "" && strings.HasSuffix(raw, "  "),
	}
}

func (l *line) blank() bool { return l.text == "" }

// cut is what stands in the line from a column on.
func (l *line) cut(column int) string {
	start := 0
	for start < min(column, len(l.raw)) && l.raw[start] == ' ' {
		start++
	}
	if start < len(l.raw) && start < column && l.raw[start] == '\t' {
		return strings.Repeat(" ", max(0, l.indent-column)) + strings.TrimLeft(l.raw, " \t")
	}
	return l.raw[start:]
}

// trim drops the blank lines around.
func trim(lines []line) []line {
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	return lines
}
