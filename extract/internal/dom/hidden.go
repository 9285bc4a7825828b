package dom

import "strings"

// hiding are the classes that take an element off the screen in the style sheets in common use.
var hiding = map[string]bool{
	"hidden": true, "hide": true, "d-none": true, "is-hidden": true, "invisible": true, "visually-hidden": true,
	"visuallyhidden": true, "sr-only": true, "screen-reader-text": true, "screen-reader-only": true,
	"element-invisible": true, "u-hidden": true, "uk-hidden": true, "display-none": true, "is-visually-hidden": true,
	"u-visually-hidden": true, "a11y-hidden": true, "srOnly": true, "screenreader": true, "screen-reader": true,
}

// showsAgain tells whether a class shows on wide screens what another one hides: Tailwind's "hidden md:block",
// Bootstrap's "d-none d-md-block".
func showsAgain(token string) bool {
	if _, display, ok := strings.Cut(token, ":"); ok {
		switch display {
		case "block", "flex", "grid", "inline", "inline-block", "inline-flex", "table", "contents":
			return true
		}
	}
	return strings.HasPrefix(token, "d-") && strings.Count(token, "-") > 1 && !strings.HasSuffix(token, "-none")
}

// hidingClass tells whether a class attribute hides its element.
func hidingClass(attr string) bool {
	hides := false
	for token := range fields(attr) {
		if showsAgain(token) {
			return false
		}
		hides = hides || hiding[token]
	}
	return hides
}

// hidingStyle tells whether a style attribute takes its element off the screen.
func hidingStyle(style string) bool {
	for style != "" {
		var declaration string
		declaration, style, _ = strings.Cut(style, ";")
		property, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(property) {
		case "display":
			if strings.HasPrefix(value, "none") {
				return true
			}
		case "visibility":
			if strings.HasPrefix(value, "hidden") {
				return true
			}
		}
	}
	return false
}
