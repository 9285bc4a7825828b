package testsite

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Site is one host of a server.
type Site struct {
	// Host is its address and port, as in URLs.
	Host string

	blog     Blog
	seed     uint64
	index    int
	base     string // http://127.0.0.2:4321
	failures float64
	traps    []Trap

	mu       sync.Mutex
	revision int
	articles []*Article
	pages    map[string]view
	attempts map[string]int // requests for an address so far
	asked    time.Time      // when the last request came, for Blog.Patience
	requests []Request
}

// view is one page of an article.
type view struct {
	article *Article
	part    int // of the text, from 1
	// comments is the page of comments, from 1; 0 is the one that the article's own address shows.
	comments int
}

func newSite(c Config, b Blog, index int, host string) *Site {
	s := &Site{Host: host, blog: b, seed: c.Seed, index: index, base: "http://" + host, failures: c.Failures, attempts: map[string]int{}}
	s.publish()
	return s
}

// publish makes up the articles of the current revision: one more with every revision.
func (s *Site) publish() {
	s.articles, s.pages = nil, map[string]view{}
	count := s.blog.Articles
	if count > 0 {
		count += s.revision
	}
	for n := range count {
		a := s.article(n, s.revision)
		s.articles = append(s.articles, a)
		for part := range a.pages {
			s.pages[a.part(part+1)] = view{a, part + 1, 0}
		}
		for page := range a.commentPages() {
			s.pages[a.commentPage(page+1)] = view{a, 1, page + 1}
		}
	}
}

// URL is the address of the site's front page.
func (s *Site) URL() string { return s.base + "/" }

// Articles are all that the site has, those included that robots.txt forbids to fetch.
func (s *Site) Articles() []*Article {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.articles
}

// ServeHTTP answers a request and notes it.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	request := Request{Host: s.Host, URI: r.RequestURI, Agent: r.UserAgent(), Start: time.Now(),
		Forbidden: s.blog.Robots.forbids(r.URL), Conditional: r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != ""}
	noted := &notingWriter{ResponseWriter: w, status: http.StatusOK}
	defer func() {
		request.End, request.Status = time.Now(), noted.status
		s.mu.Lock()
		s.requests = append(s.requests, request)
		s.mu.Unlock()
	}()
	time.Sleep(s.blog.Latency)
	if s.refuses(noted, r) {
		return
	}
	s.answer(noted, r)
}

// refuses answers instead of the page: because requests come too fast, or by chance.
func (s *Site) refuses(w http.ResponseWriter, r *http.Request) bool {
	s.mu.Lock()
	s.attempts[r.RequestURI]++
	attempt, since := s.attempts[r.RequestURI], time.Since(s.asked)
	s.asked = time.Now()
	s.mu.Unlock()
	switch {
	case r.URL.Path == "/robots.txt":
		return false
	case since < s.blog.Patience:
		w.Header().Set("Retry-After", "1")
		http.Error(w, "too many requests", http.StatusTooManyRequests)
		return true
	case s.failures > 0 && newWriter(s.seed, s.index, attempt, int(hash(r.RequestURI))).Float64() < s.failures:
		http.Error(w, "it did not work this time", http.StatusInternalServerError)
		return true
	}
	return false
}

// hash is FNV-1a of 32 bits.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func (s *Site) answer(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" || strings.HasPrefix(r.URL.Path, "/robots-") {
		s.blog.Robots.serve(w, r, s)
		return
	}
	for _, t := range s.traps {
		if t.matches(r.URL.EscapedPath()) {
			t.serve(w, r)
			return
		}
	}
	s.mu.Lock()
	articles, v, isArticle := s.articles, s.pages[key(r.URL)], false
	if v.article != nil {
		isArticle = true
	}
	s.mu.Unlock()
	switch {
	case isArticle:
		s.serveArticle(w, r, v)
	case r.URL.Path == "/feed/":
		s.serveFeed(w, articles)
	case strings.HasPrefix(r.URL.Path, "/sitemap"):
		s.serveSitemap(w, r, articles)
	default:
		s.serveList(w, r, articles)
	}
}

// serveArticle answers with a page of an article, or with 304 if the asker has it.
func (s *Site) serveArticle(w http.ResponseWriter, r *http.Request, v view) {
	body := s.page(v)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("ETag", fmt.Sprintf("%q", strconv.FormatUint(uint64(hash(string(body))), 16)))
	w.Header().Set("Last-Modified", v.article.changed.Format(http.TimeFormat))
	if r.Header.Get("If-None-Match") == w.Header().Get("ETag") {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = w.Write(body) // an asker that is gone is no concern of the site
}
