package testsite

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// rules are those of most robots files here.
const rules = "User-agent: *\nDisallow: /private/\nDisallow: /*print=\n"

// forbidsPrivate tells whether the file forbids /private/ and addresses with print=.
func (f Robots) forbidsPrivate() bool {
	switch f {
	case Missing, WebPage, RedirectsOn:
		return false
	}
	return true
}

// namesSitemap tells whether there is a file that can name the sitemap.
func (f Robots) namesSitemap() bool {
	switch f {
	case Missing, WebPage, RedirectsOn, Failing:
		return false
	}
	return true
}

// forbidsAll tells whether nothing may be fetched.
func (f Robots) forbidsAll() bool { return f == Failing || f == ForbidsAll || f == ForbidsUs }

// forbids tells whether an address may not be fetched, by what the file means rather than by what a library reads in it.
func (f Robots) forbids(u *url.URL) bool {
	if strings.HasPrefix(u.Path, "/robots") {
		return false
	}
	private := strings.HasPrefix(u.Path, "/private/") || strings.Contains(u.RawQuery, "print=")
	return f.forbidsAll() || private && f.forbidsPrivate()
}

func (f Robots) serve(w http.ResponseWriter, r *http.Request, s *Site) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	switch f {
	case Missing:
		http.NotFound(w, r)
	case Failing:
		http.Error(w, "the database is asleep", http.StatusInternalServerError)
	case Moved:
		f.redirect(w, r, s)
	case RedirectsOn:
		http.Redirect(w, r, fmt.Sprintf("/robots-%d.txt", len(r.URL.Path)), http.StatusFound)
	case WebPage:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, "<!DOCTYPE html><title>Welcome</title><p>There is no such page: start at the front.</p>")
	default:
		_, _ = io.WriteString(w, f.text(s)+s.sitemapLine())
	}
}

// redirect leads from /robots.txt over another address to the file.
func (f Robots) redirect(w http.ResponseWriter, r *http.Request, s *Site) {
	switch r.URL.Path {
	case "/robots.txt":
		http.Redirect(w, r, "/robots-moved.txt", http.StatusMovedPermanently)
	case "/robots-moved.txt":
		http.Redirect(w, r, "/robots-here.txt", http.StatusTemporaryRedirect)
	default:
		_, _ = io.WriteString(w, rules+s.sitemapLine())
	}
}

// text is what a file says.
func (f Robots) text(s *Site) string {
	switch f {
	case CrawlDelay:
		return rules + fmt.Sprintf("Crawl-delay: %g\n", s.blog.Delay.Seconds())
	case Huge:
		return s.sitemapLine() + rules + strings.Repeat("# "+strings.Repeat("nothing to see here ", 50)+"\n", 600) + "Disallow: /\n"
	case Untidy:
		return "\ufeffuser-AGENT: otherbot\r\nDISALLOW: /\r\n\r\nthis is no rule\r\n" +
			strings.ReplaceAll(strings.ReplaceAll(rules, "Disallow", "  disALLOW "), "\n", " # a remark\r\n")
	case ForbidsAll:
		return "User-agent: *\nDisallow: /\n"
	case ForbidsUs:
		return "User-agent: scholia\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
	}
	return rules
}

func (s *Site) sitemapLine() string {
	if s.blog.Discovery != BySitemap {
		return ""
	}
	return "\nSitemap: " + s.base + "/sitemap.xml\n"
}
