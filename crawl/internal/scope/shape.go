package scope

import (
	"strings"

	"github.com/scholia/scholia/crawl/internal/address"
)

// Bounds of what an address of a page looks like.
const (
	maxPath       = 1000 // bytes
	maxSegments   = 16   // of a path
	maxParameters = 12   // of a query
	maxRepeats    = 3    // times that a run of segments may stand in a row
)

// misshapen tells by an address alone that it belongs to a trap: a path that grows or goes in circles, a query that
// collects parameters.
func misshapen(normalised string) bool {
	path, query, _ := strings.Cut(address.Path(normalised), "?")
	if len(path) > maxPath || strings.Count(query, "&") >= maxParameters {
		return true
	}
	segments := strings.Split(strings.Trim(path, "/"), "/")
	return len(segments) > maxSegments || circles(segments)
}

// circles tells whether the same one, two or three segments stand more than maxRepeats times in a row: a relative
// link that leads below itself.
func circles(segments []string) bool {
	for size := 1; size <= 3; size++ {
		same := 0 // segments in a row that equal the one size places before
		for i := size; i < len(segments); i++ {
			if segments[i] != segments[i-size] {
				same = 0
				continue
			}
			if same++; same >= size*maxRepeats {
				return true
			}
		}
	}
	return false
}

// shape is what addresses made by one program have in common: numbers, dates and long hashes stand for any others,
// and so do the values of the query.
func shape(normalised string) string {
	path, query, _ := strings.Cut(address.Path(normalised), "?")
	var b strings.Builder
	for i, segment := range strings.Split(path, "/") {
		if i > 0 {
			b.WriteByte('/')
		}
		writeShape(&b, segment)
	}
	for i, p := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(p, "=")
		if p != "" {
			b.WriteByte("?&"[min(i, 1)])
			writeShape(&b, name)
		}
	}
	return b.String()
}

// writeShape writes a segment with each run of digits as one #, and one that is a hash as #.
func writeShape(b *strings.Builder, segment string) {
	if len(segment) >= 16 && strings.ContainsAny(segment, "0123456789") && strings.Trim(segment, "0123456789abcdefABCDEF-") == "" {
		b.WriteByte('#')
		return
	}
	digits := false
	for _, r := range segment {
		if r >= '0' && r <= '9' {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		b.WriteRune(r)
	}
}

// branch is the first segment of a path, where it has several: "/filter/".
func branch(normalised string) string {
	path, _, _ := strings.Cut(address.Path(normalised), "?")
	if end := strings.IndexByte(path[1:], '/'); end >= 0 {
		return path[:end+2]
	}
	return "/"
}
