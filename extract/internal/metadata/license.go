package metadata

import (
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// license is the address of the licence that the page states, or its name where it gives no address: rel=license (HTML
// Standard, section 4.6.6.9), license of the structured data, dcterms.license, or a link to one of Creative Commons
// outside of the article's text.
func (r *reader) license() string {
	for _, c := range []struct{ value, source string }{
		{r.head.link("license"), "rel=license"},
		{r.main.URL("license"), "structured data"},
		{r.head.meta("dcterms.license", "dc.rights.license", "dcterms.rights", "license"), "meta tags"},
		{r.linkedLicense(), "link"},
	} {
		if c.value == "" || len(c.value) > 200 {
			continue
		}
		if u := r.address(c.value); u != "" {
			c.value = u
		}
		r.chose("license", c.value, c.source, 0.9)
		return c.value
	}
	return ""
}

// linkedLicense is the address of a link with rel=license, or of one to a Creative Commons licence in a footer or a line
// that speaks of nothing else: within an article's text it may be that of a picture.
func (r *reader) linkedLicense() string {
	for _, n := range r.found.licenses {
		href := r.x.Attr(n, "href")
		if hasWord(r.x.Attr(n, "rel"), "license") {
			return href
		}
		if !strings.Contains(href, "/licenses/by") && !strings.Contains(href, "/publicdomain/zero") {
			continue
		}
		box := r.x.Node(n).Box
		if r.x.Node(n).Flags&dom.InFooter != 0 || r.around(n)&(dom.NameFooter|dom.NameCopyright) != 0 || r.x.Words(box) < 40 && r.x.Node(n).Flags&dom.InFigure == 0 {
			return href
		}
	}
	return ""
}

func hasWord(s, word string) bool {
	for w := range strings.FieldsSeq(s) {
		if w == word {
			return true
		}
	}
	return false
}
