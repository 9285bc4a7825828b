// Train learns the models that tell content from boilerplate and the kinds of pages apart, and writes the files that
// the packages content and kind embed.
//
//	go run ./extract/internal/train
//
// It first judges the method by cross-validation: pages are dealt into folds by site, and no page is judged by a model
// that saw another page of its site. See docs/model.md.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/scholia/scholia/extract/internal/content"
)

// settings are the flags.
type settings struct {
	wcxb, segments, content, kind string
	folds                         int
	importance, gold, kinds       bool
}

func main() {
	var s settings
	flag.StringVar(&s.wcxb, "wcxb", "../shared/corpus/wcxb-dev", "`folder` with html/ and ground-truth/ of the WCXB benchmark")
	flag.StringVar(&s.segments, "segments", "../shared/corpus/multilingual", "`folder` with html/ and segments.json; empty for none")
	flag.StringVar(&s.content, "content", "extract/internal/content/model.bin", "`file` to write the model of content to")
	flag.StringVar(&s.kind, "kind", "extract/internal/kind/model.bin", "`file` to write the model of kinds to")
	flag.IntVar(&s.folds, "folds", 5, "number of folds of the cross-validation; 0 leaves it out")
	flag.BoolVar(&s.importance, "importance", false, "print how much each feature brings")
	flag.BoolVar(&s.gold, "gold", false, "print which sorts of block the gold holds, and stop")
	flag.BoolVar(&s.kinds, "kinds", false, "learn the kinds of pages alone, with the model of content in use")
	flag.Parse()
	if err := s.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func (s settings) run() error {
	pages, err := s.pages()
	if err != nil {
		return err
	}
	choose := content.Select
	if !s.kinds {
		m, err := s.trainContent(pages)
		if err != nil || m == nil {
			return err
		}
		choose = m.Select
	}
	samples, err := readKinds(pages, choose)
	if err != nil {
		return err
	}
	if s.folds > 0 {
		crossValidateKinds(samples, s.folds)
	}
	return writeFile(s.kind, fitKinds(samples).Append(nil))
}

// pages lists the pages of both folders.
func (s settings) pages() ([]goldPage, error) {
	pages, err := readWCXB(s.wcxb)
	if err != nil || s.segments == "" {
		return pages, err
	}
	more, err := readSegments(s.segments)
	return append(pages, more...), err
}

// trainContent learns the model of content; it is nil if only the gold was asked for.
func (s settings) trainContent(pages []goldPage) (*content.Model, error) {
	samples, err := readSamples(pages)
	if err != nil {
		return nil, err
	}
	if s.gold {
		printGold(samples)
		return nil, nil
	}
	if s.folds > 0 {
		if err := crossValidate(pages, samples, s.folds); err != nil {
			return nil, err
		}
	}
	m := fit(samples)
	if s.importance {
		printImportance(m.Trees)
	}
	return m, writeFile(s.content, m.Append(nil))
}

func writeFile(name string, file []byte) error {
	fmt.Printf("%s: %d bytes\n", name, len(file))
	return os.WriteFile(name, file, 0o644)
}
