//go:build unix

// Command measure makes a WARC file of saved pages, does a crawl job that reads it, on one core and on two by turns, and tells
// whether the records are what is extracted from the files, and at which rate they came.
//
//	go run ./crawl/internal/archive/measure -pages 1000 -runs 3 ../shared/corpus/wcxb-dev/html
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"syscall"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/archive"
	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/crawl/internal/source"
	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/internal/collector"
)

func main() {
	log.SetFlags(0)
	most := flag.Int("pages", 1000, "pages to put into the WARC file")
	profile := flag.String("cpuprofile", "", "write a profile of the reading to `FILE`")
	runs := flag.Int("runs", 3, "times to read it on each number of cores; the fastest counts")
	flag.Parse()
	collector.Relax() // as the command does
	dir, err := os.MkdirTemp("", "measure-*")
	if err == nil {
		err = errors.Join(measure(dir, flag.Args(), *most, *runs, *profile), os.RemoveAll(dir))
	}
	if err != nil {
		log.Fatal(err)
	}
}

// measure puts pages of folders into an archive in dir and reads them again.
func measure(dir string, folders []string, most, runs int, profile string) error {
	direct, html, err := pack(dir, folders, most)
	if err != nil {
		return err
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.warc.gz"))
	if err != nil || len(names) != 1 {
		return fmt.Errorf("%d WARC files were made: %w", len(names), err)
	}
	if profile != "" {
		file, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	best := map[int]cost{}
	for run := range 2 * runs {
		cores := 1 + run%2
		c, err := read(names[0], filepath.Join(dir, fmt.Sprint(run, ".jsonl")), direct, cores)
		if err != nil {
			return err
		}
		fmt.Printf("cores %d: %d of %d records are the same %v, %.2f s, %.2f s of processor time\n",
			cores, c.same, len(direct), c.differ[:min(len(c.differ), 5)], c.wall.Seconds(), c.processor.Seconds())
		if b, ok := best[cores]; !ok || c.wall < b.wall {
			best[cores] = c
		}
	}
	info, err := os.Stat(names[0])
	if err != nil {
		return err
	}
	for cores := 1; cores <= 2; cores++ {
		b := best[cores]
		wall := b.wall.Seconds()
		fmt.Printf("the best of %d on cores %d: %.1f MB/s of HTML, %.1f MB/s of WARC, %.0f pages/s; %.2f ms of processor time a page\n",
			runs, cores, mega(html)/wall, mega(info.Size())/wall, float64(len(direct))/wall, 1e3*b.processor.Seconds()/float64(len(direct)))
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
				URL: doc.URL, Status: http.StatusOK, StatusText: "200 OK", Response: http.Header{"Content-Type": {"text/html"}}, Body: doc.Body, Time: doc.Time.Truncate(time.Second),
			}); err != nil {
				return nil, 0, err
			}
		}
	}
	return direct, html, a.Close()
}

// extracted is a page as a line of JSON.
func extracted(doc *record.Document) ([]byte, error) {
	p, err := extract.Bytes(doc.Body, extract.WithURL(doc.URL), extract.WithContentType(doc.Header.Get("Content-Type")), extract.WithSaved(doc.Time))
	if err != nil {
		return nil, err
	}
	return p.AppendJSON(nil), nil
}

// cost is what a job took, and how its records are.
type cost struct {
	wall, processor time.Duration
	same            int
	differ          []string
}

// read does a job that reads a WARC file on so many cores.
func read(name, output string, direct map[string][]byte, cores int) (c cost, err error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	j := crawl.Job{
		Sources: []string{name}, Output: output, KeepDuplicates: true,
		Kinds: []string{"article", "thread", "documentation", "listing", "product", "collection", "service", "other"},
	}
	start, used := time.Now(), processorTime()
	if _, err := crawl.Run(context.Background(), j, crawl.Options{}); err != nil {
		return c, err
	}
	c.wall, c.processor = time.Since(start), processorTime()-used
	file, err := os.Open(output)
	if err != nil {
		return c, err
	}
	defer file.Close()
	for lines := bufio.NewReader(file); ; {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err != nil {
			return c, err
		}
		r, err := record.Parse(line)
		if err != nil {
			return c, err
		}
		// A record is the page with one more field at the end.
		if page := direct[r.Fetch.URL]; len(page) > 0 && bytes.HasPrefix(line, page[:len(page)-1]) {
			c.same++
		} else {
			c.differ = append(c.differ, r.Fetch.URL)
		}
	}
}

// processorTime is what the process has used so far.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		log.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func mega(bytes int64) float64 { return float64(bytes) / 1e6 }
