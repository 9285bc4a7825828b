// Command measure makes a WARC file of saved pages, reads it as a crawl does, and tells whether the pages come out as
// they do from their files, and at which rate.
//
//	go run ./crawl/internal/archive/measure -pages 1000 ../shared/corpus/wcxb-dev/html
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/scholia/scholia/crawl/internal/archive"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
	"github.com/scholia/scholia/extract"
)

func main() {
	log.SetFlags(0)
	most := flag.Int("pages", 1000, "pages to put into the WARC file")
	flag.Parse()
	dir, err := os.MkdirTemp("", "measure-*")
	if err == nil {
		err = errors.Join(measure(dir, flag.Args(), *most), os.RemoveAll(dir))
	}
	if err != nil {
		log.Fatal(err)
	}
}

// measure puts pages of folders into an archive in dir and reads them again.
func measure(dir string, folders []string, most int) error {
	direct, html, err := pack(dir, folders, most)
	if err != nil {
		return err
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.warc.gz"))
	if err != nil || len(names) != 1 {
		return fmt.Errorf("%d WARC files were made: %w", len(names), err)
	}
	for cores := 1; cores <= 2; cores++ {
		if err := unpack(names[0], direct, html, cores); err != nil {
			return err
		}
	}
	return nil
}

// pack archives pages, and gives what is extracted from each file, by address, and how many bytes of HTML they have.
func pack(dir string, folders []string, most int) (direct map[string][]byte, html int64, err error) {
	a, err := archive.Open(dir, nil)
	if err != nil {
		return nil, 0, err
	}
	direct = map[string][]byte{}
	for _, folder := range folders {
		s, err := source.Open(folder)
		if err != nil {
			return nil, 0, err
		}
		for doc, err := range s.Documents(context.Background()) {
			if err != nil {
				return nil, 0, err
			}
			if len(direct) == most {
				break
			}
			doc.URL = fmt.Sprintf("http://corpus.example/%d.html", len(direct)+1)
			if direct[doc.URL], err = extracted(doc); err != nil {
				return nil, 0, err
			}
			html += int64(len(doc.Body))
			if err := a.Write(&record.Exchange{
				URL: doc.URL, Status: http.StatusOK, StatusText: "200 OK", Response: http.Header{"Content-Type": {"text/html"}}, Body: doc.Body, Time: doc.Time,
			}); err != nil {
				return nil, 0, err
			}
		}
	}
	return direct, html, a.Close()
}

// extracted is a page as a line of JSON.
func extracted(doc *record.Document) ([]byte, error) {
	p, err := extract.Bytes(doc.Body, extract.WithURL(doc.URL), extract.WithContentType(doc.Header.Get("Content-Type")))
	if err != nil {
		return nil, err
	}
	return p.AppendJSON(nil), nil
}

// unpack reads the pages of a WARC file on so many cores, and prints how many are as they were and at which rate.
func unpack(name string, direct map[string][]byte, html int64, cores int) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	s, err := source.Open(name)
	if err != nil {
		return err
	}
	var mu sync.Mutex
	same, differ := 0, []string{}
	var workers errgroup.Group
	workers.SetLimit(cores)
	start := time.Now()
	for doc, err := range s.Documents(context.Background()) {
		if err != nil {
			return err
		}
		workers.Go(func() error {
			line, err := extracted(doc)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			if bytes.Equal(line, direct[doc.URL]) {
				same++
			} else {
				differ = append(differ, doc.URL)
			}
			return nil
		})
	}
	if err := workers.Wait(); err != nil {
		return err
	}
	took := time.Since(start)
	slices.Sort(differ)
	fmt.Printf("%d of %d records are the same %v; cores %d, %.1f MB of HTML in %.1f MB of WARC, %.2f s: %.1f MB/s of HTML, %.1f MB/s of WARC, %.0f pages/s\n",
		same, len(direct), differ, cores, mega(html), mega(s.Size()), took.Seconds(), mega(html)/took.Seconds(), mega(s.Size())/took.Seconds(), float64(same)/took.Seconds())
	return nil
}

func mega(bytes int64) float64 { return float64(bytes) / 1e6 }
