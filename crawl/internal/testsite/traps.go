package testsite

import (
	"context"
	"fmt"
	"net/http"
	"strings"
)

// Trap is a page of the hostile site.
type Trap struct {
	Name string
	// Path is where it is linked from the front page, unless it is Unwelcome.
	Path string
	// Record says that the page is to be written as a record all the same: it has an article that can be read.
	Record bool
	// Most is how many requests a crawler may spend on it; 0 sets no bound.
	Most int
	// Unwelcome says that only links that ask not to be followed lead to it: a polite crawler never asks for it.
	Unwelcome bool

	below string // addresses that begin so belong to it too; "" if it has its own address alone
	serve http.HandlerFunc
}

// trapURL is the address of a trap on its site.
func (s *Site) trapURL(t Trap) string { return s.base + t.Path }

// TrapURL is the address at which a trap is linked.
func (s *Server) TrapURL(t Trap) string { return s.Hostile.trapURL(t) }

// Traps are the pages of the hostile site that mean harm, or are broken.
func (s *Server) Traps() []Trap {
	if s.Hostile == nil {
		return nil
	}
	return s.Hostile.traps
}

// Spent is how many requests each trap got, by its path.
func (s *Server) Spent() map[string]int {
	spent := map[string]int{}
	for _, r := range s.Hostile.Requests() {
		path, _, _ := strings.Cut(r.URI, "?")
		for _, t := range s.Hostile.traps {
			if t.matches(path) {
				spent[t.Path]++
				break
			}
		}
	}
	return spent
}

// matches tells whether an address belongs to the trap.
func (t Trap) matches(path string) bool {
	own, _, _ := strings.Cut(t.Path, "?")
	return path == own || t.below != "" && strings.HasPrefix(path, t.below)
}

// traps are those of one site. ctx ends answers that would never end.
func traps(ctx context.Context, s *Site) []Trap {
	all := append(mazes(), broken(ctx)...)
	all = append(all, redirects(s)...)
	return append(all, wishes()...)
}

// attempts is how often a crawler may ask again for a page that fails.
const attempts = 6

// mazes are pages that lead on without end.
func mazes() []Trap {
	return []Trap{
		{Name: "endless calendar", Path: "/calendar/2024/01/", below: "/calendar/", Most: 200, serve: calendar},
		{Name: "endless query calendar", Path: "/events", Most: 200, serve: queryCalendar},
		{Name: "session ids", Path: "/shop/", below: "/shop/", Most: 200, serve: sessions},
		{Name: "growing path", Path: "/grow/", below: "/grow/", Most: 200, serve: growing},
		{Name: "filters in every order", Path: "/filter/", below: "/filter/", Most: 300, serve: filters},
	}
}

// document answers with an HTML page that has a title and this body.
func document(w http.ResponseWriter, title, body string) {
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
	}
	fmt.Fprintf(w, "<!DOCTYPE html>\n<html lang=\"en\"><head><title>%s</title></head><body><main>%s</main></body></html>\n", title, body)
}

// story is an article of a few paragraphs that follows from a number.
func story(n int) string {
	w := newWriter(7, n)
	var b strings.Builder
	fmt.Fprintf(&b, "<article><h1>%s</h1>", w.title())
	for range 5 {
		fmt.Fprintf(&b, "<p>%s</p>", w.sentences(3, 5))
	}
	return b.String() + "</article>"
}

func calendar(w http.ResponseWriter, r *http.Request) {
	var year, month int
	if _, err := fmt.Sscanf(r.URL.Path, "/calendar/%d/%d/", &year, &month); err != nil {
		http.NotFound(w, r)
		return
	}
	next, previous := year*12+month, year*12+month-2
	document(w, "Calendar", fmt.Sprintf("<p>Nothing happens in month %d of %d.</p><a href=\"/calendar/%d/%02d/\">Next month</a> <a href=\"/calendar/%d/%02d/\">Previous month</a>",
		month, year, next/12, next%12+1, previous/12, previous%12+1))
}

func queryCalendar(w http.ResponseWriter, r *http.Request) {
	day := 0
	_, _ = fmt.Sscanf(r.URL.Query().Get("day"), "%d", &day) // without a day it is the first
	document(w, "Events", fmt.Sprintf("<p>Nothing happens on day %d.</p><a href=\"/events?day=%d\">Tomorrow</a>", day, day+1))
}

func sessions(w http.ResponseWriter, r *http.Request) {
	var links strings.Builder
	for i := range 3 {
		fmt.Fprintf(&links, "<a href=\"/shop/item%d?PHPSESSID=%08x%08x\">Item %d</a> ", i, hash(r.RequestURI), hash(r.RequestURI+"!")+uint32(i), i)
	}
	document(w, "Shop", story(int(hash(r.URL.Path)))+links.String())
}

func growing(w http.ResponseWriter, r *http.Request) {
	document(w, "Deeper", "<p>There is more below.</p><a href=\"more/\">More</a> <a href=\"even/more/\">Even more</a>")
}

func filters(w http.ResponseWriter, r *http.Request) {
	var links strings.Builder
	for _, f := range []string{"red", "green", "blue", "small", "large", "cheap"} {
		if !strings.Contains(r.URL.Path, "/"+f+"/") {
			fmt.Fprintf(&links, "<a href=\"%s%s/\">%s</a> ", r.URL.Path, f, f)
		}
	}
	document(w, "Filters", "<p>So many things to choose from.</p>"+links.String())
}

// wishes are pages whose authors ask crawlers for something.
func wishes() []Trap {
	return []Trap{
		{Name: "noindex in the page", Path: "/noindex", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, "<!DOCTYPE html><html><head><title>Hidden</title><meta name=\"robots\" content=\"noindex\"></head><body>%s</body></html>", story(1))
		}},
		{Name: "noindex in the header", Path: "/noindex-header", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Robots-Tag", "noindex")
			document(w, "Hidden", story(2))
		}},
		{Name: "nofollow in the page", Path: "/nofollow", Record: true, serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, "<!DOCTYPE html><html><head><title>No way on</title><meta name=\"robots\" content=\"nofollow\"></head><body>%s<a href=\"/unwanted/1\">secret</a></body></html>", story(3))
		}},
		{Name: "nofollow on a link", Path: "/nofollow-link", Record: true, serve: func(w http.ResponseWriter, _ *http.Request) {
			document(w, "One way on", story(4)+"<a rel=\"ugc nofollow\" href=\"/unwanted/2\">secret</a>")
		}},
		{Name: "a page that only nofollow links lead to", Path: "/unwanted/", below: "/unwanted/", Unwelcome: true, serve: func(w http.ResponseWriter, _ *http.Request) {
			document(w, "Unwanted", story(5))
		}},
	}
}
