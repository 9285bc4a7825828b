package testsite

import "time"

// Config says what web a [Server] serves.
type Config struct {
	Seed  uint64
	Blogs []Blog
	// Failures is the share of answers, from 0 to 1, that are 500 instead of what was asked for. The same request may
	// succeed the next time.
	Failures float64
	// Traps adds one more site, whose pages mean harm: see [Server.Traps].
	Traps bool
}

// Blog says what one site is like. The zero value is a blog without articles that anybody may read.
type Blog struct {
	Articles int
	// Comments is how many threads of comments an article has at most; the threads have answers, so that there are
	// about twice as many comments.
	Comments  int
	Theme     Theme
	Permalink Permalink
	Discovery Discovery
	Robots    Robots
	// Delay is the Crawl-delay that robots.txt asks for, if Robots is CrawlDelay.
	Delay time.Duration
	// Latency is how long every answer takes.
	Latency time.Duration
	// Patience is the gap between two requests below which the site answers 429 with Retry-After: 1.
	Patience time.Duration
}

// Theme is how a blog marks up its pages.
type Theme int

// The themes.
const (
	WordPress Theme = iota // ordered lists of comments, newest page first: the article's own address shows the last one
	Nested                 // div within div, oldest page first
	Schema                 // microdata of schema.org, oldest page first
	themes
)

// Permalink is the form of the addresses of articles.
type Permalink int

// The forms of addresses.
const (
	Dated  Permalink = iota // /2019/03/name/, /2019/03/name/2/, /2019/03/name/comment-page-2/
	Query                   // /?p=17, /?p=17&page=2, /?p=17&cpage=2
	Static                  // /posts/name.html, ?page=2, ?cpage=2
	permalinks
)

// Discovery is how articles can be found from the front page.
type Discovery int

// The ways to find articles.
const (
	ByLinks   Discovery = iota // lists of ten articles with a link to the next list
	BySitemap                  // an index of gzipped sitemaps that robots.txt names; the front page shows three articles
	ByFeed                     // an RSS feed that the front page names; that shows no article
	discoveries
)

// Robots is what is at /robots.txt.
type Robots int

// The robots files.
const (
	Missing     Robots = iota // 404: all is allowed
	Forbids                   // forbids /private/ and addresses with print=, for everybody
	CrawlDelay                // as Forbids, and asks for Blog.Delay between requests
	Moved                     // two redirects to a file as of Forbids
	Huge                      // as Forbids, then 600 KiB of comments, then "Disallow: /", which is beyond what is read
	Untidy                    // as Forbids, with a byte order mark, CR LF, other cases, and rules for others
	WebPage                   // a web page instead of a robots file: there are no rules
	Failing                   // 500: all is forbidden
	ForbidsAll                // forbids everything for everybody
	ForbidsUs                 // forbids everything for scholia, allows everything for everybody else
	RedirectsOn               // redirects without end: as if it were missing
	robotsFiles
)

// Blogs are n blogs with so many articles each, of all themes, forms of addresses and ways to be found, and with robots
// files that let most of them be read. The delay is that of those that ask for one.
func Blogs(n, articles, comments int, delay time.Duration) []Blog {
	open := []Robots{Missing, Forbids, CrawlDelay, Moved, Huge, Untidy, WebPage, RedirectsOn}
	blogs := make([]Blog, n)
	for i := range blogs {
		blogs[i] = Blog{
			Articles: articles, Comments: comments, Delay: delay, Robots: open[i%len(open)], Theme: Theme(i % int(themes)),
			Permalink: Permalink(i / 2 % int(permalinks)), Discovery: Discovery(i / 3 % int(discoveries)),
		}
		if blogs[i].Discovery == BySitemap && !blogs[i].Robots.namesSitemap() {
			blogs[i].Discovery = ByLinks
		}
	}
	return blogs
}
