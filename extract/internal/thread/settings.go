package thread

import (
	"encoding/json"
	"net/url"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxSettings is how long a script is at most, in bytes, that is read for settings: such scripts are short, and programs
// are not.
const maxSettings = 64 << 10

// settingsIn is the text of an inline script that may hold settings, "" for others.
func (f *finder) settingsIn(n dom.ID) string {
	if text := f.x.Node(n).HTML.FirstChild; text != nil && len(text.Data) <= maxSettings {
		return text.Data
	}
	return ""
}

// setting is the first text or whole number that an inline script gives to one of these names ("name = 'value'",
// "name: 12"), after the word that begins the settings if there is one. It is "" if none does.
func (f *finder) setting(begins string, names ...string) string {
	for _, n := range f.x.Scripts {
		text := f.settingsIn(n)
		i := strings.Index(text, begins)
		if i < 0 || text == "" {
			continue
		}
		for _, name := range names {
			if value := settingOf(text[i:], name); value != "" {
				return value
			}
		}
	}
	return ""
}

// maxIndent is how far before a setting the beginning of its line is looked for, in bytes.
const maxIndent = 200

// settingOf looks for a setting in a script, past the places where something else than a literal is given to the name, and
// past those that are commented out.
func settingOf(script, name string) string {
	for rest := script; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return ""
		}
		whole := i == 0 || !isIdentifier(rest[i-1])
		before, after := rest[:i], rest[i+len(name):]
		line := before[max(0, len(before)-maxIndent):]
		line = line[strings.LastIndexByte(line, '\n')+1:]
		if value := literalAfter(after); value != "" && whole && !strings.HasPrefix(strings.TrimSpace(line), "//") {
			return value
		}
		rest = after
	}
}

func isIdentifier(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$'
}

// literalAfter is the text or whole number that stands after the name of a setting: = 'value', ": "value", : 12.
func literalAfter(s string) string {
	s = strings.TrimLeft(s, "\"' \t\r\n")
	if s == "" || s[0] != '=' && s[0] != ':' {
		return ""
	}
	s = strings.TrimLeft(s[1:], " \t\r\n")
	if s == "" || s[0] != '\'' && s[0] != '"' {
		return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
	}
	quote := s[0]
	for i := 1; i < len(s) && i <= maxDiscussion; i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			return ""
		case quote:
			return unquote(s[1:i])
		}
	}
	return ""
}

// unquote reads the escapes of a JavaScript text, "" if they are none.
func unquote(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	s = strings.ReplaceAll(s, `\'`, `'`)
	s = strings.ReplaceAll(strings.ReplaceAll(s, `\"`, `"`), `"`, `\"`)
	var text string
	if json.Unmarshal([]byte(`"`+s+`"`), &text) != nil {
		return ""
	}
	return text
}

// wordCharacters are those of \w in a regular expression of JavaScript.
const wordCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// isPlainName tells the names of forums, people and repositories.
func isPlainName(s string) bool {
	return s != "" && len(s) <= 100 && strings.Trim(s, wordCharacters+".-") == ""
}

func isDigits(s string) bool { return s != "" && len(s) <= 24 && strings.Trim(s, "0123456789") == "" }

// query writes the parameters that have a value, escaped as encodeURIComponent does; pairs are names and values in turn.
func query(pairs ...string) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(pairs[i] + "=" + strings.ReplaceAll(url.QueryEscape(pairs[i+1]), "+", "%20"))
	}
	return b.String()
}
