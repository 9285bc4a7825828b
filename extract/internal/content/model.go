package content

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
)

// Model tells content from boilerplate: a lexicon, whose sums are features, and trees over all features.
type Model struct {
	Lexicon Lexicon
	Trees   *boost.Forest
}

// hopeless are the log odds below which a block is taken for boilerplate for certain.
const hopeless = -2

// calm is what log odds are multiplied by before they are turned into probabilities: trees are surer of pages like those
// they saw than they are right (temperature scaling; Guo et al., On Calibration of Modern Neural Networks, ICML 2017).
// docs/model.md has the figures.
const calm = 0.94

// stops let the easy blocks of a page leave the trees early. On our pages hardly a block that is as low comes back to log
// odds above -1.2, nor one that is as high to those below 2: fewer than one word in a thousand.
var stops = []boost.Stop{
	{After: 10, Low: -1.1, High: 9}, {After: 20, Low: -1.5, High: 9}, {After: 40, Low: -1.8, High: 9}, {After: 80, Low: -1.9, High: 3},
	{After: 160, Low: -1.8, High: 3}, {After: 320, Low: -1.6, High: 3},
}

// The file of a model is its magic, the lexicon's weights as they are, and the file of its trees.
const modelMagic = "content model 1\n"

// Append writes the model's file at the end of b.
func (m *Model) Append(b []byte) []byte {
	b = append(b, modelMagic...)
	for _, w := range m.Lexicon {
		b = append(b, byte(w))
	}
	return m.Trees.Append(b)
}

// ReadModel reads the file of a model. It refuses one whose features are not those of this program.
func ReadModel(b []byte) (*Model, error) {
	m := new(Model)
	if len(b) < len(modelMagic)+len(m.Lexicon) || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errors.New("not a model of content, or of another version: run the training command")
	}
	b = b[len(modelMagic):]
	for i := range m.Lexicon {
		m.Lexicon[i] = int8(b[i])
	}
	var err error
	if m.Trees, err = boost.Read(b[len(m.Lexicon):]); err != nil {
		return nil, fmt.Errorf("model of content: %w", err)
	}
	if !slices.Equal(m.Trees.Names(), FeatureNames()) {
		return nil, errors.New("model of content was trained on other features: run the training command")
	}
	return m, nil
}

//go:embed model.bin
var modelFile []byte

// model is the one in use; a test reads its file.
var model = boost.Embedded(modelFile, ReadModel)
