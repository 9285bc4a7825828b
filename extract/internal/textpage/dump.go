package textpage

import (
	"strconv"
	"strings"
)

// What text browsers write besides the text of a page: lynx numbers links and lists their addresses at the end, both
// draw forms, and an item's mark may stand alone above its text. Text of a crawl has one line for each block.

// undump takes away what a text browser added. dumped says that there was something, so that the text is that of a
// whole page with its menus.
func undump(lines []line) (clean []line, dumped bool) {
	lines, dumped = dropReferences(lines)
	if isLinePerBlock(lines) {
		return spread(lines), true
	}
	clean = make([]line, 0, len(lines))
	for i := range lines {
		l := lines[i]
		if isForm(l.text) {
			dumped = true
			l = line{}
		}
		if n := len(clean) - 1; n >= 0 && !l.blank() && hangs(&clean[n], &l) {
			clean[n].text += " " + l.text
			clean[n].raw += " " + l.text
			clean[n].broken = false
			continue
		}
		clean = append(clean, l)
	}
	return clean, dumped
}

// hangs says whether a mark that stands alone belongs to the line below, which lynx indents less than an item.
func hangs(above, l *line) bool {
	if above.blank() {
		return false
	}
	m, ok := listMark(above.text)
	return ok && m.kind != '[' && len(above.text) < m.width && l.indent < above.indent+m.width && above.indent > 0
}

// isForm says whether a line is made of a form's fields or of a picture without words: "[ ] [Subscribe]", "____ Name".
func isForm(text string) bool {
	if text == "" {
		return false
	}
	if strings.HasPrefix(text, "____") || strings.HasPrefix(text, "[  ") {
		return true
	}
	rest := text
	for strings.HasPrefix(rest, "[") {
		_, after, ok := strings.Cut(rest, "]")
		if !ok || len(rest)-len(after) > 60 {
			return false
		}
		rest = strings.TrimLeft(after, " ")
	}
	return rest == "" && !strings.HasPrefix(text, "[Image") && !strings.HasPrefix(text, "[Embed") && !strings.HasPrefix(text, "[!")
}

// dropReferences drops the list of addresses under lynx's text, and the numbers of the links in it: "[12]".
func dropReferences(lines []line) ([]line, bool) {
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		if l.text == "References" && l.indent == 0 && i+2 < len(lines) && isReference(lines[i+1:]) {
			lines = lines[:i]
			next := 1
			for j := range lines {
				next = unlink(&lines[j], next)
			}
			return lines, true
		}
		if _, _, numbered := number(l.text); !l.blank() && !numbered && l.indent < 3 && l.text != "Visible links" && l.text != "Hidden links:" {
			break
		}
	}
	return lines, false
}

// isReference says whether the next line that is not blank is the first of lynx's addresses.
func isReference(lines []line) bool {
	lines = trim(lines)
	return len(lines) > 0 && (strings.HasPrefix(lines[0].text, "1. ") || lines[0].text == "Visible links")
}

// skippedLinks is how many links without text, whose numbers are not shown, may follow each other.
const skippedLinks = 100

// unlink drops the numbers of links from a line if they go on from next; it returns the number after the last.
func unlink(l *line, next int) int {
	if !strings.Contains(l.text, "[") {
		return next
	}
	var b strings.Builder
	rest := l.text
	for {
		at := strings.IndexByte(rest, '[')
		if at < 0 {
			break
		}
		end := at + 1
		for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
			end++
		}
		n, err := strconv.Atoi(rest[at+1 : end])
		if err != nil || end == len(rest) || rest[end] != ']' || n < next || n > next+skippedLinks {
			b.WriteString(rest[:at+1])
			rest = rest[at+1:]
			continue
		}
		b.WriteString(rest[:at])
		rest = rest[end+1:]
		if at > 0 && rest != "" && isWord(l.text[len(l.text)-len(rest)-(end-at)-2]) && isWord(rest[0]) {
			b.WriteByte(' ')
		}
		next = n + 1
	}
	l.text = strings.TrimLeft(b.String()+rest, " ")
	l.raw = strings.Repeat(" ", l.indent) + l.text
	return next
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

// A text of this many lines or more, nearly none of them blank or indented, some longer than a terminal is wide, has
// one line for each block.
const (
	blockLines    = 8
	terminalWidth = 120
)

func isLinePerBlock(lines []line) bool {
	long, text, other := 0, 0, 0
	for i := range lines {
		switch l := &lines[i]; {
		case l.blank() || l.indent > 0:
			other++
		default:
			text++
			if len(l.text) > terminalWidth {
				long++
			}
		}
	}
	return text >= blockLines && long > 0 && other*20 <= text
}

// spread puts a blank line after every line.
func spread(lines []line) []line {
	wide := make([]line, 0, 2*len(lines))
	for _, l := range lines {
		if !l.blank() {
			wide = append(wide, l, line{})
		}
	}
	return wide
}
