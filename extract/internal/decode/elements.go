package decode

import "golang.org/x/net/html/atom"

// The elements of HTML, old and new, by what they mean for the tree.
var (
	// closesParagraph are the elements before which an open p ends.
	closesParagraph = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Main, atom.Menu,
		atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Search, atom.Section, atom.Summary, atom.Table, atom.Ul)
	void = atoms(atom.Area, atom.Base, atom.Basefont, atom.Bgsound, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr,
		atom.Img, atom.Input, atom.Keygen, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)
	inHead = atoms(atom.Base, atom.Basefont, atom.Bgsound, atom.Link, atom.Meta, atom.Noscript, atom.Script, atom.Style,
		atom.Template, atom.Title)
	// rawText are the elements whose content the tokenizer reads as one text: nothing nests in them.
	rawText = atoms(atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Script, atom.Style, atom.Textarea,
		atom.Title, atom.Xmp)
	// others are the elements that are in no other list here.
	others = atoms(atom.A, atom.Abbr, atom.Acronym, atom.Applet, atom.Audio, atom.B, atom.Bdi, atom.Bdo, atom.Big,
		atom.Body, atom.Button, atom.Canvas, atom.Caption, atom.Cite, atom.Code, atom.Colgroup, atom.Data, atom.Datalist,
		atom.Dd, atom.Del, atom.Dfn, atom.Dt, atom.Em, atom.Font, atom.Head, atom.Html, atom.I, atom.Ins, atom.Kbd,
		atom.Label, atom.Legend, atom.Li, atom.Map, atom.Mark, atom.Marquee, atom.Meter, atom.Nobr, atom.Object,
		atom.Optgroup, atom.Option, atom.Output, atom.Picture, atom.Progress, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S,
		atom.Samp, atom.Select, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Svg, atom.Tbody,
		atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Time, atom.Tr, atom.Tt, atom.U, atom.Var, atom.Video)
)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		set[a] = true
	}
	return set
}

// isElement says whether name, in lower case, is that of an element of HTML, also of old HTML.
func isElement(name []byte) bool {
	a := atom.Lookup(name)
	return a != 0 && (others[a] || closesParagraph[a] || void[a] || inHead[a] || rawText[a])
}
