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
	"strings"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/internal/score"
)

// settings are the flags.
type settings struct {
	wcxb, segments, content, kind, deal, gate string
	folds                                     int
	importance, gold, kinds                   bool
}

func main() {
	var s settings
	flag.StringVar(&s.wcxb, "wcxb", "../shared/corpus/wcxb-dev", "`folder` with html/ and ground-truth/ of the WCXB benchmark")
	flag.StringVar(&s.segments, "segments", "../shared/corpus/multilingual", "`folder` with html/ and segments.json; empty for none")
	flag.StringVar(&s.content, "content", "extract/internal/content/model.bin", "`file` to write the model of content to")
	flag.StringVar(&s.kind, "kind", "extract/internal/kind/model.bin", "`file` to write the model of kinds to")
	flag.IntVar(&s.folds, "folds", 5, "number of folds of the cross-validation, 2 or more")
	flag.StringVar(&s.deal, "deal", "", "any `text`: another one deals sites into other folds of the cross-validation of kinds")
	flag.StringVar(&s.gate, "gate", "", "YAML `file` with floors of the cross-validated figures, below which the command fails; no model is written")
	flag.BoolVar(&s.importance, "importance", false, "print how much each feature brings")
	flag.BoolVar(&s.gold, "gold", false, "print which sorts of block the gold holds, and stop")
	flag.BoolVar(&s.kinds, "kinds", false, "learn the kinds of pages alone, and leave the model of content as it is")
	flag.Parse()
	if err := s.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func (s settings) run() error {
	if s.folds < 2 {
		return fmt.Errorf("-folds %d: what is content is told out of fold, which takes 2 or more", s.folds)
	}
	floors, err := score.ReadFloors(s.gate, unseen)
	if err != nil {
		return err
	}
	pages, err := s.pages()
	if err != nil {
		return err
	}
	samples, err := readSamples(pages)
	if err != nil {
		return err
	}
	if s.gold {
		printGold(samples)
		return nil
	}
	augmented, err := augment(pages, samples)
	if err != nil {
		return err
	}
	models := fitFolds(samples, augmented, s.folds)
	kinds, err := readKinds(pages, models)
	if err != nil {
		return err
	}
	if err := s.validate(pages, samples, models, kinds, floors); err != nil || s.gate != "" {
		return err
	}
	if err := s.fitContent(samples, augmented); err != nil {
		return err
	}
	return writeFile(s.kind, fitKinds(kinds).Append(nil))
}

// validate prints what the models of the folds are worth, and fails where a figure misses its floor.
func (s settings) validate(pages []goldPage, samples []*sample, models []*content.Model, kinds []kindSample, floors score.Floors) error {
	var tables []score.Table
	if !s.kinds {
		var err error
		if tables, err = crossValidate(pages, samples, models); err != nil {
			return err
		}
	}
	kind, taken := crossValidateKinds(kinds, s.folds, s.deal)
	tables = append(tables, kind)
	for i := range tables {
		if err := tables[i].Print(os.Stdout, unseen); err != nil {
			return err
		}
	}
	taken.print()
	if missed := floors.Check(unseen, tables); len(missed) > 0 {
		return fmt.Errorf("%s is not met:\n  %s", s.gate, strings.Join(missed, "\n  "))
	}
	return nil
}

// fitContent learns the model of content.
func (s settings) fitContent(samples, augmented []*sample) error {
	if s.kinds {
		return nil
	}
	m := fit(samples, augmented)
	if s.importance {
		printImportance(m.Trees)
	}
	return writeFile(s.content, m.Append(nil))
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

func writeFile(name string, file []byte) error {
	fmt.Printf("%s: %d bytes\n", name, len(file))
	return os.WriteFile(name, file, 0o644)
}
