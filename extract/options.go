package extract

import (
	"time"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/decode"
	"github.com/scholia/scholia/extract/internal/rules"
)

// Option changes how a page is read. The defaults are meant to be right; most callers give [WithURL] alone.
type Option func(*options)

type options struct {
	source      string
	url         string
	contentType string
	saved       time.Time
	limits      Limits
	rules       []*rules.Set
	explain     func(Decision)
	tree        func(*html.Node)
	comments    bool // nothing else

	withoutPlatforms bool
}

// WithURL says from which address the page came: relative addresses are resolved against it.
func WithURL(address string) Option { return func(o *options) { o.url = address } }

// WithSource says what the page's Source field and errors shall name: a file, an address. Without it they name the
// URL.
func WithSource(name string) Option { return func(o *options) { o.source = name } }

// WithContentType gives the Content-Type header with which the page was served ("text/html; charset=koi8-r").
// It decides the character set before what the page says itself (HTML Standard, section 13.2.3.2), and whether
// the page is HTML or plain text.
func WithContentType(header string) Option { return func(o *options) { o.contentType = header } }

// WithSaved says when the page was fetched or saved. Dates like "3 days ago" are read only if it is known.
func WithSaved(t time.Time) Option { return func(o *options) { o.saved = t } }

// WithTree calls f with the page's tree before it is read, for who wants more of it than the page, such as its links, and
// need not parse it again. The texts of styles, long comments and the attributes of drawn shapes are empty in it. f may not
// change the tree, nor keep it. It is not called for plain text.
func WithTree(f func(*html.Node)) Option { return func(o *options) { o.tree = f } }

// WithCommentsOnly reads of a page no more than its comments and what it says about itself: for the further pages of an
// article's comments, on which the article stands again. Kind, Sections, Words and Confidence stay empty, and so does the Text of
// a page that is no thread. Plain text is read as ever.
func WithCommentsOnly() Option { return func(o *options) { o.comments = true } }

// Limits bound what one page may cost. A field that is not above 0 keeps its default.
type Limits struct {
	Bytes int64 // size of the page; 16 MiB. A larger page is an error.
	Nodes int   // elements and texts of the tree; 1,000,000. A larger tree is an error.
	Depth int   // nesting of elements, 16 to 500, the default. The text of deeper ones is read as if it lay at this depth; Node takes a tree as deep as it is.
}

// DefaultLimits are what a field of [Limits] stands for when it is not above 0.
var DefaultLimits = Limits{Bytes: 16 << 20, Nodes: 1_000_000, Depth: decode.MaxDepth}

// WithLimits sets what one page may cost.
func WithLimits(l Limits) Option { return func(o *options) { o.limits = l } }

// Decision is one choice that was made while reading a page, and the evidence for it.
type Decision struct {
	Room    string // who decided: metadata, thread, content, outline
	Subject string // what about: a field's name, an element, the beginning of a text
	Verdict string // kept, dropped, chosen, rejected, or the value given to a field
	Reason  string
}

// WithExplain calls f for every decision, in the order in which they were made, when the page has been read.
func WithExplain(f func(Decision)) Option { return func(o *options) { o.explain = f } }

func newOptions(opts []Option) options {
	var o options
	for _, set := range opts {
		set(&o)
	}
	if o.source == "" {
		o.source = o.url
	}
	if o.limits.Bytes <= 0 {
		o.limits.Bytes = DefaultLimits.Bytes
	}
	if o.limits.Nodes <= 0 {
		o.limits.Nodes = DefaultLimits.Nodes
	}
	if o.limits.Depth <= 0 {
		o.limits.Depth = DefaultLimits.Depth
	}
	return o
}
