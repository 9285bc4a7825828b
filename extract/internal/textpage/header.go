package textpage

import (
	"strconv"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// fields are the lines "Name: value" that may stand at the top of a text, before the first blank line.
var fields = map[string]func(p *page.Page, value string){
	"Title":     func(p *page.Page, v string) { p.Title = v },
	"Subtitle":  func(p *page.Page, v string) { p.Subtitle = v },
	"Author":    func(p *page.Page, v string) { p.Authors = append(p.Authors, person(v)) },
	"Published": func(p *page.Page, v string) { p.Published = fullDate(v) },
	"Modified":  func(p *page.Page, v string) { p.Modified = fullDate(v) },
	"Site":      func(p *page.Page, v string) { p.Site = v },
	"Address":   func(p *page.Page, v string) { p.URL = v },
	"Language":  func(p *page.Page, v string) { p.Language = v },
	"License":   func(p *page.Page, v string) { p.License = v },
	"Category":  func(p *page.Page, v string) { p.Categories = append(p.Categories, v) },
	"Tag":       func(p *page.Page, v string) { p.Tags = append(p.Tags, v) },
	"Kind":      func(p *page.Page, v string) { p.Kind = page.Kind(v) },
	"Image":     func(p *page.Page, v string) { i := person(v); p.Image = &page.Image{Alt: i.Name, URL: i.URL} },
	"Caption":   caption,
	"Page":      pageNumber,
	"Next":      func(p *page.Page, v string) { p.Pagination.Next = v },
	"Previous":  func(p *page.Page, v string) { p.Pagination.Previous = v },
}

// header reads the fields at the top and returns the lines after them. ok is false for a text whose first lines are
// not all fields.
func header(p *page.Page, lines []line) (rest []line, ok bool) {
	lines = trim(lines)
	n := 0
	for n < len(lines) && !lines[n].blank() {
		_, value, ok := field(lines[n].text)
		if !ok || value == "" || lines[n].indent > 0 {
			return lines, false
		}
		n++
	}
	for _, l := range lines[:n] {
		name, value, _ := field(l.text)
		fields[name](p, value)
	}
	return lines[n:], n > 0
}

func field(text string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(text, ":")
	if !ok || fields[name] == nil {
		return "", "", false
	}
	return name, strings.TrimSpace(value), true
}

// person reads "Name <address>".
func person(s string) page.Person {
	if i := strings.LastIndexByte(s, '<'); i >= 0 && strings.HasSuffix(s, ">") && strings.ContainsAny(s[i:], ":/.?#") {
		return page.Person{Name: strings.TrimSpace(s[:i]), URL: strings.Trim(s[i+1:len(s)-1], " ")}
	}
	return page.Person{Name: s}
}

// caption is what stands under the image.
func caption(p *page.Page, v string) {
	if p.Image != nil {
		p.Image.Caption = v
	}
}

// pageNumber reads "2 of 5" or "2".
func pageNumber(p *page.Page, v string) {
	n, of, _ := strings.Cut(v, " of ")
	p.Pagination.Page, _ = strconv.Atoi(n)
	p.Pagination.Pages, _ = strconv.Atoi(of)
}
