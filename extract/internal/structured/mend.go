package structured

import "strings"

// mend makes valid JSON of the text of a script that is nearly JSON, in one pass over it. It drops comments, commas
// and brackets that are one too many, puts in those that lack, quotes bare words, escapes the quotation marks within
// a string, and makes one list of several values that follow one another.
func mend(s string) []byte {
	m := mender{in: s, out: make([]byte, 0, len(s)+16)}
	m.open('[')
	for m.pos < len(s) {
		m.token()
	}
	for len(m.stack) > 0 {
		m.close()
	}
	return m.out
}

// mender writes a valid beginning of JSON at all times.
type mender struct {
	in    string
	pos   int
	out   []byte
	stack []byte // the brackets that are open
	state state
}

// state is what may follow in the output.
type state uint8

const (
	first state = iota // the first element or key of what was opened
	value              // the value of a key
	next               // an element or key after a comma, or the end
)

// token reads one token of the input.
func (m *mender) token() {
	c := m.in[m.pos]
	switch {
	case c == '/' && strings.HasPrefix(m.in[m.pos:], "//"):
		m.skip("\n")
	case c == '/' && strings.HasPrefix(m.in[m.pos:], "/*"):
		m.skip("*/")
	case c == '{' || c == '[':
		m.pos++
		if m.place() {
			m.open(c)
		}
	case c == '}' || c == ']':
		m.pos++
		if len(m.stack) > 1 && m.stack[len(m.stack)-1] == c-2 { // } is { plus 2, ] is [ plus 2
			m.close()
		}
	case c == '"':
		m.scalar(m.quoted())
	case c == ',':
		m.pos++
		m.lacking()
	case c <= ' ' || c == ':':
		m.pos++
	default:
		m.scalar(m.bareWord())
	}
}

func (m *mender) skip(until string) {
	if i := strings.Index(m.in[m.pos+2:], until); i >= 0 {
		m.pos += 2 + i + len(until)
	} else {
		m.pos = len(m.in)
	}
}

func (m *mender) open(c byte) {
	m.stack = append(m.stack, c)
	m.out = append(m.out, c)
	m.state = first
}

func (m *mender) close() {
	m.lacking()
	m.out = append(m.out, m.stack[len(m.stack)-1]+2)
	m.stack = m.stack[:len(m.stack)-1]
	m.state = next
}

// lacking writes null for the value of a key that has none.
func (m *mender) lacking() {
	if m.state == value {
		m.out = append(m.out, "null"...)
		m.state = next
	}
}

// place makes the output ready for a value and tells whether one may stand here: not where a key must.
func (m *mender) place() bool {
	if m.stack[len(m.stack)-1] == '{' && m.state != value {
		return false
	}
	if m.state == next {
		m.out = append(m.out, ',')
	}
	m.state = next
	return true
}

// scalar writes a value, or a key where one must stand and a colon follows.
func (m *mender) scalar(json string) {
	if m.place() {
		m.out = append(m.out, json...)
		return
	}
	if m.peek(m.pos) != ':' {
		return
	}
	if m.state == next {
		m.out = append(m.out, ',')
	}
	if json[0] != '"' {
		json = `"` + json + `"`
	}
	m.out = append(append(m.out, json...), ':')
	m.state = value
}

// peek is the next byte from position i on that is not white space, 0 at the end.
func (m *mender) peek(i int) byte {
	for ; i < len(m.in); i++ {
		if m.in[i] > ' ' {
			return m.in[i]
		}
	}
	return 0
}

// quoted reads a string. Quotation marks that do not end it are escaped.
func (m *mender) quoted() string {
	b := []byte{'"'}
	for m.pos++; m.pos < len(m.in); m.pos++ {
		c := m.in[m.pos]
		switch {
		case c == '"' && m.endsString(m.pos+1):
			m.pos++
			return string(append(b, '"'))
		case c == '"':
			b = append(b, '\\', '"')
		case c == '\\' && m.pos+1 < len(m.in):
			m.pos++
			if !strings.ContainsRune(`"\/bfnrtu`, rune(m.in[m.pos])) {
				b = append(b, '\\')
			}
			b = append(b, '\\', m.in[m.pos])
		case c != '\\':
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// endsString tells whether a quotation mark ends its string: what follows, from i on, is what may follow a string.
func (m *mender) endsString(i int) bool {
	line := false
	for ; i < len(m.in); i++ {
		switch c := m.in[i]; c {
		case ' ', '\t', '\r':
		case '\n':
			line = true
		case ':', '}', ']':
			return true
		case ',':
			return strings.IndexByte("\"{[]}/-0123456789tfn\x00", m.peek(i+1)) >= 0
		case '"', '/':
			return line
		default:
			return false
		}
	}
	return true
}

// bareWord reads what stands without quotation marks: a number, true, false and null as they are, all else as a
// string.
func (m *mender) bareWord() string {
	start := m.pos
	for m.pos < len(m.in) && m.in[m.pos] > ' ' && strings.IndexByte(`,:{}[]"`, m.in[m.pos]) < 0 {
		m.pos++
	}
	word := m.in[start:m.pos]
	if word == "true" || word == "false" || word == "null" || isNumber(word) {
		return word
	}
	return `"` + strings.ReplaceAll(strings.Trim(word, "'"), `\`, `\\`) + `"`
}

// isNumber tells whether a word is a JSON number without exponent; others become strings.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(s, ".")
	return digits(whole) && (whole == "0" || whole[0] != '0') && (!point || digits(fraction))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
