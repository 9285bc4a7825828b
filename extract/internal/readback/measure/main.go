// Command measure says how much of extracted pages comes back from what render writes of them: the blocks from Markdown as
// goldmark reads it, sound documents of HTML, the pages from plain text.
//
//	go run ./extract/internal/readback/measure [-show] FILE.jsonl...
//
// The files hold a page a line, as "extract --format jsonl" and "evaluate --out" write them.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/scholia/scholia/extract/internal/readback"
	"github.com/scholia/scholia/extract/page"
)

// tally counts what came back.
type tally struct {
	show                                 bool
	pages, leaves, changed, sound, texts int
}

func main() {
	log.SetFlags(0)
	var t tally
	flag.BoolVar(&t.show, "show", false, "tell what did not come back")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("measure: no file of pages given; make one with extract --format jsonl")
	}
	for _, name := range flag.Args() {
		if err := t.file(name); err != nil {
			log.Fatalf("measure: %s: %v", name, err)
		}
	}
	fmt.Printf("pages %d\n", t.pages)
	fmt.Printf("markdown: %d of %d leaves of blocks came back (%.3f%%)\n", t.leaves-t.changed, t.leaves, 100*float64(t.leaves-t.changed)/float64(max(t.leaves, 1)))
	fmt.Printf("html: %d of %d documents are sound\n", t.sound, t.pages)
	fmt.Printf("text: %d of %d pages came back\n", t.texts, t.pages)
}

func (t *tally) file(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := json.NewDecoder(bufio.NewReader(f))
	for {
		p := &page.Page{}
		if err := lines.Decode(p); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("page %d: %w", t.pages+1, err)
		}
		if err := t.page(p); err != nil {
			return fmt.Errorf("%s: %w", p.Source, err)
		}
	}
}

func (t *tally) page(p *page.Page) error {
	t.pages++
	result, err := readback.Markdown(p)
	if err != nil {
		return err
	}
	t.leaves += result.Leaves
	t.changed += len(result.Changed)
	for _, l := range result.Changed {
		t.tell(p, "markdown", l.Path+" "+l.Text)
	}
	if err := readback.HTML(p); err != nil {
		t.tell(p, "html", err.Error())
	} else {
		t.sound++
	}
	difference, err := readback.Text(p)
	if difference != "" {
		t.tell(p, "text", difference)
	} else {
		t.texts++
	}
	return err
}

func (t *tally) tell(p *page.Page, format, what string) {
	if t.show {
		fmt.Printf("%s: %s: %.300q\n", p.Source, format, what)
	}
}
