// Package readback reads rendered pages with other people's parsers and says what did not come back as it was. Tests
// and evaluations use it; the library itself does not.
package readback

// Leaf is a piece of text that is not divided further: a paragraph, a heading, a row of a table, a block of code.
type Leaf struct {
	Path string // what it is and what holds it, outermost first: "quote list paragraph"
	Text string
}

// Result says how much of a page came back.
type Result struct {
	Leaves  int    // how many were written
	Changed []Leaf // those that did not come back, as they were written
	Strange []Leaf // those that came back and were not written
}
