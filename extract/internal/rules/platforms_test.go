package rules

import "testing"

// TestConditions keeps the table cheap on pages to which no row applies: what is looked for must be told apart by the
// words that dom knows in an element's classes, or by a tag of which a page has few.
func TestConditions(t *testing.T) {
	for _, r := range Platforms().Rules() {
		if s := newSet([]*Rule{r}).signs; s.common || len(s.ids) > 0 {
			t.Errorf("%s: the condition %q would be looked for in all elements: name a class with a word that package dom knows "+
				"(such as comment, post, entry, message, reply), or an html, body or meta element", r.Platform, r.When)
		}
	}
}

// TestPlatformsOnce tells rows apart by their names, by which fixtures and --explain name them.
func TestPlatformsOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Platforms().Rules() {
		if seen[r.Platform] {
			t.Errorf("line %d: there is a row for %s already", r.Line, r.Platform)
		}
		seen[r.Platform] = true
	}
}
