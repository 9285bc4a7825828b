// Command compare says how much of the articles of saved pages comes back from Markdown, as written by render and as
// written by html-to-markdown from render's HTML.
//
//	cd extract/internal/readback/compare && go run -mod=mod . DIR
//
// DIR holds pages as .html.gz.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/internal/readback"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/extract/render"
)

// writer is a way to make Markdown of a page, with what came back so far.
type writer struct {
	name             string
	write            func(p *page.Page) ([]byte, error)
	changed, missing int // leaves that did not come back in their place; that came back nowhere
	time             time.Duration
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: compare DIR")
	}
	files, _ := filepath.Glob(filepath.Join(os.Args[1], "*.html.gz"))
	writers := []*writer{{name: "render.Markdown", write: ours}, {name: "html-to-markdown", write: theirs()}}
	leaves := 0
	for _, file := range files {
		p, err := read(file)
		if err != nil {
			log.Printf("%s: %v", file, err)
			continue
		}
		p.Comments = page.Comments{} // which html-to-markdown would write as lists
		for _, w := range writers {
			n, err := w.judge(p)
			if err != nil {
				log.Fatalf("%s: %s: %v", file, w.name, err)
			}
			leaves += n
		}
	}
	leaves /= len(writers)
	for _, w := range writers {
		fmt.Printf("%-18s %d pages, %d leaves: %d not in their place, %d nowhere, %v\n", w.name, len(files), leaves, w.changed, w.missing, w.time.Round(time.Millisecond))
	}
}

func read(file string) (*page.Page, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return extract.Bytes(b)
}

func (w *writer) judge(p *page.Page) (leaves int, err error) {
	start := time.Now()
	written, err := w.write(p)
	w.time += time.Since(start)
	if err != nil {
		return 0, err
	}
	result, err := readback.ReadMarkdown(written, p)
	if err != nil {
		return 0, err
	}
	strange := map[string]int{}
	for _, l := range result.Strange {
		strange[l.Text]++
	}
	for _, l := range result.Changed {
		w.changed++
		if strange[l.Text]--; strange[l.Text] < 0 {
			w.missing++
		}
	}
	return result.Leaves, nil
}

func ours(p *page.Page) ([]byte, error) {
	var b bytes.Buffer
	err := render.Markdown(&b, p)
	return b.Bytes(), err
}

func theirs() func(p *page.Page) ([]byte, error) {
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), strikethrough.NewStrikethroughPlugin(),
		table.NewTablePlugin(table.WithSpanCellBehavior(table.SpanBehaviorEmpty), table.WithNewlineBehavior(table.NewlineBehaviorPreserve), table.WithHeaderPromotion(true)),
	))
	return func(p *page.Page) ([]byte, error) {
		var b bytes.Buffer
		if err := render.HTML(&b, p); err != nil {
			return nil, err
		}
		return c.ConvertReader(&b)
	}
}
