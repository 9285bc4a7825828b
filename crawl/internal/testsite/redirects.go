package testsite

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// redirects are answers that lead elsewhere: in circles, too far, or where no crawler may go.
func redirects(s *Site) []Trap {
	to := func(location string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", location)
			w.WriteHeader(http.StatusFound)
		}
	}
	return []Trap{
		{Name: "redirect loop", Path: "/loop/", below: "/loop/", Most: 20 * attempts, serve: loop},
		{Name: "redirect to itself", Path: "/itself", Most: 20 * attempts, serve: to("/itself")},
		{Name: "redirect chain", Path: "/chain/", below: "/chain/", Most: 20 * attempts, serve: chain},
		{Name: "redirect within the bounds", Path: "/hop/", below: "/hop/", Record: true, serve: hop},
		{Name: "redirect to a private network", Path: "/to-private", Most: attempts, serve: to("http://10.0.0.1/")},
		{Name: "redirect to the metadata of a cloud", Path: "/to-metadata", Most: attempts, serve: to("http://169.254.169.254/latest/meta-data/")},
		{Name: "redirect to a file", Path: "/to-file", Most: attempts, serve: to("file:///etc/passwd")},
		{Name: "redirect nowhere", Path: "/to-nowhere", Most: attempts, serve: to("")},
		{Name: "redirect to what is no address", Path: "/to-garbage", Most: attempts, serve: to("http://[::1")},
		{Name: "refresh to a page", Path: "/refresh", Most: attempts, serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, "<!DOCTYPE html><html><head><title>Moved</title><meta http-equiv=\"refresh\" content=\"0; url=%s\"></head><body></body></html>", s.base+"/hop/end")
		}},
		{Name: "cookie wall", Path: "/cookie", Most: 20 * attempts, serve: cookieWall},
	}
}

// loop redirects from one address to another and back.
func loop(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/loop/" {
		http.Redirect(w, r, "/loop/back", http.StatusFound)
		return
	}
	http.Redirect(w, r, "/loop/", http.StatusFound)
}

// chain redirects to ever new addresses.
func chain(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/chain/")) // the first has no number
	http.Redirect(w, r, fmt.Sprintf("/chain/%d", n+1), http.StatusFound)
}

// hop redirects twice, to an article.
func hop(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/hop/":
		http.Redirect(w, r, "/hop/on", http.StatusMovedPermanently)
	case "/hop/on":
		http.Redirect(w, r, "/hop/end", http.StatusTemporaryRedirect)
	default:
		document(w, "After some hops", story(31))
	}
}

// cookieWall redirects to itself until the asker sends the cookie that it got.
func cookieWall(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("seen"); err != nil {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		http.Redirect(w, r, "/cookie", http.StatusFound)
		return
	}
	document(w, "Behind the wall", story(32))
}
