// Package rules says where the parts of a conversation stand on the pages of a platform or a site, as CSS selectors.
//
// The table of platforms (platforms.yaml) and a user's file have the same form, which docs/rules.md describes; [Read]
// reads it and [Set.Applying] tells which rules apply to a page. Package thread asks a rule for what the rule knows
// and finds the rest as it does on any page.
//
// Selectors are those of cascadia, without the ones that look at more of a page than an element, its attributes, what
// holds it and what stands before it: so a pass over a page takes time in proportion to its size (selector.go).
package rules

// Rule says where the parts of a conversation stand. A field that is nil is not known.
type Rule struct {
	Platform string    // of a row of the table: the platform's name
	Site     string    // of a user's rule: the host for which it is, and those below it
	When     *Selector // what a page must have somewhere for the rule to apply to it
	Line     int       // where the rule begins in its file

	Unit    *Selector // each comment, answer or post
	Run     bool      // a unit goes on through the siblings of what matches, up to the next unit
	Opening *Selector // the post that began the topic
	First   bool      // the first unit began the topic, on its first page
	Thread  *bool     // whether the conversation is what the page is for; nil if that is not known

	Values [Fields]*Value   // what is read of each unit, and of the page
	Tests  [Tests]*Selector // what is so if something in a unit, or on the page, matches
	Body   *Selector        // what was said in a unit
	Drop   *Selector        // what nobody said within it
}

// Field is a value that a rule reads.
type Field uint8

// The fields of a unit, and of the page.
const (
	Author Field = iota
	Date
	ID
	URL
	Score
	Parent // the ID of what a unit answers
	Level  // how deep a unit stands
	Declared
	Next
	Fields // how many there are
)

// Test is a condition that a rule knows.
type Test uint8

// The conditions of a unit, and of the page.
const (
	Accepted Test = iota
	Deleted
	Pingback
	Closed
	Tests // how many there are
)

// fieldNames and testNames are the keys of a rule's file.
var (
	fieldNames = [Fields]string{"author", "date", "id", "url", "score", "parent", "level", "declared", "next"}
	testNames  = [Tests]string{"accepted", "deleted", "pingback", "closed"}
)

func (f Field) String() string { return fieldNames[f] }

func (t Test) String() string { return testNames[t] }

// Opens tells whether the rule knows where the opening post is.
func (r *Rule) Opens() bool { return r.First || r.Opening != nil }

// Name is the platform or the site that the rule is for.
func (r *Rule) Name() string {
	if r.Platform != "" {
		return r.Platform
	}
	return r.Site
}
