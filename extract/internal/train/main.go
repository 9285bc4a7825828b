// Train learns the model that tells content from boilerplate and writes the file that package content embeds.
//
//	go run ./extract/internal/train -wcxb ../shared/corpus/wcxb-dev
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

var onlyKinds = flag.Bool("kinds", false, "")
var trees = flag.Int("trees", 100, "")
var rate = flag.Float64("rate", 0.15, "")

func main() {
	wcxb := flag.String("wcxb", "../shared/corpus/wcxb-dev", "`folder` with html/ and ground-truth/ of the WCXB benchmark")
	out := flag.String("o", "extract/internal/content/model.bin", "`file` to write the model to")
	folds := flag.Int("folds", 5, "number of folds of the cross-validation; 0 leaves it out")
	importance := flag.Bool("importance", false, "print how much each feature brings")
	predictions := flag.String("predictions", "", "`file` to write the cross-validated probabilities to, a block a line")
	flag.Parse()
	if err := run(*wcxb, *out, *predictions, *folds, *importance); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(wcxb, out, predictions string, folds int, importance bool) error {
	pages, err := readWCXB(wcxb)
	if err != nil {
		return err
	}
	if more, err := readSegments("../shared/corpus/multilingual"); err != nil {
		return err
	} else {
		pages = append(pages, more...)
	}
	samples, err := readSamples(pages)
	if err != nil {
		return err
	}
	if *onlyKinds {
		crossValidateKinds(samples, folds)
		return writeKinds("extract/internal/kind/model.bin", fitKinds(samples))
	}
	if folds > 0 {
		crossValidate(samples, folds)
		printScores(samples)
		printSegments(samples)
		if err := writePredictions(predictions, samples); err != nil {
			return err
		}
	}
	model := fit(samples)
	if importance {
		printImportance(model.Trees)
	}
	return writeModel(out, model)
}

func writeModel(out string, model *content.Model) error {
	file := model.Append(nil)
	if _, err := content.ReadModel(file); err != nil {
		return fmt.Errorf("the model that was trained cannot be read back: %w", err)
	}
	fmt.Printf("%s: %d bytes, %d trees\n", out, len(file), model.Trees.Trees())
	return os.WriteFile(out, file, 0o644)
}
