// Package address gives every page one address: normalised by the URL Standard of the WHATWG, without fragment,
// credentials and the parameters that track readers.
package address

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"

	whatwg "github.com/nlnwa/whatwg-url/url"
	"golang.org/x/net/publicsuffix"
)

// MaxLength is how many bytes an address may have, as it stands and normalised: what servers are asked to take at
// least (RFC 9110, section 4.1: 8000).
const MaxLength = 8000

// Reasons for which an address is none that can be crawled.
var (
	ErrLong      = fmt.Errorf("the address is longer than %d bytes", MaxLength)
	ErrScheme    = errors.New("only http and https can be crawled")
	ErrMalformed = errors.New("it is no well-formed address")
)

// parser is the URL Standard's, whose validation errors do not stop it: browsers mend such addresses as well.
var parser = whatwg.NewParser()

// Normalise gives the address that stands for raw, which must be absolute. The error wraps one of the reasons of this
// package and names the address.
func Normalise(raw string) (string, error) {
	if err := bounded(raw); err != nil {
		return "", err
	}
	if s, ok := (Base{}).plain(raw); ok {
		return s, nil
	}
	u, err := parser.Parse(raw)
	if err != nil {
		return "", malformed(raw, err)
	}
	return normal(raw, u)
}

// Base resolves the links of one page.
type Base struct {
	page   *lazy
	origin string // "https://blog.example"; "" if the base is no page of the web
}

// lazy is an address that is parsed when it is needed: the links of most pages can be resolved without.
type lazy struct {
	raw  string
	once sync.Once
	url  *whatwg.Url
	err  error
}

func (l *lazy) parse() (*whatwg.Url, error) {
	l.once.Do(func() {
		if l.url == nil {
			l.url, l.err = parser.Parse(l.raw)
		}
	})
	return l.url, l.err
}

// NewBase is the base for the links of the page at an absolute address.
func NewBase(raw string) (Base, error) {
	if err := bounded(raw); err != nil {
		return Base{}, err
	}
	if origin, _ := plainOrigin(raw); origin != "" {
		return Base{&lazy{raw: raw}, origin}, nil
	}
	u, err := parser.Parse(raw)
	if err != nil {
		return Base{}, malformed(raw, err)
	}
	return newBase(u), nil
}

func newBase(u *whatwg.Url) Base {
	b := Base{page: &lazy{url: u}}
	if s := u.Scheme(); s == "http" || s == "https" {
		b.origin = u.Protocol() + "//" + u.Host()
	}
	return b
}

// Join is the base that an element base with this href makes of b; b itself if the href is no address.
func (b Base) Join(href string) Base {
	if u, err := b.parse(href); err == nil {
		return newBase(u)
	}
	return b
}

// Resolve gives the normalised address that a link leads to. The errors are those of [Normalise].
func (b Base) Resolve(href string) (string, error) {
	if err := bounded(href); err != nil {
		return "", err
	}
	if s, ok := b.plain(href); ok {
		return s, nil
	}
	u, err := b.parse(href)
	if err != nil {
		return "", err
	}
	return normal(href, u)
}

// parse parses a link of the page.
func (b Base) parse(href string) (*whatwg.Url, error) {
	if err := bounded(href); err != nil {
		return nil, err
	}
	page, err := b.page.parse()
	if err != nil {
		return nil, malformed(b.page.raw, err)
	}
	u, err := page.Parse(href)
	if err != nil {
		return nil, malformed(href, err)
	}
	return u, nil
}

func malformed(raw string, err error) error {
	return named(raw, fmt.Errorf("%w: %w", ErrMalformed, err))
}

// maxCredentials is how long a host may be that has credentials before it: the parser takes time by the square of them.
const maxCredentials = 500

// bounded is an error for what would cost the parser too much.
func bounded(raw string) error {
	if len(raw) > MaxLength {
		return named(raw, ErrLong)
	}
	rest := strings.TrimLeft(raw[strings.IndexByte(raw, ':')+1:], "/\\ \t\r\n")
	if end := strings.IndexAny(rest, "/\\?#"); end >= 0 {
		rest = rest[:end]
	}
	if len(rest) > maxCredentials && strings.Contains(rest, "@") {
		return named(raw, fmt.Errorf("%w: its credentials are too long", ErrMalformed))
	}
	return nil
}

// normal is a parsed address without what does not tell pages apart.
func normal(raw string, u *whatwg.Url) (string, error) {
	if s := u.Scheme(); s != "http" && s != "https" {
		return "", named(raw, ErrScheme)
	}
	path, query := withoutSession(u.Pathname()), kept(u.Query())
	if query != "" {
		query = "?" + query
	}
	s := u.Protocol() + "//" + u.Host() + path + query
	if len(s) > MaxLength {
		return "", named(raw, ErrLong)
	}
	return s, nil
}

// named is an error with the beginning of the address that it is about.
func named(raw string, err error) error {
	const most = 100
	if len(raw) > most {
		raw = strings.ToValidUTF8(raw[:most], "") + "…"
	}
	return fmt.Errorf("%q: %w", raw, err)
}

// Key is 128 bits that stand for a normalised address; two addresses with one key are not to be found (SHA-256, the
// first half).
type Key [16]byte

// KeyOf is the key of a normalised address.
func KeyOf(normalised string) Key {
	sum := sha256.Sum256([]byte(normalised))
	return Key(sum[:16])
}

// Host is the host of a normalised address, with the port if it has one.
func Host(normalised string) string {
	_, rest, _ := strings.Cut(normalised, "://")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// Origin is the scheme, host and port of a normalised address: "https://blog.example".
func Origin(normalised string) string {
	scheme, _, _ := strings.Cut(normalised, "://")
	return scheme + "://" + Host(normalised)
}

// Path is the path of a normalised address with its query, "/" at least.
func Path(normalised string) string {
	if path := strings.TrimPrefix(normalised, Origin(normalised)); path != "" {
		return path
	}
	return "/"
}

// Domain is the registrable domain of a normalised address by the Public Suffix List, "example.co.uk" of
// "https://news.example.co.uk/". Of an IP address, or where the list knows none, it is the host without its port.
func Domain(normalised string) string {
	host := Host(normalised)
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if net.ParseIP(host) != nil {
		return host
	}
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}
