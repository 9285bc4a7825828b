package metadata

import (
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// path is that of the page's address.
func (r *reader) path() string {
	if r.ctx.Base == nil {
		return ""
	}
	return r.ctx.Base.Path
}

// dateInPath is the day in an address: /2013/06/14/, /2013-06-14-. A month alone is not precise enough.
func dateInPath(path string) page.Date {
	for i := 0; i+11 <= len(path); i++ {
		if path[i] == '/' && isDigits(path[i+1:i+5]) {
			sep := path[i+5]
			if sep != '/' && sep != '-' || path[i+8] != sep || !isDigits(path[i+6:i+8]) || !isDigits(path[i+9:i+11]) {
				continue
			}
			if i+11 < len(path) && path[i+11] >= '0' && path[i+11] <= '9' {
				continue
			}
			d := page.Date(path[i+1:i+5] + "-" + path[i+6:i+8] + "-" + path[i+9:i+11])
			if t, ok := d.Time(); ok && t.Year() >= 1990 {
				return d
			}
		}
	}
	return ""
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
