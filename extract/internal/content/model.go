package content

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/scholia/scholia/extract/internal/boost"
)

// Model tells content from boilerplate: a lexicon, whose sums are features, and trees over all features.
type Model struct {
	Lexicon Lexicon
	Trees   *boost.Forest
}

// hopeless are the log odds below which a block is taken for boilerplate for certain.
const hopeless = -2

// stops let the easy blocks of a page leave the trees early.
var stops = []boost.Stop{
	{After: 35, Low: hopeless, High: 9}, {After: 60, Low: hopeless, High: 2.5},
	{After: 90, Low: hopeless, High: 2.5}, {After: 150, Low: hopeless, High: 2.5},
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

// model is the one in use. Its file is part of the program, so a bad one is a fault of the program; a test reads it.
var model = sync.OnceValue(func() *Model {
	m, err := ReadModel(modelFile)
	if err != nil {
		panic(err)
	}
	return m
})
