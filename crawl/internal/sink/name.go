package sink

import (
	"encoding/hex"
	"net"
	"net/url"
	"slices"
	"strings"

	"github.com/scholia/scholia/crawl/internal/address"
)

// Bounds of file names: what file systems allow for one name (255 bytes) less room for an ending and a hash, and
// folders in each other.
const (
	maxName    = 100
	maxFolders = 12
)

// FileName is the path of a file, below a folder, for the page at a normalised address: the host, then the path. It
// has no ending. Two addresses have two names, also where case makes no difference; a name that does not say all of
// its address ends in a hash. It never leads out of the folder, whatever the address.
func FileName(normalised string) string {
	whole, query, _ := strings.Cut(address.Path(normalised), "?")
	segments := strings.Split(strings.TrimPrefix(whole, "/"), "/")
	last := len(segments) - 1
	exact := query == "" && segments[last] != "index" && last < maxFolders
	if segments[last] == "" {
		segments[last] = "index"
	}
	if last >= maxFolders {
		segments = append(segments[:maxFolders-1], segments[last])
		last = maxFolders - 1
	}
	host, ok := hostName(normalised)
	exact = exact && ok
	parts := []string{host}
	for i, s := range segments {
		part := safe(s)
		if i < last && strings.HasSuffix(part, ".md") { // a file may have that name
			part += "_"
		}
		exact = exact && part == s
		parts = append(parts, part)
	}
	if !exact {
		key := address.KeyOf(normalised)
		parts[len(parts)-1] += "~" + hex.EncodeToString(key[:6])
	}
	return strings.Join(parts, "/")
}

// hostName is a folder for a host, its port and, if it is not https, its scheme. exact is false if another host has
// the same.
func hostName(normalised string) (name string, exact bool) {
	host := address.Host(normalised)
	bare, port, err := net.SplitHostPort(host)
	if err != nil {
		bare, port = host, ""
	}
	name = safe(bare)
	exact = name == bare
	if port != "" {
		name += "~" + port
	}
	if strings.HasPrefix(normalised, "http://") {
		name += "~http"
	}
	return name, exact
}

// safe is a segment as a name that is one on every system: lower-case letters, digits and "-_.", not hidden, not a
// device, not long.
func safe(segment string) string {
	if decoded, err := url.PathUnescape(segment); err == nil {
		segment = decoded
	}
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_', r == '.':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '_'
	}, segment)
	if len(name) > maxName {
		name = name[:maxName]
	}
	base, _, _ := strings.Cut(name, ".")
	if base == "" || slices.Contains(devices, base) || strings.HasSuffix(name, ".") {
		name = "_" + strings.Trim(name, ".")
	}
	return name
}

// devices are names that Windows keeps for itself, with any ending.
var devices = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}
