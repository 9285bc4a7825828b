package testsite

import (
	"cmp"
	"context"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// Server serves the sites of a [Config] until it is closed.
type Server struct {
	Sites []*Site
	// Hostile is the site of traps; nil without Config.Traps.
	Hostile *Site

	servers []*http.Server
	stop    context.CancelFunc // ends answers that never end
}

// Start serves a web on addresses from 127.0.0.2 on. The error is that of the first address that cannot be listened on.
func Start(c Config) (*Server, error) {
	ctx, stop := context.WithCancel(context.Background())
	s := &Server{stop: stop}
	count := len(c.Blogs)
	if c.Traps {
		count++
	}
	port := "0"
	for i := range count {
		listener, err := net.Listen("tcp", net.JoinHostPort(fmt.Sprintf("127.0.%d.%d", i/250, i%250+2), port))
		if err != nil {
			s.Close()
			return nil, fmt.Errorf("testsite: %w", err)
		}
		host := listener.Addr().String()
		_, port, _ = net.SplitHostPort(host)
		s.serve(ctx, c, i, host, listener)
	}
	return s, nil
}

func (s *Server) serve(ctx context.Context, c Config, i int, host string, listener net.Listener) {
	var site *Site
	if i < len(c.Blogs) {
		site = newSite(c, c.Blogs[i], i, host)
		s.Sites = append(s.Sites, site)
	} else {
		site = newSite(c, Blog{Articles: 5, Comments: 3}, i, host)
		site.traps = traps(ctx, site)
		s.Hostile = site
	}
	server := &http.Server{Handler: site, ReadHeaderTimeout: time.Minute}
	s.servers = append(s.servers, server)
	go func() { _ = server.Serve(listener) }() // it returns when the server is closed
}

// Close ends all connections.
func (s *Server) Close() {
	s.stop()
	for _, server := range s.servers {
		_ = server.Close()
	}
}

// Revise lets time pass: a third of the articles get a new comment or a new paragraph, and every blog one new article.
func (s *Server) Revise() {
	for _, site := range s.all() {
		site.mu.Lock()
		site.revision++
		site.publish()
		site.mu.Unlock()
	}
}

func (s *Server) all() []*Site {
	if s.Hostile == nil {
		return s.Sites
	}
	return append(slices.Clone(s.Sites), s.Hostile)
}

// Seeds are the addresses of the front pages of all blogs; the hostile site is not among them.
func (s *Server) Seeds() []string {
	seeds := make([]string, len(s.Sites))
	for i, site := range s.Sites {
		seeds[i] = site.URL()
	}
	return seeds
}

// Truth is what a crawl from [Server.Seeds] shall bring home: the articles of all blogs that robots.txt allows to fetch.
func (s *Server) Truth() []*Article {
	var truth []*Article
	for _, site := range s.Sites {
		if site.blog.Robots.forbidsAll() {
			continue
		}
		for _, a := range site.Articles() {
			if !a.Forbidden {
				truth = append(truth, a)
			}
		}
	}
	return truth
}

// Request is a request that a site got.
type Request struct {
	Host        string
	URI         string // path and query
	Agent       string // User-Agent
	Start, End  time.Time
	Status      int
	Forbidden   bool // robots.txt forbids it
	Conditional bool // it has If-None-Match or If-Modified-Since
}

// Requests are all requests so far, of all sites, in the order in which they came.
func (s *Server) Requests() []Request {
	var all []Request
	for _, site := range s.all() {
		all = append(all, site.Requests()...)
	}
	slices.SortStableFunc(all, func(a, b Request) int { return a.Start.Compare(b.Start) })
	return all
}

// Requests are all requests to the site so far, in the order in which they came.
func (s *Site) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	requests := slices.Clone(s.requests)
	slices.SortStableFunc(requests, func(a, b Request) int { return a.Start.Compare(b.Start) })
	return requests
}

// ShortestGap is the least time between the starts of two requests that followed each other, and the later of the
// two. It is 0 if there were not two. Requests for robots.txt do not count.
func (s *Site) ShortestGap() (gap time.Duration, later Request) {
	requests := slices.DeleteFunc(s.Requests(), func(r Request) bool { return r.URI == "/robots.txt" })
	for i := 1; i < len(requests); i++ {
		if d := requests[i].Start.Sub(requests[i-1].Start); i == 1 || d < gap {
			gap, later = d, requests[i]
		}
	}
	return gap, later
}

// Delay is the time between requests that the site's robots.txt asks for; 0 if it asks for none.
func (s *Site) Delay() time.Duration {
	if s.blog.Robots == CrawlDelay {
		return s.blog.Delay
	}
	return 0
}

// Forbidden are the requests that a robots.txt forbids: a polite crawler makes none.
func (s *Server) Forbidden() []Request {
	return slices.DeleteFunc(s.Requests(), func(r Request) bool { return !r.Forbidden })
}

// String is the request as a line of a log.
func (r Request) String() string {
	return cmp.Or(r.Agent, "-") + " " + r.Start.Format("15:04:05.000") + " http://" + r.Host + r.URI + " " + strconv.Itoa(r.Status)
}

// notingWriter remembers the status of an answer.
type notingWriter struct {
	http.ResponseWriter
	status int
}

func (w *notingWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets [http.ResponseController] flush and hijack.
func (w *notingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
