package dom

import (
	"golang.org/x/net/html/atom"
)

// Flags say what a node is and what it stands in. Those that begin with In hold for an element and all that it
// holds.
type Flags uint32

const (
	// BlockLevel is an element that starts a new line, as HTML's default style sheet has it (HTML Standard,
	// section 15.3); custom elements and buttons count as well.
	BlockLevel Flags = 1 << iota
	// Blank is a text node of white space only.
	Blank
	blockStart // a text node that begins a text block
	// HasID is an element with an id attribute.
	HasID

	InHead     // head
	InRaw      // script, style, template, svg, iframe, object, ...: what is in there is not text of the page
	InNoscript // noscript, when its text is left out (see Build)
	InHidden   // hidden attribute, display:none, visibility:hidden, or a class that says so
	InAria     // aria-hidden=true: seen but not read out
	InLink     // a with an address
	InHeading  // h1 to h6, role=heading
	InList     // ul, ol, menu
	InTable    // table
	InQuote    // blockquote
	InPre      // pre, code, kbd, samp, textarea
	InNav      // nav, role=navigation
	InHeader   // header, role=banner
	InFooter   // footer, role=contentinfo
	InAside    // aside, role=complementary
	InMain     // main, role=main
	InArticle  // article, role=article
	InForm     // form, role=search
	InControl  // button, select, label, option, ..., role=button, tab
	InFigure   // figure
	InDialog   // dialog, role=dialog, aria-modal
	InDetails  // details
	InTime     // time
	InAddress  // address
)

// NotText are the flags of what has no text that a reader sees.
const NotText = InHead | InRaw | InNoscript

const inherited = ^(BlockLevel | Blank | blockStart | HasID)

// tagFlags are the flags that an element has by its tag.
func tagFlags(tag atom.Atom) Flags {
	switch tag {
	case atom.Div, atom.P, atom.Dl, atom.Dt, atom.Dd, atom.Li, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead,
		atom.Tfoot, atom.Caption, atom.Section, atom.Hgroup, atom.Figcaption, atom.Fieldset, atom.Legend, atom.Summary,
		atom.Center, atom.Dir, atom.Body, atom.Html, atom.Hr, atom.Search, atom.Frameset, atom.Frame,
		atom.Colgroup, atom.Col, atom.Listing, atom.Xmp, atom.Plaintext:
		return BlockLevel
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return BlockLevel | InHeading
	case atom.Ul, atom.Ol, atom.Menu:
		return BlockLevel | InList
	case atom.Table:
		return BlockLevel | InTable
	case atom.Blockquote:
		return BlockLevel | InQuote
	case atom.Pre:
		return BlockLevel | InPre
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		return InPre
	case atom.Nav:
		return BlockLevel | InNav
	case atom.Header:
		return BlockLevel | InHeader
	case atom.Footer:
		return BlockLevel | InFooter
	case atom.Aside:
		return BlockLevel | InAside
	case atom.Main:
		return BlockLevel | InMain
	case atom.Article:
		return BlockLevel | InArticle
	case atom.Form:
		return BlockLevel | InForm
	case atom.Button, atom.Select, atom.Optgroup, atom.Option, atom.Datalist:
		return BlockLevel | InControl
	case atom.Label:
		return InControl
	case atom.Textarea:
		return BlockLevel | InControl | InPre
	case atom.Figure:
		return BlockLevel | InFigure
	case atom.Dialog:
		return BlockLevel | InDialog
	case atom.Details:
		return BlockLevel | InDetails
	case atom.Time:
		return InTime
	case atom.Address:
		return BlockLevel | InAddress
	case atom.Head:
		return BlockLevel | InHead
	case atom.Noscript:
		return InNoscript
	case atom.Script, atom.Style, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Video, atom.Audio,
		atom.Canvas, atom.Noembed, atom.Noframes, atom.Applet, atom.Title, atom.Rp:
		return InRaw
	}
	return 0
}

// roleFlags are the flags that an element has by its role attribute (WAI-ARIA 1.2, section 5.3.4, landmark roles).
func roleFlags(role string) Flags {
	switch role {
	case "navigation", "menu", "menubar", "directory":
		return InNav
	case "banner":
		return InHeader
	case "contentinfo":
		return InFooter
	case "complementary":
		return InAside
	case "main":
		return InMain
	case "article":
		return InArticle
	case "search", "form":
		return InForm
	case "button", "tab", "menuitem", "option", "switch":
		return InControl
	case "dialog", "alertdialog", "tooltip":
		return InDialog
	case "heading":
		return BlockLevel | InHeading
	}
	return 0
}
