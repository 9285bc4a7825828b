// Command serve serves a small web on loopback addresses until it is interrupted, to try a crawl on. At the end it
// tells what was asked for.
//
//	go run ./crawl/internal/testsite/serve -blogs 20 -traps > seeds.txt
//	go run ./cmd/crawl $(cat seeds.txt) -o out.jsonl --delay 100ms
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"time"

	"github.com/scholia/scholia/crawl/internal/testsite"
)

func main() {
	log.SetFlags(0)
	blogs := flag.Int("blogs", 5, "blogs to serve")
	articles := flag.Int("articles", 50, "articles of each blog")
	comments := flag.Int("comments", 12, "threads of comments under an article at most")
	delay := flag.Duration("delay", 200*time.Millisecond, "Crawl-delay of the blogs that ask for one")
	failures := flag.Float64("failures", 0.01, "share of answers that are 500")
	traps := flag.Bool("traps", false, "serve the site of traps too")
	seed := flag.Uint64("seed", 1, "what the texts follow from")
	flag.Parse()
	server, err := testsite.Start(testsite.Config{
		Seed: *seed, Blogs: testsite.Blogs(*blogs, *articles, *comments, *delay), Failures: *failures, Traps: *traps,
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range server.Seeds() {
		fmt.Println(s)
	}
	if server.Hostile != nil {
		fmt.Println(server.Hostile.URL())
	}
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	<-interrupted
	report(server)
	server.Close()
}

// report tells how the crawlers behaved.
func report(server *testsite.Server) {
	comments := 0
	for _, a := range server.Truth() {
		comments += len(a.Comments)
	}
	log.Printf("%d requests, %d of them forbidden by robots.txt; %d articles with %d comments may be read",
		len(server.Requests()), len(server.Forbidden()), len(server.Truth()), comments)
	for _, s := range server.Sites {
		if gap, _ := s.ShortestGap(); s.Delay() > 0 {
			log.Printf("http://%s asks for %v between requests and got %v at least", s.Host, s.Delay(), gap.Round(time.Millisecond))
		}
	}
}
